"""Which exercises load a place where pain was sharp: before each of them it is asked whether to leave it out."""

from collections.abc import Collection, Iterable

from supple.domain.exercise import Area, Caution, Exercise, Muscle
from supple.domain.pain import PLACES, ends_for_today
from supple.domain.record import PainRecord

_AREAS = {
    "low back": frozenset({Area.BACK, Area.TRUNK}),
    "buttock": frozenset({Area.BUTTOCK}),
    "front of the hip": frozenset({Area.FRONT_OF_HIP}),
    "groin": frozenset({Area.FRONT_OF_HIP}),
    "thigh": frozenset({Area.THIGH}),
    "knee": frozenset({Area.THIGH}),
}
_MUSCLES = {"groin": frozenset({Muscle.ADDUCTORS})}
_KNEE = frozenset({Caution.KNEE_KNEEL, Caution.KNEE_FLEX, Caution.KNEE_TWIST, Caution.KNEE_CROSSED})


def loads(exercise: Exercise, place: str) -> bool:
    """Whether `exercise` works at `place`; of a place that was not named nobody can tell (docs/EVIDENCE.md 5.4)."""
    if place not in _AREAS:
        return bool(place)
    if place == "knee" and _KNEE & set(exercise.avoid):
        return True
    muscles = {*exercise.primary, *exercise.secondary}
    return bool(_AREAS[place] & set(exercise.areas) or _MUSCLES.get(place, frozenset()) & muscles)


def sharp_places(pains: Iterable[PainRecord], session_id: str) -> frozenset[str]:
    """Where pain was sharp in a session."""
    of_session = (pain for pain in pains if pain.session_id == session_id)
    return frozenset(pain.place for pain in of_session if pain.place and ends_for_today(pain.signs))


def loaded_of(exercise: Exercise, sore: Collection[str]) -> str:
    """The first of the `sore` places that `exercise` loads; "" for none."""
    return next((place for place in PLACES if place in sore and loads(exercise, place)), "")
