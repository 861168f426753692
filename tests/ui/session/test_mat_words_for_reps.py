"""What the mat view says of sets that are counted or done in motion."""

import pytest
from tests.ui.content_fixtures import shipped

from supple.domain.routine import Timeline, compile_timeline, single_exercise_routine
from supple.ui.session.mat_words import coming, phase_word, set_line


def timeline(exercise_id: str) -> Timeline:
    exercise = shipped().exercise(exercise_id)
    return compile_timeline(
        single_exercise_routine(
            exercise_id=exercise.id, name=exercise.name, dose=exercise.dose, first_side=exercise.first_side
        )
    )


@pytest.mark.parametrize(
    ("exercise_id", "said"),
    [
        ("glute_bridge", "10 times"),
        ("clamshell", "12 times"),
        ("psoas_march", "8 times on each side"),
        ("bird_dog", "5 times on each side"),
    ],
)
def test_the_count_is_said_and_for_each_side_where_sides_alternate(exercise_id: str, said: str) -> None:
    times = timeline(exercise_id)
    assert set_line(times, 0) == f"Then {said}"
    assert coming(times, 0, shipped().exercise).words == f"Set 1 of 2, {said}"


def test_every_exercise_can_be_played_on_its_own() -> None:
    for exercise in shipped().exercises:
        times = timeline(exercise.id)
        assert times.total_ms > 0
        assert set_line(times, 0).startswith("Then ")


@pytest.mark.parametrize("exercise_id", ["brisk_walk", "standing_march", "leg_swings"])
def test_a_walk_is_a_move_and_not_a_hold(exercise_id: str) -> None:
    times = timeline(exercise_id)
    assert set_line(times, 0).startswith("Then move ")
    assert phase_word(times.sets[0]) == "Move"
