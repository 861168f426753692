"""The session group of Settings: the times for getting ready and for changing sides."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QWidget

from supple.domain.routine import Pace
from supple.ui.kit.combo import Combo
from supple.ui.kit.theme import Theme
from supple.ui.settings.settings_group import SettingsGroup

OFFERED_S = (5, 8, 10, 15, 20, 30, 45, 60)
AS_PLANNED = -1
WAITS = 0


class PaceCombo(Combo):
    """As the routine has it, so many seconds, or "wait for me"; the wheel scrolls the page instead."""

    chosen = Signal()

    def __init__(self, theme: Theme, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, name=name, parent=parent)
        self._offer(OFFERED_S)

        self.activated.connect(self.chosen)

    @property
    def seconds(self) -> int | None:
        """The person's own time; None when the routine's counts."""
        chosen = int(self.currentData())
        return chosen if chosen > WAITS else None

    @property
    def waits(self) -> bool:
        """Whether the session waits for the person."""
        return bool(self.currentData() == WAITS)

    def show_pace(self, seconds: int | None, *, waits: bool) -> None:
        """Show what is set; a time that is not offered is added."""
        if seconds is not None and self.findData(seconds) < 0:
            self._offer(sorted({*OFFERED_S, seconds}))
        wanted = WAITS if waits else AS_PLANNED if seconds is None else seconds
        self.setCurrentIndex(self.findData(wanted))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page have it."""
        event.ignore()

    def _offer(self, all_seconds: "tuple[int, ...] | list[int]") -> None:
        self.clear()
        self.addItem(self.tr("As the routine says"), AS_PLANNED)
        for seconds in all_seconds:
            self.addItem(self.tr("%n second(s)", "", seconds), seconds)
        self.addItem(self.tr("Wait for me"), WAITS)


class SessionSettings(SettingsGroup):
    """How long a session waits before a hold and at a change of side."""

    def __init__(self, theme: Theme, pace: Pace, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, self.tr("Session"), parent=parent)
        self.prepare = PaceCombo(theme, name=self.tr("Time to get ready"))
        self.switch = PaceCombo(theme, name=self.tr("Time to change sides"))

        self.rows.add_row(self.tr("Time to get ready"), self.prepare, caption=self.tr("Before each exercise"))
        self.rows.add_row(
            self.tr("Time to change sides"), self.switch, caption=self.tr("From one leg to the other")
        )
        self.show_settings(pace)

        self.prepare.chosen.connect(self._set_pace)
        self.switch.chosen.connect(self._set_pace)

    def show_settings(self, pace: Pace) -> None:
        """Show what was changed elsewhere, without telling it."""
        self._pace = pace
        self.prepare.show_pace(pace.prepare_s, waits=pace.prepare_waits)
        self.switch.show_pace(pace.switch_s, waits=pace.switch_waits)

    def _set_pace(self) -> None:
        self.changed.emit(
            replace(
                self._pace,
                prepare_s=self.prepare.seconds,
                prepare_waits=self.prepare.waits,
                switch_s=self.switch.seconds,
                switch_waits=self.switch.waits,
            )
        )
