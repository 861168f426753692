"""What the checks of a sitting amount to for each side, how sure, and where it leads (docs/EVIDENCE.md 3.11)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from supple.domain.checks.bands import SIDES_DIFFER_DEG, whole_degrees
from supple.domain.checks.context import NOTHING_SAID, Context
from supple.domain.checks.decision_rules import (
    LENGTH,
    PAIN,
    STRENGTH,
    Grade,
    Lean,
    Length,
    Rule,
    Strength,
    rule_for,
)
from supple.domain.checks.found import (
    AT_LENGTH,
    LengthFound,
    LiftFound,
    length_read,
    lengths_of,
    lift_of,
    milder,
)
from supple.domain.findings import Finding, side_that_stayed_higher
from supple.domain.record import Check, CheckRecord, SelfTestRecord
from supple.domain.side import Side

DECISION_VERSION = "decision-1"
"""Kept with every reading: what was read by other rules stays as it was read."""

_SIDES = (Side.LEFT, Side.RIGHT)


class Agreement(StrEnum):
    """Whether what is known of one thing comes from more than one check."""

    CHECKS = "two checks agree"
    DAYS = "the same check on two days"
    DIFFER = "two checks differ"


@dataclass(frozen=True, slots=True, kw_only=True)
class SideReading:
    """What the checks of one side amount to, and what that rests on; `grade` is None where nothing is read.

    `is_hurt`: there was pain that nobody called mild.
    """

    side: Side
    rule: Rule
    grade: Grade | None
    lengths: tuple[LengthFound, ...]
    lift: LiftFound
    agreements: Mapping[str, Agreement] = field(default_factory=dict)
    leans: tuple[Lean, ...] = ()
    is_hurt: bool = False

    @property
    def length_finding(self) -> Finding | None:
        """The finding of length: where two checks differ the milder counts. None when none was done."""
        return milder(self.lengths)

    @property
    def told(self) -> LengthFound | None:
        """The check of length to tell of: one that says what counts, if possible with an angle."""
        counts = [found for found in self.lengths if found.finding is self.length_finding]
        return counts[-1] if counts else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """Each side's own reading; a side without any check has none."""

    sides: Mapping[Side, SideReading] = field(default_factory=dict)

    @property
    def is_hurt(self) -> bool:
        """Whether a check hurt and nobody said that it was mild: then nothing is suggested."""
        return any(reading.is_hurt for reading in self.sides.values())

    @property
    def higher(self) -> Side | None:
        """The side that stayed higher, when the two differ."""
        if len(self.sides) < len(_SIDES):
            return None
        left, right = self.sides[Side.LEFT], self.sides[Side.RIGHT]
        return _higher_by_angle(left, right) or side_that_stayed_higher(
            left=left.length_finding or Finding.UNKNOWN, right=right.length_finding or Finding.UNKNOWN
        )

    @property
    def follows(self) -> Side | None:
        """The more limited side, which the plan follows; None when neither is."""
        readings = list(self.sides.values())
        if len(readings) < len(_SIDES):
            return None
        if readings[0].rule is readings[1].rule:
            return self.higher
        return max(readings, key=_rank).side

    @property
    def leading(self) -> SideReading | None:
        """The reading of the more limited side, which says where all of it leads; the left one when they are alike."""
        return max(self.sides.values(), key=_rank, default=None)

    @property
    def routines(self) -> tuple[str, ...]:
        """The ids of the routines that fit, the best first: none after pain, a gentle one without any reading."""
        leading = self.leading
        if self.is_hurt:
            return ()
        return PAIN.routines if leading is None else leading.rule.routines


def decision_of(
    taken: SelfTestRecord | None, *, earlier: SelfTestRecord | None = None, context: Context = NOTHING_SAID
) -> Decision:
    """What `taken` amounts to; `earlier` is the self-test before it, which can agree with it."""
    if taken is None:
        return Decision()
    readings = (_read(taken, side, earlier, context) for side in _SIDES)
    return Decision(sides={reading.side: reading for reading in readings if reading is not None})


