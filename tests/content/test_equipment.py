"""What is to be at hand for an exercise is what its words name and its pictures show, no more and no less."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from supple.domain.catalogue import Catalogue
from supple.domain.exercise import Equipment, Exercise

POSES = Path(__file__).parents[2] / "assets" / "studio" / "poses"
NAMED = {
    Equipment.CHAIR: r"\bchair",
    Equipment.WALL: r"\bwall\b",
    Equipment.STRAP: r"\bstrap\b",
    Equipment.CUSHION: r"\bcushion|\bpillow|folded towel",
    Equipment.BAND: r"\bband\b",
    Equipment.BED: r"\bbed\b",
    Equipment.SOFA: r"\bsofa\b",
}
OR_ELSE = {("breathing_90_90", Equipment.CHAIR)}  # "Calves on a chair will do as well": instead of the wall
AS_ONE_LIKES = {("standing_march", Equipment.WALL)}  # "one hand on a wall if you like"


def shown(exercise: Exercise) -> set[Equipment]:
    """The things in its pictures."""
    pose: dict[str, Any] = tomllib.loads((POSES / f"{exercise.id}.toml").read_text(encoding="utf-8"))
    props, used = pose.get("props", {}), set(_used(pose))
    found = {
        Equipment.BED if p["kind"] == "bed" else Equipment(p["kind"]) for n, p in props.items() if n in used
    }
    if "sofa" in used:
        found = found - {Equipment.BED} | {Equipment.SOFA}
    return found


def _used(part: object) -> Iterator[str]:
    if isinstance(part, dict):
        for name, value in part.items():
            if name == "props" and isinstance(value, list):
                yield from value
            else:
                yield from _used(value)
    elif isinstance(part, list):
        for value in part:
            yield from _used(value)


def named(words: str) -> set[Equipment]:
    return {thing for thing, pattern in NAMED.items() if re.search(pattern, words.casefold())}


@pytest.mark.parametrize("place", range(31))
def test_what_is_listed_is_what_words_and_pictures_have(catalogue: Catalogue, place: int) -> None:
    exercise = catalogue.exercises[place]
    listed = set(exercise.equipment) - {Equipment.NONE, Equipment.MAT}
    must = named(" ".join((exercise.brief, *(step.text for step in exercise.steps)))) | shown(exercise)
    must -= {thing for exercise_id, thing in OR_ELSE | AS_ONE_LIKES if exercise_id == exercise.id}
    may = named(" ".join(exercise.texts.values())) | must
    assert must <= listed <= may, exercise.id


def test_the_harder_way_is_not_already_a_step(catalogue: Catalogue) -> None:
    for exercise in catalogue.exercises:
        steps = " ".join(step.text for step in exercise.steps).casefold()
        assert exercise.harder.casefold().rstrip(".") not in steps or not exercise.harder, exercise.id
    assert "bring the trunk" not in catalogue.exercise("couch_stretch").harder.casefold()
