"""How a plan moves by rule: half the sets, standing still, the next week, the same again, one back.

The rules are those of docs/EVIDENCE.md 8.4 (ours).

Every move is a change with its cause, made once; one that the person took back is not made again.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from supple.domain.morning import ASKED_FOR
from supple.domain.pain import Light, Sign
from supple.domain.plan import WEEKS, PlanCause, PlanChange, PlanMove, PlanRecord
from supple.domain.plan_light import PlannedSession, sessions_of, two_green
from supple.domain.plan_weeks import GOES_UP, WEEK, PlanPlace, is_planned, place_on
from supple.domain.record import PainRecord, SafetyRecord, SessionRecord
from supple.domain.safety import Group

_BEGINS_A_COUNT = (PlanMove.NEXT_WEEK, PlanMove.FULL_AGAIN, PlanMove.WEEK_BACK)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanKnown:
    """What a plan is moved by: sessions and ratings since it began, the last answers, signs not seen about yet."""

    now: datetime
    sessions: tuple[SessionRecord, ...] = ()
    pains: tuple[PainRecord, ...] = ()
    answers: SafetyRecord | None = None
    signs: frozenset[Sign] = frozenset()

    @property
    def today(self) -> date:
        """The person's day."""
        return self.now.date()

    def sessions_of(self, plan: PlanRecord) -> tuple[PlannedSession, ...]:
        """The sessions of `plan` and how they went."""
        return sessions_of(plan, self.sessions, self.pains, today=self.today)


def settled(plan: PlanRecord, known: PlanKnown) -> PlanRecord:
    """`plan` with every change that the rules make by now; the same again gives the same."""
    if plan.ended_at is not None or known.today < plan.starts_on:
        return plan
    plan = _without_what_was_unsaid(plan, known)
    for session in known.sessions_of(plan):
        plan = _after_session(plan, session)
    plan = _after_the_questions(plan, known)
    for first in _weeks_until(plan, known.today):
        plan = _with_the_week(plan, first, known)
    return _after_missing(plan, known)


def _without_what_was_unsaid(plan: PlanRecord, known: PlanKnown) -> PlanRecord:
    """A rating that was taken back takes its change with it; of older ones not all is read any more."""
    lights = {each.session.session_id: each.light for each in known.sessions_of(plan)}
    called_for = {PlanMove.HALF: (Light.AMBER, Light.RED), PlanMove.STANDS: (Light.RED,)}
    changes = tuple(
        replace(change, taken_back_at=known.now)
        if change.holds
        and change.move in called_for
        and known.now - change.at <= ASKED_FOR
        and change.session_id in lights
        and lights[change.session_id] not in called_for[change.move]
        else change
        for change in plan.changes
    )
    return replace(plan, changes=changes)


def _after_session(plan: PlanRecord, session: PlannedSession) -> PlanRecord:
    """Amber halves the sets, red makes the plan stand still; both from the day of that session on."""
    if session.light not in (Light.AMBER, Light.RED) or session.told_at is None or session.cause is None:
        return plan
    place = place_on(plan, session.day, today=session.day)
    if place.over:
        return plan
    move = PlanMove.STANDS if session.light is Light.RED else PlanMove.HALF
    return plan.with_change(
        PlanChange(
            change_id=f"{move}:{session.session.session_id}",
            at=session.told_at,
            day=session.day,
            move=move,
            cause=session.cause,
            week=place.week,
            number=session.score,
            session_id=session.session.session_id,
        )
    )


def _after_the_questions(plan: PlanRecord, known: PlanKnown) -> PlanRecord:
    """The plan goes on when both groups of warning signs were answered since, and no sign is open."""
    standing = [change for change in plan.holding if change.move is PlanMove.STANDS]
    asked = known.answers.asked_at if known.answers is not None else {}
    for change in standing:
        answered = all(
            group in asked and asked[group] > change.at for group in (Group.EMERGENCY, Group.SEE_DOCTOR)
        )
        if answered and not known.signs:
            plan = plan.with_change(
                PlanChange(
                    change_id=f"{PlanMove.GOES_ON}:{change.session_id}",
                    at=known.now,
                    day=known.today,
                    move=PlanMove.GOES_ON,
                    cause=PlanCause.ANSWERED,
                    week=change.week,
                )
            )
    return plan


