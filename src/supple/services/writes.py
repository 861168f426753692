"""What can be written to a history, as plain values: each can wait, be kept in a file, and be written again.

`Write` is the one list of them: a class and its fields are what a file of unsaved records holds.
"""

from dataclasses import dataclass
from datetime import datetime

from supple.domain.checks.kept_photo import PhotoRecord
from supple.domain.plan import PlanRecord
from supple.domain.record import (
    NoteRecord,
    PainRecord,
    ReadingRecord,
    SafetyRecord,
    SelfTestRecord,
    SessionRecord,
    SetRecord,
)
from supple.domain.routine import SessionPlan
from supple.domain.session import SessionOutcome


@dataclass(frozen=True, slots=True, kw_only=True)
class BeginSession:
    """A session that has just begun; a rating in `pain_before` is a pain record as well."""

    session: SessionRecord


@dataclass(frozen=True, slots=True, kw_only=True)
class AddSet:
    """One attempt at a set and the session's running time so far."""

    record: SetRecord
    done_s: float


@dataclass(frozen=True, slots=True, kw_only=True)
class EndSession:
    """How a session ended."""

    session_id: str
    ended_at: datetime
    outcome: SessionOutcome
    done_s: float


@dataclass(frozen=True, slots=True, kw_only=True)
class EndCutOff:
    """Every session without an end that began before then was interrupted; none of them is read."""

    before: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangePlan:
    """What a running session plays from now on, so that it goes on so when it is cut off."""

    session_id: str
    plan: SessionPlan


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteSession:
    """What the person says after a session, in place of what was said before.

    `rated_at` None is the session's end. The rating is a pain record as well.
    """

    session_id: str
    pain_after: int | None
    note: str
    rated_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AddPain:
    """One rating; a session has one before and one after, the newest counts, as of one id."""

    pain: PainRecord


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeBackPain:
    """One rating that the person took back; one that is not there changes nothing."""

    pain_id: str
    session_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AddSelfTest:
    """A self-test with its checks; one kept again under its id takes the place of the earlier."""

    self_test: SelfTestRecord


@dataclass(frozen=True, slots=True, kw_only=True)
class KeepPhoto:
    """The small copy of a photo; nothing is kept for a try that is not there, or was taken back meanwhile."""

    photo: PhotoRecord


@dataclass(frozen=True, slots=True, kw_only=True)
class DropPhoto:
    """A copy that the person deletes; its try keeps its angle, and knows it again if it is kept again."""

    photo_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AddReading:
    """What a self-test amounts to; earlier readings of it stay."""

    reading: ReadingRecord


@dataclass(frozen=True, slots=True, kw_only=True)
class AddSafety:
    """The answers to the safety questions; earlier ones stay."""

    safety: SafetyRecord


@dataclass(frozen=True, slots=True, kw_only=True)
class KeepNotes:
    """Notes about exercises in place of earlier ones; `only_new` leaves those that are there.

    One that is taken away stays as an empty one, so that nothing older brings it back.
    """

    notes: tuple[NoteRecord, ...]
    only_new: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class KeepPlan:
    """Plans as they are now, each in place of what was kept of it: together where one rests for the other."""

    plans: tuple[PlanRecord, ...]


Write = (
    BeginSession
    | AddSet
    | EndSession
    | EndCutOff
    | ChangePlan
    | NoteSession
    | AddPain
    | TakeBackPain
    | AddSelfTest
    | KeepPhoto
    | DropPhoto
    | AddReading
    | AddSafety
    | KeepNotes
    | KeepPlan
)


def session_of(write: Write) -> str | None:
    """The session that `write` belongs to; None for what stands for itself."""
    match write:
        case BeginSession():
            return write.session.session_id
        case AddSet():
            return write.record.session_id
        case AddPain():
            return write.pain.session_id
        case EndSession() | ChangePlan() | NoteSession() | TakeBackPain():
            return write.session_id
    return None
