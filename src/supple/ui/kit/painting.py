"""How controls that are not a style sheet's are drawn: their grounds, by state."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QAbstractButton

from supple.ui.kit.theme import Theme


def state_ground(button: QAbstractButton, *, chosen: bool) -> str:
    """The ground colour of a pressable frame."""
    if button.isDown():
        return "pressed"
    if chosen:
        return "accent_soft"
    return "hover" if button.underMouse() and button.isEnabled() else "surface"


def draw_frame(
    painter: QPainter, theme: Theme, rect: QRectF, *, ground: str, edge: str, width: float, radius: float
) -> None:
    """A rounded frame whose edge lies inside `rect`."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    inset = width / 2
    painter.setPen(QPen(theme.colour(edge), width) if width else Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour(ground))
    painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius - inset, radius - inset)
