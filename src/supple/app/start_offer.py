"""From a press on "Start" to what is begun: the gate, the start sheet, and the stop rules before a gentle begin."""

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from supple.app.flows.session_flow import SessionFlow
from supple.app.gatekeeper import Errand, Gatekeeper
from supple.domain.catalogue import Catalogue
from supple.domain.gate import GateClosedError, Verdict, Way, admit
from supple.domain.offered import made_easier, offered
from supple.domain.pain import PainTold
from supple.domain.routine import Routine, single_exercise_routine
from supple.domain.safety_text import SafetyContent
from supple.domain.side import Side
from supple.domain.today import AFTER_TRAINING
from supple.ui.shell.main_window import MainWindow

if TYPE_CHECKING:
    from supple.ui.session.start_sheet import StartChoice, StartSheet


class StartOffer(QObject):
    """Offers one thing at a time."""

    someone_else_wanted = Signal(object)  # the routine that was offered

    def __init__(
        self,
        window: MainWindow,
        catalogue: Catalogue,
        gate: Gatekeeper,
        session: SessionFlow,
        content: SafetyContent,
        *,
        parent: QObject | None = None,
    ) -> None:
        """Nothing is shown before `offer`."""
        super().__init__(parent)
        self._window = window
        self._catalogue = catalogue
        self._gate = gate
        self._session = session
        self._content = content
        self._sheet: StartSheet | None = None
        self._wanted: tuple[Way, Routine] | None = None
        self._choice: StartChoice | None = None  # waits for "Begin gently"

    @property
    def is_on(self) -> bool:
        """Whether something is about to be offered."""
        return self._sheet is not None

    def start_routine(self, routine_id: str) -> None:
        """Offer a routine, without what is left out."""
        self._start(Way.SESSION, self._catalogue.routine(routine_id))

    def start_planned(self, routine: Routine) -> None:
        """Offer a session of a plan at its dose, without what is left out."""
        self._start(Way.SESSION, routine)

    def start_exercise(self, exercise_id: str, side: Side) -> None:
        """Offer one exercise."""
        exercise = self._catalogue.exercise(exercise_id)
        routine = single_exercise_routine(
            exercise_id=exercise_id, name=exercise.name, dose=exercise.dose, first_side=side
        )
        self._start(Way.EXERCISE, routine)

    def _start(self, way: Way, routine: Routine) -> None:
        if self._session.is_on or self.is_on:
            return  # what runs stands in front of everything that could be pressed
        verdict = self._gate.ask(self._errand(way, routine))
        if verdict is not None:
            self.offer(routine, verdict)

    def _errand(self, way: Way, routine: Routine) -> Errand:
        begin = partial(self.offer, routine)
        return Errand(way=way, begin=begin, exercises=routine.exercise_ids)

    def offer(self, routine: Routine, verdict: Verdict) -> None:
        """Ask how, then begin, without what is left out."""
        admit(verdict, Way.SESSION, Way.EXERCISE)
        catalogue, limits = self._catalogue, self._gate.limits
        found = offered(routine, catalogue, limits)
        if found.routine is None or self.is_on:
            return
        self._wanted = (verdict.way, routine)
        from supple.ui.session.start_sheet import StartSheet
        from supple.ui.words.left_out import left_out_words
        from supple.ui.words.rest_words import rest_words

        sheet = StartSheet(
            self._window.theme,
            found,
            exercise_by_id=self._catalogue.exercise,
            judge=self._judge,
            make_easier=partial(made_easier, catalogue=catalogue, limits=limits),
            advice=rest_words(limits.rest, left_out_words(found, catalogue)),
            after_training=routine.id == AFTER_TRAINING,
        )
        sheet.begun.connect(self._begin)
        sheet.someone_else_wanted.connect(self._give_way)
        self._session.get_ready()
        self._sheet = sheet
        QTimer.singleShot(0, self, self._show)

    def _show(self) -> None:
        sheet, self._sheet = self._sheet, None
        if sheet is not None:
            sheet.open_over(self._window)

    def _judge(self, pain: int | None) -> Verdict:
        """What the gate says of what is offered, with the pain that is being told."""
        if self._wanted is None:
            raise GateClosedError("nothing is offered")
        way, routine = self._wanted
        return self._gate.verdict(way, exercises=routine.exercise_ids, pain=pain)

    def _begin(self, choice: "StartChoice") -> None:
        """As the gate says to what was told on the start sheet."""
        verdict = self._judge(choice.pain_before)
        if not verdict.open:
            self._keep_told(choice)
            self._ask_again()
        elif verdict.gently:
            self._ask_gently(choice)
        else:
            self._session.begin(choice, verdict)

    def _give_way(self) -> None:
        if self._wanted is not None:
            self.someone_else_wanted.emit(self._wanted[1])

    def _keep_told(self, choice: "StartChoice") -> None:
        if choice.pain_before is not None:
            self._gate.keep(PainTold(score=choice.pain_before))

    def _ask_again(self) -> None:
        if self._wanted is not None:
            self._gate.ask_after_telling(self._errand(*self._wanted))

    def _ask_gently(self, choice: "StartChoice") -> None:
        from supple.ui.safety.gentle_sheet import GentleSheet

        limits = replace(self._gate.limits, gently=True)
        gentle = offered(choice.routine, self._catalogue, limits).routine
        if gentle is None:
            return
        self._choice = replace(choice, routine=gentle)
        sheet = GentleSheet(self._window.theme, self._content, gentle, pace=choice.pace)
        sheet.begun.connect(self._begin_gently)
        sheet.left.connect(self._leave_gently)
        sheet.signs_wanted.connect(self._gate.show_signs)
        self._window.show_sheet(sheet)

    def _begin_gently(self) -> None:
        choice, self._choice = self._choice, None
        if choice is None:
            return
        verdict = self._judge(choice.pain_before)
        if verdict.open:
            self._session.begin(choice, verdict)
        else:
            self._ask_again()

    def _leave_gently(self) -> None:
        choice, self._choice = self._choice, None
        if choice is not None:
            self._keep_told(choice)
