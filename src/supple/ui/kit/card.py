"""Cards: the quiet ground on which a page's parts stand, one kind of which is pressed as a whole."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QFrame, QSizePolicy, QVBoxLayout, QWidget

from supple.ui.kit.theme import Theme

RADIUS = 16
PADDING_WIDE, PADDING_NARROW = 24, 16


class Card(QFrame):
    """A surface with a thin edge; `body` takes what stands on it."""

    def __init__(self, theme: Theme, *, padding: int = 24, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.body = QVBoxLayout(self)

        self.setProperty("role", "card")
        self.body.setContentsMargins(padding, padding, padding, padding)
        self.body.setSpacing(8)

    def set_padding(self, padding: int) -> None:
        """Keep `padding` clear inside the edge."""
        self.body.setContentsMargins(padding, padding, padding, padding)


class PressCard(QAbstractButton):
    """A card that is one button; Enter and Space press it."""

    def __init__(self, theme: Theme, name: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.body = QVBoxLayout(self)

        self.setAccessibleName(name)
        self.setProperty("focus_radius", RADIUS)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.body.setContentsMargins(1, 1, 1, 1)
        self.body.setSpacing(0)

        theme.changed.connect(self.update)

    def hasHeightForWidth(self) -> bool:
        """Words in a card wrap."""
        return self.body.hasHeightForWidth()

    def heightForWidth(self, width: int) -> int:
        """What its parts need at `width`."""
        return self.body.totalHeightForWidth(width) if self.body.hasHeightForWidth() else -1

    def sizeHint(self) -> QSize:
        """What its parts would like."""
        return self.body.totalSizeHint()

    def minimumSizeHint(self) -> QSize:
        """What its parts need."""
        return self.body.totalMinimumSize()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press it as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground and edge as the state asks."""
        edge = "line_strong" if self.underMouse() and self.isEnabled() else "line"
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.colour(edge), 1))
        painter.setBrush(self._theme.colour("pressed" if self.isDown() else "surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
