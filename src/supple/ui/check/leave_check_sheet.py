"""Asks before the hip check is left in the middle."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from supple.domain.resume import OFFERED_HOURS
from supple.ui.kit.button import ButtonKind
from supple.ui.kit.sheet import Sheet
from supple.ui.kit.theme import Theme


class LeaveCheckSheet(Sheet):
    """The check stands while this is open; Esc goes on."""

    leave_confirmed = Signal()

    def __init__(
        self,
        theme: Theme,
        *,
        tries: int,
        redo: bool = False,
        hurts: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """`tries` are finished and kept; `redo`: one side is done again, and what was found before stays; `hurts`: it
        hurt, so it does not go on another time.
        """
        super().__init__(theme, title="", width=560, parent=parent)
        self.set_title(self.tr("Leave the check?"), self._words(tries, redo=redo, hurts=hurts))
        self.go_on = self.add_button(self.tr("Go on"))
        self.leave = self.add_button(self.tr("Leave here"), kind=ButtonKind.PRIMARY)

        self.set_first_focus(self.go_on)

        self.leave.clicked.connect(self._confirm)
        self.go_on.clicked.connect(self.close_sheet)
        self.closed.connect(self.deleteLater)

    def _words(self, tries: int, *, redo: bool, hurts: bool) -> str:
        if hurts:
            return self.tr("That it hurt is kept. The check ends here for today.")
        if redo:
            return self.tr("What was found before stays as it is.")
        if tries == 0:
            return self.tr("No try is finished yet, so there is nothing to keep.")
        kept = self.tr("%n tries are kept.", "", tries)
        return " ".join((kept, self.tr("You can go on within %n hour(s).", "", OFFERED_HOURS)))

    def _confirm(self) -> None:
        self.close_sheet()
        self.leave_confirmed.emit()
