"""What became of a side since the self-test before: changed, could be measurement, or about the same."""

from dataclasses import dataclass

from supple.domain.checks.bands import Change, change_of_angle, change_of_finding, change_of_hold
from supple.domain.checks.found import AT_LENGTH, best_hold, middle_of, tries_of
from supple.domain.measurement import Unit
from supple.domain.record import Check, SelfTestRecord
from supple.domain.side import Side

HOLDS = (Check.HIP_HOLD, Check.BRIDGE_HOLD)


@dataclass(frozen=True, slots=True, kw_only=True)
class Retest:
    """One check of one side beside the same one before; `same_rules` False: to be compared with care."""

    check: Check
    side: Side
    change: Change
    same_rules: bool


def retests(before: SelfTestRecord | None, after: SelfTestRecord) -> tuple[Retest, ...]:
    """Every check that can be compared, side by side; none without a self-test before."""
    if before is None:
        return ()
    found = []
    for check in (*AT_LENGTH, *HOLDS):
        for side in (Side.LEFT, Side.RIGHT):
            change = _change(before, after, check, side)
            if change is not None:
                same = _rules(before, check, side) == _rules(after, check, side)
                found.append(Retest(check=check, side=side, change=change, same_rules=same))
    return tuple(found)


def _change(before: SelfTestRecord, after: SelfTestRecord, check: Check, side: Side) -> Change | None:
    if check in HOLDS:
        held, holds = best_hold(before, check, side), best_hold(after, check, side)
        return change_of_hold(held, holds) if held is not None and holds is not None else None
    was, now = before.finding(check, side), after.finding(check, side)
    if was is None or now is None:
        return None
    between = change_of_finding(was, now)
    angles = [middle_of(tries_of(each, check, side), Unit.DEGREES) for each in (before, after)]
    if between is not None and angles[0] is not None and angles[1] is not None:
        return change_of_angle(angles[0], angles[1])
    return between


def _rules(taken: SelfTestRecord, check: Check, side: Side) -> str:
    return next((each.rules_version for each in tries_of(taken, check, side)), "")
