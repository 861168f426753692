"""The scale of an angle: below, about and above level as three bars, the found band on them, its error over them."""

from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from supple.domain.checks.bands import LEVEL_DEG, told_band
from supple.domain.measurement import Measurement
from supple.domain.side import Side
from supple.ui.kit.reader import Told, tell
from supple.ui.kit.theme import TextRole, Theme

BAR, GAP, WORD_GAP, ABOVE, MARK = 10, 4, 6, 16, 6.0
LEAST_DEG, MOST_DEG = -20.0, 30.0
"""The ends of the scale; what lies beyond stands at its end."""


class AngleScale(QWidget):
    """Words under the bars; nothing is marked without an angle."""

    def __init__(self, theme: Theme, *, words: tuple[str, str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._words = words
        self._angle: Measurement | None = None
        self._side = Side.BOTH

        tell(self, Told.GRAPHIC)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

        theme.changed.connect(self._renew)

    def set_found(self, angle: Measurement | None, *, side: Side, sentence: str = "") -> None:
        """Mark an angle in degrees above level; `sentence` says it."""
        self._angle, self._side = angle, side
        self.setAccessibleName(sentence)
        self.update()

    def sizeHint(self) -> QSize:
        """The mark, the bars and a line of words."""
        height = ABOVE + BAR + WORD_GAP + self._theme.line_height(TextRole.CAPTION)
        return QSize(3 * self._theme.px(110), height)

    def minimumSizeHint(self) -> QSize:
        """Narrow, but never without the words."""
        return QSize(3 * self._theme.px(76), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Bars and words, then the band, then what was measured."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        band = None if self._angle is None else told_band(self._angle.value)
        ends = (LEAST_DEG, -LEVEL_DEG, LEVEL_DEG, MOST_DEG)
        found = [band is not None and low <= max(band[0], LEAST_DEG) < high for low, high in pairwise(ends)]
        bars = [self._bar(low, high) for low, high in pairwise(ends)]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("track"))
        for bar in bars:
            painter.drawRoundedRect(bar, BAR / 2, BAR / 2)
        shown = list(zip(self._words, found, (bar.center().x() for bar in bars), strict=True))
        self._draw_words(painter, shown[::-1] if self.isRightToLeft() else shown)
        if self._angle is not None and band is not None:
            self._draw_found(painter, self._angle, band)

    def _draw_words(self, painter: QPainter, shown: list[tuple[str, bool, float]]) -> None:
        """Each under the middle of its bar; in three equal parts where they would run into each other."""
        fonts = [self._theme.font(TextRole.CAPTION, weight=600 if found else 400) for _, found, _ in shown]
        widths = [
            QFontMetricsF(font).horizontalAdvance(word) + 2
            for font, (word, _, _) in zip(fonts, shown, strict=True)
        ]
        spans = [
            (min(max(0.0, middle - width / 2), self.width() - width), width)
            for (_, _, middle), width in zip(shown, widths, strict=True)
        ]
        if any(left + width + WORD_GAP > after for (left, width), (after, _) in pairwise(spans)):
            third = self.width() / 3
            spans = [((place + 0.5) * third - width / 2, width) for place, width in enumerate(widths)]
        top = ABOVE + BAR + WORD_GAP
        for (word, is_found, _), font, (left, width) in zip(shown, fonts, spans, strict=True):
            painter.setFont(font)
            painter.setPen(self._theme.colour("text" if is_found else "text2"))
            box = QRectF(left, top, width, self.height() - top)
            painter.drawText(box, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, word)

    def _draw_found(self, painter: QPainter, angle: Measurement, band: tuple[int, int]) -> None:
        fill, edge = ("left", "left_line") if self._side is Side.LEFT else ("right", "right_line")
        low = min(max(band[0], LEAST_DEG), MOST_DEG - LEVEL_DEG)
        high = max(min(band[1], MOST_DEG), LEAST_DEG + LEVEL_DEG)
        painter.setPen(QPen(self._theme.colour(edge), 1.5))
        painter.setBrush(self._theme.colour(fill))
        painter.drawRoundedRect(self._bar(low, high).adjusted(0.75, 0.75, -0.75, -0.75), BAR / 2, BAR / 2)
        at, y = self._x(angle.value), ABOVE / 2 - 1.0
        error = angle.error or 0.0
        painter.setPen(QPen(self._theme.colour(edge), 3))
        painter.drawLine(QPointF(self._x(angle.value - error), y), QPointF(self._x(angle.value + error), y))
        painter.setPen(QPen(self._theme.colour("surface"), 1.5))
        painter.setBrush(self._theme.colour(edge))
        ahead = -MARK if self._side is Side.LEFT else MARK
        painter.drawPolygon(
            QPolygonF([QPointF(at + ahead, y), QPointF(at - ahead, y - MARK), QPointF(at - ahead, y + MARK)])
        )

    def _bar(self, low: float, high: float) -> QRectF:
        """From `low` to `high`, with half a gap at each end."""
        left, right = sorted((self._x(low), self._x(high)))
        return QRectF(left + GAP / 2, ABOVE, max(2.0, right - left - GAP), BAR)

    def _x(self, angle_deg: float) -> float:
        part = (min(max(angle_deg, LEAST_DEG), MOST_DEG) - LEAST_DEG) / (MOST_DEG - LEAST_DEG)
        return (1 - part if self.isRightToLeft() else part) * self.width()

    def _renew(self) -> None:
        self.updateGeometry()
        self.update()
