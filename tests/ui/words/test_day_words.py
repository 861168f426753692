"""Days, times and numbers are said in the language of the window, in the order and with the clock of the system."""

import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import date, datetime

import pytest
from PySide6.QtWidgets import QApplication

from supple.ui.words.day_words import (
    first_weekday,
    follow,
    short_day,
    short_month,
    time_of_day,
    weekday_letter,
)

SAY = """
from datetime import date, datetime
from PySide6.QtCore import QCoreApplication
application = QCoreApplication([])
from supple.app.languages import speak
from supple.ui.words.day_words import *
speak("en")
day = date(2026, 11, 25)
print(weekday_and_date(day), short_day(day, today=date(2027, 1, 1)), time_of_day(datetime(2026, 11, 25, 18, 5)),
      first_weekday(), number_words(4.5), sep="; ")
"""
EVENING = datetime(2026, 11, 25, 18, 5)  # noqa: DTZ001 - local time is meant


@pytest.fixture(autouse=True)
def as_the_system(qapp: QApplication) -> Iterator[None]:
    yield
    follow(clock="system", week_begins="system")


@pytest.mark.parametrize(
    ("system", "words"),
    [
        ("C.UTF-8", "Wednesday 25 November; Wed 25 November 2026; 18:05; 1; 4.5"),
        ("en_GB.UTF-8", "Wednesday 25 November; Wed 25 November 2026; 18:05; 1; 4.5"),
        ("en_US.UTF-8", "Wednesday, November 25; Wed, November 25, 2026; 6:05 pm; 7; 4.5"),
        ("de_DE.UTF-8", "Wednesday 25 November; Wed 25 November 2026; 18:05; 1; 4,5"),
    ],
)
def test_the_system_says_in_which_order_and_by_which_clock(system: str, words: str) -> None:
    environment = {**os.environ, "LC_ALL": system, "LANG": system}
    said = subprocess.run(
        [sys.executable, "-c", SAY], env=environment, capture_output=True, text=True, check=True
    )
    assert said.stdout.strip().replace("\u202f", " ") == words


def test_the_clock_that_was_chosen_comes_before_the_systems() -> None:
    assert time_of_day(EVENING) == "18:05"
    assert follow(clock="12", week_begins="system")
    assert time_of_day(EVENING) == "6:05 pm"
    assert follow(clock="24", week_begins="system")
    assert not follow(clock="24", week_begins="system")
    assert time_of_day(EVENING) == "18:05"


@pytest.mark.parametrize(("chosen", "number"), [("system", 1), ("monday", 1), ("saturday", 6), ("sunday", 7)])
def test_a_week_begins_with_the_chosen_day(chosen: str, number: int) -> None:
    follow(clock="system", week_begins=chosen)
    assert first_weekday() == number


def test_days_have_their_english_names() -> None:
    assert weekday_letter(3) == "W"
    assert short_day(date(2026, 11, 25), today=date(2026, 12, 1)) == "Wed 25 November"
    assert short_month(7) == "Jul"
