"""Real sound without a sound card: a PulseAudio server of one's own, a recorder, and an ear for the cues.

For every test that wants to know what is really heard; mark it `sound`:

    @pytest.mark.sound
    def test_something(null_sink: NullSink) -> None:      # a fixture: import it into your conftest.py
        with null_sink.record() as recording:             # everything the sink plays from here ...
            start_the_program(env=null_sink.environment)  # (this process has PULSE_SERVER set already)
        heard = hear(recording)                           # ... to here
        assert [sound.cue for sound in heard] == [Cue.PREPARE, Cue.HOLD]

`Heard` has `cue`, `at_s` (CLOCK_MONOTONIC, as time.monotonic(); up to 6 ms early), `gain_db` (0 = as in the file) and
`likeness` (1 = the very same samples). Cues that ring into one another are told apart if 0.35 s lie between them.
`recording.peak` is 0.0 when there was silence. A recording costs its length in time: record a test's sounds in one go.
While nobody records, the sink lags by 50 ms (without `norewinds` it would by two seconds); recording brings it to 5 ms.
`recording.is_over` while it goes on: something was heard, and now it is still.

Trouble: `stop_answering()` (SIGSTOP), `answer_again()`, `kill()`, `restart()`, `unplug()`.
`NullSink(folder)` with `.start()` and `.close()` serves outside pytest too.

Without PulseAudio such tests are skipped on a person's machine, but fail where the variable CI is set.
"""

import os
import shutil
import signal
import subprocess
import threading
import time
import wave
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest

from supple.domain.cue import Cue

CUES = Path(__file__).parents[2] / "assets" / "cues"
RATE_HZ = 48_000
AT_ONCE = (
    "norewinds=1"  # or the sink would be filled two seconds ahead, and each recording begin that much later
)
STILL_S = 0.25  # this long after the last sound nothing more comes of it
LAG_S = 5.0
LEAST = 0.004  # of full scale; the null sink is otherwise perfectly silent
LEAST_LIKENESS = 0.5
SETTLED = RATE_HZ  # bytes, half a second: the sink needs it to come down to the recorder's latency
FAINTEST_DB = (
    -28.0
)  # what is fainter is left over from a cue whose stream opened with a gap of a millisecond or two
COMPARED = round(0.35 * RATE_HZ)  # of a cue; what comes later may be mixed with the next

Samples = npt.NDArray[np.float64]


@dataclass(slots=True)
class Recording:
    """Samples from -1 to 1, and the moment of the first one; filled when the recorder has stopped."""

    samples: Samples
    began_s: float = 0.0
    lags_s: tuple[float, ...] = ()  # of each LAG_S of it: the device's clock is not the computer's

    def time_of(self, sample: int) -> float:
        """When `sample` was played, in a long recording too."""
        lag_s = 0.0
        if self.lags_s:
            lag_s = self.lags_s[min(len(self.lags_s) - 1, int(sample / RATE_HZ / LAG_S))]
        return self.began_s + sample / RATE_HZ + lag_s

    ear: "_Ear | None" = None  # while it goes on

    @property
    def is_over(self) -> bool:
        """Whether something was heard and all is still again."""
        return self.ear is not None and self.ear.is_still

    @property
    def peak(self) -> float:
        return float(np.max(np.abs(self.samples), initial=0.0))


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """One cue that was recognised."""

    cue: Cue
    at_s: float
    gain_db: float
    likeness: float


