"""What moves the clock of a hold from outside its page: media keys; and the sound, as it is set and as it is."""

import time

from PySide6.QtCore import QObject, Signal

from supple.app.session_voice import SessionVoice
from supple.audio.cue_player import SoundProblem
from supple.desktop.media_bus import MediaBus
from supple.desktop.media_words import MediaCommand, Playback, Shown
from supple.domain.checks.hold_text import HoldText
from supple.ui.check.hold_page import HoldPage

_HEARD = (SoundProblem.NONE, SoundProblem.ELSEWHERE)


class HoldControls(QObject):
    """On the session bus as long as it lives: a media key presses the page's one target."""

    _wished = Signal(object)  # MediaCommand; from the bus's thread to the GUI's

    def __init__(self, page: HoldPage, text: HoldText, voice: SessionVoice, *, parent: QObject) -> None:
        """Come onto the bus, and have what sounds started."""
        super().__init__(parent)
        self._page = page
        self._voice = voice
        self._bus = MediaBus(_shown(text), wanted=self._wished.emit)

        voice.get_ready()
        self._wished.connect(self._obey)
        page.sound_toggled.connect(voice.preferences.set_sound_on)
        voice.preferences.sound_changed.connect(self._show_sound)
        voice.cues.problem_changed.connect(self._show_sound)
        page.destroyed.connect(self._bus.close)
        self._bus.start()
        self._show_sound()

    def _obey(self, command: MediaCommand) -> None:
        self._page.obey(command)

    def _show_sound(self) -> None:
        heard = self._voice.cues.problem in _HEARD
        sound = self._voice.preferences.sound()
        speaks = sound.verbosity.speaks
        self._page.show_sound(
            on=sound.on, speaks=speaks, trouble="" if heard else self.tr("Sound cannot be played.")
        )


def _shown(text: HoldText) -> Shown:
    """A player that plays: keyboards send their keys to that one."""
    return Shown(
        playback=Playback.PLAYING,
        exercise=text.title,
        phase=text.title,
        session_left_ms=0,
        duration_ms=0,
        elapsed_ms=0,
        number=1,
        at_s=time.monotonic(),
    )
