"""Why one check is closed, and the way to what closes it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from supple.domain.checks.closed import Shut
from supple.ui.kit.button import ButtonKind
from supple.ui.kit.sheet import Sheet
from supple.ui.kit.theme import Theme


class WhySheet(Sheet):
    """ClosedCheck it changes nothing."""

    answers_wanted = Signal()
    settings_wanted = Signal()

    def __init__(
        self, theme: Theme, name: str, reason: str, shut: Shut, *, parent: QWidget | None = None
    ) -> None:
        """`name` is the check's, `reason` says why in whole sentences."""
        super().__init__(theme, title="", width=560, parent=parent)
        self.set_title(name, reason)
        if shut is Shut.ANSWER:
            self.change = self.add_button(self.tr("Change my answers"))
            self.change.clicked.connect(self._change)
        elif shut is Shut.AVOIDED:
            self.change = self.add_button(self.tr("What I avoid"))
            self.change.clicked.connect(self._set)
        self.close_button = self.add_button(self.tr("Close"), kind=ButtonKind.PRIMARY)
        self.set_first_focus(self.close_button)

        self.close_button.clicked.connect(self.close_sheet)
        self.closed.connect(self.deleteLater)

    def _change(self) -> None:
        self.close_sheet()
        self.answers_wanted.emit()

    def _set(self) -> None:
        self.close_sheet()
        self.settings_wanted.emit()
