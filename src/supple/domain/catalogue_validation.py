"""What decoding cannot see in the content: dangling references, missing pictures, words that may not stand there."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from itertools import chain

from supple.domain.catalogue import Catalogue
from supple.domain.exercise import Caution, Equipment, Exercise
from supple.domain.lesson import ExerciseLink, Lesson, PictureRow
from supple.domain.turntable import TURN_SCENES
from supple.domain.wording import PLACE

HasPicture = Callable[[str, str], bool]

SIDE_WORD = re.compile(r"\b(left|right(?! angle\b))\b", re.IGNORECASE)
TEMPLATE = re.compile(r"\{[^{}]*\}?|\}")
LOOP_START = "loop_00"
PAIR = re.compile(r"mistake_[1-9]")
FRIGHTENING = (
    "damage",
    "out of line",
    "crooked",
    "wear and tear",
    "unstable",
    "fix your posture",
)
"""Words that make pain worse than it is (docs/EVIDENCE.md 7)."""
NEVER_SAY = (
    "positive",
    "fail",
    "you have tight hip flexors",
    "this is why your back hurts",
    "your pelvis is tilted",
)
"""What no finding is called (docs/EVIDENCE.md 3.4)."""
NOT_TESTED = "not tested by itself"


def problems(catalogue: Catalogue, *, has_picture: HasPicture) -> tuple[str, ...]:
    """Every mistake as "file, entry, field: what is wrong"; nothing for content that can be shipped."""
    return tuple(_all(catalogue, has_picture))


def forbidden_words(text: str) -> tuple[str, ...]:
    """What may not stand in content: left and right, what frightens, and what no finding is called."""
    found = [match.group() for match in SIDE_WORD.finditer(text)]
    lower = text.lower()
    found += [word for word in (*FRIGHTENING, *NEVER_SAY) if re.search(rf"\b{re.escape(word)}", lower)]
    return tuple(found)


def _all(catalogue: Catalogue, has_picture: HasPicture) -> Iterator[str]:
    for exercise in catalogue.exercises:
        for problem in _exercise(exercise, catalogue, has_picture):
            yield f"exercises.json, {exercise.id}, {problem}"
    for routine in catalogue.routines:
        texts = {"name": routine.name, "when": routine.when, "days": routine.days, "note": routine.note}
        for problem in _words(texts, sided=False):
            yield f"routines.json, {routine.id}, {problem}"
    for lesson in catalogue.lessons:
        for problem in _lesson(lesson, catalogue, has_picture):
            yield f"lessons.json, {lesson.id}, {problem}"
    for source in catalogue.sources:
        for problem in _words({"words": source.words, "found": source.found}, sided=False):
            yield f"sources.json, {source.id}, {problem}"
    yield from _codes(catalogue)


def _exercise(exercise: Exercise, catalogue: Catalogue, has_picture: HasPicture) -> Iterator[str]:
    yield from _words(exercise.texts, sided=exercise.has_sides)
    known = {other.id for other in catalogue.exercises}
    for field, other_id in (("easier_id", exercise.easier_id), ("harder_id", exercise.harder_id)):
        if other_id is not None and other_id not in known:
            yield f"{field}: there is no exercise {other_id}"
    yield from _sources(exercise.sources, catalogue)
    if not exercise.sources and NOT_TESTED not in exercise.evidence:
        yield f"sources: an exercise names what it rests on, or says that it was {NOT_TESTED}"
    if not exercise.steps or not exercise.primary:
        yield "steps, primary: an exercise has steps and a muscle"
    if not exercise.equipment or (Equipment.NONE in exercise.equipment and len(exercise.equipment) > 1):
        yield "equipment: name what is needed, or none and nothing else"
    yield from _pairs(exercise)
    needed = (*exercise.scenes, LOOP_START)
    pairs = [(pair.right_scene, pair.wrong_scene) for pair in exercise.pairs]
    there = {
        scene
        for scene in dict.fromkeys((*needed, *chain(*pairs), *TURN_SCENES))
        if has_picture(exercise.id, scene)
    }
    if there:
        yield from _pictures(exercise)
        yield from _missing(
            exercise, (needed, *(part for part in (*pairs, TURN_SCENES) if there & {*part})), there
        )


def _pairs(exercise: Exercise) -> Iterator[str]:
    """Mistakes that are to be seen need a scene of their own and two descriptions."""
    for place, mistake in enumerate(exercise.mistakes):
        if mistake.scene and not PAIR.fullmatch(mistake.scene):
            yield f"mistakes[{place}].scene: {mistake.scene} is not called mistake_1, mistake_2, ..."
        if mistake.scene in [other.scene for other in exercise.pairs if other is not mistake]:
            yield f"mistakes[{place}].scene: {mistake.scene} is already shown by another one"
        for field, alt in (("right_alt", mistake.right_alt), ("wrong_alt", mistake.wrong_alt)):
            if bool(mistake.scene) is not bool(alt):
                yield f"mistakes[{place}].{field}: a mistake has a scene and its two descriptions, or none"


def _missing(exercise: Exercise, parts: Iterable[Collection[str]], there: Collection[str]) -> Iterator[str]:
    """What is missing of the parts that must be there as a whole."""
    for scene in dict.fromkeys(chain(*parts)):
        if scene not in there:
            yield f"pictures: {exercise.id}/{scene} is missing"


def _pictures(exercise: Exercise) -> Iterator[str]:
    """The descriptions of an exercise that is about to be shown."""
    for place, step in enumerate(exercise.steps):
        if not step.alt:
            yield f"steps[{place}].alt: the picture needs a description"
    for field, alt in (("card_alt", exercise.card_alt), ("loop_alt", exercise.loop_alt)):
        if not alt:
            yield f"{field}: the picture needs a description"


def _lesson(lesson: Lesson, catalogue: Catalogue, has_picture: HasPicture) -> Iterator[str]:
    texts = {f"text {place}": text for place, text in enumerate(lesson.texts)}
    yield from _words(texts, sided=True)
    yield from _sources(lesson.sources, catalogue)
    if lesson.cited != lesson.sources:
        yield f"sources: the text marks {', '.join(lesson.cited)} in this order"
    known = {exercise.id for exercise in catalogue.exercises}
    for place, block in enumerate(lesson.blocks):
        if isinstance(block, ExerciseLink) and block.exercise_id not in known:
            yield f"blocks[{place}].exercise_id: there is no exercise {block.exercise_id}"
        if isinstance(block, PictureRow):
            for picture in block.pictures:
                if not has_picture(picture.folder, picture.scene):
                    yield f"blocks[{place}]: the picture {picture.folder}/{picture.scene} is missing"
                if not picture.alt:
                    yield f"blocks[{place}]: the picture {picture.folder}/{picture.scene} needs a description"


def _codes(catalogue: Catalogue) -> Iterator[str]:
    for missing in set(Caution) - {note.id for note in catalogue.cautions}:
        yield f"codes.json, {missing}: has no entry"
    for note in catalogue.cautions:
        texts = {"name": note.name, "when": note.when, "instead": note.instead}
        for problem in _words(texts, sided=False):
            yield f"codes.json, {note.id}, {problem}"


def _words(texts: Mapping[str, str], *, sided: bool) -> Iterator[str]:
    """Words that may not stand there, and templates that do not exist or name a side where there is none."""
    for field, text in texts.items():
        for word in forbidden_words(text):
            yield f"{field}: the word “{word}” does not stand in content"
        for template in set(TEMPLATE.findall(text)):
            if not PLACE.fullmatch(template):
                yield f"{field}: {template} is no template"
            elif not sided:
                yield f"{field}: {template} names a side where both are worked"


def _sources(ids: tuple[str, ...], catalogue: Catalogue) -> Iterator[str]:
    known = {source.id for source in catalogue.sources}
    for missing in (source for source in ids if source not in known):
        yield f"sources: there is no source {missing}"
