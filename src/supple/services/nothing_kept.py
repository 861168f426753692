"""A history that holds nothing and keeps nothing."""

# ruff: noqa: ARG002 - the arguments are those of History

from collections.abc import Iterable, Sequence
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


class NothingKept:
    """Where there is no history: reading finds nothing, writing is forgotten."""

    def begin_session(self, session: SessionRecord) -> None:
        """Forget it."""

    def add_set(self, record: SetRecord, *, done_s: float) -> None:
        """Forget it."""

    def end_session(
        self, session_id: str, *, ended_at: datetime, outcome: SessionOutcome, done_s: float
    ) -> None:
        """Forget it."""

    def end_cut_off(self, *, before: datetime) -> None:
        """There is none."""

    def change_plan(self, session_id: str, plan: SessionPlan) -> None:
        """Forget it."""

    def note_session(
        self, session_id: str, *, pain_after: int | None, note: str, rated_at: datetime | None = None
    ) -> None:
        """Forget it."""

    def add_pain(self, pain: PainRecord) -> None:
        """Forget it."""

    def take_back_pain(self, pain_id: str) -> None:
        """Nothing is there."""

    def add_self_test(self, self_test: SelfTestRecord) -> None:
        """Forget it."""

    def add_safety(self, safety: SafetyRecord) -> None:
        """Forget it."""

    def keep_notes(self, written: Sequence[NoteRecord], *, only_new: bool = False) -> None:
        """Forget them."""

    def notes(self) -> Iterable[NoteRecord]:
        """None."""
        return ()

    def last_safety(self) -> SafetyRecord | None:
        """None."""
        return None

    def last_self_test(self) -> SelfTestRecord | None:
        """None."""
        return None

    def sessions(
        self, *, since: datetime | None = None, until: datetime | None = None
    ) -> Iterable[SessionRecord]:
        """None."""
        return ()

    def sets(self, *, since: datetime | None = None, until: datetime | None = None) -> Iterable[SetRecord]:
        """None."""
        return ()

    def self_tests(
        self, *, since: datetime | None = None, until: datetime | None = None
    ) -> Iterable[SelfTestRecord]:
        """None."""
        return ()

    def pains(self, *, since: datetime | None = None, until: datetime | None = None) -> Iterable[PainRecord]:
        """None."""
        return ()

    def signed_pains(self) -> Iterable[PainRecord]:
        """None."""
        return ()

    def safeties(
        self, *, since: datetime | None = None, until: datetime | None = None
    ) -> Iterable[SafetyRecord]:
        """None."""
        return ()

    def sets_of(self, session_id: str) -> Iterable[SetRecord]:
        """None."""
        return ()

    def unfinished_session(self) -> SessionRecord | None:
        """None."""
        return None
