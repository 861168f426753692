"""The checks in words: their names, what each asks, what it needs, and why one is closed."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from supple.domain.checks.closed import STRENGTH, ClosedCheck, Shut
from supple.domain.checks.kinds import Need
from supple.domain.record import Check
from supple.ui.words.day_words import day_and_month, on_the_wall, time_of_day
from supple.ui.words.inside import inside

translate = QCoreApplication.translate


def check_name(check: Check) -> str:
    """The name of a check."""
    names = {
        Check.HIP_LENGTH_FLOOR: translate("Checks", "Quick floor check"),
        Check.HIP_LENGTH_EDGE: translate("Checks", "Hip angle by photo"),
        Check.HIP_LENGTH_TAPE: translate("Checks", "Hip angle by tape measure"),
        Check.HIP_HOLD: translate("Checks", "Lift hold"),
        Check.BRIDGE_HOLD: translate("Checks", "Bridge hold"),
        Check.MARCH: translate("Checks", "Slow march"),
        Check.HEEL_TO_BUTTOCK: translate("Checks", "Heel to the buttock"),
    }
    return names[check]


def row_name(check: Check) -> str:
    """The name of the row whose first check is `check`."""
    names = {
        Check.HIP_LENGTH_EDGE: translate("Checks", "Hip angle with a number"),
        Check.HIP_HOLD: translate("Checks", "Strength"),
    }
    return names.get(check) or check_name(check)


def row_question(check: Check) -> str:
    """What the row whose first check is `check` asks."""
    questions = {
        Check.HIP_LENGTH_FLOOR: translate(
            "Checks", "Does your thigh rest down while you hug the other knee?"
        ),
        Check.HIP_LENGTH_EDGE: translate("Checks", "How far is your thigh above or below level?"),
        Check.HIP_HOLD: translate("Checks", "How long does the lift last, and how steady is it?"),
        Check.HEEL_TO_BUTTOCK: translate("Checks", "Does the front of the thigh play a part?"),
    }
    return questions.get(check, "")


def choice_word(check: Check) -> str:
    """One check in the choices of its row."""
    words = {
        Check.HIP_LENGTH_EDGE: translate("Checks", "Photo"),
        Check.HIP_LENGTH_TAPE: translate("Checks", "Tape measure"),
    }
    return words.get(check) or check_name(check)


def need_word(need: Need) -> str:
    """What is needed, in two or three words."""
    words = {
        Need.FLOOR: translate("Checks", "Mat or firm floor"),
        Need.ALONE: translate("Checks", "Alone is fine"),
        Need.EDGE: translate("Checks", "Firm bed edge"),
        Need.SOMEBODY: translate("Checks", "Somebody beside you"),
        Need.PHONE: translate("Checks", "Phone"),
        Need.TAPE: translate("Checks", "Tape measure"),
        Need.CHAIR: translate("Checks", "Firm chair"),
        Need.STRAP: translate("Checks", "Strap or towel"),
    }
    return words[need]


def closing_words(closing: ClosedCheck) -> str:
    """Why a check is closed, in one sentence."""
    match closing.shut:
        case Shut.ANSWER if closing.question is not None:
            told = translate("Checks", "Not for you now: you ticked {answer}.")
            return told.format(answer=closing.question.short)
        case Shut.ANSWER:
            return translate("Checks", "Not for you now, by your answers.")
        case Shut.AVOIDED:
            return translate("Checks", "Not for you now: What I avoid in Settings closes it.")
        case Shut.TRAINED:
            told = translate("Checks", "Not within half an hour after a routine; open again at {time}.")
            return told.format(time=_time(closing.until))
        case Shut.SOON:
            told = translate("Checks", "Not within two days of the last one; open again on {day}, {time}.")
            return told.format(day=_day(closing.until), time=_time(closing.until))


def closed_one(check: Check, closing: ClosedCheck) -> str:
    """Why `check` is closed where others of its row are open."""
    told = translate("Checks", "{check}: {why}")
    return told.format(check=check_name(check), why=inside(closing_words(closing)))


def closing_reason(check: Check, closing: ClosedCheck) -> str:
    """The same, with the reason for it."""
    match closing.shut:
        case Shut.ANSWER if closing.reason:
            return closing.reason
        case Shut.ANSWER if check in STRENGTH and check is not Check.HEEL_TO_BUTTOCK:
            why = translate(
                "Checks", "The strength checks stay closed until a doctor or physiotherapist agrees."
            )
        case Shut.ANSWER if check is Check.HEEL_TO_BUTTOCK:
            why = translate("Checks", "The knee is bent deeply in it, and one lies face down.")
        case Shut.ANSWER:
            why = translate("Checks", "One can fall off an edge, and one hip is bent far.")
        case Shut.TRAINED:
            why = translate(
                "Checks",
                "Stretching changes what a check finds for about half an hour. Tomorrow, before stretching, is better.",
            )
        case Shut.AVOIDED:
            why = translate(
                "Checks",
                "There you set severe back pain in its first days, or back surgery in the last year: "
                "hugging a knee can make a painful back worse.",
            )
        case Shut.SOON:
            why = ""
    return " ".join(words for words in (closing_words(closing), why) if words)


def _time(moment: datetime | None) -> str:
    return "" if moment is None else time_of_day(on_the_wall(moment))


def _day(moment: datetime | None) -> str:
    return "" if moment is None else day_and_month(on_the_wall(moment).date())
