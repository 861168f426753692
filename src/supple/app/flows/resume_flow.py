"""A session without an end was cut off: offers to go on for three hours, then keeps what was done and says so."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from supple.app.flows.safety_flow import SafetyFlow
from supple.app.gatekeeper import Errand, Gatekeeper
from supple.app.keeping import Keeping
from supple.app.shipped_files import wall_clock
from supple.domain.catalogue import Catalogue
from supple.domain.gate import Verdict, Way, admit
from supple.domain.record import SessionRecord, SetRecord
from supple.domain.resume import Remainder, is_offered, remainder
from supple.services.history import History, HistoryError
from supple.services.writes import EndCutOff
from supple.ui.kit.banner import Tone
from supple.ui.shell.main_window import MainWindow
from supple.ui.words.day_words import time_of_day

KEPT_BANNER = "kept"
CAREFUL_BANNER = "careful"


class ResumeFlow(QObject):
    """Looks once at each history; `go_on_wanted` carries the session, what is left of it and what opened it."""

    go_on_wanted = Signal(object, object, object)  # SessionRecord, Remainder, Verdict
    kept = Signal()

    def __init__(
        self,
        window: MainWindow,
        catalogue: Catalogue,
        safety: SafetyFlow,
        gate: Gatekeeper,
        keeping: Keeping,
        *,
        parent: QObject | None = None,
    ) -> None:
        """Nothing is shown before `consider`."""
        super().__init__(parent)
        self._window = window
        self._catalogue = catalogue
        self._safety = safety
        self._gate = gate
        self._keeping = keeping
        self._history: History | None = None
        self._session: SessionRecord | None = None
        self._left: Remainder | None = None
        self._left_out = False
        safety.settled.connect(self._look)

    @property
    def is_asking(self) -> bool:
        """Whether a session waits for the person to say what becomes of it."""
        return self._session is not None

    def consider(self, history: History) -> None:
        """Look for a session without an end, as soon as no safety question is open."""
        self._history = history
        self._look()

    def leave_out(self) -> None:
        """The last start did not finish: nothing of a session that was cut off is read, it ends as it is."""
        if self._left_out:
            return
        self._left_out = True
        self._keeping.write(EndCutOff(before=wall_clock()))
        self._window.show_banner(
            CAREFUL_BANNER,
            tone=Tone.CAUTION,
            bold=self.tr("The last start did not finish."),
            sentence=self.tr(
                "So the window is in its usual place, and nothing that was cut short is offered to go on with; what you"
                " did is kept."
            ),
        )
        self.kept.emit()

    def _look(self) -> None:
        if self._history is None or self._safety.is_asking:
            return
        history, self._history = self._history, None
        try:
            session = history.unfinished_session()
            sets = tuple(history.sets_of(session.session_id)) if session is not None else ()
        except HistoryError as error:
            self._keeping.failed.emit(error.trouble)
            return
        if session is None or session.session_id == self._keeping.recorder.session_id:
            return  # a history that came back while this very session runs
        self._session, self._left = session, self._offer(session, sets)
        if self._left is None:
            self._keep()
        else:
            self._ask(session, self._left)

    def _offer(self, session: SessionRecord, sets: Sequence[SetRecord]) -> Remainder | None:
        """What may be gone on with, if anything."""
        plan = session.plan
        if plan is None or not self._safety.asked or self._safety.clearance.closed:
            return None
        known = {exercise.id for exercise in self._catalogue.shown_exercises}
        if not frozenset(plan.routine.exercise_ids) <= known - self._gate.hidden:
            return None
        return remainder(plan, sets) if is_offered(session, sets, now=wall_clock()) else None

    def _ask(self, session: SessionRecord, left: Remainder) -> None:
        from supple.ui.session.resume_sheet import ResumeSheet

        exercise = self._catalogue.exercise(left.next_set.exercise_id).name
        sheet = ResumeSheet(self._window.theme, session, next_set=left.next_set, exercise=exercise)
        sheet.go_on_chosen.connect(self._go_on)
        sheet.keep_chosen.connect(self._keep)
        self._window.show_sheet(sheet)

    def _go_on(self) -> None:
        """If the gate is open for every exercise that is left; else, when the person leaves it at that, keep it."""
        if self._left is None:
            return
        left = self._left.timeline.phases[self._left.at :]
        exercises = frozenset(phase.exercise_id for phase in left)
        errand = Errand(way=Way.RESUME, begin=self._begin, exercises=exercises, gave_up=self._keep)
        verdict = self._gate.ask(errand)
        if verdict is not None:
            self._begin(verdict)

    def _begin(self, verdict: Verdict) -> None:
        admit(verdict, Way.RESUME)
        session, left = self._session, self._left
        self._session = self._left = None
        self.go_on_wanted.emit(session, left, verdict)

    def _keep(self) -> None:
        """The session ends as interrupted; its sets stay."""
        session, self._session, self._left = self._session, None, None
        if session is None:
            return
        keeping = self._keeping
        keeping.follow(keeping.recorder.close_interrupted(session))
        words = self.tr("{0}, {1}: %n set(s) are kept.", "", session.sets_done)
        self._window.show_banner(
            KEPT_BANNER,
            tone=Tone.INFO,
            bold=self.tr("Your last session was cut short."),
            sentence=words.format(session.routine, time_of_day(session.started_at)),
        )
        self.kept.emit()
