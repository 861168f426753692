"""The steps up of a plan: their order, which one is offered, and when (docs/EVIDENCE.md 8.4).

Repetitions come first, then sets, then resistance, then a harder form; one thing, after two green sessions in a row.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from supple.domain.catalogue import Catalogue
from supple.domain.exercise import Category, DoseKind, Equipment, Exercise
from supple.domain.plan import PlanMove, PlanRecord, PlanStep, Rung
from supple.domain.plan_light import PlannedSession, last_two_green
from supple.domain.plan_rules import PlanKnown
from supple.domain.plan_session import PlanSession, takes_one_more
from supple.domain.plan_weeks import GOES_UP, LENGTH_PLAN, place_on
from supple.domain.routine import Step

FIRST_WEEK_UP = 3
"""Steps are offered from the third week on: the second is the full plan at an easy range."""
MORE_REPS, MORE_HOLD_S, MORE_SETS = 2, 5, 1
_HARD_ENOUGH = 2
_BY_WEEK = (PlanMove.NEXT_WEEK, PlanMove.FULL_AGAIN, PlanMove.WEEK_BACK, PlanMove.HALF, PlanMove.GOES_ON)
_BY_PERSON = (PlanMove.STEP_UP, PlanMove.NOT_YET)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanOffer:
    """One step up that may be taken or left; `harder` are the exercise's own words for a harder way."""

    step: PlanStep
    harder: str = ""


def plan_offer(
    plan: PlanRecord, known: PlanKnown, session: PlanSession, catalogue: Catalogue
) -> PlanOffer | None:
    """What is offered now: `session` is that of the day, for the exercises that it has."""
    place = place_on(plan, known.today, today=known.today)
    if place.half or place.stands or place.over or place.week < FIRST_WEEK_UP:
        return None
    if plan.ended_at is not None or plan.pause_on(known.today) is not None:
        return None
    if plan.controls.routine_id not in GOES_UP or not last_two_green(_since(plan, known.sessions_of(plan))):
        return None
    step = next((each for each in ladder(plan, session, catalogue) if each not in plan.steps), None)
    return None if step is None else PlanOffer(step=step, harder=_words(step, catalogue))


def ladder(plan: PlanRecord, session: PlanSession, catalogue: Catalogue) -> Iterator[PlanStep]:
    """Every step up there is, in order. A length-first plan begins with its stretch, which has no repetitions."""
    routine = session.offer.routine
    steps = routine.steps if routine is not None else ()
    work = [step for step in steps if _goes_up(catalogue.exercise(step.exercise_id))]
    stretches = [step for step in steps if _can_be_harder(catalogue.exercise(step.exercise_id))]
    if plan.controls.routine_id == LENGTH_PLAN:
        yield from _harder(stretches)
    for step in work:
        more = MORE_REPS if step.dose.kind is DoseKind.REPS else MORE_HOLD_S
        yield PlanStep(rung=Rung.REPS, exercise_id=step.exercise_id, amount=more)
    for step in work:
        yield PlanStep(rung=Rung.SETS, exercise_id=step.exercise_id, amount=MORE_SETS)
    with_band = [s for s in work if Equipment.BAND in catalogue.exercise(s.exercise_id).equipment]
    for step in with_band:
        yield PlanStep(rung=Rung.RESISTANCE, exercise_id=step.exercise_id)
    yield from _harder([s for s in work if s not in with_band and catalogue.exercise(s.exercise_id).harder])
    if plan.controls.routine_id != LENGTH_PLAN:
        yield from _harder(stretches)


def _since(plan: PlanRecord, done: Sequence[PlannedSession]) -> list[PlannedSession]:
    """The sessions that count towards the next step: those since the last move, offer taken, left or taken back."""
    found = list(done)
    for change in plan.changes:
        if change.move in _BY_WEEK and change.holds:
            found = [session for session in found if session.day >= change.day]
        if change.move in _BY_PERSON:
            at = change.taken_back_at or change.at
            found = [session for session in found if session.session.started_at > at]
    return found


def _goes_up(exercise: Exercise) -> bool:
    """Strength, and control that is more than a warm-up."""
    if exercise.category is Category.STRENGTH:
        return True
    return exercise.category is Category.CONTROL and exercise.difficulty >= _HARD_ENOUGH


def _can_be_harder(exercise: Exercise) -> bool:
    return takes_one_more(exercise) and bool(exercise.harder)


def _harder(steps: Sequence[Step]) -> Iterator[PlanStep]:
    for step in steps:
        yield PlanStep(rung=Rung.HARDER, exercise_id=step.exercise_id)


def _words(step: PlanStep, catalogue: Catalogue) -> str:
    by_words = step.rung in (Rung.RESISTANCE, Rung.HARDER)
    return catalogue.exercise(step.exercise_id).harder if by_words else ""
