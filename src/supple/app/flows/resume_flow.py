"""A session without an end was cut off: offers to go on for three hours, then keeps what was done and says so."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from supple.app.flows.safety_flow import SafetyFlow
from supple.app.parts import Parts
from supple.app.rooms import Rooms
from supple.app.shipped_files import wall_clock
from supple.domain.record import SessionRecord, SetRecord
from supple.domain.resume import Remainder, is_offered, remainder
from supple.services.history import History, HistoryError
from supple.services.writes import EndCutOff
from supple.ui.kit.banner import Tone
from supple.ui.words.day_words import time_of_day

KEPT_BANNER = "kept"
CAREFUL_BANNER = "careful"


class ResumeFlow(QObject):
    """Looks once at each history; `go_on_wanted` carries the session and what is left of it."""

    go_on_wanted = Signal(object, object)  # SessionRecord, Remainder
    kept = Signal()

    def __init__(self, parts: Parts, safety: SafetyFlow, rooms: Rooms, parent: QObject | None = None) -> None:
        """Nothing is shown before `consider`."""
        super().__init__(parent)
        self._parts = parts
        self._safety = safety
        self._rooms = rooms
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
        self._parts.keeping.write(EndCutOff(before=wall_clock()))
        self._parts.window.show_banner(
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
            self._parts.keeping.failed.emit(error.trouble)
            return
        if session is None or session.session_id == self._parts.keeping.recorder.session_id:
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
        known = {exercise.id for exercise in self._parts.catalogue.shown_exercises}
        if not frozenset(plan.routine.exercise_ids) <= known - self._rooms.hidden:
            return None
        return remainder(plan, sets) if is_offered(session, sets, now=wall_clock()) else None

    def _ask(self, session: SessionRecord, left: Remainder) -> None:
        from supple.ui.session.resume_sheet import ResumeSheet

        exercise = self._parts.catalogue.exercise(left.next_set.exercise_id).name
        sheet = ResumeSheet(self._parts.theme, session, next_set=left.next_set, exercise=exercise)
        sheet.go_on_chosen.connect(self._go_on)
        sheet.keep_chosen.connect(self._keep)
        self._parts.window.show_sheet(sheet)

    def _go_on(self) -> None:
        if self._session is not None and self._left is not None:
            self.go_on_wanted.emit(self._session, self._left)

    def forget(self) -> None:
        """It goes on."""
        self._session = self._left = None

    def give_up(self) -> None:
        """It may not go on, and the person left it at that."""
        self._keep()

    def _keep(self) -> None:
        """The session ends as interrupted; its sets stay."""
        session, self._session, self._left = self._session, None, None
        if session is None:
            return
        keeping = self._parts.keeping
        keeping.follow(keeping.recorder.close_interrupted(session))
        words = self.tr("{0}, {1}: %n set(s) are kept.", "", session.sets_done)
        self._parts.window.show_banner(
            KEPT_BANNER,
            tone=Tone.INFO,
            bold=self.tr("Your last session was cut short."),
            sentence=words.format(session.routine, time_of_day(session.started_at)),
        )
        self.kept.emit()
