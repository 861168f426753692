"""Where the keyboard is when a page comes: on what the page says matters; and back where it was when it goes."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from supple.ui.kit.reader import announce


class FocusKept:
    """Remembers what had the keyboard before a page came over it."""

    def __init__(self) -> None:
        self._before: QWidget | None = None

    def keep(self) -> None:
        """Remember; call before the page is shown."""
        self._before = QApplication.focusWidget()

    def give_back(self, page: QWidget | None) -> None:
        """To where it was, or to what matters on `page` when that is gone."""
        before, self._before = self._before, None
        if before is not None and isValid(before) and before.isVisible() and before.isEnabled():
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        elif page is not None:
            focus_first(page)


def focus_first(page: QWidget) -> None:
    """Give the keyboard to what `page` names by `first_focus`."""
    first = getattr(page, "first_focus", None)
    widget = first() if callable(first) else None
    if isinstance(widget, QWidget):
        focus_or_say(widget)


def focus_or_say(widget: QWidget) -> None:
    """Give it the keyboard; when it has it already its words have changed, and a screen reader is told them."""
    if widget.hasFocus():
        words = getattr(widget, "text", None)
        announce(widget, widget.accessibleName() or (str(words()) if callable(words) else ""))
    else:
        widget.setFocus(Qt.FocusReason.OtherFocusReason)
