"""What lies in a backup is looked at before anything is replaced, also where its sums are right."""

import json
import os
import sqlite3
import zipfile
from contextlib import closing
from hashlib import sha256
from pathlib import Path

import pytest

from supple.storage import DATABASE
from supple.storage.database import open_history
from supple.storage.files import SETTINGS_FILE
from supple.storage.restore import BackupError, look_into

from .conftest import NOW
from .damage import with_sessions


def packed(tmp_path: Path, **members: bytes) -> Path:
    """A backup of these members, its sums right; `settings` and `history` stand for their files."""
    named = {{"settings": SETTINGS_FILE, "history": DATABASE}[name]: data for name, data in members.items()}
    manifest = {
        "format": 1,
        "program": "0.1.0",
        "made_at": NOW.isoformat(),
        "schema": "0001",
        "files": {name: sha256(data).hexdigest() for name, data in named.items()},
    }
    file = tmp_path / "backup.zip"
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("manifest.json", json.dumps(manifest))
        for name, data in named.items():
            archive.writestr(name, data)
    return file


def history(tmp_path: Path, *statements: str) -> bytes:
    """A history of two sessions, after somebody else changed it."""
    database = with_sessions(tmp_path / "theirs", "x1", "x2")
    with closing(sqlite3.connect(database, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.execute("VACUUM")
    return database.read_bytes()


def test_it_says_how_much_is_in_it_before_anything_is_replaced(folder: Path, tmp_path: Path) -> None:
    open_history(folder, now=NOW).close()
    found = look_into(packed(tmp_path, history=history(tmp_path), settings=b"{}"), folder)
    assert found.history is not None
    assert found.history.sessions == 2
    assert found.settings is True
    assert set(found.names) == {DATABASE, SETTINGS_FILE}


def test_settings_that_nobody_can_read_stay_in_it_and_the_history_comes(folder: Path, tmp_path: Path) -> None:
    folder.mkdir()
    found = look_into(packed(tmp_path, history=history(tmp_path), settings=b"Dear diary"), folder)
    assert found.settings is False
    assert found.names == (DATABASE,)


def test_an_empty_history_holds_nothing(folder: Path, tmp_path: Path) -> None:
    folder.mkdir()
    found = look_into(packed(tmp_path, history=b"", settings=b"{}"), folder)
    assert found.history is not None
    assert found.history.records == 0


@pytest.mark.parametrize(
    ("members", "words"),
    [
        ({"settings": b"Dear diary"}, "cannot be read"),
        ({"settings": b" " * 80_000_000}, "far too large"),
        ({"history": b"Dear diary " * 900}, "the history in it cannot be read"),
    ],
)
def test_what_cannot_be_used_is_named(
    folder: Path, tmp_path: Path, members: dict[str, bytes], words: str
) -> None:
    folder.mkdir()
    with pytest.raises(BackupError, match=words):
        look_into(packed(tmp_path, **members), folder)


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        ("CREATE TABLE more (x)", "Supple did not write"),
        ("UPDATE alembic_version SET version_num = '9999'", "newer version"),
    ],
)
def test_a_history_that_is_not_ours_is_refused(
    folder: Path, tmp_path: Path, statement: str, words: str
) -> None:
    folder.mkdir()
    with pytest.raises(BackupError, match=words):
        look_into(packed(tmp_path, history=history(tmp_path, statement)), folder)


def test_a_folder_or_a_pipe_is_no_backup_and_is_not_waited_for(folder: Path, tmp_path: Path) -> None:
    folder.mkdir()
    with pytest.raises(BackupError, match="is a folder"):
        look_into(tmp_path, folder)
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(BackupError, match="no file"):
        look_into(tmp_path / "pipe", folder)
