"""What the picture does: the hold stays and breathes, breaks come out and go in, reps go to and fro."""

from dataclasses import replace

import pytest

from supple.domain.pose import pose
from supple.domain.routine import Phase, PhaseKind
from supple.domain.side import Side

HOLD = Phase(
    kind=PhaseKind.HOLD,
    side=Side.LEFT,
    start_ms=0,
    duration_ms=20_000,
    step=1,
    exercise_id="a1",
    set_number=1,
    sets=4,
)


def effort(phase: Phase, elapsed_ms: int) -> float:
    return pose(phase, elapsed_ms).effort


@pytest.mark.parametrize("elapsed_ms", [0, 10_000, 20_000])
def test_a_hold_stays_at_the_hold(elapsed_ms: int) -> None:
    assert effort(HOLD, elapsed_ms) == 1


def test_getting_ready_shows_the_start_and_moves_in_at_the_end() -> None:
    prepare = replace(HOLD, kind=PhaseKind.PREPARE, duration_ms=15_000)
    assert effort(prepare, 0) == 0
    assert effort(prepare, 12_000) == 0
    assert 0 < effort(prepare, 13_500) < 1
    assert effort(prepare, 15_000) == 1


def test_a_switch_shows_the_start_of_the_side_that_is_named_from_its_first_moment() -> None:
    switch = replace(HOLD, kind=PhaseKind.SWITCH, side=Side.RIGHT, duration_ms=6_000)
    poses = [pose(switch, ms) for ms in (0, 500, 3_000, 4_500, 6_000)]
    assert {now.side for now in poses} == {Side.RIGHT}
    assert [now.effort for now in poses] == [0, 0, 0, 0.5, 1]


def test_a_hold_breathes_ten_times_a_minute_and_nothing_else_does() -> None:
    breaths = [pose(HOLD, ms).breath for ms in (0, 3_000, 6_000, 9_000)]
    assert breaths == pytest.approx([0, 1, 0, 1])
    assert pose(replace(HOLD, kind=PhaseKind.REST), 3_000).breath is None


def test_a_walk_goes_to_and_fro_does_not_hold_its_breath_and_begins_from_standing() -> None:
    walk = replace(HOLD, side=Side.BOTH, in_motion=True)
    efforts = [effort(walk, ms) for ms in (0, 600, 1_200, 2_400)]
    assert efforts == pytest.approx([0, 0.5, 1, 0])
    assert pose(walk, 3_000).breath is None
    assert effort(replace(walk, kind=PhaseKind.PREPARE, duration_ms=5_000), 5_000) == 0


def test_after_pain_the_picture_goes_half_as_far() -> None:
    assert effort(replace(HOLD, half_range=True), 10_000) == 0.5


def test_a_rest_comes_out_and_goes_in_again() -> None:
    rest = replace(HOLD, kind=PhaseKind.REST, duration_ms=5_000)
    path = [effort(rest, ms) for ms in (0, 500, 1_500, 3_750, 5_000)]
    assert path[0] == path[4] == 1
    assert path[2] == 0
    assert 0 < path[1] < 1
    assert 0 < path[3] < 1


def test_a_phase_that_waits_shows_the_start() -> None:
    assert effort(replace(HOLD, kind=PhaseKind.SWITCH, duration_ms=0, waits=True), 7_000) == 0


def test_reps_go_to_and_fro() -> None:
    reps = replace(HOLD, kind=PhaseKind.REPS, duration_ms=12_000, reps=3)
    assert [round(effort(reps, ms), 3) for ms in (0, 2_000, 4_000, 6_000, 12_000)] == [0, 1, 0, 1, 0]


def test_alternating_reps_go_to_and_fro_for_each_side() -> None:
    reps = replace(
        HOLD, kind=PhaseKind.REPS, duration_ms=12_000, reps=3, side=Side.BOTH, alternates_from=Side.LEFT
    )
    assert [round(effort(reps, ms), 3) for ms in (0, 1_000, 2_000, 3_000, 4_000)] == [0, 1, 0, 1, 0]
    sides = [pose(reps, ms).side for ms in (0, 1_999, 2_000, 4_000)]
    assert sides == [Side.LEFT, Side.LEFT, Side.RIGHT, Side.LEFT]
