"""What the words beside a picture say is lit agrees with what is lit in it, as far as the pose files tell."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from supple.domain.catalogue import Catalogue
from supple.domain.exercise import Exercise

STUDIO = Path(__file__).parents[2] / "assets" / "studio"
LIT = re.compile(r"([^.;:]*?)\b(?:is|are) highlighted", re.IGNORECASE)
WORDS = {
    "piriformis": {"buttock"},
    "deep external rotators": {"buttock"},
    "gluteus maximus": {"buttock", "buttocks"},
    "gluteus medius": {"hip", "buttock"},
    "iliopsoas": {"hip"},
    "rectus femoris": {"thigh", "hip"},
    "hamstrings": {"thigh"},
    "adductors": {"thighs"},
    "erector spinae": {"back", "spine"},
    "multifidus": {"back"},
    "obliques": {"waist", "trunk", "tummy"},
    "obliques of one side": {"waist"},
    "rectus abdominis": {"trunk", "tummy"},
    "transversus abdominis": {"tummy"},
    "diaphragm": {"ribs"},
    "tensor fasciae latae": {"hip"},
    "calf": {"calf"},
}


def _lit(exercise_id: str) -> dict[str, bool]:
    """The muscles that glow in the pictures of an exercise, and whether each does on both sides."""
    pose = tomllib.loads((STUDIO / "poses" / f"{exercise_id}.toml").read_text("utf-8"))
    drawn = tomllib.loads((STUDIO / "muscles.toml").read_text("utf-8"))
    named = pose.get("muscle", [])
    return {name: drawn[name].get("both", False) for name in ([named] if isinstance(named, str) else named)}


def _said(exercise: Exercise) -> Iterator[str]:
    for alt in (exercise.card_alt, exercise.loop_alt, *(step.alt for step in exercise.steps)):
        for found in LIT.finditer(alt):
            yield found[1]


@pytest.fixture(scope="module")
def said(catalogue: Catalogue) -> list[tuple[str, str]]:
    """Each exercise with each part of its words that says what is lit."""
    return [(exercise.id, words) for exercise in catalogue.exercises for words in _said(exercise)]


def test_the_place_that_is_named_is_that_of_a_muscle_that_is_lit(said: list[tuple[str, str]]) -> None:
    astray = [
        (exercise_id, words)
        for exercise_id, words in said
        if not set(re.findall(r"[a-z]+", words.lower())) & set().union(*(WORDS[m] for m in _lit(exercise_id)))
    ]
    assert astray == []


def test_one_side_is_named_where_one_side_is_lit_and_both_only_where_both_are(
    said: list[tuple[str, str]],
) -> None:
    for exercise_id, words in said:
        lit = _lit(exercise_id)
        if "both sides" in words.lower():
            assert all(lit.values()), (exercise_id, words)
        if "{target}" in words:
            assert not all(lit.values()), (exercise_id, words)


def test_the_side_plank_lights_the_lower_waist_alone(catalogue: Catalogue) -> None:
    exercise = catalogue.exercise("side_plank")
    assert exercise.side_means == "lower side"
    said = list(_said(exercise))
    assert said
    assert all("{target} side of the waist, the lower one" in words.lower() for words in said)
    assert _lit("side_plank") == {"obliques of one side": False}
