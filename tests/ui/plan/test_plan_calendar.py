"""The calendar of a plan as it is laid out beside other cards."""

from datetime import date, timedelta

import pytest
from pytestqt.qtbot import QtBot

from supple.ui.kit.theme import Theme
from supple.ui.plan.plan_calendar import CalendarDay, CalendarWeek, DayLook, PlanCalendar

MONDAY = date(2026, 6, 29)
WHATS = ("Gentle first week", "Full plan, easy range", "One thing more", "One strength day")
ON_THE_PAGE, ON_THE_PROPOSAL = 555, 758  # as wide as it is in a window of 1280


def weeks() -> tuple[CalendarWeek, ...]:
    """Four of them, with a session each day."""
    return tuple(
        CalendarWeek(
            name=f"Week {number + 1}",
            what=what,
            days=tuple(
                CalendarDay(
                    day=MONDAY + timedelta(weeks=number, days=n), look=DayLook.DONE, sentence="", minutes="14"
                )
                for n in range(7)
            ),
        )
        for number, what in enumerate(WHATS)
    )


@pytest.mark.parametrize("width", [ON_THE_PAGE, ON_THE_PROPOSAL])
def test_what_a_week_is_for_stands_on_one_line_so_that_all_weeks_are_as_high(
    qtbot: QtBot, theme: Theme, width: int
) -> None:
    calendar = PlanCalendar(theme)
    qtbot.addWidget(calendar)
    calendar.set_weeks(weeks())
    one = PlanCalendar(theme)
    qtbot.addWidget(one)
    one.set_weeks(weeks()[2:3])
    row = one.heightForWidth(width)
    assert calendar.heightForWidth(width) == row + 3 * (theme.px(50) + 6)
