"""A popover: a small panel under what opened it, over the window until a press beside it, Esc or Tab out."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from supple.ui.kit.painting import draw_frame
from supple.ui.kit.reader import Told, tell
from supple.ui.kit.scrolling import scroll_by_key
from supple.ui.kit.theme import Theme

RADIUS = 12
EDGE = 1
PADDING = 5  # inside what scrolls: the ring of the keyboard needs it
GAP = 6  # between the panel and what opened it
CLEAR = 8  # between the panel and the window's edge, at least
LEAST_WIDTH = 264
SHADOW_STEPS = 24


class Popover(QWidget):
    """Covers the window and draws the panel alone: a press beside it closes it and does nothing else.

    `body` takes what scrolls when the window is low, `foot` what always stays.
    """

    closed = Signal()

    def __init__(self, theme: Theme, name: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._anchor: QWidget | None = None
        self._followed: list[QWidget] = []  # the anchor, and all that it lies in
        self._panel = QWidget(self)
        self._scroll = QScrollArea()
        self._ground = QWidget()
        self._content = QWidget()
        self.body = QVBoxLayout(self._content)
        self.foot = QVBoxLayout()

        tell(self, Told.DIALOG)
        self.setAccessibleName(name)
        self.hide()
        self._scroll.setViewport(self._ground)
        self._scroll.setWidget(self._content)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setMinimumHeight(1)
        for part in (self._scroll, self._ground, self._content):
            part.setProperty("role", "clear")
        self.body.setContentsMargins(PADDING, PADDING, PADDING, PADDING)
        self.body.setSpacing(0)
        self.foot.setContentsMargins(PADDING, 0, PADDING, PADDING)
        self.foot.setSpacing(0)
        layout = QVBoxLayout(self._panel)
        layout.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        layout.setSpacing(0)
        layout.addWidget(self._scroll, 1)
        layout.addLayout(self.foot)

        theme.changed.connect(self._place)

    def open_under(self, anchor: QWidget, *, first: QWidget) -> None:
        """Lie over the window of `anchor`, the keyboard on `first`."""
        window = anchor.window()
        self._anchor = anchor
        self.setParent(window)
        part: QWidget | None = anchor
        while part is not None:
            self._followed.append(part)
            part.installEventFilter(self)
            part = None if part is window else part.parentWidget()
        self.setGeometry(window.rect())
        self._place()
        self.show()
        self.raise_()
        first.setFocus(Qt.FocusReason.PopupFocusReason)

    def shut(self, *, give_back: bool = True) -> None:
        """Give the window back, and the keyboard to what opened it."""
        if self._anchor is None:
            return
        anchor, self._anchor = self._anchor, None
        for part in self._followed:
            part.removeEventFilter(self)
        self._followed = []
        if give_back and anchor.isVisible():
            anchor.setFocus(Qt.FocusReason.PopupFocusReason)
        self.hide()
        self.setParent(anchor)  # goes with it
        self.closed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay where its chip is; go when the chip goes."""
        kind = event.type()
        if kind is QEvent.Type.Hide and watched is self._anchor:
            self.shut(give_back=False)
        elif kind in (QEvent.Type.Resize, QEvent.Type.Move):
            self._place()
        return super().eventFilter(watched, event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Go through the panel; beyond its ends it closes, and the keyboard is where it was opened."""
        inside = [
            widget
            for widget in self._panel.findChildren(QWidget)
            if widget.isVisible() and widget.isEnabled() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        ]
        focused = self.window().focusWidget()
        at = inside.index(focused) + (1 if forward else -1) if focused in inside else -1
        if not 0 <= at < len(inside):
            self.shut()
            return True
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        inside[at].setFocus(reason)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes it, the page keys scroll it; other keys do not reach the page under it, the window's own do."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().keyPressEvent(event)
            return
        if event.key() == Qt.Key.Key_Escape and not event.isAutoRepeat():
            self.shut()
        else:
            scroll_by_key(self, event.key())
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press beside the panel closes it."""
        if not self._panel.geometry().contains(event.position().toPoint()):
            self.shut()
        event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The page under it stays."""
        event.accept()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Shadow, then the panel."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        panel = QRectF(self._panel.geometry())
        shade = self._theme.colour("scrim")
        shade.setAlpha(3)
        painter.setBrush(shade)
        for step in range(SHADOW_STEPS, 0, -2):
            around = panel.adjusted(-step, 8 - step, step, 8 + step)
            painter.drawRoundedRect(around, RADIUS + step, RADIUS + step)
        draw_frame(painter, self._theme, panel, ground="raised", edge="line_strong", width=1, radius=RADIUS)

    def _place(self) -> None:
        """Under its chip or over it, whichever has room, never beyond the window."""
        window, layout = self.parentWidget(), self._panel.layout()
        if self._anchor is None or window is None or layout is None:
            return
        self.setGeometry(window.rect())
        layout.activate()
        whole = self._content.sizeHint().height() + self.foot.sizeHint().height() + 2 * EDGE
        corner = self._anchor.mapTo(window, QPoint(0, 0))
        below = corner.y() + self._anchor.height() + GAP
        under, over = self.height() - CLEAR - below, corner.y() - GAP - CLEAR
        height = min(whole, max(under, over))
        bar = self._scroll.verticalScrollBar().sizeHint().width() if height < whole else 0
        wide = max(self._content.sizeHint().width() + bar, self.foot.sizeHint().width()) + 2 * EDGE
        width = min(max(wide, self._theme.px(LEAST_WIDTH)), self.width() - 2 * CLEAR)
        top = below if height <= under else corner.y() - GAP - height
        left = min(max(CLEAR, corner.x()), self.width() - CLEAR - width)
        self._panel.setGeometry(QRect(left, top, width, height))
        self.update()
