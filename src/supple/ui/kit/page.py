"""A room's page: title, header and body, scrolled as a whole, never sideways."""

from PySide6.QtCore import QMargins, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QScrollArea, QSpacerItem, QVBoxLayout, QWidget
from shiboken6 import isValid

from supple.ui.kit.scrolling import scroll_to
from supple.ui.kit.text import Text
from supple.ui.kit.theme import TextRole, Theme

CONTENT_MAX = 1120
NARROW_WINDOW = 1100  # below this width there is one column, and the rail is narrow
NARROW_BELOW = NARROW_WINDOW - 208  # less the wide rail
NO_LIMIT = 16_777_215  # of a widget's size: Qt's QWIDGETSIZE_MAX, which PySide does not give
MARGIN_WIDE, MARGIN_NARROW = 40, 24
GUTTER_WIDE, GUTTER_NARROW = 24, 16
GAP_WIDE, GAP_NARROW = 20, 14
LAID_OUT_MS = 400
BETWEEN_STEPS_MS = 4  # of making a page: what was pressed meanwhile comes first


class Page(QScrollArea):
    """Put what the room shows into `body`; margins, centring and growth are kept here."""

    narrowed = Signal(bool)

    def __init__(self, theme: Theme, title: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._narrow = False
        self._kept: tuple[QWidget, int] | None = None  # what is being pressed, and where it was
        self._kept_in_sight = False
        self._max_width = CONTENT_MAX
        self._covered = 0
        self._is_extending = False
        self._ground = QWidget()
        self._content = QWidget()
        self._title = Text(theme, title, role=TextRole.DISPLAY)
        self._outer = QVBoxLayout(self._content)
        self._gap = QSpacerItem(0, GAP_WIDE)
        self._title_row = QHBoxLayout()
        self.above = QVBoxLayout()
        self.header = QHBoxLayout()
        self.body = QVBoxLayout()

        self.setAccessibleName(title)
        # A viewport of our own: asking Qt for its own makes PySide look through all widget classes.
        self.setViewport(self._ground)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._content.setProperty("role", "page")
        self._ground.setProperty("role", "page")

        self.header.setSpacing(16)
        self.above.setSpacing(4)
        self._title_row.setSpacing(16)
        self._title_row.addWidget(self._title, 1)
        self._title_row.addLayout(self.header)
        self._outer.setSpacing(0)
        self._outer.addLayout(self.above)
        self._outer.addLayout(self._title_row)
        self._outer.addItem(self._gap)
        self._outer.addLayout(self.body, 1)
        self.setWidget(self._content)
        self._arrange()

        self.verticalScrollBar().rangeChanged.connect(self._extend)
        self.verticalScrollBar().rangeChanged.connect(self._keep_place)
        theme.changed.connect(self._arrange)
        theme.changed.connect(
            self._arrange, Qt.ConnectionType.QueuedConnection
        )  # once its parts have followed

    @property
    def narrow(self) -> bool:
        """Whether there is room for one column only, by the window or by the text size."""
        return self._narrow

    @property
    def title(self) -> str:
        """The words of the title."""
        return self._title.text()

    def set_title(self, title: str) -> None:
        """Name the page anew."""
        self._title.set_text(title)
        self.setAccessibleName(title)

    def set_max_width(self, px: int) -> None:
        """Let the content grow to `px`."""
        self._max_width = px
        self._arrange()

    def first_focus(self) -> QWidget:
        """What has the keyboard when the page comes: its title, which says what it is."""
        return self._title

    def scroll_to_top(self) -> None:
        """Show the title."""
        self.verticalScrollBar().setValue(0)

    @property
    def covered(self) -> int:
        """So many pixels of its foot are under something that lies on it."""
        return self._covered

    def set_covered(self, px: int) -> None:
        """Something lies on the lowest `px`: nothing moves, but what is under it can be scrolled out of there."""
        if px != self._covered:
            self._covered = px
            self._extend()

    def show_within(self, widget: QWidget) -> None:
        """Scroll until all of `widget` can be seen, its top first."""
        scroll_to(widget)

    def hold_place(self, widget: QWidget) -> None:
        """What follows may push `widget` away: it stays where the hand has it while the page is laid out."""
        if self.isVisible() and self._kept is None:
            self._kept = (widget, self._top_of(widget))
            self._kept_in_sight = not widget.visibleRegion().isEmpty()
            QTimer.singleShot(0, self, self._keep_place)
            QTimer.singleShot(LAID_OUT_MS, self, self._let_go_of_place)

    def _keep_place(self) -> None:
        if self._kept is not None and not isValid(self._kept[0]):
            self._kept = None  # it went with what was set: a row that was brought back
        if self._kept is not None:
            kept, top = self._kept
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + self._top_of(kept) - top)

    def _let_go_of_place(self) -> None:
        self._keep_place()
        if self._kept is not None and self._kept_in_sight and not self._is_in_view(self._kept[0]):
            self.show_within(self._kept[0])
        self._kept = None

    def _is_in_view(self, widget: QWidget) -> bool:
        """Whether all of it is in the page's view, under a banner or not: what was just pressed does not jump."""
        top = self._top_of(widget)
        return top >= 0 and top + widget.height() <= self.viewport().height()

    def _top_of(self, widget: QWidget) -> int:
        """How far below the upper edge of what can be seen."""
        return widget.mapTo(self.viewport(), QPoint(0, 0)).y()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose margins and columns for the width."""
        super().resizeEvent(event)
        self._arrange()

    def _extend(self) -> None:
        """Scroll further than the content is high; a bar that only this would bring stays away, it takes width."""
        if self._is_extending:
            return
        self._is_extending = True
        natural = max(0, self._content.height() - self._ground.height())
        never, needed = Qt.ScrollBarPolicy.ScrollBarAlwaysOff, Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self.setVerticalScrollBarPolicy(never if self._covered and not natural else needed)
        self.verticalScrollBar().setMaximum(natural + self._covered)
        self._is_extending = False

    def _arrange(self) -> None:
        width = self._ground.width()
        narrow = width < NARROW_BELOW * min(self._theme.scale, 1.4)
        margin = MARGIN_NARROW if narrow else MARGIN_WIDE
        side = max(margin, (width - self._max_width) // 2)
        top = 14 if narrow else 32
        self._outer.setContentsMargins(QMargins(side, top, side, margin))
        self._gap.changeSize(0, GAP_NARROW if narrow else GAP_WIDE)
        self.body.setSpacing(GUTTER_NARROW if narrow else GUTTER_WIDE)
        self._title.set_role(TextRole.TITLE if narrow else TextRole.DISPLAY)
        needed = self._title.minimumSizeHint().width() + self.header.minimumSize().width()
        too_wide = needed + self._title_row.spacing() > width - 2 * side
        ways = QBoxLayout.Direction
        self._title_row.setDirection(ways.TopToBottom if too_wide else ways.LeftToRight)
        self._title_row.setAlignment(
            self.header, Qt.AlignmentFlag.AlignLeft if too_wide else Qt.AlignmentFlag(0)
        )
        if narrow is not self._narrow:
            self._narrow = narrow
            self.narrowed.emit(narrow)
