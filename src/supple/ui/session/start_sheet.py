"""Before a session: how long, what to leave out, pain before; one Enter begins."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from supple.domain.exercise import Exercise
from supple.domain.gate import Verdict
from supple.domain.offered import OfferedRoutine, half_dose
from supple.domain.routine import Pace, Routine, Step, compile_timeline, is_long, shorten
from supple.domain.wording import fill
from supple.ui.kit.button import ButtonKind
from supple.ui.kit.icons import Fact
from supple.ui.kit.pain_scale import PainScale
from supple.ui.kit.reader import announce
from supple.ui.kit.rows import RowsCard
from supple.ui.kit.segmented import Segment, Segmented
from supple.ui.kit.sheet import Sheet
from supple.ui.kit.text import Text
from supple.ui.kit.theme import Theme
from supple.ui.kit.toggle import Toggle
from supple.ui.session.start_rows import EASIER, LEAVE_OUT, MarkedRow, StartRow, start_dose_words
from supple.ui.words.content_words import with_one_more
from supple.ui.words.counts import sets_words

WHOLE, SHORT = "whole", "short"


@dataclass(frozen=True, slots=True, kw_only=True)
class StartChoice:
    """What is to be played, how it is paced, and the pain told before."""

    routine: Routine
    pace: Pace
    pain_before: int | None


def at_half_the_dose(step: Step) -> Step:
    """The easier form where nothing is known of easier exercises."""
    return replace(step, dose=half_dose(step.dose))


class StartSheet(Sheet):
    """Everything is set as the routine says; nothing has to be answered.

    `found` says which exercises want care too; `make_easier` gives the easier version of a step. `advice` stands on
    top: what is advised today instead, and what is left out and why. `after_training` asks for the pain first.
    """

    begun = Signal(object)  # StartChoice
    someone_else_wanted = Signal()

    def __init__(
        self,
        theme: Theme,
        found: OfferedRoutine,
        *,
        exercise_by_id: Callable[[str], Exercise],
        judge: Callable[[int | None], Verdict],
        make_easier: Callable[[Step], Step] = at_half_the_dose,
        advice: str = "",
        after_training: bool = False,
        for_someone_else: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        routine, pace = found.shown, found.pace
        super().__init__(theme, title=routine.name, width=760, parent=parent)
        self._routine = routine
        self._pace = pace
        self._judge = judge
        self._theme = theme
        self._exercise_by_id = exercise_by_id
        self._marked = found.marked
        self._make_easier = make_easier
        self._after_training = after_training
        self._advice = advice
        minutes = compile_timeline(routine, pace).minutes
        self.length = Segmented(
            theme,
            [
                Segment(
                    WHOLE,
                    self.tr("Whole routine ({minutes} min)").format(minutes=minutes),
                ),
                Segment(SHORT, self.tr("I have 5 minutes")),
            ],
            name=self.tr("How long"),
            key=WHOLE,
        )
        self.scale = PainScale(theme, name=self.tr("Pain now"))
        self._rows = {i: self._make_row(exercise_by_id(i)) for i in routine.exercise_ids}
        self.wait = Toggle(theme, self.tr("Wait for me"))
        self._for_someone_else = for_someone_else
        self.someone_else = self.add_button(self.tr("Someone else"), kind=ButtonKind.QUIET, leading=True)
        self.someone_else.setVisible(not for_someone_else)
        self.not_now = self.add_button(self.tr("Not now"))
        self.begin = self.add_button(self._ways_on()[0], kind=ButtonKind.PRIMARY)
        self.begin.keep_room_for(*self._ways_on())

        self._fill(theme)
        self.begin.set_icon("play")
        self.set_first_focus(self.scale.button(0) if after_training else self.begin)
        self._show_choice()
        self._show_verdict()

        self.opened.connect(self._say_advice)
        self.length.chosen.connect(self._show_choice)
        self.scale.chosen.connect(self._show_verdict)
        for row in self._rows.values():
            row.changed.connect(self._show_choice)
        self.wait.toggled.connect(self._show_choice)
        self.someone_else.clicked.connect(self._give_way)
        self.not_now.clicked.connect(self.close_sheet)
        self.begin.clicked.connect(self._begin)

    @property
    def choice(self) -> StartChoice | None:
        """What would be begun now; None when every exercise is left out."""
        steps = [step for step in self._routine.steps if self._rows[step.exercise_id].key != LEAVE_OUT]
        if not steps:
            return None
        routine = replace(self._routine, steps=tuple(self._as_chosen(step) for step in steps))
        pace = self._pace.with_waits(on=self.wait.isChecked())
        if self.length.key == SHORT:
            routine = shorten(routine, pace=pace)
        return StartChoice(routine=routine, pace=pace, pain_before=self.scale.score)

    def exercise_toggle(self, exercise_id: str) -> Toggle:
        """The switch that keeps an exercise in."""
        return self._rows[exercise_id].toggle

    def exercise_row(self, exercise_id: str) -> StartRow:
        """The row of an exercise."""
        return self._rows[exercise_id]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter begins from anywhere but another button, a figure tells the pain."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._begin()
        elif not self.scale.takes_key(event):
            super().keyPressEvent(event)

    def _say_advice(self) -> None:
        if self._advice:
            announce(self, self._advice)

    def _give_way(self) -> None:
        self.close_sheet()
        self.someone_else_wanted.emit()

    def _as_chosen(self, step: Step) -> Step:
        return self._make_easier(step) if self._rows[step.exercise_id].key == EASIER else step

    def _fill(self, theme: Theme) -> None:
        if self._for_someone_else:
            self.body.addWidget(
                Text(theme, self.tr("For someone else: nothing of this session is kept."), weight=600)
            )
        if self._advice:
            self.body.addWidget(Fact(theme, "triangle-alert", self._advice, tone="caution"))
        if is_long(self._routine, self._pace):
            self.body.addWidget(self.length)
        asked = (
            self.tr("You just trained: how much does it hurt now, 0 to 10?")
            if self._after_training
            else self.tr("Pain now, 0 to 10 (optional)")
        )
        self.body.addWidget(Text(theme, asked, weight=600))
        self.body.addWidget(self.scale)
        if len(self._rows) > 1:
            how = (
                self.tr("Leave out what you like. Look at what is marked “Take care”.")
                if self._marked
                else self.tr("Leave an exercise out by switching it off")
            )
            self.body.addWidget(Text(theme, how, weight=600))
        rows = RowsCard(theme)
        for row in self._rows.values():
            rows.add_widget_row(row)
            if len(self._rows) == 1:
                row.toggle.hide()  # without it nothing would be left
        self.body.addWidget(rows)
        waiting = RowsCard(theme)
        waiting.add_row(
            self.tr("Wait for me"),
            self.wait,
            caption=self.tr(
                "Getting ready and changing sides take as long as you like; press Space to go on."
            ),
        )
        self.wait.setChecked(self._pace.waits)
        self.body.addWidget(waiting)
        self.body.addStretch(1)

    def _make_row(self, exercise: Exercise) -> StartRow:
        """A row with a switch; a marked exercise has three ways to go on."""
        marks = self._marked.get(exercise.id, ())
        if not marks:
            return StartRow(self._theme, exercise)
        step = next(step for step in self._routine.steps if step.exercise_id == exercise.id)
        easier = self._make_easier(step)
        if easier.exercise_id == exercise.id:
            words = self.tr("Half the dose. {easier}").format(
                easier=fill(exercise.easier, side=step.first_side)
            )
        else:
            words = self._exercise_by_id(easier.exercise_id).name
        return MarkedRow(self._theme, exercise, marks, easier=words)

    def _show_choice(self) -> None:
        choice = self.choice
        self.begin.setEnabled(choice is not None)
        self._show_doses(choice)
        if choice is None:
            self.set_title(self._routine.name, self.tr("Keep at least one exercise."))
            return
        timeline = compile_timeline(choice.routine, choice.pace)
        words = (
            self.tr("{minutes} min, {sets}")
            if not choice.pace.waits
            else self.tr("{minutes} min and the time you take, {sets}")
        )
        self.set_title(
            self._routine.name,
            words.format(minutes=timeline.minutes, sets=sets_words(len(timeline.sets))),
        )

    def _show_doses(self, choice: StartChoice | None) -> None:
        """Each row says what would be done of it now; one that is left out what its routine has."""
        chosen = dict(
            zip(
                (i for i in self._step_ids() if self._rows[i].key != LEAVE_OUT),
                choice.routine.steps if choice is not None else (),
                strict=False,
            )
        )
        for step in self._routine.steps:
            shown = chosen.get(step.exercise_id, step)
            self._rows[step.exercise_id].show_dose(with_one_more(start_dose_words(shown.dose), shown))

    def _step_ids(self) -> list[str]:
        return [step.exercise_id for step in self._routine.steps]

    def _show_verdict(self) -> None:
        """The button says what follows with this pain: the session, the stop rules, or what to do instead."""
        verdict = self._judge(self.scale.score)
        begin, rules, first = self._ways_on()
        self.begin.set_text(first if not verdict.open else rules if verdict.gently else begin)

    def _ways_on(self) -> tuple[str, str, str]:
        """What the button may say, from no pain to much."""
        return self.tr("Begin session"), self.tr("Read the stop rules"), self.tr("What to do first")

    def _begin(self) -> None:
        choice = self.choice
        if choice is not None and not self.isHidden():
            self.close_sheet()
            self.begun.emit(choice)
