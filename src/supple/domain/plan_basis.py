"""What a plan follows from: the reading of the more limited side, with the numbers that its reasons name."""

from supple.domain.checks.context import NOTHING_SAID, Context
from supple.domain.checks.decision import Decision, decision_of
from supple.domain.checks.decision_rules import Emphasis
from supple.domain.findings import Finding
from supple.domain.plan import PlanBasis, PlanLead
from supple.domain.record import Check, SelfTestRecord
from supple.domain.side import Side

_LEADS = {
    Emphasis.LENGTH: PlanLead.LENGTH,
    Emphasis.STRENGTH: PlanLead.STRENGTH,
    Emphasis.COMBINED: PlanLead.COMBINED,
    Emphasis.NEITHER: PlanLead.NEITHER,
    Emphasis.UNTOLD: PlanLead.CANNOT_TELL,
    Emphasis.LEFT_OUT: PlanLead.CANNOT_TELL,
}
_SIDES = (Side.LEFT, Side.RIGHT)


def basis_of(taken: SelfTestRecord | None, *, said: Context = NOTHING_SAID) -> PlanBasis:
    """The basis of a plan after this check and what was `said` beside it; without one the person chooses."""
    decision = decision_of(taken, context=said)
    leading = decision.leading
    if taken is None or leading is None:
        return PlanBasis(lead=PlanLead.CHOSEN)
    side = decision.follows
    return PlanBasis(
        lead=_LEADS[leading.rule.emphasis],
        side=side,
        difference_deg=_difference(decision, side),
        held_s=_held(decision),
        front_thigh=any(taken.finding(Check.HEEL_TO_BUTTOCK, each) is Finding.LIMITED for each in _SIDES),
        self_test_id=taken.self_test_id,
    )


def _difference(decision: Decision, higher: Side | None) -> float | None:
    """By how much the thigh of the more limited side stayed higher, where both were measured in one way."""
    if higher is None or higher not in decision.sides or higher.other not in decision.sides:
        return None
    other = {found.check: found.angle for found in decision.sides[higher.other].lengths}
    for found in reversed(decision.sides[higher].lengths):
        beside = other.get(found.check)
        if found.angle is not None and beside is not None and found.angle.value > beside.value:
            return found.angle.value - beside.value
    return None


def _held(decision: Decision) -> float | None:
    """The shorter of the holds."""
    held = [reading.lift.hold.value for reading in decision.sides.values() if reading.lift.hold is not None]
    return min(held, default=None)
