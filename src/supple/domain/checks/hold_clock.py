"""The clock of a timed hold: a countdown, then seconds that count up until somebody stops it or the end is reached.

Every method takes milliseconds of one clock that only runs forward; nothing here waits or ticks by itself.
"""

from dataclasses import dataclass
from enum import StrEnum

from supple.domain.checks.hold import LEAST_S

MS = 1000
READY_S = 10
"""To take the place and hear what ends the hold: a change of legs sitting needs at least 8 s (ours)."""
COUNTED_DOWN = (3, 2, 1)
SAID_EVERY_S = 5


class HoldState(StrEnum):
    """Where the clock is."""

    WAITING = "waiting"
    READY = "getting ready"
    HOLDING = "holding"
    OVER = "over"


class BeatKind(StrEnum):
    """What falls due."""

    DOWN = "counting down"
    BEGAN = "the hold begins"
    UP = "counting up"
    FULL = "the end is reached"


@dataclass(frozen=True, slots=True)
class Beat:
    """Something that falls due at `at_ms`; `number` is what is counted, 0 where nothing is."""

    kind: BeatKind
    at_ms: int
    number: int = 0


class HoldClock:
    """`cap_s` seconds at most; whatever comes later, a day later, is the end at `cap_s`."""

    def __init__(self, *, cap_s: int, every_s: int = SAID_EVERY_S) -> None:
        """It waits to be started; something is counted every `every_s` seconds."""
        self._cap_ms = cap_s * MS
        self._every_s = every_s
        self._state = HoldState.WAITING
        self._begins_ms = 0
        self._held_ms = 0
        self._too_short = False

    @property
    def state(self) -> HoldState:
        """Where it is, as of the last call."""
        return self._state

    @property
    def was_too_short(self) -> bool:
        """Whether it waits because it was stopped under a second."""
        return self._too_short

    @property
    def held_s(self) -> float:
        """Seconds held once it is OVER, one decimal, never rounded up."""
        return self._held_ms // 100 / 10

    @property
    def is_full(self) -> bool:
        """Whether the end was reached."""
        return self._state is HoldState.OVER and self._held_ms >= self._cap_ms

    def start(self, now_ms: int) -> None:
        """Count down and begin."""
        self._state, self._too_short = HoldState.READY, False
        self._begins_ms = now_ms + READY_S * MS

    def wait(self) -> None:
        """Stand still until it is started again: what was counted is forgotten."""
        self._state = HoldState.WAITING

    def press(self, now_ms: int) -> None:
        """What one press means: start, wait, or stop the clock; stopped under a second it waits to be started again."""
        self.advance(now_ms)
        match self._state:
            case HoldState.WAITING:
                self.start(now_ms)
            case HoldState.READY:
                self.wait()
            case HoldState.HOLDING:
                self._stop(now_ms)
            case HoldState.OVER:
                pass

    def advance(self, now_ms: int) -> None:
        """Follow the time."""
        if self._state is HoldState.READY and now_ms >= self._begins_ms:
            self._state = HoldState.HOLDING
        if self._state is HoldState.HOLDING and now_ms - self._begins_ms >= self._cap_ms:
            self._held_ms, self._state = self._cap_ms, HoldState.OVER

    def left_s(self, now_ms: int) -> int:
        """Whole seconds of the countdown that are left, as it shows them: 1 until the very end."""
        return max(0, -((now_ms - self._begins_ms) // MS))

    def elapsed_ms(self, now_ms: int) -> int:
        """Milliseconds of the hold by now; the whole of it once it is over, 0 before it began."""
        if self._state is HoldState.OVER:
            return self._held_ms
        if self._state is not HoldState.HOLDING:
            return 0
        return min(self._cap_ms, now_ms - self._begins_ms)

    def due(self, after_ms: int, until_ms: int) -> tuple[Beat, ...]:
        """What falls due after `after_ms` and until `until_ms`, if nobody stops it before."""
        if self._state not in (HoldState.READY, HoldState.HOLDING):
            return ()
        beats = [Beat(BeatKind.DOWN, self._begins_ms - number * MS, number) for number in COUNTED_DOWN]
        beats.append(Beat(BeatKind.BEGAN, self._begins_ms))
        said = range(self._every_s, self._cap_ms // MS, self._every_s)
        beats += [Beat(BeatKind.UP, self._begins_ms + number * MS, number) for number in said]
        beats.append(Beat(BeatKind.FULL, self._begins_ms + self._cap_ms, self._cap_ms // MS))
        return tuple(beat for beat in beats if after_ms < beat.at_ms <= until_ms)

    def _stop(self, now_ms: int) -> None:
        self._held_ms = now_ms - self._begins_ms
        self._too_short = self._held_ms < LEAST_S * MS
        self._state = HoldState.WAITING if self._too_short else HoldState.OVER
