"""What pain means for what is done next: its limits from 0 to 10, the signs that end things, and what they call for."""

from dataclasses import dataclass
from enum import StrEnum

GREEN_TO, AMBER_TO = 3, 5
"""The highest score of "go on" and of "ease off" (docs/EVIDENCE.md 5.4)."""

GENTLE_TO = 6
"""The highest score with which anything may begin: above `AMBER_TO` only gently."""

STRONG_PAIN = GENTLE_TO + 1
"""From here on the warning signs are asked, and nothing begins before pain is rated anew."""


def is_strong(score: int | None) -> bool:
    """Whether the warning signs are asked for this much pain."""
    return score is not None and score >= STRONG_PAIN


class Light(StrEnum):
    """How much an answer weighs; the words come first, the colour only repeats them."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"


class Sign(StrEnum):
    """The signs that end a session whatever the number is."""

    SHARP = "sharp"
    SPREADING = "spreading"
    NUMB = "numb"
    GIVING_WAY = "giving way"
    CHEST = "chest"


RED_SIGNS = frozenset(Sign) - {Sign.SHARP}
"""After one of these the warning signs are asked, and nothing begins until it was seen about; sharp pain alone ends one
exercise for the day."""

BELOW_KNEE = "below the knee"
PLACES = (
    "low back",
    "buttock",
    "front of the hip",
    "groin",
    "thigh",
    "knee",
    BELOW_KNEE,
    "somewhere else",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PainTold:
    """What a person says about their pain: 0 to 10 or None, where, a word about it, signs, and in which exercise."""

    score: int | None
    place: str = ""
    note: str = ""
    signs: frozenset[Sign] = frozenset()
    exercise_id: str = ""


class Counsel(StrEnum):
    """What an answer about pain calls for, mildest first."""

    GO_ON = "go on"
    EASE_OFF = "ease off"
    LEAVE_OUT = "leave out"
    STOP = "stop for today"
    SEE_SOMEONE = "see someone"
    GET_HELP = "get help"

    @property
    def light(self) -> Light:
        """How much it weighs."""
        match self:
            case Counsel.GO_ON:
                return Light.GREEN
            case Counsel.EASE_OFF:
                return Light.AMBER
            case _:
                return Light.RED

    @property
    def ends_exercise(self) -> bool:
        """Whether the exercise that hurts is over for the day; an easier one may take its place."""
        return self is Counsel.LEAVE_OUT or self.ends_session

    @property
    def ends_session(self) -> bool:
        """Whether nothing goes on at all."""
        return self in (Counsel.STOP, Counsel.SEE_SOMEONE, Counsel.GET_HELP)

    @property
    def lasts(self) -> bool:
        """Whether its advice stays in sight until it was read and closed."""
        return self in (Counsel.SEE_SOMEONE, Counsel.GET_HELP)


def red_signs(*, place: str, signs: frozenset[Sign]) -> frozenset[Sign]:
    """The signs that close everything until they were seen about; pain below the knee has spread down the leg."""
    return (signs & RED_SIGNS) | (frozenset({Sign.SPREADING}) if place == BELOW_KNEE else frozenset())


def ends_for_today(signs: frozenset[Sign]) -> bool:
    """Whether the exercise that hurts is over for the day, and where it hurts is sore for the rest of the session."""
    return Sign.SHARP in signs


def counsel(*, score: int | None, place: str, signs: frozenset[Sign]) -> Counsel | None:
    """What the answers so far call for; None before there is anything to go by."""
    if Sign.CHEST in signs:
        return Counsel.GET_HELP
    if red_signs(place=place, signs=signs):
        return Counsel.SEE_SOMEONE
    if score is not None and score > AMBER_TO:
        return Counsel.STOP
    if ends_for_today(signs):
        return Counsel.LEAVE_OUT
    if score is None:
        return None
    return Counsel.EASE_OFF if score > GREEN_TO else Counsel.GO_ON


def may_go_on(*, score: int | None, place: str, signs: frozenset[Sign]) -> bool:
    """Whether the next set may begin: where it hurts was told, and how much or which sign, and nothing ends it."""
    found = counsel(score=score, place=place, signs=signs)
    return bool(place) and found is not None and not found.ends_session
