"""What the picture does at each moment of a phase: which side, how far into the stretch, how full of breath."""

from dataclasses import dataclass
from math import cos, pi

from supple.domain.routine import Phase, PhaseKind
from supple.domain.side import Side

IN_MS = 3000  # moving in is shown over the last seconds before the work
OUT_MS = 1000  # and coming out over the first of a rest
STRIDE_MS = 2400  # there and back where nothing is counted, as in a walk
BREATH_MS = 6000  # one slow breath in and out
HALF_RANGE = 0.5  # how far the picture goes where it hurt


@dataclass(frozen=True, slots=True, kw_only=True)
class Pose:
    """`effort` is 0 at the start and 1 in the hold; `breath` 0 to 1 while a hold is held, None otherwise."""

    side: Side
    effort: float
    breath: float | None = None


def pose(phase: Phase, elapsed_ms: int) -> Pose:
    """The hold stays and breathes, a rest comes out and goes in again, reps and walks go to and fro.

    A change of side shows the start of the side that is named, from its first moment. Reps that alternate turn with
    each one.
    """
    return Pose(
        side=_side(phase, elapsed_ms),
        effort=_effort(phase, elapsed_ms) * (HALF_RANGE if phase.half_range else 1.0),
        breath=_swing(elapsed_ms, BREATH_MS) if _is_still(phase) else None,
    )


def _side(phase: Phase, elapsed_ms: int) -> Side:
    if phase.alternates_from is not None:
        is_first = elapsed_ms // _period_ms(phase) % 2 == 0
        return phase.alternates_from if is_first else phase.alternates_from.other
    return phase.side


def _effort(phase: Phase, elapsed_ms: int) -> float:
    if _is_still(phase):
        return 1.0
    if phase.kind.is_set:
        return _swing(elapsed_ms, _period_ms(phase))
    if phase.in_motion:
        return 0.0
    if phase.kind is PhaseKind.REST and elapsed_ms < OUT_MS:
        return 1 - _eased(elapsed_ms / OUT_MS)
    if phase.waits:
        return 0.0
    in_ms = min(IN_MS, phase.duration_ms / 2)
    remaining_ms = phase.duration_ms - elapsed_ms
    return _eased(1 - remaining_ms / in_ms) if remaining_ms < in_ms else 0.0


def _period_ms(phase: Phase) -> int:
    """One repetition; of alternating ones `reps` counts each side. Where nothing is counted, one stride."""
    if phase.kind is PhaseKind.HOLD:
        return STRIDE_MS
    sides = 1 if phase.alternates_from is None else 2
    return max(1, phase.duration_ms // ((phase.reps or 1) * sides))


def _is_still(phase: Phase) -> bool:
    return phase.kind is PhaseKind.HOLD and not phase.in_motion


def _swing(elapsed_ms: int, period_ms: int) -> float:
    return 0.5 - 0.5 * cos(2 * pi * elapsed_ms / period_ms)


def _eased(part: float) -> float:
    """Slow at both ends."""
    part = max(0.0, min(1.0, part))
    return part * part * (3 - 2 * part)
