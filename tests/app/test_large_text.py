"""Text at 200 % in the smallest window: every word of every room, and of what covers the rooms, can be read whole."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from supple.app.demo.hand import Seen, press, visible_names
from supple.app.program import Program
from supple.domain.settings import Look, Settings, Sound
from supple.ui.kit.room import Room

from .conftest import Open
from .fit import cut_words
from .session_on_mat import page_of
from .window import ready_folder, remember_a_session, words

SMALLEST = (860, 500)


@pytest.fixture
def program(opened: Open, tmp_path: Path) -> Iterator[Program]:
    folder = ready_folder(
        tmp_path / "data",
        settings=Settings(sound=Sound(on=False, heard_once=True), look=Look(text_percent=200)),
    )
    remember_a_session(folder)
    program = opened(folder, speed=2.0)
    program.window.resize(*SMALLEST)
    return program


def test_every_room_can_be_read_at_200_percent(qtbot: QtBot, program: Program) -> None:
    for room in Room:
        program.window.show_room(room)
        qtbot.wait(
            150
        )  # Progress reads the history behind the page, the library brings up its cards in turns
        assert program.window.size().toTuple() == SMALLEST
        qtbot.waitUntil(lambda: cut_words(program.window) == [], timeout=3_000)


def test_what_leads_on_from_the_rooms_can_be_read_at_200_percent(qtbot: QtBot, program: Program) -> None:
    program.window.show_room(Room.LIBRARY)
    press(next(name for name in visible_names() if name.startswith("Supine piriformis stretch")))
    qtbot.waitUntil(Seen("Start now"))
    assert cut_words(program.window) == []
    program.window.show_room(Room.TODAY)
    press("See the steps")
    qtbot.wait(50)
    assert cut_words(program.window) == []
    program.window.show_room(Room.TODAY)
    press("Start self-test")
    qtbot.wait(50)
    assert cut_words(program.window) == []
    press("Continue")
    for _page in range(30):
        qtbot.wait(30)
        assert cut_words(program.window) == [], words()
        if "Keep for later" in visible_names():
            break
        answer_page()
        qtbot.wait(30)
        assert cut_words(program.window) == [], words()
    assert "Keep for later" in visible_names()


def answer_page() -> None:
    """The first answer a page of the self-test offers that goes on to the next."""
    names = visible_names()
    wanted = next((name for name in names if name.startswith("Clearly lifted")), None)
    wanted = wanted or next(
        (n for n in names if n.split(",")[0] == ("Yes" if "Not sure" in names else "No")), None
    )
    if wanted:
        press(wanted)  # which goes on by itself
    elif "Continue" in names:
        press("Continue")


def test_a_session_and_its_sheets_can_be_read_at_200_percent(qtbot: QtBot, program: Program) -> None:
    press("Start routine")
    qtbot.waitUntil(Seen("Begin session"))
    assert cut_words(program.window) == []
    press("Begin session")
    qtbot.waitUntil(Seen("Pause"))
    assert cut_words(program.window) == []
    press("It hurts")
    qtbot.waitUntil(lambda: page_of(program).sheet is not None)
    assert cut_words(program.window) == []
    press("End here")
    qtbot.waitUntil(Seen("Done"))
    assert cut_words(program.window) == []
    press("Done")


def test_the_safety_questions_can_be_read_at_200_percent(qtbot: QtBot, program: Program) -> None:
    program.window.show_room(Room.WARNING_SIGNS)
    press("Change my answers")
    for _page in range(10):
        qtbot.wait(30)
        assert cut_words(program.window) == [], words()
        if "None of these" not in visible_names():
            break
        press("None of these")
