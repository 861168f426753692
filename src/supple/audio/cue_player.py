"""Has cues and clips played by the helper program, and knows whether anything can be heard."""

import time
from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import QObject, QProcess, QTimer, Signal, Slot

from supple.audio.cue_voice import DEFAULT_PREFIX, VOICE_PREFIX, HelperReply
from supple.audio.sound_helper import helper_process, helper_program
from supple.domain.cue import TICKS, Cue

STARTING_MS = 10_000  # until the helper looks for devices: Python and Qt from a cold disk
ANSWERING_MS = 2_000  # until it has found some, and until a cue begins: a hung server takes 30 s
LATE_MS = 250  # a cue later than this is worse than none
RETRY_S = 10.0  # the shortest time between two tries while there is trouble
CLOSING_MS = 500


class SoundProblem(StrEnum):
    """Why nothing can be heard, as far as a program can tell; a muted system is not told to programs.

    ELSEWHERE: all can be heard, but not where the person wanted it.
    """

    NONE = "none"
    ELSEWHERE = "elsewhere"
    NO_DEVICE = "no device"
    NOT_ANSWERING = "not answering"
    UNAVAILABLE = "unavailable"


class SoundKind(StrEnum):
    """What has a volume of its own, in the order of the helper's command."""

    CHIMES = "chimes"
    TICKS = "ticks"
    VOICE = "voice"


