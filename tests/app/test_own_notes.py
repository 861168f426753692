"""A note to oneself, written in the library, is there on the mat and after a restart; without one nothing is loaded."""

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from supple.app.hand import bring_into_sight, press
from supple.domain.settings import Settings
from supple.storage.settings_file import SettingsFile
from supple.ui.field import Field

from .conftest import Open
from .session_on_mat import begin_session, page_of, press_stop
from .window import ready_folder, sees

A1 = "a1_piriformis_supine"
NOTE = "Pad under the head"


def test_a_note_written_in_the_library_stands_on_the_mat_and_stays(
    qtbot: QtBot, opened: Open, data: Path
) -> None:
    program = opened(data)
    press("Library")
    qtbot.waitUntil(sees("Supine piriformis stretch"))
    press("Supine piriformis stretch")
    qtbot.waitUntil(sees("Drag to turn"))
    field = next(f for f in program.window.findChildren(Field) if f.accessibleName() == "Your note")
    bring_into_sight(field)
    qtbot.keyClicks(field, NOTE)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert SettingsFile(data).load().notes == {A1: NOTE}
    opened.end(program)
    program = opened(data)
    begin_session(qtbot)
    qtbot.waitUntil(lambda: page_of(program).mat.line.words.endswith(f"Your note: {NOTE}"))
    press_stop(qtbot)


def test_without_a_note_nothing_is_loaded_for_a_voice(
    qtbot: QtBot, opened: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = Settings(sound_checked=True, notes={"pigeon": NOTE})  # not in the article's routine
    opened(ready_folder(tmp_path / "data", settings=settings))
    loaded = ("supple.audio.system_voice", "PySide6.QtTextToSpeech")
    for name in loaded:  # by another test
        monkeypatch.delitem(sys.modules, name, raising=False)
    begin_session(qtbot)
    assert not sys.modules.keys() & set(loaded)
    press_stop(qtbot)
