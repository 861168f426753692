"""Which device sound comes from: the system's own choice as it changes, or one that the person chose."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from supple.domain.settings import Settings
from supple.ui.kit.combo import Combo
from supple.ui.kit.theme import Theme

WIDTH = 320


class OutputCombo(Combo):
    """`chosen` is for the person's choice only"""

    chosen = Signal()

    def __init__(self, theme: Theme, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, name=name, parent=parent)
        self._devices: tuple[tuple[str, str], ...] = ()
        self._settings = Settings()

        self.setMaximumWidth(theme.px(WIDTH))
        self._fill()

        self.activated.connect(self.chosen)

    def show_devices(self, devices: Sequence[tuple[str, str]]) -> None:
        """Offer these, each the system's own name and what it is called; what is chosen stays offered."""
        self._devices = tuple(devices)
        self._fill()

    def show_settings(self, settings: Settings) -> None:
        """Show what is set."""
        self._settings = settings
        self._fill()

    def choose(self, settings: Settings) -> Settings:
        """`settings` with the device that is chosen here."""
        device = str(self.currentData())
        names = {**dict(self._devices), "": ""}
        name = names.get(device, settings.sound_device_name)
        return replace(settings, sound_device=device, sound_device_name=name)

    def _fill(self) -> None:
        wanted = self._settings.sound_device
        self.clear()
        self.addItem(self.tr("As the system has it"), "")
        for device, name in self._devices:
            self.addItem(name, device)
        if self.findData(wanted) < 0:
            gone = self.tr("{name} (not connected)").format(name=self._settings.sound_device_name or wanted)
            self.addItem(gone, wanted)
        self.setCurrentIndex(self.findData(wanted))
