"""A history in memory that can be told to refuse, for the tests of services."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from supple.domain.record import (
    NoteRecord,
    PainRecord,
    SafetyRecord,
    SelfTestRecord,
    SessionRecord,
    SetRecord,
)
from supple.domain.session import SessionOutcome
from supple.domain.trouble import Trouble
from supple.services.history import HistoryError
from supple.services.nothing_kept import NothingKept


class FakeHistory(NothingKept):
    """Keeps records in lists; while `trouble` is set every write raises it."""

    def __init__(self) -> None:
        self.trouble: Trouble | None = None
        self.bug: Exception | None = None
        self.kept: list[str] = []
        self.by_id: dict[str, SessionRecord] = {}
        self.set_list: list[SetRecord] = []
        self.pain_list: list[PainRecord] = []
        self.self_test_list: list[SelfTestRecord] = []
        self.safety_list: list[SafetyRecord] = []
        self.note_list: list[NoteRecord] = []

    def _write(self, word: str) -> None:
        if self.trouble is not None:
            raise HistoryError(self.trouble)
        if self.bug is not None:
            bug, self.bug = self.bug, None
            raise bug
        self.kept.append(word)

    def begin_session(self, session: SessionRecord) -> None:
        self._write("begin")
        self.by_id[session.session_id] = session

    def add_set(self, record: SetRecord, *, done_s: float) -> None:
        self._write(f"set {record.step}.{record.set_number} {record.side}")
        self.set_list.append(record)
        self.by_id[record.session_id] = replace(self.by_id[record.session_id], done_s=done_s)

    def end_session(
        self, session_id: str, *, ended_at: datetime, outcome: SessionOutcome, done_s: float
    ) -> None:
        self._write("end")
        self.by_id[session_id] = replace(
            self.by_id[session_id], ended_at=ended_at, outcome=outcome, done_s=done_s
        )

    def note_session(
        self, session_id: str, *, pain_after: int | None, note: str, rated_at: datetime | None = None
    ) -> None:
        self._write("note")
        self.by_id[session_id] = replace(self.by_id[session_id], pain_after=pain_after, note=note)

    def add_pain(self, pain: PainRecord) -> None:
        self._write("pain")
        self.pain_list.append(pain)

    def take_back_pain(self, pain_id: str) -> None:
        self._write("pain back")
        self.pain_list = [pain for pain in self.pain_list if pain.pain_id != pain_id]

    def add_self_test(self, self_test: SelfTestRecord) -> None:
        self._write("self-test")
        self.self_test_list.append(self_test)

    def add_safety(self, safety: SafetyRecord) -> None:
        self._write("safety")
        self.safety_list.append(safety)

    def sessions(
        self, *, since: datetime | None = None, until: datetime | None = None
    ) -> Iterable[SessionRecord]:
        return [s for s in self.by_id.values() if _within(s.started_at, since, until)]

    def sets(self, *, since: datetime | None = None, until: datetime | None = None) -> Iterable[SetRecord]:
        return [s for s in self.set_list if _within(s.started_at, since, until)]

    def self_tests(
        self, *, since: datetime | None = None, until: datetime | None = None
    ) -> Iterable[SelfTestRecord]:
        return [t for t in self.self_test_list if _within(t.taken_at, since, until)]

    def pains(self, *, since: datetime | None = None, until: datetime | None = None) -> Iterable[PainRecord]:
        return [p for p in self.pain_list if _within(p.rated_at, since, until)]

    def signed_pains(self) -> Iterable[PainRecord]:
        return [pain for pain in self.pain_list if pain.signs or pain.red_signs]

    def safeties(
        self, *, since: datetime | None = None, until: datetime | None = None
    ) -> Iterable[SafetyRecord]:
        return [s for s in self.safety_list if _within(s.answered_at, since, until)]

    def sets_of(self, session_id: str) -> Iterable[SetRecord]:
        return [s for s in self.set_list if s.session_id == session_id]

    def keep_notes(self, written: Sequence[NoteRecord], *, only_new: bool = False) -> None:
        self._write("notes")
        there = {note.exercise_id for note in self.note_list} if only_new else set()
        self.note_list += [note for note in written if note.exercise_id not in there]

    def notes(self) -> Iterable[NoteRecord]:
        return self.note_list


def _within(moment: datetime, since: datetime | None, until: datetime | None) -> bool:
    return (since is None or moment >= since) and (until is None or moment < until)
