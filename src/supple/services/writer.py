"""Writes to the history from one thread of its own, in order; what cannot be written now waits and is tried again."""

import logging
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from typing import ParamSpec

from supple.domain.record import SessionRecord
from supple.domain.trouble import Trouble
from supple.services.bug_hook import bugs_told
from supple.services.history import History, HistoryError
from supple.services.writes import BeginSession, KeepPhoto, Write, session_of

P = ParamSpec("P")

log = logging.getLogger(__name__)


class HistoryWriter:
    """Writes to a History without waiting for the disk.

    `write` returns a future: its result comes when the record and all before it are on disk; HistoryError means
    that the record waits in memory, is counted by `pending`, and is written first of all by the next `write`, `retry`,
    `use` or `close`; the copy of a photo is given up instead: it would take the room of what comes after it.
    Any other exception is a bug: it goes to the hook of all threads, and its record is given up.
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

    def remember(self, session: SessionRecord) -> None:
        """`session`, begun in an earlier run of the program, goes on: its record is there already."""
        self._do(self._begin_remembering, BeginSession(session=session))

    def write(self, write: Write) -> Future[None]:
        """Keep what `write` says."""
        return self._do(self._take, write)

    def _do(self, work: Callable[P, None], *args: P.args, **kwargs: P.kwargs) -> Future[None]:
        return self._thread.submit(bugs_told()(work), *args, **kwargs)

    def _take(self, write: Write) -> None:
        if isinstance(write, BeginSession):
            self._begin_remembering(write)
        elif self._belongs_to_newest(write):
            self._newest_session.append(write)
        self._waiting.append(write)
        try:
            self._write_waiting()
        except HistoryError:
            if isinstance(write, KeepPhoto):
                self._waiting.remove(write)  # an angle behind it may still find room
            raise

    def _begin_remembering(self, write: BeginSession) -> None:
        self._newest_session = [write]

    def _belongs_to_newest(self, write: Write) -> bool:
        return bool(self._newest_session) and session_of(write) == session_of(self._newest_session[0])

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
            history.write(write)
        except HistoryError as error:
            if error.trouble is not Trouble.REPLACED:
                raise
            if not self._belongs_to_newest(write):
                raise LookupError(f"a session that nobody remembers: {error.detail}") from error
            log.info("another file has taken the place of the history: the session is written again")
            for earlier in self._newest_session:
                history.write(earlier)
                if earlier is write:
                    break


def _nothing() -> None:
    """What the writing thread does when all before it is done."""
