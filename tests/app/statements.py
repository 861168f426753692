"""Every statement that the program sends to its database, with the thread that sent it."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from sqlalchemy import Engine, event


@dataclass(frozen=True, slots=True)
class Statement:
    """What was sent: SELECT, INSERT, UPDATE, DELETE or COMMIT, what it was about, and by whom."""

    verb: str
    words: str
    thread: str


class Sent:
    """What was sent since `forget`."""

    def __init__(self) -> None:
        self._all: list[Statement] = []

    def forget(self) -> None:
        self._all.clear()

    @property
    def all(self) -> list[Statement]:
        return list(self._all)

    @property
    def reads(self) -> list[Statement]:
        return [one for one in self._all if one.verb == "SELECT"]

    @property
    def writes(self) -> list[Statement]:
        return [one for one in self._all if one.verb not in ("SELECT", "COMMIT")]

    @property
    def transactions(self) -> int:
        """Those in which something was written."""
        return sum(one.verb == "COMMIT" for one in self._all)

    def take(self, _connection: object, _cursor: object, statement: str, *_of: object) -> None:
        verb = statement.split(None, 1)[0]
        if verb not in ("BEGIN", "PRAGMA"):
            self._all.append(Statement(verb, " ".join(statement.split()), threading.current_thread().name))

    def take_commit(self, _connection: object) -> None:
        self._all.append(Statement("COMMIT", "", threading.current_thread().name))


@contextmanager
def sent_to_the_database() -> Iterator[Sent]:
    """Listen to every engine there is or will be."""
    sent = Sent()
    event.listen(Engine, "before_cursor_execute", sent.take)
    event.listen(Engine, "commit", sent.take_commit)
    try:
        yield sent
    finally:
        event.remove(Engine, "before_cursor_execute", sent.take)
        event.remove(Engine, "commit", sent.take_commit)
