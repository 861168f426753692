"""Which exercises a search, the menus and the chips of the library leave, and how many."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from supple.domain.exercise import Equipment, Exercise
from supple.domain.library_criteria import MENUS, Criterion, MenuCriterion, Quality, has
from supple.ui.library.library_search import likeness, nearest


@dataclass(frozen=True, slots=True, kw_only=True)
class LibraryFilter:
    """Choices of one menu widen each other; menus and qualities narrow. `words` must all be found."""

    words: str = ""
    criteria: frozenset[Criterion] = frozenset()

    def shows(self, exercise: Exercise) -> bool:
        """Whether `exercise` is left."""
        return self.meets(exercise) and likeness(self.words, exercise) > 0

    def meets(self, exercise: Exercise) -> bool:
        """Whether it is left by menus and qualities, whatever the words are."""
        return all(self._meets(exercise, menu) for menu in MENUS) and all(
            has(exercise, criterion) for criterion in self.criteria if isinstance(criterion, Quality)
        )

    def near(self, exercises: Collection[Exercise]) -> tuple[Exercise, ...]:
        """Where nothing is left, what comes nearest, best first: some of the words, or them without the rest."""
        fitting = [exercise for exercise in exercises if self.meets(exercise)]
        return nearest(self.words, fitting) or nearest(self.words, exercises)

    def without(self, menu: type[MenuCriterion]) -> "LibraryFilter":
        """The same with nothing chosen in `menu`."""
        return replace(
            self,
            criteria=frozenset(each for each in self.criteria if not isinstance(each, menu)),
        )

    def _meets(self, exercise: Exercise, menu: type[MenuCriterion]) -> bool:
        wanted = [criterion for criterion in self.criteria if isinstance(criterion, menu)]
        return not wanted or any(has(exercise, criterion) for criterion in wanted)


def choices(menu: type[MenuCriterion], exercises: Collection[Exercise]) -> tuple[MenuCriterion, ...]:
    """What a menu offers: what occurs; needing nothing is a quality."""
    return tuple(
        choice for choice in menu if choice is not Equipment.NONE and any(has(e, choice) for e in exercises)
    )


def counts(
    menu: type[MenuCriterion], exercises: Collection[Exercise], wanted: LibraryFilter
) -> Mapping[MenuCriterion, int]:
    """How many exercises each choice of a menu would show beside all else that is wished."""
    left = [exercise for exercise in exercises if wanted.without(menu).shows(exercise)]
    return {choice: sum(has(e, choice) for e in left) for choice in choices(menu, exercises)}
