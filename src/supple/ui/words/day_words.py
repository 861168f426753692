"""Days, times and numbers in words: the window's language, written the way the system does or the person chose."""

from datetime import date, datetime

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QTime

translate = QCoreApplication.translate

CLOCK, WEEK = "clock", "week_begins"
WEEKDAYS = {"monday": 1, "saturday": 6, "sunday": 7}


def follow(*, clock: str, week_begins: str) -> bool:
    """Write times by `clock` ("12", "24", "system"), weeks from `week_begins`; whether that is a change.

    Both are kept where Qt keeps the locale and the font: with the application.
    """
    application = QCoreApplication.instance()
    if application is None or (application.property(CLOCK), application.property(WEEK)) == (
        clock,
        week_begins,
    ):
        return False
    application.setProperty(CLOCK, clock)
    application.setProperty(WEEK, week_begins)
    return True


def first_weekday() -> int:
    """The day with which a week begins, from 1 for Monday to 7."""
    application = QCoreApplication.instance()
    chosen = application.property(WEEK) if application is not None else None
    return WEEKDAYS.get(str(chosen)) or QLocale.system().firstDayOfWeek().value


def weekday_and_date(day: date) -> str:
    """ "Wednesday 22 July"."""
    return _words(day, translate("Days", "dddd d MMMM"), translate("Days", "dddd, MMMM d"))


def weekday(day: date) -> str:
    """ "Wednesday"."""
    return weekday_name(day.isoweekday())


def date_of_any_year(day: date, *, today: date) -> str:
    """ "Wednesday 22 July", with the year where it is another one than today's."""
    if day.year == today.year:
        return weekday_and_date(day)
    return _words(day, translate("Days", "dddd d MMMM yyyy"), translate("Days", "dddd, MMMM d, yyyy"))


def day_and_month(day: date) -> str:
    """ "8 July"."""
    return _words(day, translate("Days", "d MMMM"), translate("Days", "MMMM d"))


def day_month_year(day: date) -> str:
    """ "8 July 2026"."""
    return _words(day, translate("Days", "d MMMM yyyy"), translate("Days", "MMMM d, yyyy"))


def short_day(day: date, *, today: date) -> str:
    """ "Wed 22 July", with the year where it is not that of `today`."""
    if day.year == today.year:
        return _words(day, translate("Days", "ddd d MMMM"), translate("Days", "ddd, MMMM d"))
    return _words(day, translate("Days", "ddd d MMMM yyyy"), translate("Days", "ddd, MMMM d, yyyy"))


def weekday_letter(number: int) -> str:
    """ "W" for 3."""
    return QLocale().dayName(number, QLocale.FormatType.NarrowFormat)


def short_weekday(number: int) -> str:
    """ "Wed" for 3."""
    return QLocale().dayName(number, QLocale.FormatType.ShortFormat)


def weekday_name(number: int) -> str:
    """ "Wednesday" for 3."""
    return QLocale().dayName(number, QLocale.FormatType.LongFormat)


def short_month(number: int) -> str:
    """ "Jul" for 7."""
    return QLocale().monthName(number, QLocale.FormatType.ShortFormat)


def on_the_wall(moment: datetime) -> datetime:
    """`moment` with the offset that holds there and then: what the person's clock shows at that moment."""
    try:
        return moment.astimezone()
    except (ValueError, OverflowError):  # a TZ of a whole day or more; the last day there is
        return moment


def time_of_day(moment: datetime) -> str:
    """ "18:30", "6:30 pm"."""
    return _time(moment, translate("Days", "h:mm ap") if _counts_to_twelve() else translate("Days", "HH:mm"))


def time_to_the_second(moment: datetime) -> str:
    """ "18:30:05", "6:30:05 pm"."""
    return _time(
        moment, translate("Days", "h:mm:ss ap") if _counts_to_twelve() else translate("Days", "HH:mm:ss")
    )


def number_words(number: float) -> str:
    """ "4.5", "4,5"."""
    return QLocale().toString(float(number), "g", 6)


def _counts_to_twelve() -> bool:
    application = QCoreApplication.instance()
    chosen = application.property(CLOCK) if application is not None else None
    if chosen in ("12", "24"):
        return bool(chosen == "12")
    return "a" in QLocale.system().timeFormat(QLocale.FormatType.ShortFormat).lower()


def _words(day: date, day_first: str, month_first: str) -> str:
    system = QLocale.system().dateFormat(QLocale.FormatType.ShortFormat)
    pattern = month_first if system.find("M") < system.find("d") else day_first
    return QLocale().toString(QDate(day.year, day.month, day.day), pattern)


def _time(moment: datetime, pattern: str) -> str:
    return QLocale().toString(QTime(moment.hour, moment.minute, moment.second), pattern)
