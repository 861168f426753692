"""Reads a database through, row by row, as the program would: how much is in it, and what of it nobody can read."""

import sqlite3
import time
from collections import namedtuple
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from supple.storage.columns import UNREADABLE, metadata
from supple.storage.inspect import FIRST, reading
from supple.storage.schema import SUBJECTS

_BREATH, _BREATH_S = 100, 0.002
_DECODERS = {table: decode for subject in SUBJECTS for table, decode in subject.decoders.items()}
_TIMES = {subject.table.name: subject.moment for subject in SUBJECTS}
BEFORE_IT_WAS_KEPT = {"signs": "[]", "exercise_id": ""}  # in columns that an older schema lacks


@dataclass(frozen=True, slots=True, kw_only=True)
class IntegrityReport:
    """What a database holds: records (rows that can be read), sessions among them, and rows that cannot be.

    `orphans` can be read and belong to a session or self-test that is gone; `newest` is a moment, as text in UTC.
    """

    records: int
    sessions: int
    unreadable: int
    orphans: int
    newest: str

    @property
    def is_whole(self) -> bool:
        """Whether nothing is amiss."""
        return self.unreadable == 0 and self.orphans == 0


def read_through(path: Path) -> IntegrityReport:
    """Decode every row of `path`; raises sqlite3.Error or OSError when it cannot be read to its end."""
    with reading(path) as connection:
        return read_connection(connection)


def read_connection(connection: sqlite3.Connection, *, patiently: bool = False) -> IntegrityReport:
    """The same, of a connection that is open; `patiently` gives way to whatever else the program does."""
    read = dict.fromkeys(_DECODERS, 0)
    unreadable, newest = 0, ""
    there = {row[0] for row in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    for table, decode in _DECODERS.items():
        if table not in FIRST and table not in there:
            continue
        moment = _TIMES.get(table)
        for number, row in enumerate(_rows(connection, table)):
            if patiently and number % _BREATH == 0:
                time.sleep(_BREATH_S)
            try:
                decode(row)
            except UNREADABLE:
                unreadable += 1
                continue
            read[table] += 1
            if moment is not None:
                newest = max(newest, getattr(row, moment))
    orphans = len(connection.execute("PRAGMA foreign_key_check").fetchall())
    return IntegrityReport(
        records=sum(read.values()),
        sessions=read["sessions"],
        unreadable=unreadable,
        orphans=orphans,
        newest=newest,
    )


def _rows(connection: sqlite3.Connection, table: str) -> Iterator[Any]:
    """The rows of `table` with every column that the newest schema has, whichever schema it is of."""
    wanted = [column.name for column in metadata.tables[table].columns]
    kind = namedtuple("Row", wanted)  # type: ignore[misc] # named when it runs
    cursor = connection.execute(f"SELECT * FROM {table} ORDER BY number")  # noqa: S608 - a name of our own
    there = [column[0] for column in cursor.description]
    places = [there.index(name) if name in there else None for name in wanted]
    for values in cursor:
        yield kind._make(
            BEFORE_IT_WAS_KEPT.get(name) if place is None else values[place]
            for name, place in zip(wanted, places, strict=True)
        )
