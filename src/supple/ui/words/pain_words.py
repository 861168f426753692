"""The rules for pain during an exercise, as words: what to do at which number and with which sign."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from supple.domain.pain import Counsel, Light, PainTold, Sign, counsel

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True, kw_only=True)
class Advice:
    """What to do, in one bold sentence and a plain one."""

    counsel: Counsel
    bold: str
    sentence: str

    @property
    def light(self) -> Light:
        """How much it weighs."""
        return self.counsel.light


def place_word(place: str) -> str:
    """The word on the button; what is recorded is the English key."""
    return {
        "low back": translate("Pain", "Low back"),
        "buttock": translate("Pain", "Buttock"),
        "front of the hip": translate("Pain", "Front of the hip"),
        "groin": translate("Pain", "Groin"),
        "thigh": translate("Pain", "Thigh"),
        "knee": translate("Pain", "Knee"),
        "below the knee": translate("Pain", "Below the knee, down the leg"),
        "somewhere else": translate("Pain", "Somewhere else"),
    }[place]


def sign_word(sign: Sign) -> str:
    """A sign as a person would say it."""
    match sign:
        case Sign.SHARP:
            return translate("Pain", "Sharp, pinching or catching")
        case Sign.SPREADING:
            return translate("Pain", "Spreads down the leg")
        case Sign.NUMB:
            return translate("Pain", "Tingling or numbness")
        case Sign.GIVING_WAY:
            return translate("Pain", "The leg gives way")
        case Sign.CHEST:
            return translate("Pain", "Chest pain, dizziness or breathlessness")


def advice(*, score: int | None, place: str, signs: frozenset[Sign]) -> Advice | None:
    """What the answers so far call for; None before there is anything to go by."""
    found = counsel(score=score, place=place, signs=signs)
    return None if found is None else _advice_of(found)


def lasting_advice(told: PainTold) -> Advice | None:
    """What must stay in sight until it was read and closed: after a sign that somebody has to look at."""
    found = counsel(score=told.score, place=told.place, signs=told.signs)
    return _advice_of(found) if found is not None and found.lasts else None


def every_advice() -> tuple[Advice, ...]:
    """What can be called for, mildest first."""
    return tuple(_advice_of(found) for found in Counsel)


def _advice_of(found: Counsel) -> Advice:
    match found:
        case Counsel.GET_HELP:
            bold = translate("Pain", "Stop and get help now.")
            sentence = translate(
                "Pain",
                "Stop and sit down. For chest pain or trouble breathing call your local emergency number now, "
                "even if it eases. Ask someone to stay with you.",
            )
        case Counsel.SEE_SOMEONE:
            bold = translate("Pain", "Stop here for today.")
            sentence = translate(
                "Pain",
                "Read the warning signs, and ask a doctor before you exercise again. If a leg gets weaker or it is "
                "numb between the legs, get emergency help now.",
            )
        case Counsel.STOP:
            bold = translate("Pain", "Stop here for today.")
            sentence = translate(
                "Pain",
                "Leave this exercise out until it no longer hurts, then begin again with the easier version. "
                "If it stays or comes back, ask a doctor or physiotherapist.",
            )
        case Counsel.LEAVE_OUT:
            bold = translate("Pain", "This exercise is over for today.")
            sentence = translate(
                "Pain",
                "Sharp, pinching or catching pain is no stretch. Go on with what does not hurt, or end here. "
                "If it stays or comes back, ask a doctor or physiotherapist.",
            )
        case Counsel.EASE_OFF:
            bold = translate("Pain", "Go on only with less.")
            sentence = translate(
                "Pain", "Halve how far you go, or leave this exercise out. Stop if the pain grows."
            )
        case Counsel.GO_ON:
            bold = translate("Pain", "You can go on if it is a mild pull in the muscle.")
            sentence = translate("Pain", "It should be gone within an hour and no worse tomorrow morning.")
    return Advice(counsel=found, bold=bold, sentence=sentence)
