"""A page without the rail, asked through from top to foot: self-test, safety questions, ratings."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSpacerItem, QVBoxLayout, QWidget

from supple.ui.kit.page import MARGIN_NARROW, MARGIN_WIDE, NARROW_WINDOW
from supple.ui.kit.text import Text
from supple.ui.kit.theme import TextRole, Theme

CONTENT_MAX = 1200
TOP, FOOT = 72, 88
LEAST = 72  # of what scrolls, at the usual text size, beside banners
CLOSE = 8  # the least margin of a crowded foot


class DialogPage(QWidget):
    """Title and note at the top, `body` in the middle (it scrolls), `above_foot`, Back and Continue in the `foot`."""

    narrowed = Signal(bool)
    room_changed = Signal()  # for banners, which lie over the foot

    def __init__(self, theme: Theme, title: str, note: str = "", *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._narrow = False
        self._margins = (0, 0)  # at the sides, above
        self._max_width = CONTENT_MAX
        self._title = Text(theme, title, role=TextRole.LEAD, weight=600, heading=1)
        self._note = Text(theme, note, tone="text2")
        self._top_bar = QFrame()
        self._room = QSpacerItem(0, 0)  # for what lies over the foot
        self.foot_bar = QFrame()
        self._top_layout = QHBoxLayout(self._top_bar)
        self._scroll = QScrollArea()
        self._content = QWidget()
        self.top = QHBoxLayout()
        self.foot = QHBoxLayout(self.foot_bar)
        self.body = QVBoxLayout(self._content)
        self.above_foot = QVBoxLayout()

        self.setAccessibleName(title)
        self.setProperty("role", "page")
        self._build()
        self._note.setVisible(bool(note))
        self._arrange()

        self._scroll.verticalScrollBar().installEventFilter(self)
        theme.changed.connect(self._arrange)

    @property
    def narrow(self) -> bool:
        """Whether there is room for one column only, by the window or by the text size."""
        return self._narrow

    @property
    def title(self) -> str:
        """The words of the title."""
        return self._title.text()

    @property
    def note(self) -> str:
        """The words beside the title."""
        return self._note.text()

    def set_title(self, title: str, note: str = "") -> None:
        """Name the page anew."""
        self._title.set_text(title)
        self._note.set_text(note)
        self._note.setVisible(bool(note))
        self.setAccessibleName(title)

    def set_max_width(self, px: int) -> None:
        """Let the content grow to `px`."""
        self._max_width = px
        self._arrange()

    def first_focus(self) -> QWidget:
        """What has the keyboard when the page comes: its title, which says what it is."""
        return self._title

    @property
    def room_for_banners(self) -> int:
        """All that scrolls but for a line or two."""
        return self._scroll.height() + self._room.sizeHint().height() - self._theme.px(LEAST)

    def leave_room(self, px: int) -> None:
        """Let the page scroll above so many pixels over the foot; nothing else moves."""
        layout = self.layout()
        if layout is not None and px != self._room.sizeHint().height():
            self._room.changeSize(0, px)
            layout.invalidate()
            layout.activate()

    def scroll_to_top(self) -> None:
        """Show the beginning."""
        self._scroll.verticalScrollBar().setValue(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose margins for the width."""
        super().resizeEvent(event)
        self._arrange()

    def _build(self) -> None:
        self._top_layout.setSpacing(16)
        for words in (self._title, self._note):
            words.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._top_layout.addWidget(self._title)
        self._top_layout.addWidget(self._note, 1)
        self._top_layout.addStretch()
        self._top_layout.addLayout(self.top)
        self.top.setSpacing(24)
        for bar in (self._top_bar, self.foot_bar):
            bar.setProperty("role", "bar")
        self._scroll.setWidget(self._content)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._content.setProperty("role", "page")
        self.body.setSpacing(24)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._top_bar)
        layout.addWidget(_line())
        layout.addWidget(self._scroll, 1)
        layout.addLayout(self.above_foot)
        layout.addItem(self._room)
        layout.addWidget(_line())
        layout.addWidget(self.foot_bar)

    def _arrange(self) -> None:
        narrow = self.width() < NARROW_WINDOW * min(self._theme.scale, 1.4)
        margin = MARGIN_NARROW if narrow else MARGIN_WIDE
        side = max(margin, (self.width() - self._max_width) // 2)
        self._top_layout.setContentsMargins(margin, 8, margin, 8)
        self._arrange_foot(margin, narrow=narrow)
        self._margins = (side, 20 if narrow else 32)
        self._keep_frame()
        self._top_bar.setMinimumHeight(self._theme.px(56 if narrow else TOP))
        self.foot_bar.setMinimumHeight(self._theme.px(64 if narrow else FOOT))
        if narrow is not self._narrow:
            self._narrow = narrow
            self.narrowed.emit(narrow)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A scroll bar that comes or goes takes its room from the margin: nothing shifts."""
        if event.type() in (QEvent.Type.Show, QEvent.Type.Hide):
            self._keep_frame()
        return super().eventFilter(watched, event)

    def _keep_frame(self) -> None:
        side, top = self._margins
        bar = self._scroll.verticalScrollBar()
        taken = bar.sizeHint().width() if bar.isVisibleTo(self._scroll) else 0
        self.body.setContentsMargins(side, top, max(0, side - taken), 24)

    def _arrange_foot(self, margin: int, *, narrow: bool) -> None:
        """Its buttons in one row; where long words are large they come closer to each other and to the edges."""
        gap = 8 if narrow else 16
        for edge, between in ((margin, gap), (CLOSE, CLOSE // 2)):
            self.foot.setContentsMargins(edge, 8, edge, 8)
            self.foot.setSpacing(between)
            if self.foot.minimumSize().width() <= self.width():
                return


def _line() -> QFrame:
    line = QFrame()
    line.setProperty("role", "line")
    line.setFixedHeight(1)
    return line
