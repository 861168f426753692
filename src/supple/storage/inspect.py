"""Looks at a database file without changing it: whether it is whole, ours, and of which schema."""

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from supple.services.history import Trouble
from supple.storage import REVISIONS
from supple.storage.faults import trouble_of_sqlite

_TABLES = "SELECT count(*) FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%'"
_VERSION = "SELECT version_num FROM alembic_version"


class State(StrEnum):
    """What a database file is to this version of the program."""

    EMPTY = "empty"
    CURRENT = "current"
    OLD = "old"
    TOO_NEW = "too new"
    DAMAGED = "damaged"


@dataclass(frozen=True, slots=True)
class Inspection:
    """What was found; `detail` is for the log and for doctor."""

    state: State
    detail: str


def inspect(path: Path) -> Inspection:
    """Check `path` as SQLite checks itself; raises sqlite3.Error or OSError when it cannot be read at all."""
    try:
        # A plain connection: a read-only one cannot read what a crash left in the write-ahead log.
        with closing(sqlite3.connect(path, timeout=2.0)) as connection:
            found = [row[0] for row in connection.execute("PRAGMA quick_check(3)")]
            if found != ["ok"]:
                return Inspection(State.DAMAGED, "; ".join(str(line) for line in found))
            if connection.execute(_TABLES).fetchone()[0] == 0:
                return Inspection(State.EMPTY, "no tables yet")
            revision = _revision(connection)
    except sqlite3.DatabaseError as error:
        if trouble_of_sqlite(error, path) is Trouble.DAMAGED:
            return Inspection(State.DAMAGED, str(error))
        raise
    if revision is None:
        return Inspection(State.DAMAGED, "it holds tables of another program")
    if revision == REVISIONS[-1]:
        return Inspection(State.CURRENT, f"schema {revision}")
    known = State.OLD if revision in REVISIONS else State.TOO_NEW
    return Inspection(known, f"schema {revision}, known up to {REVISIONS[-1]}")


def _revision(connection: sqlite3.Connection) -> str | None:
    """The schema's name; None in a database that is not ours."""
    try:
        row = connection.execute(_VERSION).fetchone()
    except sqlite3.OperationalError:
        return None
    return None if row is None else str(row[0])
