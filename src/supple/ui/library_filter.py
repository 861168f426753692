"""Which exercises a search and the chips of the library leave."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum

from supple.domain.exercise import Area, Equipment, Exercise, Position


class Quality(StrEnum):
    """Chips that are about neither area nor position."""

    NO_KNEELING = "no kneeling"
    AT_A_DESK = "at a desk"
    NO_EQUIPMENT = "no equipment"


Wish = Area | Position | Quality


@dataclass(frozen=True, slots=True, kw_only=True)
class LibraryFilter:
    """Areas widen each other, positions too; qualities narrow. `words` must all be found."""

    words: str = ""
    wishes: frozenset[Wish] = frozenset()

    def shows(self, exercise: Exercise) -> bool:
        """Whether `exercise` is left."""
        areas = {wish for wish in self.wishes if isinstance(wish, Area)}
        positions = {wish for wish in self.wishes if isinstance(wish, Position)}
        return (
            (not areas or bool(areas.intersection(exercise.areas)))
            and (not positions or exercise.position in positions)
            and all(has(exercise, wish) for wish in self.wishes if isinstance(wish, Quality))
            and _found(self.words, exercise)
        )


def has(exercise: Exercise, wish: Wish) -> bool:
    """Whether one wish is met."""
    match wish:
        case Area():
            return wish in exercise.areas
        case Position():
            return wish is exercise.position
        case Quality.NO_KNEELING:
            return not exercise.kneels
        case Quality.AT_A_DESK:
            return exercise.desk
        case Quality.NO_EQUIPMENT:
            return set(exercise.equipment) <= {Equipment.NONE, Equipment.MAT}


def useful_wishes(exercises: Collection[Exercise]) -> Sequence[tuple[Wish, ...]]:
    """The groups of chips: areas and positions that occur, and all qualities."""
    areas = tuple(area for area in Area if any(has(e, area) for e in exercises))
    positions = tuple(position for position in Position if any(has(e, position) for e in exercises))
    return areas, positions, tuple(Quality)


def _found(words: str, exercise: Exercise) -> bool:
    """Whether every word typed begins a word about the exercise."""
    about = " ".join(
        (
            exercise.name,
            *exercise.aliases,
            exercise.purpose,
            exercise.category,
            exercise.position,
            *exercise.areas,
            *exercise.primary,
            *exercise.secondary,
            *exercise.equipment,
        )
    )
    known = _split(about)
    return all(any(word.startswith(typed) for word in known) for typed in _split(words))


def _split(words: str) -> list[str]:
    cleaned = "".join(letter if letter.isalnum() else " " for letter in words.casefold())
    return cleaned.split()
