"""What became of a check since the last time: never more is claimed than the measuring allows."""

from datetime import timedelta

import pytest

from supple.domain.checks.bands import Change, told_band
from supple.domain.checks.retest import Retest, retests
from supple.domain.findings import Finding
from supple.domain.record import Check, CheckRecord
from supple.domain.side import Side

from .taken import EDGE, FLOOR, TODAY, held, taken, tried

BEFORE = TODAY - timedelta(days=28)
LEFT, RIGHT = Side.LEFT, Side.RIGHT


def compared(before: CheckRecord, after: CheckRecord) -> tuple[Retest, ...]:
    return retests(taken(before, at=BEFORE), taken(after))


@pytest.mark.parametrize(
    ("was", "now", "change"),
    [
        (16.0, 6.0, Change.CHANGED),
        (16.0, 25.9, Change.UNSURE),
        (16.0, 21.0, Change.UNSURE),
        (16.0, 20.9, Change.SAME),
        (-3.0, 3.0, Change.UNSURE),
    ],
)
def test_an_angle_changed_from_ten_degrees_on(was: float, now: float, change: Change) -> None:
    pair = (
        tried(EDGE, LEFT, Finding.LIMITED, was, error=3),
        tried(EDGE, LEFT, Finding.LIMITED, now, error=3),
    )
    assert [each.change for each in compared(*pair)] == [change]


@pytest.mark.parametrize(
    ("was", "now", "change"),
    [(12.0, 22.0, Change.CHANGED), (12.0, 18.0, Change.UNSURE), (12.0, 16.9, Change.SAME)],
)
def test_a_hold_changed_from_ten_seconds_on(was: float, now: float, change: Change) -> None:
    pair = (held(RIGHT, was, early=True), held(RIGHT, now, early=False))
    assert [(each.side, each.change) for each in compared(*pair)] == [(RIGHT, change)]


@pytest.mark.parametrize(
    ("was", "now", "change"),
    [
        (Finding.LIMITED, Finding.BELOW, [Change.CHANGED]),
        (Finding.LIMITED, Finding.LEVEL, [Change.UNSURE]),
        (Finding.LEVEL, Finding.LEVEL, [Change.SAME]),
        (Finding.LIMITED, Finding.UNKNOWN, []),
        (Finding.PAIN, Finding.LEVEL, []),
    ],
)
def test_one_step_on_the_floor_could_be_measurement(was: Finding, now: Finding, change: list[Change]) -> None:
    assert [each.change for each in compared(tried(FLOOR, LEFT, was), tried(FLOOR, LEFT, now))] == change


def test_what_was_found_by_other_rules_is_compared_with_care() -> None:
    pair = (
        tried(FLOOR, LEFT, Finding.LEVEL, rules="floor-1"),
        tried(FLOOR, LEFT, Finding.LEVEL, rules="floor-2"),
    )
    assert [each.same_rules for each in compared(*pair)] == [False]


def test_only_the_same_check_of_the_same_side_is_compared() -> None:
    assert compared(tried(FLOOR, LEFT, Finding.LEVEL), tried(FLOOR, RIGHT, Finding.LEVEL)) == ()
    assert compared(held(LEFT, 20, early=False), tried(Check.BRIDGE_HOLD, LEFT, Finding.LEVEL, 40)) == ()
    assert retests(None, taken(held(LEFT, 20, early=False))) == ()


@pytest.mark.parametrize(
    ("angle", "band"),
    [
        (16.0, (15, 20)),
        (5.0, (5, 10)),
        (4.4, (-5, 5)),
        (-4.4, (-5, 5)),
        (-5.0, (-10, -5)),
        (-12.0, (-15, -10)),
        (0.0, (-5, 5)),
    ],
)
def test_bands_of_five_degrees_begin_where_level_ends(angle: float, band: tuple[int, int]) -> None:
    assert told_band(angle) == band
