"""The closed vocabularies of an exercise as the window says them."""

from PySide6.QtCore import QCoreApplication

from supple.domain.exercise import Area, Category, Equipment, Position
from supple.domain.library_criteria import Criterion, MenuCriterion, Quality
from supple.ui.words.content_words import equipment_word
from supple.ui.words.inside import inside


def category_word(category: Category) -> str:
    """What an exercise is for."""
    words = {
        Category.STRETCH: QCoreApplication.translate("Exercise", "Stretch"),
        Category.MOBILITY: QCoreApplication.translate("Exercise", "Mobility"),
        Category.CONTROL: QCoreApplication.translate("Exercise", "Control"),
        Category.STRENGTH: QCoreApplication.translate("Exercise", "Strength"),
        Category.RELAX: QCoreApplication.translate("Exercise", "Relax"),
        Category.WARM_UP: QCoreApplication.translate("Exercise", "Warm-up"),
    }
    return words[category]


def position_word(position: Position) -> str:
    """How the body is placed."""
    words = {
        Position.HALF_KNEELING: QCoreApplication.translate("Exercise", "Half-kneeling"),
        Position.HANDS_AND_KNEES: QCoreApplication.translate("Exercise", "Hands and knees"),
        Position.KNEELING: QCoreApplication.translate("Exercise", "Kneeling"),
        Position.SIDE_LYING: QCoreApplication.translate("Exercise", "Lying on the side"),
        Position.CHAIR: QCoreApplication.translate("Exercise", "Sitting on a chair"),
        Position.FLOOR: QCoreApplication.translate("Exercise", "Sitting on the floor"),
        Position.STANDING: QCoreApplication.translate("Exercise", "Standing"),
        Position.SUPINE: QCoreApplication.translate("Exercise", "Lying on the back"),
    }
    return words[position]


def difficulty_word(difficulty: int) -> str:
    """1 to 3 in words."""
    return {
        1: QCoreApplication.translate("Exercise", "Easy"),
        2: QCoreApplication.translate("Exercise", "Medium"),
        3: QCoreApplication.translate("Exercise", "Hard"),
    }[max(1, min(3, difficulty))]


def menu_word(menu: type[MenuCriterion]) -> str:
    """What a menu of the library's filters is about."""
    words: dict[type[MenuCriterion], str] = {
        Area: QCoreApplication.translate("Exercise", "Where"),
        Position: QCoreApplication.translate("Exercise", "Position"),
        Category: QCoreApplication.translate("Exercise", "Kind"),
        Equipment: QCoreApplication.translate("Exercise", "Needs"),
    }
    return words[menu]


def criterion_word(criterion: Criterion) -> str:
    """What a tick or a chip says."""
    if isinstance(criterion, Position):
        return position_word(criterion)
    if isinstance(criterion, Category):
        return category_word(criterion)
    if isinstance(criterion, Equipment):
        return equipment_word(criterion)
    words = {
        Area.FRONT_OF_HIP: QCoreApplication.translate("Exercise", "Front of the hip"),
        Area.BUTTOCK: QCoreApplication.translate("Exercise", "Buttock"),
        Area.THIGH: QCoreApplication.translate("Exercise", "Thigh"),
        Area.BACK: QCoreApplication.translate("Exercise", "Back"),
        Area.TRUNK: QCoreApplication.translate("Exercise", "Trunk"),
        Quality.NO_KNEELING: QCoreApplication.translate("Exercise", "No kneeling"),
        Quality.AT_A_DESK: QCoreApplication.translate("Exercise", "At a desk"),
        Quality.NO_EQUIPMENT: QCoreApplication.translate("Exercise", "No equipment"),
    }
    return words[criterion]


def chosen_word(criterion: MenuCriterion) -> str:
    """What stands after the colon in a menu's chip."""
    if criterion is Area.FRONT_OF_HIP:
        return QCoreApplication.translate("Exercise", "hip")
    return inside(criterion_word(criterion))
