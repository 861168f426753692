"""Writes to the history from one thread of its own, in order; what cannot be written now waits and is tried again."""

import logging
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from datetime import datetime
from typing import ParamSpec

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
from supple.domain.trouble import Trouble
from supple.services.bug_hook import bugs_told
from supple.services.history import History, HistoryError
from supple.services.writes import (
    AddPain,
    AddSafety,
    AddSelfTest,
    AddSet,
    BeginSession,
    ChangePlan,
    EndCutOff,
    EndSession,
    KeepNotes,
    NoteSession,
    TakeBackPain,
    Write,
)

P = ParamSpec("P")

log = logging.getLogger(__name__)


class HistoryWriter:
    """The writing verbs of History, without waiting for the disk.

    Each verb returns a future: its result comes when the record and all before it are on disk; HistoryError means
    that the record waits in memory, is counted by `pending`, and is written first of all by the next verb, `retry`,
    `use` or `close`. Any other exception is a bug: it goes to the hook of all threads, and its record is given up.
    Before `use` there is no history: records wait. What belongs to the newest session is remembered until the next one:
    a history that does not know it, because another file took its place, is told all of it again.
    """

    def __init__(self, history: History | None = None) -> None:
        """Write to `history`, or wait for `use`."""
        self._history = history
        self._trouble = Trouble.NOT_OPEN
        self._waiting: deque[Write] = deque()  # touched by the writing thread only
        self._newest_session: list[Write] = []
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="history-writer")

    @property
    def pending(self) -> int:
        """Records that are not on disk yet because it could not be written; those under way are counted too."""
        return len(self._waiting)

    @property
    def waiting(self) -> tuple[Write, ...]:
        """What is not on disk yet, oldest first; to be asked when the thread has ended, or has nothing to do."""
        return tuple(self._waiting)

    def use(self, history: History) -> Future[None]:
        """From now on write to `history`, beginning with what waits."""
        return self._do(self._use, history)

    def lose(self, trouble: Trouble) -> Future[None]:
        """There is no history to write to, because of `trouble`: records wait until `use`."""
        return self._do(self._lose, trouble)

    def retry(self) -> Future[None]:
        """Write what waits."""
        return self._do(self._write_waiting)

    def settle(self, timeout_s: float) -> int:
        """Let what is under way come to its end, for at most `timeout_s`, and say how many records wait then."""
        with suppress(TimeoutError):
            self._do(_nothing).result(timeout_s)
        return self.pending

    def close(self) -> int:
        """Write what waits, end the thread, and say how many records could not be kept."""
        last = self.retry()
        self._thread.shutdown(wait=True)
        error = last.exception()
        if error is not None and not isinstance(error, HistoryError):
            raise error
        return self.pending

    def write_again(self, writes: Iterable[Write]) -> "list[Future[None]]":
        """Keep what an earlier run of the program could not, in its order."""
        return [self._submit(write) for write in writes]

    def remember(self, session: SessionRecord) -> None:
        """`session`, begun in an earlier run of the program, goes on: its record is there already."""
        self._do(self._begin_remembering, BeginSession(session=session))

    def begin_session(self, session: SessionRecord) -> Future[None]:
        """Remember a session that has just begun."""
        return self._submit(BeginSession(session=session))

    def add_set(self, record: SetRecord, *, done_s: float) -> Future[None]:
        """Keep one attempt at a set and the session's running time so far."""
        return self._submit(AddSet(record=record, done_s=done_s))

    def end_session(
        self, session_id: str, *, ended_at: datetime, outcome: SessionOutcome, done_s: float
    ) -> Future[None]:
        """Close a session."""
        return self._submit(
            EndSession(session_id=session_id, ended_at=ended_at, outcome=outcome, done_s=done_s)
        )

    def change_plan(self, session_id: str, plan: SessionPlan) -> Future[None]:
        """Keep what a running session plays from now on."""
        return self._submit(ChangePlan(session_id=session_id, plan=plan))

    def note_session(
        self, session_id: str, *, pain_after: int | None, note: str, rated_at: datetime | None = None
    ) -> Future[None]:
        """Keep what the person says after a session."""
        return self._submit(
            NoteSession(session_id=session_id, pain_after=pain_after, note=note, rated_at=rated_at)
        )

    def add_pain(self, pain: PainRecord) -> Future[None]:
        """Keep one rating."""
        return self._submit(AddPain(pain=pain))

    def take_back_pain(self, pain_id: str, *, session_id: str | None) -> Future[None]:
        """Forget one rating."""
        return self._submit(TakeBackPain(pain_id=pain_id, session_id=session_id))

    def add_self_test(self, self_test: SelfTestRecord) -> Future[None]:
        """Keep a self-test with its checks."""
        return self._submit(AddSelfTest(self_test=self_test))

    def add_safety(self, safety: SafetyRecord) -> Future[None]:
        """Keep the answers to the safety questions."""
        return self._submit(AddSafety(safety=safety))

    def keep_notes(self, notes: Sequence[NoteRecord], *, only_new: bool = False) -> Future[None]:
        """Keep notes about exercises."""
        return self._submit(KeepNotes(notes=tuple(notes), only_new=only_new))

    def end_cut_off(self, *, before: datetime) -> Future[None]:
        """End every session without an end that began before that."""
        return self._submit(EndCutOff(before=before))

    def _submit(self, write: Write) -> Future[None]:
        return self._do(self._take, write)

    def _do(self, work: Callable[P, None], *args: P.args, **kwargs: P.kwargs) -> Future[None]:
        return self._thread.submit(bugs_told()(work), *args, **kwargs)

    def _take(self, write: Write) -> None:
        if isinstance(write, BeginSession):
            self._begin_remembering(write)
        elif self._belongs_to_newest(write):
            self._newest_session.append(write)
        self._waiting.append(write)
        self._write_waiting()

    def _begin_remembering(self, write: BeginSession) -> None:
        self._newest_session = [write]

    def _belongs_to_newest(self, write: Write) -> bool:
        return bool(self._newest_session) and write.session_id == self._newest_session[0].session_id

    def _use(self, history: History) -> None:
        self._history = history
        self._write_waiting()

    def _lose(self, trouble: Trouble) -> None:
        self._history = None
        self._trouble = trouble

    def _write_waiting(self) -> None:
        while self._waiting:
            if self._history is None:
                raise HistoryError(self._trouble)
            try:
                self._write(self._waiting[0], self._history)
            except HistoryError as error:
                log.info("%d records wait: %s", len(self._waiting), error)
                raise
            except BaseException:
                self._waiting.popleft()  # a bug: trying again would only stop what comes after it
                raise
            self._waiting.popleft()

    def _write(self, write: Write, history: History) -> None:
        """Write one record; to a history that does not know its session, the whole session again."""
        try:
            write.write(history)
        except HistoryError as error:
            if error.trouble is not Trouble.REPLACED:
                raise
            if not self._belongs_to_newest(write):
                raise LookupError(f"a session that nobody remembers: {error.detail}") from error
            log.info("another file has taken the place of the history: the session is written again")
            for earlier in self._newest_session:
                earlier.write(history)
                if earlier is write:
                    break


def _nothing() -> None:
    """What the writing thread does when all before it is done."""
