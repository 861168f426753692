"""Before a session: how long, what to leave out, pain before; one Enter begins."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from supple.domain.exercise import Dose, DoseKind, Exercise, Order
from supple.domain.gate import Standing, Verdict, Way, decide
from supple.domain.minutes import whole_minutes
from supple.domain.routine import Pace, Routine, compile_timeline, shorten, without
from supple.domain.safety import Clearance
from supple.ui.button import Kind
from supple.ui.pain_scale import PainScale
from supple.ui.rows import RowsCard
from supple.ui.segmented import Choice, Segmented
from supple.ui.sheet import Sheet
from supple.ui.text import Text
from supple.ui.theme import Theme
from supple.ui.toggle import Toggle

SHORT_S = 300
WHOLE, SHORT = "whole", "short"


@dataclass(frozen=True, slots=True, kw_only=True)
class StartChoice:
    """What is to be played, how it is paced, and the pain told before."""

    routine: Routine
    pace: Pace
    pain_before: int | None


def by_pain_alone(pain: int | None) -> Verdict:
    """What the gate says to somebody of whom nothing but the pain is known."""
    return decide(Way.SESSION, Standing(answered=True, clearance=Clearance(), pain=pain))


class StartSheet(Sheet):
    """Everything is set as the routine says; nothing has to be answered."""

    begun = Signal(object)  # StartChoice
    someone_else_wanted = Signal()

    def __init__(
        self,
        theme: Theme,
        routine: Routine,
        *,
        exercise_by_id: Callable[[str], Exercise],
        pace: Pace,
        judge: Callable[[int | None], Verdict] = by_pain_alone,
        for_someone_else: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, title=routine.name, width=760, parent=parent)
        self._routine = routine
        self._pace = pace
        self._judge = judge
        self.length = Segmented(
            theme,
            [
                Choice(
                    WHOLE, self.tr("Whole routine ({minutes} min)").format(minutes=self._minutes(routine))
                ),
                Choice(SHORT, self.tr("I have 5 minutes")),
            ],
            name=self.tr("How long"),
            key=WHOLE,
        )
        self.scale = PainScale(theme, name=self.tr("Pain now"))
        self._toggles = {i: Toggle(theme, exercise_by_id(i).name) for i in routine.exercise_ids}
        self.wait = Toggle(theme, self.tr("Wait for me"))
        self._for_someone_else = for_someone_else
        self.someone_else = self.add_button(self.tr("Someone else"), kind=Kind.QUIET, leading=True)
        self.someone_else.setVisible(not for_someone_else)
        self.not_now = self.add_button(self.tr("Not now"))
        self.begin = self.add_button(self.tr("Begin session"), kind=Kind.PRIMARY)

        self._fill(theme, exercise_by_id)
        self.begin.set_icon("play")
        self.set_first_focus(self.begin)
        self._show_choice()
        self._show_verdict()

        self.length.chosen.connect(self._show_choice)
        self.scale.chosen.connect(self._show_verdict)
        for toggle in self._toggles.values():
            toggle.toggled.connect(self._show_choice)
        self.wait.toggled.connect(self._show_choice)
        self.someone_else.clicked.connect(self._give_way)
        self.not_now.clicked.connect(self.close_sheet)
        self.begin.clicked.connect(self._begin)

    @property
    def choice(self) -> StartChoice | None:
        """What would be begun now; None when every exercise is left out."""
        left_out = frozenset(i for i, toggle in self._toggles.items() if not toggle.isChecked())
        routine = without(self._routine, left_out)
        if routine is None:
            return None
        pace = self._chosen_pace()
        if self.length.key == SHORT:
            routine = shorten(routine, limit_s=SHORT_S, pace=pace)
        return StartChoice(routine=routine, pace=pace, pain_before=self.scale.score)

    def exercise_toggle(self, exercise_id: str) -> Toggle:
        """The switch that keeps an exercise in."""
        return self._toggles[exercise_id]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter begins from anywhere but another button."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._begin()
        else:
            super().keyPressEvent(event)

    def _give_way(self) -> None:
        self.close_sheet()
        self.someone_else_wanted.emit()

    def _fill(self, theme: Theme, exercise_by_id: Callable[[str], Exercise]) -> None:
        if self._for_someone_else:
            self.body.addWidget(
                Text(theme, self.tr("For someone else: nothing of this session is kept."), weight=600)
            )
        if compile_timeline(self._routine, self._pace).total_ms > SHORT_S * 1000:
            self.body.addWidget(self.length)
        self.body.addWidget(Text(theme, self.tr("Pain now, 0 to 10 (optional)"), weight=600))
        self.body.addWidget(self.scale)
        self.body.addWidget(Text(theme, self.tr("Leave an exercise out by switching it off"), weight=600))
        rows = RowsCard(theme)
        doses = {step.exercise_id: step.dose for step in self._routine.steps}
        for exercise_id, toggle in self._toggles.items():
            toggle.setChecked(True)
            exercise = exercise_by_id(exercise_id)
            rows.add_row(exercise.name, toggle, caption=self._dose_words(doses[exercise_id]))
        self.body.addWidget(rows)
        waiting = RowsCard(theme)
        waiting.add_row(
            self.tr("Wait for me"),
            self.wait,
            caption=self.tr(
                "Getting ready and changing sides take as long as you like; press Space to go on."
            ),
        )
        self.wait.setChecked(self._waits)
        self.body.addWidget(waiting)
        self.body.addStretch(1)

    def _dose_words(self, dose: Dose) -> str:
        """How much of an exercise: "4 sets each side, hold 20 s"."""
        if dose.kind is DoseKind.HOLD:
            words = self.tr("move {seconds} s") if dose.moves else self.tr("hold {seconds} s")
            work = words.format(seconds=dose.hold_s)
        else:
            work = self.tr("{reps} times").format(reps=dose.reps)
        if dose.order is Order.BOTH:
            return self.tr("{sets}, {work}").format(sets=self._sets(dose.sets), work=work)
        return self.tr("{sets} each side, {work}").format(sets=self._sets(dose.sets), work=work)

    def _sets(self, number: int) -> str:
        return self.tr("1 set") if number == 1 else self.tr("{number} sets").format(number=number)

    @property
    def _waits(self) -> bool:
        return self._pace.prepare_waits or self._pace.switch_waits

    def _chosen_pace(self) -> Pace:
        """The person's own pace; the switch changes both waits or leaves them as they were set."""
        if self.wait.isChecked() == self._waits:
            return self._pace
        on = self.wait.isChecked()
        return replace(self._pace, prepare_waits=on, switch_waits=on)

    def _minutes(self, routine: Routine) -> int:
        return whole_minutes(compile_timeline(routine, self._pace).total_ms)

    def _show_choice(self) -> None:
        choice = self.choice
        self.begin.setEnabled(choice is not None)
        if choice is None:
            self.set_title(self._routine.name, self.tr("Keep at least one exercise."))
            return
        timeline = compile_timeline(choice.routine, choice.pace)
        waits = choice.pace.prepare_waits or choice.pace.switch_waits
        words = (
            self.tr("{minutes} min, {sets}")
            if not waits
            else self.tr("{minutes} min and the time you take, {sets}")
        )
        self.set_title(
            self._routine.name,
            words.format(minutes=whole_minutes(timeline.total_ms), sets=self._sets(len(timeline.sets))),
        )

    def _show_verdict(self) -> None:
        """The button says what follows with this pain: the session, the stop rules, or what to do instead."""
        verdict = self._judge(self.scale.score)
        if not verdict.open:
            self.begin.set_text(self.tr("What to do first"))
        elif verdict.gently:
            self.begin.set_text(self.tr("Read the stop rules"))
        else:
            self.begin.set_text(self.tr("Begin session"))

    def _begin(self) -> None:
        choice = self.choice
        if choice is not None and not self.isHidden():
            self.close_sheet()
            self.begun.emit(choice)
