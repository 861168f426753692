"""What Today offers to one person, in words: out of the catalogue, and for the first paint out of cover.json."""

import json
from typing import TYPE_CHECKING

from supple.app.shipped_files import read_content
from supple.ui.today_page import Offer

if TYPE_CHECKING:
    from supple.domain.catalogue import Catalogue
    from supple.domain.offered import Limits
    from supple.domain.routine import Routine

ARTICLE_ROUTINE = "article_routine"
COVER = "cover.json"


def cover() -> Offer:
    """What Today offers to somebody nothing is known of; raises FileNotFoundError or ValueError for a broken file."""
    try:
        return Offer(**json.loads(read_content(COVER)))
    except TypeError as error:
        raise ValueError(f"{COVER}: {error}") from error


def offer(catalogue: "Catalogue", limits: "Limits") -> Offer:
    """What Today offers to somebody with these limits."""
    from supple.domain.offered import offered
    from supple.ui.left_out import left_out_words

    whole = catalogue.routine(ARTICLE_ROUTINE)
    found = offered(whole, catalogue, limits)
    startable = found.routine is not None
    routine = found.shown
    last = whole.steps[-1]
    exercise = catalogue.exercise(last.exercise_id)
    return Offer(
        routine_id=whole.id,
        due=whole.when,
        name=whole.name,
        lead=_first_sentence(whole.note),
        minutes=found.minutes,
        exercises=found.exercises,
        equipment=_equipment(routine, catalogue),
        left_out=left_out_words(found, catalogue),
        startable=startable,
        picture_id=exercise.id,
        first_side=last.first_side.value,
        picture_alt=exercise.card_alt,
        trained_id=whole.id,
        trained_name=whole.name,
        trained_minutes=found.minutes,
        trained_startable=startable,
    )


def _equipment(routine: "Routine", catalogue: "Catalogue") -> str:
    from supple.domain.exercise import Equipment

    things = {thing for i in routine.exercise_ids for thing in catalogue.exercise(i).equipment}
    return ", ".join(str(thing) for thing in Equipment if thing in things - {Equipment.NONE}).capitalize()


def _first_sentence(note: str) -> str:
    return note.split(". ")[0].rstrip(".") + "." if note else ""
