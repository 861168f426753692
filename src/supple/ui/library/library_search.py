"""How well an exercise fits the words that are typed over the library, and what is near where nothing fits."""

from collections.abc import Collection, Iterator
from difflib import SequenceMatcher

from PySide6.QtCore import QCoreApplication

from supple.domain.exercise import Area, Exercise
from supple.domain.library_criteria import Criterion, Quality, has
from supple.ui.words.exercise_words import criterion_word

NAME, ALIAS, AREA, MUSCLE, OTHER = 8, 6, 5, 4, 2  # where a word was found
LEAST_INSIDE = 3  # letters: fewer lie inside of too many words
ALIKE = 0.75  # of a mistyped word
NEAR = 0.6  # of the best of what is near

About = list[tuple[int, list[str]]]


def likeness(words: str, exercise: Exercise) -> float:
    """0 when a word of `words` is nowhere; otherwise more the better they fit. Nothing typed fits all alike."""
    typed, qualities = _without_qualities(_split(words))
    if not all(has(exercise, quality) for quality in qualities):
        return 0
    if not typed:
        return 1
    about = _about(exercise)
    found = [_weight(word, about) for word in typed]
    return 1 + sum(found) if all(found) else 0


def nearest(words: str, exercises: Collection[Exercise]) -> tuple[Exercise, ...]:
    """What fits some of the words, or words much like them, best first."""
    typed = _without_qualities(_split(words))[0]
    fits = {e.id: _likely(typed, _about(e)) for e in exercises}
    best = max(fits.values(), default=0)
    near = [e for e in exercises if best and fits[e.id] >= NEAR * best]
    return tuple(sorted(near, key=lambda exercise: -fits[exercise.id]))


def _likely(typed: list[str], about: About) -> float:
    return sum(_weight(word, about) or _alike(word, about) for word in typed)


def _weight(typed: str, about: About) -> float:
    """How much its best place counts: the beginning of a word twice as much as a part of one."""
    best = 0.0
    for weight, known in about:
        if any(word.startswith(typed) for word in known):
            best = max(best, weight)
        elif len(typed) >= LEAST_INSIDE and any(typed in word for word in known):
            best = max(best, weight / 2)
    return best


def _alike(typed: str, about: About) -> float:
    words = {word for _, known in about for word in known if len(word) >= LEAST_INSIDE}
    return float(any(SequenceMatcher(a=typed, b=word).ratio() >= ALIKE for word in words))


def _without_qualities(typed: list[str]) -> tuple[list[str], set[Quality]]:
    """Take "no kneeling" as the chip means it: as two words it would find what is done kneeling."""
    left, qualities = list(typed), set()
    for quality in (Quality.NO_KNEELING, Quality.NO_EQUIPMENT):
        first, second = _split(criterion_word(quality))[:2]
        for place, word in enumerate(left[:-1]):
            if word == first and second.startswith(left[place + 1]):
                qualities.add(quality)
                del left[place : place + 2]
                break
    return left, qualities


def _about(exercise: Exercise) -> About:
    """The words about an exercise, by how much they count: as the content has them, and as the window says them."""
    muscles = (*exercise.primary, *exercise.secondary)
    others: tuple[Criterion, ...] = (exercise.category, exercise.position, *exercise.equipment)
    desk = [criterion_word(Quality.AT_A_DESK)] if exercise.desk else []
    return [
        (NAME, _split(exercise.name)),
        (ALIAS, _split(" ".join(exercise.aliases))),
        (AREA, _split(" ".join((*exercise.areas, *_area_words(exercise))))),
        (MUSCLE, _split(" ".join((*muscles, *desk)))),
        (OTHER, _split(" ".join((*others, *map(criterion_word, others))))),
    ]


def _area_words(exercise: Exercise) -> Iterator[str]:
    """What the chips call its areas, and what else people do."""
    others = {
        Area.FRONT_OF_HIP: QCoreApplication.translate("Search", "hip flexors"),
        Area.BUTTOCK: QCoreApplication.translate("Search", "glutes seat"),
        Area.BACK: QCoreApplication.translate("Search", "lower back lumbar spine"),
        Area.TRUNK: QCoreApplication.translate("Search", "core belly waist"),
    }
    for area in exercise.areas:
        yield f"{criterion_word(area)} {others.get(area, '')}"


def _split(words: str) -> list[str]:
    cleaned = "".join(letter if letter.isalnum() else " " for letter in words.casefold())
    return cleaned.split()
