"""What a running plan asks of today: a session, rest, a check, an answer, or nothing at all."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from supple.domain.plan import WEEKS, PlanChange, PlanMove, PlanPause, PlanRecord
from supple.domain.plan_calendar import (
    DayMark,
    PlanContent,
    PlanRow,
    calendar,
    next_check,
    next_planned,
    session_on,
)
from supple.domain.plan_changes import week_back
from supple.domain.plan_ladder import PlanOffer, plan_offer
from supple.domain.plan_light import PlannedSession
from supple.domain.plan_outlook import Outlook, outlook
from supple.domain.plan_rules import PlanKnown
from supple.domain.plan_session import PlanSession
from supple.domain.plan_weeks import PlanPlace, is_planned, place_on
from supple.domain.progress import PlanOfWeek
from supple.domain.record import SelfTestRecord
from supple.domain.session import SessionOutcome
from supple.domain.week import WEEK_DAYS

NOT_AFTER_TRAINING = timedelta(minutes=30)
"""Stretching changes what a check finds for less than half an hour (docs/EVIDENCE.md 8.5)."""


class PlanDue(StrEnum):
    """What stands on Today of a running plan, the weightiest first."""

    STANDS = "stands until the signs were asked"
    OVER = "the four weeks are over"
    PAUSED = "paused"
    NOT_BEGUN = "begins on a later day"
    DONE = "done today"
    CHECK = "a day to check again"
    SESSION = "a session"
    REST = "a day of rest"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanToday:
    """Today of a running plan.

    `session` is what is due, or what comes `next_on`. `missed` is the week back that holds since the last session.
    `check_optional`: the check of this week may be left out; `check_waits`: a session ended less than half an hour ago.
    `session_today`: one is due beside the check that was put off to today. `outlook` says when to see someone.
    """

    today: date
    plan: PlanRecord
    due: PlanDue
    place: PlanPlace
    session: PlanSession
    rows: tuple[PlanRow, ...]
    done: tuple[PlannedSession, ...]
    next_on: date | None = None
    pause: PlanPause | None = None
    missed: PlanChange | None = None
    offer: PlanOffer | None = None
    check_optional: bool = False
    check_waits: bool = False
    session_today: bool = False
    next_check: date | None = None
    outlook: Outlook = Outlook.GO_ON


def plan_today(
    plan: PlanRecord, known: PlanKnown, content: PlanContent, *, checks: Sequence[SelfTestRecord] = ()
) -> PlanToday:
    """Today of `plan`, which the rules have moved already (`domain/plan_rules.py`)."""
    today = known.today
    done = known.sessions_of(plan)
    rows = calendar(plan, content, today=today, done=done, checks=checks)
    place = place_on(plan, today, today=today)
    due = _due(plan, place, done, rows, today)
    next_on = next_planned(plan, after=today, today=today)
    session_today = due is PlanDue.CHECK and is_planned(plan, today, today=today)
    shown = today if session_today or due in (PlanDue.SESSION, PlanDue.DONE) else (next_on or today)
    session = session_on(plan, shown, content, today=today)
    return PlanToday(
        plan=plan,
        today=today,
        due=due,
        place=place,
        session=session,
        rows=rows,
        done=done,
        next_on=next_on,
        pause=plan.pause_on(today),
        missed=_missed(plan, done),
        offer=plan_offer(plan, known, session, content.catalogue),
        check_optional=place.week < WEEKS,
        session_today=session_today,
        check_waits=any(_just_ended(each, known) for each in done),
        next_check=next_check(rows, today),
        outlook=outlook(plan, known.pains, today),
    )


def _due(
    plan: PlanRecord,
    place: PlanPlace,
    done: Sequence[PlannedSession],
    rows: Sequence[PlanRow],
    today: date,
) -> PlanDue:
    cells = [day for row in rows for day in row.days if day.day == today]
    whole = (each for each in done if each.session.outcome is SessionOutcome.COMPLETED)
    checks = any(cell.is_check and not cell.is_checked for cell in cells)
    planned = is_planned(plan, today, today=today)
    was_put_off = any(c.move is PlanMove.CHECK_OFF and c.until == today for c in plan.holding)
    holds = {
        PlanDue.STANDS: place.stands,
        PlanDue.OVER: place.over or plan.ended_at is not None,
        PlanDue.PAUSED: plan.pause_on(today) is not None,
        PlanDue.NOT_BEGUN: today < plan.starts_on,
        PlanDue.DONE: any(each.day == today for each in whole),
        PlanDue.CHECK: checks and (was_put_off or not planned),
        PlanDue.SESSION: planned,
    }
    return next((due for due, is_so in holds.items() if is_so), PlanDue.REST)


def _missed(plan: PlanRecord, done: Sequence[PlannedSession]) -> PlanChange | None:
    """The week back after which nothing was done yet."""
    back = week_back(plan)
    if back is None or (done and done[-1].session.started_at > back.at):
        return None
    return back


def _just_ended(each: PlannedSession, known: PlanKnown) -> bool:
    ended = each.session.ended_at
    return ended is not None and timedelta() <= known.now - ended < NOT_AFTER_TRAINING


def asked_of_week(today: PlanToday, first: date) -> PlanOfWeek:
    """What the plan has in the seven days from `first` on; a missed day had a session, and nothing was done."""
    week = [first + timedelta(days=n) for n in range(WEEK_DAYS)]
    cells = [cell for row in today.rows for cell in row.days if cell.day in week]
    planned = frozenset(c.day for c in cells if c.mark in (DayMark.PLANNED, DayMark.DONE))
    missed = frozenset(cell.day for cell in cells if cell.missed)
    return PlanOfWeek(
        planned=planned,
        missed=missed,
        done=sum(cell.mark is DayMark.DONE for cell in cells),
        sessions=len(planned | missed),
        checks=frozenset(c.day for c in cells if c.is_check and not c.is_checked),
    )
