"""Settings, "Restore...": shows what a backup holds, brings it back, and shows it; what was here is kept."""

import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot
from tests.storage.damage import sql

from supple.app.demo.hand import Seen, press
from supple.domain.record import SessionRecord
from supple.domain.settings import Look, Settings, Sound
from supple.storage import DATABASE
from supple.storage.backup import make_backup
from supple.storage.half_restored import NOTE
from supple.storage.settings_file import SettingsFile

from .conftest import Open
from .window import now, ready_folder, remember_a_session, sees, words

# The file dialog's, where there is no desktop.
pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")


@pytest.fixture
def backup(tmp_path: Path) -> Path:
    """Of somebody with one session and 150 % text."""
    folder = ready_folder(
        tmp_path / "earlier",
        settings=Settings(sound=Sound(on=False, heard_once=True), look=Look(text_percent=150)),
    )
    remember_a_session(folder)
    file = tmp_path / "Supple backup 22.07.zip"
    make_backup(folder, file, now=now())
    return file


def choose(qtbot: QtBot, button: str, file: Path) -> None:
    """Press `button` in Settings and choose `file` in the dialog."""
    press("Settings")
    qtbot.waitUntil(Seen(button))
    press(button)
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), QFileDialog))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QFileDialog)
    dialog.setDirectory(str(file.parent))
    field = dialog.findChild(QLineEdit)
    assert field is not None
    field.setText(str(file))
    press("&Open" if button == "Restore…" else "&Save")


def sessions_in(folder: Path) -> list[str]:
    with closing(sqlite3.connect(folder / DATABASE)) as connection:
        return [name for (name,) in connection.execute("SELECT session_id FROM sessions")]


def test_a_backup_is_shown_before_it_is_brought_back_and_then_its_data_are_there(
    qtbot: QtBot, opened: Open, data: Path, backup: Path
) -> None:
    program = opened(data)
    choose(qtbot, "Restore…", backup)
    qtbot.waitUntil(sees("Bring this backup back?"))
    assert "It holds one session; the last entry is of" in words()
    assert "It holds settings too; they take the place of yours." in words()
    assert sessions_in(data) == []
    with qtbot.waitSignal(program.today_completed):
        press("Bring it back")
    qtbot.waitUntil(sees("Your data were restored."))
    (aside,) = data.glob("set-aside-*")
    assert f"What was here before is kept in {aside}." in words()
    assert sessions_in(data) == ["s1"]
    assert sessions_in(aside) == []
    assert SettingsFile(aside).load().look.text_percent == 100
    assert program.flows.preferences.settings().look.text_percent == 150
    assert [session.session_id for session in program.flows._history._history.read(SessionRecord)] == ["s1"]


def test_who_keeps_what_is_here_has_it_unchanged(
    qtbot: QtBot, opened: Open, data: Path, backup: Path
) -> None:
    opened(data)
    choose(qtbot, "Restore…", backup)
    qtbot.waitUntil(sees("Bring this backup back?"))
    press("Keep what is here")
    qtbot.wait(50)
    assert sessions_in(data) == []
    assert list(data.glob("set-aside-*")) == []


@pytest.mark.parametrize("damage", ["cut", "flipped", "of another program", "no zip", "a trigger"])
def test_a_backup_that_cannot_be_used_is_named_and_nothing_is_touched(
    qtbot: QtBot, opened: Open, data: Path, backup: Path, damage: str, tmp_path: Path
) -> None:
    content = bytearray(backup.read_bytes())
    match damage:
        case "cut":
            content = content[: len(content) // 2]
        case "flipped":
            content[len(content) // 3] ^= 0xFF
        case "a trigger":
            sql(
                tmp_path / "earlier" / DATABASE,
                "CREATE TRIGGER t AFTER INSERT ON sets BEGIN DELETE FROM sets; END",
            )
            shutil.copyfile(tmp_path / "earlier" / DATABASE, tmp_path / "x.db")
            content = bytearray(_zip_with(tmp_path / "x.db", backup))
        case "of another program":
            content = bytearray(_zip_of_another(tmp_path))
        case _:
            content = bytearray(b"Dear diary")
    backup.write_bytes(content)
    opened(data)
    choose(qtbot, "Restore…", backup)
    qtbot.waitUntil(sees("Nothing was restored; your data are as they were."))
    assert str(backup) in words()
    assert sessions_in(data) == []
    assert list(data.glob("set-aside-*")) == []


def test_a_backup_whose_name_has_a_dot_gets_its_ending(
    qtbot: QtBot, opened: Open, data: Path, tmp_path: Path
) -> None:
    opened(data)
    choose(qtbot, "Back up…", tmp_path / "Backup 22.07")
    qtbot.waitUntil(sees("Saved."))
    assert (tmp_path / "Backup 22.07.zip").is_file()
    assert not (tmp_path / "Backup 22.07").exists()


def test_a_backup_into_the_data_folder_is_refused(qtbot: QtBot, opened: Open, data: Path) -> None:
    opened(data)
    choose(qtbot, "Back up…", data / "mine.zip")
    qtbot.waitUntil(sees("Nothing was saved."))
    assert "it is inside the folder of your data" in words()
    assert not (data / "mine.zip").exists()


def _zip_of_another(place: Path) -> bytes:
    import zipfile

    with zipfile.ZipFile(place / "another.zip", "w") as archive:
        archive.writestr("notes.txt", "mine")
    return (place / "another.zip").read_bytes()


def _zip_with(database: Path, backup: Path) -> bytes:
    """The backup with another history, and the sums to go with it."""
    import hashlib
    import json
    import zipfile

    with zipfile.ZipFile(backup) as old:
        manifest = json.loads(old.read("manifest.json"))
        settings = old.read("settings.json")
    manifest["files"][DATABASE] = hashlib.sha256(database.read_bytes()).hexdigest()
    with zipfile.ZipFile(database.with_name("with.zip"), "w") as new:
        new.writestr("manifest.json", json.dumps(manifest))
        new.writestr(DATABASE, database.read_bytes())
        new.writestr("settings.json", settings)
    return database.with_name("with.zip").read_bytes()


def test_a_restore_that_was_cut_off_is_taken_back_and_told(qtbot: QtBot, opened: Open, data: Path) -> None:
    remember_a_session(data)
    aside, place = data / "set-aside-x", data / ".work-0-x"
    for folder in (aside, place):
        folder.mkdir()
    (data / DATABASE).rename(aside / DATABASE)
    (place / DATABASE).write_bytes(b"of the backup")
    (data / NOTE).write_text(json.dumps({"place": str(place), "aside": aside.name, "names": [DATABASE]}))
    opened(data)
    qtbot.waitUntil(sees("Bringing a backup back was cut off."))
    assert sees("Your data are as they were before it.")()
    assert sessions_in(data) == ["s1"]
