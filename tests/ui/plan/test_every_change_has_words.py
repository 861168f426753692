"""Whatever changes in a plan, and whyever, there is a sentence for it, and none holds a place that nobody filled."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from tests.ui.content_fixtures import shipped

from supple.domain.plan import PlanCause, PlanChange, PlanMove, PlanStep, Rung
from supple.ui.plan.change_words import plan_change_words

CHANGE = PlanChange(
    change_id="c",
    at=datetime(2026, 7, 22, tzinfo=UTC),
    day=date(2026, 7, 22),
    move=PlanMove.HALF,
    cause=PlanCause.PAIN_AFTER,
    week=2,
    number=5,
    words="Run 5 km",
)


@pytest.mark.parametrize("move", PlanMove)
def test_every_move_says_what_it_is(move: PlanMove) -> None:
    words = plan_change_words(replace(CHANGE, move=move), shipped())
    assert words.startswith("**")
    assert "{" not in words


@pytest.mark.parametrize("cause", PlanCause)
def test_every_cause_says_why(cause: PlanCause) -> None:
    words = plan_change_words(replace(CHANGE, cause=cause), shipped())
    assert words.endswith(".")
    assert "{" not in words


def test_a_step_of_an_exercise_that_this_version_does_not_have_is_said_too() -> None:
    step = PlanStep(rung=Rung.SETS, exercise_id="of_tomorrow", amount=1)
    words = plan_change_words(replace(CHANGE, move=PlanMove.STEP_UP, step=step), shipped())
    assert words.startswith("**One step up. An exercise of a newer version.**")


@pytest.mark.parametrize("rung", Rung)
@pytest.mark.parametrize("exercise_id", ["glute_bridge", "side_plank"])
def test_every_step_up_names_its_exercise(rung: Rung, exercise_id: str) -> None:
    step = PlanStep(rung=rung, exercise_id=exercise_id, amount=2)
    words = plan_change_words(replace(CHANGE, move=PlanMove.STEP_UP, step=step), shipped())
    assert shipped().exercise(exercise_id).name in words
    assert "{" not in words
