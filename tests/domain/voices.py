"""Voices for tests: every clip there is, as long as a test wants it."""

import random

from supple.domain.exercise import Caution
from supple.domain.side import Side
from supple.domain.spoken import (
    MOST_COUNTED,
    MOST_SETS,
    NUMBERED,
    SIDED,
    TENS,
    Phrase,
    SpokenExercise,
    SpokenWords,
    care_clip,
    first_step_clip,
    name_clip,
    note_clip,
    number_clip,
    phrase_clip,
)
from supple.domain.utterance import Voice

EXERCISE = "a"
COUNTS = range(1, MOST_COUNTED + 1)


def clip_ids() -> list[str]:
    """Every clip for one exercise called EXERCISE."""
    ids = [number_clip(number) for number in (*COUNTS, *TENS)]
    ids += [name_clip(EXERCISE), first_step_clip(EXERCISE), care_clip(Caution.WRIST)]
    for side in (Side.LEFT, Side.RIGHT):
        ids.append(first_step_clip(EXERCISE, side=side))
        ids += [phrase_clip(phrase, side=side) for phrase in SIDED]
    for number in range(1, MOST_SETS + 1):
        ids += [phrase_clip(phrase, number=number) for phrase in NUMBERED]
    return sorted({*ids, *(phrase_clip(phrase) for phrase in Phrase if phrase not in SIDED | NUMBERED)})


def even_voice(length_ms: int = 600) -> Voice:
    """Every clip is equally long."""
    return Voice(_words(), dict.fromkeys(clip_ids(), length_ms))


def uneven_voice(seed: int) -> Voice:
    """Lengths as the shipped clips have them: numbers and "Left leg." under a second, all under three.

    Every other one can also say a note of the person's own, which may be long.
    """
    chance = random.Random(seed)  # noqa: S311 - lengths for a test
    durations = {}
    for clip in clip_ids():
        is_short = clip.startswith(("number", "leg", "target"))
        durations[clip] = chance.randint(250, 850 if is_short else 2500)
    if seed % 2:
        durations[note_clip(EXERCISE)] = chance.randint(1_000, 11_500)
    cares = {EXERCISE: Caution.WRIST} if seed % 3 else {}
    return Voice(_words(), durations, cares)


def _words() -> SpokenWords:
    exercise = SpokenExercise(id=EXERCISE, name="A.", first_step="{Target}.")
    return SpokenWords(phrases={}, numbers={}, exercises={EXERCISE: exercise})
