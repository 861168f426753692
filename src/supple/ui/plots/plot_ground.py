"""What the plots of Progress share: where days and values lie, grid lines, and the words of the axes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from supple.ui.kit.theme import TextRole, Theme
from supple.ui.words.day_words import day_and_month

LABEL_GAP = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeScale:
    """Puts moments between two days on a stretch of pixels."""

    first: date
    last: date
    left: float
    right: float

    @property
    def day_width(self) -> float:
        """Pixels of one day."""
        return (self.right - self.left) / ((self.last - self.first).days + 1)

    def x(self, moment: datetime) -> float:
        """Where a moment lies, by the local clock of where it was."""
        days = (moment.date() - self.first).days + (moment.hour * 60 + moment.minute) / (24 * 60)
        return min(self.right, self.left + days * self.day_width)

    def middle_of(self, day: date) -> float:
        """Where the noon of a day lies."""
        return self.left + ((day - self.first).days + 0.5) * self.day_width


def draw_level(painter: QPainter, theme: Theme, *, y: float, left: float, right: float, word: str) -> None:
    """A grid line from `left` to `right`, with its word before it."""
    painter.setPen(QPen(theme.colour("line"), 1))
    painter.drawLine(QPointF(left, round(y) + 0.5), QPointF(right, round(y) + 0.5))
    painter.setPen(theme.colour("text2"))
    painter.setFont(theme.font(TextRole.CAPTION, tabular=True))
    height = theme.line_height(TextRole.CAPTION)
    place = QRectF(0, y - height / 2, left - LABEL_GAP, height)
    painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, word)


def draw_days(painter: QPainter, theme: Theme, scale: TimeScale, days: Sequence[date], *, top: float) -> None:
    """The names of `days` under the plot, none over another."""
    painter.setPen(theme.colour("text2"))
    painter.setFont(theme.font(TextRole.CAPTION))
    metrics = QFontMetricsF(painter.font())
    free_from = 0.0
    for day in days:
        word = day_and_month(day)
        width = metrics.horizontalAdvance(word)
        left = min(max(scale.middle_of(day) - width / 2, 0.0), scale.right - width)
        if left >= free_from:
            painter.drawText(QPointF(left, top + metrics.ascent()), word)
            free_from = left + width + LABEL_GAP


def spread_days(first: date, last: date) -> tuple[date, ...]:
    """The first, the middle and the last day of a stretch, each once."""
    return tuple(dict.fromkeys((first, first + timedelta(days=(last - first).days // 2), last)))
