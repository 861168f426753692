"""Lets the clock of a hold run: Qt's timer moves it on, what falls due is heard, and a press stops it at once."""

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from supple.domain.checks.hold_clock import SAID_EVERY_S, HoldClock, HoldState
from supple.domain.side import Side
from supple.play.clock import SessionClock
from supple.services.hold_sounds import HoldSounds

TICK_MS = 33


class HoldTimer(QObject):
    """One try at a time; `ticked` comes with every look at the clock while it runs."""

    ticked = Signal()
    changed = Signal()
    """It waits, gets ready, holds or is over."""

    def __init__(
        self,
        sounds: HoldSounds,
        clock: SessionClock,
        *,
        cap_s: int,
        every_s: int = SAID_EVERY_S,
        parent: QObject | None = None,
    ) -> None:
        """Nothing runs before `begin`."""
        super().__init__(parent)
        self._sounds = sounds
        self._clock = clock
        self._origin_ms = clock.now()
        self._cap_s = cap_s
        self._every_s = every_s
        self._hold = HoldClock(cap_s=cap_s, every_s=every_s)
        self._side = Side.BOTH
        self._heard_ms = 0
        self._timer = QTimer(self)

        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(TICK_MS)

        self._timer.timeout.connect(self.advance)

    @property
    def state(self) -> HoldState:
        """Where the clock is."""
        return self._hold.state

    @property
    def cap_s(self) -> int:
        """Where the clock stops by itself."""
        return self._cap_s

    @property
    def hold(self) -> HoldClock:
        """The clock itself."""
        return self._hold

    @property
    def elapsed_ms(self) -> int:
        """Milliseconds of the hold so far."""
        return self._hold.elapsed_ms(self._now_ms())

    @property
    def left_s(self) -> int:
        """Whole seconds of the countdown that are left."""
        return self._hold.left_s(self._now_ms())

    def begin(self, side: Side, *, waits: bool) -> None:
        """A new try of `side`; it counts down at once, or `waits` to be started."""
        self._hold = HoldClock(cap_s=self._cap_s, every_s=self._every_s)
        self._side = side
        if waits:
            self._settle()
        else:
            self._start()

    def press(self) -> None:
        """Stop the clock, or start it, or have it wait: what one press means now."""
        before = self._hold.state
        if before is HoldState.WAITING:
            self._start()
            return
        self._hold.press(self._now_ms())
        if before is HoldState.HOLDING and not self._hold.is_full:
            self._sounds.stop()
        elif before is HoldState.READY:
            self._sounds.be_quiet()
        self._settle()

    def rest(self) -> None:
        """Stand still: what was counted is forgotten."""
        if self._hold.state in (HoldState.READY, HoldState.HOLDING):
            self._hold.wait()
        self._sounds.be_quiet()
        self._settle()

    def advance(self) -> None:
        """Look at the clock."""
        now_ms, before = self._now_ms(), self._hold.state
        until_ms = now_ms + round(self._sounds.lead_ms * self._clock.speed)
        for beat in self._hold.due(self._heard_ms, until_ms):
            self._sounds.tell(beat)
        self._heard_ms = max(self._heard_ms, until_ms)
        self._hold.advance(now_ms)
        self.ticked.emit()
        if self._hold.state is not before:
            self._settle()

    def _start(self) -> None:
        now_ms = self._now_ms()
        self._heard_ms = now_ms
        self._hold.start(now_ms)
        self._sounds.get_ready(self._side)
        self._settle()

    def _settle(self) -> None:
        if self._hold.state in (HoldState.READY, HoldState.HOLDING):
            self._timer.start()
        else:
            self._timer.stop()
        self.changed.emit()

    def _now_ms(self) -> int:
        return round((self._clock.now() - self._origin_ms) * self._clock.speed)
