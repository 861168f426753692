"""What the check at the edge has of the program: its voice, sound on and off, and the unit of lengths."""

from dataclasses import replace

from PySide6.QtCore import QObject

from supple.app.session_voice import SessionVoice
from supple.app.shipped_files import read_voice
from supple.domain.checks.edge_pages import EdgePage
from supple.domain.checks.edge_spoken import said_on
from supple.domain.settings import Lengths, Sound
from supple.play.step_voice import StepVoice
from supple.ui.check.edge_part import EdgePart


class EdgeControls(QObject):
    """Says what belongs to the page that is shown, and keeps what the person chooses there."""

    def __init__(self, part: EdgePart, voice: SessionVoice, *, parent: QObject) -> None:
        """Sound is started at once: it takes a moment until it can be heard."""
        super().__init__(parent)
        self._voice = voice
        self._steps = StepVoice(say=voice.cues.say, hush=voice.cues.hush, lead_ms=self._lead_ms, parent=self)

        part.page_shown.connect(self._speak)
        part.page.sound_toggled.connect(self._turn_sound)
        part.page.tape.unit_chosen.connect(self._keep_unit)
        voice.get_ready()

    def _speak(self, page: EdgePage | None) -> None:
        if page is None or self._voice.speed != 1:
            self._steps.end()
        else:
            self._steps.begin(said_on(page, read_voice(), verbosity=self._sound().heard))

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