class NullSink:
    """A sound server with one device that plays to nobody."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._socket = folder / "native"
        self._server: subprocess.Popen[bytes] | None = None

    @property
    def address(self) -> str:
        return f"unix:{self._socket}"

    @property
    def environment(self) -> dict[str, str]:
        """For a program that is to play here."""
        return {**os.environ, "PULSE_SERVER": self.address}

    def start(self) -> None:
        for name in ("pulse", "state"):
            (self._folder / name).mkdir(mode=0o700, exist_ok=True)
        folders = {
            "HOME": "",
            "XDG_RUNTIME_DIR": "",
            "PULSE_RUNTIME_PATH": "pulse",
            "PULSE_STATE_PATH": "state",
        }
        environment = {**os.environ, **{name: str(self._folder / sub) for name, sub in folders.items()}}
        environment.pop("PULSE_SERVER", None)
        self._server = subprocess.Popen(
            [
                *("pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no"),
                *("--realtime=no", "--high-priority=no"),
                *("-L", f"module-native-protocol-unix socket={self._socket} auth-anonymous=1"),
                *("-L", f"module-null-sink sink_name=testsink rate={RATE_HZ} channels=2 {AT_ONCE}"),
            ],
            env=environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        deadline_s = time.monotonic() + 10
        while "testsink" not in self._ask("list", "short", "sinks"):
            assert time.monotonic() < deadline_s, "PulseAudio did not start"
            time.sleep(0.02)

    def stop_answering(self) -> None:
        self._signal(signal.SIGSTOP)

    def answer_again(self) -> None:
        self._signal(signal.SIGCONT)

    def kill(self) -> None:
        if self._server is not None:
            self._signal(signal.SIGKILL)
            self._server.wait()
            self._server = None
        self._socket.unlink(missing_ok=True)

    close = kill

    def restart(self) -> None:
        self.kill()
        self.start()

    def unplug(self) -> None:
        """Take the device away; as on a desktop, the server then makes one up."""
        self._ask("load-module", "module-always-sink")
        self._ask("unload-module", "module-null-sink")

    def plug_in(self, name: str = "testsink", *, default: bool = False) -> None:
        """Add a device, which may become the system's default; the first one comes back under its own name."""
        self._ask(
            "load-module",
            "module-null-sink",
            f"sink_name={name}",
            f"rate={RATE_HZ}",
            "channels=2",
            AT_ONCE,
            f"sink_properties=device.description={name}",
        )
        if default:
            self.make_default(name)

    def pull_out(self, name: str) -> None:
        """Take one device away and leave the others."""
        for line in self._ask("list", "short", "modules").splitlines():
            if f"sink_name={name}" in line:
                self._ask("unload-module", line.split()[0])

    def make_default(self, name: str) -> None:
        """What a person does in the sound settings of the desktop."""
        self._ask("set-default-sink", name)

    @contextmanager
    def record(self, device: str = "testsink") -> Iterator[Recording]:
        recording = Recording(np.zeros(0))
        recorder = subprocess.Popen(
            [
                *("parec", "-d", f"{device}.monitor", "--raw", "--format=s16le", f"--rate={RATE_HZ}"),
                *("--channels=1", "--latency-msec=5"),
            ],
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        ear = _Ear(recorder)
        recording.ear = ear
        ear.start()
        assert ear.began.wait(10), "the recorder did not start"
        try:
            yield recording
        finally:
            recorder.terminate()
            recorder.wait()
            ear.join()
            recording.ear = None
            recording.samples, recording.began_s = ear.samples(), ear.began_s
            recording.lags_s = ear.lags_s()

    def _signal(self, number: signal.Signals) -> None:
        assert self._server is not None
        self._server.send_signal(number)

    def _ask(self, *question: str) -> str:
        answer = subprocess.run(
            ["pactl", *question],
            env=self.environment,
            capture_output=True,
            text=True,
            timeout=10,
            check=False,
        )
        return answer.stdout


class _Ear(threading.Thread):
    """Empties the recorder's pipe and works out when the first sample was played."""

    def __init__(self, recorder: "subprocess.Popen[bytes]") -> None:
        super().__init__(name="ear", daemon=True)
        self.began = threading.Event()
        self.began_s = float("inf")
        self._guesses: list[float] = []  # the earliest of each LAG_S
        self._recorder = recorder
        self._bytes = bytearray()
        self._loud_until = 0  # bytes, 0 before anything was heard

    @property
    def is_still(self) -> bool:
        """Whether the last sound was a while ago."""
        return bool(self._loud_until) and len(self._bytes) - self._loud_until > STILL_S * RATE_HZ * 2

    def run(self) -> None:
        assert self._recorder.stdout is not None
        with self._recorder.stdout as stream:
            while block := os.read(stream.fileno(), 65536):
                now_s = time.monotonic()
                self._bytes += block
                loud = np.abs(np.frombuffer(block[: len(block) // 2 * 2], "<i2").astype(np.int32))
                if loud.max(initial=0) > LEAST * 32768:
                    self._loud_until = len(self._bytes)
                # A block may come late but never early, so the earliest guess is the right one.
                played_s = len(self._bytes) / 2 / RATE_HZ
                guess_s = now_s - played_s
                self.began_s = min(self.began_s, guess_s)
                if int(played_s / LAG_S) >= len(self._guesses):
                    self._guesses.append(guess_s)
                self._guesses[-1] = min(self._guesses[-1], guess_s)
                if len(self._bytes) > SETTLED:
                    self.began.set()

    def lags_s(self) -> tuple[float, ...]:
        return tuple(guess_s - self.began_s for guess_s in self._guesses)

    def samples(self) -> Samples:
        whole = bytes(self._bytes[: len(self._bytes) // 2 * 2])
        return np.frombuffer(whole, "<i2").astype(np.float64) / 32768


def cue_samples(cue: Cue) -> Samples:
    """The samples of one cue as it ships."""
    with wave.open(str(CUES / f"{cue}.wav")) as file:
        return np.frombuffer(file.readframes(file.getnframes()), "<i2").astype(np.float64) / 32768


def hear(recording: Recording) -> list[Heard]:
    """The cues in a recording, in order: at each sound the likeliest one is taken out and what is left is heard on."""
    templates = {cue: cue_samples(cue) for cue in Cue}
    left = recording.samples.copy()
    heard = []
    position = 0
    while position < len(left):
        loud = np.flatnonzero(np.abs(left[position:]) > LEAST)
        if not len(loud):
            break
        onset = position + int(loud[0])
        found = [_match(cue, sound, left, onset) for cue, sound in templates.items()]
        likeness, gain, start, cue = max(found, key=lambda match: match[0])
        position = onset + RATE_HZ // 50
        if likeness < LEAST_LIKENESS:
            continue
        length = min(len(templates[cue]), len(left) - start)
        left[start : start + length] -= gain * templates[cue][:length]
        at_s = recording.began_s + start / RATE_HZ
        gain_db = float(20 * np.log10(gain))
        if gain_db > FAINTEST_DB:
            heard.append(Heard(cue=cue, at_s=at_s, gain_db=gain_db, likeness=likeness))
    return heard


def _match(cue: Cue, sound: Samples, left: Samples, onset: int) -> tuple[float, float, int, Cue]:
    """How like the cue is to what sounds from about `onset`: likeness, gain, first sample, cue."""
    first = max(0, onset - RATE_HZ // 50)
    sound = sound[:COMPARED]
    window = left[first : onset + len(sound)]
    if len(window) < len(sound):
        sound = sound[: len(window)]
    size = 1 << (len(window) + len(sound)).bit_length()
    product = np.fft.irfft(np.fft.rfft(window, size) * np.conj(np.fft.rfft(sound, size)), size)
    shifts = len(window) - len(sound) + 1
    start = int(np.argmax(product[:shifts]))
    piece = window[start : start + len(sound)]
    power = float(np.dot(sound, sound))
    gain = float(product[start]) / power
    likeness = float(product[start]) / np.sqrt(power * float(np.dot(piece, piece)) + 1e-12)
    return float(likeness), gain, first + start, cue


@pytest.fixture
def null_sink(home: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[NullSink]:
    """A running server that this process and its children play to."""
    if missing := [name for name in ("pulseaudio", "pactl", "parec") if shutil.which(name) is None]:
        sentence = f"needs {', '.join(missing)}: apt-get install pulseaudio pulseaudio-utils"
        if os.environ.get("CI"):
            pytest.fail(sentence)
        pytest.skip(sentence)
    sink = NullSink(Path(os.environ["XDG_RUNTIME_DIR"]))
    monkeypatch.setenv("PULSE_SERVER", sink.address)
    sink.start()
    yield sink
    sink.close()
