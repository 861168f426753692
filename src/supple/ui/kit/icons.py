"""Line icons tinted with a colour of the theme, and icons with words beside them."""

from PySide6.QtCore import QByteArray, QFile, QIODevice, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from supple.ui.kit.reader import Told, tell
from supple.ui.kit.text import Text
from supple.ui.kit.theme import TextRole, Theme


def icon_pixmap(name: str, *, size: int, colour: str, ratio: float) -> QPixmap:
    """The icon in `colour` at `size` logical pixels; an empty pixmap if there is no such icon."""
    key = f"supple/{name}/{size}/{colour}/{ratio}"
    cached = QPixmap()
    if QPixmapCache.find(key, cached):
        return cached
    file = QFile(f":/icons/{name}.svg")
    if not file.open(QIODevice.OpenModeFlag.ReadOnly):
        return cached
    source = bytes(file.readAll().data()).replace(b"currentColor", colour.encode())
    file.close()
    pixmap = QPixmap(QSize(size, size) * ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(source)).render(painter, QRectF(pixmap.rect()))
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    QPixmapCache.insert(key, pixmap)
    return pixmap


class IconView(QWidget):
    """An icon that decorates; it has no name because words stand beside it."""

    def __init__(
        self, theme: Theme, name: str, *, size: int = 20, tone: str = "text2", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._name = name
        self._tone = tone
        self._size = size

        tell(self, Told.DECORATION)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

        theme.changed.connect(self._renew)

    def set_icon(self, name: str) -> None:
        """Show another icon."""
        self._name = name
        self.update()

    def set_tone(self, tone: str) -> None:
        """Paint in the colour `tone` of the theme."""
        self._tone = tone
        self.update()

    def set_size(self, size: int) -> None:
        """Paint at `size` pixels."""
        self._size = size
        self._renew()

    def sizeHint(self) -> QSize:
        """The icon's own square."""
        size = self._theme.icon_px(self._size)
        return QSize(size, size)

    def minimumSizeHint(self) -> QSize:
        """The icon's own square."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the icon in the middle."""
        tone = self._tone if self.isEnabled() else "disabled"
        size = self._theme.icon_px(self._size)
        pixmap = icon_pixmap(
            self._name,
            size=size,
            colour=self._theme.colour(tone).name(),
            ratio=self.devicePixelRatioF(),
        )
        painter = QPainter(self)
        painter.drawPixmap((self.width() - size) // 2, (self.height() - size) // 2, pixmap)

    def _renew(self) -> None:
        self.updateGeometry()
        self.update()


class Fact(QWidget):
    """An icon and a few words: "12 min"."""

    def __init__(
        self,
        theme: Theme,
        icon: str,
        text: str,
        *,
        tone: str = "text2",
        role: TextRole = TextRole.BODY,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon = IconView(theme, icon, size=18, tone=tone)
        self._words = Text(theme, text, role=role, tone=tone)

        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._icon)
        layout.addWidget(self._words, 1)

    def set_text(self, text: str) -> None:
        """Say something else."""
        self._words.set_text(text)

    def set_icon(self, name: str) -> None:
        """Show another icon."""
        self._icon.set_icon(name)

    def set_role(self, role: TextRole) -> None:
        """Use another size of type."""
        self._words.set_role(role)

    def text(self) -> str:
        """The words."""
        return self._words.text()
