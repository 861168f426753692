"""How a routine becomes phases, and how it is made shorter."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supple.domain.exercise import Dose, DoseKind, Order
from supple.domain.minutes import whole_minutes
from supple.domain.routine import (
    SHIPPED_PACE,
    Pace,
    Phase,
    PhaseKind,
    Routine,
    Step,
    compile_timeline,
    is_long,
    shorten,
    single_exercise_routine,
)
from supple.domain.side import Side

HOLD = Dose(kind=DoseKind.HOLD, sets=2, order=Order.ALTERNATE, prepare_s=15, rest_s=5, switch_s=6, hold_s=10)
P, H, R, S, W = PhaseKind.PREPARE, PhaseKind.HOLD, PhaseKind.REPS, PhaseKind.SWITCH, PhaseKind.REST

doses = st.one_of(
    st.builds(
        Dose,
        kind=st.just(DoseKind.HOLD),
        sets=st.integers(1, 5),
        order=st.sampled_from(Order),
        prepare_s=st.integers(0, 20),
        rest_s=st.integers(0, 20),
        switch_s=st.integers(0, 20),
        hold_s=st.integers(1, 60),
    ),
    st.builds(
        Dose,
        kind=st.just(DoseKind.REPS),
        sets=st.integers(1, 5),
        order=st.sampled_from(Order),
        prepare_s=st.integers(0, 20),
        rest_s=st.integers(0, 20),
        switch_s=st.integers(0, 20),
        reps=st.integers(1, 12),
        rep_s=st.integers(1, 10),
    ),
)
steps = st.builds(
    Step,
    exercise_id=st.sampled_from("abc"),
    dose=doses,
    first_side=st.sampled_from((Side.LEFT, Side.RIGHT)),
)


def of(*steps: Step) -> Routine:
    return Routine(id="r", name="R", when="", days="", note="", steps=steps)


routines = st.lists(steps, min_size=1, max_size=4).map(lambda found: of(*found))


def step(dose: Dose = HOLD, *, first: Side = Side.LEFT) -> Step:
    return Step(exercise_id="a", dose=dose, first_side=first)


def shape(phases: tuple[Phase, ...]) -> list[tuple[PhaseKind, Side, int]]:
    return [(p.kind, p.side, p.duration_ms // 1000) for p in phases]


def changed(**changes: object) -> Dose:
    values = {
        "kind": DoseKind.HOLD, "sets": 2, "order": Order.ALTERNATE, "prepare_s": 15, "rest_s": 5,
        "switch_s": 6, "hold_s": 10,
    }  # fmt: skip
    return Dose(**{**values, **changes})


LEFT, RIGHT, BOTH = Side.LEFT, Side.RIGHT, Side.BOTH


def test_alternating_holds_change_sides_after_every_hold() -> None:
    phases = compile_timeline(of(step())).phases
    assert shape(phases) == [
        (P, LEFT, 15), (H, LEFT, 10), (S, RIGHT, 6), (H, RIGHT, 10),
        (S, LEFT, 6), (H, LEFT, 10), (S, RIGHT, 6), (H, RIGHT, 10),
    ]  # fmt: skip
    assert [p.set_number for p in phases if p.kind is H] == [1, 1, 2, 2]


def test_one_side_then_the_other_rests_between_its_sets_and_switches_once() -> None:
    dose = changed(order=Order.ONE_SIDE_THEN_OTHER)
    assert shape(compile_timeline(of(step(dose, first=RIGHT))).phases) == [
        (P, RIGHT, 15), (H, RIGHT, 10), (W, RIGHT, 5), (H, RIGHT, 10),
        (S, LEFT, 6), (H, LEFT, 10), (W, LEFT, 5), (H, LEFT, 10),
    ]  # fmt: skip


def test_alternating_reps_hold_both_sides_in_one_set() -> None:
    dose = changed(kind=DoseKind.REPS, hold_s=None, reps=8, rep_s=4, switch_s=0)
    assert shape(compile_timeline(of(step(dose))).phases) == [
        (P, BOTH, 15), (R, BOTH, 64), (W, BOTH, 5), (R, BOTH, 64),
    ]  # fmt: skip


def test_work_without_sides_only_rests() -> None:
    dose = changed(order=Order.BOTH)
    assert shape(compile_timeline(of(step(dose))).phases) == [
        (P, BOTH, 15), (H, BOTH, 10), (W, BOTH, 5), (H, BOTH, 10),
    ]  # fmt: skip


def test_the_person_s_own_times_replace_the_shipped_ones() -> None:
    phases = compile_timeline(of(step()), Pace(prepare_s=30, switch_s=12)).phases
    assert {p.duration_ms for p in phases if p.kind is P} == {30_000}
    assert {p.duration_ms for p in phases if p.kind is S} == {12_000}


def test_wait_for_me_is_a_phase_without_a_length() -> None:
    phases = compile_timeline(of(step()), Pace(prepare_waits=True, switch_waits=True)).phases
    assert [p.waits for p in phases] == [True, False, True, False, True, False, True, False]
    assert {p.duration_ms for p in phases if p.waits} == {0}
    assert phases[-1].end_ms == 40_000


def test_a_routine_without_steps_cannot_be_played() -> None:
    with pytest.raises(ValueError, match="no steps"):
        compile_timeline(of())


@given(routines)
def test_phases_follow_each_other_and_none_is_empty(routine: Routine) -> None:
    phases = compile_timeline(routine).phases
    assert phases[0].start_ms == 0
    assert all(p.duration_ms > 0 for p in phases)
    assert all(a.end_ms == b.start_ms for a, b in itertools.pairwise(phases))


@given(routines)
def test_every_set_of_every_side_is_there_once(routine: Routine) -> None:
    timeline = compile_timeline(routine)
    for number, a_step in enumerate(routine.steps, start=1):
        sets = [(p.side, p.set_number) for p in timeline.sets if p.step == number]
        sides = {side for side, _ in sets}
        assert sides in ({LEFT, RIGHT}, {BOTH})
        assert sorted(sets) == sorted((side, n + 1) for side in sides for n in range(a_step.dose.sets))
        assert sets[0][0] in (a_step.first_side, BOTH)


@given(routines)
def test_a_step_ends_with_its_last_set(routine: Routine) -> None:
    phases = compile_timeline(routine).phases
    for before, after in zip(phases, [*phases[1:], None], strict=True):
        if after is None or after.step != before.step:
            assert before.kind.is_set


@given(routines)
def test_a_break_names_the_side_that_follows(routine: Routine) -> None:
    phases = compile_timeline(routine).phases
    for before, after in itertools.pairwise(phases):
        if not before.kind.is_set:
            assert (before.side, before.set_number) == (after.side, after.set_number)


@given(routines, st.integers(0, 1200))
def test_a_shortened_routine_keeps_every_exercise_and_equal_sides(routine: Routine, limit_s: int) -> None:
    short = shorten(routine, limit_s=limit_s)
    timeline = compile_timeline(short)
    assert [s.exercise_id for s in short.steps] == [s.exercise_id for s in routine.steps]
    fits = timeline.total_ms <= limit_s * 1000
    assert fits or all(s.dose.sets == 1 for s in short.steps)
    for number in range(1, len(short.steps) + 1):
        sides = [p.side for p in timeline.sets if p.step == number]
        assert sides.count(LEFT) == sides.count(RIGHT)


def test_what_is_short_enough_stays_as_it_is() -> None:
    routine = of(step())
    assert shorten(routine, limit_s=10_000) is routine


def test_one_exercise_can_be_played_on_its_own() -> None:
    routine = single_exercise_routine(exercise_id="a", name="A", dose=HOLD, first_side=RIGHT)
    assert (routine.id, routine.name) == ("a", "A")
    assert compile_timeline(routine).phases[0].side is RIGHT


def test_a_length_is_shown_in_whole_minutes_and_long_from_over_five_of_them() -> None:
    timeline = compile_timeline(of(step()))
    assert timeline.minutes == whole_minutes(timeline.total_ms)
    assert not is_long(of(step()), SHIPPED_PACE)
    assert is_long(of(*[step()] * 20), SHIPPED_PACE)


def test_waiting_is_switched_for_both_or_left_as_it_was_set() -> None:
    assert Pace(switch_waits=True).with_waits(on=True) == Pace(switch_waits=True)
    assert Pace(switch_waits=True).with_waits(on=False) == Pace()
    assert Pace(prepare_s=9).with_waits(on=True) == Pace(prepare_s=9, prepare_waits=True, switch_waits=True)
