"""Every way in: what is pressed, asked for on the command line or left from before, taken to the gate first."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from supple.app.flows.check_flow import CheckFlow
from supple.app.flows.paper_flow import PaperFlow
from supple.app.flows.session_flow import SessionFlow
from supple.app.gatekeeper import Errand, Gatekeeper
from supple.app.parts import Parts
from supple.app.start_offer import StartOffer
from supple.domain.gate import Verdict, Way
from supple.domain.record import SessionRecord
from supple.domain.resume import Remainder
from supple.domain.routine import Routine, single_exercise_routine
from supple.domain.side import Side


class Ways(QObject):
    """Nothing else may begin a session, a check or a sheet of paper; a test reads the program for it."""

    resumed = Signal()
    resume_given_up = Signal()

    def __init__(
        self,
        parts: Parts,
        gate: Gatekeeper,
        *,
        start: StartOffer,
        session: SessionFlow,
        check: CheckFlow,
        paper: PaperFlow,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._parts = parts
        self._gate = gate
        self._start = start
        self._session = session
        self._check = check
        self._paper = paper

    def start_routine(self, routine_id: str) -> None:
        """Offer a routine, without what is left out."""
        self._offer(Way.SESSION, self._parts.catalogue.routine(routine_id))

    def start_exercise(self, exercise_id: str, side: Side) -> None:
        """Offer one exercise."""
        exercise = self._parts.catalogue.exercise(exercise_id)
        routine = single_exercise_routine(
            exercise_id=exercise_id, name=exercise.name, dose=exercise.dose, first_side=side
        )
        self._offer(Way.EXERCISE, routine)

    def start_self_test(self) -> None:
        """Begin the check."""
        self._gate.ask(Errand(way=Way.CHECK, begin=self._check.begin))

    def go_on(self, session: SessionRecord, left: Remainder) -> None:
        """Go on with a session that was cut short."""
        exercises = frozenset(phase.exercise_id for phase in left.timeline.phases[left.at :])
        begin = partial(self._go_on, session, left)
        gave_up = self.resume_given_up.emit
        self._gate.ask(Errand(way=Way.RESUME, begin=begin, exercises=exercises, gave_up=gave_up))

    def print_routine(self, routine_id: str) -> None:
        """A routine to a printer."""
        self._ask_for_paper(routine_id, partial(self._paper.print_routine, routine_id))

    def save_routine(self, routine_id: str) -> None:
        """A routine into a PDF."""
        self._ask_for_paper(routine_id, partial(self._paper.save_routine, routine_id))

    def _offer(self, way: Way, routine: Routine) -> None:
        if self._session.is_on or self._start.is_on:
            return  # what runs stands in front of everything that could be pressed
        begin = partial(self._start.offer, routine)
        self._gate.ask(Errand(way=way, begin=begin, exercises=routine.exercise_ids))

    def _go_on(self, session: SessionRecord, left: Remainder, verdict: Verdict) -> None:
        self._session.go_on(session, left, verdict)
        self.resumed.emit()

    def _ask_for_paper(self, routine_id: str, begin: Callable[[Verdict], None]) -> None:
        exercises = self._parts.catalogue.routine(routine_id).exercise_ids
        self._gate.ask(Errand(way=Way.PAPER, begin=begin, exercises=exercises))
