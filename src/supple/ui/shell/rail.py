"""The rail: the rooms of the window, one of them on."""

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSpacerItem, QVBoxLayout, QWidget

from supple.ui.kit.reader import Told, tell
from supple.ui.kit.room import Room
from supple.ui.kit.text import Text
from supple.ui.kit.theme import LARGE_TEXT, TextRole, Theme
from supple.ui.shell.room_button import RoomButton

WIDE, NARROW = 208, 80
# Trunk and front leg, shin and working thigh of the sign, on a square of 32.
_FIGURE = {
    "on_accent": (((16, 12.6), (16, 18), (25, 18), (25, 26)), ((11, 26), (5, 26))),
    "muscle": (((16, 18), (11, 26)),),
}
GAP, EDGE = 4, 8
BELOW_MARK = 20
MARK_ROOM = 8 + 32 + BELOW_MARK + 2 * GAP  # a low window has none for it: the rooms come first
_SCALES = (2.0, 1.75, 1.5, 1.25, 1.1, 1.0)


class _Mark(QWidget):
    """The program's sign in the accent of the theme; drawn, so that it needs no file at start."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme

        tell(self, Told.DECORATION)
        self.setFixedSize(32, 32)

        theme.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Somebody half-kneeling on a rounded square, the working thigh in the muscles' colour, as in supple.svg."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("accent"))
        painter.drawRoundedRect(QRectF(0.5, 0.5, 31, 31), 8, 8)
        painter.setBrush(self._theme.colour("on_accent"))
        painter.drawEllipse(QPointF(16, 6.4), 3.4, 3.4)
        for colour, lines in _FIGURE.items():
            pen = QPen(self._theme.colour(colour), 4)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            painter.setPen(pen)
            for line in lines:
                painter.drawPolyline([QPointF(x, y) for x, y in line])


class Rail(QWidget):
    """Wide with icon and word, narrow with the icon over the word."""

    room_chosen = Signal(Room)

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._asked_narrow = False
        self._group = QButtonGroup(self)
        self._buttons = {room: RoomButton(theme, room) for room in Room}
        self._mark = _Mark(theme)
        self._name = Text(theme, "Supple", role=TextRole.LEAD, weight=600, wraps=False, heading=0)
        self._layout = QVBoxLayout(self)
        self._head = QHBoxLayout()
        self._below_mark = QSpacerItem(0, BELOW_MARK)

        self.setProperty("role", "rail")
        tell(self, Told.TABS)
        self.setAccessibleName(self.tr("Rooms"))
        self._build()
        self._arrange()

        self._group.buttonClicked.connect(self._choose)
        theme.changed.connect(self._arrange)

    @property
    def narrow(self) -> bool:
        """Whether the words stand under the icons."""
        return self._asked_narrow or self._theme.scale >= LARGE_TEXT

    def set_narrow(self, narrow: bool) -> None:
        """Be narrow because the window is; large text makes it narrow too."""
        if narrow is not self._asked_narrow:
            self._asked_narrow = narrow
            self._arrange()

    def set_room(self, room: Room) -> None:
        """Show which room is on, without telling."""
        self._buttons[room].setChecked(True)

    def button(self, room: Room) -> RoomButton:
        """The button of `room`."""
        return self._buttons[room]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the words be as large as the height allows."""
        super().resizeEvent(event)
        if event.size().height() != event.oldSize().height():
            self._arrange()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground and the line at the right."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("rail"))
        painter.fillRect(self.width() - 1, 0, 1, self.height(), self._theme.colour("line"))

    def _build(self) -> None:
        self._head.setSpacing(12)
        self._head.addWidget(self._mark)
        self._head.addWidget(self._name)
        self._head.addStretch()
        self._layout.setSpacing(GAP)
        self._layout.addLayout(self._head)
        self._layout.addItem(self._below_mark)
        for room, button in self._buttons.items():
            self._group.addButton(button)
            if room is Room.SETTINGS:
                self._layout.addStretch(1)
            self._layout.addWidget(button)

    def _arrange(self) -> None:
        narrow = self.narrow
        buttons = self._buttons.values()
        self._mark.setVisible(not narrow or self._needed_height(1.0) + MARK_ROOM <= self.height())
        self._below_mark.changeSize(0, BELOW_MARK if self._has_mark else 0)
        scale = self._word_scale() if narrow else 1.0
        for button in buttons:
            button.set_narrow(narrow)
            button.set_word_scale(scale)
        self._name.setVisible(not narrow)
        widest = max(button.sizeHint().width() for button in buttons)
        if narrow:
            width = max(NARROW, widest + 8 + 9)
            left = (width - 1 - self._mark.width()) // 2
            self._layout.setContentsMargins(8, 16 if self._has_mark else 8, 9, 8)
            self._head.setContentsMargins(left - 8, 0, 0, 0)
        else:
            width = max(WIDE, widest + 24)
            self._layout.setContentsMargins(12, 24, 13, 16)
            self._head.setContentsMargins(8, 0, 0, 4)
        self.setFixedWidth(width)
        self.update()

    def _word_scale(self) -> float:
        """The person's text size, or the largest below it with which all rooms can be seen."""
        room = self.height() - (MARK_ROOM if self._has_mark else 0)
        for scale in _SCALES:
            if scale <= self._theme.scale and self._needed_height(scale) <= room:
                return scale
        return 1.0

    def _needed_height(self, scale: float) -> int:
        """What the rooms need one above the other, with the gaps and margins round them."""
        buttons = self._buttons.values()
        return sum(button.needed_height(scale) for button in buttons) + GAP * len(buttons) + 2 * EDGE

    @property
    def _has_mark(self) -> bool:
        return not self._mark.isHidden()

    def _choose(self, button: QAbstractButton) -> None:
        if isinstance(button, RoomButton):
            self.room_chosen.emit(button.room)
