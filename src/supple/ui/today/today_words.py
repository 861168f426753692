"""What Today says of the routine that is due, of one that is done, and of a day without one."""

from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication

from supple.domain.catalogue import Catalogue
from supple.domain.morning import MorningSays
from supple.domain.pain import GENTLE_TO, Sign, is_strong
from supple.domain.today import Because, Due, TodaysPlan
from supple.ui.today.today_plan_words import (
    LEADS_OF_PLAN,
    OF_PLAN,
    due_of_plan_words,
    lead_of_plan_words,
    missed_words,
    name_of_plan_words,
)
from supple.ui.words.day_words import weekday
from supple.ui.words.found_words import found_words
from supple.ui.words.left_out import left_out_words

translate = QCoreApplication.translate


def due_words(plan: TodaysPlan) -> str:
    """The line above the name."""
    if plan.plan is not None and plan.due in OF_PLAN:
        return due_of_plan_words(plan.due, plan.plan)
    in_place_of_one = {
        Due.DONE: translate("TodayPage", "Done today"),
        Due.ENOUGH: translate("TodayPage", "Enough for today"),
        Due.SORE_HIP: translate("TodayPage", "After pain in the hip check"),
        Due.NOTHING: translate("TodayPage", "For now"),
        Due.SIGN: translate("TodayPage", "A warning sign"),
    }
    why = {
        Because.START_GENTLY: translate("TodayPage", "First, because of your answers"),
        Because.MORNING: translate("TodayPage", "Easier today"),
        Because.BAD_DAY: translate("TodayPage", "Easier, after a day that hurt"),
        Because.FOUND: translate("TodayPage", "Because of your last check"),
        Because.INSTEAD: translate("TodayPage", "Open to you now"),
        Because.USUAL: plan.offer.whole.when,
        Because.PLAN: plan.offer.whole.when,
    }
    return in_place_of_one.get(plan.due) or why[plan.because]


def name_words(plan: TodaysPlan) -> str:
    """The name of the routine, or what to do instead of one."""
    match plan.due:
        case Due.ENOUGH:
            return (
                translate("TodayPage", "Rest, or walk a little")
                if plan.may_walk
                else translate("TodayPage", "Rest today")
            )
        case Due.SORE_HIP:
            return (
                translate("TodayPage", "Walk easily today")
                if plan.may_walk
                else translate("TodayPage", "Rest today")
            )
        case Due.NOTHING:
            return translate("TodayPage", "Nothing to start")
        case Due.SIGN:
            return translate("TodayPage", "Have it looked at first")
        case _ if plan.plan is not None and plan.due in LEADS_OF_PLAN:
            return name_of_plan_words(plan.due, plan.plan)
        case _:
            return plan.offer.whole.name


def lead_words(plan: TodaysPlan) -> str:
    """The sentence or two under the name."""
    if plan.plan is not None and plan.due in LEADS_OF_PLAN:
        return lead_of_plan_words(plan.due, plan.plan, may_walk=plan.may_walk)
    if plan.due is Due.ROUTINE:
        return _why(plan)
    if plan.due is Due.SIGN:
        return _signs_words(plan.signs)
    words = {
        Due.DONE: translate("TodayPage", "Next time {day}. To do it again today, look under Routines."),
        Due.ENOUGH: translate(
            "TodayPage", "A session hurt today. Next comes {name}, {day}, if you feel well enough."
        ),
        Due.SORE_HIP: translate(
            "TodayPage",
            "No stretching today. If it was sharp or pinching, in the back or groin, went down the leg or tingled, "
            "ask a doctor or physiotherapist before stretching.",
        ),
        Due.NOTHING: translate(
            "TodayPage",
            "All exercises of the routines are left out by your answers, what you avoid or put away.",
        ),
    }[plan.due]
    return words.replace("{name}", plan.offer.whole.name).replace("{day}", _day(plan.next_on, plan.today))


def instead_words(plan: TodaysPlan) -> str:
    """The button that starts the usual routine where another one is due; empty where there is none."""
    if plan.instead is None:
        return ""
    return translate("TodayPage", "Rather: {name}").format(name=plan.instead.whole.name)


def trained_words(plan: TodaysPlan, catalogue: Catalogue) -> str:
    """What stands under "I just trained"."""
    if plan.ends_today:
        return translate("TodayPage", "Not today.")
    if plan.trained.routine is None:
        return left_out_words(plan.trained, catalogue)
    if plan.trained_done:
        return translate("TodayPage", "{name}: done today. To do it again, look under Routines.").format(
            name=plan.trained.whole.name
        )
    return translate("TodayPage", "{name}, while the muscles are warm.").format(name=plan.trained.whole.name)


def _why(plan: TodaysPlan) -> str:
    if plan.plan is not None and plan.plan.missed is not None:
        return missed_words(plan.plan.missed)
    match plan.because:
        case Because.MORNING:
            return _morning_words(plan)
        case Because.BAD_DAY:
            return translate("TodayPage", "Small and slow, and only as far as it is comfortable.")
        case Because.INSTEAD:
            return translate("TodayPage", "In place of the usual routine, of which nothing is left for now.")
        case Because.FOUND:
            return found_words(plan.found)
        case Because.START_GENTLY | Because.USUAL | Because.PLAN:
            return _first_sentence(plan.offer.whole.note)


def _signs_words(signs: frozenset[Sign]) -> str:
    """Why nothing begins; for chest pain first what to do (docs/EVIDENCE.md 5.6)."""
    words = translate(
        "TodayPage",
        "You told of a warning sign. Nothing begins until a doctor or physiotherapist has looked at it.",
    )
    if Sign.CHEST not in signs:
        return words
    call = translate(
        "TodayPage",
        "For chest pain or trouble breathing call your local emergency number now, even if it eases.",
    )
    return f"**{call}** {words}"


def _morning_words(plan: TodaysPlan) -> str:
    """Why the day is easier, in what the person said of the morning."""
    score = plan.morning.score if plan.morning is not None else None
    if is_strong(plan.pain):
        words = translate(
            "TodayPage", "You said pain {score} today. Nothing begins until you rate it {most} or less."
        )
        return words.format(score=plan.pain, most=GENTLE_TO)
    if plan.morning_says is MorningSays.SORE:
        words = translate(
            "TodayPage", "You said pain {score} today: small and slow, and only as far as it is comfortable."
        )
        return words.format(score=score)
    if plan.morning_says is MorningSays.WORSE:
        words = translate(
            "TodayPage", "You said pain {score} today, more than before your last session: small and slow."
        )
        return words.format(score=score)
    return translate(
        "TodayPage",
        "You said you are stiffer than usual: small and slow, and only as far as it is comfortable.",
    )


def _day(day: date, today: date) -> str:
    """ "tomorrow", or "on Friday"."""
    if day - today <= timedelta(days=1):
        return translate("TodayPage", "tomorrow")
    return translate("TodayPage", "on {day}").format(day=weekday(day))


def _first_sentence(note: str) -> str:
    return note.split(". ")[0].rstrip(".") + "." if note else ""
