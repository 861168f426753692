"""Why a routine fits what checks found: on Today one sentence that names the side, on the findings one for all."""

from PySide6.QtCore import QCoreApplication

from supple.domain.checks.decision import Decision
from supple.domain.checks.decision_rules import Emphasis, Length, Strength
from supple.domain.routine import Routine
from supple.domain.side import Side

translate = QCoreApplication.translate

BOTH = "mixed_plan"


def found_words(found: Decision) -> str:
    """What the last checks have to do with the routine; empty when there were none."""
    leading = found.leading
    if leading is None:
        return ""
    sides = [side for side, reading in found.sides.items() if reading.rule.rank == leading.rule.rank]
    if leading.rule.emphasis is Emphasis.COMBINED:
        return _combined(sides, found.higher, limited=leading.rule.length is Length.LIMITED)
    return _SAID[leading.rule.emphasis](sides)


def suggested_words(routine: Routine, found: Decision) -> str:
    """Why `routine` follows from what was `found`, and what it is (docs/EVIDENCE.md 3.9)."""
    leading = found.leading
    if routine.id == BOTH and leading is not None:
        if leading.rule.strength is Strength.UNKNOWN:
            return QCoreApplication.translate(
                "FindingsPage",
                "The check tells about length, not strength, so this plan does a little of both, both sides alike.",
            )
        return QCoreApplication.translate(
            "FindingsPage", "A little for length and a little for strength, both sides alike."
        )
    why = ""
    if leading is not None and leading.rule.emphasis is Emphasis.NEITHER:
        why = QCoreApplication.translate("FindingsPage", "Nothing stood out, so choose what suits your day.")
    elif leading is not None and leading.rule.emphasis is Emphasis.UNTOLD:
        why = QCoreApplication.translate("FindingsPage", "The check could not tell, so this begins gently.")
    return " ".join(words for words in (why, routine.note) if words)


def _combined(sides: list[Side], higher: Side | None, *, limited: bool) -> str:
    if not limited:
        return _tired(sides)
    return _higher(higher) if higher is not None else _limited(sides)


def _higher(side: Side) -> str:
    if side is Side.LEFT:
        return translate(
            "TodayPage",
            "In your last check the left thigh stayed higher: a little for length and for strength, both sides alike.",
        )
    return translate(
        "TodayPage",
        "In your last check the right thigh stayed higher: a little for length and for strength, both sides alike.",
    )


def _limited(sides: list[Side]) -> str:
    if len(sides) == 2:
        return translate(
            "TodayPage",
            "By your last check the front of both hips may be limited: a little for length and for strength.",
        )
    if sides == [Side.LEFT]:
        return translate(
            "TodayPage",
            "By your last check the front of the left hip may be limited: a little for length and for strength, "
            "both sides alike.",
        )
    return translate(
        "TodayPage",
        "By your last check the front of the right hip may be limited: a little for length and for strength, "
        "both sides alike.",
    )


def _clear(sides: list[Side]) -> str:
    if len(sides) == 2:
        return translate("TodayPage", "In your last check neither hip stood out: short holds and movement.")
    if sides == [Side.LEFT]:
        return translate(
            "TodayPage", "In your last check the left hip did not stand out: short holds and movement."
        )
    return translate(
        "TodayPage", "In your last check the right hip did not stand out: short holds and movement."
    )


def _untold(sides: list[Side]) -> str:
    if len(sides) == 2:
        return translate(
            "TodayPage", "Your last check could not tell for either hip: small and gentle until it can."
        )
    if sides == [Side.LEFT]:
        return translate(
            "TodayPage", "Your last check could not tell for the left hip: small and gentle until it can."
        )
    return translate(
        "TodayPage", "Your last check could not tell for the right hip: small and gentle until it can."
    )


def _length_first(sides: list[Side]) -> str:
    if len(sides) == 2:
        return translate(
            "TodayPage", "By your last checks the front of both hips may be limited: length first."
        )
    if sides == [Side.LEFT]:
        return translate(
            "TodayPage", "By your last checks the front of the left hip may be limited: length first."
        )
    return translate(
        "TodayPage", "By your last checks the front of the right hip may be limited: length first."
    )


def _strength_first(sides: list[Side]) -> str:
    if len(sides) == 2:
        return translate("TodayPage", "In your last checks both lifts tired early: strength first.")
    if sides == [Side.LEFT]:
        return translate("TodayPage", "In your last checks the left lift tired early: strength first.")
    return translate("TodayPage", "In your last checks the right lift tired early: strength first.")


def _tired(sides: list[Side]) -> str:
    if len(sides) == 2:
        return translate(
            "TodayPage", "In your last checks both lifts tired early: a little for length and for strength."
        )
    if sides == [Side.LEFT]:
        return translate(
            "TodayPage",
            "In your last checks the left lift tired early: a little for length and for strength.",
        )
    return translate(
        "TodayPage", "In your last checks the right lift tired early: a little for length and for strength."
    )


_SAID = {
    Emphasis.LENGTH: _length_first,
    Emphasis.STRENGTH: _strength_first,
    Emphasis.NEITHER: _clear,
    Emphasis.UNTOLD: _untold,
    Emphasis.LEFT_OUT: _untold,
}
