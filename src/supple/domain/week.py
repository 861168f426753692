"""The week a day is in: it begins with the day that the person is used to."""

from datetime import date, timedelta

WEEK_DAYS = 7


def week_start(day: date, *, first_weekday: int) -> date:
    """The first day of the week of `day`; `first_weekday` from 1 for Monday to 7 for Sunday."""
    return day - timedelta(days=(day.isoweekday() - first_weekday) % WEEK_DAYS)
