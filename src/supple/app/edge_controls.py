"""What the check at the edge has of the program: its voice, sound on and off, and the unit of lengths."""

import time
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from supple.app.session_voice import SessionVoice
from supple.app.shipped_files import read_voice
from supple.desktop.media_bus import MediaBus
from supple.desktop.media_words import MediaCommand, Playback, Shown
from supple.domain.checks.edge_pages import EdgePage, EdgeWay
from supple.domain.checks.edge_spoken import said_on
from supple.domain.settings import Lengths, Sound
from supple.play.step_voice import StepVoice
from supple.ui.check.edge_part import EdgePart


class EdgeControls(QObject):
    """Says what belongs to the page that is shown, and keeps what the person chooses there.

    Where somebody lies alone for a photo it is on the session bus too: a media key goes on as any key does.
    """

    _wished = Signal(object)  # MediaCommand; from the bus's thread to the GUI's

    def __init__(self, part: EdgePart, voice: SessionVoice, *, parent: QObject) -> None:
        """Sound is started at once: it takes a moment until it can be heard."""
        super().__init__(parent)
        self._part = part
        self._voice = voice
        self._steps = StepVoice(say=voice.cues.say, hush=voice.cues.hush, lead_ms=self._lead_ms, parent=self)

        part.page_shown.connect(self._speak)
        part.page.sound_toggled.connect(self._turn_sound)
        part.page.tape.unit_chosen.connect(self._keep_unit)
        voice.get_ready()
        if part.way is EdgeWay.PHOTO:
            self._listen_to_media_keys()

    def _listen_to_media_keys(self) -> None:
        bus = MediaBus(_shown(self._part.page.title), wanted=self._wished.emit)
        self._wished.connect(self._obey)
        self._part.page.destroyed.connect(bus.close)
        bus.start()

    def _obey(self, command: MediaCommand) -> None:
        if command is not MediaCommand.RAISE:
            self._part.page.press_on()

    def _speak(self, page: EdgePage | None) -> None:
        if page is None or self._voice.speed != 1:
            self._steps.end()
        else:
            self._steps.begin(said_on(page, read_voice(), verbosity=self._sound().heard, way=self._part.way))

    def _turn_sound(self) -> None:
        """Muted at once; turned on again, the next page is said."""
        self._voice.preferences.set_sound_on(not self._sound().on)
        self._voice.get_ready()

    def _keep_unit(self, unit: Lengths) -> None:
        preferences = self._voice.preferences
        settings = preferences.settings()
        preferences.change(replace(settings, days=replace(settings.days, lengths=unit)))

    def _sound(self) -> Sound:
        return self._voice.preferences.sound()

    def _lead_ms(self) -> int:
        return self._sound().delay_ms


def _shown(title: str) -> Shown:
    """A player that plays: keyboards send their keys to that one."""
    return Shown(
        playback=Playback.PLAYING,
        exercise=title,
        phase=title,
        session_left_ms=0,
        duration_ms=0,
        elapsed_ms=0,
        number=1,
        at_s=time.monotonic(),
    )
