"""Settings, "Dates and times": the week begins with the chosen day in every room, at once and at the next start."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from supple.app.program import Program
from supple.domain.settings import WeekBegins
from supple.ui.kit.room import Room
from supple.ui.settings.settings_page import SettingsPage
from supple.ui.today.week_strip import WeekStrip
from supple.ui.words.day_words import follow

from .conftest import Open


@pytest.fixture(autouse=True)
def as_the_system() -> Iterator[None]:
    yield
    follow(clock="system", week_begins="system")


def first_day_of_the_week(qtbot: QtBot, program: Program) -> str:
    program.window.show_room(Room.TODAY)
    strip = program.window.findChild(WeekStrip)
    assert strip is not None
    for _ in range(7):
        qtbot.keyClick(strip, Qt.Key.Key_Left)
    return strip.sentence.split()[0]


def test_the_week_begins_with_the_chosen_day(qtbot: QtBot, opened: Open, data: Path) -> None:
    program = opened(data)
    assert first_day_of_the_week(qtbot, program) == "Monday"
    program.window.show_room(Room.SETTINGS)
    page = program.window.page(Room.SETTINGS)
    assert isinstance(page, SettingsPage)
    page.days.week_begins.button(WeekBegins.SUNDAY).click()
    assert first_day_of_the_week(qtbot, program) == "Sunday"
    opened.end(program)
    follow(clock="system", week_begins="system")
    again = opened(data, complete=False)
    assert first_day_of_the_week(qtbot, again) == "Sunday"
