"""The sounds that have a meaning, and which event of a session calls for which."""

from enum import StrEnum


class Cue(StrEnum):
    """A sound with a meaning; the value is the name of its sound file."""

    TICK = "tick"
    COUNTDOWN = "countdown"
    PREPARE = "prepare"
    HOLD = "hold"
    SWITCH = "switch"
    REST = "rest"
    FINISH = "finish"


TICKS = frozenset({Cue.TICK, Cue.COUNTDOWN})
"""The sounds that count; the others are chimes. Each kind has a volume of its own."""
