"""How each session of a plan went: green, amber or red, out of all that was told of it, the next morning last.

The limits are those of docs/EVIDENCE.md 5.4.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import pairwise

from supple.domain.morning import MorningSays, light_of, says_of
from supple.domain.pain import AMBER_TO, GREEN_TO, Light, ends_for_today
from supple.domain.plan import PlanCause, PlanRecord
from supple.domain.plan_session import base_routine_id
from supple.domain.plan_weeks import GENTLE_WEEK, place_on
from supple.domain.record import Occasion, PainRecord, SessionRecord
from supple.domain.session import SessionOutcome

_OF_MORNING = {
    MorningSays.SORE: PlanCause.PAIN_MORNING,
    MorningSays.WORSE: PlanCause.WORSE_MORNING,
    MorningSays.STIFF: PlanCause.STIFFER,
}
_WEIGHT = (Light.GREEN, Light.AMBER, Light.RED)
_HURT = SessionOutcome.STOPPED_FOR_PAIN
_Told = tuple[Light | None, PlanCause | None, int | None, datetime | None]
_NOTHING_TOLD: _Told = (None, None, None, None)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedSession:
    """One session of a plan and how it went; `light` None while too little was told.

    `cause` says what made it amber or red, `score` with how much pain, `told_at` when that was told. `pain_morning` is
    None where it was not told. `counts`: it was what was due, and not only something easier.
    """

    session: SessionRecord
    light: Light | None
    cause: PlanCause | None = None
    score: int | None = None
    told_at: datetime | None = None
    pain_morning: int | None = None
    counts: bool = True
    is_open: bool = False

    @property
    def day(self) -> date:
        """The day it belongs to."""
        return self.session.day


def sessions_of(
    plan: PlanRecord, sessions: Iterable[SessionRecord], pains: Sequence[PainRecord], *, today: date
) -> tuple[PlannedSession, ...]:
    """The sessions of the plan that came to an end, oldest first, each with how it went.

    Those of its own routine and of the gentle week, since the plan began. A session of the gentle week in a later week
    is a session, but does not count for going up.
    """
    found = []
    told: dict[str | None, list[PainRecord]] = defaultdict(list)
    for pain in pains:
        told[pain.session_id].append(pain)
    for session in sorted(sessions, key=_begun):
        controls = plan.controls_on(session.day)
        if session.day < plan.starts_on or session.routine_id not in (controls.routine_id, GENTLE_WEEK):
            continue
        if session.outcome is None or (session.sets_done == 0 and session.outcome is not _HURT):
            continue
        due = base_routine_id(controls, place_on(plan, session.day, today=today).week)
        found.append(_judged(session, told[session.session_id], counts=session.routine_id == due))
    last = found[-1] if found else None
    return tuple(each if each is last else _settled(each) for each in found)


def two_green(sessions: Sequence[PlannedSession]) -> bool:
    """Whether two of these in a row were green; one that does not count is passed over."""
    counted = [session.light for session in sessions if session.counts]
    return any(first is second is Light.GREEN for first, second in pairwise(counted))


def last_two_green(sessions: Sequence[PlannedSession]) -> bool:
    """Whether the last two of these were green."""
    return two_green([session for session in sessions if session.counts][-2:])


def _begun(session: SessionRecord) -> datetime:
    return session.started_at


def _settled(session: PlannedSession) -> PlannedSession:
    """One after which another was begun: what was not told of it by then is not asked any more."""
    return replace(session, is_open=False)


def _judged(session: SessionRecord, pains: Sequence[PainRecord], *, counts: bool) -> PlannedSession:
    """The worst of what `pains` tell of it; green only when the next morning was, and it came to its end."""
    asked = [pain for pain in pains if pain.occasion is Occasion.NEXT_MORNING]
    mornings = [pain for pain in asked if pain.was_answered]
    told = [*_of_session(session), *(each for pain in pains for each in _of_pain(pain))]
    told += [_of_morning(morning, session) for morning in mornings]
    worst = max(told, key=_weight, default=None)
    light, cause, score, at = worst or _NOTHING_TOLD
    if light in (Light.GREEN, None):
        whole = session.outcome is SessionOutcome.COMPLETED
        light, cause, score, at = Light.GREEN if mornings and whole else None, None, None, None
    return PlannedSession(
        session=session,
        light=light,
        cause=cause,
        score=score,
        told_at=at,
        pain_morning=mornings[-1].score if mornings else None,
        counts=counts,
        is_open=not asked,
    )


def _weight(told: _Told) -> int:
    return 0 if told[0] is None else _WEIGHT.index(told[0])


def _of_morning(morning: PainRecord, session: SessionRecord) -> _Told:
    own = (session,)
    return light_of(morning, own), _OF_MORNING[says_of(morning, own)], morning.score, morning.rated_at


def _of_session(session: SessionRecord) -> Iterator[_Told]:
    """Pain before a session makes it amber at the most: it did not come from there."""
    at = session.ended_at or session.started_at
    if session.outcome is _HURT:
        yield Light.AMBER, PlanCause.STOPPED, session.pain_after, at
    if session.pain_after is not None:
        yield _of_score(session.pain_after), PlanCause.PAIN_AFTER, session.pain_after, at
    if session.pain_before is not None and session.pain_before > GREEN_TO:
        yield Light.AMBER, PlanCause.PAIN_BEFORE, session.pain_before, session.started_at


def _of_pain(pain: PainRecord) -> Iterator[_Told]:
    """What a rating tells besides the session's own before and after."""
    if pain.red_signs:
        yield Light.RED, PlanCause.SIGN, pain.score, pain.rated_at
    if pain.occasion is not Occasion.DURING:
        return
    if ends_for_today(pain.signs):
        yield Light.AMBER, PlanCause.SHARP, pain.score, pain.rated_at
    if pain.score is not None:
        yield _of_score(pain.score), PlanCause.PAIN_DURING, pain.score, pain.rated_at


def _of_score(score: int) -> Light:
    if score > AMBER_TO:
        return Light.RED
    return Light.AMBER if score > GREEN_TO else Light.GREEN
