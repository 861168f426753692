"""What is proposed before a plan begins, worked out from what is set alone: nothing is kept before Start."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from supple.domain.exercise import Equipment
from supple.domain.plan import HAD_BY_MOST, PlanBasis, PlanControls, PlanLead, PlanRecord
from supple.domain.plan_calendar import PlanContent, PlanRow, calendar
from supple.domain.plan_session import (
    AT_THE_EDGE,
    FRONT_THIGH,
    KNEELING_STRETCH,
    TAKES_ONE_MORE,
    Fitted,
    PlanSession,
    Unfit,
    has_shorter,
    plan_session,
)
from supple.domain.plan_weeks import (
    GENTLE_WEEK,
    GOES_UP,
    LENGTH_PLAN,
    MIXED_PLAN,
    PLANNED,
    STRENGTH_PLAN,
    DayClosed,
    closed_days,
    days_that_fit,
    first_day,
    usual_days,
)
from supple.domain.side import Side

PLANS_OF: Mapping[PlanLead, tuple[str, ...]] = {
    PlanLead.LENGTH: (LENGTH_PLAN,),
    PlanLead.STRENGTH: (STRENGTH_PLAN,),
    PlanLead.COMBINED: (MIXED_PLAN,),
    PlanLead.NEITHER: ("pre_workout", "desk_day"),
    PlanLead.CANNOT_TELL: (GENTLE_WEEK,),
    PlanLead.CHOSEN: PLANNED,
}
"""The routine each reading leads to; of several the person chooses (docs/EVIDENCE.md 8.4)."""
THINGS = (
    Equipment.MAT,
    Equipment.CUSHION,
    Equipment.BED,
    Equipment.CHAIR,
    Equipment.WALL,
    Equipment.STRAP,
    Equipment.BAND,
)
"""What is asked for: whether it is at hand."""


class PlanWhy(StrEnum):
    """Why something stands in a proposal; each is a sentence."""

    LENGTH_FIRST = "stretching first"
    STRENGTH_FIRST = "strength first"
    COMBINED = "a little of both"
    NEITHER = "neither stands out"
    CANNOT_TELL = "the checks could not tell"
    CHOSEN = "chosen by the person"
    ONE_MORE = "one more set on a side"
    AT_THE_EDGE = "at the edge, which is at hand"
    NO_EDGE = "two more sets half-kneeling, without an edge"
    FRONT_THIGH = "the front of the thigh too"
    NO_FRONT_THIGH = "no front-thigh stretch"
    GENTLE_FIRST = "a gentle first week"
    DAY_BETWEEN = "strength needs a day between"
    SHORTER = "fewer sets, for about ten minutes"
    REPLACED = "another exercise in its place"
    LEFT_OUT = "left out, with nothing in its place"


_OF_LEAD = {
    PlanLead.LENGTH: PlanWhy.LENGTH_FIRST,
    PlanLead.STRENGTH: PlanWhy.STRENGTH_FIRST,
    PlanLead.COMBINED: PlanWhy.COMBINED,
    PlanLead.NEITHER: PlanWhy.NEITHER,
    PlanLead.CANNOT_TELL: PlanWhy.CANNOT_TELL,
    PlanLead.CHOSEN: PlanWhy.CHOSEN,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanReason:
    """One reason: a sentence with the side and the number of what was found, or the exercise that is meant.

    `number` is in degrees or seconds as the sentence says; `fitted` says of which exercise, why, and what instead.
    """

    why: PlanWhy
    side: Side | None = None
    number: float | None = None
    fitted: Fitted | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A plan as it would be: nothing of it is kept.

    `choices` are the routines the basis leads to, `closed` the weekdays that cannot be added. `whole` and `short` are
    its minutes a day at full and at about ten; `short` None where it takes no longer anyway. `may_one_more`: a side may
    have a set more. `session` is one of the full weeks, `empty`: nothing of it is open to this person.
    """

    basis: PlanBasis
    controls: PlanControls
    starts_on: date
    rows: tuple[PlanRow, ...]
    reasons: tuple[PlanReason, ...]
    choices: tuple[str, ...]
    closed: Mapping[int, DayClosed]
    session: PlanSession
    whole: int
    short: int | None
    may_one_more: bool

    @property
    def empty(self) -> bool:
        """Whether there is nothing to begin."""
        return self.session.offer.routine is None


@dataclass(frozen=True, slots=True, kw_only=True)
class _FullWeek:
    """A day of the second week, at all sets."""

    week: int = 2
    half: bool = False


