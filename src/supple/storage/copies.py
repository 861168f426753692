"""The copies of the history that the program keeps by itself: dated, in tiers, and only of a database that is whole."""

import re
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from supple.storage.faults import sorted_faults
from supple.storage.files import make_private_folder, private_file
from supple.storage.inspect import DatabaseState, inspect
from supple.storage.log_care import STAMP, aside_folder
from supple.storage.wal import index_of, log_of
from supple.storage.whole import IntegrityReport, read_through

FOLDER = "backups"
DAILY = "daily"
EVERY = timedelta(hours=20)  # a day, for somebody who trains a little earlier than the day before
DAYS, WEEKS, MONTHS = 5, 4, 12
_NAME = re.compile(r"history-(\d{4}-\d\d-\d\d-\d{6})-(daily|weekly|before-\d{4})\.db")


class CopyError(Exception):
    """A copy came out otherwise than what was copied; nothing of it is left."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptCopy:
    """A copy that can be used: when it was made by the clock of then, and what is in it."""

    path: Path
    made_at: datetime
    holds: IntegrityReport


def copies(database: Path) -> list[Path]:
    """The copies that the program keeps of `database`, newest first; what others put beside them is none."""
    folder = database.parent / FOLDER
    found = [path for path in folder.glob("history-*.db") if made_at(path) is not None]
    return sorted((path for path in found if path.is_file() and not path.is_symlink()), reverse=True)


def made_at(copy: Path) -> datetime | None:
    """When `copy` was made, by the person's own clock; None for a name that the program did not give."""
    named = _NAME.fullmatch(copy.name)
    if named is None:
        return None
    try:
        return datetime.strptime(named[1], STAMP)  # noqa: DTZ007 - local, as the person reads it
    except ValueError:
        return None


def copy_is_due(database: Path, *, now: datetime) -> bool:
    """Whether a day has passed since the newest copy and something has been written since then."""
    wall = now.replace(tzinfo=None)
    past = [copy for copy in copies(database) if _made(copy) <= wall]  # others: a clock that was ahead
    if not past:
        return True
    if wall - _made(past[0]) < EVERY:
        return False
    written = past[0].stat().st_mtime
    return written > now.timestamp() or _last_written(database) > written


def keep_copy(database: Path, *, now: datetime, reason: str = DAILY) -> Path:
    """Copy `database` into the folder of copies, see that the copy can be read, and let go of those not needed now.

    Raises sqlite3.Error, OSError or CopyError; then nothing of the copy is left.
    """
    folder = database.parent / FOLDER
    make_private_folder(folder, parents=False)
    target = folder / f"history-{now.strftime(STAMP)}-{reason}.db"
    copy_whole(database, target, photos=False)
    try:
        holds = _read_whole(target)
    except (CopyError, sqlite3.Error, OSError):
        target.unlink(missing_ok=True)
        raise
    _let_go(database, target, holds, now=now)
    return target


def copy_whole(database: Path, target: Path, *, photos: bool = True) -> None:
    """Write a copy of `database` as it is at one moment, even while it is written to; never a file by halves.

    Without `photos` the copy holds none: one that was deleted would lie in copies for a year.
    """
    part = target.with_name(target.name + ".part")
    part.unlink(missing_ok=True)
    try:
        private_file(part)
        with closing(sqlite3.connect(database, timeout=2.0, isolation_level=None)) as connection:
            connection.execute("VACUUM INTO ?", (str(part),))
        if not photos:
            _take_photos_out(part)
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)


def _take_photos_out(copy: Path) -> None:
    with closing(sqlite3.connect(copy, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = MEMORY")  # nothing of it beside a copy
        there = "SELECT count(*) FROM sqlite_schema WHERE name = 'photos'"
        if connection.execute(there).fetchone()[0] and connection.execute("DELETE FROM photos").rowcount:
            connection.execute("VACUUM")


def best_copy(database: Path) -> KeptCopy | None:
    """The copy that holds most, of several the newest; None when none can be used or there is nothing in them."""
    found = [kept for path in copies(database) if (kept := _kept(path)) is not None and kept.holds.records]
    return max(found, key=_worth, default=None)


def set_aside(database: Path, *, now: datetime) -> Path:
    """Move `database` with its side files into a folder of its own beside it, and say which; nothing is deleted.

    Raises HistoryError.
    """
    with sorted_faults(database):
        folder = aside_folder(database, now=now)
        move_into(folder, database)
    return folder


def move_into(folder: Path, database: Path) -> None:
    """Move `database` with its side files into `folder`; raises OSError."""
    # The side files first: should this be cut off, the database is still where it was.
    for part in (index_of(database), log_of(database), database):
        if part.exists() or part.is_symlink():
            part.replace(folder / part.name)


def bring_back(copy: Path, database: Path, *, now: datetime) -> Path:
    """Put `copy` in the place of `database`, which is set aside; returns the folder it now lies in.

    Raises HistoryError.
    """
    aside = set_aside(database, now=now)
    with sorted_faults(database):
        copy_whole(copy, database)
    return aside


def _read_whole(copy: Path) -> IntegrityReport:
    """What is in `copy`; raises CopyError for one that cannot be opened."""
    found = inspect(copy, thorough=True)
    if found.state not in (DatabaseState.CURRENT, DatabaseState.OLD):
        raise CopyError(f"{copy.name} is {found.state}: {found.detail}")
    return read_through(copy)


def _made(copy: Path) -> datetime:
    made = made_at(copy)
    assert made is not None  # noqa: S101 - `copies` lists no other
    return made


def _kept(copy: Path) -> KeptCopy | None:
    try:
        return KeptCopy(path=copy, made_at=_made(copy), holds=_read_whole(copy))
    except (CopyError, sqlite3.Error, OSError):
        return None


def _worth(kept: KeptCopy) -> tuple[int, datetime]:
    return kept.holds.records, kept.made_at


def _let_go(database: Path, newest: Path, holds: IntegrityReport, *, now: datetime) -> None:
    """Keep the newest copy of a few days, weeks and months, and every one that holds more than there is now."""
    wall = now.replace(tzinfo=None)
    past = [copy for copy in copies(database) if _made(copy) <= wall]
    kept = {newest}
    for pattern, most in (("%Y-%m-%d", DAYS), ("%G-%V", WEEKS), ("%Y-%m", MONTHS)):
        newest_of: dict[str, Path] = {}
        for copy in past:
            newest_of.setdefault(_made(copy).strftime(pattern), copy)
        kept |= set(list(newest_of.values())[:most])
    for copy in past:
        if copy not in kept and _records_in(copy) <= holds.records:
            copy.unlink(missing_ok=True)


def _records_in(copy: Path) -> float:
    """How many records `copy` holds; without end for one that cannot be read: it may be the only one of its kind."""
    try:
        return read_through(copy).records
    except (sqlite3.Error, OSError):
        return float("inf")


def _last_written(database: Path) -> float:
    return max(path.stat().st_mtime for path in (database, log_of(database)) if path.exists())
