"""The sounds that have a meaning, and which event of a session calls for which."""

from enum import StrEnum

from supple.domain.routine import PhaseKind
from supple.domain.session import CountdownReached, Event, PhaseStarted, SessionEnded, SessionOutcome


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
ALWAYS_PLAYED = frozenset({Cue.SWITCH, Cue.FINISH})
TOO_LATE_MS = 250
"""docs/EVIDENCE.md 10.1: what is heard later would mislead, be it a sound or a word."""
PHASE_CUES = {
    PhaseKind.PREPARE: Cue.PREPARE,
    PhaseKind.HOLD: Cue.HOLD,
    PhaseKind.REPS: Cue.HOLD,
    PhaseKind.SWITCH: Cue.SWITCH,
    PhaseKind.REST: Cue.REST,
}


def cue_of(event: Event, *, late_ms: float) -> Cue | None:
    """The cue that `event` calls for when it comes `late_ms` after it was due; None when it calls for none.

    The tick counts a set's end down, the countdown a set's beginning. What would be heard too late is left out, but
    not the change of sides and the end.
    """
    match event:
        case PhaseStarted(phase=phase):
            cue = PHASE_CUES[phase.kind]
        case CountdownReached(phase=phase):
            cue = Cue.TICK if phase.kind.is_set else Cue.COUNTDOWN
        case SessionEnded(outcome=SessionOutcome.COMPLETED):
            cue = Cue.FINISH
        case _:
            return None
    return cue if late_ms <= TOO_LATE_MS or cue in ALWAYS_PLAYED else None
