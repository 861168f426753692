"""A backup comes back as it was, or not at all; what it replaces is kept."""

import os
import sqlite3
import subprocess
import sys
import zipfile
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from supple.domain.record import NoteRecord, SessionRecord
from supple.domain.settings import Settings, Sound
from supple.domain.trouble import Trouble
from supple.services.history import HistoryError
from supple.services.writes import AddSet, BeginSession, KeepNotes
from supple.storage import DATABASE
from supple.storage.backup import NothingToBackUpError, make_backup
from supple.storage.database import open_history
from supple.storage.restore import BackupError, restore
from supple.storage.settings_file import SettingsFile

from .conftest import NOW, one_set, session

NOTE = "Подушка под колено"


@pytest.fixture
def backup(folder: Path, tmp_path: Path) -> Path:
    """A backup of one session with a set, and of a volume of 33 and a note."""
    history = open_history(folder, now=NOW)
    history.write(BeginSession(session=session()))
    history.write(AddSet(record=one_set(), done_s=13.0))
    history.write(KeepNotes(notes=(NoteRecord(exercise_id="a1", written_at=NOW, note=NOTE),)))
    SettingsFile(folder).save(Settings(sound=Sound(volume=33)))
    file = tmp_path / "backup.zip"
    make_backup(folder, file, now=NOW)  # while the history is open, as beside a window
    history.close()
    return file


def notes_in(folder: Path) -> dict[str, str]:
    history = open_history(folder, now=NOW)
    found = {note.exercise_id: note.note for note in history.read(NoteRecord)}
    history.close()
    return found


def session_ids(folder: Path) -> list[str]:
    history = open_history(folder, now=NOW)
    found = [s.session_id for s in history.read(SessionRecord)]
    history.close()
    return found


def changed(backup: Path, name: str, content: bytes) -> Path:
    """A copy of `backup` in which one member is another."""
    other = backup.with_name("other.zip")
    with zipfile.ZipFile(backup) as old, zipfile.ZipFile(other, "w") as new:
        for member in {*old.namelist(), name}:
            new.writestr(member, content if member == name else old.read(member))
    return other


def test_a_backup_comes_back_on_another_machine(backup: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    assert restore(backup, other, now=NOW) is None
    assert session_ids(other) == ["s1"]
    assert SettingsFile(other).load().sound.volume == 33
    assert notes_in(other) == {"a1": NOTE}
    assert backup.stat().st_mode & 0o777 == 0o600
    assert (other / DATABASE).stat().st_mode & 0o777 == 0o600


def test_a_backup_beside_a_session_holds_what_was_done_so_far(folder: Path, tmp_path: Path) -> None:
    history = open_history(folder, now=NOW)
    history.write(BeginSession(session=session()))
    history.write(AddSet(record=one_set(), done_s=13.0))
    make_backup(folder, tmp_path / "b.zip", now=NOW, beside_window=True)
    history.write(AddSet(record=one_set("later"), done_s=13.0))
    history.close()
    (tmp_path / "elsewhere").mkdir()
    restore(tmp_path / "b.zip", tmp_path / "elsewhere", now=NOW)
    there = open_history(tmp_path / "elsewhere", now=NOW)
    assert [each.set_id for each in there.sets_of("s1")] == ["a"]
    there.close()


@pytest.mark.parametrize("how", ["a folder", "no history"])
def test_of_a_history_that_is_damaged_no_backup_is_made(folder: Path, tmp_path: Path, how: str) -> None:
    folder.mkdir()
    if how == "a folder":
        (folder / DATABASE).mkdir()
    else:
        (folder / DATABASE).write_bytes(b"Dear diary " * 900)
    with pytest.raises(HistoryError) as found:
        make_backup(folder, tmp_path / "b.zip", now=NOW)
    assert found.value.trouble is Trouble.DAMAGED
    assert not (tmp_path / "b.zip").exists()


def test_what_is_replaced_is_kept_beside_it(backup: Path, folder: Path) -> None:
    history = open_history(folder, now=NOW)
    history.write(BeginSession(session=session("s2", started_at=NOW + timedelta(days=1))))
    history.close()
    aside = restore(backup, folder, now=NOW)
    assert aside is not None
    assert aside.parent == folder
    assert session_ids(folder) == ["s1"]
    assert session_ids(aside) == ["s1", "s2"]
    assert SettingsFile(aside).load().sound.volume == 33


def test_restoring_twice_keeps_both_that_were_replaced(backup: Path, folder: Path) -> None:
    assert restore(backup, folder, now=NOW) != restore(backup, folder, now=NOW)


def test_a_backup_before_anything_was_done_says_so(tmp_path: Path) -> None:
    with pytest.raises(NothingToBackUpError):
        make_backup(tmp_path, tmp_path / "b.zip", now=NOW)
    assert list(tmp_path.glob("*b.zip*")) == []


def newer(content: bytes) -> bytes:
    return content.replace(b'"format": 1', b'"format": 9')


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        (DATABASE, b"not what was saved", "not what was saved"),
        ("manifest.json", b"{}", "not a whole backup"),
        ("manifest.json", b"[]", "not a whole backup"),
        ("manifest.json", b"\xff", "not a whole backup"),
        ("manifest.json", b'{"format": 9}', "newer version"),
        (
            "manifest.json",
            b'{"format": 1, "program": "x", "made_at": "2026-07-22T18:30:05+02:00", "schema": "0001",'
            b' "files": {"../history.db": "x"}}',
            "holds files",
        ),
        (
            "manifest.json",
            b'{"format": 1, "program": "x", "made_at": "2026-07-22T18:30:05+02:00", "schema": "0001",'
            b' "files": {"history.db": "x", "settings.json": "y"}}',
            "not what was saved",
        ),
    ],
)
def test_a_backup_that_is_not_whole_changes_nothing(
    backup: Path, folder: Path, name: str, content: bytes, words: str
) -> None:
    before = sorted(path.name for path in folder.iterdir())
    with pytest.raises(BackupError, match=words):
        restore(changed(backup, name, content), folder, now=NOW)
    assert sorted(path.name for path in folder.iterdir()) == before
    assert session_ids(folder) == ["s1"]


