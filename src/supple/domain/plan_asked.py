"""What plans asked of each day and week, and what was done of it: sessions and minutes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from supple.domain.plan import PlanRecord
from supple.domain.plan_calendar import PlanContent, minutes_by_day
from supple.domain.plan_light import PlannedSession, sessions_of
from supple.domain.plan_weeks import is_planned
from supple.domain.record import SessionRecord
from supple.domain.week import WEEK_DAYS, week_start


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedDay:
    """A day with a session of a plan, planned or done; `minutes` are those of what was planned.

    `done_s` is the time on the mat of the plan's sessions without pauses, `is_done` whether there was one.
    """

    day: date
    minutes: int
    done_s: float = 0.0
    is_done: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedWeek:
    """The week that begins on `first`: so many of its `sessions` were done, in so many seconds of so many minutes.

    A week without a session of a plan has none of them.
    """

    first: date
    done: int = 0
    sessions: int = 0
    done_s: float = 0.0
    minutes: int = 0


def asked_days(
    plans: Sequence[PlanRecord],
    sessions: Sequence[SessionRecord],
    content: PlanContent,
    *,
    today: date,
    until: date,
) -> tuple[AskedDay, ...]:
    """The days of all plans with a session, oldest first, to `until`: planned, or done without having been.

    Of two plans the one that ran on a day counts, and a day on which another one was done before it rested.
    """
    found: dict[date, AskedDay] = {}
    for plan in plans:
        minutes = minutes_by_day(plan, content, today)
        done: dict[date, list[PlannedSession]] = {}
        for session in sessions_of(plan, sessions, (), today=today):
            done.setdefault(session.day, []).append(session)
        for day in _days_of(plan, until):
            of_day = done.get(day, []) if _ran_on(plans, plan, day) or day not in found else []
            planned = _ran_on(plans, plan, day) and is_planned(plan, day, today=today)
            if of_day or planned:
                found[day] = AskedDay(
                    day=day,
                    minutes=minutes(day),
                    done_s=sum(each.session.done_s for each in of_day),
                    is_done=bool(of_day),
                )
    return tuple(found[day] for day in sorted(found))


def asked_weeks(
    days: Iterable[AskedDay], *, since: date, today: date, first_weekday: int
) -> tuple[AskedWeek, ...]:
    """The weeks from the first with a session in it, not before that of `since`, to that of `today`.

    `first_weekday` from 1 for Monday to 7 for Sunday.
    """
    by_week: dict[date, list[AskedDay]] = {}
    for day in days:
        by_week.setdefault(week_start(day.day, first_weekday=first_weekday), []).append(day)
    from_week = week_start(since, first_weekday=first_weekday)
    last = week_start(today, first_weekday=first_weekday)
    shown = [first for first in by_week if from_week <= first <= last]
    if not shown:
        return ()
    weeks = (last - min(shown)).days // WEEK_DAYS + 1
    firsts = (min(shown) + timedelta(weeks=n) for n in range(weeks))
    return tuple(_sum(first, by_week.get(first, [])) for first in firsts)


def _sum(first: date, days: Sequence[AskedDay]) -> AskedWeek:
    return AskedWeek(
        first=first,
        done=sum(day.is_done for day in days),
        sessions=len(days),
        done_s=sum(day.done_s for day in days),
        minutes=sum(day.minutes for day in days),
    )


def _days_of(plan: PlanRecord, until: date) -> Iterable[date]:
    last = until if plan.ended_at is None else min(until, plan.ended_at.date())
    return (plan.starts_on + timedelta(days=n) for n in range((last - plan.starts_on).days + 1))


def _ran_on(plans: Sequence[PlanRecord], plan: PlanRecord, day: date) -> bool:
    """Whether no newer plan had taken its place by then."""
    newer = plans[plans.index(plan) + 1 :]
    return not any(
        each.created_at.date() <= day and (each.ended_at is None or day < each.ended_at.date())
        for each in newer
    )
