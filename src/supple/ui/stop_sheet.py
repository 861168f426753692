"""Asks before a session is stopped."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from supple.ui.button import Kind
from supple.ui.sheet import Sheet
from supple.ui.theme import Theme


class StopSheet(Sheet):
    """The session stands while this is open; Esc goes on."""

    stop_confirmed = Signal()
    go_on_chosen = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, title="", width=560, parent=parent)
        self.set_title(self.tr("Stop the session?"), self.tr("The sets you have done are kept."))
        self.go_on = self.add_button(self.tr("Go on"))
        self.stop = self.add_button(self.tr("Stop here"), kind=Kind.PRIMARY)

        self.set_first_focus(self.stop)

        self.stop.clicked.connect(self._confirm)
        self.go_on.clicked.connect(self._go_on)
        self.dismissed.connect(self.go_on_chosen)

    def _confirm(self) -> None:
        self.close_sheet()
        self.stop_confirmed.emit()

    def _go_on(self) -> None:
        self.close_sheet()
        self.go_on_chosen.emit()
