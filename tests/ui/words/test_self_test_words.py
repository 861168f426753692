"""What a self-test found, in words: each check and side, and no number without its error."""

from datetime import UTC, datetime

from supple.domain.findings import Finding
from supple.domain.measurement import Measurement, Unit
from supple.domain.record import Check, CheckRecord, SelfTestRecord
from supple.domain.side import Side
from supple.ui.words.self_test_words import self_test_words


def rows(
    check: Check,
    side: Side,
    finding: Finding | None,
    *values: float,
    unit: Unit = Unit.DEGREES,
    error: float | None = 5.0,
) -> tuple[CheckRecord, ...]:
    measured = [Measurement(value=value, unit=unit, error=error) for value in values] or [None]
    return tuple(
        CheckRecord(check=check, side=side, try_number=number, answer="", finding=finding, measured=each)
        for number, each in enumerate(measured, start=1)
    )


def said(*checks: tuple[CheckRecord, ...]) -> tuple[str, ...]:
    flat = tuple(row for group in checks for row in group)
    return self_test_words(
        SelfTestRecord(self_test_id="t", taken_at=datetime(2026, 7, 22, tzinfo=UTC), checks=flat)
    )


def test_an_angle_stands_with_its_error_left_before_right_in_the_order_of_a_sitting() -> None:
    tape = rows(Check.HIP_LENGTH_TAPE, Side.RIGHT, Finding.LEVEL, -4, -2, error=4.2)
    photo = rows(Check.HIP_LENGTH_EDGE, Side.LEFT, Finding.LIMITED, 14, 16, 17)
    assert said(tape, photo) == (
        "Photo, left: 16° above level, give or take 5°.",
        "Tape, right: 3° below level, give or take 5°.",
    )


def test_photos_that_lie_apart_have_an_error_that_is_not_told_to_be_less() -> None:
    photo = rows(Check.HIP_LENGTH_EDGE, Side.LEFT, Finding.LIMITED, 13.4, 16, 18.7)
    assert said(photo) == ("Photo, left: 16° above level, give or take 6°.",)


def test_where_nothing_can_be_told_there_is_no_number() -> None:
    assert said(
        rows(Check.HIP_LENGTH_EDGE, Side.LEFT, Finding.UNKNOWN, 3, 16),
        rows(Check.HIP_LENGTH_TAPE, Side.LEFT, Finding.PAIN),
        rows(Check.HIP_LENGTH_TAPE, Side.RIGHT, None, 8),
    ) == ("Photo, left: Cannot tell.", "Tape, left: Pain noted.")


def test_checks_without_an_angle_say_their_word_or_their_seconds() -> None:
    assert said(
        rows(Check.HIP_LENGTH_FLOOR, Side.RIGHT, Finding.BELOW),
        rows(Check.MARCH, Side.LEFT, Finding.LIMITED),
        rows(Check.MARCH, Side.RIGHT, Finding.LEVEL),
        rows(Check.HIP_HOLD, Side.LEFT, Finding.LIMITED, 18.7, 26.9, unit=Unit.SECONDS, error=None),
        rows(Check.BRIDGE_HOLD, Side.LEFT, Finding.LEVEL, 41.2, unit=Unit.SECONDS, error=None),
    ) == (
        "On the floor, right: Rests down.",
        "Slow march, left: not steady.",
        "Slow march, right: steady.",
        "Lift hold, left: 26 s of 30 s.",
        "Bridge hold, left: 41 s.",
    )
