"""A room that is shown only while the safety answers leave it open."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from supple.ui.kit.theme import Theme

if TYPE_CHECKING:
    from supple.domain.safety import Clearance
    from supple.domain.safety_text import SafetyContent
    from supple.ui.safety.guarded_page import ClosedPage


class GuardedRoom(QStackedWidget):
    """Holds a room with exercises and, while the answers close it, what to do instead."""

    change_wanted = Signal()
    warning_signs_wanted = Signal()

    def __init__(
        self,
        theme: Theme,
        content: "Callable[[], SafetyContent]",
        make: Callable[[], QWidget],
        *,
        parent: QWidget | None = None,
    ) -> None:
        """Show nothing before the first `set_clearance`; `make` is called when first open, `content` when closed."""
        super().__init__(parent)
        self._theme = theme
        self._content = content
        self._make = make
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
            from supple.ui.safety.guarded_page import ClosedPage

            self._closed_page = ClosedPage(self._theme, self._content())
            self._closed_page.change_wanted.connect(self.change_wanted)
            self._closed_page.warning_signs_wanted.connect(self.warning_signs_wanted)
            self.addWidget(self._closed_page)
        self._closed_page.set_clearance(clearance)
        self.setCurrentWidget(self._closed_page)

    def open(self) -> None:
        """Show the room itself."""
        if self._room is None:
            self._room = self._make()
            self.addWidget(self._room)
        self.setCurrentWidget(self._room)
