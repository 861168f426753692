"""Self-tests as they would be kept, by hand: one try of a check on a side."""

from datetime import UTC, datetime

from supple.domain.findings import Finding
from supple.domain.measurement import Measurement, Unit
from supple.domain.record import Check, CheckRecord, SelfTestRecord
from supple.domain.side import Side

TODAY = datetime(2026, 6, 27, 9, 0, tzinfo=UTC)
FLOOR, EDGE, TAPE = Check.HIP_LENGTH_FLOOR, Check.HIP_LENGTH_EDGE, Check.HIP_LENGTH_TAPE
_UNITS = {
    EDGE: Unit.DEGREES,
    TAPE: Unit.DEGREES,
    Check.HIP_HOLD: Unit.SECONDS,
    Check.BRIDGE_HOLD: Unit.SECONDS,
}


def tried(
    check: Check,
    side: Side,
    finding: Finding,
    value: float | None = None,
    *,
    number: int = 1,
    error: float | None = None,
    answer: str = "",
    rules: str = "",
) -> CheckRecord:
    """One try, with what it measured in the check's own unit."""
    measured = None if value is None else Measurement(value=value, unit=_UNITS[check], error=error)
    return CheckRecord(
        check=check,
        side=side,
        try_number=number,
        answer=answer,
        finding=finding,
        measured=measured,
        rules_version=rules,
    )


def taken(*checks: CheckRecord, at: datetime = TODAY) -> SelfTestRecord:
    return SelfTestRecord(self_test_id=f"{at:%j}", taken_at=at, checks=checks)


def held(side: Side, seconds: float, *, early: bool) -> CheckRecord:
    """A seated lift."""
    return tried(Check.HIP_HOLD, side, Finding.LIMITED if early else Finding.LEVEL, seconds)


def on_the_floor(left: Finding | None, right: Finding | None, *, at: datetime = TODAY) -> SelfTestRecord:
    """The floor check alone; None is a side that was not checked."""
    sides = ((Side.LEFT, left), (Side.RIGHT, right))
    return taken(*(tried(FLOOR, side, finding) for side, finding in sides if finding is not None), at=at)
