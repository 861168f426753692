"""The findings of the floor check over time, left against right."""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from supple.domain.findings import Finding
from supple.domain.overview import Overview
from supple.domain.record import Check, SelfTestRecord
from supple.domain.side import Side
from supple.ui.kit.reader import Told, tell
from supple.ui.kit.side_tag import paint_side_tag, side_sentence, side_word, tag_font, tag_width
from supple.ui.kit.theme import TextRole, Theme
from supple.ui.plots.plot_ground import LABEL_GAP, TimeScale, draw_days, draw_level
from supple.ui.words.day_words import day_and_month
from supple.ui.words.finding_word import finding_word

HEIGHT = 190
TAG = 26
APART = 5.0  # how far the two lines keep from each other where the findings are the same
MARK = 7.0
_SHOWN = Check.HIP_LENGTH_FLOOR
_READ = (Finding.LIMITED, Finding.LEVEL, Finding.BELOW)  # top row first
_TONES = {Side.LEFT: "left_line", Side.RIGHT: "right_line"}


class FindingPlot(QWidget):
    """Left: solid, marks point left. Right: dashed, marks point right. Each ends in its tag."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tests: tuple[SelfTestRecord, ...] = ()
        self._rows: tuple[Finding, ...] = _READ

        tell(self, Told.CHART)
        self.setAccessibleName(self.tr("Findings, left and right"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

        theme.changed.connect(self._renew)

    def show_overview(self, seen: Overview) -> None:
        """Draw these self-tests."""
        self._tests = tuple(test for test in seen.self_tests if any(test.finding(_SHOWN, s) for s in _TONES))
        found = {test.finding(_SHOWN, side) for test in self._tests for side in _TONES}
        self._rows = (*_READ, *(row for row in (Finding.UNKNOWN, Finding.PAIN) if row in found))
        self.setAccessibleDescription(self._words())
        self.update()

    def sizeHint(self) -> QSize:
        """As high as drawn; as wide as the page lets it be."""
        return QSize(320, self._theme.px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Room for the words, the tags and a line between them."""
        return QSize(self._label_width() + self._tag_width() + 80, self._theme.px(HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A row for each finding, then each side."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        words = self._theme.line_height(TextRole.CAPTION)
        top, foot = float(self._theme.px(TAG) + 3), self.height() - words - 24.0
        left, right = float(self._label_width()), self.width() - self._tag_width() - 12.0
        rows = {row: top + (foot - top) * i / (len(self._rows) - 1) for i, row in enumerate(self._rows)}
        for row, y in rows.items():
            draw_level(painter, self._theme, y=y, left=left, right=right, word=finding_word(row))
        if not self._tests:
            return
        days = [test.taken_at.date() for test in self._tests]
        scale = TimeScale(first=min(days), last=max(days), left=left + MARK, right=right - MARK)
        ends = {}
        for side in _TONES:
            ends[side] = self._draw_side(painter, scale, rows, side)
        self._draw_tags(painter, ends, left=right + 12)
        draw_days(painter, self._theme, scale, _some(days), top=foot + 24 - 8)

    def _draw_side(
        self, painter: QPainter, scale: TimeScale, rows: dict[Finding, float], side: Side
    ) -> float | None:
        """The line and marks of `side`; returns the height at which it ends."""
        points = [
            (finding, QPointF(scale.middle_of(test.taken_at.date()), rows[finding] + _shift(test, side)))
            for test in self._tests
            if (finding := test.finding(_SHOWN, side)) is not None
        ]
        colour = self._theme.colour(_TONES[side])
        style = Qt.PenStyle.SolidLine if side is Side.LEFT else Qt.PenStyle.DashLine
        painter.setPen(QPen(colour, 2, style))
        for (before, start), (after, end) in pairwise(points):
            if before in _READ and after in _READ:
                painter.drawLine(start, end)
        for finding, point in points:
            painter.setPen(QPen(self._theme.colour("surface") if finding in _READ else colour, 1.5))
            painter.setBrush(colour if finding in _READ else self._theme.colour("surface"))
            painter.drawPolygon(_pointer(point, side))
        return points[-1][1].y() if points else None

    def _draw_tags(self, painter: QPainter, ends: dict[Side, float | None], *, left: float) -> None:
        """The tags at the ends of their lines, left above right where both would be at the same place."""
        height = float(self._theme.px(TAG))
        places = {side: y for side, y in ends.items() if y is not None}
        if len(places) == len(ends) and abs(places[Side.LEFT] - places[Side.RIGHT]) < height + 4:
            middle = (places[Side.LEFT] + places[Side.RIGHT]) / 2
            upper = min(places, key=lambda side: places[side])
            for side in places:
                places[side] = middle + (-1 if side is upper else 1) * (height / 2 + 2)
        for side, y in places.items():
            rect = QRectF(left, y - height / 2, self._tag_width(), height)
            word = side_word(side)
            paint_side_tag(painter, rect, self._theme, side, word, font=tag_font(self._theme, TAG))

    def _label_width(self) -> int:
        metrics = QFontMetricsF(self._theme.font(TextRole.CAPTION))
        return round(max(metrics.horizontalAdvance(finding_word(row)) for row in self._rows)) + LABEL_GAP

    def _tag_width(self) -> int:
        return max(tag_width(self._theme, side_word(side), height=TAG) for side in _TONES)

    def _words(self) -> str:
        if not self._tests:
            return self.tr("No self-test in this time.")
        last = self._tests[-1]
        found = ", ".join(
            f"{side_sentence(side)}: {finding_word(last.finding(_SHOWN, side))}" for side in _TONES
        )
        return self.tr("Last self-test {day}. {found}.").format(
            day=day_and_month(last.taken_at.date()), found=found
        )

    def _renew(self) -> None:
        self.updateGeometry()
        self.update()


def _shift(test: SelfTestRecord, side: Side) -> float:
    """The two marks of a test keep apart where both sides are the same; else each is on its line."""
    if test.finding(_SHOWN, side) is not test.finding(_SHOWN, side.other):
        return 0.0
    return -APART if side is Side.LEFT else APART


def _pointer(point: QPointF, side: Side) -> QPolygonF:
    """A triangle that points to its side."""
    ahead = -MARK if side is Side.LEFT else MARK
    return QPolygonF(
        [
            QPointF(point.x() + ahead, point.y()),
            QPointF(point.x() - ahead, point.y() - MARK),
            QPointF(point.x() - ahead, point.y() + MARK),
        ]
    )


def _some(days: Sequence[date]) -> tuple[date, ...]:
    """The first, a middle and the last of the days on which something was found."""
    return tuple(dict.fromkeys((days[0], days[len(days) // 2], days[-1])))