def _with_the_week(plan: PlanRecord, first: date, known: PlanKnown) -> PlanRecord:
    """What the week before leads to; a week without a session leads to nothing and is done again as it was."""
    before = first - timedelta(days=1)
    place = place_on(plan, before, today=before)
    done = [session for session in known.sessions_of(plan) if session.day < first]
    if place.stands or place.over or place.keeps_on:
        return plan
    if not any(session.day >= first - timedelta(days=WEEK) for session in done):
        return plan
    if place.half_since is not None and place.half_since >= first - timedelta(days=WEEK):
        return plan  # the week that follows is this one at half the sets, as was said
    if _waits_for_a_morning(first, known, plan):
        return plan
    move, cause, week = _week_after(plan, place, done)
    if week == place.week and _was_paused_before(plan, first):
        return plan  # a pause moves nothing: the same week goes on
    return plan.with_change(
        PlanChange(change_id=f"week:{first}", at=known.now, day=first, move=move, cause=cause, week=week)
    )


def _was_paused_before(plan: PlanRecord, first: date) -> bool:
    return any(plan.pause_on(first - timedelta(days=n)) is not None for n in range(1, WEEK + 1))


def _week_after(
    plan: PlanRecord, place: PlanPlace, done: Sequence[PlannedSession]
) -> tuple[PlanMove, PlanCause, int]:
    goes_up = plan.controls.routine_id in GOES_UP
    since = place.half_since or _counted_since(plan, done[-1].day)
    enough = two_green([session for session in done if session.day >= since])
    if place.half:
        if not enough:
            return PlanMove.HALF_AGAIN, PlanCause.NOT_TWO_GREEN, place.week
        move = PlanMove.FULL_AGAIN if place.week < WEEKS else PlanMove.OVER
        return move, PlanCause.TWO_GREEN, place.week + 1
    if place.week == WEEKS:
        return PlanMove.OVER, PlanCause.FOUR_WEEKS, WEEKS + 1
    if not goes_up:
        return PlanMove.NEXT_WEEK, PlanCause.WEEK_PASSED, place.week + 1
    if enough:
        return PlanMove.NEXT_WEEK, PlanCause.TWO_GREEN, place.week + 1
    return PlanMove.WEEK_AGAIN, PlanCause.NOT_TWO_GREEN, place.week


def _counted_since(plan: PlanRecord, day: date) -> date:
    """The day from which green sessions count towards the next week."""
    moves = [c.day for c in plan.holding if c.move in _BEGINS_A_COUNT and c.day <= day]
    return moves[-1] if moves else plan.starts_on


def _waits_for_a_morning(first: date, known: PlanKnown, plan: PlanRecord) -> bool:
    """Whether the morning after the last session can still be told, and nothing was done since the week began."""
    last = known.sessions_of(plan)[-1]
    return last.day < first and last.is_open and known.today - last.day <= ASKED_FOR


def _after_missing(plan: PlanRecord, known: PlanKnown) -> PlanRecord:
    """Seven days without a session, pauses left out, lead one week back, once; there is none before the first."""
    done = known.sessions_of(plan)
    place = place_on(plan, known.today, today=known.today)
    nowhere = place.week == 1 or place.stands or place.over
    if not done or nowhere or plan.pause_on(known.today) is not None:
        return plan
    last = done[-1]
    between = [last.day + timedelta(days=n) for n in range(1, (known.today - last.day).days)]
    away = [day for day in between if plan.pause_on(day) is None]
    missed = [day for day in away if is_planned(plan, day, today=known.today)]
    if len(away) + 1 < WEEK or not missed:
        return plan
    return plan.with_change(
        PlanChange(
            change_id=f"{PlanMove.WEEK_BACK}:{last.session.session_id}",
            at=known.now,
            day=known.today,
            move=PlanMove.WEEK_BACK,
            cause=PlanCause.MISSED,
            week=place.week - 1,
            number=len(away) + 1,
        )
    )


def _weeks_until(plan: PlanRecord, today: date) -> Iterable[date]:
    """The first days of its weeks after the first."""
    first = plan.week_of(plan.starts_on) + timedelta(days=WEEK)
    while first <= today:
        yield first
        first += timedelta(days=WEEK)
