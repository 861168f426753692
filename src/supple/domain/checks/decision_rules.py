"""The table of what the checks of one side amount to: docs/DECISION.md is made from it (docs/EVIDENCE.md 3.11).

Ours, and not validated. Each row leads to routines, the best first.
"""

from dataclasses import dataclass
from enum import StrEnum


class Length(StrEnum):
    """What the checks of length say of one side."""

    LIMITED = "may be limited"
    FREE = "rests down or is about level"
    UNKNOWN = "not checked, or cannot be told"


class Strength(StrEnum):
    """What the seated lift says of one side."""

    EARLY = "tired early"
    GOOD = "did not tire early"
    UNKNOWN = "not checked, or cannot be told"


class Lean(StrEnum):
    """Which way the answers beside the checks lean; they decide nothing alone."""

    LENGTH = "sits long, is little active"
    STRENGTH = "the tight feeling soon comes back, or comes late"


class Emphasis(StrEnum):
    """What to start with: a name for a plan, not for the state of a body."""

    LENGTH = "length first"
    STRENGTH = "strength first"
    COMBINED = "combined"
    NEITHER = "neither stands out"
    UNTOLD = "cannot tell"
    LEFT_OUT = "left out"


class Grade(StrEnum):
    """How sure a reading is; there are two grades and no number."""

    MODERATE = "moderately sure"
    LOW = "not very sure"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One row. `lean` None fits whichever way the answers lean.

    `rank` says whose side the plan follows: the larger is the more limited. `agreeing` names of what two checks must
    agree for a reading to be moderately sure; nothing for one that never is. `graded` is False where nothing is read.
    """

    rule_id: str
    length: Length
    strength: Strength
    emphasis: Emphasis
    routines: tuple[str, ...]
    rank: int
    lean: Lean | None = None
    agreeing: tuple[str, ...] = ()
    graded: bool = True


LENGTH, STRENGTH = "length", "strength"

RULES = (
    Rule(
        rule_id="both",
        length=Length.LIMITED,
        strength=Strength.EARLY,
        emphasis=Emphasis.COMBINED,
        routines=("mixed_plan", "article_routine"),
        rank=5,
        agreeing=(LENGTH, STRENGTH),
    ),
    Rule(
        rule_id="length",
        length=Length.LIMITED,
        strength=Strength.GOOD,
        emphasis=Emphasis.LENGTH,
        routines=("tight_plan", "article_routine"),
        rank=4,
        agreeing=(LENGTH,),
    ),
    Rule(
        rule_id="length_leaning",
        length=Length.LIMITED,
        strength=Strength.UNKNOWN,
        lean=Lean.LENGTH,
        emphasis=Emphasis.LENGTH,
        routines=("tight_plan", "article_routine"),
        rank=4,
    ),
    Rule(
        rule_id="length_alone",
        length=Length.LIMITED,
        strength=Strength.UNKNOWN,
        emphasis=Emphasis.COMBINED,
        routines=("mixed_plan", "article_routine"),
        rank=4,
    ),
    Rule(
        rule_id="strength",
        length=Length.FREE,
        strength=Strength.EARLY,
        emphasis=Emphasis.STRENGTH,
        routines=("weak_plan", "gentle_week1"),
        rank=3,
        agreeing=(STRENGTH,),
    ),
    Rule(
        rule_id="strength_leaning",
        length=Length.UNKNOWN,
        strength=Strength.EARLY,
        lean=Lean.STRENGTH,
        emphasis=Emphasis.STRENGTH,
        routines=("weak_plan", "gentle_week1"),
        rank=3,
    ),
    Rule(
        rule_id="strength_alone",
        length=Length.UNKNOWN,
        strength=Strength.EARLY,
        emphasis=Emphasis.COMBINED,
        routines=("mixed_plan", "gentle_week1"),
        rank=3,
    ),
    Rule(
        rule_id="neither",
        length=Length.FREE,
        strength=Strength.GOOD,
        emphasis=Emphasis.NEITHER,
        routines=("pre_workout", "desk_day"),
        rank=2,
        agreeing=(LENGTH, STRENGTH),
    ),
    Rule(
        rule_id="length_clear",
        length=Length.FREE,
        strength=Strength.UNKNOWN,
        emphasis=Emphasis.NEITHER,
        routines=("pre_workout", "desk_day"),
        rank=2,
    ),
    Rule(
        rule_id="length_untold",
        length=Length.UNKNOWN,
        strength=Strength.GOOD,
        emphasis=Emphasis.UNTOLD,
        routines=("gentle_week1",),
        rank=1,
        graded=False,
    ),
    Rule(
        rule_id="untold",
        length=Length.UNKNOWN,
        strength=Strength.UNKNOWN,
        emphasis=Emphasis.UNTOLD,
        routines=("gentle_week1",),
        rank=1,
        graded=False,
    ),
)
"""The first row that fits counts. Pain is no row: it comes before all of them."""

PAIN = Rule(
    rule_id="pain",
    length=Length.UNKNOWN,
    strength=Strength.UNKNOWN,
    emphasis=Emphasis.LEFT_OUT,
    routines=("gentle_week1",),
    rank=0,
    graded=False,
)
"""Pain in a check leaves its side out. Where it was not mild nothing is suggested at all; where it was and the other
side leads nowhere, it begins gently."""


def rule_for(length: Length, strength: Strength, lean: Lean | None) -> Rule:
    """The row that fits."""
    return next(
        rule
        for rule in RULES
        if rule.length is length and rule.strength is strength and rule.lean in (None, lean)
    )