def first_controls(
    basis: PlanBasis,
    *,
    routine_id: str | None = None,
    has: frozenset[Equipment] = HAD_BY_MOST,
    week_begins: int = 1,
) -> PlanControls:
    """What is proposed first: the usual days, and one set more on the more limited side where the sides differ."""
    chosen = routine_id or PLANS_OF[basis.lead][0]
    return PlanControls(
        routine_id=chosen,
        days=usual_days(chosen),
        one_more=basis.side if chosen in TAKES_ONE_MORE else None,
        has=has,
        week_begins=week_begins,
    )


def with_routine(controls: PlanControls, basis: PlanBasis, routine_id: str) -> PlanControls:
    """The same for another routine: as many of the days as it allows."""
    return replace(
        controls,
        routine_id=routine_id,
        days=days_that_fit(routine_id, controls.days),
        one_more=(controls.one_more or basis.side) if routine_id in TAKES_ONE_MORE else None,
    )


def propose(basis: PlanBasis, controls: PlanControls, content: PlanContent, *, today: date) -> Proposal:
    """The proposal for what is set now."""
    starts_on = first_day(controls, today)
    session = _full_session(basis, controls, content)
    whole = _full_session(basis, replace(controls, shorter=False), content)
    short = _full_session(basis, replace(controls, shorter=True), content)
    return Proposal(
        basis=basis,
        controls=controls,
        starts_on=starts_on,
        rows=calendar(_as_record(basis, controls, starts_on), content, today=min(today, starts_on)),
        reasons=_reasons(basis, controls, session),
        choices=PLANS_OF[basis.lead],
        closed=closed_days(controls.routine_id, controls.days),
        session=session,
        whole=whole.minutes,
        short=short.minutes if has_shorter(whole) else None,
        may_one_more=controls.routine_id in TAKES_ONE_MORE and basis.side is not None,
    )


def begun(proposal: Proposal, plan_id: str, now: datetime) -> PlanRecord:
    """The plan that Start keeps."""
    return PlanRecord(
        plan_id=plan_id,
        created_at=now,
        starts_on=proposal.starts_on,
        begun_with=proposal.controls,
        basis=proposal.basis,
    )


def _as_record(basis: PlanBasis, controls: PlanControls, starts_on: date) -> PlanRecord:
    moment = datetime.combine(starts_on, datetime.min.time()).astimezone()
    return PlanRecord(plan_id="", created_at=moment, starts_on=starts_on, begun_with=controls, basis=basis)


def _full_session(basis: PlanBasis, controls: PlanControls, content: PlanContent) -> PlanSession:
    return plan_session(
        controls,
        _FullWeek(),
        content.catalogue,
        content.limits.of_any_day,
        front_thigh=basis.front_thigh,
    )


def _reasons(basis: PlanBasis, controls: PlanControls, session: PlanSession) -> tuple[PlanReason, ...]:
    """Each with what it rests on; what cannot be reasoned is not said."""
    routine_id = controls.routine_id
    lead = _OF_LEAD[basis.lead] if routine_id in PLANS_OF[basis.lead] else PlanWhy.CHOSEN
    number = basis.held_s if lead is PlanWhy.STRENGTH_FIRST else basis.difference_deg
    found = [PlanReason(why=lead, side=basis.side, number=number)]
    if controls.one_more is not None and any(s.more_on for s in session.offer.shown.steps):
        found.append(PlanReason(why=PlanWhy.ONE_MORE, side=controls.one_more, number=basis.difference_deg))
    found += _about_exercises(routine_id, session)
    if routine_id in GOES_UP:
        found.append(PlanReason(why=PlanWhy.GENTLE_FIRST))
    if routine_id == STRENGTH_PLAN:
        found.append(PlanReason(why=PlanWhy.DAY_BETWEEN))
    if controls.shorter:
        found.append(PlanReason(why=PlanWhy.SHORTER, number=session.minutes))
    return tuple(found)


def _about_exercises(routine_id: str, session: PlanSession) -> list[PlanReason]:
    ids = session.offer.shown.exercise_ids if session.offer.routine is not None else ()
    found = []
    if routine_id == LENGTH_PLAN and AT_THE_EDGE in ids:
        found.append(PlanReason(why=PlanWhy.AT_THE_EDGE))
    if routine_id == LENGTH_PLAN and FRONT_THIGH in ids:
        found.append(PlanReason(why=PlanWhy.FRONT_THIGH))
    found += [PlanReason(why=_why_fitted(fitted), fitted=fitted) for fitted in session.fitted]
    return found


def _why_fitted(fitted: Fitted) -> PlanWhy:
    if fitted.unfit is Unfit.NOTHING_POINTS_TO_IT:
        return PlanWhy.NO_FRONT_THIGH
    if fitted.exercise_id == AT_THE_EDGE and fitted.instead == KNEELING_STRETCH:
        return PlanWhy.NO_EDGE
    return PlanWhy.REPLACED if fitted.instead else PlanWhy.LEFT_OUT
