"""What Today offers to one person, in words: out of the catalogue, and for the first paint out of cover.json."""

import json
from typing import TYPE_CHECKING

from supple.app.shipped_files import read_content
from supple.ui.today.today_page import Offer

if TYPE_CHECKING:
    from supple.domain.catalogue import Catalogue
    from supple.domain.offered import Limits, OfferedRoutine
    from supple.domain.plan_day import PlanToday
    from supple.domain.today import TodaysPlan, WhatIsKnown

COVER = "cover.json"


def cover() -> Offer:
    """What Today offers to somebody nothing is known of; raises FileNotFoundError or ValueError for a broken file."""
    try:
        return Offer(**json.loads(read_content(COVER)))
    except TypeError as error:
        raise ValueError(f"{COVER}: {error}") from error


def offer(
    catalogue: "Catalogue", limits: "Limits", known: "WhatIsKnown", plan: "PlanToday | None" = None
) -> Offer:
    """What Today offers to somebody with these limits, of whom this is known; `plan` is theirs as it stands today."""
    from supple.domain.offered import offered
    from supple.domain.today import todays_plan

    return in_words(
        todays_plan([offered(r, catalogue, limits) for r in catalogue.routines], known, plan), catalogue
    )


def in_words(plan: "TodaysPlan", catalogue: "Catalogue") -> Offer:
    """What stands on Today."""
    from supple.ui.today.today_plan_words import more_words, start_words, ways_words
    from supple.ui.today.today_words import due_words, instead_words, lead_words, name_words, trained_words

    found, trained = plan.offer, plan.trained
    last = next((step for step in found.shown.steps if step.more_on is not None), found.shown.steps[-1])
    exercise = catalogue.exercise(plan.restful if plan.rests else last.exercise_id)
    more_side, why_more = more_words(plan)
    return Offer(
        state=plan.due.value,
        routine_id=found.whole.id,
        due=due_words(plan),
        name=name_words(plan),
        lead=lead_words(plan),
        minutes=found.minutes,
        exercises=found.exercises,
        equipment=_equipment(found, catalogue),
        left_out=_noted(plan, catalogue),
        picture_id=exercise.id,
        first_side=exercise.first_side.value if plan.rests else last.first_side.value,
        picture_alt=exercise.card_alt,
        trained_id=trained.whole.id,
        trained_words=trained_words(plan, catalogue),
        trained_minutes=trained.minutes,
        trained_startable=plan.trained_startable,
        instead_id="" if plan.instead is None else plan.instead.whole.id,
        instead_words=instead_words(plan),
        of_plan=plan.plan is not None,
        start=start_words(plan),
        ways=ways_words(plan),
        more_side=more_side,
        more_words=why_more,
    )


def _noted(plan: "TodaysPlan", catalogue: "Catalogue") -> str:
    """What is left out of what can be started; on a day of rest what comes next."""
    from supple.ui.today.today_plan_words import next_words
    from supple.ui.words.left_out import left_out_words

    if plan.startable:
        return left_out_words(plan.offer, catalogue)
    return next_words(plan.plan) if plan.plan is not None else ""


def _equipment(found: "OfferedRoutine", catalogue: "Catalogue") -> str:
    from supple.domain.exercise import Equipment
    from supple.ui.words.content_words import equipment_words

    things = {thing for i in found.shown.exercise_ids for thing in catalogue.exercise(i).equipment}
    return equipment_words(thing for thing in Equipment if thing in things - {Equipment.NONE})
