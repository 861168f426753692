"""Why a routine fits what a check found: on Today one sentence that names the side, on the findings one for all."""

from collections.abc import Collection, Mapping

from PySide6.QtCore import QCoreApplication

from supple.domain.findings import Finding
from supple.domain.routine import Routine
from supple.domain.side import Side

translate = QCoreApplication.translate

NOTHING_STOOD_OUT = frozenset({Finding.BELOW, Finding.LEVEL})
BOTH = "mixed_plan"


def found_words(found: Mapping[Side, Finding], higher: Side | None) -> str:
    """What the last check has to do with the routine; empty when it found nothing."""
    limited = [side for side in Side if found.get(side) is Finding.LIMITED]
    if higher is not None:
        return _higher(higher)
    if limited:
        return _limited(limited)
    clear = [side for side in Side if found.get(side) in NOTHING_STOOD_OUT]
    if clear:
        return _clear(clear)
    return _untold(list(found)) if found else ""


def suggested_words(routine: Routine, found: Collection[Finding]) -> str:
    """Why `routine` follows from what was `found`, and what it is (docs/EVIDENCE.md 3.9)."""
    if routine.id == BOTH:
        return QCoreApplication.translate(
            "FindingsPage",
            "The check tells about length, not strength, so this plan does a little of both, both sides alike.",
        )
    why = ""
    if NOTHING_STOOD_OUT & set(found) and Finding.LIMITED not in found:
        why = QCoreApplication.translate("FindingsPage", "Nothing stood out, so choose what suits your day.")
    elif Finding.UNKNOWN in found and Finding.LIMITED not in found:
        why = QCoreApplication.translate("FindingsPage", "The check could not tell, so this begins gently.")
    return " ".join(words for words in (why, routine.note) if words)


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
