"""Histories to be damaged, and the damage: real database files, spoilt as disks, people and sync programs do it."""

import shutil
import sqlite3
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

from supple.domain.record import SafetyRecord, SessionRecord
from supple.services.writes import AddSafety, AddSet, BeginSession
from supple.storage import DATABASE
from supple.storage.database import open_history

from .conftest import NOW, one_set, session

LOG = f"{DATABASE}-wal"


def with_sessions(folder: Path, *names: str, begun: datetime = NOW) -> Path:
    """A closed history of sessions of these names, each with two sets; the database in it."""
    history = open_history(folder, now=NOW)
    for number, name in enumerate(names):
        at = begun + timedelta(hours=number)
        history.write(BeginSession(session=session(name, started_at=at)))
        for place in "ab":
            history.write(
                AddSet(record=one_set(f"{name}{place}", session_id=name, started_at=at), done_s=20.0)
            )
    history.write(AddSafety(safety=SafetyRecord(answered_at=begun, ticked=frozenset({"C2"}))))
    history.close()
    return folder / DATABASE


def cut_off(folder: Path, *names: str) -> Path:
    """The same, as it lies on the disk when the power goes: the sessions are in the log."""
    live = folder.with_name(f"{folder.name}-live")
    if not (live / DATABASE).exists():
        open_history(live, now=NOW).close()
    history = open_history(live, now=NOW)
    for number, name in enumerate(names):
        at = NOW + timedelta(hours=number)
        history.write(BeginSession(session=session(name, started_at=at)))
        for place in "ab":
            history.write(
                AddSet(record=one_set(f"{name}{place}", session_id=name, started_at=at), done_s=20.0)
            )
    folder.mkdir(exist_ok=True)
    for part in (DATABASE, LOG):
        shutil.copyfile(live / part, folder / part)
    history.close()
    return folder / DATABASE


def session_names(folder: Path) -> list[str]:
    """The sessions that the program finds in `folder`."""
    history = open_history(folder, now=NOW)
    found = [kept.session_id for kept in history.read(SessionRecord)]
    history.close()
    return found


def flip(file: Path, place: int) -> None:
    """One byte of `file` is another."""
    content = bytearray(file.read_bytes())
    content[place] ^= 0xFF
    file.write_bytes(content)


def sql(database: Path, statement: str, *values: str) -> None:
    """Write to `database` what the program never would: nothing is checked."""
    with closing(sqlite3.connect(database)) as connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        connection.execute(statement, values)
        connection.commit()


def files_in(folder: Path) -> dict[str, bytes]:
    """What lies in `folder` itself, byte by byte."""
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}
