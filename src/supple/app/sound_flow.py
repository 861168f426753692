"""Sound as set by the person: applies the settings to the cue player and says when nothing can be heard."""

from PySide6.QtCore import QObject, Signal

from supple.app.parts import Parts
from supple.audio.cue_player import SoundProblem
from supple.domain.settings import Settings


class SoundFlow(QObject):
    """`words_changed` carries what is wrong in one sentence, "" when all is well."""

    words_changed = Signal(str)
    tested = Signal(str)

    def __init__(self, parts: Parts, parent: QObject | None = None) -> None:
        """Nothing sounds before `begin`."""
        super().__init__(parent)
        self._cues = parts.cues
        self._settings = parts.settings
        self._cues.problem_changed.connect(self._tell_problem)
        self._cues.tested.connect(self._tell_tested)

    @property
    def words(self) -> str:
        """What is wrong at the moment."""
        return self._sentence(self._cues.problem)

    def get_ready(self) -> None:
        """A session is about to begin: start what sounds, a program of its own that costs memory till then."""
        if self._settings().sound_on:
            self._cues.warm_up()

    def apply(self, settings: Settings) -> None:
        """Take over volume and on/off."""
        self._cues.set_volume(settings.volume)
        self._cues.set_muted(muted=not settings.sound_on)

    def test(self) -> None:
        """Build the sound anew and play one cue; `tested` follows."""
        self._cues.test()

    def _tell_problem(self, problem: SoundProblem) -> None:
        self.words_changed.emit(self._sentence(problem))

    def _tell_tested(self, problem: SoundProblem) -> None:
        self.tested.emit(self._sentence(problem))

    def _sentence(self, problem: SoundProblem) -> str:
        match problem:
            case SoundProblem.NONE:
                return ""
            case SoundProblem.NO_DEVICE:
                return self.tr("No sound device was found: connect one, then press “Test sound” in Settings.")
            case SoundProblem.NOT_ANSWERING:
                return self.tr("The sound system does not answer. Sessions go on with words and pictures.")
            case SoundProblem.UNAVAILABLE:
                return self.tr(
                    "Sound is not available on this computer. Sessions go on with words and pictures."
                )
