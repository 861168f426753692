"""The history as the rest of the program sees it: a few verbs over records, and how keeping them can fail."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Protocol

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
from supple.domain.trouble import SurroundingsError, Trouble


class HistoryError(SurroundingsError):
    """The surroundings (disk, rights, another program) kept a record from being read or written."""

    def __init__(self, trouble: Trouble, detail: str = "") -> None:
        """Keep the trouble for the sentence and the detail for the log."""
        super().__init__(f"{trouble}: {detail}" if detail else str(trouble))
        self.trouble = trouble
        self.detail = detail


class History(Protocol):
    """Where records are kept. Each verb is one transaction; all raise HistoryError; any thread may call them.

    Writing a record that is there already (the same id) changes nothing, so a write may be tried again.
    Readers return oldest first, reading as they are iterated (HistoryError can come then); `since` and `until`
    bound the start time, `until` excluded.
    """

    def begin_session(self, session: SessionRecord) -> None:
        """Remember a session that has just begun; a rating in `pain_before` is a pain record as well."""

    def add_set(self, record: SetRecord, *, done_s: float) -> None:
        """Keep one attempt at a set and the session's running time so far."""

    def end_session(
        self, session_id: str, *, ended_at: datetime, outcome: SessionOutcome, done_s: float
    ) -> None:
        """Close a session."""

    def end_cut_off(self, *, before: datetime) -> None:
        """Close every session without an end that began before then as interrupted, without reading it."""

    def change_plan(self, session_id: str, plan: SessionPlan) -> None:
        """Keep what a running session plays from now on, so that it goes on so when it is cut off."""

    def note_session(
        self, session_id: str, *, pain_after: int | None, note: str, rated_at: datetime | None = None
    ) -> None:
        """Keep what the person says after a session, in place of what was said before.

        `rated_at` None is the session's end. The rating is a pain record as well.
        """

    def add_pain(self, pain: PainRecord) -> None:
        """Keep one rating; a session has one before and one after, the newest counts, as of one id."""

    def take_back_pain(self, pain_id: str) -> None:
        """Forget one rating that the person took back; one that is not there changes nothing."""

    def add_self_test(self, self_test: SelfTestRecord) -> None:
        """Keep a self-test with its checks."""

    def add_safety(self, safety: SafetyRecord) -> None:
        """Keep the answers to the safety questions; earlier ones stay."""

    def keep_notes(self, written: Sequence[NoteRecord], *, only_new: bool = False) -> None:
        """Keep notes about exercises in place of earlier ones; `only_new` leaves those that are there.

        One that is taken away stays as an empty one, so that nothing older brings it back.
        """

    def notes(self) -> Iterable[NoteRecord]:
        """The note about each exercise that ever had one, also those that were taken away."""

    def last_safety(self) -> SafetyRecord | None:
        """The newest answers to the safety questions."""

    def last_self_test(self) -> SelfTestRecord | None:
        """The newest self-test."""

    def sessions(
        self, *, since: datetime | None = None, until: datetime | None = None
    ) -> Iterable[SessionRecord]:
        """Sessions, with `sets_done` counted from their sets."""

    def sets(self, *, since: datetime | None = None, until: datetime | None = None) -> Iterable[SetRecord]:
        """Sets."""

    def self_tests(
        self, *, since: datetime | None = None, until: datetime | None = None
    ) -> Iterable[SelfTestRecord]:
        """Self-tests."""

    def pains(self, *, since: datetime | None = None, until: datetime | None = None) -> Iterable[PainRecord]:
        """Pain ratings."""

    def signed_pains(self) -> Iterable[PainRecord]:
        """Every rating that was told with a sign, or below the knee."""

    def safeties(
        self, *, since: datetime | None = None, until: datetime | None = None
    ) -> Iterable[SafetyRecord]:
        """Every round of answers to the safety questions."""

    def sets_of(self, session_id: str) -> Iterable[SetRecord]:
        """The sets of one session in the order they were done."""

    def unfinished_session(self) -> SessionRecord | None:
        """The newest session without an end: the program was closed or cut off while it ran."""
