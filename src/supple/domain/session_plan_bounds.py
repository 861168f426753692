"""Whether a plan that was read from a file is one that a person could do: nobody else has to be able to play it."""

from supple.domain.exercise import MAX_S
from supple.domain.routine import Pace, SessionPlan, Step

MOST_STEPS = 100
MOST_SETS = 100  # of one step, per side
MOST_REPS = 1000


def is_doable(plan: SessionPlan) -> bool:
    """Whether `plan` has steps, and no number in it is beyond what a session can have."""
    steps = (*plan.routine.steps, *(ease.instead for ease in plan.eases if ease.instead is not None))
    return (
        1 <= len(plan.routine.steps) <= MOST_STEPS
        and len(plan.eases) <= MOST_STEPS
        and all(_is_doable_step(step) for step in steps)
        and _is_doable_pace(plan.pace)
    )


def _is_doable_step(step: Step) -> bool:
    return step.dose.sets <= MOST_SETS and (step.dose.reps or 0) <= MOST_REPS


def _is_doable_pace(pace: Pace) -> bool:
    return all(0 <= (seconds or 0) <= MAX_S for seconds in (pace.prepare_s, pace.switch_s))
