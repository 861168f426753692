"""The helper program that reads the person's own words aloud by the system's voice, where there is a real one.

It is a process of its own because of what was measured: making Qt's voice blocks for 2.5 seconds while the system
starts its speech service. Commands on standard input, a line each: `say VOLUME WORDS` (0.0 to 1.0) and `hush`. It
answers `ready ENGINE VOICES` once, or `none`, and ends with its input. Words in a language that no voice speaks are not
read: they stand on the mat.
"""

import signal
import sys
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QLocale, QObject, Slot

from supple.audio.helper_pipe import Ears, answer
from supple.domain.note_language import language_of
from supple.lean import begin_lean

SILENT_ENGINE = "mock"  # Qt's own, for tests of others: it says nothing
READY, NONE = "ready", "none"


class SystemReader(QObject):
    """The system's voice; `is_real` only where an engine has voices."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Blocks for as long as the system's speech service takes to start."""
        super().__init__(parent)
        from PySide6.QtTextToSpeech import QTextToSpeech

        self._engine = ""
        self._voices = 0
        for name in QTextToSpeech.availableEngines():
            if name == SILENT_ENGINE:
                continue
            speech = QTextToSpeech(name, self)
            voices = [] if speech.state() is QTextToSpeech.State.Error else speech.availableVoices()
            if voices:
                self._speech, self._engine, self._voices = speech, name, len(voices)
                return

    @property
    def is_real(self) -> bool:
        """Whether anything would be heard."""
        return self._voices > 0

    @property
    def words(self) -> str:
        """What is answered."""
        return f"{READY} {self._engine} {self._voices}" if self.is_real else NONE

    @Slot(str)
    def obey(self, command: str) -> None:
        """Do what a line asks."""
        if not self.is_real:
            return
        verb, _, rest = command.partition(" ")
        if verb == "say":
            volume, _, words = rest.partition(" ")
            spoken = [locale.name() for locale in self._speech.availableLocales()]
            locale = locale_for(words, spoken, system=QLocale.system().name())
            if locale:
                self._speech.setLocale(QLocale(locale))
                self._speech.setVolume(float(volume))
                self._speech.say(words)
        elif verb == "hush":
            self._speech.stop()


def locale_for(words: str, spoken: Sequence[str], *, system: str) -> str:
    """The one of the locales that voices have ("fi_FI") in which to read `words`; "" for none.

    That of the `system` where it is of the right language.
    """
    language = language_of(words, system=_language(system))
    fitting = [name for name in spoken if language and _language(name) == language]
    return system if system in fitting else next(iter(fitting), "")


def _language(locale: str) -> str:
    return locale.partition("_")[0]


def main(arguments: list[str]) -> int:
    """Read aloud until standard input ends; `--list` only says what voice there is."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the window; this ends with it
    begin_lean()
    application = QCoreApplication.instance() or QCoreApplication(["Supple"])
    application.setApplicationName("Supple")
    try:
        reader = SystemReader(application)
    except ImportError:
        answer(NONE)
        return 1
    answer(reader.words)
    if arguments == ["--list"] or not reader.is_real:
        return 0
    ears = Ears(application)
    ears.told.connect(reader.obey)
    ears.start()
    return application.exec()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
