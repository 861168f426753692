"""The one large target beside a running clock: what it does, and what else does the same."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from supple.ui.kit.icons import icon_pixmap
from supple.ui.kit.painting import draw_frame
from supple.ui.kit.theme import Theme

HEIGHT_U, WIDTH_U, PADDING_U = 96, 700, 32
WORD_U, HINT_U = 28, 18
LEAST_WORD_PX, LEAST_HINT_PX = 15, 13
RADIUS = 14


class StopTarget(QAbstractButton):
    """Whoever uses it hears `pressed`, not `clicked`: the moment is that of the press."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._u = 1.0
        self._hint = ""
        self._icon_name = "square"

        self.setProperty("focus_radius", RADIUS)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

        theme.changed.connect(self._renew)

    @property
    def hint(self) -> str:
        """What does the same."""
        return self._hint

    def set_unit(self, u: float) -> None:
        """Draw at scale `u`."""
        self._u = u
        self._renew()

    def show_act(self, word: str, *, hint: str, icon: str) -> None:
        """Say what a press does now."""
        self._hint, self._icon_name = hint, icon
        self.setText(word)
        self.setAccessibleName(word)
        self.setAccessibleDescription(hint)
        self.update()

    def sizeHint(self) -> QSize:
        """At least as large as drawn."""
        word = QFontMetrics(self._font(WORD_U, LEAST_WORD_PX)).horizontalAdvance(self.text())
        return QSize(max(round(WIDTH_U * self._u), word + round(4 * PADDING_U * self._u)), self.height_px)

    @property
    def height_px(self) -> int:
        """How high it is."""
        return round(max(HEIGHT_U * self._u, 44, self._px(WORD_U, LEAST_WORD_PX) * 2.2))

    def minimumSizeHint(self) -> QSize:
        """Never cuts its word."""
        word = QFontMetrics(self._font(WORD_U, LEAST_WORD_PX)).horizontalAdvance(self.text())
        return QSize(word + round(4 * PADDING_U * self._u), self.height_px)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground, icon, word; the hint at the right where there is room."""
        painter = QPainter(self)
        ground = "text3" if self.isDown() else "text2" if self.underMouse() else "text"
        draw_frame(
            painter, self._theme, QRectF(self.rect()), ground=ground, edge=ground, width=0, radius=RADIUS
        )
        colour = self._theme.colour("bg")
        painter.setPen(colour)
        padding = PADDING_U * self._u
        font = self._font(WORD_U, LEAST_WORD_PX)
        size = round(font.pixelSize() * 0.95)
        icon = icon_pixmap(self._icon_name, size=size, colour=colour.name(), ratio=self.devicePixelRatioF())
        painter.drawPixmap(round(padding), round((self.height() - size) / 2), icon)
        left = padding + size + font.pixelSize() * 0.7
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.setFont(font)
        painter.drawText(QRectF(left, 0, self.width() - left, self.height()), flags, self.text())
        left += QFontMetrics(font).horizontalAdvance(self.text()) + padding
        small = self._font(HINT_U, LEAST_HINT_PX)
        if left + QFontMetrics(small).horizontalAdvance(self._hint) + padding <= self.width():
            painter.setFont(small)
            right = QRectF(left, 0, self.width() - left - padding, self.height())
            painter.drawText(right, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, self._hint)

    def _px(self, u: int, least: int) -> int:
        return round(max(u * self._u, least * self._theme.scale))

    def _font(self, u: int, least: int) -> QFont:
        return self._theme.pixel_font(self._px(u, least), weight=600)

    def _renew(self) -> None:
        self.updateGeometry()
        self.update()
