"""Between the records of the domain and the rows of the tables."""

import json
import logging
import math
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import msgspec

from supple.domain.ease import plan_timeline, sets_to_do
from supple.domain.findings import Finding
from supple.domain.pain import Sign
from supple.domain.record import (
    Check,
    CheckRecord,
    NoteRecord,
    Occasion,
    PainRecord,
    SafetyRecord,
    SessionRecord,
    SetRecord,
)
from supple.domain.routine import MS, SessionPlan
from supple.domain.safety import Group
from supple.domain.session import SessionOutcome, SetOutcome
from supple.domain.session_plan_bounds import is_doable
from supple.domain.side import Side

log = logging.getLogger(__name__)

RowValues = dict[str, Any]
"""The values of one row by column name."""

UNREADABLE = (ValueError, TypeError, OverflowError, RecursionError, msgspec.MsgspecError)
"""What reading a row can raise when somebody else has written it."""

_MOST_OFFSET_MIN = 1439  # the schema allows a minute more than Python's clocks do
_MOST_S = 7 * 24 * 3600.0  # no session takes a week
_MOST_SETS = 10_000
_MOST_PLAN = 1_000_000  # characters; the longest routine takes a hundredth of that


class _Details(msgspec.Struct, frozen=True):
    """What stands in one column of a round of safety questions; moments keep their offset."""

    asked_at: dict[Group, datetime]
    agreed_at: dict[str, datetime]
    noted: dict[str, str]


def utc_text(moment: datetime) -> str:
    """`moment` as the tables hold it; ValueError for one without an offset."""
    if moment.utcoffset() is None:
        raise ValueError(f"{moment} has no offset from UTC")
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ").rjust(27, "0")


def time_row(name: str, moment: datetime) -> RowValues:
    """The two columns of a moment."""
    offset = moment.utcoffset() or timedelta()
    return {f"{name}_at": utc_text(moment), f"{name}_offset_min": round(offset / timedelta(minutes=1))}


def moment_of(text: str, offset_min: int | None) -> datetime:
    """The moment two columns stand for, on the clock of where the person was."""
    offset_min = min(max(offset_min or 0, -_MOST_OFFSET_MIN), _MOST_OFFSET_MIN)
    zone = timezone(timedelta(minutes=offset_min)) if offset_min else UTC
    return datetime.fromisoformat(text).astimezone(zone)


def seconds_of(number: float) -> float:
    """A length as a column holds it, brought into what a session can last; ValueError for none."""
    if math.isnan(number):
        raise ValueError("a length that is no number")
    return min(max(float(number), 0.0), _MOST_S)


def session_row(session: SessionRecord) -> RowValues:
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
        "plan_json": None if session.plan is None else plan_text(session.plan),
    }
    return row if session.ended_at is None else row | time_row("ended", session.ended_at)


def session_of(row: Any) -> SessionRecord:
    """The session a row stands for, with the `sets_done`, `pain_before` and `pain_after` selected beside it."""
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
        sets_done=row.sets_done,
        outcome=None if row.outcome is None else SessionOutcome(row.outcome),
        pain_before=row.pain_before,
        pain_after=row.pain_after,
        note=row.note,
    )


def plan_text(plan: SessionPlan) -> str:
    """A plan as its column holds it."""
    return msgspec.json.encode(plan).decode()


def planned(plan: SessionPlan) -> dict[str, float | int]:
    """How long a plan is and how many sets it has, as their columns hold it."""
    timeline = plan_timeline(plan)
    return {"planned_s": timeline.total_ms / MS, "sets_planned": sets_to_do(timeline)}


def plan_of(text: str | None) -> SessionPlan | None:
    """The plan a session was begun with; None for one that this version does not understand or nobody could do."""
    if text is None or len(text) > _MOST_PLAN:
        return None
    try:
        plan = msgspec.json.decode(text, type=SessionPlan)
    except UNREADABLE as error:
        log.info("the plan of a session cannot be read: %s", error)
        return None
    return plan if is_doable(plan) else None


