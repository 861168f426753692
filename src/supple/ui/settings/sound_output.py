"""Which device sound comes from: the system's own choice as it changes, or one that the person chose."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from supple.domain.settings import Sound
from supple.ui.kit.combo import Combo
from supple.ui.kit.theme import Theme

WIDTH = 320


class OutputCombo(Combo):
    """`chosen` is for the person's choice only"""

    chosen = Signal()

    def __init__(self, theme: Theme, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, name=name, parent=parent)
        self._devices: tuple[tuple[str, str], ...] = ()
        self._sound = Sound()

        self.setMaximumWidth(theme.px(WIDTH))
        self._fill()

        self.activated.connect(self.chosen)

    def show_devices(self, devices: Sequence[tuple[str, str]]) -> None:
        """Offer these, each the system's own name and what it is called; what is chosen stays offered."""
        self._devices = tuple(devices)
        self._fill()

    def show_settings(self, sound: Sound) -> None:
        """Show what is set."""
        self._sound = sound
        self._fill()

    def choose(self, sound: Sound) -> Sound:
        """`sound` with the device that is chosen here."""
        device = str(self.currentData())
        names = {**dict(self._devices), "": ""}
        name = names.get(device, sound.device_name)
        return replace(sound, device=device, device_name=name)

    def _fill(self) -> None:
        wanted = self._sound.device
        self.clear()
        self.addItem(self.tr("As the system has it"), "")
        for device, name in self._devices:
            self.addItem(name, device)
        if self.findData(wanted) < 0:
            gone = self.tr("{name} (not connected)").format(name=self._sound.device_name or wanted)
            self.addItem(gone, wanted)
        self.setCurrentIndex(self.findData(wanted))
