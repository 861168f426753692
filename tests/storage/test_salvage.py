"""What can be read out of a damaged history is read out of it, and the damaged file is kept."""

from pathlib import Path

import pytest

from supple.storage import DATABASE
from supple.storage.inspect import DatabaseState, inspect
from supple.storage.salvage import bring_salvaged, what_can_be_salvaged

from .conftest import NOW
from .damage import session_names, sql, with_sessions

MANY = [f"s{number:03}" for number in range(200)]


def spoil_pages(path: Path, *pages: int) -> None:
    content = bytearray(path.read_bytes())
    for page in pages:
        content[page * 4096 : page * 4096 + 4096] = b"\xa5" * 4096
    path.write_bytes(content)


@pytest.mark.parametrize("how", ["a page", "the header", "an index", "a table is gone", "a trigger"])
def test_most_of_a_damaged_history_comes_back(folder: Path, how: str) -> None:
    path = with_sessions(folder, *MANY)
    pages = path.stat().st_size // 4096
    match how:
        case "a page":
            spoil_pages(path, pages // 2)
        case "the header":
            content = bytearray(path.read_bytes())
            content[:100] = bytes(100)
            path.write_bytes(content)
        case "an index":
            sql(path, "PRAGMA writable_schema = ON")
            sql(path, "DROP INDEX sets_of_session")
            spoil_pages(path, pages - 1)
        case "a table is gone":
            sql(path, "DROP TABLE pains")
        case _:
            sql(path, "CREATE TRIGGER t AFTER INSERT ON sets BEGIN DELETE FROM sessions; END")
    spoilt = path.read_bytes()
    found = what_can_be_salvaged(path)
    assert path.read_bytes() == spoilt
    assert found is not None
    assert found.sessions > 100
    assert found.records > 300
    aside = bring_salvaged(path, now=NOW)
    assert (aside / DATABASE).read_bytes() == spoilt
    assert inspect(path, thorough=True).state is DatabaseState.CURRENT
    assert len(session_names(folder)) == found.sessions
    assert not list(folder.glob(".work-*"))


@pytest.mark.parametrize("content", [b"", b"Dear diary " * 900, bytes(40960)])
def test_out_of_something_else_nothing_is_read(folder: Path, content: bytes) -> None:
    folder.mkdir()
    (folder / DATABASE).write_bytes(content)
    assert what_can_be_salvaged(folder / DATABASE) is None
    assert (folder / DATABASE).read_bytes() == content