class CuePlayer(QObject):
    """Plays cues and says clips without ever waiting for the sound system: a call only starts a process at most.

    Sound is optional: whatever goes wrong becomes `problem`, and each cue that falls due in trouble tries again, at
    most every ten seconds. `tested` follows each `test()` with NONE when the cue began, or with what stands against it.
    """

    problem_changed = Signal(object)
    tested = Signal(object)

    def __init__(
        self,
        source_prefix: str = DEFAULT_PREFIX,
        *,
        voice_prefix: str = VOICE_PREFIX,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._prefix = source_prefix
        self._voice_prefix = voice_prefix
        self._volume = 100
        self._share = {SoundKind.CHIMES: 100, SoundKind.TICKS: 100, SoundKind.VOICE: 100}
        self._device = b""
        self._muted = False
        self._problem = SoundProblem.NONE
        self._ready = False
        self._testing = False
        self._waiting: Cue | None = None
        self._waiting_since_s = 0.0
        self._started_s: float | None = None
        self._helper: QProcess | None = None
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)

        self._patience.timeout.connect(self._give_up_waiting)

    @property
    def problem(self) -> SoundProblem:
        """What stands against sound, as last seen; NONE until something was tried."""
        return self._problem

    def warm_up(self) -> None:
        """Start the helper if it is not there yet; call it after the first paint."""
        if self._helper is None:
            self._start()

    def play(self, cue: Cue) -> None:
        """Let it be heard now, or not at all."""
        if self._muted or not self._loudness(SoundKind.TICKS if cue in TICKS else SoundKind.CHIMES):
            return
        if self._ready:
            self._tell_play(cue)
            return
        self._wait_with(cue)
        if self._problem in (SoundProblem.NONE, SoundProblem.ELSEWHERE):
            self.warm_up()
        elif self._problem is not SoundProblem.UNAVAILABLE and self._may_retry():
            self._start()

    def say(self, clips: Sequence[str]) -> bool:
        """Let clips of the voice be heard now, one after the other, or not at all; what is being said ends.

        Whether they can be heard, as far as is known.
        """
        can_be_heard = self._ready and not self._muted and bool(self._loudness(SoundKind.VOICE))
        if can_be_heard:
            self._tell(f"say {' '.join(clips)}")
        return can_be_heard

    def hush(self) -> None:
        """End what is being said."""
        if self._ready:
            self._tell("hush")

    def set_volume(self, volume: int, *, chimes: int = 100, ticks: int = 100, voice: int = 100) -> None:
        """How loud all is, and of that each kind, 0 to 100; 50 is 6 dB below 100."""
        self._volume = volume
        self._share = {SoundKind.CHIMES: chimes, SoundKind.TICKS: ticks, SoundKind.VOICE: voice}
        self._tell_volume()

    def set_device(self, device: bytes) -> None:
        """Play on this device while it is there; b"" follows the system's own choice."""
        if device != self._device:
            self._device = device
            if self._ready:
                self._tell(f"device {device.hex()}")

    def set_muted(self, *, muted: bool) -> None:
        """Silence at once, a cue that sounds already as well; or let cues be heard again."""
        self._muted = muted
        self._tell_volume()

    def test(self) -> None:
        """Begin from nothing and play one cue, muted or not; `tested` tells what came of it."""
        self._testing = True
        self._wait_with(Cue.HOLD)
        self._start()

    def close(self) -> None:
        """End the helper and wait for its end; a later `play` or `warm_up` starts it again."""
        helper = self._helper
        self._let_go()
        if helper is not None:
            helper.waitForFinished(CLOSING_MS)

    def _let_go(self) -> None:
        """End the helper without waiting."""
        self._patience.stop()
        self._ready = False
        helper, self._helper = self._helper, None
        if helper is None:
            return
        helper.readyReadStandardOutput.disconnect(self._read)
        helper.finished.disconnect(self._note_finished)
        helper.errorOccurred.disconnect(self._note_error)
        if helper.state() is QProcess.ProcessState.NotRunning:
            helper.deleteLater()
        else:
            helper.finished.connect(helper.deleteLater)
            helper.kill()

    def _start(self) -> None:
        self._let_go()
        self._started_s = time.monotonic()
        program, arguments = helper_program()
        self._helper = helper_process(
            self, program, [*arguments, self._prefix, self._device.hex(), self._voice_prefix]
        )
        self._helper.readyReadStandardOutput.connect(self._read)
        self._helper.finished.connect(self._note_finished)
        self._helper.errorOccurred.connect(self._note_error)
        self._patience.start(STARTING_MS)
        self._helper.start()

    def _may_retry(self) -> bool:
        return self._started_s is None or time.monotonic() - self._started_s >= RETRY_S

    def _wait_with(self, cue: Cue) -> None:
        self._waiting = cue
        self._waiting_since_s = time.monotonic()

    def _tell(self, command: str) -> None:
        if self._helper is not None:
            self._helper.write(f"{command}\n".encode())
            # At once: what the window does next would hold it back, a picture to be read for up to 90 ms.
            self._helper.waitForBytesWritten(0)

    def _tell_play(self, cue: Cue) -> None:
        """The helper says that it began; when it does not, the server holds it."""
        self._tell(f"play {cue}")
        if not self._patience.isActive():
            self._patience.start(ANSWERING_MS)

    def _tell_volume(self) -> None:
        if self._ready:
            silent = self._muted and not self._testing
            loudness = [0.0 if silent else self._loudness(kind) for kind in SoundKind]
            self._tell(f"volume {' '.join(str(share) for share in loudness)}")

    def _loudness(self, kind: SoundKind) -> float:
        return self._volume * self._share[kind] / 10_000

    @Slot()
    def _read(self) -> None:
        while self._helper is not None and self._helper.canReadLine():
            line = bytes(self._helper.readLine().data()).decode(errors="replace").strip()
            self._take(line.partition(" ")[0])

    def _take(self, answer: str) -> None:
        if answer == HelperReply.LISTING:
            self._patience.start(ANSWERING_MS)
        elif answer in (HelperReply.READY, HelperReply.ELSEWHERE):
            self._patience.stop()
            self._note_ready(SoundProblem.ELSEWHERE if answer == HelperReply.ELSEWHERE else SoundProblem.NONE)
        elif answer == HelperReply.NO_DEVICE:
            self._patience.stop()
            self._lose(SoundProblem.NO_DEVICE)
        elif answer == HelperReply.UNAVAILABLE:
            self._let_go()
            self._lose(SoundProblem.UNAVAILABLE)
        elif answer == HelperReply.STUCK:
            self._begin_anew()
        elif answer == HelperReply.BEGAN:
            self._patience.stop()
            self._note_began()

    def _note_ready(self, problem: SoundProblem) -> None:
        self._ready = True
        self._tell_volume()
        cue, self._waiting = self._waiting, None
        late_ms = (time.monotonic() - self._waiting_since_s) * 1000
        if cue is not None and (self._testing or late_ms <= LATE_MS):
            self._tell_play(cue)
        self._set_problem(problem)

    def _note_began(self) -> None:
        if self._testing:
            self._testing = False
            self.tested.emit(self._problem)

    def _lose(self, problem: SoundProblem) -> None:
        self._ready = False
        self._waiting = None
        self._set_problem(problem)
        if self._testing:
            self._testing = False
            self.tested.emit(problem)

    def _set_problem(self, problem: SoundProblem) -> None:
        if problem is not self._problem:
            self._problem = problem
            self.problem_changed.emit(problem)

    @Slot()
    def _give_up_waiting(self) -> None:
        self._let_go()
        self._lose(SoundProblem.NOT_ANSWERING)

    @Slot()
    def _note_finished(self) -> None:
        """The helper ended by itself: the sound library took it along, or it was killed."""
        self._read()
        if self._problem is SoundProblem.UNAVAILABLE:
            self._let_go()
        else:
            self._begin_anew()

    def _begin_anew(self) -> None:
        """A new helper sees what there is now: Qt 6.11 does not notice a device that goes if it was not the default."""
        was_ready = self._ready
        self._let_go()
        if was_ready and self._may_retry():
            self._start()
        else:
            self._lose(SoundProblem.NOT_ANSWERING)

    @Slot(QProcess.ProcessError)
    def _note_error(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            self._let_go()
            self._lose(SoundProblem.UNAVAILABLE)
