"""Content files to the catalogue: decoded strictly, so that a mistake names its file, its entry and its field."""

from dataclasses import replace
from typing import TYPE_CHECKING

import msgspec

from supple.domain.catalogue import Catalogue, CautionNote
from supple.domain.catalogue_validation import HasPicture
from supple.domain.exercise import Dose, Exercise, Instruction, Order
from supple.domain.mistake import Mistake
from supple.domain.routine import Routine, Step
from supple.domain.side import Side
from supple.storage.content_entries import (
    ContentError,
    Raw,
    Read,
    convert,
    entries,
    known,
)

if TYPE_CHECKING:
    from supple.domain.lesson import Lessons


class _DoseOverride(msgspec.Struct, forbid_unknown_fields=True):
    """What a routine changes in an exercise's own dose."""

    sets: int | None = None
    order: Order | None = None
    prepare_s: int | None = None
    rest_s: int | None = None
    switch_s: int | None = None
    hold_s: int | None = None
    reps: int | None = None
    rep_s: int | None = None


class _StepFile(msgspec.Struct, forbid_unknown_fields=True):
    exercise: str
    dose: _DoseOverride = msgspec.field(default_factory=_DoseOverride)
    first_side: Side | None = None


class _RoutineFile(msgspec.Struct, forbid_unknown_fields=True):
    """`total_s` is a promise: a test compares it with the compiled timeline."""

    id: str
    name: str
    when: str
    days: str
    note: str
    total_s: int
    steps: list[_StepFile]


def load_catalogue(read: Read, *, has_picture: HasPicture) -> Catalogue:
    """The catalogue out of the files that `read` gives by name ("exercises.json").

    `has_picture(exercise_id, scene)` says which pictures are there. Raises ContentError.
    """
    exercises = entries(read, "exercises.json", _exercise)
    doses = {exercise.id: exercise for exercise in exercises}

    def routine(raw: Raw) -> Routine:
        return _routine(raw, doses)

    return Catalogue(
        exercises=exercises,
        routines=entries(read, "routines.json", routine),
        reading=_Reader(read),
        cautions=entries(read, "codes.json", _caution),
        with_pictures=frozenset(
            exercise.id
            for exercise in exercises
            if all(has_picture(exercise.id, scene) for scene in exercise.scenes)
        ),
    )


def _exercise(raw: Raw) -> Exercise:
    known(raw.get("dose"), Dose, "dose")
    for place, step in enumerate(raw.get("steps", ())):
        known(step, Instruction, f"steps[{place}]")
    for place, mistake in enumerate(raw.get("mistakes", ())):
        known(mistake, Mistake, f"mistakes[{place}]")
    return convert(raw, Exercise)


def _routine(raw: Raw, exercises: dict[str, Exercise]) -> Routine:
    file = msgspec.convert(raw, _RoutineFile)
    steps = []
    for place, step in enumerate(file.steps):
        exercise = exercises.get(step.exercise)
        if exercise is None:
            raise ContentError(f"steps[{place}].exercise: there is no exercise {step.exercise}")
        changes = {
            name: value for name, value in msgspec.structs.asdict(step.dose).items() if value is not None
        }
        try:
            dose = replace(exercise.dose, **changes) if changes else exercise.dose
        except ValueError as error:
            raise ContentError(f"steps[{place}].dose: {error}") from error
        first = step.first_side or exercise.first_side
        steps.append(Step(exercise_id=exercise.id, dose=dose, first_side=first))
    return Routine(
        id=file.id, name=file.name, when=file.when, days=file.days, note=file.note, steps=tuple(steps)
    )


class _Reader:
    """Decodes lessons and sources once, when first asked."""

    def __init__(self, read: Read) -> None:
        self._read = read
        self._reading: Lessons | None = None

    def __call__(self) -> "Lessons":
        if self._reading is None:
            from supple.storage.lesson_content import load_reading

            self._reading = load_reading(self._read)
        return self._reading


def _caution(raw: Raw) -> CautionNote:
    return convert(raw, CautionNote)
