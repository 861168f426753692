"""The voice of one session: clips for all that ships, the system's voice for the person's own notes."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from supple.app.preferences import Preferences
from supple.app.shipped_files import read_voice
from supple.audio.cue_player import CuePlayer
from supple.domain.exercise import Caution
from supple.domain.routine import Timeline
from supple.domain.verbosity import Verbosity

if TYPE_CHECKING:
    from supple.audio.system_voice import SystemVoice
    from supple.services.hold_sounds import Ear
    from supple.services.speaker import Speaker


class SessionVoice(QObject):
    """Nothing is imported, loaded or started for notes as long as there is none to be read."""

    def __init__(
        self,
        cues: CuePlayer,
        preferences: Preferences,
        *,
        notes: Callable[[], Mapping[str, str]],
        speed: float,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.cues = cues
        self.preferences = preferences
        self.notes = notes
        self.speed = speed
        self._reader: SystemVoice | None = None

    def make_speaker(self, timeline: Timeline, cares: Mapping[str, Caution]) -> "Speaker | None":
        """Who speaks in it; None when time runs faster than words. `cares` marks exercises.

        The system's voice takes seconds to come; a note is read after the exercise was announced.
        """
        if self.speed != 1:
            return None
        from supple.services.speaker import Speaker

        sound, notes = self.preferences.sound(), self.notes()
        voice = read_voice().with_cares(cares)
        say, hush = self.cues.say, self.cues.hush
        has_notes = any(phase.exercise_id in notes for phase in timeline.phases)
        if has_notes and sound.verbosity is Verbosity.FULL:
            from supple.audio.system_voice import SystemVoice
            from supple.services.own_words import OwnWords

            self.close()
            self._reader = SystemVoice(self)
            self._reader.warm_up()
            words = OwnWords(notes, reader=self._reader, say=say, hush=hush, volume=self._volume)
            voice = voice.with_lengths(words.lengths)
            say, hush = words.say, words.hush
        return Speaker(voice, verbosity=sound.verbosity, say=say, hush=hush, lead_ms=sound.delay_ms)

    def ear(self) -> "Ear":
        """How a clock is heard that is no session's: no voice where time runs faster than words."""
        from supple.services.hold_sounds import Ear

        sound = self.preferences.sound()
        speaks = self.speed == 1 and sound.verbosity.speaks
        return Ear(
            play=self.cues.play,
            say=self.cues.say if speaks else None,
            hush=self.cues.hush if speaks else None,
            lead_ms=sound.delay_ms,
        )

    def get_ready(self) -> None:
        """A session is about to begin: start what sounds, a program of its own that costs memory till then."""
        if self.preferences.sound().on:
            self.cues.warm_up()

    def close(self) -> None:
        """The session is over."""
        if self._reader is not None:
            self._reader.close()
            self._reader.deleteLater()
            self._reader = None

    def _volume(self) -> float:
        return self.preferences.sound().voice_gain
