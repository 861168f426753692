"""The strip of a week: what it says of each day."""

from datetime import date, timedelta

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from supple.domain.progress import DaySum
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
