"""A sheet over the whole window: something that must be read or decided before going on."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPainterPath, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from shiboken6 import isValid

from supple.ui.kit.banner import TONE_ICONS, Tone
from supple.ui.kit.button import Button, ButtonKind, Size
from supple.ui.kit.button_rows import ButtonRows
from supple.ui.kit.flow_layout import FlowLayout
from supple.ui.kit.icons import IconView
from supple.ui.kit.keyboard_order import across
from supple.ui.kit.reader import Told, announce, tell
from supple.ui.kit.scrolling import scroll_by_key
from supple.ui.kit.text import Text
from supple.ui.kit.theme import TextRole, Theme

RADIUS = 24
LOW = 700  # below this height of window a sheet is drawn closer
LARGE = 1.3  # in a low window larger text leaves the head a smaller size, so that the body keeps some room
LEAST_BODY = 112  # of a crowded sheet: with less in sight its head is scrolled with it
CLEAR, CLEAR_CROWDED = 24, 8  # between the sheet and the window's edge, at least
FOOT_LEFT, FOOT_RIGHT = 28, 40
FOOT_SIDES = FOOT_LEFT + FOOT_RIGHT
SHADOW_STEPS = 24
_HEAD_GROUNDS = {
    Tone.STOP: "stop_soft",
    Tone.CAUTION: "caution_soft",
    Tone.SUCCESS: "success_soft",
    Tone.INFO: "accent_soft",
}


class Sheet(QWidget):
    """Head, body that scrolls, foot with buttons; focus stays inside while it is open."""

    opened = Signal()
    dismissed = Signal()
    closed = Signal()

    def __init__(
        self,
        theme: Theme,
        *,
        title: str,
        sentence: str = "",
        tone: Tone | None = None,
        width: int = 760,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tone = tone
        self._wanted_width = width
        self._first_focus: QWidget | None = None
        self._focus_before: QWidget | None = None
        self._room_for: list[tuple[str, str]] = []  # words the head keeps room for
        self._head_was: tuple[tuple[int, int, int], int] = ((0, 0, 0), 0)
        self._panel = QWidget(self)
        self._head = QWidget()
        self._title = Text(theme, title, role=TextRole.TITLE, heading=1)
        self._sentence = Text(theme, sentence, role=TextRole.LEAD)
        self._scroll = QScrollArea()
        self._content = QWidget()
        self._scrolled = QVBoxLayout(self._content)
        self._quiet = QWidget()
        self._buttons: list[Button] = []
        self._leading = FlowLayout(gap=8)
        self._trailing = ButtonRows(gap=16)
        self._foot = QHBoxLayout()
        self._outer = QVBoxLayout(self._panel)
        self.body = QVBoxLayout()

        tell(self, Told.DIALOG)
        self.setAccessibleName(title)
        self.setAccessibleDescription(sentence)
        self.hide()
        self._build()

        self._scroll.verticalScrollBar().valueChanged.connect(
            self.update
        )  # the ground of a head that scrolls
        theme.changed.connect(self._place)
        theme.changed.connect(self._place, Qt.ConnectionType.QueuedConnection)  # once its parts have followed

    @property
    def title(self) -> str:
        """The words of the head."""
        return self._title.text()

    def set_title(self, title: str, sentence: str = "", *, urgent: bool = False) -> None:
        """Say something else in the head; a screen reader says it at once, `urgent` words before all others."""
        if self.isVisible() and (title, sentence) != (self._title.text(), self._sentence.text()):
            announce(self, f"{title} {sentence}".strip(), urgent=urgent)
        self._title.set_text(title)
        self._sentence.set_text(sentence)
        self._sentence.setVisible(bool(sentence))
        self.setAccessibleName(title)
        self.setAccessibleDescription(sentence)
        self._place_under_the_hand()
        if urgent and self._content.isAncestorOf(self._head):
            self._scroll.verticalScrollBar().setValue(0)

    def keep_room_for(self, words: Sequence[tuple[str, str]]) -> None:
        """Give the head room for each of these titles and sentences, so that nothing moves when one comes."""
        self._room_for = list(words)

    def add_button(
        self, text: str, *, kind: ButtonKind = ButtonKind.SECONDARY, leading: bool = False
    ) -> Button:
        """Append a button to the foot, at its right unless `leading`; it does not close by itself."""
        button = Button(self._theme, text, kind=kind, size=Size.LARGE)
        if leading:
            self._leading.addWidget(button)
        else:
            self._trailing.add(button)
        self._buttons.append(button)
        self._first_focus = self._first_focus or button
        return button

    def set_first_focus(self, widget: QWidget) -> None:
        """Where the keyboard is when it opens; otherwise the first button."""
        self._first_focus = widget

    def open_over(self, window: QWidget) -> None:
        """Cover `window` until it is closed."""
        self._focus_before = QApplication.focusWidget()
        self.setParent(window)
        window.installEventFilter(self)
        self.setGeometry(window.rect())
        self.show()
        self.raise_()
        self._place()
        (self._first_focus or self._panel).setFocus(Qt.FocusReason.PopupFocusReason)
        if self._tone is Tone.STOP:
            announce(self, f"{self._title.text()} {self._sentence.text()}".strip(), urgent=True)
        self.opened.emit()

    def close_sheet(self) -> None:
        """Give the window back, and the focus to where it was."""
        if self.isHidden():
            return
        window = self.parentWidget()
        if window is not None:
            window.removeEventFilter(self)
        self.hide()
        before, self._focus_before = self._focus_before, None
        if (
            before is not None and isValid(before) and before.isVisible()
        ):  # a dialog's own button is gone with it
            before.setFocus(Qt.FocusReason.PopupFocusReason)
        self.closed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as the window."""
        if event.type() is QEvent.Type.Resize and isinstance(watched, QWidget):
            self.setGeometry(watched.rect())
        return super().eventFilter(watched, event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Go round inside the sheet."""
        focused = self.window().focusWidget()
        inside = [w for w in self._panel.findChildren(QWidget) if self._takes_tab(w)]
        if not inside:
            return True
        inside.sort(key=self._reading_order)
        at = inside.index(focused) if focused in inside else -1
        step = 1 if forward else -1
        inside[(at + step) % len(inside)].setFocus(
            Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        )
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back, but not one still held from before; other keys do not reach the page under it."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().keyPressEvent(event)  # the window's own: it knows them by their place
            return
        if event.key() == Qt.Key.Key_Escape and not event.isAutoRepeat():
            self.dismissed.emit()
            self.close_sheet()
        else:
            scroll_by_key(self, event.key())
        event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stay in the middle."""
        super().resizeEvent(event)
        self._place()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Scrim, shadow, panel with its head's ground."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("scrim"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        panel = QRectF(self._panel.geometry())
        shade = self._theme.colour("scrim")
        shade.setAlpha(4)
        painter.setBrush(shade)
        for step in range(SHADOW_STEPS, 0, -2):
            painter.drawRoundedRect(
                panel.adjusted(-step, 16 - step, step, 16 + step), RADIUS + step, RADIUS + step
            )
        shape = QPainterPath()
        shape.addRoundedRect(panel, RADIUS, RADIUS)
        painter.setBrush(self._theme.colour("raised"))
        painter.drawPath(shape)
        if self._tone is not None:
            painter.setClipPath(shape)
            lowest = self._head.mapTo(self, QPoint(0, self._head.height())).y()
            lowest = min(lowest, self._scroll.mapTo(self, QPoint(0, self._scroll.height())).y())
            head = QRectF(panel.left(), panel.top(), panel.width(), max(0.0, lowest - panel.top()))
            painter.fillRect(head, self._theme.colour(_HEAD_GROUNDS[self._tone]))

    def _build(self) -> None:
        head = QHBoxLayout(self._head)
        head.setSpacing(20)
        if self._tone is not None:
            icon, colour = TONE_ICONS[self._tone]
            head.addWidget(IconView(self._theme, icon, size=44, tone=colour), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(6)
        words.addWidget(self._title)
        words.addWidget(self._sentence)
        words.addStretch(1)
        head.addLayout(words, 1)
        self._sentence.setVisible(bool(self._sentence.text()))

        self.body.setSpacing(16)
        self._scroll.setWidget(self._content)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setMinimumHeight(1)  # its own least height would squeeze head and foot of a short sheet
        self._scroll.setProperty("role", "clear")
        self._content.setProperty("role", "clear")

        self._scrolled.setContentsMargins(0, 0, 0, 0)
        self._scrolled.setSpacing(0)
        self._scrolled.addLayout(self.body, 1)
        self._quiet.setLayout(self._leading)

        foot = self._foot
        foot.setSpacing(16)
        foot.addWidget(self._quiet, 1)
        foot.addLayout(self._trailing)
        layout = self._outer
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._head)
        layout.addWidget(self._scroll, 1)
        layout.addLayout(foot)
        self._leave_air(low=False)

    def _leave_air(self, *, low: bool) -> None:
        """The margins of head, body and foot; a low window spends its height on the words."""
        toned, crowded = self._tone is not None, low and self._theme.scale > LARGE
        above, below = (12, 8) if crowded else (20, 16) if low else (32, 24)
        head = self._head.layout()
        if head is not None:
            head.setContentsMargins(40, above, 40, below if toned else 8)
        self.body.setContentsMargins(40, below if toned else 8, 40, 8)
        self._leading.setContentsMargins(FOOT_LEFT if crowded else 0, 0, 0, 0)
        self._foot.setContentsMargins(FOOT_LEFT, 8 if crowded else 12 if low else 16, FOOT_RIGHT, above)
        self._title.set_role(TextRole.LEAD if crowded else TextRole.TITLE)
        self._title.set_weight(600 if crowded else None)
        self._sentence.set_role(TextRole.BODY if crowded else TextRole.LEAD)
        for button in self._buttons:
            button.set_size(Size.NORMAL if crowded else Size.LARGE)

    def _arrange_foot(self, width: int, *, crowded: bool) -> None:
        """One row, or the leading buttons above the others; where room is scarce they come after the body instead."""
        ways, most = QBoxLayout.Direction, width - FOOT_SIDES
        in_one_row = self._trailing.fit(most, low=crowded)
        trailing = self._trailing.minimumSize().width()
        quiet = self._leading.minimumSize().width() + self._foot.spacing() if self._leading.count() else 0
        too_wide = trailing + quiet > most or not in_one_row
        moves = too_wide and crowded
        self._put(self._quiet, self._scrolled if moves else self._foot, at=-1 if moves else 0)
        air = self._foot.contentsMargins()
        self._foot.setContentsMargins(FOOT_RIGHT if moves else FOOT_LEFT, air.top(), FOOT_RIGHT, air.bottom())
        self._foot.setDirection(ways.TopToBottom if too_wide and not crowded else ways.LeftToRight)

    def _put(self, part: QWidget, layout: QBoxLayout, *, at: int = 0) -> None:
        """Let `part` stand in this layout; at -1 as its last."""
        if layout.indexOf(part) < 0:
            for other in (self._outer, self._foot, self._scrolled):
                other.removeWidget(part)
            layout.insertWidget(at, part)
            part.show()

    def _place(self) -> None:
        """As wide as wanted, as high as needed, inside the window; the body scrolls for the rest."""
        low = self.height() < LOW
        crowded = low and self._theme.scale > LARGE
        clear = CLEAR_CROWDED if crowded else CLEAR
        room = self.size() - QSize(2 * clear, 2 * clear)
        width = min(round(self._wanted_width * min(self._theme.scale, 1.5)), room.width())
        layout = self._outer
        if width <= 0:
            return
        self._put(self._head, layout)
        self._leave_air(low=low)
        layout.activate()  # the foot is measured as it is now
        self._arrange_foot(width, crowded=crowded)
        layout.activate()
        body = self._scrolled.totalHeightForWidth(width) if self._scrolled.hasHeightForWidth() else -1
        if body < 0:
            body = self._scrolled.totalSizeHint().height()
        self._head.setMinimumHeight(0)
        words = self._head.layout()
        if words is not None:
            words.activate()  # forgets how high other words were
        head = self._head.heightForWidth(width)
        head = head if head > 0 else self._head.sizeHint().height()
        foot = self._foot.sizeHint().height()
        tallest = head + self._growth(width)
        if tallest > head and tallest + body + foot <= room.height():
            head = tallest
        if self._room_for:  # it grows over the body, and does not give that room back
            size = (width, room.height(), self._theme.text_percent)
            head = max(head, self._head_was[1]) if self._head_was[0] == size else head
            self._head_was = (size, head)
        self._head.setMinimumHeight(head)
        height = min(head + body + foot, room.height())
        if crowded and height - head - foot < min(body, LEAST_BODY):
            self._put(self._head, self._scrolled)
        self._keep_frame(scrolls=head + body + foot > height)
        self._panel.setGeometry(
            QRect((self.width() - width) // 2, (self.height() - height) // 2, width, height)
        )
        self.update()

    def _keep_frame(self, *, scrolls: bool) -> None:
        """A scroll bar takes its room from the margin: left and right stay alike."""
        air = self.body.contentsMargins()
        bar = self._scroll.verticalScrollBar().sizeHint().width() if scrolls else 0
        self.body.setContentsMargins(air.left(), air.top(), air.left() - bar, air.bottom())

    def _growth(self, width: int) -> int:
        """How much higher the head would be with the tallest of the words it keeps room for."""
        if not self._room_for:
            return 0
        wide = (
            width - 80 - (64 if self._tone is not None else 0)
        )  # the head's margins; its icon and the gap to it

        def height(title: str, sentence: str) -> int:
            return self._title.height_of(title, wide) + self._sentence.height_of(sentence, wide)

        now = height(self._title.text(), self._sentence.text())
        return max(0, max(height(*words) for words in self._room_for) - now)

    def _place_under_the_hand(self) -> None:
        """Place anew; what is on the screen of the body stays there while the head grows over it."""
        before = self._top_of_body()
        self._place()
        self._outer.activate()
        bar = self._scroll.verticalScrollBar()
        bar.setValue(bar.value() + self._top_of_body() - before if self.isVisible() else 0)

    def _top_of_body(self) -> int:
        return self._content.mapTo(self, self.body.geometry().topLeft()).y()

    def _takes_tab(self, widget: QWidget) -> bool:
        return (
            widget.isVisibleTo(self)
            and widget.isEnabled()
            and bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        )

    def _reading_order(self, widget: QWidget) -> tuple[int, int, int]:
        """Head, body, foot; inside the body it does not matter how far it is scrolled."""
        if self._content.isAncestorOf(widget):
            return 1, widget.mapTo(self._content, QPoint()).y(), across(widget, self._content)
        part = 0 if self._head.isAncestorOf(widget) else 2
        return part, widget.mapTo(self, QPoint()).y(), across(widget, self)
