"""A flash round the whole mat at every boundary, for those who hear nothing."""

from PySide6.QtCore import QRect, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import QWidget

from supple.domain.side import Side
from supple.ui.kit.reader import Told, tell
from supple.ui.kit.theme import Theme

FLASH_MS = 300
WIDTH_U = 22


class MatFlash(QWidget):
    """A frame along the window's edges in the colour of the side; there for a moment, never with reduced motion."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._u = 1.0
        self._side = Side.BOTH
        self._over = QTimer(self)
        self._over.setSingleShot(True)

        tell(self, Told.DECORATION)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

        self._over.timeout.connect(self.hide)

    def set_unit(self, u: float) -> None:
        """Draw at scale `u`."""
        self._u = u

    def flash(self, side: Side) -> None:
        """Light up once."""
        self._side = side
        duration_ms = self._theme.ms(FLASH_MS)
        if duration_ms:
            self.show()
            self.raise_()
            self.update()
            self._over.start(duration_ms)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Fill the frame and leave its middle."""
        width = round(WIDTH_U * self._u)
        middle = self.rect().adjusted(width, width, -width, -width)
        painter = QPainter(self)
        painter.setClipRegion(QRegion(self.rect()).subtracted(QRegion(QRect(middle))))
        painter.fillRect(self.rect(), self._theme.colour(_TONES[self._side]))


_TONES = {Side.LEFT: "left_line", Side.RIGHT: "right_line", Side.BOTH: "accent"}
