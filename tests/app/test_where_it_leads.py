"""Where the buttons of the rooms lead: pressed one after the other in the whole window, and what is seen then."""

from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from supple.app.demo.hand import Seen, press
from supple.app.program import Program
from supple.ui.kit.room import Room

from .conftest import Open
from .place import QUIET, lived_in
from .walk import top
from .window import ready_folder, sees

SCREENLESS = ["This plugin does not support"]


@dataclass(frozen=True, slots=True)
class Lead:
    """Buttons that are pressed one after the other in a room, what can be read then, and the way back."""

    room: Room
    buttons: tuple[str, ...]
    read: str
    back: tuple[str, ...] = ()  # buttons; else Escape


def follow(qtbot: QtBot, program: Program, lead: Lead) -> None:
    """Press, look, and come back to the room."""
    program.window.show_room(lead.room)
    qtbot.waitUntil(Seen(lead.buttons[0]))
    before = top(program)
    assert not sees(lead.read).already, lead
    for button in lead.buttons:
        qtbot.waitUntil(Seen(button))
        press(button)
    qtbot.waitUntil(sees(lead.read))
    for button in lead.back:
        press(button)
    if not lead.back:
        QTest.keyClick(top(program), Qt.Key.Key_Escape)
    qtbot.waitUntil(Seen(lead.buttons[0]))
    assert program.window.room is lead.room
    assert top(program) is before


LEADS = (
    Lead(Room.TODAY, ("See the steps",), "36 sets, 8 min 40 s of them at work", ("Back to Today",)),
    Lead(Room.TODAY, ("Start routine",), "13 min, 36 sets"),
    Lead(Room.TODAY, ("I just trained",), "Begin session"),
    Lead(
        Room.ROUTINES, ("Steps of Before training",), "8 sets, 2 min of them at work", ("Back to Routines",)
    ),
    Lead(Room.ROUTINES, ("Start Before training",), "4 min, 8 sets"),
    Lead(Room.LIBRARY, ("Glute bridge",), "Felt in the buttocks", ("Back to Library",)),
    Lead(
        Room.LIBRARY,
        ("Glute bridge", "Put away"),
        "Put away. Glute bridge is left out",
        ("Bring it back", "Back to Library"),
    ),
    Lead(Room.WARNING_SIGNS, ("Change my answers",), "1 of 3", ("Not now",)),
    Lead(Room.SETTINGS, ("Credits and licences",), "Supple itself is free under the MIT licence."),
)


@pytest.mark.qt_log_ignore(*SCREENLESS)
def test_each_button_leads_where_it_says_and_one_comes_back(
    qtbot: QtBot, opened: Open, tmp_path: Path
) -> None:
    program = opened(lived_in(tmp_path / "data"))
    for lead in LEADS:
        follow(qtbot, program, lead)


@pytest.mark.qt_log_ignore(*SCREENLESS)
@pytest.mark.parametrize(
    ("room", "button", "title"),
    [
        (Room.SETTINGS, "Back up…", "Back up everything to one file"),
        (Room.SETTINGS, "Restore…", "Choose a backup to bring back"),
        (Room.PROGRESS, "Export CSV", "Choose a folder for the CSV files"),
    ],
)
def test_a_file_is_asked_for(
    qtbot: QtBot, opened: Open, tmp_path: Path, room: Room, button: str, title: str
) -> None:
    program = opened(lived_in(tmp_path / "data"))
    program.window.show_room(room)
    qtbot.waitUntil(Seen(button))
    press(button)
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), QFileDialog))
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    assert dialog.windowTitle() == title
    dialog.close()
    assert program.window.room is room


@pytest.mark.qt_log_ignore(*SCREENLESS)
@pytest.mark.parametrize(
    ("button", "read"), [("Start routine", "13 min, 36 sets"), ("Start self-test", "Which checks now?")]
)
def test_progress_with_nothing_in_it_leads_to_what_would_fill_it(
    qtbot: QtBot, opened: Open, tmp_path: Path, button: str, read: str
) -> None:
    program = opened(ready_folder(tmp_path / "data", settings=QUIET))
    program.window.show_room(Room.PROGRESS)
    qtbot.waitUntil(Seen(button))
    press(button)
    qtbot.waitUntil(sees(read))
