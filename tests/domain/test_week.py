"""A week begins with the day that the person is used to."""

from datetime import date

import pytest

from supple.domain.week import week_start


@pytest.mark.parametrize(
    ("first_weekday", "start"),
    [(1, date(2026, 11, 23)), (7, date(2026, 11, 22)), (6, date(2026, 11, 21)), (3, date(2026, 11, 25))],
)
def test_the_week_of_a_wednesday(first_weekday: int, start: date) -> None:
    assert week_start(date(2026, 11, 25), first_weekday=first_weekday) == start
