"""A note from the page of an exercise to the mat, kept over starts, safe from what else is set; no note, no voice."""

import json
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from supple.app.demo.hand import Seen, press
from supple.app.program import Program
from supple.domain.record import NoteRecord
from supple.domain.settings import Settings, Sound
from supple.services.writes import KeepNotes
from supple.storage import DATABASE
from supple.storage.database import open_history
from supple.storage.files import SETTINGS_FILE
from supple.storage.settings_file import SettingsFile
from supple.ui.kit.note_field import NoteField
from supple.ui.kit.room import Room

from .conftest import Open
from .session_on_mat import begin_session, page_of, press_stop
from .window import as_root, fill, now, ready_folder, sees, words


def first_exercise(program: Program) -> str:
    return program.flows.catalogue.routine("article_routine").steps[0].exercise_id


def kept_notes(folder: Path) -> dict[str, str]:
    history = open_history(folder, now=now())
    found = {note.exercise_id: note.note for note in history.read(NoteRecord)}
    history.close()
    return found


def write(qtbot: QtBot, program: Program, words: str) -> NoteField:
    program.flows.library.show_exercise(first_exercise(program))
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
    write(qtbot, program, "Slowly")
    press("Put away")
    press("Library")
    program.window.show_room(Room.SETTINGS)
    press("Dark")
    opened.end(program)
    assert list(kept_notes(data).values()) == ["Slowly"]
    assert len(SettingsFile(data).load().avoided.put_away) == 1
    assert "Slowly" not in (data / SETTINGS_FILE).read_text()


def test_a_note_that_is_emptied_is_gone(qtbot: QtBot, opened: Open, data: Path) -> None:
    program = opened(data)
    write(qtbot, program, "Slowly")
    write(qtbot, program, "")
    opened.end(program)
    assert list(kept_notes(data).values()) == [""]
    assert opened(data).flows.notes.all() == {}


def with_old_notes(folder: Path, notes: dict[str, str]) -> Path:
    """A folder as an earlier version left it: notes among the settings."""
    told = json.loads((folder / SETTINGS_FILE).read_bytes())
    (folder / SETTINGS_FILE).write_text(json.dumps({**told, "volume": 12, "notes": notes}))
    return folder / SETTINGS_FILE


def test_notes_of_an_earlier_version_move_into_the_history_once(
    qtbot: QtBot, opened: Open, data: Path
) -> None:
    settings = with_old_notes(data, {"pigeon": "Slowly", "cat_cow": "Pad"})
    program = opened(data)
    assert program.flows.notes.all() == {"cat_cow": "Pad", "pigeon": "Slowly"}
    qtbot.waitUntil(lambda: "notes" not in json.loads(settings.read_bytes()))
    program.flows.notes.write("pigeon", "")
    opened.end(program)
    assert kept_notes(data) == {"pigeon": "", "cat_cow": "Pad"}
    with_old_notes(data, {"pigeon": "Slowly"})  # a sync program brings the old file again
    assert opened(data).flows.notes.all() == {"cat_cow": "Pad"}


def test_notes_of_an_earlier_version_stay_in_their_file_while_the_history_cannot_be_opened(
    qtbot: QtBot, opened: Open, data: Path
) -> None:
    settings = with_old_notes(data, {"pigeon": "Slowly"})
    whole = (data / DATABASE).read_bytes()
    (data / DATABASE).write_bytes(whole[:100] + bytes(4000) + whole[4100:])
    program = opened(data, complete=False)
    qtbot.waitUntil(sees("Your history is damaged"), timeout=10_000)
    program.flows.preferences.put_away("cat_cow")
    assert json.loads(settings.read_bytes())["notes"] == {"pigeon": "Slowly"}
    opened.end(program)
    (data / DATABASE).write_bytes(whole)
    assert opened(data).flows.notes.all() == {"pigeon": "Slowly"}


def test_a_damaged_settings_file_costs_no_note(qtbot: QtBot, opened: Open, data: Path) -> None:
    program = opened(data)
    write(qtbot, program, "Slowly")
    opened.end(program)
    (data / SETTINGS_FILE).write_text("{ not json")
    assert list(opened(data).flows.notes.all().values()) == ["Slowly"]


@as_root
def test_a_note_that_cannot_be_saved_is_told_holds_and_is_saved_when_there_is_room(
    qtbot: QtBot, disk: Path, opened: Open
) -> None:
    folder = ready_folder(disk / "data")
    program = opened(folder)
    ballast = fill(disk)
    for number in range(60):  # until the log needs room that is not there
        program.flows.notes.write("pigeon", f"Slowly {number}")
    assert program.flows.keeping.writer.settle(10.0)
    qtbot.waitUntil(sees("Not saved yet."))
    assert program.flows.notes.all()["pigeon"] == "Slowly 59"
    ballast.unlink()
    qtbot.waitUntil(Seen("Try again"))
    press("Try again")
    qtbot.waitUntil(lambda: "Not saved yet." not in words())
    opened.end(program)
    assert kept_notes(folder) == {"pigeon": "Slowly 59"}


def test_without_a_note_nothing_is_loaded_for_a_voice(
    qtbot: QtBot, opened: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = ready_folder(tmp_path / "data", settings=Settings(sound=Sound(heard_once=True)))
    history = open_history(folder, now=now())
    history.write(KeepNotes(notes=(NoteRecord(exercise_id="pigeon", written_at=now(), note="Slowly"),)))
    history.close()
    opened(folder)  # the exercise is not in the article's routine
    loaded = ("supple.audio.system_voice", "PySide6.QtTextToSpeech")
    for name in loaded:  # by another test
        monkeypatch.delitem(sys.modules, name, raising=False)
    begin_session(qtbot)
    assert not sys.modules.keys() & set(loaded)
    press_stop(qtbot)
