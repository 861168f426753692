"""The voice of one session: clips for all that ships, the system's voice for the person's own notes."""

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from supple.app.parts import Parts
from supple.domain.verbosity import Verbosity

if TYPE_CHECKING:
    from supple.audio.system_voice import SystemVoice
    from supple.services.speaker import Speaker

FULL = 100


class SessionVoice(QObject):
    """Nothing is imported, loaded or started for notes as long as there is none to be read."""

    def __init__(self, parts: Parts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._reader: SystemVoice | None = None

    def get_ready(self, exercise_ids: Collection[str]) -> None:
        """A session of these exercises may begin within seconds."""
        if self._notes(exercise_ids) and self._parts.settings().heard is Verbosity.FULL:
            if self._reader is None:
                from supple.audio.system_voice import SystemVoice

                self._reader = SystemVoice(self)
            self._reader.warm_up()

    def make_speaker(self, exercise_ids: Collection[str]) -> "Speaker | None":
        """Who speaks in it; None when time runs faster than words."""
        parts = self._parts
        if parts.speed != 1:
            return None
        from supple.services.speaker import Speaker

        settings, voice = parts.settings(), parts.voice()
        say, hush = parts.cues.say, parts.cues.hush
        if self._reader is not None:
            from supple.services.own_words import OwnWords

            notes = self._notes(exercise_ids)
            words = OwnWords(notes, reader=self._reader, say=say, hush=hush, volume=self._volume)
            voice = voice.with_lengths(words.lengths)
            say, hush = words.say, words.hush
        return Speaker(
            voice, verbosity=settings.verbosity, say=say, hush=hush, lead_ms=settings.sound_delay_ms
        )

    def close(self) -> None:
        """The session is over."""
        if self._reader is not None:
            self._reader.close()
            self._reader.deleteLater()
            self._reader = None

    def _notes(self, exercise_ids: Collection[str]) -> Mapping[str, str]:
        notes = self._parts.settings().notes
        return {exercise_id: notes[exercise_id] for exercise_id in exercise_ids if exercise_id in notes}

    def _volume(self) -> float:
        settings = self._parts.settings()
        if settings.heard is Verbosity.SILENT:
            return 0.0
        return settings.volume * settings.voice_volume / (FULL * FULL)
