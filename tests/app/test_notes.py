"""A note from the page of an exercise to the mat, kept over starts, safe from what else is set; no note, no voice."""

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from supple.app.hand import press
from supple.app.program import Program
from supple.domain.settings import Settings
from supple.storage.settings_file import SettingsFile
from supple.ui.note_field import NoteField
from supple.ui.room import Room
from supple.ui.settings_page import SettingsPage

from .conftest import Open
from .session_on_mat import begin_session, page_of, press_stop
from .window import ready_folder, sees


def first_exercise(program: Program) -> str:
    return program.parts.catalogue.routine("article_routine").steps[0].exercise_id


def write(qtbot: QtBot, program: Program, words: str) -> NoteField:
    program.flows.show_exercise(first_exercise(program))
    note = program.window.findChildren(NoteField)[0]
    note.field.clear()
    qtbot.keyClicks(note.field, words)
    qtbot.keyClick(note.field, Qt.Key.Key_Return)
    return note


def test_what_was_written_is_on_the_mat_of_the_next_start(qtbot: QtBot, opened: Open, data: Path) -> None:
    program = opened(data)
    write(qtbot, program, "Pad under the knee")
    opened.end(program)
    program = opened(data)
    begin_session(qtbot)
    qtbot.waitUntil(sees("Your note: Pad under the knee"))
    assert page_of(program).mat.note.isVisible()


def test_changing_a_setting_afterwards_leaves_the_note_and_what_was_put_away(
    qtbot: QtBot, opened: Open, data: Path
) -> None:
    program = opened(data)
    program.window.show_room(Room.SETTINGS)
    qtbot.wait(50)
    settings = program.window.findChildren(SettingsPage)[0]
    write(qtbot, program, "Slowly")
    press("Put away for good")
    press("Library")
    program.window.show_room(Room.SETTINGS)
    settings.look.settings_changed.emit(settings.look.settings)
    kept = SettingsFile(data).load()
    assert list(kept.notes.values()) == ["Slowly"]
    assert len(kept.put_away) == 1


def test_a_note_that_is_emptied_is_gone(qtbot: QtBot, opened: Open, data: Path) -> None:
    program = opened(data)
    write(qtbot, program, "Slowly")
    assert SettingsFile(data).load().notes
    write(qtbot, program, "")
    assert SettingsFile(data).load().notes == {}


def test_without_a_note_nothing_is_loaded_for_a_voice(
    qtbot: QtBot, opened: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = Settings(sound_checked=True, notes={"pigeon": "Slowly"})  # not in the article's routine
    opened(ready_folder(tmp_path / "data", settings=settings))
    loaded = ("supple.audio.system_voice", "PySide6.QtTextToSpeech")
    for name in loaded:  # by another test
        monkeypatch.delitem(sys.modules, name, raising=False)
    begin_session(qtbot)
    assert not sys.modules.keys() & set(loaded)
    press_stop(qtbot)
