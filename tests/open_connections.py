"""Which connections of SQLite are open: from Python 3.13 on, one that is not closed is a warning, and so a failure."""

import sqlite3
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from typing import Any

OURS = ("/src/supple/", "/tests/", "/benchmarks/")

_opened: dict[int, str] = {}
_numbers = count()


class _Watched(sqlite3.Connection):
    """A connection that is known to be open, and by whom it was opened, until it is closed."""

    def __init__(self, *args: Any, **words: Any) -> None:
        super().__init__(*args, **words)
        calls = [
            call for call in traceback.extract_stack()[:-2] if any(part in call.filename for part in OURS)
        ]
        self._number = next(_numbers)
        _opened[self._number] = " < ".join(f"{c.filename}:{c.lineno} {c.name}" for c in reversed(calls[-6:]))

    def close(self) -> None:
        super().close()
        _opened.pop(self._number, None)


@contextmanager
def watched_connections() -> Iterator[dict[int, str]]:
    """Watch every connection that is made meanwhile; what is given names those that are open, by their numbers."""
    modules = (sqlite3, sqlite3.dbapi2)
    connect = sqlite3.connect

    def watch(*args: Any, **words: Any) -> sqlite3.Connection:
        return connect(*args, **{"factory": _Watched, **words})

    for module in modules:
        module.connect = watch
    _opened.clear()
    try:
        yield _opened
    finally:
        for module in modules:
            module.connect = connect
