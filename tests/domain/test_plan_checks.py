"""When the hips are checked again: in the second and the fourth week, put off by a day if wanted, then every fourth."""

from datetime import date, timedelta

from tests.domain.plan_life import CONTENT, MONDAY, Life, plan_of
from tests.domain.taken import on_the_floor

from supple.domain.findings import Finding
from supple.domain.plan import PlanRecord
from supple.domain.plan_calendar import calendar
from supple.domain.plan_changes import check_put_off, kept_on, taken_back
from supple.domain.plan_day import PlanDue
from supple.domain.record import SelfTestRecord


def to_the_check() -> Life:
    """On the day of the check of the second week."""
    life = Life(plan_of())
    while life.look().due is not PlanDue.CHECK:
        if life.look().due is PlanDue.SESSION:
            life.green()
        else:
            life.sleep()
        assert life.day < MONDAY + timedelta(weeks=2)
    return life


def checks_of(plan: PlanRecord, today: date, *tests: SelfTestRecord) -> list[tuple[date, bool]]:
    """The days of checks in the calendar, and whether each was done."""
    rows = calendar(plan, CONTENT, today=today, checks=tests)
    return [(day.day, day.is_checked) for row in rows for day in row.days if day.is_check]


def test_one_that_is_put_off_is_due_the_next_day_and_not_today() -> None:
    life = to_the_check()
    put_off = life.day
    life.plan = check_put_off(life.plan, life.now)
    assert life.look().due is not PlanDue.CHECK
    assert checks_of(life.plan, life.day)[0] == (put_off + timedelta(days=1), False)
    life.sleep()
    assert life.look().due is PlanDue.CHECK
    life.plan = check_put_off(life.plan, life.now)
    life.sleep()
    assert life.look().due is PlanDue.CHECK
    life.sleep()
    assert life.look().due is not PlanDue.CHECK


def test_it_comes_before_the_session_of_that_day_which_can_be_done_all_the_same() -> None:
    life = to_the_check()
    while not life.look().session_today:
        assert life.look().due is PlanDue.CHECK
        life.plan = check_put_off(life.plan, life.now)
        life.sleep()
    assert life.look().due is PlanDue.CHECK
    life.train()
    assert life.look().due is PlanDue.DONE


def test_one_that_is_put_off_can_be_taken_back() -> None:
    life = to_the_check()
    life.plan = check_put_off(life.plan, life.now)
    life.plan = taken_back(life.plan, life.plan.changes[-1], life.now)
    assert life.look().due is PlanDue.CHECK


def test_one_that_was_put_off_and_done_is_not_asked_for_again() -> None:
    life = to_the_check()
    life.plan = check_put_off(life.plan, life.now)
    life.sleep()
    test = on_the_floor(Finding.LEVEL, Finding.LEVEL, at=life.now)
    assert (life.day, True) in checks_of(life.plan, life.day, test)
    assert (life.day, False) not in checks_of(life.plan, life.day, test)


def test_who_keeps_on_is_asked_every_fourth_week() -> None:
    life = Life(plan_of())
    life.well_until(MONDAY + timedelta(weeks=4))
    assert life.look().due is PlanDue.OVER
    life.plan = kept_on(life.plan, life.now)
    begun, asked = life.day, set()
    while life.day < begun + timedelta(weeks=8):
        today = life.look()
        if today.due is PlanDue.CHECK:
            asked.add((life.day - begun).days // 7 + 1)
        if today.due is PlanDue.SESSION:
            life.green()
        else:
            life.sleep()
    assert asked == {4, 8}
