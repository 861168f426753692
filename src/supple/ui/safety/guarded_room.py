"""A room that is shown only while the safety answers leave it open."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget, QWidget

if TYPE_CHECKING:
    from supple.domain.safety import Clearance
    from supple.ui.safety.guarded_page import ClosedPage


class GuardedRoom(QStackedWidget):
    """Holds a room with exercises and, while the answers close it, what to do instead."""

    def __init__(
        self,
        make: Callable[[], QWidget],
        make_closed: "Callable[[], ClosedPage]",
        *,
        parent: QWidget | None = None,
    ) -> None:
        """Nothing is shown before `set_clearance`; `make` is called when first open, `make_closed` when closed."""
        super().__init__(parent)
        self._make = make
        self._make_closed = make_closed
        self._room: QWidget | None = None
        self._closed_page: ClosedPage | None = None
        self._covered = 0

        self.currentChanged.connect(self._pass_on)

    @property
    def room(self) -> QWidget | None:
        """The room itself, if it was ever open."""
        return self._room

    @property
    def is_closed(self) -> bool:
        """Whether what to do is shown instead of the room."""
        return self._closed_page is not None and self.currentWidget() is self._closed_page

    def first_focus(self) -> QWidget | None:
        """What matters on the page that is shown."""
        first = getattr(self.currentWidget(), "first_focus", None)
        widget = first() if callable(first) else None
        return widget if isinstance(widget, QWidget) else None

    def set_covered(self, px: int) -> None:
        """Something lies on the lowest `px` of whatever is shown."""
        self._covered = px
        self._pass_on()

    def _pass_on(self) -> None:
        set_covered = getattr(self.currentWidget(), "set_covered", None)
        if callable(set_covered):
            set_covered(self._covered)

    def set_clearance(self, clearance: "Clearance") -> None:
        """Open or close the room."""
        if not clearance.closed:
            self.open()
            return
        if self._closed_page is None:
            self._closed_page = self._make_closed()
            self.addWidget(self._closed_page)
        self._closed_page.set_clearance(clearance)
        self.setCurrentWidget(self._closed_page)

    def open(self) -> None:
        """Show the room itself."""
        if self._room is None:
            self._room = self._make()
            self.addWidget(self._room)
        self.setCurrentWidget(self._room)
