"""Settings that cannot be written are told, hold meanwhile, and are written when there is room."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from supple.app.demo.hand import Seen, press
from supple.storage.settings_file import SettingsFile

from .conftest import Open
from .window import as_root, fill, ready_folder, sees, words


@as_root
def test_a_full_disk_is_told_and_trying_again_saves(qtbot: QtBot, disk: Path, opened: Open) -> None:
    folder = ready_folder(disk / "data")
    program = opened(folder)
    ballast = fill(disk)
    program.flows.preferences.put_away("pigeon")
    qtbot.waitUntil(
        sees(
            f"What you set is not saved yet. The disk that holds {folder} is full: free some space, then try again."
        )
    )
    assert SettingsFile(folder).load().avoided.put_away == ()
    ballast.unlink()
    qtbot.waitUntil(Seen("Try again"))
    press("Try again")
    assert SettingsFile(folder).load().avoided.put_away == ("pigeon",)
    assert "not saved" not in words()
