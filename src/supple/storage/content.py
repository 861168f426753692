"""Content files to the catalogue: decoded strictly, so that a mistake names its file, its entry and its field."""

from collections.abc import Callable, Iterable
from dataclasses import fields, replace
from typing import Any, TypeVar

import msgspec

from supple.domain.catalogue import Catalogue, CautionNote, CheckWords, FindingWords
from supple.domain.exercise import Dose, Exercise, Instruction, Order
from supple.domain.lesson import (
    Block,
    ExerciseLink,
    Heading,
    Illustration,
    Lesson,
    Note,
    Paragraph,
    Pictures,
    Points,
    Source,
)
from supple.domain.mistake import Mistake
from supple.domain.routine import Routine, Step
from supple.domain.side import Side

T = TypeVar("T")
Raw = dict[str, Any]
Read = Callable[[str], bytes]
HasPicture = Callable[[str, str], bool]

BLOCKS: dict[str, type[Block]] = {
    "heading": Heading,
    "paragraph": Paragraph,
    "points": Points,
    "note": Note,
    "pictures": Pictures,
    "exercise": ExerciseLink,
}

FIELDS: dict[type[Any], frozenset[str]] = {
    kind: frozenset(field.name for field in fields(kind))
    for kind in (
        Exercise,
        Dose,
        Instruction,
        Mistake,
        Illustration,
        Source,
        CautionNote,
        CheckWords,
        FindingWords,
        *BLOCKS.values(),
    )
}


class ContentError(ValueError):
    """A content file cannot be used; the message names file, entry and field."""


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


class _LessonFile(msgspec.Struct, forbid_unknown_fields=True):
    """A lesson whose blocks are still to be told apart by their `kind`."""

    id: str
    title: str
    lead: str
    minutes: int
    blocks: list[dict[str, Any]]
    sources: tuple[str, ...] = ()


def load_catalogue(read: Read, *, has_picture: HasPicture) -> Catalogue:
    """The catalogue out of the files that `read` gives by name ("exercises.json").

    `has_picture(exercise_id, scene)` says which pictures are there. Raises ContentError.
    """
    exercises = _entries(read, "exercises.json", _exercise)
    doses = {exercise.id: exercise for exercise in exercises}

    def routine(raw: Raw) -> Routine:
        return _routine(raw, doses)

    return Catalogue(
        exercises=exercises,
        routines=_entries(read, "routines.json", routine),
        lessons=_entries(read, "lessons.json", _lesson),
        sources=_entries(read, "sources.json", _source),
        cautions=_entries(read, "codes.json", _caution),
        check=_check(read, "findings.json"),
        with_pictures=frozenset(
            exercise.id
            for exercise in exercises
            if all(has_picture(exercise.id, scene) for scene in exercise.scenes)
        ),
    )


def _entries(read: Read, name: str, make: Callable[[Raw], T]) -> tuple[T, ...]:
    """Every entry of the list in file `name`, made by `make`; ids are unique."""
    made: dict[str, T] = {}
    for place, raw in enumerate(_decode(read, name, list[dict[str, Any]]), start=1):
        entry = raw.get("id", f"entry {place}")
        try:
            value = make(raw)
        except (msgspec.ValidationError, ContentError) as error:
            raise ContentError(f"{name}, {entry}: {_plain(error)}") from error
        if entry in made:
            raise ContentError(f"{name}, {entry}: there are two entries of this id")
        made[entry] = value
    return tuple(made.values())


def _decode(read: Read, name: str, kind: type[T]) -> T:
    try:
        return msgspec.json.decode(read(name), type=kind)
    except msgspec.DecodeError as error:
        raise ContentError(f"{name}: {_plain(error)}") from error


def _convert(raw: Raw, kind: type[T]) -> T:
    """`raw` as the dataclass `kind`, without coercion and without fields it does not know."""
    unknown = set(raw) - FIELDS[kind]
    if unknown:
        raise ContentError(f"{', '.join(sorted(unknown))}: there is no such field")
    return msgspec.convert(raw, kind, strict=True)


def _exercise(raw: Raw) -> Exercise:
    _known(raw.get("dose"), Dose, "dose")
    for place, step in enumerate(raw.get("steps", ())):
        _known(step, Instruction, f"steps[{place}]")
    for place, mistake in enumerate(raw.get("mistakes", ())):
        _known(mistake, Mistake, f"mistakes[{place}]")
    return _convert(raw, Exercise)


def _known(raw: object, kind: type[Any], where: str) -> None:
    """Refuse fields of a nested entry that `kind` does not have; wrong types are told by the conversion."""
    unknown = set(raw) - FIELDS[kind] if isinstance(raw, dict) else set()
    if unknown:
        raise ContentError(f"{where}.{', '.join(sorted(unknown))}: there is no such field")


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


def _lesson(raw: Raw) -> Lesson:
    file = msgspec.convert(raw, _LessonFile)
    return Lesson(
        id=file.id,
        title=file.title,
        lead=file.lead,
        minutes=file.minutes,
        sources=file.sources,
        blocks=tuple(_block(block, place) for place, block in enumerate(file.blocks)),
    )


def _block(raw: Raw, place: int) -> Block:
    kind = BLOCKS.get(str(raw.get("kind")))
    if kind is None:
        raise ContentError(f"blocks[{place}].kind: {raw.get('kind')} is none of {', '.join(BLOCKS)}")
    values = {name: value for name, value in raw.items() if name != "kind"}
    for number, picture in enumerate(values.get("pictures", ())):
        _known(picture, Illustration, f"blocks[{place}].pictures[{number}]")
    try:
        return _convert(values, kind)
    except (msgspec.ValidationError, ContentError) as error:
        raise ContentError(f"blocks[{place}].{_plain(error)}") from error


def _source(raw: Raw) -> Source:
    return _convert(raw, Source)


def _caution(raw: Raw) -> CautionNote:
    return _convert(raw, CautionNote)


def _check(read: Read, name: str) -> CheckWords:
    raw = _decode(read, name, dict[str, Any])
    try:
        _each_known(raw.get("findings", ()), FindingWords)
        return _convert(raw, CheckWords)
    except (msgspec.ValidationError, ContentError) as error:
        raise ContentError(f"{name}: {_plain(error)}") from error


def _each_known(entries: Iterable[object], kind: type[Any]) -> None:
    for place, entry in enumerate(entries):
        _known(entry, kind, f"findings[{place}]")


def _plain(error: Exception) -> str:
    """msgspec's message with the field in front: "dose.hold_s: Expected `int`, got `str`"."""
    message, at, where = str(error).partition(" - at `$")
    return f"{where.rstrip('`').lstrip('.')}: {message}" if at else message
