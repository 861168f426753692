"""A plan's weeks begin with the day that the person is used to, and stay so for this plan."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from tests.domain.plan_life import CONTENT, LENGTH, Life

from supple.domain.plan import PlanMove
from supple.domain.plan_changes import set_anew
from supple.domain.plan_proposal import begun, first_controls, propose
from supple.domain.plan_weeks import WEEKS

SUNDAY = date(2026, 6, 28)


def life(today: date, week_begins: int) -> Life:
    controls = first_controls(LENGTH, week_begins=week_begins)
    proposal = propose(LENGTH, controls, CONTENT, today=today)
    return Life(begun(proposal, "p", datetime.combine(today, time(7), tzinfo=UTC)), day=today)


@pytest.mark.parametrize(("week_begins", "weekday"), [(1, 0), (6, 5), (7, 6)])
def test_every_row_of_the_calendar_begins_with_it(week_begins: int, weekday: int) -> None:
    lived = life(SUNDAY, week_begins)
    rows = lived.look().rows
    assert len(rows) == WEEKS
    assert {row.days[0].day.weekday() for row in rows} == {weekday}
    assert lived.plan.starts_on in rows[0].week.days


@pytest.mark.parametrize("week_begins", [1, 6, 7])
def test_the_next_week_comes_on_it_and_has_as_many_sessions(week_begins: int) -> None:
    lived = life(SUNDAY, week_begins)
    lived.well_until(lived.plan.week_of(SUNDAY) + timedelta(weeks=WEEKS + 1))
    moves = [change for change in lived.plan.holding if change.move is PlanMove.NEXT_WEEK]
    assert [change.week for change in moves] == [2, 3, 4]
    assert {change.day.isoweekday() for change in moves} == {week_begins}


def test_a_plan_begins_this_week_only_if_its_days_are_left_in_it() -> None:
    monday_first, sunday_first = life(SUNDAY, 1).plan, life(SUNDAY, 7).plan
    assert sunday_first.starts_on == SUNDAY  # a week lies before it
    assert monday_first.starts_on == SUNDAY + timedelta(days=1)  # the week is over
    wednesday = SUNDAY + timedelta(days=3)
    assert life(wednesday, 7).plan.week_of(life(wednesday, 7).plan.starts_on) > wednesday


def test_what_is_set_anew_among_other_weeks_does_not_move_the_plan() -> None:
    lived = life(SUNDAY, 7)
    other = replace(lived.plan.controls, days=frozenset({0, 2, 4}), week_begins=1)
    lived.plan = set_anew(lived.plan, other, lived.now)
    rows = lived.look().rows
    assert [row.days[0].day for row in rows] == [SUNDAY + timedelta(weeks=n) for n in range(WEEKS)]
