"""Brings up a page that was never shown: in several turns of the event loop, so that none holds the window."""

from collections import deque
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from supple.ui.kit.page import BETWEEN_STEPS_MS
from supple.ui.kit.room import Room


class RoomOpening(QObject):
    """Makes, adds and lays out one page after the other; `opened` comes when it can be shown at once."""

    opened = Signal(Room, QWidget)

    def __init__(self, stack: QStackedWidget, parent: QObject | None = None) -> None:
        """Pages are added to `stack`."""
        super().__init__(parent)
        self._stack = stack
        self._room: Room | None = None
        self._make: Callable[[], QWidget] | None = None
        self._page: QWidget | None = None
        self._steps: deque[Callable[[], None]] = deque()
        self._timer = QTimer(self)
        self._timer.setInterval(BETWEEN_STEPS_MS)
        self._timer.timeout.connect(self._take_a_step)

    def begin(self, room: Room, make: Callable[[], QWidget]) -> None:
        """Bring up the page that `make` makes; asked again while it is under way, once is enough."""
        if self._steps and room is self._room:
            return
        self.finish()
        self._room, self._make = room, make
        self._steps.extend((self._build, self._add, self._polish, self._lay_out, self._tell))
        self._timer.start()

    def finish(self) -> None:
        """Do at once what is left to do."""
        while self._steps:
            self._take_a_step()

    def _take_a_step(self) -> None:
        if self._steps:
            self._steps.popleft()()
        if not self._steps:
            self._timer.stop()

    def _build(self) -> None:
        if self._make is not None:
            self._page = self._make()

    def _add(self) -> None:
        if self._page is not None:
            self._stack.addWidget(self._page)
            self._page.resize(self._stack.size())

    def _polish(self) -> None:
        for widget in self._widgets():
            widget.ensurePolished()

    def _lay_out(self) -> None:
        for widget in self._widgets():
            layout = widget.layout()
            if layout is not None:
                layout.activate()

    def _tell(self) -> None:
        room, page, self._page = self._room, self._page, None
        if page is not None:
            self.opened.emit(room, page)

    def _widgets(self) -> list[QWidget]:
        """The page and all in it, from the outside in."""
        return [] if self._page is None else [self._page, *self._page.findChildren(QWidget)]
