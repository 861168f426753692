"""The copies of the history that the program keeps by itself: dated, a few, and only of a database that is whole."""

import sqlite3
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

from supple.storage.faults import sorted_faults
from supple.storage.files import make_private_folder, private_file
from supple.storage.inspect import State, inspect

FOLDER = "backups"
KEPT = 5
EVERY = timedelta(days=7)
_STAMP = "%Y-%m-%d-%H%M%S"


def copies(database: Path) -> list[Path]:
    """The copies kept of `database`, newest first."""
    return sorted((database.parent / FOLDER).glob("history-*.db"), reverse=True)


def copy_is_due(database: Path, *, now: datetime) -> bool:
    """Whether a week has passed since the newest copy and something has been written since then."""
    newest = next(iter(copies(database)), None)
    if newest is None:
        return True
    made = datetime.strptime(newest.name[8:25], _STAMP).replace(tzinfo=now.tzinfo)
    if timedelta() <= now - made < EVERY:
        return False
    return _last_written(database) > newest.stat().st_mtime


def keep_copy(database: Path, *, now: datetime, reason: str) -> Path:
    """Copy `database`, which was found whole, into the folder of copies, and let the oldest go.

    Raises sqlite3.Error or OSError; then nothing of the copy is left.
    """
    folder = database.parent / FOLDER
    make_private_folder(folder)
    target = folder / f"history-{now.strftime(_STAMP)}-{reason}.db"
    copy_whole(database, target)
    for old in copies(database)[KEPT:]:
        old.unlink(missing_ok=True)
    return target


def copy_whole(database: Path, target: Path) -> None:
    """Write a copy of `database` as it is at one moment, even while it is written to; never a file by halves."""
    part = target.with_name(target.name + ".part")
    part.unlink(missing_ok=True)
    try:
        private_file(part)
        with closing(sqlite3.connect(database, timeout=2.0, isolation_level=None)) as connection:
            connection.execute("VACUUM INTO ?", (str(part),))
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)


def newest_whole_copy(database: Path) -> Path | None:
    """The newest copy that can be opened by this version of the program."""
    return next((copy for copy in copies(database) if _is_whole(copy)), None)


def set_aside(database: Path, *, now: datetime) -> Path:
    """Move `database` with its side files into a folder of its own beside it, and say which; nothing is deleted.

    Raises HistoryError.
    """
    with sorted_faults(database):
        folder = database.parent / f"set-aside-{now.strftime(_STAMP)}"
        number = 1
        while folder.exists():
            number += 1
            folder = folder.with_name(f"set-aside-{now.strftime(_STAMP)}-{number}")
        make_private_folder(folder)
        # The side files first: should this be cut off, the database is still where it was.
        for suffix in ("-shm", "-wal", ""):
            part = database.with_name(database.name + suffix)
            if part.exists():
                part.replace(folder / part.name)
    return folder


def bring_back(copy: Path, database: Path, *, now: datetime) -> Path:
    """Put `copy` in the place of `database`, which is set aside; returns the folder it now lies in.

    Raises HistoryError.
    """
    aside = set_aside(database, now=now)
    with sorted_faults(database):
        copy_whole(copy, database)
    return aside


def _is_whole(copy: Path) -> bool:
    try:
        return inspect(copy).state in (State.CURRENT, State.OLD)
    except (sqlite3.Error, OSError):
        return False


def _last_written(database: Path) -> float:
    wal = database.with_name(database.name + "-wal")
    return max(path.stat().st_mtime for path in (database, wal) if path.exists())
