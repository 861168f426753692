"""What the library can be asked for beside words: the menus' choices and the chips' qualities."""

from enum import StrEnum

from supple.domain.exercise import Area, Category, Equipment, Exercise, Position


class Quality(StrEnum):
    """What is a chip of its own: it narrows, whatever else is wished."""

    NO_KNEELING = "no kneeling"
    AT_A_DESK = "at a desk"
    NO_EQUIPMENT = "no equipment"


MenuCriterion = Area | Position | Category | Equipment
Criterion = MenuCriterion | Quality
MENUS: tuple[type[MenuCriterion], ...] = (Area, Position, Category, Equipment)


def has(exercise: Exercise, criterion: Criterion) -> bool:
    """Whether one criterion is met."""
    match criterion:
        case Area():
            return criterion in exercise.areas
        case Position() | Category():
            return criterion in (exercise.position, exercise.category)
        case Equipment():
            return criterion in exercise.equipment
        case Quality.NO_KNEELING:
            return not exercise.kneels
        case Quality.AT_A_DESK:
            return exercise.desk
        case Quality.NO_EQUIPMENT:
            return set(exercise.equipment) <= {Equipment.NONE, Equipment.MAT}
