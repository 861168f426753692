"""Whether a person is getting better with a plan, and when to see someone (docs/EVIDENCE.md 8.5)."""

from collections.abc import Iterable
from datetime import date, timedelta
from enum import StrEnum
from statistics import median

from supple.domain.plan import PlanMove, PlanRecord
from supple.domain.record import Occasion, PainRecord

AFTER = timedelta(weeks=6)
POINTS, SHARE = 2, 0.3
"""Better is two points or 30 % less pain, whichever comes first; worse is two points more."""
_WINDOW = timedelta(days=7)
_FEWEST = 2
_TOLD = frozenset({Occasion.BEFORE, Occasion.NEXT_MORNING})


class Outlook(StrEnum):
    """What the ratings of a plan amount to."""

    GO_ON = "nothing to say"
    NOT_BETTER = "not better after six weeks"
    WORSE = "worse than at the beginning"


def outlook(plan: PlanRecord, pains: Iterable[PainRecord], today: date) -> Outlook:
    """Compare the pain of the last seven days with that of the first seven, and the activity's ratings.

    Pain before sessions and on mornings after counts; without two ratings in each nothing is said of it.
    """
    if activity_worse(plan):
        return Outlook.WORSE
    told = [pain for pain in pains if pain.score is not None and pain.occasion in _TOLD]
    first = _scores(told, plan.starts_on - _WINDOW, plan.starts_on + _WINDOW)
    now = _scores(told, max(plan.starts_on + _WINDOW, today - _WINDOW), today + timedelta(days=1))
    if len(first) < _FEWEST or len(now) < _FEWEST:
        return Outlook.GO_ON
    before, after = median(first), median(now)
    if after >= before + POINTS:
        return Outlook.WORSE
    better = before - after >= POINTS or after <= before * (1 - SHARE)
    if today - plan.starts_on >= AFTER and not better:
        return Outlook.NOT_BETTER
    return Outlook.GO_ON


def ratings(plan: PlanRecord) -> tuple[tuple[date, int], ...]:
    """How the activity of one's own was rated, oldest first: 0 unable, 10 as before."""
    return tuple(
        (change.day, change.number)
        for change in plan.holding
        if change.move is PlanMove.RATED and change.number is not None
    )


def activity(plan: PlanRecord) -> str:
    """The activity of one's own as it was last called; "" for none."""
    named = [change.words for change in plan.holding if change.move is PlanMove.RATED]
    return named[-1] if named else ""


def activity_worse(plan: PlanRecord) -> bool:
    """Whether the activity was last rated three points lower than first: what one activity has to change by."""
    found = ratings(plan)
    return len(found) > 1 and found[0][1] - found[-1][1] >= _ACTIVITY_POINTS


_ACTIVITY_POINTS = 3


def _scores(pains: Iterable[PainRecord], first: date, until: date) -> list[int]:
    days = ((pain.rated_at.date(), pain.score) for pain in pains)
    return [score for day, score in days if first <= day < until and score is not None]
