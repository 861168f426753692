"""The spoken words as they ship: every exercise can be said, on either side, and mistakes are named."""

import json
from dataclasses import replace
from typing import Any

import pytest

from supple.domain.catalogue import Catalogue
from supple.domain.side import Side
from supple.domain.spoken import (
    BOTH_LEGS,
    Phrase,
    SideWord,
    SpokenWords,
    first_step_clip,
    phrase_clip,
)
from supple.domain.utterance import Voice
from supple.storage.spoken_content import decode_spoken

LONGEST_FIRST_STEP = 10  # words; longer is no "few words" any more


@pytest.fixture(scope="session")
def words(files: dict[str, bytes]) -> SpokenWords:
    return decode_spoken(files["spoken.json"])


def test_every_exercise_has_its_spoken_name_and_first_step(words: SpokenWords, catalogue: Catalogue) -> None:
    assert list(words.exercises) == [exercise.id for exercise in catalogue.exercises]


def test_a_side_is_said_exactly_where_a_set_works_one(words: SpokenWords, catalogue: Catalogue) -> None:
    for exercise in catalogue.exercises:
        assert (words.exercises[exercise.id].side is not None) == exercise.has_sides, exercise.id


def test_what_has_the_side_is_named_as_the_exercise_means_it(
    words: SpokenWords, catalogue: Catalogue
) -> None:
    for exercise in catalogue.exercises:
        side = words.exercises[exercise.id].side
        if side is not None:
            assert side.value in exercise.side_means, exercise.id


def test_a_first_step_is_a_few_words(words: SpokenWords) -> None:
    for exercise in words.exercises.values():
        assert len(exercise.first_step.split()) <= LONGEST_FIRST_STEP, exercise.id


def test_each_clip_of_a_side_names_that_side(words: SpokenWords) -> None:
    for clip, text in words.texts.items():
        for side in BOTH_LEGS:
            if clip.endswith(f"-{side}"):
                assert side.value in text.lower(), clip


def test_the_first_step_of_the_other_side_is_its_mirror(words: SpokenWords) -> None:
    exercise = "a1_piriformis_supine"
    assert words.texts[first_step_clip(exercise, side=Side.LEFT)] == "Left ankle over your right thigh."
    assert words.texts[first_step_clip(exercise, side=Side.RIGHT)] == "Right ankle over your left thigh."


def test_set_counts_are_spoken_in_words(words: SpokenWords) -> None:
    said = [phrase_clip(Phrase.SET_NUMBER, number=2), phrase_clip(Phrase.OF_SETS, number=4)]
    assert " ".join(words.texts[clip] for clip in said) == "Set two of four."


@pytest.mark.parametrize(
    ("number", "clips"),
    [
        (1, ("number-1",)),
        (20, ("number-20",)),
        (36, ("number-30", "number-6")),
        (50, ("number-50",)),
        (60, ()),
        (0, ()),
    ],
)
def test_numbers_up_to_fifty_nine_can_be_said(
    words: SpokenWords, number: int, clips: tuple[str, ...]
) -> None:
    assert Voice(words, dict.fromkeys(words.texts, 500)).number_clips(number) == clips


def test_a_language_that_says_the_ones_first_has_clips_of_whole_numbers(words: SpokenWords) -> None:
    whole = replace(words, numbers={**words.numbers, 36: "Thirty-six."})
    assert Voice(whole, dict.fromkeys(whole.texts, 500)).number_clips(36) == ("number-36",)


def _spoil(files: dict[str, bytes], change: Any) -> bytes:
    spoken = json.loads(files["spoken.json"])
    change(spoken)
    return json.dumps(spoken).encode()


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (lambda words: words["phrases"].pop("rest"), "phrases.rest: is missing"),
        (lambda words: words["phrases"].update(sing="La."), "sing"),
        (lambda words: words["numbers"].pop("7"), "numbers.7: is missing"),
        (lambda words: words["numbers"].update({"70": "Seventy."}), "numbers.70: is never said"),
        (lambda words: words["phrases"].update(switch="Switch."), "phrases.switch"),
        (lambda words: words["phrases"].update(hold="Hold {target}."), "phrases.hold"),
        (lambda words: words["phrases"].update(of_sets="of many."), "phrases.of_sets"),
        (lambda words: words["exercises"][0].update(side="tail"), "a1_piriformis_supine"),
        (lambda words: words["exercises"][0].update(tone="soft"), "tone: there is no such field"),
        (lambda words: words["exercises"][11].update(first_step="{Target} knee."), "cat_cow, first_step"),
    ],
)
def test_a_mistake_is_named(files: dict[str, bytes], change: Any, sentence: str) -> None:
    with pytest.raises(ValueError, match=r"spoken\.json") as error:
        decode_spoken(_spoil(files, change))
    assert sentence in str(error.value)


def test_all_words_for_what_has_a_side_are_phrases() -> None:
    assert {SideWord.LEG, SideWord.SIDE, SideWord.ARM} == {
        SideWord(phrase) for phrase in ("leg", "side", "arm")
    }
    assert {side.value for side in SideWord} <= {phrase.value for phrase in Phrase}
