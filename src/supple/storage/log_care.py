"""Decides about the write-ahead log beside a database before SQLite does: whether it belongs, what of it can be had.

SQLite takes a log up to the first frame whose sum is wrong and forgets the rest, and takes one of another file.
"""

import os
import shutil
import sqlite3
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from supple.storage.files import make_private_folder, private_file
from supple.storage.inspect import DatabaseState, inspect, reading
from supple.storage.looking import copied
from supple.storage.wal import has_log, index_of, log_is_cut, log_of, mended_log, misses_pages

STAMP = "%Y-%m-%d-%H%M%S"
_KNOWN = (
    "SELECT session_id FROM sessions UNION SELECT set_id FROM sets"
    " UNION SELECT self_test_id FROM self_tests UNION SELECT 'safety ' || answered_at FROM safety_answers"
)


_LATER = {
    "notes": "SELECT 'note ' || exercise_id FROM notes",
    "plans": "SELECT 'plan ' || plan_id FROM plans",
}
"""What tables say that an older schema has not."""
_TABLES = "SELECT name FROM sqlite_schema WHERE type = 'table'"


@dataclass(frozen=True, slots=True)
class LogCare:
    """What became of a log: the folder in which it is kept as it was, and whether something of it could not be had."""

    kept: Path
    lost: bool


@dataclass(frozen=True, slots=True)
class _Weight:
    """A database that is whole: what it knows, and how many of its rows point to nothing."""

    known: frozenset[str]
    orphans: int

    def goes_on_from(self, earlier: "_Weight | None") -> bool:
        """Whether this can be what came of `earlier` by writing."""
        return earlier is None or (earlier.known <= self.known and self.orphans <= earlier.orphans)


def aside_folder(database: Path, *, now: datetime) -> Path:
    """A new folder beside `database` for what is set aside; raises OSError."""
    folder = database.parent / f"set-aside-{now.strftime(STAMP)}"
    number = 1
    while folder.exists():
        number += 1
        folder = folder.with_name(f"set-aside-{now.strftime(STAMP)}-{number}")
    make_private_folder(folder, parents=False)
    return folder


def log_loses(database: Path) -> bool:
    """Whether SQLite would lose something of the log of `database`; nothing is changed. Raises OSError."""
    if not has_log(database):
        return False
    with copied(database) as copy:
        return log_is_cut(log_of(copy))


def settle_log(database: Path, *, now: datetime) -> LogCare | None:
    """Make sure that SQLite takes from the log of `database` all that it holds, and nothing of another file's.

    To be asked before the database is opened, with nobody else at it. None when there is nothing to tell.
    Raises OSError, and sqlite3.Error for a disk that does not answer.
    """
    if not has_log(database) or (database.exists() and not database.is_file()):
        return None
    if not database.exists() or database.stat().st_size == 0:
        return LogCare(_move_aside(database, now), lost=True)
    return _settle(database, now)


def _settle(database: Path, now: datetime) -> LogCare | None:
    with copied(database) as copy:
        content = log_of(copy).read_bytes()
        cut = log_is_cut(log_of(copy))
        log_of(copy).unlink()
        alone = _weigh(copy)
        taken = _weigh(copy, content)
        mended = mended_log(content) if cut else None
        put_right = None if mended is None else _weigh(copy, mended)
    if taken is not None and not taken.goes_on_from(alone):
        taken = None
    # What loses least; when nothing is whole, nothing is touched, and opening says so.
    if mended is not None and put_right is not None and put_right.goes_on_from(taken or alone):
        kept = _copy_aside(database, now)
        _put(mended, database)
        return LogCare(kept, lost=misses_pages(content, mended))
    if taken is not None:
        return LogCare(_copy_aside(database, now), lost=True) if cut else None
    if alone is not None:
        return LogCare(_move_aside(database, now), lost=True)
    return None


def _weigh(copy: Path, log: bytes = b"") -> _Weight | None:
    """What `copy` is with `log`; None when it is not whole."""
    place = copy.with_name("weighed.db")
    shutil.copyfile(copy, place)
    if log:
        log_of(place).write_bytes(log)
    try:
        state = inspect(place, thorough=True).state
        if state is DatabaseState.EMPTY:
            return _Weight(frozenset(), 0)
        if state not in (DatabaseState.CURRENT, DatabaseState.OLD):
            return None
        with reading(place) as connection:
            known = {str(row[0]) for row in connection.execute(_KNOWN)}
            there = {str(row[0]) for row in connection.execute(_TABLES)}
            for statement in (_LATER[table] for table in there & _LATER.keys()):
                known |= {str(row[0]) for row in connection.execute(statement)}
            orphans = len(connection.execute("PRAGMA foreign_key_check").fetchall())
    except sqlite3.DatabaseError:
        return None
    finally:
        for part in (place, log_of(place), index_of(place)):
            part.unlink(missing_ok=True)
    return _Weight(frozenset(known), orphans)


def _copy_aside(database: Path, now: datetime) -> Path:
    """Keep the database and its log as they are in a folder of their own."""
    folder = aside_folder(database, now=now)
    for part in (database, log_of(database)):
        private_file(folder / part.name)
        shutil.copyfile(part, folder / part.name)
    return folder


def _move_aside(database: Path, now: datetime) -> Path:
    """Move the log away from the database, of which a copy goes with it."""
    folder = aside_folder(database, now=now)
    if database.exists():
        private_file(folder / database.name)
        shutil.copyfile(database, folder / database.name)
    log_of(database).replace(folder / log_of(database).name)
    index_of(database).unlink(missing_ok=True)
    return folder


def _put(log: bytes, database: Path) -> None:
    """Put `log` in the place of the one that is there, whole or not at all."""
    part = database.with_name(database.name + ".part")
    part.unlink(missing_ok=True)
    private_file(part)
    with part.open("r+b") as raw:
        raw.write(log)
        raw.flush()
        os.fsync(raw.fileno())
    index_of(database).unlink(missing_ok=True)
    part.replace(log_of(database))
