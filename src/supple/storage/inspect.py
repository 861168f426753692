"""Looks at a database file without changing it: whether it is whole, ours, and of which schema."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from supple.domain.trouble import Trouble
from supple.storage import REVISIONS
from supple.storage.faults import trouble_of_sqlite
from supple.storage.looking import copied
from supple.storage.wal import has_log

_TABLES = "SELECT count(*) FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%'"
_STRANGE = "SELECT type || ' ' || name FROM sqlite_schema WHERE type NOT IN ('table', 'index')"
_VERSION = "SELECT version_num FROM alembic_version"
_QUICK, _THOROUGH = "quick_check", "integrity_check"
FIRST = frozenset({"sessions", "sets", "self_tests", "checks", "pains", "safety_answers"})
"""The tables that every schema has."""


class DatabaseState(StrEnum):
    """What a database file is to this version of the program."""

    EMPTY = "empty"
    CURRENT = "current"
    OLD = "old"
    TOO_NEW = "too new"
    DAMAGED = "damaged"


@dataclass(frozen=True, slots=True)
class Inspection:
    """What was found; `detail` is for the log and for doctor."""

    state: DatabaseState
    detail: str


def inspect(path: Path, *, thorough: bool = False) -> Inspection:
    """Check `path` with its log as SQLite checks itself, `thorough` with its indexes; nothing of it is changed.

    Raises sqlite3.Error or OSError when it cannot be read at all.
    """
    if path.exists() and not path.is_file():
        return Inspection(DatabaseState.DAMAGED, "it is no file")
    try:
        with reading(path) as connection:
            return _inspect(connection, _THOROUGH if thorough else _QUICK)
    except sqlite3.DatabaseError as error:
        if trouble_of_sqlite(error, path) in (Trouble.DAMAGED, None):
            return Inspection(DatabaseState.DAMAGED, str(error))
        raise


@contextmanager
def reading(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection that reads `path` with its log and changes neither; text that is not UTF-8 comes with marks."""
    if has_log(path):
        with copied(path) as copy, closing(sqlite3.connect(copy)) as connection:
            yield _careful(connection)
    else:
        address = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
        with closing(sqlite3.connect(address, uri=True)) as connection:
            yield _careful(connection)


def lenient_text(content: bytes) -> str:
    """Text as it should be, and where it is not UTF-8, a mark."""
    return content.decode("utf-8", "replace")


def _careful(connection: sqlite3.Connection) -> sqlite3.Connection:
    connection.text_factory = lenient_text
    return connection


def _inspect(connection: sqlite3.Connection, check: str) -> Inspection:
    strange = connection.execute(_STRANGE).fetchone()
    if (
        strange is not None
    ):  # before anything of it could run; SQLite's own guard would refuse our json_valid as well
        return Inspection(DatabaseState.DAMAGED, f"it holds a {strange[0]}, which is not ours")
    found = [row[0] for row in connection.execute(f"PRAGMA {check}(3)")]
    if found != ["ok"]:
        return Inspection(DatabaseState.DAMAGED, "; ".join(str(line) for line in found))
    if connection.execute(_TABLES).fetchone()[0] == 0:
        return Inspection(DatabaseState.EMPTY, "no tables yet")
    revision = _revision(connection)
    if revision is None:
        return Inspection(DatabaseState.DAMAGED, "it holds tables of another program")
    return _inspect_schema(connection, revision)


def _inspect_schema(connection: sqlite3.Connection, revision: str) -> Inspection:
    if revision not in REVISIONS:
        newer = revision.isdigit() and revision > REVISIONS[-1]
        words = f"schema {revision}, known up to {REVISIONS[-1]}"
        return Inspection(DatabaseState.TOO_NEW if newer else DatabaseState.DAMAGED, words)
    amiss = _amiss(connection, current=revision == REVISIONS[-1])
    if amiss:
        return Inspection(DatabaseState.DAMAGED, amiss)
    if revision == REVISIONS[-1]:
        return Inspection(DatabaseState.CURRENT, f"schema {revision}")
    return Inspection(DatabaseState.OLD, f"schema {revision}, known up to {REVISIONS[-1]}")


def _amiss(connection: sqlite3.Connection, *, current: bool) -> str:
    """What the schema lacks or has too much of; "" when it is ours."""
    for table, columns in _columns_of(current=current).items():
        there = {row[1] for row in connection.execute(f"PRAGMA table_info({table})")}
        if not there:
            return f"the table {table} is missing"
        missing = sorted(columns - there)
        if missing:
            return f"the table {table} has no column {missing[0]}"
    return ""


def _columns_of(*, current: bool) -> dict[str, set[str]]:
    if not current:
        return {table: set() for table in sorted(FIRST)}
    from supple.storage.schema import metadata  # SQLAlchemy: whoever opens a history has it anyway

    return {table.name: {column.name for column in table.columns} for table in metadata.sorted_tables}


def _revision(connection: sqlite3.Connection) -> str | None:
    """The schema's name; None in a database that is not ours."""
    try:
        row = connection.execute(_VERSION).fetchone()
    except sqlite3.OperationalError:
        return None
    return None if row is None else str(row[0])
