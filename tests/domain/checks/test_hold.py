"""What the tries of a timed hold amount to, how they are kept, and the clock that times them."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supple.domain.checks.hold import (
    RULES,
    HoldForm,
    HoldTry,
    best_of,
    forms_of,
    hold_checks,
    hold_tries,
)
from supple.domain.checks.hold_clock import MS, READY_S, BeatKind, HoldClock, HoldState
from supple.domain.checks.march import LIFT_S, LIFTS, lift_at
from supple.domain.findings import Finding
from supple.domain.record import Check
from supple.domain.side import Side

LIFT = Check.HIP_HOLD
CAP_S = RULES[LIFT].cap_s
MARCH_S = LIFTS * 2 * LIFT_S
DAY_MS = 24 * 3600 * MS


def held(side: Side, number: int, seconds: float, form: HoldForm = HoldForm.STEADY) -> HoldTry:
    return HoldTry(side=side, try_number=number, stopped_s=seconds, form=form)


def found(*tries: HoldTry) -> dict[Side, Finding | None]:
    return {row.side: row.finding for row in hold_checks(LIFT, tries)}


@pytest.mark.parametrize(
    ("left", "right", "findings"),
    [
        ((14.9, 9.0), (20.0, 18.0), (Finding.LIMITED, Finding.LEVEL)),
        ((15.0, 9.0), (20.0, 18.0), (Finding.LEVEL, Finding.LEVEL)),
        ((19.9, 9.0), (30.0, 18.0), (Finding.LIMITED, Finding.LEVEL)),
        ((20.1, 9.0), (30.0, 18.0), (Finding.LEVEL, Finding.LEVEL)),
        ((8.0, 9.0), (10.0, 12.0), (Finding.LIMITED, Finding.LIMITED)),
    ],
)
def test_under_15_seconds_or_10_less_than_the_other_side_may_tire_early(
    left: tuple[float, float], right: tuple[float, float], findings: tuple[Finding, Finding]
) -> None:
    tries = [held(Side.LEFT, n + 1, s) for n, s in enumerate(left)]
    tries += [held(Side.RIGHT, n + 1, s) for n, s in enumerate(right)]
    assert tuple(found(*tries).values()) == findings


def test_the_better_try_counts_and_one_that_nobody_is_sure_of_does_not() -> None:
    tries = (held(Side.LEFT, 1, 12.0), held(Side.LEFT, 2, 29.0, HoldForm.NOT_SURE))
    assert best_of(tries, Side.LEFT) == 12.0
    unsure = (held(Side.LEFT, 1, 12.0, HoldForm.NOT_SURE), held(Side.LEFT, 2, 9.0, HoldForm.NOT_SURE))
    assert found(*unsure) == {Side.LEFT: Finding.UNKNOWN}


def test_no_time_of_a_bridge_is_called_early_and_its_times_are_kept() -> None:
    tries = (held(Side.LEFT, 1, 4.0), held(Side.RIGHT, 1, 58.0, HoldForm.TURNED))
    rows = hold_checks(Check.BRIDGE_HOLD, tries)
    assert [row.finding for row in rows] == [Finding.LEVEL, Finding.LEVEL]
    assert [row.measured.value for row in rows if row.measured] == [4.0, 58.0]
    assert rows[1].answer == "pelvis turned"


def test_a_march_is_steady_or_not_and_has_no_time() -> None:
    march = Check.MARCH
    tries = (held(Side.LEFT, 1, 80.0), held(Side.RIGHT, 1, 80.0, HoldForm.ARCHED))
    rows = hold_checks(march, tries)
    assert [row.finding for row in rows] == [Finding.LEVEL, Finding.LIMITED]
    assert [row.measured for row in rows] == [None, None]
    assert set(hold_tries(rows, march)) == set(tries)
    unsure = hold_checks(march, [held(Side.LEFT, 1, 80.0, HoldForm.NOT_SURE)])
    assert unsure[0].finding is Finding.UNKNOWN


def test_a_march_that_was_stopped_early_cannot_be_called_steady() -> None:
    march, cut = Check.MARCH, HoldTry(side=Side.LEFT, try_number=1, stopped_s=31.0)
    assert HoldForm.STEADY not in forms_of(cut, RULES[march])
    (row,) = hold_checks(march, [replace(cut, form=HoldForm.ROCKED)])
    assert row.answer == "pelvis rocked, cut short"
    (again,) = hold_tries([row], march)
    assert HoldForm.STEADY not in forms_of(again, RULES[march])


def test_the_feet_take_turns_ten_times_each_at_four_seconds_a_lift() -> None:
    assert RULES[Check.MARCH].cap_s == MARCH_S
    lifts = [lift_at(second * MS) for second in range(MARCH_S)]
    assert [(each.side, each.number) for each in lifts[::LIFT_S]] == [
        (side, number) for number in range(1, LIFTS + 1) for side in (Side.LEFT, Side.RIGHT)
    ]
    assert [each.goes_up for each in lifts[:LIFT_S]] == [True, True, False, False]
    assert lift_at(DAY_MS) == lift_at(MARCH_S * MS - 1)


@pytest.mark.parametrize(
    ("first", "second", "finding"),
    [
        (HoldForm.SHORT, HoldForm.SHORT, Finding.LIMITED),
        (HoldForm.SHORT, HoldForm.PAST, Finding.LEVEL),
        (HoldForm.NEAR, HoldForm.NOT_SURE, Finding.LEVEL),
        (HoldForm.SHORT, HoldForm.NOT_SURE, Finding.UNKNOWN),
        (HoldForm.NOT_SURE, HoldForm.NOT_SURE, Finding.UNKNOWN),
    ],
)
def test_a_heel_points_to_the_thigh_only_where_both_tries_say_so(
    first: HoldForm, second: HoldForm, finding: Finding
) -> None:
    tries = (held(Side.LEFT, 1, 0.0, first), held(Side.LEFT, 2, 0.0, second))
    rows = hold_checks(Check.HEEL_TO_BUTTOCK, tries)
    assert {row.finding for row in rows} == {finding}
    assert {row.measured for row in rows} == {None}
    assert hold_tries(rows, Check.HEEL_TO_BUTTOCK) == tries


def test_pain_comes_before_any_time() -> None:
    tries = (held(Side.LEFT, 1, 28.0), HoldTry(side=Side.LEFT, try_number=2, pain=True))
    assert found(*tries) == {Side.LEFT: Finding.PAIN}


def test_a_clock_stopped_late_is_set_back_and_says_from_where() -> None:
    late = HoldTry(side=Side.RIGHT, try_number=1, stopped_s=17.4, form=HoldForm.LEANED, set_back_s=13)
    (row,) = hold_checks(LIFT, [late])
    assert row.measured is not None
    assert (row.measured.value, row.answer) == (13.0, "leaned back, set back from 17.4 s")
    assert row.finding is Finding.LIMITED


@given(
    tries=st.lists(
        st.builds(
            HoldTry,
            side=st.sampled_from([Side.LEFT, Side.RIGHT]),
            try_number=st.integers(1, 2),
            stopped_s=st.integers(10, 300).map(lambda tenths: tenths / 10),
            form=st.sampled_from([None, *RULES[LIFT].forms]),
            set_back_s=st.none(),
        ),
        unique_by=lambda each: (each.side, each.try_number),
    )
)
def test_what_is_kept_of_a_try_is_read_back_as_it_was(tries: list[HoldTry]) -> None:
    rows = hold_checks(LIFT, tries, ended=False)
    assert set(hold_tries(rows, LIFT)) == set(tries)


def running(at_ms: int = 0) -> HoldClock:
    clock = HoldClock(cap_s=CAP_S)
    clock.start(at_ms)
    clock.advance(at_ms + READY_S * MS)
    return clock


def test_three_two_one_then_the_hold_then_every_fifth_second_and_the_end() -> None:
    clock = HoldClock(cap_s=CAP_S)
    clock.start(0)
    beats = [(b.kind, b.number, b.at_ms) for b in clock.due(0, DAY_MS)]
    begins = READY_S * MS
    assert beats[:4] == [
        (BeatKind.DOWN, 3, begins - 3000),
        (BeatKind.DOWN, 2, begins - 2000),
        (BeatKind.DOWN, 1, begins - 1000),
        (BeatKind.BEGAN, 0, begins),
    ]
    assert [number for kind, number, _ in beats if kind is BeatKind.UP] == [5, 10, 15, 20, 25]
    assert beats[-1] == (BeatKind.FULL, 30, begins + 30_000)


def test_the_clock_counts_to_the_press_and_never_rounds_up() -> None:
    clock = running()
    clock.press(READY_S * MS + 17_499)
    assert (clock.state, clock.held_s) == (HoldState.OVER, 17.4)


@pytest.mark.parametrize("late_ms", [0, 1, DAY_MS])
def test_at_its_end_it_stops_by_itself_a_day_later_too(late_ms: int) -> None:
    clock = running()
    clock.advance((READY_S + CAP_S) * MS + late_ms)
    assert (clock.state, clock.held_s, clock.is_full) == (HoldState.OVER, CAP_S, True)
    clock.press((READY_S + CAP_S) * MS + late_ms)
    assert clock.held_s == CAP_S


@pytest.mark.parametrize("after_ms", [0, 1, 999])
def test_stopped_under_a_second_it_waits_to_be_started_again(after_ms: int) -> None:
    clock = running()
    clock.press(READY_S * MS + after_ms)
    assert (clock.state, clock.was_too_short) == (HoldState.WAITING, True)
    clock.press(60_000)
    assert (clock.state, clock.was_too_short) == (HoldState.READY, False)


def test_while_it_counts_down_a_press_has_it_wait() -> None:
    clock = HoldClock(cap_s=CAP_S)
    clock.start(0)
    clock.press(4000)
    assert clock.state is HoldState.WAITING
    assert clock.due(0, DAY_MS) == ()
