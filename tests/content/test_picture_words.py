"""The words beside a picture agree with what it was made from: its camera, its props and what glows in it."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from assets.studio.recipe import POSES, Camera, Exercise, Still, read_exercise

CONTENT = Path(__file__).parents[2] / "assets" / "content" / "en" / "exercises.json"
DESCRIBED = json.loads(CONTENT.read_text("utf-8"))
# A thing by the words for it, and the kind of prop that shows it; what a picture goes "without" is not in it.
THINGS = {
    "chair": "chair", "seat of the chair": "chair", "wall": "wall", "strap": "strap", "loop band": "band",
    "cushion": "cushion", "pillow": "cushion", "sofa": "bed", "bed": "bed",
}  # fmt: skip
WITHOUT = re.compile(r"without (?:a |the )?\w+", re.IGNORECASE)
SEEN = re.compile(r"seen (?:more |closer )?from (the front|the side|the head|behind|above)", re.IGNORECASE)
ASIDE_DEG, OVER_DEG, BESIDE_DEG, HEADWARDS_DEG = 30, 40, 30, 15


@dataclass(frozen=True, slots=True)
class Said:
    """What is said of one picture."""

    exercise: Exercise
    scene: str
    words: str


def all_said() -> Iterator[Said]:
    for row in DESCRIBED:
        exercise = read_exercise(POSES / f"{row['id']}.toml")
        yield Said(exercise, "card", row["card_alt"])
        for step in row["steps"]:
            yield Said(exercise, step["scene"], step["alt"])


SAID = list(all_said())
NAMES = [f"{said.exercise.id} {said.scene}" for said in SAID]


def still_of(said: Said) -> Still:
    return next(still for still in said.exercise.stills if still.name == said.scene)


def stands_there(camera: Camera, place: str) -> bool:
    """Whether a camera stands where its picture is said to be seen from."""
    match place:
        case "the front":
            return camera.turn_deg >= ASIDE_DEG
        case "behind":
            return camera.turn_deg <= -ASIDE_DEG
        case "the head":
            return camera.turn_deg <= -HEADWARDS_DEG
        case "the side":
            return abs(camera.turn_deg) <= BESIDE_DEG
        case _:
            return camera.height_deg >= OVER_DEG


@pytest.mark.parametrize("said", SAID, ids=NAMES)
def test_a_picture_is_seen_from_where_its_words_say(said: Said) -> None:
    for place in SEEN.findall(said.words):
        assert stands_there(still_of(said).camera, place.casefold()), said.words


@pytest.mark.parametrize("said", SAID, ids=NAMES)
def test_what_is_said_to_be_highlighted_glows(said: Said) -> None:
    if "highlighted" in said.words:
        assert still_of(said).glow > 0
        assert said.exercise.muscles


@pytest.mark.parametrize("said", SAID, ids=NAMES)
def test_the_things_that_are_named_stand_in_the_picture(said: Said) -> None:
    still = still_of(said)
    shown = {prop["kind"] for prop in said.exercise.poses[still.pose]["props"]}
    shown |= {prop["kind"] for prop in still.props if "kind" in prop}
    words = WITHOUT.sub("", said.words.casefold())
    named = {kind for thing, kind in THINGS.items() if re.search(rf"\b{thing}\b", words)}
    assert named <= shown, said.words
    assert still.mat or not re.search(r"\bmat\b", words), said.words


def test_words_that_contradict_the_camera_are_found() -> None:
    assert not stands_there(Camera(42, 12), "behind")
    assert stands_there(Camera(-40, 12), "behind")
    assert stands_there(Camera(8, 52), "above")
    assert not stands_there(Camera(8, 12), "above")
