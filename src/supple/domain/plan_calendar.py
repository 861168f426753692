"""The calendar of a plan: for each day of each week what is planned, was done, rests, or is a day to check again."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from supple.domain.catalogue import Catalogue
from supple.domain.minutes import whole_minutes
from supple.domain.offered import Limits
from supple.domain.plan import PlanPause, PlanRecord
from supple.domain.plan_light import PlannedSession
from supple.domain.plan_session import PlanSession, plan_session
from supple.domain.plan_weeks import (
    PlanWeek,
    check_day,
    is_planned,
    is_strength_day,
    place_on,
    plan_weeks,
)
from supple.domain.record import SelfTestRecord


class DayMark(StrEnum):
    """What stands in a day's cell; a missed day looks like one of rest."""

    REST = "rest"
    PLANNED = "planned"
    DONE = "done"
    PAUSED = "paused"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanDay:
    """One cell: `minutes` of what is planned or was done, `half` where it was or is at half the sets.

    `is_check`: a day to check the hips again; `is_checked`: that was done in this week. `strength`: a set more of it.
    `missed`: it had a session, and nothing was done.
    """

    day: date
    mark: DayMark
    minutes: int = 0
    half: bool = False
    is_check: bool = False
    is_checked: bool = False
    strength: bool = False
    missed: bool = False
    sessions: tuple[PlannedSession, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanRow:
    """One week of the calendar with its seven days."""

    week: PlanWeek
    days: tuple[PlanDay, ...]

    @property
    def planned(self) -> int:
        """How many sessions it has, done ones among them."""
        return sum(day.mark in (DayMark.PLANNED, DayMark.DONE) for day in self.days)

    @property
    def done(self) -> int:
        """On how many days something was done."""
        return sum(day.mark is DayMark.DONE for day in self.days)

    @property
    def minutes(self) -> int:
        """Minutes of what is planned or was done."""
        return sum(day.minutes for day in self.days)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanContent:
    """What sessions are made of: the exercises and routines, and what holds for this person."""

    catalogue: Catalogue
    limits: Limits


def session_on(plan: PlanRecord, day: date, content: PlanContent, *, today: date) -> PlanSession:
    """What a session of `day` would play, whether or not one is due."""
    return plan_session(
        plan.controls_on(day),
        place_on(plan, day, today=today),
        content.catalogue,
        content.limits if day == today else content.limits.of_any_day,
        front_thigh=plan.basis.front_thigh,
        steps=plan.steps_on(day),
        strength_day=is_strength_day(plan, day, today=today),
    )


def calendar(
    plan: PlanRecord,
    content: PlanContent,
    *,
    today: date,
    done: Sequence[PlannedSession] = (),
    checks: Sequence[SelfTestRecord] = (),
) -> tuple[PlanRow, ...]:
    """The rows from the first week to the last, as far as it can be told today."""
    minutes = minutes_by_day(plan, content, today)
    checked = {each.taken_at.date() for each in checks if each.is_finished and each.checks}
    weeks = plan_weeks(plan, today=today)
    due = _checks_due(plan, weeks, checked, today=today)
    rows = []
    for week in weeks:
        days = []
        for day in week.days:
            of_day = tuple(session for session in done if session.day == day)
            mark = _mark(plan, day, today, has_session=bool(of_day))
            days.append(
                PlanDay(
                    day=day,
                    mark=mark,
                    minutes=_minutes_of(of_day) if of_day else minutes(day) if mark is DayMark.PLANNED else 0,
                    half=mark in (DayMark.PLANNED, DayMark.DONE)
                    and place_on(plan, day, today=today).half
                    and not _made_it_half(plan, of_day),
                    is_check=day in due or (day in checked and day >= plan.starts_on),
                    is_checked=day in checked or due.get(day, False),
                    strength=mark is DayMark.PLANNED and is_strength_day(plan, day, today=today),
                    missed=mark is DayMark.REST and day < today and is_planned(plan, day, today=today),
                    sessions=of_day,
                )
            )
        rows.append(PlanRow(week=week, days=tuple(days)))
    return tuple(rows)


def _checks_due(
    plan: PlanRecord, weeks: Sequence[PlanWeek], checked: Collection[date], *, today: date
) -> dict[date, bool]:
    """The days of checks, and whether each was done: in its week, or by the day to which it was put off."""
    found = {}
    for week in weeks:
        day = check_day(plan, week, today=today)
        if day is not None:
            found[day] = any(week.first <= each <= max(day, week.days[-1]) for each in checked)
    return found


def _mark(plan: PlanRecord, day: date, today: date, *, has_session: bool) -> DayMark:
    pause: PlanPause | None = plan.pause_on(day)
    if has_session:
        return DayMark.DONE
    if pause is not None and day >= plan.starts_on:
        return DayMark.PAUSED
    due = day >= today and is_planned(plan, day, today=today)
    return DayMark.PLANNED if due else DayMark.REST


def _made_it_half(plan: PlanRecord, of_day: Sequence[PlannedSession]) -> bool:
    """Whether this session itself brought the half sets: it was a whole one."""
    ids = {session.session.session_id for session in of_day}
    return any(change.session_id in ids for change in plan.holding if change.session_id)


def _minutes_of(sessions: Sequence[PlannedSession]) -> int:
    return sum(whole_minutes(session.session.done_s * 1000) for session in sessions)


def minutes_by_day(plan: PlanRecord, content: PlanContent, today: date) -> Callable[[date], int]:
    """The minutes of a day's session, whether or not one is due; each kind of session is worked out once."""
    known: dict[tuple[object, ...], int] = {}

    def minutes(day: date) -> int:
        place = place_on(plan, day, today=today)
        strength = is_strength_day(plan, day, today=today)
        steps = plan.steps_on(day)
        key = (plan.controls_on(day), place.week, place.half, strength, steps, day == today)
        if key not in known:
            known[key] = session_on(plan, day, content, today=today).minutes
        return known[key]

    return minutes


def next_planned(plan: PlanRecord, *, after: date, today: date) -> date | None:
    """The next day with a session, within five weeks."""
    days = (after + timedelta(days=n) for n in range(1, 36))
    return next((day for day in days if is_planned(plan, day, today=today)), None)


def next_check(rows: Sequence[PlanRow], today: date) -> date | None:
    """The next day to check again that was not checked yet."""
    days = (day for row in rows for day in row.days)
    return next((d.day for d in days if d.is_check and not d.is_checked and d.day >= today), None)
