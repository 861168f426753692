"""The grounds on which pictures stand: of a stage, of the same in a warning, of the upper part of a card."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QLinearGradient, QPainter, QPainterPath, QPen

from supple.ui.kit.theme import Theme


def paint_stage_ground(painter: QPainter, theme: Theme, rect: QRectF, *, radius: float) -> None:
    """The stage's gradient and edge."""
    ground = QLinearGradient(rect.topLeft(), rect.bottomLeft())
    ground.setColorAt(0, theme.colour("stage1"))
    ground.setColorAt(1, theme.colour("stage2"))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.colour("line"), 1))
    painter.setBrush(ground)
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)


def paint_warning_ground(painter: QPainter, theme: Theme, rect: QRectF, *, radius: float) -> None:
    """The same in the colours of a warning."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.colour("stop"), 1))
    painter.setBrush(theme.colour("stop_soft"))
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)


def paint_card_top(painter: QPainter, theme: Theme, card: QRectF, *, height: float, radius: float) -> None:
    """The stage's gradient in the upper `height` of a card whose edge is one pixel, and the line under it."""
    inner = card.adjusted(1, 1, -1, -1)
    shape, top = QPainterPath(), QPainterPath()
    shape.addRoundedRect(inner, radius - 1, radius - 1)
    top.addRect(QRectF(inner.left(), inner.top(), inner.width(), height))
    ground = QLinearGradient(0, 0, 0, height)
    ground.setColorAt(0, theme.colour("stage1"))
    ground.setColorAt(1, theme.colour("stage2"))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillPath(shape.intersected(top), ground)
    painter.setPen(QPen(theme.colour("line"), 1))
    y = inner.top() + height + 0.5
    painter.drawLine(QPointF(inner.left(), y), QPointF(inner.right(), y))
