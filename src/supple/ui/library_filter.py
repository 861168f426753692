"""Which exercises a search, the menus and the chips of the library leave, and how many."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from supple.domain.exercise import Area, Category, Equipment, Exercise, Position


class Quality(StrEnum):
    """What is a chip of its own: it narrows, whatever else is wished."""

    NO_KNEELING = "no kneeling"
    AT_A_DESK = "at a desk"
    NO_EQUIPMENT = "no equipment"


Choice = Area | Position | Category | Equipment
Wish = Choice | Quality
MENUS: tuple[type[Choice], ...] = (Area, Position, Category, Equipment)


@dataclass(frozen=True, slots=True, kw_only=True)
class LibraryFilter:
    """Choices of one menu widen each other; menus and qualities narrow. `words` must all be found."""

    words: str = ""
    wishes: frozenset[Wish] = frozenset()

    def shows(self, exercise: Exercise) -> bool:
        """Whether `exercise` is left."""
        return (
            all(self._meets(exercise, menu) for menu in MENUS)
            and all(has(exercise, wish) for wish in self.wishes if isinstance(wish, Quality))
            and _found(self.words, exercise)
        )

    def without(self, menu: type[Choice]) -> "LibraryFilter":
        """The same with nothing chosen in `menu`."""
        return replace(self, wishes=frozenset(wish for wish in self.wishes if not isinstance(wish, menu)))

    def _meets(self, exercise: Exercise, menu: type[Choice]) -> bool:
        wanted = [wish for wish in self.wishes if isinstance(wish, menu)]
        return not wanted or any(has(exercise, wish) for wish in wanted)


def has(exercise: Exercise, wish: Wish) -> bool:
    """Whether one wish is met."""
    match wish:
        case Area():
            return wish in exercise.areas
        case Position() | Category():
            return wish in (exercise.position, exercise.category)
        case Equipment():
            return wish in exercise.equipment
        case Quality.NO_KNEELING:
            return not exercise.kneels
        case Quality.AT_A_DESK:
            return exercise.desk
        case Quality.NO_EQUIPMENT:
            return set(exercise.equipment) <= {Equipment.NONE, Equipment.MAT}


def choices(menu: type[Choice], exercises: Collection[Exercise]) -> tuple[Choice, ...]:
    """What a menu offers: what occurs; needing nothing is a quality."""
    return tuple(
        choice for choice in menu if choice is not Equipment.NONE and any(has(e, choice) for e in exercises)
    )


def counts(
    menu: type[Choice], exercises: Collection[Exercise], wanted: LibraryFilter
) -> Mapping[Choice, int]:
    """How many exercises each choice of a menu would show beside all else that is wished."""
    left = [exercise for exercise in exercises if wanted.without(menu).shows(exercise)]
    return {choice: sum(has(e, choice) for e in left) for choice in choices(menu, exercises)}


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
