"""Every room, page and sheet by ear: names, headings, pictures with words, dialogs, and no two buttons of one name."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from supple.app.demo.hand import Seen, find, press, visible_names
from supple.app.program import Program
from supple.domain.settings import Settings, Sound
from supple.ui.kit.chip import Chip
from supple.ui.kit.room import Room
from supple.ui.kit.text import Text

from .by_ear import faults
from .conftest import Open
from .session_on_mat import begin_session, page_of
from .window import ready_folder, remember_a_session


@pytest.fixture
def program(opened: Open, tmp_path: Path) -> Iterator[Program]:
    folder = ready_folder(tmp_path / "data", settings=Settings(sound=Sound(on=False, heard_once=True)))
    remember_a_session(folder)
    yield opened(folder, speed=2.0)


def test_the_first_start_can_be_heard(qtbot: QtBot, opened: Open, tmp_path: Path) -> None:
    (tmp_path / "new").mkdir()
    program = opened(tmp_path / "new", complete=False)
    qtbot.waitUntil(Seen("I am 18 or older"))
    assert not told(program)
    press("I am 18 or older")
    for page in range(10):
        qtbot.wait(60)
        assert not told(program), f"page {page}"
        if "None of these" not in visible_names():
            break
        press("None of these")
        qtbot.wait(500)  # a second press at once is no answer
    assert Seen("Start routine")()


@pytest.mark.parametrize("room", Room)
def test_a_room_can_be_heard(qtbot: QtBot, program: Program, room: Room) -> None:
    program.window.show_room(room)
    qtbot.wait(400)  # what it brings up in turns
    assert not told(program)


def test_what_leads_on_from_the_rooms_can_be_heard(qtbot: QtBot, program: Program) -> None:
    program.window.show_room(Room.LIBRARY)
    qtbot.wait(300)
    press(next(name for name in visible_names() if name.startswith("Supine piriformis stretch")))
    qtbot.waitUntil(Seen("Start now"))
    assert not told(program)
    program.window.show_room(Room.TODAY)
    press("See the steps")
    qtbot.wait(50)
    assert not told(program)
    program.window.show_room(Room.SETTINGS)
    qtbot.wait(100)
    press("Credits and licences")
    qtbot.wait(50)
    assert not told(program)


def test_the_self_test_and_its_findings_can_be_heard(qtbot: QtBot, program: Program) -> None:
    press("Start self-test")
    qtbot.wait(30)
    assert not told(program)
    press("Continue")
    for page in range(40):
        qtbot.wait(30)
        assert not told(program), f"page {page}"
        if "Keep for later" in visible_names():
            break
        answer_page()
        qtbot.wait(30)
        if "Continue" in visible_names():
            press("Continue")
    assert "Keep for later" in visible_names()
    said = QApplication.focusWidget()
    assert said is not None
    assert said.accessibleName().startswith("Left hip: ")  # the result, not a button, has the keyboard


def told(program: Program) -> str:
    """What is amiss, a line each."""
    return "\n".join(faults(program.window))


def answer_page() -> None:
    """The first answer a page of the self-test offers that goes on to the next."""
    names = visible_names()
    wanted = next((name for name in names if name.startswith("Clearly lifted")), None)
    wanted = wanted or next(
        (n for n in names if n.split(",")[0] == ("Yes" if "Not sure" in names else "No")), None
    )
    if wanted:
        press(wanted)


def test_a_session_and_its_sheets_can_be_heard(qtbot: QtBot, program: Program) -> None:
    qtbot.waitUntil(Seen("Start routine"))
    press("Start routine")
    qtbot.waitUntil(Seen("Begin session"))
    assert not told(program)
    press("Begin session")
    qtbot.waitUntil(Seen("Pause"))
    assert not told(program)
    press("Stop")
    qtbot.waitUntil(Seen("Stop here"))
    assert not told(program)
    press(next(name for name in visible_names() if name in ("Go on", "Keep going", "Resume")))
    qtbot.waitUntil(Seen("It hurts"))
    press("It hurts")
    qtbot.waitUntil(lambda: page_of(program).sheet is not None)
    assert not told(program)
    press("Pain 6 of 10")
    assert not told(program)
    press("End here")
    qtbot.waitUntil(Seen("Done"))
    assert not told(program)
    press("Done")


def test_the_keyboard_is_first_on_what_matters(qtbot: QtBot, program: Program) -> None:
    qtbot.waitUntil(Seen("Start routine"))
    assert focused() == "Start routine"
    press("See the steps")
    assert focused() == "The three hip stretches"  # the page's own title
    program.window.leave_inside()
    assert focused() == "See the steps"
    press("Start self-test")
    qtbot.wait(30)
    assert isinstance(QApplication.focusWidget(), Text)


def test_a_room_opened_by_a_reader_takes_the_keyboard_to_its_title(qtbot: QtBot, program: Program) -> None:
    qtbot.waitUntil(Seen("Start routine"))
    for room, wanted in (
        (Room.SETTINGS, "Settings"),
        (Room.LIBRARY, "Library"),
        (Room.TODAY, "Start routine"),
    ):
        tab = QAccessible.queryAccessibleInterface(program.window.rail.button(room))
        tab.actionInterface().doAction(tab.actionInterface().actionNames()[0])
        qtbot.waitUntil(partial(_is_focused, wanted))


def _is_focused(name: str) -> bool:
    return focused() == name


def focused() -> str:
    """What a screen reader calls what has the keyboard."""
    widget = QApplication.focusWidget()
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name) if widget else ""


def test_emergency_advice_is_said_at_once_and_before_all(qtbot: QtBot, program: Program) -> None:
    from supple.ui.kit.reader import said

    begin_session(qtbot)
    press("It hurts")
    qtbot.waitUntil(lambda: page_of(program).sheet is not None)
    sheet = page_of(program).sheet
    assert sheet is not None
    chest = next(chip for chip in sheet.findChildren(Chip) if "chest" in chip.text().lower())
    chest.click()
    assert said(sheet).startswith("Stop and get help now.")
    assert find("Pain 6 of 10", type(chest)) is None
