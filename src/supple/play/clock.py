"""The clock a session runs by: nobody sets it, it stands still while the machine sleeps, and it may run faster."""

import time
from collections.abc import Callable
from dataclasses import dataclass


def monotonic_ms() -> int:
    """Milliseconds of a clock that nobody sets and that stands still while the machine sleeps."""
    return time.monotonic_ns() // 1_000_000


def asleep_ms() -> int:
    """Milliseconds this machine has slept since it started; 0 where that cannot be known."""
    boot_clock = getattr(time, "CLOCK_BOOTTIME", None)
    if boot_clock is None:
        return 0
    return (time.clock_gettime_ns(boot_clock) - time.clock_gettime_ns(time.CLOCK_MONOTONIC)) // 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionClock:
    """`now` is real milliseconds; a session runs `speed` times as fast."""

    now: Callable[[], int] = monotonic_ms
    asleep: Callable[[], int] = asleep_ms
    speed: float = 1.0


REAL_TIME = SessionClock()
