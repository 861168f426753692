"""A page that is not in sight is not told what changed: it is renewed when it is next shown."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget


class WhenShown(QObject):
    """Renews one page, and lives as long as it."""

    def __init__(self, page: QWidget, renew: Callable[[], None]) -> None:
        """The page is as new as it can be; `renew` brings it up to date."""
        super().__init__(page)
        self._page = page
        self._renew = renew
        self._is_old = False
        page.installEventFilter(self)

    def tell(self) -> None:
        """Something that it shows has changed."""
        self._is_old = True
        if self._page.isVisible():
            self.renew()

    def renew(self) -> None:
        """Bring it up to date, if it is not."""
        if self._is_old:
            self._is_old = False
            self._renew()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002 - Qt's signature
        """It is about to be seen."""
        if event.type() is QEvent.Type.Show:
            self.renew()
        return False
