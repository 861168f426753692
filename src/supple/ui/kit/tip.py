"""A tip: what a control does and by which key, under it for as long as the mouse rests on it; never over it."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget
from shiboken6 import isValid

from supple.ui.kit.painting import draw_frame
from supple.ui.kit.text import Text
from supple.ui.kit.theme import TextRole, Theme

LASTS_MS = 10_000
GAP = 6  # between the control and its tip
CLEAR = 8  # between the tip and the window's edge
WIDEST = 320
RADIUS = 8
_ENDS = (
    QEvent.Type.Leave,
    QEvent.Type.Hide,
    QEvent.Type.Move,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.KeyPress,
    QEvent.Type.Wheel,
    QEvent.Type.WindowDeactivate,
)


class Tip(QWidget):
    """One for a window. What has a tip says so by `tip_at(pos)`: its words and what of itself they are about."""

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self._target: QWidget | None = None
        self._words = Text(theme, role=TextRole.CAPTION)
        self._lasts = QTimer(self, singleShot=True, interval=LASTS_MS)

        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(10, 5, 10, 5)
        layout.addWidget(self._words)

        self._lasts.timeout.connect(self.take_away)

    @property
    def words(self) -> str:
        """What it says now; "" while it is not shown."""
        return self._words.text() if self.isVisible() else ""

    def show_for(self, pos: QPoint) -> bool:
        """Show what is to be said of what lies at `pos` of the window; False when there is nothing."""
        window = self.parentWidget()
        at = window.childAt(pos) if window is not None else None
        while window is not None and at is not None and at is not window:
            tip_at = getattr(at, "tip_at", None)
            found = tip_at(at.mapFrom(window, pos)) if callable(tip_at) else None
            if found is not None and found[0]:
                words, about = found
                self._show(at, words, QRect(at.mapTo(window, about.topLeft()), about.size()))
                return True
            at = at.parentWidget()
        self.take_away()
        return False

    def take_away(self) -> None:
        """Hide it."""
        self._lasts.stop()
        target, self._target = self._target, None
        for heard in (target, self.parentWidget()):
            if heard is not None and isValid(heard):
                heard.removeEventFilter(self)
        self.hide()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Go as soon as anything else is done."""
        if event.type() in _ENDS:
            self.take_away()
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A raised frame."""
        painter = QPainter(self)
        draw_frame(
            painter,
            self._theme,
            QRectF(self.rect()),
            ground="raised",
            edge="line_strong",
            width=1,
            radius=RADIUS,
        )

    def _show(self, target: QWidget, words: str, about: QRect) -> None:
        window = self.parentWidget()
        if window is None:
            return
        self.take_away()
        self._target = target
        self._words.set_text(words)
        size = self._size(window.width() - 2 * CLEAR)
        left = about.center().x() - size.width() // 2
        top = about.bottom() + GAP
        if top + size.height() > window.height() - CLEAR:
            top = about.top() - GAP - size.height()
        left = max(CLEAR, min(left, window.width() - CLEAR - size.width()))
        self.setGeometry(QRect(QPoint(left, top), size))
        target.installEventFilter(self)
        window.installEventFilter(self)
        self._lasts.start()
        self.show()
        self.raise_()

    def _size(self, most: int) -> QSize:
        layout = self.layout()
        margins = layout.contentsMargins() if layout is not None else self.contentsMargins()
        aside, above = margins.left() + margins.right(), margins.top() + margins.bottom()
        wide = min(self._words.sizeHint().width(), self._theme.px(WIDEST), most - aside)
        return QSize(wide + aside, self._words.heightForWidth(wide) + above)
