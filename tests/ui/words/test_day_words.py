"""Days are said in the language of the window, whatever language the system speaks."""

from collections.abc import Iterator
from datetime import date, datetime

import pytest
from PySide6.QtCore import QLocale

from supple.ui.words.day_words import short_day, short_month, time_of_day, weekday_and_date, weekday_letter


@pytest.fixture(params=[QLocale.Language.C, QLocale.Language.German, QLocale.Language.Arabic])
def system(request: pytest.FixtureRequest) -> Iterator[QLocale]:
    before = QLocale()
    QLocale.setDefault(QLocale(request.param))
    yield QLocale()
    QLocale.setDefault(before)


def test_days_are_said_in_english_on_every_system(system: QLocale) -> None:
    day = date(2026, 11, 25)
    assert weekday_letter(day) == "W"
    assert weekday_and_date(day) == "Wednesday 25 November"
    assert short_day(day, today=date(2027, 1, 1)) == "Wed 25 November 2026"
    assert short_month(7) == "Jul"
    assert time_of_day(datetime(2026, 11, 25, 8, 5)) == "08:05"  # noqa: DTZ001 - local time is meant
