"""The checks a person can choose: their order in one sitting, how long each takes and what it needs.

The order is ours: what lies on the back first, what tires last, and the bridge after everything.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from supple.domain.record import Check, SelfTestRecord

ORDER = (
    Check.HIP_LENGTH_FLOOR,
    Check.HIP_LENGTH_EDGE,
    Check.HIP_LENGTH_TAPE,
    Check.HEEL_TO_BUTTOCK,
    Check.MARCH,
    Check.HIP_HOLD,
    Check.BRIDGE_HOLD,
)


class Need(StrEnum):
    """What has to be there for a check."""

    FLOOR = "a mat or a firm floor"
    ALONE = "alone is fine"
    EDGE = "a firm bed edge"
    SOMEBODY = "somebody beside you"
    PHONE = "a phone"
    TAPE = "a tape measure"
    CHAIR = "a chair"
    STRAP = "a strap or a towel"


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckFacts:
    """`minutes` for both sides, walk and rests included, rounded up."""

    minutes: int
    needs: tuple[Need, ...]


FACTS = {
    Check.HIP_LENGTH_FLOOR: CheckFacts(minutes=5, needs=(Need.FLOOR, Need.ALONE)),
    Check.HIP_LENGTH_EDGE: CheckFacts(minutes=8, needs=(Need.EDGE, Need.SOMEBODY, Need.PHONE)),
    Check.HIP_LENGTH_TAPE: CheckFacts(minutes=8, needs=(Need.EDGE, Need.SOMEBODY, Need.TAPE)),
    Check.HEEL_TO_BUTTOCK: CheckFacts(minutes=3, needs=(Need.FLOOR, Need.STRAP)),
    Check.MARCH: CheckFacts(minutes=2, needs=(Need.FLOOR,)),
    Check.HIP_HOLD: CheckFacts(minutes=4, needs=(Need.CHAIR,)),
    Check.BRIDGE_HOLD: CheckFacts(minutes=4, needs=(Need.FLOOR,)),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckRow:
    """One row of the choice: `only_one` of its checks at a time, or any of them."""

    checks: tuple[Check, ...]
    only_one: bool = False


ROWS = (
    CheckRow(checks=(Check.HIP_LENGTH_FLOOR,)),
    CheckRow(checks=(Check.HIP_LENGTH_EDGE, Check.HIP_LENGTH_TAPE), only_one=True),
    CheckRow(checks=(Check.HIP_HOLD, Check.BRIDGE_HOLD, Check.MARCH)),
    CheckRow(checks=(Check.HEEL_TO_BUTTOCK,)),
)


def in_sitting_order(chosen: Collection[Check]) -> tuple[Check, ...]:
    """`chosen` in the order of a sitting."""
    return tuple(check for check in ORDER if check in chosen)


def minutes_of(chosen: Collection[Check]) -> int:
    """How long a sitting with `chosen` takes."""
    return sum(FACTS[check].minutes for check in chosen)


def needs_of(chosen: Collection[Check]) -> tuple[Need, ...]:
    """What `chosen` need, each once; alone is fine only where nobody is needed."""
    needed = {need for check in chosen for need in FACTS[check].needs}
    if Need.SOMEBODY in needed:
        needed.discard(Need.ALONE)
    return tuple(need for need in Need if need in needed)


def last_done(taken: Iterable[SelfTestRecord]) -> dict[Check, datetime]:
    """When each check last found something, out of self-tests of which the newest comes last."""
    return {row.check: test.taken_at for test in taken for row in test.checks if row.finding is not None}
