"""Everything that can be done and read: exercises, routines, lessons and the words for cautions."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, TypeVar

from supple.domain.exercise import Caution, Exercise
from supple.domain.routine import Routine
from supple.domain.safety import HIDING

if TYPE_CHECKING:
    from supple.domain.lesson import Lesson, Lessons, Source


class CatalogueError(LookupError):
    """Something was asked for that the catalogue does not hold."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CautionNote:
    """A caution in plain words: `when` follows "Not for now with" or "Take care:"; `instead` says what to do."""

    id: Caution
    name: str
    when: str
    instead: str

    @property
    def hides(self) -> bool:
        """Whether an exercise with this caution is not offered; otherwise it is only marked."""
        return self.id in HIDING


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """All content, decoded and resolved; `with_pictures` are the exercises whose every picture is there.

    `reading` gives the lessons and sources, decoded when somebody first wants to read.
    """

    exercises: tuple[Exercise, ...]
    routines: tuple[Routine, ...]
    reading: "Callable[[], Lessons]"
    cautions: tuple[CautionNote, ...]
    with_pictures: frozenset[str]

    def exercise(self, exercise_id: str) -> Exercise:
        """Raise CatalogueError for an unknown id; the same for the other lookups."""
        return _only(self.exercises, exercise_id, "exercise")

    def routine(self, routine_id: str) -> Routine:
        """The routine of this id."""
        return _only(self.routines, routine_id, "routine")

    @property
    def lessons(self) -> "tuple[Lesson, ...]":
        """All lessons in their order."""
        return self.reading().lessons

    @property
    def sources(self) -> "tuple[Source, ...]":
        """Everything that is cited."""
        return self.reading().sources

    def lesson(self, lesson_id: str) -> "Lesson":
        """The lesson of this id."""
        return _only(self.lessons, lesson_id, "lesson")

    def source(self, source_id: str) -> "Source":
        """The source of this id."""
        return _only(self.sources, source_id, "source")

    def caution(self, caution: Caution) -> CautionNote:
        """The plain words of `caution`."""
        return _only(self.cautions, caution, "caution")

    @property
    def shown_exercises(self) -> tuple[Exercise, ...]:
        """The exercises that have their pictures: all that the library shows."""
        return tuple(e for e in self.exercises if e.id in self.with_pictures)

    @property
    def startable_routines(self) -> tuple[Routine, ...]:
        """The routines that can be played."""
        return tuple(routine for routine in self.routines if self.startable(routine))

    def startable(self, routine: Routine) -> bool:
        """Whether every exercise of `routine` has its pictures."""
        return self.with_pictures.issuperset(routine.exercise_ids)


class _Entry(Protocol):
    """Anything with an id."""

    @property
    def id(self) -> str: ...


_E = TypeVar("_E", bound=_Entry)


def _only(entries: Iterable[_E], wanted: str, kind: str) -> _E:
    found = next((entry for entry in entries if entry.id == wanted), None)
    if found is None:
        raise CatalogueError(f"there is no {kind} {wanted}")
    return found
