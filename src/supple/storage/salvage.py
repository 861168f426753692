"""Reads out of a damaged database what can be read, row by row, into a new one."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path

from supple.storage.copies import set_aside
from supple.storage.faults import sorted_faults
from supple.storage.files import private_file
from supple.storage.inspect import FIRST, lenient_text
from supple.storage.looking import copied, work_place
from supple.storage.schema import metadata
from supple.storage.whole import BEFORE_IT_WAS_KEPT, IntegrityReport, read_through

_HEADER = 100  # bytes, before the schema's own page begins
_PAGE = 4096
_MOST_BYTES = 512 * 1024**2  # ten years take a tenth of it: a larger file is none of ours
_BEYOND = 2000  # row numbers tried behind the last that could be read


def what_can_be_salvaged(database: Path) -> IntegrityReport | None:
    """How much could be read out of `database`, of which nothing is changed; None when it is nothing."""
    try:
        if database.stat().st_size > _MOST_BYTES:
            return None
        with copied(database) as copy:
            target = copy.with_name("salvaged.db")
            found = _salvage(copy, target)
    except (sqlite3.Error, OSError):
        return None
    return found if found.records else None


def bring_salvaged(database: Path, *, now: datetime) -> Path:
    """Put what can be read out of `database` in its place; it is set aside in the folder that is returned.

    Raises HistoryError; then all is as it was.
    """
    with sorted_faults(database), work_place(database.parent) as place, copied(database) as copy:
        target = place / database.name
        _salvage(copy, target)
        aside = set_aside(database, now=now)
        target.replace(database)
        return aside


def _salvage(copy: Path, target: Path) -> IntegrityReport:
    """Fill `target` from `copy`: as it is, and with a new header when that gives more."""
    best = _fill(copy, target)
    mended = copy.with_name("header.db")
    shutil.copyfile(copy, mended)
    _renew_header(mended, target)
    other = target.with_name("other.db")
    found = _fill(mended, other)
    if found.records > best.records:
        other.replace(target)
        return found
    return best


def _fill(source: Path, target: Path) -> IntegrityReport:
    from supple.storage.database import connect, create_schema

    private_file(target)
    engine = connect(target)
    with engine.begin() as connection:
        create_schema(connection)
    engine.dispose()
    with closing(sqlite3.connect(source)) as old, closing(sqlite3.connect(target)) as new:
        old.text_factory = lenient_text
        new.execute("PRAGMA journal_mode = DELETE")
        for table in metadata.sorted_tables:
            if table.name not in FIRST and not _has(old, table.name):
                continue
            for row in _rows(old, table.name):
                _take(new, table.name, row)
        new.commit()
    return read_through(target)


def _has(old: sqlite3.Connection, table: str) -> bool:
    """Whether `old` can have something in `table`; one whose list of tables cannot be read may."""
    try:
        return old.execute("SELECT 1 FROM sqlite_schema WHERE name = ?", (table,)).fetchone() is not None
    except sqlite3.Error:
        return True


def _take(new: sqlite3.Connection, table: str, row: dict[str, object]) -> None:
    """Keep `row` if the new schema takes it."""
    columns = [column.name for column in metadata.tables[table].columns]
    values = [row.get(name, BEFORE_IT_WAS_KEPT.get(name)) for name in columns]
    marks = ", ".join("?" * len(columns))
    try:
        new.execute(f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks})", values)  # noqa: S608 - our own names
    except sqlite3.Error:
        return  # not what it was any more


def _rows(old: sqlite3.Connection, table: str) -> Iterator[dict[str, object]]:
    """Every row that can be reached, in order and then one by one behind the damage; indexes are left out of it."""
    last = 0
    try:
        cursor = old.execute(f"SELECT * FROM {table} NOT INDEXED ORDER BY number")  # noqa: S608 - our own name
        for values in cursor:
            row = _named(cursor, values)
            number = row.get("number")
            last = number if isinstance(number, int) else last
            yield row
    except (sqlite3.Error, ValueError, TypeError):
        yield from _rows_behind(old, table, last)


def _rows_behind(old: sqlite3.Connection, table: str, last: int) -> Iterator[dict[str, object]]:
    number, until = last + 1, last + _BEYOND
    while number <= until:
        try:
            cursor = old.execute(f"SELECT * FROM {table} NOT INDEXED WHERE number = ?", (number,))  # noqa: S608 - ours
            for values in cursor:
                until = number + _BEYOND
                yield _named(cursor, values)
        except sqlite3.Error:
            pass  # it lies in what is damaged
        number += 1


def _named(cursor: sqlite3.Cursor, values: tuple[object, ...]) -> dict[str, object]:
    return dict(zip((column[0] for column in cursor.description), values, strict=True))


def _renew_header(damaged: Path, sound: Path) -> None:
    """Give `damaged` the header of a `sound` file of ours, for its own number of pages."""
    header = bytearray(sound.read_bytes()[:_HEADER])
    header[28:32] = (damaged.stat().st_size // _PAGE).to_bytes(4)
    header[32:40] = bytes(8)  # no free pages: nobody writes to it
    with damaged.open("r+b") as file:
        file.write(header)
