"""A chip: a filter that is on or off, with a check mark when on."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from supple.ui.kit.icons import icon_pixmap
from supple.ui.kit.painting import draw_frame, state_ground
from supple.ui.kit.theme import TextRole, Theme

HEIGHT = 32
PADDING = 14
TICK = 16
GAP = 6


class Chip(QPushButton):
    """A small checkable pill."""

    def __init__(
        self, theme: Theme, text: str, *, height: int = HEIGHT, parent: QWidget | None = None
    ) -> None:
        super().__init__(text, parent)
        self._theme = theme
        self._height = height

        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setProperty("focus_radius", height // 2)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

        self.toggled.connect(self.update)
        theme.changed.connect(self._renew)

    def sizeHint(self) -> QSize:
        """The word and the tick, also while it is off: nothing moves when it is chosen."""
        return QSize(self._word_width() + TICK + GAP + 2 * PADDING, self._theme.px(self._height))

    def minimumSizeHint(self) -> QSize:
        """A chip never cuts its word."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground and edge, tick and word."""
        painter = QPainter(self)
        on = self.isChecked()
        draw_frame(
            painter,
            self._theme,
            QRectF(self.rect()),
            ground=state_ground(self, chosen=on),
            edge="line" if not self.isEnabled() else "accent" if on else "line_strong",
            width=1,
            radius=self.height() / 2,
        )
        colour = self._theme.colour(self._tone())
        left = (self.width() - self._word_width()) / 2
        if self.isChecked():
            left += (TICK + GAP) / 2
            tick = icon_pixmap("check", size=TICK, colour=colour.name(), ratio=self.devicePixelRatioF())
            painter.drawPixmap(QPointF(left - GAP - TICK, (self.height() - TICK) / 2), tick)
        painter.setFont(self._word_font())
        painter.setPen(colour)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(QRectF(left, 0, self.width() - left, self.height()), flags, self.text())

    def _tone(self) -> str:
        if not self.isEnabled():
            return "disabled"
        return "accent_text" if self.isChecked() else "text2"

    def _word_width(self) -> int:
        return QFontMetrics(self._word_font()).horizontalAdvance(self.text())

    def _word_font(self) -> QFont:
        return self._theme.font(TextRole.CAPTION, weight=600)

    def _renew(self) -> None:
        self.updateGeometry()
        self.update()
