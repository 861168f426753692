"""What the library can be asked for beside words: the menus' choices and the chips' qualities."""

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
