"""What the answers of a check amount to: cautious readings, never a diagnosis.

The rules are those of docs/EVIDENCE.md 3.3: our own, not validated.
"""

from enum import StrEnum

from supple.domain.side import Side

RULES_VERSION = "floor-2"
"""Kept with every finding. In "floor-1" the middle answer of the floor check was worded otherwise: what was found under
other rules is read as it was, and compared with a word of warning."""


class Touch(StrEnum):
    """How the back of the watched knee and thigh lies: the answers of the floor check."""

    FLAT = "flat"
    SMALL_GAP = "small gap"
    LIFTED = "clearly lifted"
    NOT_SURE = "not sure"


class Finding(StrEnum):
    """What a check found for one side (docs/EVIDENCE.md 9.3)."""

    BELOW = "below"
    LEVEL = "level"
    LIMITED = "limited"
    UNKNOWN = "unknown"
    PAIN = "pain"


Reading = Finding
"""How one try reads: the same words as a finding."""

_MILDEST_FIRST = (Finding.BELOW, Finding.LEVEL, Finding.LIMITED)
_BY_TOUCH = {
    Touch.FLAT: Finding.BELOW,
    Touch.SMALL_GAP: Finding.LEVEL,
    Touch.LIFTED: Finding.LIMITED,
    Touch.NOT_SURE: Finding.UNKNOWN,
}


def read_try(*, touch: Touch | None, back_flat: bool | None, pain: bool) -> Finding:
    """How one try reads: pain comes first, and without a flat low back nothing can be told (docs/EVIDENCE.md 3.3)."""
    if pain:
        return Finding.PAIN
    if touch is None or back_flat is not True:
        return Finding.UNKNOWN
    return _BY_TOUCH[touch]


def combine(readings: tuple[Finding, ...]) -> tuple[Finding, bool]:
    """The finding of one side from its tries, and whether the readable tries differed.

    Pain on any try is the finding. Of two readable tries the milder counts. "May be limited" needs every try:
    beside a try that cannot be read it becomes unknown. Raises ValueError without readings.
    """
    if not readings:
        raise ValueError("a finding needs at least one try")
    if Finding.PAIN in readings:
        return Finding.PAIN, False
    readable = [reading for reading in readings if reading in _MILDEST_FIRST]
    if not readable:
        return Finding.UNKNOWN, False
    mildest = min(readable, key=_MILDEST_FIRST.index)
    if mildest is Finding.LIMITED and len(readable) < max(2, len(readings)):
        return Finding.UNKNOWN, False
    return mildest, len(set(readable)) > 1


def side_that_stayed_higher(*, left: Finding, right: Finding) -> Side | None:
    """The side to name in "your sides differ", when one may be limited and the other is below or level."""
    freer = (Finding.BELOW, Finding.LEVEL)
    if left is Finding.LIMITED and right in freer:
        return Side.LEFT
    if right is Finding.LIMITED and left in freer:
        return Side.RIGHT
    return None
