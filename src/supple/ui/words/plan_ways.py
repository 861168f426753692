"""The ways on from where a plan stands, by key, with the words that are said of them in more than one room."""

from datetime import timedelta
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from supple.domain.plan import WEEKS, PlanPause
from supple.domain.plan_day import PlanDue, PlanToday
from supple.ui.words.content_words import minutes_words
from supple.ui.words.day_words import weekday_and_date

translate = QCoreApplication.translate


class PlanWay(StrEnum):
    """What can be answered on Today and on the page of the plan."""

    ON_REST = "something on a day of rest"
    AHEAD = "the session of tomorrow"
    FLARE = "a bad day"
    AWAY = "was away"
    STAY = "stay in the week"
    TOMORROW = "check tomorrow"
    RESUME = "go on"
    CHECK = "check"
    KEEP = "keep going"
    ANOTHER = "another plan"
    NO_PLAN = "no plan"


def over_ways() -> tuple[tuple[str, str], ...]:
    """How to go on after four weeks."""
    return (
        (PlanWay.CHECK, translate("PlanWays", "Check again")),
        (PlanWay.KEEP, translate("PlanWays", "Keep going")),
        (PlanWay.ANOTHER, translate("PlanWays", "Another plan")),
        (PlanWay.NO_PLAN, translate("PlanWays", "No plan")),
    )


def resume_word() -> str:
    """The button that ends a pause."""
    return translate("PlanWays", "Go on now")


def paused_words(pause: PlanPause | None) -> str:
    """Until when it is paused: the day on which it goes on."""
    if pause is None or pause.last is None:
        return translate("PlanWays", "Paused")
    words = translate("PlanWays", "Paused until {day}")
    return words.replace("{day}", weekday_and_date(pause.last + timedelta(days=1)))


def plan_line(today: PlanToday) -> str:
    """How the plan stands, in the line that leads to it."""
    match today.due:
        case PlanDue.SESSION:
            words = translate("PlanWays", "{week}, due today, {time}")
        case PlanDue.DONE:
            words = translate("PlanWays", "{week}, done today")
        case PlanDue.PAUSED:
            return paused_words(today.pause)
        case PlanDue.OVER:
            return translate("PlanWays", "The four weeks are over")
        case PlanDue.STANDS:
            return translate("PlanWays", "Stands still until a sign was looked at")
        case PlanDue.CHECK:
            words = translate("PlanWays", "{week}, your hips can be checked again today")
        case PlanDue.NOT_BEGUN:
            words = translate("PlanWays", "Begins on {day}")
        case PlanDue.REST:
            words = translate("PlanWays", "{week}, nothing due today")
    words = words.replace("{day}", weekday_and_date(today.plan.starts_on))
    return words.replace("{week}", week_words(today)).replace("{time}", minutes_words(today.session.minutes))


def _week(today: PlanToday) -> str:
    if today.due in (PlanDue.OVER, PlanDue.NOT_BEGUN):
        return ""
    words = translate("PlanWays", "Week {0} of {1}")
    return words.replace("{0}", str(min(today.place.week, WEEKS))).replace("{1}", str(WEEKS))


def week_words(today: PlanToday) -> str:
    """ "Week 3 of 4"; "" before and after."""
    if today.due in (PlanDue.OVER, PlanDue.NOT_BEGUN):
        return ""
    words = translate("PlanWays", "Week {0} of {1}")
    return words.replace("{0}", str(min(today.place.week, WEEKS))).replace("{1}", str(WEEKS))
