"""One switch in Settings takes arrows and rings off every picture at once, and it is kept."""

from pathlib import Path

from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from supple.app.demo.hand import Seen, press
from supple.app.program import Program
from supple.domain.routine import PhaseKind
from supple.ui.figure.stage import Stage
from supple.ui.kit.room import Room
from supple.ui.library.library_page import LibraryPage
from supple.ui.settings.settings_page import SettingsPage

from .conftest import Open
from .session_on_mat import page_of, press_stop

SWITCH = "Arrows and rings on pictures"


def first_card(program: Program, qtbot: QtBot) -> Stage:
    """In the library, its picture there: it comes softly."""
    program.window.show_room(Room.LIBRARY)
    qtbot.waitUntil(lambda: bool(program.window.findChildren(LibraryPage)))
    library = program.window.findChildren(LibraryPage)[0]
    qtbot.waitUntil(lambda: any(stage.isVisible() for stage in library.findChildren(Stage)))
    stage = next(stage for stage in library.findChildren(Stage) if stage.isVisible())
    qtbot.waitUntil(lambda: stage.picture_frame is not None and stage._coming.share == 1)
    return stage


def seen(stage: Stage) -> QImage:
    return stage.grab().toImage()


def test_the_switch_is_heard_in_every_room_at_once_and_kept(qtbot: QtBot, opened: Open, data: Path) -> None:
    program = opened(data)
    card = first_card(program, qtbot)
    there = seen(card)
    program.window.show_room(Room.SETTINGS)
    page = program.window.page(Room.SETTINGS)
    assert isinstance(page, SettingsPage)
    assert page.look.pointers.isChecked()
    press(SWITCH)
    assert first_card(program, qtbot) is card
    assert seen(card) != there
    assert '"pointers": false' in (data / "settings.json").read_text("utf-8").replace(":false", ": false")
    program.window.show_room(Room.SETTINGS)
    press(SWITCH)
    assert first_card(program, qtbot) is card
    assert seen(card) == there


def test_on_the_mat_the_arrow_shows_the_way_in_and_none_at_a_rest(
    qtbot: QtBot, opened: Open, data: Path
) -> None:
    program = opened(data)
    press("Start routine")
    qtbot.waitUntil(Seen("Begin session"))
    press("Begin session")
    qtbot.waitUntil(lambda: program.window.full is not None)
    mat = page_of(program).mat
    qtbot.waitUntil(mat.stage.points_out, timeout=5000)
    rest = next(number for number, phase in enumerate(mat._timeline.phases) if phase.kind is PhaseKind.REST)
    mat.show_phase(rest)
    assert not mat.stage.points_out()
    press_stop(qtbot)
