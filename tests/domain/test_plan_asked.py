"""What plans asked of days and weeks, and what was done of it: the figures of Today, the plan's page and Progress."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

from tests.domain.plan_life import CONTENT, LENGTH, MONDAY, STRENGTH, Life, plan_of

from supple.domain.plan import PlanMove, PlanRecord, PlanStep, Rung
from supple.domain.plan_asked import AskedDay, asked_days, asked_weeks
from supple.domain.plan_calendar import session_on
from supple.domain.plan_changes import ended, rests_for_another, step_taken
from supple.domain.plan_day import asked_of_week

SUNDAY = MONDAY + timedelta(days=6)


def asked(life: Life, *plans: PlanRecord, until: date | None = None) -> tuple[AskedDay, ...]:
    last = until or life.day + timedelta(days=6 - life.day.weekday())
    return asked_days(plans or (life.plan,), life.sessions, CONTENT, today=life.day, until=last)


def test_days_that_were_planned_count_with_those_that_were_done() -> None:
    life = Life(plan_of())
    life.green()  # Monday
    life.until(SUNDAY)
    days = asked(life)
    assert [day.day.weekday() for day in days if day.is_done] == [0]
    missed = asked_of_week(life.look(), MONDAY).missed
    assert missed
    assert missed <= {day.day for day in days}
    assert all(day.minutes > 0 and not day.done_s for day in days if not day.is_done)


def test_progress_counts_as_today_does() -> None:
    life = Life(plan_of())
    life.green()
    life.sleep()
    life.green()  # Wednesday
    week = asked_weeks(asked(life), since=MONDAY, today=life.day, first_weekday=1)[-1]
    of_today = asked_of_week(life.look(), MONDAY)
    assert (week.done, week.sessions) == (of_today.done, of_today.sessions) == (2, 3)
    assert week.done_s == 1600.0


def test_a_week_begins_where_the_person_is_used_to() -> None:
    days = [AskedDay(day=MONDAY, minutes=10), AskedDay(day=SUNDAY, minutes=14)]
    from_monday = asked_weeks(days, since=MONDAY, today=SUNDAY, first_weekday=1)
    assert [(week.first, week.minutes) for week in from_monday] == [(MONDAY, 24)]
    from_sunday = asked_weeks(days, since=MONDAY, today=SUNDAY, first_weekday=7)
    assert [(week.first, week.minutes) for week in from_sunday] == [
        (MONDAY - timedelta(days=1), 10),
        (SUNDAY, 14),
    ]


def test_weeks_between_two_plans_are_there_and_empty() -> None:
    days = [AskedDay(day=MONDAY, minutes=10), AskedDay(day=MONDAY + timedelta(weeks=2), minutes=14)]
    weeks = asked_weeks(days, since=date(2026, 1, 1), today=MONDAY + timedelta(weeks=3), first_weekday=1)
    assert [week.minutes for week in weeks] == [10, 0, 14, 0]
    assert asked_weeks([], since=MONDAY, today=SUNDAY, first_weekday=1) == ()


def test_a_stretch_begins_with_its_first_whole_week() -> None:
    days = [AskedDay(day=MONDAY + timedelta(weeks=n), minutes=n + 1) for n in range(4)]
    since = MONDAY + timedelta(weeks=2, days=3)
    weeks = asked_weeks(days, since=since, today=since, first_weekday=1)
    assert [week.minutes for week in weeks] == [3]


def test_a_plan_that_rests_for_another_asks_for_nothing_more() -> None:
    life = Life(plan_of(LENGTH))
    life.green()
    life.sleep(6)
    old = rests_for_another(life.plan, life.now)
    new = replace(plan_of(STRENGTH), plan_id="q", created_at=life.now, starts_on=life.day)
    days = asked(life, old, new)
    strength_days = new.begun_with.days
    second = [day.day for day in days if day.day >= life.day]
    assert second
    assert {day.weekday() for day in second} <= strength_days
    assert [day.day for day in days if day.is_done] == [MONDAY]


def test_an_ended_plan_keeps_what_it_asked_for_until_then() -> None:
    life = Life(plan_of())
    life.until(MONDAY + timedelta(days=3))
    over = ended(life.plan, life.now)
    days = asked(life, over, until=MONDAY + timedelta(weeks=2))
    assert days
    assert max(day.day for day in days) < life.day


def test_a_step_up_makes_later_sessions_longer_and_not_earlier_ones() -> None:
    life = Life(plan_of())
    life.well_until(MONDAY + timedelta(weeks=2))
    exercise = next(
        step.exercise_id
        for step in session_on(life.plan, life.day, CONTENT, today=life.day).offer.whole.steps
        if step.exercise_id == "glute_bridge"
    )
    before = {day.day: day.minutes for day in asked(life)}
    step = PlanStep(rung=Rung.SETS, exercise_id=exercise, amount=1)
    life.plan = step_taken(life.plan, step, datetime.combine(life.day, time(9), tzinfo=life.now.tzinfo))
    assert PlanMove.STEP_UP in life.moves
    after = {day.day: day.minutes for day in asked(life)}
    assert all(after[day] == minutes for day, minutes in before.items() if day < life.day)
    assert any(after[day] > minutes for day, minutes in before.items() if day >= life.day)
