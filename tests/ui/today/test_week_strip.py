"""The strip of a week: what it says of each day."""

from datetime import date, timedelta

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from supple.domain.progress import DaySum, PlanOfWeek
from supple.ui.kit.theme import Theme
from supple.ui.today.week_strip import WeekStrip


def test_the_week_strip_says_each_day(qtbot: QtBot, theme: Theme) -> None:
    monday = date(2026, 7, 20)
    days = [DaySum(day=monday + timedelta(days=n), sessions=int(n == 1), done_s=840.0) for n in range(7)]
    strip = WeekStrip(theme)
    qtbot.addWidget(strip)
    strip.set_week(days, today=date(2026, 7, 22))
    strip.show()
    qtbot.keyClick(strip, Qt.Key.Key_Left)
    assert strip.sentence == "Tuesday 21 July, 14 min"
    assert strip.accessibleDescription() == strip.sentence
    qtbot.keyClick(strip, Qt.Key.Key_Left)
    assert strip.sentence == "Monday 20 July, nothing recorded"


def test_a_missed_day_is_said_and_looks_like_one_of_rest(qtbot: QtBot, theme: Theme) -> None:
    monday = date(2026, 7, 20)
    plan = PlanOfWeek(
        planned=frozenset({monday + timedelta(days=4)}), done=0, sessions=2, missed=frozenset({monday})
    )
    strip = WeekStrip(theme)
    qtbot.addWidget(strip)
    strip.resize(280, 70)
    strip.set_week((), today=monday + timedelta(days=2), plan=plan)
    strip.show()
    image = strip.grab().toImage()
    missed, rested = (image.pixelColor(strip.focus_rect().center().x() - n * 41, 42) for n in (2, 1))
    assert missed == rested == theme.colour("track")
    for _ in range(2):
        qtbot.keyClick(strip, Qt.Key.Key_Left)
    assert strip.sentence == "Monday 20 July, was planned, nothing recorded"
    for _ in range(4):
        qtbot.keyClick(strip, Qt.Key.Key_Right)
    assert strip.sentence == "Friday 24 July, planned"
