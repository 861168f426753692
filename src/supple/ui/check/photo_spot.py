"""The handle of one point on a photo: it takes the keyboard and says where the point is; the canvas paints it."""

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from supple.domain.checks.photo_spots import Spot
from supple.ui.kit.reader import Told, tell

HIT = 44
ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
"""Which way each arrow moves a point."""


class PhotoSpot(QWidget):
    """Moves with its point; what is pressed on it goes to the canvas."""

    key_pressed = Signal(object)
    taken = Signal(object)

    def __init__(self, spot: Spot, parent: QWidget) -> None:
        super().__init__(parent)
        self._spot = spot

        tell(self, Told.GRAPHIC)
        self.setProperty("focus_radius", HIT // 2)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.resize(HIT, HIT)

    def follow(self, at: QPointF, name: str) -> None:
        """Be around `at`, and say `name`."""
        self.move(round(at.x() - HIT / 2), round(at.y() - HIT / 2))
        if name != self.accessibleName():
            self.setAccessibleName(name)

    def tell_value(self) -> None:
        """A screen reader hears where it is now."""
        if self.hasFocus() and QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.NameChanged))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Having the keyboard it is the chosen one."""
        super().focusInEvent(event)
        self.taken.emit(self._spot)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The canvas knows the keys; what it does not know goes on to the page."""
        event.accept()
        self.key_pressed.emit(event)
        if not event.isAccepted():
            super().keyPressEvent(event)
