"""The voice of one session: clips for all that ships, the system's voice for the person's own notes."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from supple.app.parts import Parts
from supple.domain.exercise import Caution
from supple.domain.routine import Timeline
from supple.domain.verbosity import Verbosity

if TYPE_CHECKING:
    from supple.audio.system_voice import SystemVoice
    from supple.services.speaker import Speaker


class SessionVoice(QObject):
    """Nothing is imported, loaded or started for notes as long as there is none to be read."""

    def __init__(self, parts: Parts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._reader: SystemVoice | None = None

    def make_speaker(self, timeline: Timeline, cares: Mapping[str, Caution]) -> "Speaker | None":
        """Who speaks in it; None when time runs faster than words. `cares` marks exercises.

        The system's voice takes seconds to come; a note is read after the exercise was announced.
        """
        parts = self._parts
        if parts.speed != 1:
            return None
        from supple.services.speaker import Speaker

        sound, notes, voice = parts.settings().sound, parts.notes(), parts.voice().with_cares(cares)
        say, hush = parts.cues.say, parts.cues.hush
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

    def close(self) -> None:
        """The session is over."""
        if self._reader is not None:
            self._reader.close()
            self._reader.deleteLater()
            self._reader = None

    def _volume(self) -> float:
        return self._parts.settings().sound.voice_gain