def _read(
    taken: SelfTestRecord, side: Side, earlier: SelfTestRecord | None, context: Context
) -> SideReading | None:
    if not any(each.side is side and each.finding is not None for each in taken.checks):
        return None
    lengths, lift = lengths_of(taken, side), lift_of(taken, side)
    leans = context.leans
    sore = [each for each in taken.checks if each.side is side and each.finding is Finding.PAIN]
    if sore:
        hurt = not all(any(each.was_mild for each in sore if each.check is check) for check in _checks(sore))
        return SideReading(side=side, rule=PAIN, grade=None, lengths=lengths, lift=lift, is_hurt=hurt)
    rule = rule_for(length_read(lengths), lift.strength, leans[0] if len(leans) == 1 else None)
    agreements = _agreements(taken, side, earlier)
    sure = rule.agreeing and all(
        agreements.get(what) in (Agreement.CHECKS, Agreement.DAYS) for what in rule.agreeing
    )
    grade = Grade.MODERATE if sure else Grade.LOW
    return SideReading(
        side=side,
        rule=rule,
        grade=grade if rule.graded else None,
        lengths=lengths,
        lift=lift,
        agreements=agreements,
        leans=leans,
    )


def _agreements(taken: SelfTestRecord, side: Side, earlier: SelfTestRecord | None) -> dict[str, Agreement]:
    """What agrees: the floor with an angle, the lift with the march, or the same check on the day before."""
    lift = lift_of(taken, side)
    found = {
        LENGTH: _together(_told_lengths(taken, side)),
        STRENGTH: None
        if lift.steady is None or lift.strength is Strength.UNKNOWN
        else Agreement.CHECKS
        if lift.steady is (lift.strength is Strength.GOOD)
        else Agreement.DIFFER,
    }
    if earlier is not None and earlier.taken_at.date() != taken.taken_at.date():
        before, now = _told_lengths(earlier, side), _told_lengths(taken, side)
        if earlier.rules_version == taken.rules_version and any(
            before.get(check) is told for check, told in now.items()
        ):
            found[LENGTH] = found[LENGTH] or Agreement.DAYS
        if lift.strength is not Strength.UNKNOWN and lift_of(earlier, side).strength is lift.strength:
            found[STRENGTH] = found[STRENGTH] or Agreement.DAYS
    return {what: agreement for what, agreement in found.items() if agreement is not None}


def _together(told: Mapping[Check, Length]) -> Agreement | None:
    """The floor beside an angle; an angle beside another is the same thing seen twice, and counts only against."""
    if len(set(told.values())) > 1:
        return Agreement.DIFFER
    return Agreement.CHECKS if len(told) > 1 and Check.HIP_LENGTH_FLOOR in told else None


def _told_lengths(taken: SelfTestRecord, side: Side) -> dict[Check, Length]:
    told = {found.check: length_read((found,)) for found in lengths_of(taken, side)}
    return {check: length for check, length in told.items() if length is not Length.UNKNOWN}


def _higher_by_angle(left: SideReading, right: SideReading) -> Side | None:
    """The side whose angle is larger by enough, measured in the same way on both."""
    for check in AT_LENGTH:
        angles = [
            found.angle
            for reading in (left, right)
            for found in reading.lengths
            if found.check is check and found.angle is not None
        ]
        if len(angles) == len(_SIDES):
            apart = whole_degrees(angles[0].value) - whole_degrees(angles[1].value)
            if abs(apart) >= SIDES_DIFFER_DEG:
                return Side.LEFT if apart > 0 else Side.RIGHT
    return None


def _checks(records: Iterable[CheckRecord]) -> frozenset[Check]:
    return frozenset(each.check for each in records)


def _rank(reading: SideReading) -> int:
    return reading.rule.rank
