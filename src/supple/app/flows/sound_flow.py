"""Sound as set by the person: applies it to the cue player and says when nothing can be heard."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from supple.audio.cue_player import CuePlayer, SoundProblem
from supple.domain.cue import Cue
from supple.domain.settings import Sound
from supple.domain.spoken import Phrase, phrase_clip
from supple.domain.verbosity import Verbosity

if TYPE_CHECKING:
    from supple.audio.sound_devices import SoundReport
    from supple.play.in_thread import InThread

TESTED: tuple[tuple[int, Cue | Phrase], ...] = (
    (1400, Cue.TICK),  # when the chime has rung
    (500, Cue.TICK),
    (600, Phrase.TEST),
)
"""What a test plays after its chime, each so many milliseconds after the one before."""

TEST_SAID_MS = 1500  # then sound is as loud again as it is set


class SoundFlow(QObject):
    """`words_changed` carries what is wrong in one sentence, "" when all is well, and whether sound is still heard."""

    words_changed = Signal(str, bool)
    tested = Signal(str)
    devices_found = Signal(object)  # (id, name) of each output device

    def __init__(self, cues: CuePlayer, sound: Callable[[], Sound], parent: QObject | None = None) -> None:
        """Nothing sounds before `begin`."""
        super().__init__(parent)
        self._cues = cues
        self._sound = sound
        self._looking: InThread | None = None
        self._to_test: list[tuple[int, Cue | Phrase]] = []
        self._test_timer = QTimer(self)
        self._test_timer.setSingleShot(True)

        self._test_timer.timeout.connect(self._go_on_testing)
        self._cues.problem_changed.connect(self._tell_problem)
        self._cues.tested.connect(self._tell_tested)

    @property
    def words(self) -> str:
        """What is wrong at the moment."""
        return self._sentence(self._cues.problem)

    def look_for_devices(self) -> None:
        """Ask the sound system which devices there are, without waiting; `devices_found` follows."""
        from supple.audio.sound_devices import look_for_sound
        from supple.play.in_thread import InThread

        if self._looking is None:
            self._looking = InThread("sound-devices", self)
            self._looking.done.connect(self._tell_devices)
        if not self._looking.runs:
            self._looking.start(look_for_sound)

    def _tell_devices(self, report: "SoundReport") -> None:
        devices = [(device.id.decode(errors="surrogateescape"), device.name) for device in report.devices]
        self.devices_found.emit(tuple(devices))

    def apply(self, sound: Sound) -> None:
        """Take over device, volumes and on/off."""
        self._cues.set_device(sound.device.encode(errors="surrogateescape"))
        self._cues.set_volume(
            sound.volume,
            chimes=sound.chime_volume,
            ticks=sound.tick_volume,
            voice=sound.voice_volume,
        )
        self._cues.set_muted(muted=sound.heard is Verbosity.SILENT)

    def test(self) -> None:
        """Build the sound anew and play each kind, even if sound is off; `tested` follows once the chime began."""
        self._test_timer.stop()
        self._to_test = list(TESTED)
        self._cues.test()

    def _go_on_testing(self) -> None:
        """Play what comes next in a test; at its end sound is as it was set."""
        if not self._to_test:
            self.apply(self._sound())
            return
        _, sound = self._to_test.pop(0)
        self._cues.set_muted(muted=False)
        if isinstance(sound, Cue):
            self._cues.play(sound)
        else:
            self._cues.say((phrase_clip(sound),))
        self._test_timer.start(self._to_test[0][0] if self._to_test else TEST_SAID_MS)

    def _tell_problem(self, problem: SoundProblem) -> None:
        self.words_changed.emit(self._sentence(problem), problem is SoundProblem.ELSEWHERE)

    def _tell_tested(self, problem: SoundProblem) -> None:
        if problem in (SoundProblem.NONE, SoundProblem.ELSEWHERE) and self._to_test:
            self._test_timer.start(self._to_test[0][0])
        self.tested.emit(self._sentence(problem))

    def _sentence(self, problem: SoundProblem) -> str:
        match problem:
            case SoundProblem.NONE:
                return ""
            case SoundProblem.ELSEWHERE:
                name = self._sound().device_name
                return self.tr("{0} is not connected: sound comes from another device meanwhile.").format(
                    name
                )
            case SoundProblem.NO_DEVICE:
                return self.tr("No sound device was found: connect one, then press “Test sound” in Settings.")
            case SoundProblem.NOT_ANSWERING:
                return self.tr("The sound system does not answer. Sessions go on with words and pictures.")
            case SoundProblem.UNAVAILABLE:
                return self.tr(
                    "Sound is not available on this computer. Sessions go on with words and pictures."
                )
