"""Why Today offers the routine that fits the last check: one sentence that names the side."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from supple.domain.findings import Finding
from supple.domain.side import Side

NOTHING_STOOD_OUT = frozenset({Finding.BELOW, Finding.LEVEL})


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


def _higher(side: Side) -> str:
    if side is Side.LEFT:
        return _tr(
            "In your last check the left thigh stayed higher: a little for length and for strength, both sides alike."
        )
    return _tr(
        "In your last check the right thigh stayed higher: a little for length and for strength, both sides alike."
    )


def _limited(sides: list[Side]) -> str:
    if len(sides) == 2:
        return _tr(
            "By your last check the front of both hips may be limited: a little for length and for strength."
        )
    if sides == [Side.LEFT]:
        return _tr(
            "By your last check the front of the left hip may be limited: a little for length and for strength, "
            "both sides alike."
        )
    return _tr(
        "By your last check the front of the right hip may be limited: a little for length and for strength, "
        "both sides alike."
    )


def _clear(sides: list[Side]) -> str:
    if len(sides) == 2:
        return _tr("In your last check neither hip stood out: short holds and movement.")
    if sides == [Side.LEFT]:
        return _tr("In your last check the left hip did not stand out: short holds and movement.")
    return _tr("In your last check the right hip did not stand out: short holds and movement.")


def _untold(sides: list[Side]) -> str:
    if len(sides) == 2:
        return _tr("Your last check could not tell for either hip: small and gentle until it can.")
    if sides == [Side.LEFT]:
        return _tr("Your last check could not tell for the left hip: small and gentle until it can.")
    return _tr("Your last check could not tell for the right hip: small and gentle until it can.")


def _tr(text: str) -> str:
    return QCoreApplication.translate("TodayPage", text)
