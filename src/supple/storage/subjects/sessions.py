"""Sessions and their sets."""

import logging
from dataclasses import replace
from typing import Any

import msgspec
from sqlalchemy import (
    CheckConstraint,
    Column,
    Connection,
    ForeignKey,
    Index,
    Select,
    Table,
    Text,
    Update,
    distinct,
    func,
    select,
    update,
)

from supple.domain.ease import plan_timeline, sets_to_do
from supple.domain.minutes import SECOND_MS
from supple.domain.record import Occasion, SessionRecord, SetRecord
from supple.domain.routine import SessionPlan
from supple.domain.session import SessionOutcome, SetOutcome
from supple.domain.session_plan_bounds import is_doable
from supple.domain.side import Side
from supple.domain.trouble import Trouble
from supple.services.history import HistoryError
from supple.services.writes import AddSet, BeginSession, ChangePlan, EndCutOff, EndSession, NoteSession
from supple.storage.columns import (
    UNREADABLE,
    RowValues,
    at_least,
    key,
    metadata,
    moment_of,
    one_of,
    seconds_of,
    text,
    time,
    time_row,
    utc_text,
)
from supple.storage.subject import Fetch, Subject, add, readable
from supple.storage.subjects.pains import pains, rate, rate_again

log = logging.getLogger(__name__)

_MOST_RUN_S = 24 * 3600.0
_MOST_SETS = 10_000
_MOST_PLAN = 1_000_000  # characters; the longest routine takes a hundredth of that

sessions = Table(
    "sessions",
    metadata,
    key(),
    Column("session_id", Text, nullable=False, unique=True),
    *time("started"),
    *time("ended", nullable=True),
    text("routine_id"),
    text("routine"),
    *at_least("planned_s", 0),
    *at_least("sets_planned", 0, whole=True),
    *at_least("done_s", 0),
    *one_of("outcome", SessionOutcome, nullable=True),
    text("note"),
    Column("plan_json", Text),
    CheckConstraint("plan_json IS NULL OR json_valid(plan_json)"),
    CheckConstraint("(outcome IS NULL) = (ended_at IS NULL)"),
    CheckConstraint("ended_at >= started_at"),
    sqlite_strict=True,
)

sets = Table(
    "sets",
    metadata,
    key(),
    Column("set_id", Text, nullable=False, unique=True),
    Column("session_id", Text, ForeignKey("sessions.session_id"), nullable=False),
    *time("started"),
    *at_least("step", 1, whole=True),
    text("exercise_id"),
    text("exercise"),
    *one_of("side", Side),
    *at_least("set_number", 1, whole=True),
    *at_least("planned_s", 0),
    *at_least("held_s", 0),
    *one_of("outcome", SetOutcome),
    *at_least("planned_reps", 1, whole=True, nullable=True),
    *at_least("reps", 0, whole=True, nullable=True),
    sqlite_strict=True,
)
Index("sessions_by_start", sessions.c.started_at)
Index("sets_by_start", sets.c.started_at)
Index("sets_of_session", sets.c.session_id)


def _rows() -> Select[Any]:
    """Sessions with their completed sets, each counted once, and their ratings; without their plans."""
    one_set = func.printf("%d %s %s %d", sets.c.step, sets.c.exercise_id, sets.c.side, sets.c.set_number)
    done = select(func.count(distinct(one_set))).where(
        sets.c.session_id == sessions.c.session_id, sets.c.outcome == SetOutcome.COMPLETED
    )
    return select(
        *(column for column in sessions.c if column is not sessions.c.plan_json),
        done.scalar_subquery().label("sets_done"),
        _rating(Occasion.BEFORE).label("pain_before"),
        _rating(Occasion.AFTER).label("pain_after"),
    )


def _rating(occasion: Occasion) -> Any:
    return (
        select(pains.c.score)
        .where(pains.c.session_id == sessions.c.session_id, pains.c.occasion == occasion)
        .order_by(pains.c.number.desc())
        .limit(1)
        .scalar_subquery()
    )


def _row(session: SessionRecord) -> RowValues:
    """The row of a session; its pain ratings and sets have rows of their own."""
    row = {
        "session_id": session.session_id,
        **time_row("started", session.started_at),
        "routine_id": session.routine_id,
        "routine": session.routine,
        "planned_s": session.planned_s,
        "sets_planned": session.sets_planned,
        "done_s": session.done_s,
        "outcome": session.outcome,
        "note": session.note,
        "plan_json": None if session.plan is None else _plan_text(session.plan),
    }
    return row if session.ended_at is None else row | time_row("ended", session.ended_at)


def _session(row: Any) -> SessionRecord:
    """The session a row stands for, with what is selected beside it, if it is."""
    ended = row.ended_at
    return SessionRecord(
        session_id=row.session_id,
        started_at=moment_of(row.started_at, row.started_offset_min),
        routine_id=row.routine_id,
        routine=row.routine,
        planned_s=seconds_of(row.planned_s),
        sets_planned=min(row.sets_planned, _MOST_SETS),
        ended_at=None if ended is None else moment_of(ended, row.ended_offset_min),
        done_s=seconds_of(row.done_s),
        sets_done=getattr(row, "sets_done", 0),
        outcome=None if row.outcome is None else SessionOutcome(row.outcome),
        pain_before=getattr(row, "pain_before", None),
        pain_after=getattr(row, "pain_after", None),
        note=row.note,
    )


def _plan_text(plan: SessionPlan) -> str:
    return msgspec.json.encode(plan).decode()