def set_row(record: SetRecord) -> RowValues:
    """The row of one attempt at a set."""
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


def set_of(row: Any) -> SetRecord:
    """The attempt a row stands for."""
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


def check_row(self_test_id: str, check: CheckRecord) -> RowValues:
    """The row of one try."""
    return {
        "self_test_id": self_test_id,
        "check_name": check.check,
        "side": check.side,
        "try_number": check.try_number,
        "answer": check.answer,
        "finding": check.finding,
        "angle_deg": check.angle_deg,
        "error_deg": check.error_deg,
        "rules_version": check.rules_version,
    }


def check_of(row: Any) -> CheckRecord:
    """The try a row stands for."""
    return CheckRecord(
        check=Check(row.check_name),
        side=Side(row.side),
        try_number=row.try_number,
        answer=row.answer,
        finding=None if row.finding is None else Finding(row.finding),
        angle_deg=row.angle_deg,
        error_deg=row.error_deg,
        rules_version=row.rules_version,
    )


def self_test_moment_of(row: Any) -> datetime:
    """When the self-test a row stands for was taken."""
    return moment_of(row.taken_at, row.taken_offset_min)


def pain_row(pain: PainRecord) -> RowValues:
    """The row of a rating."""
    return {
        "pain_id": pain.pain_id,
        **time_row("rated", pain.rated_at),
        "occasion": pain.occasion,
        "score": pain.score,
        "session_id": pain.session_id,
        "place": pain.place,
        "note": pain.note,
        "signs": json.dumps(sorted(pain.signs)),
        "exercise_id": pain.exercise_id,
    }


def pain_of(row: Any) -> PainRecord:
    """The rating a row stands for."""
    return PainRecord(
        pain_id=row.pain_id,
        rated_at=moment_of(row.rated_at, row.rated_offset_min),
        occasion=Occasion(row.occasion),
        score=row.score,
        session_id=row.session_id,
        place=row.place,
        note=row.note,
        signs=frozenset(Sign(sign) for sign in _listed(row.signs)),
        exercise_id=row.exercise_id,
    )


def safety_row(safety: SafetyRecord) -> RowValues:
    """The row of one round of safety questions."""
    return {
        **time_row("answered", safety.answered_at),
        "ticked": json.dumps(sorted(safety.ticked)),
        "details": msgspec.json.encode(
            _Details(
                asked_at=dict(safety.asked_at), agreed_at=dict(safety.agreed_at), noted=dict(safety.noted)
            )
        ).decode(),
    }


def safety_of(row: Any) -> SafetyRecord:
    """The round of safety questions a row stands for.

    Before there were details every round asked all groups; C has questions since then that it could not answer.
    """
    answered_at = moment_of(row.answered_at, row.answered_offset_min)
    ticked = frozenset(_listed(row.ticked))
    if row.details is None:
        asked = (Group.EMERGENCY, Group.SEE_DOCTOR)
        return SafetyRecord(
            answered_at=answered_at, ticked=ticked, asked_at=dict.fromkeys(asked, answered_at)
        )
    details = msgspec.json.decode(row.details, type=_Details)
    return SafetyRecord(
        answered_at=answered_at,
        ticked=ticked,
        asked_at=details.asked_at,
        agreed_at=details.agreed_at,
        noted=details.noted,
    )


def note_row(note: NoteRecord) -> RowValues:
    """The row of what was written about an exercise."""
    return {
        "exercise_id": note.exercise_id,
        **time_row("written", note.written_at),
        "note": note.note,
    }


def note_of(row: Any) -> NoteRecord:
    """What was written about an exercise."""
    return NoteRecord(
        exercise_id=row.exercise_id,
        written_at=moment_of(row.written_at, row.written_offset_min),
        note=row.note,
    )


def _listed(text: str) -> list[str]:
    """The words of a column that holds a list of them; ValueError for anything else."""
    found = json.loads(text)
    if not isinstance(found, list) or not all(isinstance(word, str) for word in found):
        raise ValueError("no list of words")
    return found
