"""The focus ring: one overlay that goes round whatever the keyboard is on, after a key press only."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QScrollArea, QWidget
from shiboken6 import isValid

from supple.ui.kit.scrolling import focus_rect, scroll_to
from supple.ui.kit.theme import Theme

GAP, WIDTH = 3, 2
DEFAULT_RADIUS = 10
_WALKING = (
    Qt.Key.Key_Tab,
    Qt.Key.Key_Backtab,
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_F6,
    Qt.Key.Key_Space,
    Qt.Key.Key_Return,
    Qt.Key.Key_Enter,
)


_MOVING = (
    QEvent.Type.Move,
    QEvent.Type.Resize,
    QEvent.Type.Show,
    QEvent.Type.Hide,
    QEvent.Type.KeyRelease,  # a strip walks its days by keys
)


class FocusRing(QWidget):
    """Follows the focus inside `window`; 3 px away from the control, above everything, never over a footer.

    What gets the focus other than by a press of the mouse is scrolled into sight.

    It listens to the window and to the focused widget with its parents only: a filter on the whole
    application would see every event of the program.
    """

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self._window = window
        self._target: QWidget | None = None
        self._heard: list[QWidget] = []
        self._by_keyboard = False
        self._whole = QRect()
        self._will_bring = False

        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow)
        theme.changed.connect(self.update)

    @property
    def target(self) -> QWidget | None:
        """What the ring goes round; None while it is hidden."""
        return self._target if not self.isHidden() else None

    def listen(self) -> None:
        """Hear the window's keys and clicks; call when the window has been shown."""
        handle = self._window.windowHandle()
        if handle is not None:
            handle.removeEventFilter(self)
            handle.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Show after keys, hide after clicks, stay with a target that moves."""
        kind = event.type()
        if kind is QEvent.Type.KeyPress:
            if not self._by_keyboard and isinstance(event, QKeyEvent) and event.key() in _WALKING:
                self._by_keyboard = True
                self._place()
        elif kind is QEvent.Type.MouseButtonPress:
            if self._by_keyboard:
                self._by_keyboard = False
                self._place()
        elif kind in _MOVING and self._by_keyboard:
            self._place()
            if kind is QEvent.Type.Resize:
                self._bring_soon()
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The ring."""
        radius = DEFAULT_RADIUS
        if self._target is not None and self._target.property("focus_radius") is not None:
            radius = int(self._target.property("focus_radius"))
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.colour("focus"), WIDTH))
        painter.translate(self._whole.topLeft() - self.geometry().topLeft())
        around = QRectF(QPoint(0, 0), self._whole.size()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(around, radius + GAP, radius + GAP)

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        for heard in self._heard:
            if isValid(heard):
                heard.removeEventFilter(self)
        self._heard = []
        self._target = new
        widget: QWidget | None = new
        while widget is not None and widget is not self._window:
            widget.installEventFilter(self)
            self._heard.append(widget)
            widget = widget.parentWidget()
        if widget is self._window and QApplication.mouseButtons() is Qt.MouseButton.NoButton:
            self._bring_soon()
        self._place()

    def _bring_soon(self) -> None:
        """Layouts are done only when the event that moved the focus is over."""
        if not self._will_bring:
            self._will_bring = True
            QTimer.singleShot(0, self, self._bring_into_sight)

    def _bring_into_sight(self) -> None:
        self._will_bring = False
        if self._target is not None and isValid(self._target) and self._target.isVisible():
            scroll_to(self._target)
            self._place()

    def _place(self) -> None:
        target = self._target if self._target is not None and isValid(self._target) else None
        shown = (
            target is not None
            and self._by_keyboard
            and target.isVisible()
            and target.window() is self._window
            and target is not self._window
            and not isinstance(target, QAbstractScrollArea)
        )
        if not shown or target is None:
            self.hide()
            return
        rect = focus_rect(target)
        around = QRect(target.mapTo(self._window, rect.topLeft()), rect.size())
        reach = GAP + WIDTH
        self._whole = around.adjusted(-reach, -reach, reach, reach)
        seen = self._seen(target, self._whole)
        if seen.isEmpty():
            self.hide()
            return
        self.setGeometry(seen)
        self.show()
        self.raise_()
        self.update()

    def _seen(self, target: QWidget, whole: QRect) -> QRect:
        """What of the ring is not scrolled under a head or a foot."""
        above = target.parentWidget()
        while above is not None and above is not self._window:
            if isinstance(above, QScrollArea):
                viewport = above.viewport()
                whole &= QRect(viewport.mapTo(self._window, QPoint(0, 0)), viewport.size())
            above = above.parentWidget()
        return whole
