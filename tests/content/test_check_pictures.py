"""The pictures of the hip check: all there, and drawn with the leg they say."""

import json
from pathlib import Path

import pytest

from supple.domain.side import Side
from supple.storage.safety_content import decode_self_test

ASSETS = Path(__file__).parents[2] / "assets"
SELF_TEST = decode_self_test((ASSETS / "content/en/self_test.json").read_bytes())
FOLDER = ASSETS / "pictures" / SELF_TEST.exercise_id
HIGHER = 0.1  # parts of the picture's height


def all_scenes() -> set[str]:
    shots = [page.shot for page in SELF_TEST.pages.values()]
    shots += [a.shot for page in SELF_TEST.pages.values() for a in page.answers.values() if a.shot]
    shots += [finding.shot for finding in SELF_TEST.findings.values()]
    return {shot.scene for shot in (*shots, SELF_TEST.not_checked.shot)}


def test_every_scene_of_the_check_has_its_picture() -> None:
    assert all_scenes() == {"step_1", "step_2", "step_3", "step_4", "below", "level", "limited", "back"}
    for scene in all_scenes():
        assert (FOLDER / f"{scene}.webp").is_file(), scene


@pytest.mark.parametrize("scene", ["step_3", "step_4", "below", "level", "limited"])
def test_the_drawn_side_is_the_leg_that_lies_and_the_other_knee_is_hugged(scene: str) -> None:
    facts = json.loads((FOLDER / "pictures.json").read_text("utf-8"))
    tested = Side(facts["drawn_side"])
    height = {side: facts["scenes"][scene]["anchors"][f"knee.{side.value[0].upper()}"][1] for side in
              (Side.LEFT, Side.RIGHT)}  # fmt: skip
    assert height[tested.other] < height[tested] - HIGHER


def test_the_lifted_knee_is_higher_than_the_level_one_and_that_than_the_resting_one() -> None:
    facts = json.loads((FOLDER / "pictures.json").read_text("utf-8"))
    knee = f"knee.{facts['drawn_side'][0].upper()}"
    below, level, limited = (
        facts["scenes"][scene]["anchors"][knee][1] for scene in ("below", "level", "limited")
    )
    assert limited < level < below
