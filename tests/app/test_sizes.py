"""In the smallest window at 200 %: nothing is cut, covered or out of reach, and Tab leads through what is seen.

packaging/proof/sizes.py does the same with every place, at every size and text size, and leaves pictures.
"""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from supple.domain.settings import Look, Settings, Sound
from supple.storage.settings_file import SettingsFile
from supple.ui.kit.scrolling import main_area

from . import fit, tab_walk
from .conftest import Open
from .places import PLACES as WALKED
from .views import PLACES, Place

SMALLEST = (860, 500)
LOOKED_AT = (
    "room-today",
    "room-today-morning",
    "room-progress",
    "room-progress-open",
    "routine",
    "exercise",
    "questions-1",
    "questions-help",
    "check-03",
    "edge-tape",
    "findings",
    "start",
    "gentle",
    "mat-hold",
    "hurt-told",
    "hurt-help",
    "after",
    "closed-sign",
)


def named(name: str) -> Place:
    return next(place for place in PLACES if place.name == name)


@pytest.mark.slow
@pytest.mark.qt_log_ignore("This plugin does not support")
@pytest.mark.parametrize("name", LOOKED_AT)
def test_everything_can_be_read_and_reached(qtbot: QtBot, opened: Open, tmp_path: Path, name: str) -> None:
    place = named(name)
    folder = place.folder(tmp_path / "data")
    if (folder / "settings.json").exists():
        SettingsFile(folder).save(
            Settings(sound=Sound(on=False, heard_once=True), look=Look(text_percent=200))
        )
    program = opened(folder, speed=place.speed, complete=place.complete)
    program.window.theme.set_text_percent(200)
    program.window.resize(1280, 800)
    place.reach(program)
    window = program.window
    window.resize(*SMALLEST)
    fit.to_top(window)
    qtbot.wait(50)  # what counts the questions out of sight counts anew
    assert window.size().toTuple() == SMALLEST
    assert fit.cut_words(window) == []
    assert fit.overlaps(window) == []
    assert fit.unreachable(window) == []
    assert tab_walk.out_of_sight(window) == []
    assert tab_walk.out_of_order(window) == []
    program.window.set_close_guard(None)


@pytest.mark.slow
@pytest.mark.qt_log_ignore("This plugin does not support")
@pytest.mark.parametrize("name", ["advice after a sign", "news of a file that was saved"])
def test_a_banner_leaves_everything_within_reach(
    qtbot: QtBot, opened: Open, tmp_path: Path, name: str
) -> None:
    place = next(place for place in WALKED if place.name == name)
    program = opened(place.folder(tmp_path / "data"), speed=place.speed, complete=place.complete)
    program.window.theme.set_text_percent(200)
    place.reach(qtbot, program)
    window = program.window
    window.resize(*SMALLEST)
    qtbot.wait(50)
    assert fit.cut_words(window) == []
    assert fit.unreachable(window) == []
    assert tab_walk.out_of_sight(window) == []


@pytest.mark.qt_log_ignore("This plugin does not support")
@pytest.mark.parametrize("name", ["room-warning-signs", "library-positions", "findings", "hurt", "start"])
def test_the_page_keys_scroll_whatever_scrolls(qtbot: QtBot, opened: Open, tmp_path: Path, name: str) -> None:
    place = named(name)
    program = opened(place.folder(tmp_path / "data"), speed=place.speed, complete=place.complete)
    program.window.theme.set_text_percent(200)
    program.window.resize(*SMALLEST)
    place.reach(program)
    qtbot.wait(50)
    fit.to_top(program.window)
    area = main_area(fit.front(program.window))
    assert area is not None
    bar = area.verticalScrollBar()
    places = []
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
        qtbot.keyClick(program.window.focusWidget() or program.window, key)
        qtbot.wait(10)
        places.append(bar.value())
    assert places[0] > 0
    assert places[1] == 0
    program.window.set_close_guard(None)


def test_a_covered_button_would_be_found(qtbot: QtBot, opened: Open, data: Path) -> None:
    from PySide6.QtWidgets import QLabel

    program = opened(data)
    cover = QLabel("In the way", program.window)
    cover.setGeometry(program.window.rect())
    cover.show()
    qtbot.wait(30)
    assert any("lies under QLabel" in fault for fault in fit.unreachable(program.window))
    assert fit.overlaps(program.window)
