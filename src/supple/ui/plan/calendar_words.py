"""The calendar of a plan in words: what its weeks are called, and what is said of each day."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication

from supple.domain.plan_calendar import DayMark, PlanDay, PlanRow
from supple.domain.plan_weeks import PlanWeek, WeekKind
from supple.ui.plan.plan_calendar import CalendarDay, CalendarWeek, DayLook
from supple.ui.words.content_words import minutes_words
from supple.ui.words.day_words import weekday_and_date
from supple.ui.words.plan_counts import PlanCounts

translate = QCoreApplication.translate


def calendar_words(rows: Sequence[PlanRow], *, today: date, begun: bool) -> tuple[CalendarWeek, ...]:
    """All of it; a plan that has not `begun` looks lighter and says "min" in each cell."""
    return tuple(
        CalendarWeek(
            name=week_name(row.week),
            what=week_what(row.week),
            days=tuple(_day(day, today=today, begun=begun) for day in row.days),
        )
        for row in rows
    )


def week_name(week: PlanWeek) -> str:
    """ "Week 2", "Week 2 again"."""
    words = translate("PlanWords", "Week {0} again") if week.again else translate("PlanWords", "Week {0}")
    return words.replace("{0}", str(week.number))


def week_what(week: PlanWeek) -> str:
    """What a week is for."""
    if week.half:
        return translate("PlanWords", "Half the sets")
    return {
        WeekKind.GENTLE: translate("PlanWords", "Gentle first week"),
        WeekKind.FULL: translate("PlanWords", "Full plan, easy range"),
        WeekKind.MORE: translate("PlanWords", "One thing more"),
        WeekKind.STRENGTH_DAY: translate("PlanWords", "One strength day"),
        WeekKind.HARDER: translate("PlanWords", "A harder form of one"),
        WeekKind.SAME: translate("PlanWords", "The same sessions"),
    }[week.kind]


def totals_words(rows: Sequence[PlanRow]) -> str:
    """How many sessions and minutes each week has."""
    return " ".join(_total(row) for row in rows)


def sums_words(*, done: int, planned: int, minutes: int) -> str:
    """ "2 of 5 sessions, 28 min"."""
    words = PlanCounts.tr("{done} of %n session(s), {time}", "", planned)
    return words.replace("{done}", str(done)).replace("{time}", minutes_words(minutes))


def _total(row: PlanRow) -> str:
    words = PlanCounts.tr("{week}: %n session(s), {time}.", "", row.planned)
    return words.replace("{week}", week_name(row.week)).replace("{time}", minutes_words(row.minutes))


def _day(day: PlanDay, *, today: date, begun: bool) -> CalendarDay:
    minutes = ""
    if day.minutes:
        minutes = str(day.minutes) if begun else minutes_words(day.minutes)
    return CalendarDay(
        day=day.day,
        look=_look(day, begun=begun),
        sentence=_sentence(day, today=today),
        minutes=minutes,
        is_today=begun and day.day == today,
    )


def _look(day: PlanDay, *, begun: bool) -> DayLook:
    """What is done or planned comes before a check on the same day, which the sentence tells."""
    match day.mark:
        case DayMark.DONE:
            return DayLook.HALF if day.half else DayLook.DONE
        case DayMark.PLANNED if not day.is_check:
            return DayLook.PLANNED if begun else DayLook.PROPOSED
        case DayMark.PAUSED:
            return DayLook.PAUSED
    if day.is_checked:
        return DayLook.CHECKED
    return DayLook.CHECK if day.is_check else DayLook.PLAIN


def _sentence(day: PlanDay, *, today: date) -> str:
    name = weekday_and_date(day.day)
    if day.day == today:
        name = translate("PlanWords", "Today, {day}").replace("{day}", name)
    words = " ".join(each for each in (_marked(day), _checked(day)) if each)
    return words.replace("{day}", name).replace("{time}", minutes_words(day.minutes))


def _marked(day: PlanDay) -> str:
    if day.mark is DayMark.PLANNED:
        if day.half:
            return translate("PlanWords", "{day}, planned, {time}, half the sets.")
        if day.strength:
            return translate("PlanWords", "{day}, planned, {time}, with a set more of strength.")
        return translate("PlanWords", "{day}, planned, {time}.")
    return {
        DayMark.DONE: translate("PlanWords", "{day}, done, {time}, half the sets.")
        if day.half
        else translate("PlanWords", "{day}, done, {time}."),
        DayMark.PAUSED: translate("PlanWords", "{day}, paused."),
        DayMark.REST: translate("PlanWords", "{day}, was planned, nothing recorded.")
        if day.missed
        else translate("PlanWords", "{day}, nothing due."),
    }[day.mark]


def _checked(day: PlanDay) -> str:
    if day.is_checked:
        return translate("PlanWords", "Your hips were checked again.")
    return translate("PlanWords", "Check your hips again.") if day.is_check else ""
