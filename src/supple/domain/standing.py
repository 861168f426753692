"""How things stand with a person, out of what is remembered: the pain that still holds, open signs, a sore hip."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from supple.domain.consent import MILD_HIP, Consent
from supple.domain.findings import Finding
from supple.domain.pain import Sign, ends_for_today, is_strong
from supple.domain.record import (
    IN_THE_CHECK,
    Occasion,
    PainRecord,
    SafetyRecord,
    SelfTestRecord,
    SessionRecord,
)

CLOCK_MARGIN = timedelta(days=1)
"""A rating further ahead than this was dated by a clock that was wrong."""
NOTICED_MARGIN = timedelta(minutes=2)
"""A clock that is behind by less is no fault that anybody would notice."""
REMEMBERED_FOR = timedelta(days=60)
"""What was told of pain is looked for so far back: longer than any group of questions rests. Signs hold for ever."""


def pain_now(pains: Iterable[PainRecord], now: datetime) -> int | None:
    """The last rating: strong pain holds until it is rated anew, any other for the day on which it was told."""
    told = [
        pain
        for pain in pains
        if pain.score is not None
        and pain.occasion is not Occasion.WORST_24H
        and pain.rated_at <= now + CLOCK_MARGIN
    ]
    if not told:
        return None
    last = max(told, key=_rated_at)
    if is_strong(last.score) or _is_today(last.rated_at, now):
        return last.score
    return None


def open_signs(pains: Iterable[PainRecord], answers: SafetyRecord | None) -> frozenset[Sign]:
    """The red signs told since somebody last said that they had been seen about."""
    seen = answers.agreed_at.get(Consent.SIGN) if answers is not None else None
    return frozenset(
        sign for pain in pains if seen is None or pain.rated_at > seen for sign in pain.red_signs
    )


def ahead_of(now: datetime, sessions: Iterable[SessionRecord]) -> tuple[SessionRecord, ...]:
    """The sessions of the future: the clock was set back."""
    return tuple(session for session in sessions if session.started_at > now + NOTICED_MARGIN)


def hurt_today(pains: Iterable[PainRecord], now: datetime) -> frozenset[str]:
    """The exercises in which pain was sharp or catching today: they end for the day."""
    return frozenset(
        pain.exercise_id
        for pain in pains
        if pain.exercise_id and ends_for_today(pain.signs) and _is_today(pain.rated_at, now)
    )


def trained_at(sessions: Iterable[SessionRecord], now: datetime) -> datetime | None:
    """When the last session of today ended in which something was done; None without one."""
    done = (session for session in sessions if session.done_s and _is_today(session.started_at, now))
    return max((session.ended_at for session in done if session.ended_at is not None), default=None)


def hip_is_sore(
    last: SelfTestRecord | None,
    answers: SafetyRecord | None,
    now: datetime,
    pains: Iterable[PainRecord] = (),
) -> bool:
    """Whether today's hip check hurt, before a hip or at one, and nobody said since that it was mild and in the
    muscle.
    """
    mild = answers.agreed_at.get(MILD_HIP) if answers is not None else None
    before = [p.rated_at for p in pains if p.note == IN_THE_CHECK and _is_today(p.rated_at, now)]
    if any(mild is None or mild < at for at in before):
        return True
    if last is None or not _is_today(last.taken_at, now):
        return False
    sore = {(each.check, each.side) for each in last.checks if each.finding is Finding.PAIN}
    if not sore - {(each.check, each.side) for each in last.checks if each.was_mild}:
        return False
    return mild is None or mild < last.taken_at


def _rated_at(pain: PainRecord) -> datetime:
    return pain.rated_at


def _is_today(moment: datetime, now: datetime) -> bool:
    return moment.date() == now.date()
