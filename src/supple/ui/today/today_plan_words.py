"""What Today says with a plan: what is due, a day of rest, a check, a week that was missed, and the ways on."""

from datetime import timedelta

from PySide6.QtCore import QCoreApplication

from supple.domain.plan import WEEKS, PlanChange
from supple.domain.plan_day import PlanDue, PlanToday
from supple.domain.side import Side
from supple.domain.today import Due, TodaysPlan
from supple.ui.words.content_words import minutes_words
from supple.ui.words.day_words import weekday_and_date
from supple.ui.words.plan_counts import PlanCounts
from supple.ui.words.plan_ways import PlanWay, over_ways, paused_words, resume_word

translate = QCoreApplication.translate

LEADS_OF_PLAN = frozenset({Due.REST, Due.RETEST, Due.PAUSED, Due.OVER})
"""Where no session stands on Today, with words of the plan instead."""
OF_PLAN = LEADS_OF_PLAN | {Due.ROUTINE, Due.DONE}


def due_of_plan_words(due: Due, plan: PlanToday) -> str:
    """The line above the name."""
    week = min(plan.place.week, WEEKS)
    match due:
        case Due.REST if plan.due is PlanDue.NOT_BEGUN:
            return translate("TodayPage", "Your plan is ready")
        case Due.REST:
            words = translate("TodayPage", "Rest day, week {0} of {1}")
        case Due.RETEST if plan.check_optional:
            return translate("TodayPage", "Two-week check, if you like")
        case Due.RETEST:
            return translate("TodayPage", "Four-week check, due today")
        case Due.PAUSED | Due.OVER:
            return plan.session.offer.whole.name
        case Due.DONE:
            words = translate("TodayPage", "Done today, week {0} of {1}")
        case _ if plan.missed is not None:
            words = translate("TodayPage", "Due today, week {0} once more")
        case _ if plan.place.half:
            words = translate("TodayPage", "Due today, week {0} at half the sets")
        case _:
            words = translate("TodayPage", "Due today, week {0} of {1}")
    return words.replace("{0}", str(week)).replace("{1}", str(WEEKS))


def name_of_plan_words(due: Due, plan: PlanToday) -> str:
    """What is large where no session is due."""
    if due is Due.RETEST:
        return translate("TodayPage", "Check your hips again")
    if due is Due.OVER:
        return translate("TodayPage", "The four weeks are over")
    if due is Due.PAUSED:
        return paused_words(plan.pause)
    return translate("TodayPage", "Nothing is due today")


def lead_of_plan_words(due: Due, plan: PlanToday, *, may_walk: bool) -> str:
    """The sentence or two under it."""
    if due is Due.REST and plan.due is PlanDue.NOT_BEGUN and plan.next_on is not None:
        words = translate("TodayPage", "Your plan begins on {day}.")
        return words.replace("{day}", weekday_and_date(plan.next_on))
    after_a_session = translate(
        "TodayPage",
        "A session ended less than half an hour ago, and stretching changes what the check finds. "
        "Tomorrow is as good.",
    )
    as_before = translate(
        "TodayPage",
        "As the last time: the same place, the same time of day, before stretching, after a two-minute walk. "
        "About the same is a fine result.",
    )
    walk = translate("TodayPage", "A walk, and a change of position every 30 to 60 minutes, is plenty.")
    sit = translate("TodayPage", "A change of position every 30 to 60 minutes is plenty.")
    return {
        Due.RETEST: after_a_session if plan.check_waits else as_before,
        Due.PAUSED: translate("TodayPage", "Nothing is due meanwhile, and nothing moves."),
        Due.OVER: translate(
            "TodayPage",
            "A check shows what has changed. Then you can keep going, change to another, or stop.",
        ),
    }.get(due, walk if may_walk else sit)


def missed_words(back: PlanChange) -> str:
    """A week without a session, with the rule and no blame."""
    return PlanCounts.tr(
        "The last session was %n day(s) ago. After a week or more the plan goes back one week, so that the start is "
        "easy. Nothing is lost.",
        "",
        back.number or 0,
    )


def next_words(plan: PlanToday) -> str:
    """What comes next, and when; "" for nothing."""
    if plan.next_on is None or plan.due not in (PlanDue.REST, PlanDue.NOT_BEGUN):
        return ""
    if plan.next_on == plan.today + timedelta(days=1):
        words = translate("TodayPage", "Tomorrow: {name}, {time}")
    else:
        words = translate("TodayPage", "{day}: {name}, {time}")
    words = words.replace("{day}", weekday_and_date(plan.next_on))
    session = plan.session
    return words.replace("{name}", session.offer.whole.name).replace("{time}", minutes_words(session.minutes))


def start_words(plan: TodaysPlan) -> str:
    """The large button where it does not start a routine."""
    if plan.due is Due.RETEST and plan.plan is not None and not plan.plan.check_waits:
        return translate("TodayPage", "Start self-test")
    return ""


def ways_words(plan: TodaysPlan) -> tuple[tuple[str, str], ...]:
    """What else can be done, each by its key."""
    if plan.plan is None:
        return ()
    if plan.due is Due.ROUTINE and plan.plan.missed is not None:
        stay = translate("TodayPage", "Stay in week {0}").replace("{0}", str(plan.plan.place.week + 1))
        return ((PlanWay.AWAY, translate("TodayPage", "I was away")), (PlanWay.STAY, stay))
    rather = translate("TodayPage", "Rather: {name}").replace("{name}", plan.plan.session.offer.whole.name)
    beside = ((PlanWay.AHEAD, rather),) if plan.plan.session_today else ()
    return {
        Due.ROUTINE: ((PlanWay.FLARE, translate("TodayPage", "On a bad day")),),
        Due.REST: tuple(_ways_of_rest(plan)),
        Due.RETEST: (*beside, (PlanWay.TOMORROW, translate("TodayPage", "Tomorrow instead"))),
        Due.PAUSED: ((PlanWay.RESUME, resume_word()),),
        Due.OVER: over_ways(),
    }.get(plan.due, ())


def more_words(plan: TodaysPlan) -> tuple[str, str]:
    """The side with one set more, and why; empty for sides alike."""
    of_plan = plan.plan
    steps = plan.offer.routine.steps if plan.offer.routine is not None else ()
    side = next((step.more_on for step in steps if step.more_on is not None), None)
    if of_plan is None or side is None or plan.due is not Due.ROUTINE:
        return "", ""
    why = (
        translate("TodayPage", "one more set, because your left thigh stayed higher")
        if side is Side.LEFT
        else translate("TodayPage", "one more set, because your right thigh stayed higher")
    )
    return side.value, why


def _ways_of_rest(plan: TodaysPlan) -> list[tuple[str, str]]:
    ways: list[tuple[str, str]] = []
    if plan.on_rest is not None and plan.on_rest.routine is not None:
        words = translate("TodayPage", "{name}, {time}").replace("{name}", plan.on_rest.whole.name)
        ways.append((PlanWay.ON_REST, words.replace("{time}", minutes_words(plan.on_rest.minutes))))
    if plan.may_do_ahead:
        ways.append((PlanWay.AHEAD, translate("TodayPage", "Do tomorrow’s today")))
    return ways
