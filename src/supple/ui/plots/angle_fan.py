"""The fan of a side's photos: level, five degrees either way, a line for each photo, the middle one thick."""

from collections.abc import Sequence
from math import cos, radians, sin

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from supple.domain.checks.bands import LEVEL_DEG
from supple.domain.side import Side
from supple.ui.kit.reader import Told, tell
from supple.ui.kit.side_tag import tag_path
from supple.ui.kit.theme import TextRole, Theme

HEIGHT = 128
HINGE = 10
WEDGE = 0.13
STEEPEST = 40.0  # a steeper line would leave its stage; the number stands under it


class AngleFan(QWidget):
    """Left opens to the left; without a middle no line is thick."""

    def __init__(self, theme: Theme, side: Side, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._side = side
        self._angles: tuple[float, ...] = ()
        self._middle: float | None = None

        tell(self, Told.GRAPHIC)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

        theme.changed.connect(self.update)

    def set_angles(self, angles: Sequence[float], *, middle: float | None, words: str) -> None:
        """Draw them; `words` say the same."""
        self._angles, self._middle = tuple(angles), middle
        self.setAccessibleName(words)
        self.update()

    def sizeHint(self) -> QSize:
        """As high as drawn."""
        return QSize(320, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """It may be narrow."""
        return QSize(160, HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The level with its wedge, the lines, the hinge over them."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        hinge, reach = self._hinge(), self.width() * 0.56
        wedge = self._theme.colour("text3")
        wedge.setAlphaF(WEDGE)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(wedge)
        ends = [self._end(hinge, reach, angle) for angle in (LEVEL_DEG, -LEVEL_DEG)]
        painter.drawPolygon(QPolygonF([hinge, *ends]))
        painter.setPen(QPen(self._theme.colour("text2"), 1.2, Qt.PenStyle.DashLine))
        far = self._end(hinge, reach + 44, 0)
        painter.drawLine(hinge, far)
        painter.setFont(self._theme.font(TextRole.CAPTION))
        level = QCoreApplication.translate("Angle", "level")
        edge = Qt.AlignmentFlag.AlignLeft if self._side is Side.LEFT else Qt.AlignmentFlag.AlignRight
        words = QRectF(
            min(far.x(), hinge.x()),
            far.y() - 22 * self._theme.scale,
            abs(far.x() - hinge.x()),
            20 * self._theme.scale,
        )
        painter.drawText(words, edge | Qt.AlignmentFlag.AlignBottom, level)
        self._draw_lines(painter, hinge, reach)
        painter.setPen(QPen(self._theme.colour("text"), 3))
        painter.setBrush(self._theme.colour("surface"))
        painter.drawEllipse(hinge, HINGE, HINGE)

    def _draw_lines(self, painter: QPainter, hinge: QPointF, reach: float) -> None:
        line = self._theme.colour("left_line" if self._side is Side.LEFT else "right_line")
        thin = QColor(line if self._middle is not None else self._theme.colour("text3"))
        if self._middle is not None:
            thin.setAlphaF(0.6)
        for angle in self._angles:
            end = self._end(hinge, reach, angle)
            painter.setPen(QPen(thin, 2))
            painter.drawLine(hinge, end)
            painter.setBrush(thin)
            painter.drawEllipse(end, 3, 3)
        if self._middle is not None:
            end = self._end(hinge, reach, self._middle)
            painter.setPen(QPen(line, 6))
            painter.drawLine(hinge, end)
            painter.setPen(QPen(self._theme.colour("stage1"), 1.5))
            painter.setBrush(line)
            painter.drawPath(tag_path(QRectF(end.x() - 9, end.y() - 9, 18, 18), self._side))

    def _hinge(self) -> QPointF:
        x = self.width() * (0.8 if self._side is Side.LEFT else 0.2)
        return QPointF(x, self.height() * 0.74)

    def _end(self, hinge: QPointF, reach: float, angle: float) -> QPointF:
        """A steep line is shorter, so that it stays on the stage."""
        angle = max(-STEEPEST, min(STEEPEST, angle))
        up, down = hinge.y() - 14, self.height() - hinge.y() - 10
        rise = sin(radians(angle))
        if rise > 0:
            reach = min(reach, up / rise)
        elif rise < 0:
            reach = min(reach, max(60.0, down / -rise))
        way = -1 if self._side is Side.LEFT else 1
        return QPointF(hinge.x() + way * reach * cos(radians(angle)), hinge.y() - reach * rise)
