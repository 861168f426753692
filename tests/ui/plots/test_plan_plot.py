"""Minutes against the plan: each week can be walked to and is told in words, and its bar goes with its minutes."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from supple.ui.kit.theme import Theme
from supple.ui.plots.plan_plot import PlannedBar, PlanPlot

BARS = [PlannedBar(15.0, 30.0, "6 July", "the first"), PlannedBar(60.0, 60.0, "13 July", "the second")]


def shown(qtbot: QtBot, theme: Theme, bars: list[PlannedBar]) -> PlanPlot:
    plot = PlanPlot(theme)
    qtbot.addWidget(plot)
    plot.resize(480, 176)
    plot.set_bars(bars)
    plot.show()
    return plot


def coloured(widget: QWidget, colour: QColor, *, left_half: bool) -> int:
    """How many pixels of a half have this colour."""
    image = widget.grab().toImage()
    half = image.width() // 2
    columns = range(half) if left_half else range(half, image.width())
    return sum(image.pixelColor(x, y) == colour for x in columns for y in range(image.height()))


def test_arrows_walk_the_weeks_from_the_newest(qtbot: QtBot, theme: Theme) -> None:
    plot = shown(qtbot, theme, BARS)
    assert plot.accessibleDescription() == "the second"
    qtbot.keyClick(plot, Qt.Key.Key_Left)
    assert plot.sentence == plot.accessibleDescription() == "the first"
    qtbot.keyClick(plot, Qt.Key.Key_Left)
    assert plot.sentence == "the first"


def test_the_same_words_stand_in_a_tip(qtbot: QtBot, theme: Theme) -> None:
    plot = shown(qtbot, theme, BARS)
    at = plot.focus_rect().center()
    told = plot.tip_at(at)
    assert told is not None
    assert told[0] == "the second"
    assert plot.tip_at(QPoint(1, plot.height() - 1)) is None


def test_a_longer_week_has_a_higher_bar(qtbot: QtBot, theme: Theme) -> None:
    plot = shown(qtbot, theme, BARS)
    accent = theme.colour("accent")
    short, long = (coloured(plot, accent, left_half=half) for half in (True, False))
    assert 3 * short < long < 5 * short


def test_nothing_to_show_is_drawn_as_an_empty_ground(qtbot: QtBot, theme: Theme) -> None:
    plot = shown(qtbot, theme, [])
    assert coloured(plot, theme.colour("accent"), left_half=False) == 0
    assert plot.sentence == ""
