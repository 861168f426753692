"""Asks before a session is stopped."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from supple.domain.resume import OFFERED_HOURS
from supple.ui.kit.button import ButtonKind
from supple.ui.kit.sheet import Sheet
from supple.ui.kit.theme import Theme


class StopSheet(Sheet):
    """The session stands while this is open; Esc goes on."""

    stop_confirmed = Signal()
    go_on_chosen = Signal()
    later_chosen = Signal()

    def __init__(
        self, theme: Theme, *, over_pain: bool = False, recorded: bool = True, parent: QWidget | None = None
    ) -> None:
        """`over_pain`: the questions about pain lie under it, and are gone back to; `recorded`: not someone else's."""
        super().__init__(theme, title="", width=640, parent=parent)
        if not recorded:
            self._kept = self.tr("Nothing of this session is kept.")
        elif over_pain:
            self._kept = self.tr("What you told of your pain and the sets you have done are kept.")
        else:
            self._kept = self.tr("The sets you have done are kept.")
        self.set_title(self.tr("Stop the session?"), self._kept)
        self.go_on = self.add_button(self.tr("Back") if over_pain else self.tr("Go on"))
        self.later = self.add_button(self.tr("Close, go on later"))
        self.stop = self.add_button(self.tr("Stop here"), kind=ButtonKind.PRIMARY)

        self.later.hide()
        self.set_first_focus(self.stop)

        self.stop.clicked.connect(self._confirm)
        self.go_on.clicked.connect(self._go_on)
        self.later.clicked.connect(self._leave_for_later)
        self.dismissed.connect(self.go_on_chosen)

    def offer_later(self) -> None:
        """The session may also stay as it is, to be gone on with at the next start."""
        words = self.tr(
            "{kept} If you close Supple instead, you can go on with it within %n hour(s).", "", OFFERED_HOURS
        )
        self.later.show()
        self.set_title(self.title, words.format(kept=self._kept))
        QTimer.singleShot(0, self, self._place)  # the longer words are laid out by then

    def _confirm(self) -> None:
        self.close_sheet()
        self.stop_confirmed.emit()

    def _leave_for_later(self) -> None:
        self.close_sheet()
        self.later_chosen.emit()

    def _go_on(self) -> None:
        self.close_sheet()
        self.go_on_chosen.emit()
