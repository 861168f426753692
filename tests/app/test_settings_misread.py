"""A settings file that others have touched costs what makes no sense in it, and the window says so."""

import shutil
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from supple.app.demo.hand import Seen, press
from supple.domain.exercise import Caution
from supple.storage.files import SETTINGS_FILE
from supple.ui.kit.room import Room

from .conftest import Open
from .window import ready_folder, sees, words

FILES = Path(__file__).resolve().parents[1] / "data" / "settings"


@pytest.mark.parametrize("name", ["settings-good", "settings-bom"])
def test_a_file_that_an_editor_saved_again_is_read_whole(opened: Open, tmp_path: Path, name: str) -> None:
    folder = ready_folder(tmp_path / "data")
    shutil.copy(FILES / f"{name}.json", folder / SETTINGS_FILE)
    program = opened(folder)
    settings = program.flows.preferences.settings()
    assert settings.avoided.cautions == (Caution.OSTEO, Caution.WRIST)
    assert program.flows.notes.all() == {"a1_piriformis_supine": "pad under the knee"}
    assert "could not be read" not in words()


def test_one_unknown_value_is_told_and_the_rest_holds(qtbot: QtBot, opened: Open, tmp_path: Path) -> None:
    folder = ready_folder(tmp_path / "data")
    shutil.copy(FILES / "settings-sepia.json", folder / SETTINGS_FILE)
    before = (folder / SETTINGS_FILE).read_bytes()
    program = opened(folder)
    qtbot.waitUntil(sees("Some of your settings could not be read: Theme."))
    assert program.flows.preferences.settings().avoided.cautions == (Caution.OSTEO, Caution.WRIST)
    program.flows.preferences.put_away("cat_cow")
    kept = list(folder.glob("settings-unreadable-*.json"))
    assert [file.read_bytes() for file in kept] == [before]
    assert str(kept[0]) in words()
    qtbot.waitUntil(Seen("See settings"))
    press("See settings")
    assert program.window.room is Room.SETTINGS
    assert "could not be read" not in words()


def test_a_file_that_makes_no_sense_is_told(qtbot: QtBot, opened: Open, tmp_path: Path) -> None:
    folder = ready_folder(tmp_path / "data")
    (folder / SETTINGS_FILE).write_text("{ not json")
    opened(folder)
    qtbot.waitUntil(sees("Your settings could not be read, so those that Supple comes with are used."))
