"""What Today offers to one person, in words: out of the catalogue, and for the first paint out of cover.json."""

import json
from collections.abc import Collection
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from supple.app.shipped_files import read_content
from supple.ui.today_page import Offer

if TYPE_CHECKING:
    from supple.domain.catalogue import Catalogue
    from supple.domain.exercise import Caution
    from supple.domain.routine import Routine

ARTICLE_ROUTINE = "article_routine"
COVER = "cover.json"


def cover() -> Offer:
    """What Today offers to somebody nothing is known of; raises FileNotFoundError or ValueError for a broken file."""
    try:
        return Offer(**json.loads(read_content(COVER)))
    except TypeError as error:
        raise ValueError(f"{COVER}: {error}") from error


def offer(catalogue: "Catalogue", avoids: "Collection[Caution]") -> Offer:
    """What Today offers to somebody with these cautions."""
    from supple.domain.routine import without

    whole = catalogue.routine(ARTICLE_ROUTINE)
    hidden = catalogue.hidden_ids(avoids)
    left = without(whole, hidden)
    startable = left is not None and catalogue.startable(left)
    routine = left or whole
    last = whole.steps[-1]
    exercise = catalogue.exercise(last.exercise_id)
    return Offer(
        routine_id=whole.id,
        due=whole.when,
        name=whole.name,
        lead=_first_sentence(whole.note),
        minutes=_minutes(routine),
        exercises=len(routine.steps),
        equipment=_equipment(routine, catalogue),
        left_out=_left_out(whole, hidden, catalogue),
        startable=startable,
        picture_id=exercise.id,
        first_side=last.first_side.value,
        picture_alt=exercise.card_alt,
        trained_id=whole.id,
        trained_name=whole.name,
        trained_minutes=_minutes(routine),
        trained_startable=startable,
    )


def _minutes(routine: "Routine") -> int:
    """The routine's length, rounded up: nobody minds being done early."""
    from math import ceil

    from supple.domain.routine import MS, compile_timeline

    return ceil(compile_timeline(routine).total_ms / MS / 60)


def _equipment(routine: "Routine", catalogue: "Catalogue") -> str:
    from supple.domain.exercise import Equipment

    things = {thing for i in routine.exercise_ids for thing in catalogue.exercise(i).equipment}
    return ", ".join(str(thing) for thing in Equipment if thing in things - {Equipment.NONE}).capitalize()


def _left_out(routine: "Routine", hidden: frozenset[str], catalogue: "Catalogue") -> str:
    names = [catalogue.exercise(i).name for i in routine.exercise_ids if i in hidden]
    if not names:
        return ""
    if len(names) == len(routine.exercise_ids):
        return QCoreApplication.translate(
            "TodayPage", "Not for now, because of your safety answers. The Library says why."
        )
    words = QCoreApplication.translate("TodayPage", "Left out because of your safety answers: {names}")
    return words.format(names=", ".join(names))


def _first_sentence(note: str) -> str:
    return note.split(". ")[0].rstrip(".") + "." if note else ""
