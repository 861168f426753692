"""A real history in memory that refuses where it is told to."""

from collections.abc import Iterator
from datetime import datetime
from typing import TypeVar

from supple.domain.trouble import Trouble
from supple.services.history import HistoryError
from supple.services.writes import Write
from supple.storage.database import connect_in_memory, create_schema
from supple.storage.history import SqlHistory

T = TypeVar("T")


class RefusingHistory(SqlHistory):
    """While `trouble` is set everything raises it; a `bug` is raised by one write. `written` is what got through."""

    def __init__(self) -> None:
        engine = connect_in_memory()
        with engine.begin() as connection:
            create_schema(connection)
        super().__init__(engine)
        self.trouble: Trouble | None = None
        self.bug: Exception | None = None
        self.written: list[Write] = []

    def write(self, write: Write) -> None:
        self._refuse()
        if self.bug is not None:
            bug, self.bug = self.bug, None
            raise bug
        super().write(write)
        self.written.append(write)

    def read(
        self, kind: type[T], *, since: datetime | None = None, until: datetime | None = None
    ) -> Iterator[T]:
        self._refuse()
        return super().read(kind, since=since, until=until)

    def _refuse(self) -> None:
        if self.trouble is not None:
            raise HistoryError(self.trouble)
