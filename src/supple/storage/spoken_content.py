"""Reads spoken.json and the voice's clips.json into the values of the domain; a mistake is named with its place."""

import msgspec

from supple.domain.exercise import Caution
from supple.domain.safety import HIDING
from supple.domain.side import Side
from supple.domain.spoken import (
    MOST_COUNTED,
    MOST_SAID,
    NUMBER,
    NUMBERED,
    SIDED,
    TENS,
    Clip,
    Phrase,
    SpokenExercise,
    SpokenWords,
)
from supple.domain.wording import fill


class _SpokenFile(msgspec.Struct, forbid_unknown_fields=True):
    phrases: dict[Phrase, str]
    numbers: dict[int, str]
    exercises: list[dict[str, str]]
    cautions: dict[Caution, str]


_EXERCISE_FIELDS = {"id", "name", "first_step", "side", "switch"}


def decode_spoken(data: bytes) -> SpokenWords:
    """The words a voice can say; raises ValueError naming the entry that is wrong."""
    try:
        file = msgspec.json.decode(data, type=_SpokenFile)
        words = SpokenWords(
            phrases=file.phrases,
            numbers=file.numbers,
            exercises={entry.get("id", ""): _exercise(entry) for entry in file.exercises},
            cautions=file.cautions,
        )
    except msgspec.MsgspecError as error:
        raise ValueError(f"spoken.json: {error}") from error
    mistakes = _mistakes(words)
    if mistakes:
        raise ValueError(f"spoken.json: {mistakes[0]}")
    return words


def decode_clips(data: bytes) -> tuple[Clip, ...]:
    """The clips that ship; raises ValueError for a file that makes no sense."""
    try:
        return msgspec.json.decode(data, type=tuple[Clip, ...])
    except msgspec.MsgspecError as error:
        raise ValueError(f"clips.json: {error}") from error


def encode_clips(clips: tuple[Clip, ...]) -> bytes:
    """The manifest as its file holds it, a line for each clip."""
    lines = [msgspec.json.encode(clip).decode() for clip in clips]
    return ("[\n" + ",\n".join(lines) + "\n]\n").encode()


def _exercise(entry: dict[str, str]) -> SpokenExercise:
    unknown = set(entry) - _EXERCISE_FIELDS
    if unknown:
        raise ValueError(f"spoken.json, {entry.get('id')}, {sorted(unknown)[0]}: there is no such field")
    try:
        return msgspec.convert(entry, SpokenExercise)
    except msgspec.ValidationError as error:
        raise ValueError(f"spoken.json, {entry.get('id')}: {error}") from error


def _mistakes(words: SpokenWords) -> list[str]:
    """What is missing, and templates that stand where nothing fills them."""
    found = [f"phrases.{phrase}: is missing" for phrase in Phrase if phrase not in words.phrases]
    wanted = {*range(1, MOST_COUNTED + 1), *TENS}
    found += [f"numbers.{number}: is missing" for number in sorted(wanted - set(words.numbers))]
    found += [
        f"numbers.{number}: is never said" for number in sorted(words.numbers) if not 1 <= number <= MOST_SAID
    ]
    marks = set(Caution) - HIDING
    found += [f"cautions.{caution}: is missing" for caution in sorted(marks - set(words.cautions))]
    found += [f"cautions.{caution}: is never said" for caution in sorted(set(words.cautions) - marks)]
    for phrase, text in words.phrases.items():
        if (fill(text, side=Side.LEFT) != text) != (phrase in SIDED):
            found.append(f"phrases.{phrase}: names a side where there is none, or none where there is one")
        if (NUMBER in text) != (phrase in NUMBERED):
            found.append(f"phrases.{phrase}: {NUMBER} stands only in {', '.join(sorted(NUMBERED))}")
    for exercise in words.exercises.values():
        if exercise.side is None and fill(exercise.first_step, side=Side.LEFT) != exercise.first_step:
            found.append(f"{exercise.id}, first_step: names a side where both are worked")
        if exercise.switch and (
            exercise.side is None or fill(exercise.switch, side=Side.LEFT) == exercise.switch
        ):
            found.append(f"{exercise.id}, switch: names the new side, where sides are worked")
    return found
