"""What was found for one side, out of the tries of a sitting: its length by each check, and its lift."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from supple.domain.checks.decision_rules import Length, Strength
from supple.domain.findings import Finding
from supple.domain.measurement import Measurement, Unit
from supple.domain.record import Check, CheckRecord, SelfTestRecord
from supple.domain.side import Side

AT_LENGTH = (Check.HIP_LENGTH_FLOOR, Check.HIP_LENGTH_EDGE, Check.HIP_LENGTH_TAPE)
"""The checks of length; those with an angle after the one without."""
NOT_SURE = "not sure"
"""The word in the answer of a try whose time cannot be read: nobody knows what ended it."""
_MILDEST_FIRST = (Finding.BELOW, Finding.LEVEL, Finding.LIMITED)


@dataclass(frozen=True, slots=True, kw_only=True)
class LengthFound:
    """What one check of length found for a side: `angle` is in the middle of its tries."""

    check: Check
    finding: Finding
    angle: Measurement | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LiftFound:
    """The seated lift of one side: its finding, its best try, by how much that is less than the other's; the march.

    `finding` is LIMITED where it tired early, LEVEL where it did not, None where it was not done. `less_s` is 0 where
    the other side was not better or not checked; `steady` is None without a march.
    """

    finding: Finding | None = None
    hold: Measurement | None = None
    less_s: float = 0.0
    steady: bool | None = None

    @property
    def strength(self) -> Strength:
        """How it reads; a march alone does not tell."""
        known = {Finding.LIMITED: Strength.EARLY, Finding.LEVEL: Strength.GOOD}
        return Strength.UNKNOWN if self.finding is None else known.get(self.finding, Strength.UNKNOWN)


def lengths_of(taken: SelfTestRecord, side: Side) -> tuple[LengthFound, ...]:
    """What each check of length found for `side`."""
    found = []
    for check in AT_LENGTH:
        finding = taken.finding(check, side)
        if finding is not None:
            angle = middle_of(tries_of(taken, check, side), Unit.DEGREES)
            found.append(LengthFound(check=check, finding=finding, angle=angle))
    return tuple(found)


def lift_of(taken: SelfTestRecord, side: Side) -> LiftFound:
    """What the seated lift and the slow march found for `side`."""
    own, other = best_hold(taken, Check.HIP_HOLD, side), best_hold(taken, Check.HIP_HOLD, side.other)
    marched = taken.finding(Check.MARCH, side)
    return LiftFound(
        finding=taken.finding(Check.HIP_HOLD, side),
        hold=own,
        less_s=max(0.0, other.value - own.value) if own is not None and other is not None else 0.0,
        steady={Finding.LEVEL: True, Finding.LIMITED: False}.get(marched) if marched is not None else None,
    )


def tries_of(taken: SelfTestRecord, check: Check, side: Side) -> tuple[CheckRecord, ...]:
    """The tries of one check on one side."""
    return tuple(each for each in taken.checks if each.check is check and each.side is side)


def best_hold(taken: SelfTestRecord, check: Check, side: Side) -> Measurement | None:
    """The longest hold of the tries that can be read."""
    held = [
        each.measured
        for each in tries_of(taken, check, side)
        if each.measured is not None
        and each.measured.unit is Unit.SECONDS
        and NOT_SURE not in each.answer.split(", ")
    ]
    return max(held, key=_number, default=None)


def middle_of(tries: Sequence[CheckRecord], unit: Unit) -> Measurement | None:
    """The middle one of what the tries measured; of two, both taken together, with the larger error.

    The error of photos is at least how far they lie apart (docs/EVIDENCE.md 3.13).
    """
    measured = sorted(
        (each.measured for each in tries if each.measured is not None and each.measured.unit is unit),
        key=_number,
    )
    if not measured:
        return None
    low, high = measured[(len(measured) - 1) // 2], measured[len(measured) // 2]
    errors = [each.error for each in (low, high) if each.error is not None]
    if errors and tries[0].check is Check.HIP_LENGTH_EDGE:
        errors.append(measured[-1].value - measured[0].value)
    return Measurement(value=(low.value + high.value) / 2, unit=unit, error=max(errors) if errors else None)


def length_read(lengths: Iterable[LengthFound]) -> Length:
    """How the checks of length read together."""
    finding = milder(lengths)
    if finding is Finding.LIMITED:
        return Length.LIMITED
    return Length.FREE if finding in _MILDEST_FIRST else Length.UNKNOWN


def milder(lengths: Iterable[LengthFound]) -> Finding | None:
    """The finding that counts: of those that tell something the milder; None without any."""
    findings = [found.finding for found in lengths]
    readable = [finding for finding in findings if finding in _MILDEST_FIRST]
    if readable:
        return min(readable, key=_MILDEST_FIRST.index)
    return findings[0] if findings else None


def _number(measured: Measurement) -> float:
    return measured.value
