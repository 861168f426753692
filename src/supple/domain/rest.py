"""Whether today is a day of rest, or an easier one, after what was told, and whether walking may be advised."""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from supple.domain.morning import light_of, this_morning
from supple.domain.pain import AMBER_TO, Light
from supple.domain.record import IN_THE_CHECK, PainRecord, SessionRecord
from supple.domain.session import SessionOutcome

WALKS = frozenset({"brisk_walk", "standing_march"})
"""The exercises that are walking."""


class Rest(StrEnum):
    """What is advised for the rest of the day."""

    NONE = "nothing in particular"
    EASIER = "less than usual, after the morning"
    OR_WALK = "rest, or walking a little"
    ONLY = "rest"
    SEEN = "nothing before a sign was looked at"


def hurt_on(sessions: Iterable[SessionRecord], day: date) -> bool:
    """Whether a session of `day` hurt: it ended for pain, or more pain than amber was told after it."""
    of_day = [session for session in sessions if session.day == day]
    stopped = any(session.outcome is SessionOutcome.STOPPED_FOR_PAIN for session in of_day)
    after = any(session.pain_after is not None and session.pain_after > AMBER_TO for session in of_day)
    return stopped or after


def may_walk(pains: Iterable[PainRecord], day: date) -> bool:
    """Whether walking can be advised on `day`: it did not hurt, in a session or before the hip check, which begins with
    a walk, and no red sign was told.
    """
    told = [pain for pain in pains if pain.rated_at.date() == day]
    return not any(pain.exercise_id in WALKS or pain.note == IN_THE_CHECK or pain.red_signs for pain in told)


def rest_of(
    sessions: Iterable[SessionRecord], pains: Iterable[PainRecord], day: date, *, signed: bool = False
) -> Rest:
    """What is advised on `day` wherever something could be begun (docs/EVIDENCE.md 5.4).

    `signed`: a red sign was told that nobody has looked at yet.
    """
    if signed:
        return Rest.SEEN
    done, told = tuple(sessions), tuple(pains)
    if not hurt_on(done, day):
        morning = this_morning(told, day)
        easier = morning is not None and light_of(morning, done) is not Light.GREEN
        return Rest.EASIER if easier else Rest.NONE
    return Rest.OR_WALK if may_walk(told, day) else Rest.ONLY
