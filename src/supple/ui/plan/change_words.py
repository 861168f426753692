"""What changed in a plan, and why, in words."""

from datetime import timedelta

from PySide6.QtCore import QCoreApplication

from supple.domain.catalogue import Catalogue
from supple.domain.pain import GREEN_TO
from supple.domain.plan import PlanCause, PlanChange, PlanMove, PlanStep, Rung
from supple.ui.words.day_words import day_and_month, number_words
from supple.ui.words.plan_counts import PlanCounts

translate = QCoreApplication.translate


def plan_change_words(change: PlanChange, catalogue: Catalogue) -> str:
    """**What** changed, and the sentence of its cause."""
    what = _what(change, catalogue)
    if change.taken_back_at is not None:
        taken = translate("PlanWords", "Taken back.")
        return f"**{what}** {taken}"
    why = cause_words(change)
    return f"**{what}** {why}" if why else f"**{what}**"


def step_words(step: PlanStep, catalogue: Catalogue) -> str:
    """One step up, as it is offered and as it stands in the log."""
    exercise = next((each for each in catalogue.exercises if each.id == step.exercise_id), None)
    if exercise is None:
        return translate("PlanWords", "An exercise of a newer version")
    match step.rung:
        case Rung.REPS if (exercise.dose.hold_s or 0) > 0:
            words = PlanCounts.tr("{name}: hold %n second(s) longer", "", step.amount)
        case Rung.REPS:
            words = PlanCounts.tr("{name}: %n repetition(s) more", "", step.amount)
        case Rung.SETS:
            words = PlanCounts.tr("{name}: %n set(s) more", "", step.amount)
        case Rung.RESISTANCE:
            words = translate("PlanWords", "{name}: a stronger band")
        case Rung.HARDER:
            words = translate("PlanWords", "{name}: the harder way")
    return words.replace("{name}", exercise.name)


def cause_words(change: PlanChange) -> str:
    """Why it came about, with the number that was told."""
    number = change.number or 0
    counted = PlanCounts.tr(
        "Because the last session was %n day(s) before. Nothing is lost.",
        "",
        number,
    )
    words = {
        PlanCause.TWO_GREEN: translate(
            "PlanWords", "Because two sessions in a row stayed at pain {0} or less, the next mornings too."
        ),
        PlanCause.NOT_TWO_GREEN: translate(
            "PlanWords", "Because two easy sessions in a row are still to come."
        ),
        PlanCause.PAIN_BEFORE: translate("PlanWords", "Because you noted pain {0} before a session."),
        PlanCause.PAIN_DURING: translate("PlanWords", "Because you noted pain {0} in a session."),
        PlanCause.PAIN_AFTER: translate("PlanWords", "Because you noted pain {0} after a session."),
        PlanCause.PAIN_MORNING: translate("PlanWords", "Because you noted pain {0} the next morning."),
        PlanCause.STIFFER: translate("PlanWords", "Because you were stiffer than usual the next morning."),
        PlanCause.WORSE_MORNING: translate(
            "PlanWords", "Because you noted pain {0} the next morning, more than before the session."
        ),
        PlanCause.SHARP: translate("PlanWords", "Because pain was sharp or catching in a session."),
        PlanCause.STOPPED: translate("PlanWords", "Because a session was stopped for pain."),
        PlanCause.SIGN: translate("PlanWords", "Because you told of a sign that has to be looked at first."),
        PlanCause.ANSWERED: translate("PlanWords", "Because the signs were asked and answered."),
        PlanCause.MISSED: counted,
        PlanCause.HOLIDAY: translate("PlanWords", "For a holiday. Nothing was moved."),
        PlanCause.ILLNESS: translate("PlanWords", "Because of illness. Nothing was moved."),
        PlanCause.AWAY: translate("PlanWords", "Because you were away. Nothing was moved."),
        PlanCause.OTHER_PLAN: translate("PlanWords", "Because another plan runs."),
        PlanCause.FOUR_WEEKS: translate("PlanWords", "Because its weeks are done."),
        PlanCause.ASKED: translate("PlanWords", "As you asked."),
        PlanCause.WEEK_PASSED: translate("PlanWords", "Because the week has passed."),
    }[change.cause]
    shown = GREEN_TO if change.cause is PlanCause.TWO_GREEN else number
    return words.replace("{0}", number_words(shown))


def _what(change: PlanChange, catalogue: Catalogue) -> str:
    step = step_words(change.step, catalogue) if change.step is not None else ""
    paused = translate("PlanWords", "Paused.")
    until = ""
    if change.until is not None:
        paused = translate("PlanWords", "Paused until {day}.")
        until = day_and_month(change.until + timedelta(days=1))
    words = {
        PlanMove.NEXT_WEEK: translate("PlanWords", "On to week {0}."),
        PlanMove.WEEK_AGAIN: translate("PlanWords", "Week {0} once more."),
        PlanMove.HALF: translate("PlanWords", "Half the sets for the rest of this week."),
        PlanMove.HALF_AGAIN: translate("PlanWords", "Week {0} once more, half the sets."),
        PlanMove.FULL_AGAIN: translate("PlanWords", "Back to the full sets."),
        PlanMove.STANDS: translate("PlanWords", "The plan stands still."),
        PlanMove.GOES_ON: translate("PlanWords", "The plan goes on, at half the sets."),
        PlanMove.WEEK_BACK: translate("PlanWords", "Back to week {0}."),
        PlanMove.STEP_UP: translate("PlanWords", "One step up. {what}."),
        PlanMove.NOT_YET: translate("PlanWords", "The step up was put off. {what}."),
        PlanMove.PAUSED: paused,
        PlanMove.RESUMED: translate("PlanWords", "Goes on after the pause."),
        PlanMove.SET_ANEW: translate("PlanWords", "Set anew."),
        PlanMove.OVER: translate("PlanWords", "The four weeks are over."),
        PlanMove.KEEPS_ON: translate("PlanWords", "The plan keeps on as in week 4."),
        PlanMove.CHECK_OFF: translate("PlanWords", "The check was put off by a day."),
        PlanMove.RATED: translate("PlanWords", "{what}: {number} of 10."),
    }[change.move]
    words = words.replace("{0}", number_words(change.week or 0)).replace("{day}", until)
    return words.replace("{number}", number_words(change.number or 0)).replace("{what}", step or change.words)
