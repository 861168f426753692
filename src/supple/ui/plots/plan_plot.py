"""Minutes against the plan: a bar of what was done in each week, in a dashed box of what was planned."""

from collections.abc import Sequence
from math import ceil
from typing import NamedTuple

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from supple.ui.kit.reader import Told, announce, tell
from supple.ui.kit.theme import TextRole, Theme
from supple.ui.plots.plot_ground import LABEL_GAP, draw_level

HEIGHT = 176
LEAST_MINUTES = 30
STEPS = (10, 15, 30, 60, 120, 300)  # minutes between two lines
LINES = 4  # at most so many above the ground
BOX_MOST, BOX_SHARE = 28.0, 0.78  # of a bar, in pixels and of the way from week to week
INSET, RADIUS = 2.0, 3.0
LEAST_BAR = 2.0


class PlannedBar(NamedTuple):
    """One week: its minutes, the day under it, and what is said of it in words."""

    done: float
    planned: float
    day: str
    words: str


class PlanPlot(QWidget):
    """Arrow keys walk the weeks and a screen reader hears each; the newest is last."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._bars: tuple[PlannedBar, ...] = ()
        self._at = 0

        tell(self, Told.CHART)
        self.setAccessibleName(self.tr("Minutes against the plan"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

        theme.changed.connect(self._renew)

    @property
    def sentence(self) -> str:
        """The week the keyboard is on, in words."""
        return self._bars[self._at].words if self._bars else ""

    def set_bars(self, bars: Sequence[PlannedBar]) -> None:
        """Show these weeks; the keyboard begins at the newest."""
        self._bars, self._at = tuple(bars), max(0, len(bars) - 1)
        self._tell()
        self.update()

    def sizeHint(self) -> QSize:
        """As high as drawn; as wide as the page lets it be."""
        return QSize(480, self._theme.px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """A few weeks."""
        return QSize(240, self._theme.px(HEIGHT))

    def focus_rect(self) -> QRect:
        """The ring goes round the week."""
        return self._column(self._at).toAlignedRect() if self._bars else self.rect()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Say the week."""
        super().focusInEvent(event)
        self._tell()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left is earlier, in every language: the weeks go with the numbers beside them."""
        step = {Qt.Key.Key_Left.value: -1, Qt.Key.Key_Right.value: 1}.get(event.key(), 0)
        if not step or not self._bars:
            super().keyPressEvent(event)
            return
        self._at = max(0, min(len(self._bars) - 1, self._at + step))
        self._tell()
        announce(self, self.sentence)
        self.update()

    def tip_at(self, pos: QPoint) -> tuple[str, QRect] | None:
        """The same words as a tip under the week."""
        for at, bar in enumerate(self._bars):
            if self._column(at).contains(QPointF(pos)):
                return bar.words, self._column(at).toAlignedRect()
        return None

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Lines, then each week, then the first, the middle and the last of their days."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for minutes in range(0, round(self._most()) + 1, self._step()):
            draw_level(
                painter,
                self._theme,
                y=self._y(minutes),
                left=self._left(),
                right=float(self.width()),
                word=str(minutes),
            )
        for at, bar in enumerate(self._bars):
            self._draw_bar(painter, self._column(at), bar)
        self._draw_days(painter)

    def _draw_bar(self, painter: QPainter, column: QRectF, bar: PlannedBar) -> None:
        foot = column.bottom()
        if bar.planned:
            top = self._y(bar.planned)
            painter.setPen(QPen(self._theme.colour("line_strong"), 1, Qt.PenStyle.DashLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            box = QRectF(column.left() + 0.5, top, column.width() - 1, foot - top)
            painter.drawRoundedRect(box, RADIUS, RADIUS)
        if bar.done:
            top = min(self._y(bar.done), foot - LEAST_BAR)
            inset = min(INSET, column.width() / 4)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("accent"))
            painter.drawRoundedRect(
                QRectF(column.left() + inset, top, column.width() - 2 * inset, foot - top), RADIUS, RADIUS
            )

    def _draw_days(self, painter: QPainter) -> None:
        painter.setPen(self._theme.colour("text2"))
        painter.setFont(self._theme.font(TextRole.CAPTION))
        metrics = QFontMetricsF(painter.font())
        free_from = 0.0
        last = len(self._bars) - 1
        for at in sorted({0, last // 2, last} if self._bars else ()):
            word = self._bars[at].day
            width = metrics.horizontalAdvance(word)
            left = min(max(self._column(at).center().x() - width / 2, 0.0), self.width() - width)
            if left >= free_from:
                painter.drawText(QPointF(left, self._foot() + 8 + metrics.ascent()), word)
                free_from = left + width + LABEL_GAP

    def _column(self, at: int) -> QRectF:
        """Where the box of a week may stand, from the top to the ground."""
        way = (self.width() - self._left()) / max(1, len(self._bars))
        wide = min(BOX_MOST, way * BOX_SHARE)
        top = self._y(self._most())
        left = self._left() + at * way + (way - wide) / 2
        return QRectF(left, top, wide, self._foot() - top)

    def _y(self, minutes: float) -> float:
        top = self._theme.line_height(TextRole.CAPTION) / 2
        return self._foot() - (self._foot() - top) * minutes / self._most()

    def _foot(self) -> float:
        return self.height() - self._theme.line_height(TextRole.CAPTION) - 8.0

    def _left(self) -> float:
        metrics = QFontMetricsF(self._theme.font(TextRole.CAPTION, tabular=True))
        return metrics.horizontalAdvance(str(round(self._most()))) + LABEL_GAP

    def _most(self) -> float:
        """The highest line: a whole number of steps over the longest week."""
        return ceil(self._longest() / self._step()) * self._step()

    def _step(self) -> int:
        return next((step for step in STEPS if self._longest() / step <= LINES), STEPS[-1])

    def _longest(self) -> float:
        return max([LEAST_MINUTES, *(max(bar.done, bar.planned) for bar in self._bars)])

    def _tell(self) -> None:
        self.setAccessibleDescription(self.sentence)

    def _renew(self) -> None:
        self.updateGeometry()
        self.update()
