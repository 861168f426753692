"""Where the window is, as words for the settings, and back to there."""

from PySide6.QtCore import QPoint
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

GRIP_PX = 40  # so far below its top edge a window can be taken hold of


def window_place(window: QWidget) -> str:
    """The place of `window` when it is neither maximised nor full: "x,y,width,height" in pixels."""
    place = window.normalGeometry()
    return f"{place.x()},{place.y()},{place.width()},{place.height()}"


def put_window(window: QWidget, place: str) -> None:
    """Put `window` to where `place` says, if that is still on a screen, and no larger than the screen is."""
    parts = place.split(",")
    if len(parts) != 4 or not all(part.lstrip("-").isdigit() for part in parts):
        return
    x, y, width, height = (int(part) for part in parts)
    screen = QGuiApplication.screenAt(QPoint(x + width // 2, y + GRIP_PX))
    if screen is not None:
        area = screen.availableGeometry()
        window.resize(min(width, area.width()), min(height, area.height()))
        window.move(x, y)
