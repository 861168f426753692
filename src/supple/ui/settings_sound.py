"""The sound group of Settings: on or off, how loud, and a test that says what came of it."""

from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QWidget

from supple.domain.settings import Settings
from supple.ui.button import Button
from supple.ui.settings_group import PercentSlider, SettingsGroup
from supple.ui.theme import Theme
from supple.ui.toggle import Toggle

VOLUME_STEP = 5


class SoundSettings(SettingsGroup):
    """`sound_tested` asks for a test; `show_sound` answers it."""

    sound_tested = Signal()

    def __init__(self, theme: Theme, settings: Settings, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, settings, self.tr("Sound"), parent=parent)
        self.on = Toggle(theme, self.tr("Sound"))
        self.volume = PercentSlider(theme, name=self.tr("Volume"), minimum=0, maximum=100, step=VOLUME_STEP)
        self.test = Button(theme, self.tr("Test sound"), icon="volume-2")
        self._idle = self.tr("Plays the chime that begins a hold.")

        self.rows.add_row(self.tr("Sound"), self.on, caption=self.tr("Chimes and ticks in a session"))
        self.rows.add_row(self.tr("Volume"), self.volume)
        self._status = self.rows.add_row(self.tr("Test"), self.test, caption=self._idle)
        self.show_settings(settings)

        self.on.toggled.connect(self._switch)
        self.volume.chosen.connect(self._set_volume)
        self.test.clicked.connect(self._ask_test)

    def show_settings(self, settings: Settings) -> None:
        """Show what was changed elsewhere, without telling it."""
        super().show_settings(settings)
        with QSignalBlocker(self.on):
            self.on.setChecked(settings.sound_on)
        self.on.update()
        self.volume.set_value(settings.volume)
        self.volume.setEnabled(settings.sound_on)

    def show_sound(self, words: str) -> None:
        """What came of a test, or what is wrong now; "" when the chime is playing."""
        self.test.setEnabled(True)
        if not words and self._settings.volume == 0:
            words = self.tr("The volume here is at 0 %, so the chime is silent. Turn it up and test again.")
        self._say(
            words
            or self.tr(
                "The chime is playing. If you hear nothing, turn up your computer's volume and look "
                "which speaker or headphones it uses."
            )
        )

    @property
    def status(self) -> str:
        """The line under the test's name."""
        return self.test.accessibleDescription()

    def _ask_test(self) -> None:
        self.test.setEnabled(False)
        self._say(self.tr("Listen…"))
        self.sound_tested.emit()

    def _say(self, words: str) -> None:
        self._status.set_caption(words)
        self.test.setAccessibleDescription(words)

    def _switch(self) -> None:
        self.volume.setEnabled(self.on.isChecked())
        self._change(replace(self._settings, sound_on=self.on.isChecked()))

    def _set_volume(self, volume: int) -> None:
        self._change(replace(self._settings, volume=volume))
