"""Days and times in words, in the language of the window, whatever the system speaks."""

from datetime import date, datetime

from PySide6.QtCore import QDate, QLocale

# The window speaks English; its weeks begin on Monday and its clock counts to 24.
WINDOW = QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)


def weekday_and_date(day: date) -> str:
    """ "Wednesday 22 July"."""
    return _words(day, "dddd d MMMM")


def weekday(day: date) -> str:
    """ "Wednesday"."""
    return _words(day, "dddd")


def date_of_any_year(day: date, *, today: date) -> str:
    """ "Wednesday 22 July", with the year where it is another one than today's."""
    words = weekday_and_date(day)
    return words if day.year == today.year else f"{words} {day.year}"


def day_and_month(day: date) -> str:
    """ "8 July"."""
    return _words(day, "d MMMM")


def day_month_year(day: date) -> str:
    """ "8 July 2026"."""
    return _words(day, "d MMMM yyyy")


def short_day(day: date, *, today: date) -> str:
    """ "Wed 22 July", with the year where it is not that of `today`."""
    return _words(day, "ddd d MMMM" if day.year == today.year else "ddd d MMMM yyyy")


def weekday_letter(day: date) -> str:
    """ "W"."""
    return WINDOW.dayName(day.isoweekday(), QLocale.FormatType.NarrowFormat)


def short_weekday(number: int) -> str:
    """ "Wed" for 3."""
    return WINDOW.dayName(number, QLocale.FormatType.ShortFormat)


def short_month(number: int) -> str:
    """ "Jul" for 7."""
    return WINDOW.monthName(number, QLocale.FormatType.ShortFormat)


def time_of_day(moment: datetime) -> str:
    """ "18:30"."""
    return moment.strftime("%H:%M")


def _words(day: date, pattern: str) -> str:
    return WINDOW.toString(QDate(day.year, day.month, day.day), pattern)