def _plan(text: str | None) -> SessionPlan | None:
    """The plan a session was begun with; None for one that this version does not understand or nobody could do."""
    if text is None or len(text) > _MOST_PLAN:
        return None
    try:
        plan = msgspec.json.decode(text, type=SessionPlan)
    except UNREADABLE as error:
        log.info("the plan of a session cannot be read: %s", error)
        return None
    return plan if is_doable(plan) else None


def _set_row(record: SetRecord) -> RowValues:
    return {
        "set_id": record.set_id,
        "session_id": record.session_id,
        **time_row("started", record.started_at),
        "step": record.step,
        "exercise_id": record.exercise_id,
        "exercise": record.exercise,
        "side": record.side,
        "set_number": record.set_number,
        "planned_s": record.planned_s,
        "held_s": record.held_s,
        "outcome": record.outcome,
        "planned_reps": record.planned_reps,
        "reps": record.reps,
    }


def _set(row: Any) -> SetRecord:
    return SetRecord(
        set_id=row.set_id,
        session_id=row.session_id,
        started_at=moment_of(row.started_at, row.started_offset_min),
        step=row.step,
        exercise_id=row.exercise_id,
        exercise=row.exercise,
        side=Side(row.side),
        set_number=row.set_number,
        planned_s=seconds_of(row.planned_s),
        held_s=seconds_of(row.held_s),
        outcome=SetOutcome(row.outcome),
        planned_reps=row.planned_reps,
        reps=row.reps,
    )


def unfinished_session(fetch: Fetch) -> SessionRecord | None:
    """The newest session without an end, with its plan."""
    statement = _rows().add_columns(sessions.c.plan_json).where(sessions.c.outcome.is_(None))
    row = next(iter(fetch(statement.order_by(sessions.c.number.desc()).limit(1))), None)
    return None if row is None else readable(row, _unfinished)


def _unfinished(row: Any) -> SessionRecord:
    return replace(_session(row), plan=_plan(row.plan_json))


def sets_of_session(session_id: str) -> Select[Any]:
    """The sets of one session in the order they were done."""
    return SETS.statement().where(sets.c.session_id == session_id).order_by(sets.c.number)


def _begin(connection: Connection, write: BeginSession) -> None:
    """A rating in the record becomes a row of its own."""
    session = write.session
    if add(connection, sessions, _row(session), key="session_id"):
        began, ended = session.started_at, session.ended_at or session.started_at
        rate(connection, session.session_id, Occasion.BEFORE, session.pain_before, began)
        rate(connection, session.session_id, Occasion.AFTER, session.pain_after, ended)


def _add_set(connection: Connection, write: AddSet) -> None:
    if add(connection, sets, _set_row(write.record), key="set_id"):
        connection.execute(_changed(write.record.session_id).values(done_s=write.done_s))


def _end(connection: Connection, write: EndSession) -> None:
    """Never before it began: the clock may have been set back."""
    ended = time_row("ended", write.ended_at)
    ended["ended_at"] = func.max(ended["ended_at"], sessions.c.started_at)
    _change(connection, write.session_id, outcome=write.outcome, done_s=write.done_s, **ended)


def _end_cut_off(connection: Connection, write: EndCutOff) -> None:
    """What stands in them is SQLite's to read."""
    ran = func.printf("+%f seconds", func.min(func.max(sessions.c.done_s, 0.0), _MOST_RUN_S))
    ended = func.strftime("%Y-%m-%dT%H:%M:%f000Z", sessions.c.started_at, ran)
    connection.execute(
        update(sessions)
        .where(sessions.c.outcome.is_(None), sessions.c.started_at < utc_text(write.before))
        .values(
            outcome=SessionOutcome.INTERRUPTED,
            ended_at=func.max(sessions.c.started_at, func.coalesce(ended, sessions.c.started_at)),
            ended_offset_min=sessions.c.started_offset_min,
        )
    )


def _change_plan(connection: Connection, write: ChangePlan) -> None:
    timeline = plan_timeline(write.plan)
    _change(
        connection,
        write.session_id,
        plan_json=_plan_text(write.plan),
        planned_s=timeline.total_ms / SECOND_MS,
        sets_planned=sets_to_do(timeline),
    )


def _note(connection: Connection, write: NoteSession) -> None:
    """In place of what was said before."""
    _change(connection, write.session_id, note=write.note)
    rated_at = write.rated_at
    if rated_at is None:
        session = _session(connection.execute(select(sessions).where(_is(write.session_id))).one())
        rated_at = session.ended_at or session.started_at
    rate_again(connection, write.session_id, Occasion.AFTER, write.pain_after, rated_at)


def _is(session_id: str) -> Any:
    return sessions.c.session_id == session_id


def _changed(session_id: str) -> Update:
    return update(sessions).where(_is(session_id))


def _change(connection: Connection, session_id: str, **values: Any) -> None:
    """Raises HistoryError of Trouble.REPLACED where the session is not."""
    if connection.execute(_changed(session_id).values(**values)).rowcount == 0:
        raise HistoryError(Trouble.REPLACED, f"session {session_id} is not in it")


SESSIONS = Subject(
    kind=SessionRecord,
    table=sessions,
    moment="started_at",
    decode=_session,
    decoders={"sessions": _session},
    writes={
        BeginSession: _begin,
        EndSession: _end,
        EndCutOff: _end_cut_off,
        ChangePlan: _change_plan,
        NoteSession: _note,
    },
    rows=_rows,
)
SETS = Subject(
    kind=SetRecord,
    table=sets,
    moment="started_at",
    decode=_set,
    decoders={"sets": _set},
    writes={AddSet: _add_set},
)
