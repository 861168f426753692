"""The morning after a session: whether to ask how it is, and what the answer makes of the day."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from enum import StrEnum

from supple.domain.pain import AMBER_TO, GREEN_TO, Light
from supple.domain.record import Occasion, PainRecord, SessionRecord
from supple.domain.session import SessionOutcome

ASKED_FOR = timedelta(days=6)
"""Later than this nobody can tell what came from the session; within it a weekday names one day."""

NIGHT = timedelta(hours=6)
"""A session that went past midnight has no morning after it yet."""

WORSE_BY = 2
"""Points above the pain before the session: one more or less is said of the same pain (docs/EVIDENCE.md 5.4)."""


class MorningSays(StrEnum):
    """Why the day is easier."""

    SORE = "more pain than green"
    WORSE = "more pain than before the session"
    STIFF = "stiffer than usual"


def to_ask_about(
    sessions: Iterable[SessionRecord], pains: Iterable[PainRecord], now: datetime
) -> SessionRecord | None:
    """The session after which a night has passed and nothing was said or put off; None when nothing is to be asked."""
    done = [session for session in sessions if _counts(session)]
    if not done:
        return None
    last = max(done, key=_begun)
    if (
        not timedelta() < now.date() - last.day <= ASKED_FOR
        or now - (last.ended_at or last.started_at) < NIGHT
    ):
        return None
    asked = any(
        pain.occasion is Occasion.NEXT_MORNING
        and (pain.session_id == last.session_id or pain.rated_at > last.started_at)
        for pain in pains
    )
    return None if asked else last


def this_morning(pains: Iterable[PainRecord], today: date) -> PainRecord | None:
    """What was answered today, last."""
    told = [
        pain
        for pain in pains
        if pain.occasion is Occasion.NEXT_MORNING and pain.rated_at.date() == today and pain.was_answered
    ]
    return max(told, key=_rated) if told else None


def light_of(morning: PainRecord, sessions: Iterable[SessionRecord]) -> Light:
    """Green goes on as usual; amber makes the day easier, and so does red, with what the gate asks besides."""
    if morning.score is not None and morning.score > AMBER_TO:
        return Light.RED
    if morning.was_stiffer or (morning.score or 0) > GREEN_TO or is_worse(morning, sessions):
        return Light.AMBER
    return Light.GREEN


def says_of(morning: PainRecord, sessions: Iterable[SessionRecord]) -> MorningSays:
    """What of a morning counts, the weightiest first."""
    if (morning.score or 0) > GREEN_TO:
        return MorningSays.SORE
    return MorningSays.WORSE if is_worse(morning, sessions) else MorningSays.STIFF


def is_worse(morning: PainRecord, sessions: Iterable[SessionRecord]) -> bool:
    """Whether it hurts more than it did before the session."""
    if morning.score is None:
        return False
    before = [s.pain_before for s in sessions if s.session_id == morning.session_id]
    return any(score is not None and morning.score >= score + WORSE_BY for score in before)


def may_be_undone(told: PainRecord, sessions: Iterable[SessionRecord], today: date) -> bool:
    """Whether what was `told` may be taken back: not on another day, and not when a session was begun since."""
    since = any(session.started_at > told.rated_at for session in sessions)
    return told.rated_at.date() == today and not since


def _counts(session: SessionRecord) -> bool:
    """Whether something was done that can be felt the day after."""
    ended_for_pain = session.outcome is SessionOutcome.STOPPED_FOR_PAIN
    return session.outcome is not None and (session.sets_done > 0 or ended_for_pain)


def _begun(session: SessionRecord) -> datetime:
    return session.started_at


def _rated(pain: PainRecord) -> datetime:
    return pain.rated_at
