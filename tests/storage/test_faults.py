"""What SQLite and the system complain about is sorted: the surroundings get a name, a bug stays a bug."""

import errno
import sqlite3
from pathlib import Path

import pytest

from supple.domain.trouble import Trouble
from supple.services.history import HistoryError
from supple.storage.faults import history_error, sorted_faults, trouble_of_os


def complaint(name: str | None) -> sqlite3.Error:
    """As SQLite raises it."""
    error = sqlite3.OperationalError("something")
    if name is not None:
        error.sqlite_errorname = name
    return error


def named(name: str | None, database: Path) -> Trouble | None:
    found = history_error(complaint(name), database)
    return None if found is None else found.trouble


@pytest.fixture
def database(tmp_path: Path) -> Path:
    file = tmp_path / "data" / "supple.db"
    file.parent.mkdir()
    file.touch()
    return file


@pytest.mark.parametrize(
    ("name", "trouble"),
    [
        ("SQLITE_FULL", Trouble.FULL),
        ("SQLITE_READONLY_DBMOVED", Trouble.READ_ONLY),
        ("SQLITE_BUSY_SNAPSHOT", Trouble.BUSY),
        ("SQLITE_CORRUPT_INDEX", Trouble.DAMAGED),
        ("SQLITE_NOTADB", Trouble.DAMAGED),
        ("SQLITE_CONSTRAINT_FOREIGNKEY", Trouble.REPLACED),
        ("SQLITE_IOERR_WRITE", Trouble.IO),
        ("SQLITE_CANTOPEN", Trouble.IO),
        ("SQLITE_CONSTRAINT_CHECK", None),
        (None, None),
    ],
)
def test_each_complaint_has_its_trouble(database: Path, name: str | None, trouble: Trouble | None) -> None:
    assert named(name, database) is trouble


def test_what_cannot_be_opened_because_it_is_gone_is_missing(database: Path) -> None:
    database.unlink()
    assert named("SQLITE_CANTOPEN", database) is Trouble.MISSING
    database.parent.rmdir()
    assert named("SQLITE_IOERR_READ", database) is Trouble.MISSING


@pytest.mark.parametrize(
    ("number", "trouble"),
    [
        (errno.ENOSPC, Trouble.FULL),
        (errno.EROFS, Trouble.READ_ONLY),
        (errno.ENOENT, Trouble.MISSING),
        (errno.EIO, Trouble.IO),
        (None, Trouble.IO),
    ],
)
def test_so_has_what_the_system_says(number: int | None, trouble: Trouble) -> None:
    assert trouble_of_os(OSError() if number is None else OSError(number, "x")) is trouble


def test_a_bug_is_let_through_and_the_surroundings_are_not(database: Path) -> None:
    with pytest.raises(sqlite3.OperationalError), sorted_faults(database):
        raise complaint(None)
    with pytest.raises(HistoryError) as found, sorted_faults(database):
        raise PermissionError(errno.EACCES, "no")
    assert found.value.trouble is Trouble.READ_ONLY
