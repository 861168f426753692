"""What can be written to a history, as plain values: each can wait, be kept in a file, and be written again."""

from dataclasses import dataclass
from datetime import datetime

from supple.domain.record import (
    NoteRecord,
    PainRecord,
    SafetyRecord,
    SelfTestRecord,
    SessionRecord,
    SetRecord,
)
from supple.domain.routine import SessionPlan
from supple.domain.session import SessionOutcome
from supple.services.history import History


@dataclass(frozen=True, slots=True, kw_only=True)
class BeginSession:
    """A session that has just begun."""

    session: SessionRecord

    @property
    def session_id(self) -> str | None:
        """The session it belongs to."""
        return self.session.session_id

    def write(self, history: History) -> None:
        """Keep it."""
        history.begin_session(self.session)


@dataclass(frozen=True, slots=True, kw_only=True)
class AddSet:
    """One attempt at a set and the session's running time so far."""

    record: SetRecord
    done_s: float

    @property
    def session_id(self) -> str | None:
        """The session it belongs to."""
        return self.record.session_id

    def write(self, history: History) -> None:
        """Keep it."""
        history.add_set(self.record, done_s=self.done_s)


@dataclass(frozen=True, slots=True, kw_only=True)
class EndSession:
    """A session's end."""

    session_id: str
    ended_at: datetime
    outcome: SessionOutcome
    done_s: float

    def write(self, history: History) -> None:
        """Keep it."""
        history.end_session(self.session_id, ended_at=self.ended_at, outcome=self.outcome, done_s=self.done_s)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangePlan:
    """What a running session plays from now on."""

    session_id: str
    plan: SessionPlan

    def write(self, history: History) -> None:
        """Keep it."""
        history.change_plan(self.session_id, self.plan)


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteSession:
    """What the person says after a session."""

    session_id: str
    pain_after: int | None
    note: str
    rated_at: datetime | None = None

    def write(self, history: History) -> None:
        """Keep it."""
        history.note_session(
            self.session_id, pain_after=self.pain_after, note=self.note, rated_at=self.rated_at
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class AddPain:
    """One rating."""

    pain: PainRecord

    @property
    def session_id(self) -> str | None:
        """The session it belongs to, if any."""
        return self.pain.session_id

    def write(self, history: History) -> None:
        """Keep it."""
        history.add_pain(self.pain)


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeBackPain:
    """One rating that the person took back."""

    pain_id: str
    session_id: str | None = None

    def write(self, history: History) -> None:
        """Forget it."""
        history.take_back_pain(self.pain_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class AddSelfTest:
    """A self-test with its checks."""

    self_test: SelfTestRecord

    @property
    def session_id(self) -> str | None:
        """None: it belongs to no session."""
        return None

    def write(self, history: History) -> None:
        """Keep it."""
        history.add_self_test(self.self_test)


@dataclass(frozen=True, slots=True, kw_only=True)
class AddSafety:
    """The answers to the safety questions."""

    safety: SafetyRecord

    @property
    def session_id(self) -> str | None:
        """None: it belongs to no session."""
        return None

    def write(self, history: History) -> None:
        """Keep it."""
        history.add_safety(self.safety)


@dataclass(frozen=True, slots=True, kw_only=True)
class EndCutOff:
    """Every session without an end that began before then, unread."""

    before: datetime

    @property
    def session_id(self) -> str | None:
        """None: whichever they are."""
        return None

    def write(self, history: History) -> None:
        """End them."""
        history.end_cut_off(before=self.before)


@dataclass(frozen=True, slots=True, kw_only=True)
class KeepNotes:
    """What the person wrote about exercises; `only_new` leaves what is there."""

    notes: tuple[NoteRecord, ...]
    only_new: bool = False

    @property
    def session_id(self) -> str | None:
        """None: it belongs to no session."""
        return None

    def write(self, history: History) -> None:
        """Keep it."""
        history.keep_notes(self.notes, only_new=self.only_new)


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
    | AddSafety
    | KeepNotes
)
