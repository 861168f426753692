"""Turns the events of a session into records, as they happen."""

from collections.abc import Callable, Mapping
from concurrent.futures import Future
from dataclasses import replace
from datetime import datetime, timedelta
from uuid import uuid4

from supple.domain.minutes import SECOND_MS
from supple.domain.pain import Sign
from supple.domain.record import Occasion, PainRecord, SessionRecord, SetRecord
from supple.domain.routine import Ease, SessionPlan, Timeline
from supple.domain.session import Event, PhaseStarted, SessionEnded, SessionOutcome, SetEnded, SetOutcome
from supple.services.writer import HistoryWriter
from supple.services.writes import (
    AddPain,
    AddSet,
    BeginSession,
    ChangePlan,
    EndSession,
    NoteSession,
    TakeBackPain,
)


def new_id() -> str:
    """An id that no other record has."""
    return uuid4().hex


class Recorder:
    """Records one session after another; between `begin` and the session's end it belongs to one.

    What is to be kept goes to the writer: the futures are its futures. `wall_clock` gives the aware local time.
    """

    def __init__(
        self,
        writer: HistoryWriter,
        *,
        wall_clock: Callable[[], datetime],
        make_id: Callable[[], str] = new_id,
    ) -> None:
        """Nothing is recorded before `begin`."""
        self._writer = writer
        self._wall_clock = wall_clock
        self._make_id = make_id
        self._session: SessionRecord | None = None
        self._names: Mapping[str, str] = {}
        self._done_before_s = 0.0
        self._phase_started_at: datetime | None = None

    @property
    def session_id(self) -> str | None:
        """The session of the events taken now, or the last one; None when it is not recorded."""
        return None if self._session is None else self._session.session_id

    @property
    def pending(self) -> int:
        """Records that wait in memory."""
        return self._writer.pending

    def begin(
        self,
        plan: SessionPlan,
        timeline: Timeline,
        *,
        names: Mapping[str, str],
        pain_before: int | None = None,
    ) -> Future[None]:
        """A session of `plan` begins, compiled to `timeline`; `names` are the exercises' names by id."""
        routine = plan.routine
        self._session = SessionRecord(
            session_id=self._make_id(),
            started_at=self._wall_clock(),
            routine_id=routine.id,
            routine=routine.name,
            planned_s=timeline.total_ms / SECOND_MS,
            sets_planned=len(timeline.sets),
            pain_before=pain_before,
            plan=plan,
        )
        self._names = names
        self._done_before_s = 0.0
        self._phase_started_at = None
        return self._writer.write(BeginSession(session=self._session))

    def go_on(self, session: SessionRecord, *, names: Mapping[str, str]) -> None:
        """The unfinished `session` of an earlier run of the program goes on: its time so far is added to."""
        self._session = session
        self._writer.remember(session)
        self._names = names
        self._done_before_s = session.done_s
        self._phase_started_at = None

    def begin_unrecorded(self) -> None:
        """Someone else trains: nothing of the session that follows is kept."""
        self._session = None

    def ease(self, ease: Ease, *, names: Mapping[str, str]) -> Future[None] | None:
        """The session goes on easier; `names` are those of the exercises that may come in."""
        session = self._session
        if session is None or session.plan is None:
            return None
        plan = replace(session.plan, eases=(*session.plan.eases, ease))
        self._session = replace(session, plan=plan)
        self._names = {**self._names, **names}
        return self._writer.write(ChangePlan(session_id=session.session_id, plan=plan))

    def take(self, event: Event) -> Future[None] | None:
        """Keep `event` if it is one that is kept."""
        session = self._session
        if session is None:
            return None
        match event:
            case PhaseStarted():
                self._phase_started_at = self._wall_clock()
            case SetEnded():
                return self._writer.write(
                    AddSet(record=self._set(session, event), done_s=self._done_s(event.done_ms))
                )
            case SessionEnded():
                return self._writer.write(
                    EndSession(
                        session_id=session.session_id,
                        ended_at=max(self._wall_clock(), session.started_at),
                        outcome=event.outcome,
                        done_s=self._done_s(event.done_ms),
                    )
                )
        return None

    def note(self, *, pain_after: int | None, note: str) -> Future[None] | None:
        """What the person says after the session; said again, it takes the place of what was said before."""
        if self._session is None:
            return None
        session_id, now = self._session.session_id, self._wall_clock()
        return self._writer.write(
            NoteSession(session_id=session_id, pain_after=pain_after, note=note, rated_at=now)
        )

    def rate(
        self,
        occasion: Occasion,
        *,
        score: int | None,
        place: str = "",
        note: str = "",
        signs: frozenset[Sign] = frozenset(),
        exercise_id: str = "",
        pain_id: str = "",
    ) -> Future[None] | None:
        """It hurts, or hurt: a rating that belongs to the session, in place of one of the same `pain_id`."""
        if self._session is None:
            return None
        pain = PainRecord(
            pain_id=pain_id or self._make_id(),
            rated_at=self._wall_clock(),
            occasion=occasion,
            score=score,
            session_id=self._session.session_id,
            place=place,
            note=note,
            signs=signs,
            exercise_id=exercise_id,
        )
        return self._writer.write(AddPain(pain=pain))

    def take_back(self, pain_id: str) -> Future[None] | None:
        """A rating of the session that was not meant."""
        if self._session is None or not pain_id:
            return None
        return self._writer.write(TakeBackPain(pain_id=pain_id, session_id=self._session.session_id))

    def close_interrupted(self, session: SessionRecord) -> Future[None]:
        """End a session that the program did not see the end of; what was done stays as it is."""
        return self._writer.write(
            EndSession(
                session_id=session.session_id,
                ended_at=session.started_at + timedelta(seconds=session.done_s),
                outcome=SessionOutcome.INTERRUPTED,
                done_s=session.done_s,
            )
        )

    def _done_s(self, done_ms: int) -> float:
        return self._done_before_s + done_ms / SECOND_MS

    def _set(self, session: SessionRecord, event: SetEnded) -> SetRecord:
        phase = event.phase
        return SetRecord(
            set_id=self._make_id(),
            session_id=session.session_id,
            started_at=self._phase_started_at or self._wall_clock(),
            step=phase.step,
            exercise_id=phase.exercise_id,
            exercise=self._names.get(phase.exercise_id, phase.exercise_id),
            side=phase.side,
            set_number=phase.set_number,
            planned_s=phase.duration_ms / SECOND_MS,
            held_s=round(event.held_ms / SECOND_MS, 1),
            outcome=event.outcome,
            planned_reps=phase.reps,
            reps=phase.reps if event.outcome is SetOutcome.COMPLETED else None,
        )
