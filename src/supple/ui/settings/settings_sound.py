"""The sound group of Settings: what is heard, how loud each kind is, where, and a test that says what came of it."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from supple.domain.settings import DELAY_MS, VOLUME, Sound
from supple.domain.verbosity import Verbosity
from supple.ui.kit.button import Button
from supple.ui.kit.combo import Combo
from supple.ui.kit.theme import Theme
from supple.ui.settings.settings_group import PercentSlider, SettingsGroup
from supple.ui.settings.sound_output import OutputCombo

VOLUME_STEP = 5
DELAY_STEP_MS = 10

PLAYING_MS = 12_000  # so long the line about a test stays: it is played and read by then


class HeardCombo(Combo):
    """How much is heard, from a voice that says all to nothing"""

    chosen = Signal()

    def __init__(self, theme: Theme, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, name=name, parent=parent)
        for heard, words in (
            (Verbosity.FULL, self.tr("Voice and chimes")),
            (Verbosity.BRIEF, self.tr("Few words and chimes")),
            (Verbosity.CHIMES_ONLY, self.tr("Chimes only")),
            (Verbosity.SILENT, self.tr("Nothing")),
        ):
            self.addItem(words, heard.value)

        self.activated.connect(self.chosen)

    @property
    def heard(self) -> Verbosity:
        """What is chosen."""
        return Verbosity(self.currentData())

    def show_heard(self, heard: Verbosity) -> None:
        """Show what is set."""
        self.setCurrentIndex(self.findData(heard.value))


class SoundSettings(SettingsGroup):
    """`sound_tested` asks for a test; `show_sound` answers it. `devices_wanted` asks for `show_devices`."""

    sound_tested = Signal()
    devices_wanted = Signal()

    def __init__(self, theme: Theme, sound: Sound, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, self.tr("Sound"), parent=parent)
        self._playing = QTimer(self, singleShot=True, interval=PLAYING_MS)
        self.heard = HeardCombo(theme, name=self.tr("In a session you hear"))
        self.volume = _slider(theme, self.tr("Volume"))
        self.voice = _slider(theme, self.tr("Voice"))
        self.chimes = _slider(theme, self.tr("Chimes"))
        self.ticks = _slider(theme, self.tr("Ticks"))
        self.output = OutputCombo(theme, name=self.tr("Sound comes from"))
        self.delay = PercentSlider(
            theme,
            name=self.tr("Delay"),
            bounds=DELAY_MS,
            step=DELAY_STEP_MS,
            words=self.tr("{value} ms"),
        )
        self.test = Button(theme, self.tr("Test sound"), icon="volume-2")
        self._idle = self.tr("Plays a chime, two ticks and the voice.")

        self._what = self.rows.add_row(self.tr("In a session you hear"), self.heard, caption=" ")
        row = self.rows.add_row
        self._loud = [row(self.tr("Volume"), self.volume, caption=self.tr("Of all sound"))]
        self._spoken = row(self.tr("Voice"), self.voice, caption=self.tr("Says what comes and which side"))
        self._loud += [
            row(self.tr("Chimes"), self.chimes, caption=self.tr("Begin each hold, rest and change")),
            row(self.tr("Ticks"), self.ticks, caption=self.tr("Count the last three seconds")),
        ]
        self.rows.add_row(
            self.tr("Sound comes from"),
            self.output,
            caption=self.tr("A speaker or headphones of this computer"),
        )
        self.rows.add_row(
            self.tr("Delay"),
            self.delay,
            caption=self.tr("For Bluetooth: how late you hear it; it is played that much earlier"),
        )
        self._status = self.rows.add_row(self.tr("Test"), self.test, caption=self._idle)
        self.show_settings(sound)

        self.heard.chosen.connect(self._set_heard)
        for slider in (self.volume, self.voice, self.chimes, self.ticks):
            slider.chosen.connect(self._set_volumes)
        self.output.chosen.connect(self._set_output)
        self._playing.timeout.connect(self._fall_silent)
        self.delay.chosen.connect(self._set_delay)
        self.test.clicked.connect(self._ask_test)
        theme.changed.connect(self._align)

    def show_settings(self, sound: Sound) -> None:
        """Show what was changed elsewhere, without telling it."""
        self._sound = sound
        with QSignalBlocker(self.heard):
            self.heard.show_heard(sound.heard)
        self.volume.set_value(sound.volume)
        self.voice.set_value(sound.voice_volume)
        self.chimes.set_value(sound.chime_volume)
        self.ticks.set_value(sound.tick_volume)
        self.output.show_settings(sound)
        self.delay.set_value(sound.delay_ms)
        self._show_heard()

    def show_sound(self, words: str) -> None:
        """What came of a test, or what is wrong now; "" when it is playing."""
        self.test.setEnabled(True)
        if not words and self._sound.volume == 0:
            words = self.tr("The volume here is at 0 %, so all is silent. Turn it up and test again.")
        self._say(
            words
            or self.tr(
                "A chime, two ticks and the voice are playing. If you hear nothing, turn up your computer's "
                "volume and look which speaker or headphones it uses."
            )
        )
        if not words:
            self._playing.start()

    def show_devices(self, devices: Sequence[tuple[str, str]]) -> None:
        """The devices there are now."""
        self.output.show_devices(devices)
        self._align()

    def showEvent(self, event: QShowEvent) -> None:
        """Devices come and go while nobody looks."""
        super().showEvent(event)
        self._align()
        self.devices_wanted.emit()

    @property
    def status(self) -> str:
        """The line under the test's name."""
        return self.test.accessibleDescription()

    def _align(self) -> None:
        """Both lists are as wide as the wider one."""
        combos = (self.heard, self.output)
        for combo in combos:
            combo.setMinimumWidth(0)
        wide = max(combo.sizeHint().width() for combo in combos)
        for combo in combos:
            combo.setMinimumWidth(min(wide, self.output.maximumWidth()))

    def _ask_test(self) -> None:
        self.test.setEnabled(False)
        self._say(self.tr("Listen…"))
        self.sound_tested.emit()

    def _fall_silent(self) -> None:
        """What was played is over."""
        self._say("")

    def _say(self, words: str) -> None:
        self._playing.stop()
        self._status.set_caption(words)
        self.test.setAccessibleDescription(words)

    def _show_heard(self) -> None:
        """Say what the choice means, and rest the volumes that have nothing to do."""
        heard = self.heard.heard
        self._what.set_caption(self._meaning(heard))
        self.heard.setAccessibleDescription(self._meaning(heard))
        for row in self._loud:
            row.setEnabled(heard is not Verbosity.SILENT)
        self._spoken.setEnabled(heard.speaks)

    def _meaning(self, heard: Verbosity) -> str:
        match heard:
            case Verbosity.FULL:
                return self.tr("What comes, which side, the first step, halfway, 3-2-1")
            case Verbosity.BRIEF:
                return self.tr("The exercise, the side, 3-2-1 and repetitions")
            case Verbosity.CHIMES_ONLY:
                return self.tr("No voice")
            case Verbosity.SILENT:
                return self.tr("The screen shows all of it")

    def _set_heard(self) -> None:
        self.changed.emit(self._sound.hearing(self.heard.heard))
        self._show_heard()

    def _set_output(self) -> None:
        self.changed.emit(self.output.choose(self._sound))

    def _set_delay(self) -> None:
        self.changed.emit(replace(self._sound, delay_ms=self.delay.value))

    def _set_volumes(self) -> None:
        self.changed.emit(
            replace(
                self._sound,
                volume=self.volume.value,
                voice_volume=self.voice.value,
                chime_volume=self.chimes.value,
                tick_volume=self.ticks.value,
            )
        )


def _slider(theme: Theme, name: str) -> PercentSlider:
    return PercentSlider(theme, name=name, bounds=VOLUME, step=VOLUME_STEP)
