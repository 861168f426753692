"""What storage knows of one kind of record: where it lies, how it is read, and what each write about it does."""

import logging
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from operator import attrgetter
from typing import Any, Generic, TypeVar

from sqlalchemy import Connection, Select, Table, func, select
from sqlalchemy.dialects.sqlite import insert

from supple.storage.columns import UNREADABLE, RowValues, utc_text

log = logging.getLogger(__name__)

T = TypeVar("T")
Fetch = Callable[[Select[Any]], Iterable[Any]]
"""Gives the rows of a statement."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject(Generic[T]):
    """One kind of record; `moment` is the column that bounds of time are about.

    `decode` makes a record of a row of `rows`, or of all rows with the same `grouped_by`. `decoders` read each table
    alone, as a file that may be damaged is looked through. `writes` says what each write does in its transaction.
    """

    kind: type[T]
    table: Table
    moment: str
    decode: Callable[[Any], T]
    decoders: Mapping[str, Callable[[Any], object]]
    writes: Mapping[type[Any], Callable[[Connection, Any], None]]
    rows: Callable[[], Select[Any]] | None = None
    grouped_by: str = ""
    order: tuple[Any, ...] = ()

    def read(
        self, fetch: Fetch, *, since: datetime | None = None, until: datetime | None = None
    ) -> Iterator[T]:
        """The records between two moments, `until` excluded, oldest first."""
        column, statement = self.table.c[self.moment], self.statement()
        if since is not None:
            statement = statement.where(column >= utc_text(since))
        if until is not None:
            statement = statement.where(column < utc_text(until))
        return self.records(fetch, statement.order_by(column, self.table.c.number, *self.order))

    def newest(self, fetch: Fetch) -> T | None:
        """The one written last: not by its time, for the clock may have been set back; None if it cannot be read."""
        last = select(func.max(self.table.c.number)).scalar_subquery()
        statement = self.statement().where(self.table.c.number == last).order_by(*self.order)
        return next(self.records(fetch, statement), None)

    def statement(self) -> Select[Any]:
        """All that makes the records, in no order."""
        return select(self.table) if self.rows is None else self.rows()

    def records(self, fetch: Fetch, statement: Select[Any]) -> Iterator[T]:
        """The records of those rows that can be read; storage.whole counts the others."""
        found: Iterable[Any] = fetch(statement)
        if self.grouped_by:
            found = (list(group) for _, group in groupby(found, key=attrgetter(self.grouped_by)))
        for row in found:
            record = readable(row, self.decode)
            if record is not None:
                yield record


def readable(row: Any, decode: Callable[[Any], T]) -> T | None:
    """The record of `row`; None for one that cannot be read: it stays where it is."""
    try:
        return decode(row)
    except UNREADABLE as error:
        log.info("a row is passed over: %s", type(error).__name__)
        return None


def add(connection: Connection, table: Table, row: RowValues, *, key: str) -> bool:
    """Insert `row` unless its key is there already; whether it was new."""
    statement = insert(table).values(**row).on_conflict_do_nothing(index_elements=[key])
    return connection.execute(statement).rowcount == 1


def put(connection: Connection, table: Table, row: RowValues, *, key: str) -> None:
    """Insert `row` in place of the one with its key."""
    statement = insert(table).values(**row)
    connection.execute(statement.on_conflict_do_update(index_elements=[key], set_=row))
