"""Sorts what SQLite and the file system complain about: the surroundings become a HistoryError, the rest is a bug."""

import errno
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from supple.domain.trouble import Trouble
from supple.services.history import HistoryError

_ALMOST_NOTHING = (
    128 * 1024
)  # bytes; SQLite reports a full disk as an I/O error when its index file cannot grow
_BY_SQLITE_NAME = {
    "SQLITE_FULL": Trouble.FULL,
    "SQLITE_READONLY": Trouble.READ_ONLY,
    "SQLITE_PERM": Trouble.READ_ONLY,
    "SQLITE_AUTH": Trouble.READ_ONLY,
    "SQLITE_IOERR": Trouble.IO,
    "SQLITE_CANTOPEN": Trouble.IO,
    "SQLITE_PROTOCOL": Trouble.BUSY,
    "SQLITE_BUSY": Trouble.BUSY,
    "SQLITE_LOCKED": Trouble.BUSY,
    "SQLITE_CORRUPT": Trouble.DAMAGED,
    "SQLITE_NOTADB": Trouble.DAMAGED,
}
_BY_ERRNO = {
    errno.ENOSPC: Trouble.FULL,
    errno.EDQUOT: Trouble.FULL,
    errno.EROFS: Trouble.READ_ONLY,
    errno.EACCES: Trouble.READ_ONLY,
    errno.EPERM: Trouble.READ_ONLY,
    errno.ENOENT: Trouble.MISSING,
    errno.ENOTDIR: Trouble.MISSING,
}


def trouble_of_os(error: OSError) -> Trouble:
    """Which trouble the operating system reports."""
    return _BY_ERRNO.get(error.errno or 0, Trouble.IO)


def trouble_of_sqlite(error: sqlite3.Error, database: Path) -> Trouble | None:
    """Which trouble SQLite reports about `database`; None when the program is to blame."""
    name = getattr(error, "sqlite_errorname", None)
    if name is None:
        return None
    if name == "SQLITE_CONSTRAINT_FOREIGNKEY":
        return Trouble.REPLACED  # we write nothing whose session we have not written: this is another file
    primary = "_".join(name.split("_")[:2])
    trouble = _BY_SQLITE_NAME.get(primary)
    if trouble is not Trouble.IO:
        return trouble
    try:
        database.parent.stat()
        if primary == "SQLITE_CANTOPEN":
            with database.open("r+b"):
                return Trouble.IO
        free = shutil.disk_usage(database.parent).free
    except OSError as problem:
        return trouble_of_os(problem)
    return Trouble.FULL if free < _ALMOST_NOTHING else Trouble.IO


def history_error(error: sqlite3.Error | OSError, database: Path) -> HistoryError | None:
    """The HistoryError that stands for `error`, or None for a bug."""
    if isinstance(error, OSError):
        return HistoryError(trouble_of_os(error), str(error))
    trouble = trouble_of_sqlite(error, database)
    return None if trouble is None else HistoryError(trouble, str(error))


@contextmanager
def sorted_faults(database: Path) -> Iterator[None]:
    """Turn what the surroundings do to `database` into a HistoryError; let bugs through."""
    try:
        yield
    except (sqlite3.Error, OSError) as error:
        sorted_error = history_error(error, database)
        if sorted_error is None:
            raise
        raise sorted_error from error