@pytest.mark.parametrize("content", [b"", b"PK", b"Dear diary"])
def test_a_file_that_is_no_backup_is_refused(folder: Path, tmp_path: Path, content: bytes) -> None:
    folder.mkdir()
    file = tmp_path / "x.zip"
    file.write_bytes(content)
    with pytest.raises(BackupError, match="not a whole backup"):
        restore(file, folder, now=NOW)


def test_a_backup_cut_short_is_refused(backup: Path, folder: Path) -> None:
    backup.write_bytes(backup.read_bytes()[:-200])
    with pytest.raises(BackupError):
        restore(backup, folder, now=NOW)
    assert session_ids(folder) == ["s1"]


def test_a_backup_of_a_newer_schema_is_refused(folder: Path, tmp_path: Path, backup: Path) -> None:
    with closing(sqlite3.connect(folder / DATABASE)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '0999'")
    file = tmp_path / "newer.zip"
    make_backup(folder, file, now=NOW)
    empty = tmp_path / "empty"
    empty.mkdir()
    with pytest.raises(BackupError, match="newer version"):
        restore(file, empty, now=NOW)
    assert list(empty.iterdir()) == []


KILLED = """
import os, signal, sys, zipfile
from pathlib import Path
from supple.services.local_time import local_now
from supple.storage import backup

def kill(*_of, **_more):
    os.kill(os.getpid(), signal.SIGKILL)

zipfile.ZipFile.write = kill
backup.make_backup(Path(sys.argv[1]), Path(sys.argv[2]), now=local_now())
"""


@pytest.mark.skipif(os.name != "posix", reason="kills by a signal")
def test_what_a_killed_backup_left_is_swept_by_the_next(folder: Path, tmp_path: Path) -> None:
    open_history(folder, now=NOW).close()
    target = tmp_path / "out" / "backup.zip"
    target.parent.mkdir()
    subprocess.run([sys.executable, "-c", KILLED, str(folder), str(target)], check=False)
    assert list(folder.glob(".work-*"))
    assert [place.suffix for place in target.parent.iterdir()] == [".part"]
    make_backup(folder, target, now=NOW)
    assert not list(folder.glob(".work-*"))
    assert list(target.parent.iterdir()) == [target]
