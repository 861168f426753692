"""Days in words, in the language of the window."""

from datetime import date

from PySide6.QtCore import QDate, QLocale


def weekday_and_date(day: date) -> str:
    """ "Wednesday 22 July"."""
    return _words(day, "dddd d MMMM")


def day_and_month(day: date) -> str:
    """ "8 July"."""
    return _words(day, "d MMMM")


def short_day(day: date, *, today: date) -> str:
    """ "Wed 22 July", with the year where it is not that of `today`."""
    return _words(day, "ddd d MMMM" if day.year == today.year else "ddd d MMMM yyyy")


def weekday_letter(day: date) -> str:
    """ "W"."""
    return QLocale().dayName(day.isoweekday(), QLocale.FormatType.NarrowFormat)


def _words(day: date, pattern: str) -> str:
    return QLocale().toString(QDate(day.year, day.month, day.day), pattern)
