"""The button of one room on the rail."""

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QTextOption
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from supple.ui.kit.icons import icon_pixmap
from supple.ui.kit.painting import draw_frame
from supple.ui.kit.reader import Told, tell
from supple.ui.kit.room import Room, room_name
from supple.ui.kit.theme import TextRole, Theme

ICON = 20
ICON_TOP, WORD_TOP, FOOT = 8, 33, 7
_ICONS = {
    Room.TODAY: "sun",
    Room.LIBRARY: "layout-grid",
    Room.ROUTINES: "list-checks",
    Room.PROGRESS: "chart-line",
    Room.LEARN: "book-open",
    Room.SETTINGS: "settings",
    Room.WARNING_SIGNS: "octagon-alert",
}


class RoomButton(QAbstractButton):
    """Icon and word, or the icon over the wrapped word when narrow."""

    def __init__(self, theme: Theme, room: Room, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._narrow = False
        self._word_scale = 1.0
        self.room = room

        self.setText(room_name(room))
        tell(self, Told.TAB)
        self.setAccessibleName(room_name(room))
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def tip_at(self, _pos: QPoint) -> tuple[str, QRect]:
        """Its key."""
        from supple.ui.kit.keys import TABLE, Act, native

        return native(TABLE[Act.ROOM][tuple(Room).index(self.room)]), self.rect()

    def set_narrow(self, narrow: bool) -> None:
        """Put the icon over the word."""
        self._narrow = narrow
        self._renew()

    def set_word_scale(self, scale: float) -> None:
        """How large the word is when narrow; the rail knows how much height there is."""
        self._word_scale = scale
        self._renew()

    def needed_height(self, scale: float) -> int:
        """How high it would be, narrow, at that word scale."""
        return WORD_TOP + (self.text().count(" ") + 1) * round(15 * scale) + FOOT

    def sizeHint(self) -> QSize:
        """A row, or icon and wrapped word."""
        metrics = QFontMetrics(self._word_font(600))
        if not self._narrow:
            return QSize(metrics.horizontalAdvance(self.text()) + 56, self._theme.px(40))
        widest = max(metrics.horizontalAdvance(word) for word in self.text().split())
        return QSize(widest + 4, self.needed_height(self._word_scale))

    def minimumSizeHint(self) -> QSize:
        """Never cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground by state, then icon and word."""
        painter = QPainter(self)
        ground = self._ground()
        if ground:
            draw_frame(
                painter, self._theme, QRectF(self.rect()), ground=ground, edge=ground, width=0, radius=10
            )
        colour = self._theme.colour(self._tone())
        icon = icon_pixmap(_ICONS[self.room], size=ICON, colour=colour.name(), ratio=self.devicePixelRatioF())
        painter.setPen(colour)
        painter.setFont(self._word_font(600 if self.isChecked() else 500))
        if self._narrow:
            painter.drawPixmap(QPointF((self.width() - ICON) / 2, ICON_TOP), icon)
            option = QTextOption(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
            option.setWrapMode(QTextOption.WrapMode.WordWrap)
            words = QRectF(-4, WORD_TOP - 1, self.width() + 8, self.height() - WORD_TOP + 8)
            painter.drawText(words, self.text(), option)
            return
        painter.drawPixmap(QPointF(12, (self.height() - ICON) / 2), icon)
        words = QRectF(44, 0, self.width() - 44, self.height())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.text())

    def _ground(self) -> str:
        if self.isChecked():
            return "accent_soft"
        if self.isDown():
            return "pressed"
        return "hover" if self.underMouse() else ""

    def _tone(self) -> str:
        if self.room is Room.WARNING_SIGNS:
            return "stop"
        return "accent_text" if self.isChecked() else "text2"

    def _word_font(self, weight: int) -> QFont:
        if self._narrow:
            return self._theme.pixel_font(13 * self._word_scale, weight=weight)
        return self._theme.font(TextRole.BODY, weight=weight)

    def _renew(self) -> None:
        self.updateGeometry()
        self.update()
