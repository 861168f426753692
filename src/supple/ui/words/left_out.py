"""Why an exercise is left out or marked, and what is left out of a routine, in words."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from supple.domain.catalogue import Catalogue, CautionNote
from supple.domain.offered import Allowance, OfferedRoutine, Reason
from supple.ui.words.inside import inside


def why_words(stands: Allowance) -> str:
    """Why an exercise is left out, in a sentence; empty when it is not."""
    match stands.reason:
        case Reason.ANSWERS | Reason.OWN:
            why = _names_of(stands.hidden_by)
            return QCoreApplication.translate("LeftOut", "Not for now: {why}.").format(why=why)
        case Reason.ENDED_TODAY:
            return QCoreApplication.translate("LeftOut", "Not today, because it hurt.")
        case Reason.PUT_AWAY:
            return QCoreApplication.translate("LeftOut", "You put it away.")
        case Reason.NOT_DRAWN:
            return QCoreApplication.translate("LeftOut", "Its pictures are missing.")
        case None:
            return ""


def care_words(marks: Sequence[CautionNote]) -> str:
    """Why a marked exercise wants care, in the one phrase for it; empty without marks."""
    if not marks:
        return ""
    return QCoreApplication.translate("LeftOut", "Take care: {why}.").format(why=_names_of(marks))


def standing_words(stands: Allowance) -> str:
    """Why an exercise is left out, or else why it wants care; empty when there is nothing to say."""
    return why_words(stands) or care_words(stands.marked_by)


def left_out_words(offer: OfferedRoutine, catalogue: Catalogue) -> str:
    """Which exercises of a routine are left out and why, a sentence for each reason; empty when it is whole."""
    if not offer.left_out:
        return ""
    if offer.routine is None and len(offer.reasons) == 1:
        return _nothing_left(offer.reasons[0])
    return " ".join(_some_left(reason, _names(offer, catalogue, reason)) for reason in offer.reasons)


def _names_of(notes: Sequence[CautionNote]) -> str:
    return "; ".join(inside(note.name) for note in notes)


def _names(offer: OfferedRoutine, catalogue: Catalogue, reason: Reason) -> str:
    ids = [stands.exercise_id for stands in offer.left_out if stands.reason is reason]
    return ", ".join(catalogue.exercise(i).name for i in ids)


def _nothing_left(reason: Reason) -> str:
    match reason:
        case Reason.ANSWERS:
            return QCoreApplication.translate("LeftOut", "Not for now, because of your answers.")
        case Reason.OWN:
            return QCoreApplication.translate("LeftOut", "Not for now, because of what you avoid.")
        case Reason.ENDED_TODAY:
            return QCoreApplication.translate("LeftOut", "Not today, because it hurt.")
        case Reason.PUT_AWAY:
            return QCoreApplication.translate("LeftOut", "You put all of its exercises away.")
        case Reason.NOT_DRAWN:
            return QCoreApplication.translate("LeftOut", "Its pictures are missing.")


def _some_left(reason: Reason, names: str) -> str:
    match reason:
        case Reason.ANSWERS:
            words = QCoreApplication.translate("LeftOut", "Left out because of your answers: {names}.")
        case Reason.OWN:
            words = QCoreApplication.translate("LeftOut", "Left out because of what you avoid: {names}.")
        case Reason.ENDED_TODAY:
            words = QCoreApplication.translate("LeftOut", "Left out today, because it hurt: {names}.")
        case Reason.PUT_AWAY:
            words = QCoreApplication.translate("LeftOut", "Left out, you put it away: {names}.")
        case Reason.NOT_DRAWN:
            words = QCoreApplication.translate("LeftOut", "Left out, its pictures are missing: {names}.")
    return words.format(names=names)
