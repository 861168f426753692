"""The history in SQLite: each write is one transaction, and can be written again without harm."""

import sqlite3
from collections.abc import Collection, Iterator
from contextlib import closing, suppress
from datetime import datetime
from typing import Any, TypeVar

from sqlalchemy import Engine, Select, event
from sqlalchemy.exc import SQLAlchemyError

from supple.domain.checks.kept_photo import PhotoRecord
from supple.domain.record import PainRecord, SessionRecord, SetRecord
from supple.domain.side import Side
from supple.domain.trouble import Trouble
from supple.services.history import HistoryError
from supple.services.writes import Write
from supple.storage.log_care import LogCare
from supple.storage.schema import SUBJECTS
from supple.storage.subjects.pains import signed_pains
from supple.storage.subjects.photos import PHOTOS, last_photo, photo_of
from supple.storage.subjects.sessions import SETS, sets_of_session, unfinished_session

T = TypeVar("T")

_BATCH = 500  # rows fetched at a time
_SUBJECT_OF = {subject.kind: subject for subject in SUBJECTS}
_WRITES = {kind: write for subject in SUBJECTS for kind, write in subject.writes.items()}


class SqlHistory:
    """The History of services over an engine made by storage.database; safe to use from any thread."""

    def __init__(
        self, engine: Engine, *, log_care: LogCare | None = None, restore_taken_back: bool = False
    ) -> None:
        """Take over `engine`; `close` ends it.

        `log_care`: what was done about the log before; `restore_taken_back`: whether a restore had been cut off.
        """
        self._engine = engine
        self.log_care = log_care
        self.restore_taken_back = restore_taken_back

    def close(self) -> None:
        """Fold the write-ahead log into the file and let go of it; what cannot be folded now stays in the log."""
        with (
            suppress(HistoryError, SQLAlchemyError, sqlite3.Error),
            closing(self._engine.raw_connection()) as connection,  # beside transactions
            closing(connection.cursor()) as cursor,
        ):
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        self._engine.dispose()
        event.listen(self._engine, "do_connect", _refuse)

    def write(self, write: Write) -> None:
        """Keep what `write` says."""
        with self._engine.begin() as connection:
            _WRITES[type(write)](connection, write)

    def read(
        self, kind: type[T], *, since: datetime | None = None, until: datetime | None = None
    ) -> Iterator[T]:
        """The records of a kind."""
        return _SUBJECT_OF[kind].read(self._rows, since=since, until=until)

    def newest(self, kind: type[T]) -> T | None:
        """The record written last."""
        found: T | None = _SUBJECT_OF[kind].newest(self._rows)
        return found

    def signed_pains(self) -> Iterator[PainRecord]:
        """Ratings with a sign, or below the knee."""
        return signed_pains(self._rows)

    def sets_of(self, session_id: str) -> Iterator[SetRecord]:
        """The sets of one session in the order they were done."""
        return SETS.records(self._rows, sets_of_session(session_id))

    def photo(self, photo_id: str) -> PhotoRecord | None:
        """The copy of one photo."""
        return next(PHOTOS.records(self._rows, photo_of(photo_id)), None)

    def last_photo(self, side: Side, besides: Collection[str]) -> PhotoRecord | None:
        """The copy of a photo of `side` that was kept last, not one of those `besides`."""
        return next(PHOTOS.records(self._rows, last_photo(side, besides)), None)

    def unfinished_session(self) -> SessionRecord | None:
        """The newest session without an end."""
        return unfinished_session(self._rows)

    def _rows(self, statement: Select[Any]) -> Iterator[Any]:
        """Rows in batches, so that many years do not stand in memory at once."""
        with self._engine.connect() as connection:
            yield from connection.execution_options(yield_per=_BATCH).execute(statement)


def _refuse(*_of: object) -> None:
    """Nobody opens a file again that was closed: something else may lie there."""
    raise HistoryError(Trouble.NOT_OPEN, "the history is closed")
