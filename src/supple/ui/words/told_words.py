"""What was told of pain besides the two ratings of a session, in words: notes, where it hurt, the morning after."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from supple.domain.overview import SessionPains
from supple.domain.pain import PLACES, Sign
from supple.domain.record import IN_THE_CHECK, MILD_IN_THE_CHECK, PainRecord, SessionRecord
from supple.ui.words.pain_words import place_word, sign_word

translate = QCoreApplication.translate


def short_words(session: SessionRecord, told: SessionPains) -> str:
    """All of it in one line, each once: "Low back 4. Next morning 2. Left knee on the pillow"; "" without any."""
    parts = list(dict.fromkeys(_short_hurt(pain) for pain in told.hurts))
    if told.morning is not None:
        parts.append(told_morning(told.morning))
    if session.note:
        parts.append(session.note)
    return " ".join(part if part.endswith(".") else f"{part}." for part in parts if part)


def long_words(session: SessionRecord, told: SessionPains, names: Mapping[str, str]) -> list[str]:
    """Each of it in a line of its own; `names` are those of the exercises."""
    lines = [_hurt(pain, names.get(pain.exercise_id, "")) for pain in told.hurts]
    if told.morning is not None:
        lines.append(told_morning(told.morning))
    if session.note:
        lines.append(translate("SessionModel", "Note: {note}").format(note=session.note))
    return [line for line in lines if line]


def alone_words(pain: PainRecord) -> str:
    """Of what was told outside of any session, all but the number."""
    if pain.note in (IN_THE_CHECK, MILD_IN_THE_CHECK):
        mild = pain.note == MILD_IN_THE_CHECK
        return (
            translate("SessionModel", "Pain in the hip check: mild, in the muscle.")
            if mild
            else translate("SessionModel", "Pain in the hip check.")
        )
    if pain.was_stiffer:
        return told_morning(pain)
    parts = [translate("SessionModel", "Pain, told outside of a session"), _place(pain), *_signs(pain)]
    signs = ", ".join(sign.value for sign in Sign if sign in pain.signs)
    if pain.note != signs:  # what only repeats the signs is no note
        parts.append(pain.note)
    return " ".join(part if part.endswith(".") else f"{part}." for part in parts if part)


def told_morning(morning: PainRecord) -> str:
    """How it was the morning after."""
    if morning.score is None:
        return translate("SessionModel", "Next morning: stiffer than usual.")
    words = translate("SessionModel", "Next morning: pain {score}.")
    if morning.was_stiffer:
        words = translate("SessionModel", "Next morning: pain {score}, stiffer than usual.")
    return words.format(score=morning.score)


def _short_hurt(pain: PainRecord) -> str:
    place = _place(pain)
    if pain.score is None:
        return place or (_signs(pain)[0] if _signs(pain) else "")
    if not place:
        return translate("SessionModel", "It hurt: {score}").format(score=pain.score)
    return translate("SessionModel", "{place} {score}").format(place=place, score=pain.score)


def _hurt(pain: PainRecord, exercise: str) -> str:
    """ "It hurt in Piriformis stretch: Low back, pain 4. Sharp, pinching or catching."."""
    place = _place(pain)
    if pain.score is not None and place:
        what = translate("SessionModel", "{place}, pain {score}.").format(place=place, score=pain.score)
    elif pain.score is not None:
        what = translate("SessionModel", "pain {score}.").format(score=pain.score)
    else:
        what = f"{place}." if place else ""
    what = " ".join([what, *(f"{sign}." for sign in _signs(pain))]).strip()
    if not what:
        return ""
    words = (
        translate("SessionModel", "It hurt in {exercise}: {what}")
        if exercise
        else translate("SessionModel", "It hurt: {what}")
    )
    return words.format(exercise=exercise, what=what)


def _place(pain: PainRecord) -> str:
    return place_word(pain.place) if pain.place in PLACES else pain.place


def _signs(pain: PainRecord) -> list[str]:
    """In the order of their gravity in the enumeration, which no set has."""
    return [sign_word(sign) for sign in Sign if sign in pain.signs]
