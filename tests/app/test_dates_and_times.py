"""Settings, "Dates and times": the week begins with the chosen day in every room, at once and at the next start."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from supple.app.program import Program
from supple.domain.settings import DayStyle, Settings, WeekBegins
from supple.ui.kit.room import Room
from supple.ui.plots.heat_strip import HeatStrip
from supple.ui.settings.settings_page import SettingsPage
from supple.ui.today.week_strip import WeekStrip
from supple.ui.words.day_words import follow

from .conftest import Open
from .window import remember_a_session


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


def first_day_of_the_calendar(qtbot: QtBot, program: Program) -> str:
    program.window.show_room(Room.PROGRESS)
    qtbot.waitUntil(lambda: bool(program.window.findChildren(HeatStrip)), timeout=10_000)
    strip = program.window.findChild(HeatStrip)
    assert strip is not None
    qtbot.waitUntil(lambda: bool(strip.sentence), timeout=10_000)
    for key in [Qt.Key.Key_Left] * 30 + [Qt.Key.Key_Up] * 7:
        qtbot.keyClick(strip, key)
    return strip.sentence.split()[0]


def test_the_calendar_of_progress_follows_when_it_is_next_shown(
    qtbot: QtBot, opened: Open, data: Path
) -> None:
    remember_a_session(data)
    program = opened(data)
    assert first_day_of_the_calendar(qtbot, program) == "Mon"
    program.flows.preferences.change(Settings(days=DayStyle(week_begins=WeekBegins.SUNDAY)))
    program.window.show_room(Room.TODAY)
    program.window.show_room(Room.PROGRESS)
    qtbot.waitUntil(lambda: first_day_of_the_calendar(qtbot, program) == "Sun", timeout=10_000)


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
