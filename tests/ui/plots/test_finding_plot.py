"""The plot of what the hip checks found: its tags are whole at every size of text."""

from datetime import UTC, date, datetime

import pytest
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from supple.domain.findings import Finding
from supple.domain.overview import Overview, SetCount
from supple.domain.record import Check, CheckRecord, SelfTestRecord
from supple.domain.side import Side
from supple.ui.kit.theme import Theme
from supple.ui.plots.finding_plot import FindingPlot


def seen(left: Finding, right: Finding) -> Overview:
    checks = tuple(
        CheckRecord(check=Check.HIP_LENGTH_FLOOR, side=side, try_number=1, answer="a", finding=finding)
        for side, finding in ((Side.LEFT, left), (Side.RIGHT, right))
    )
    taken = datetime(2026, 7, 20, 9, 0, tzinfo=UTC)
    return Overview(
        first=date(2026, 7, 1),
        today=date(2026, 7, 20),
        sessions=(),
        sets=SetCount(),
        pains=(),
        self_tests=(SelfTestRecord(self_test_id="t", taken_at=taken, checks=checks),),
    )


@pytest.mark.parametrize("percent", [100, 200])
def test_a_tag_stands_at_the_height_of_its_line(qtbot: QtBot, theme: Theme, percent: int) -> None:
    theme.set_text_percent(percent)
    plot = FindingPlot(theme)
    qtbot.addWidget(plot)
    plot.show_overview(seen(Finding.LIMITED, Finding.BELOW))
    plot.resize(plot.minimumSizeHint())
    image = plot.grab().toImage()
    blue = QColor(theme.tokens.left).rgb()
    places = [
        (x, y) for x in range(image.width()) for y in range(image.height()) if image.pixel(x, y) == blue
    ]
    edge = image.width() - plot._tag_width() - 2
    mark = [y for x, y in places if x < edge]
    tag = [y for x, y in places if x >= edge]
    assert abs((min(mark) + max(mark)) - (min(tag) + max(tag))) <= 2


@pytest.mark.parametrize("percent", [100, 150, 200])
@pytest.mark.parametrize("right", [Finding.LIMITED, Finding.BELOW])
def test_the_tag_of_the_upper_row_is_whole(qtbot: QtBot, theme: Theme, percent: int, right: Finding) -> None:
    theme.set_text_percent(percent)
    plot = FindingPlot(theme)
    qtbot.addWidget(plot)
    plot.show_overview(seen(Finding.LIMITED, right))
    plot.resize(plot.minimumSizeHint())
    image = plot.grab().toImage()
    tags = {QColor(theme.tokens.left).rgb(), QColor(theme.tokens.right).rgb()}
    rows = [y for y in range(image.height()) if any(image.pixel(x, y) in tags for x in range(image.width()))]
    assert rows
    assert rows[0] > 0
    assert rows[-1] < image.height() - 1
