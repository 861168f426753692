"""How far into the stretch the picture is at each moment of a phase."""

from math import cos, pi

from supple.domain.routine import Phase, PhaseKind

IN_MS = 3000  # moving in is shown over the last seconds before the work
OUT_MS = 1000  # and coming out over the first of a rest
HALF_RANGE = 0.5  # how far the picture goes where it hurt


def effort(phase: Phase, elapsed_ms: int) -> float:
    """0 (the start) to 1 (the hold): the hold stays, a break comes out and goes in again, reps go to and fro.

    A switch begins at the start of the new side: the picture never shows the side that is over.
    """
    return _whole(phase, elapsed_ms) * (HALF_RANGE if phase.half_range else 1.0)


def _whole(phase: Phase, elapsed_ms: int) -> float:
    if phase.kind is PhaseKind.HOLD:
        return 1.0
    if phase.waits:
        return 0.0
    if phase.kind is PhaseKind.REPS:
        sides = 1 if phase.alternates_from is None else 2  # then `reps` counts each side
        period_ms = phase.duration_ms / ((phase.reps or 1) * sides)
        return 0.5 - 0.5 * cos(2 * pi * elapsed_ms / period_ms)
    in_ms = min(IN_MS, phase.duration_ms / 2)
    remaining_ms = phase.duration_ms - elapsed_ms
    if remaining_ms < in_ms:
        return _eased(1 - remaining_ms / in_ms)
    if phase.kind is PhaseKind.REST and elapsed_ms < OUT_MS:
        return 1 - _eased(elapsed_ms / OUT_MS)
    return 0.0


def _eased(part: float) -> float:
    """Slow at both ends."""
    part = max(0.0, min(1.0, part))
    return part * part * (3 - 2 * part)
