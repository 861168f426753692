"""What the studio's pose files promise: they can be read, name only what is known, and show every step."""

import json
from pathlib import Path

import pytest
from assets.studio.limits import TABLE, between_parts, on_ground
from assets.studio.recipe import POSES, PoseFileError, all_exercises, blended, read_exercise

CONTENT = Path(__file__).parents[2] / "assets" / "content" / "en" / "exercises.json"


def test_every_pose_file_can_be_read() -> None:
    assert {exercise.id for exercise in all_exercises()} == {path.stem for path in POSES.glob("*.toml")}


def test_every_step_of_an_exercise_that_has_a_pose_file_has_its_still() -> None:
    known = json.loads(CONTENT.read_text("utf-8"))
    rows = known["exercises"] if isinstance(known, dict) and "exercises" in known else known
    if isinstance(rows, dict):
        rows = [{"id": name, **row} for name, row in rows.items()]
    steps = {row["id"]: len(row["steps"]) for row in rows if isinstance(row, dict) and "steps" in row}
    for exercise in all_exercises():
        names = {still.name for still in exercise.stills}
        wanted = {f"step_{number}" for number in range(1, steps.get(exercise.id, 0) + 1)}
        assert wanted <= names, exercise.id


def test_a_word_that_is_not_known_is_named_with_its_file(tmp_path: Path) -> None:
    path = tmp_path / "odd.toml"
    path.write_text(
        'drawn_side = "left"\n[cameras]\n[stills]\n[poses.lying]\nposition = "supine"\n'
        "[poses.lying.pelvis]\nwobble_deg = 3\n",
        "utf-8",
    )
    with pytest.raises(PoseFileError, match=r"odd\.toml.*wobble_deg"):
        read_exercise(path)


def test_a_number_that_only_the_end_names_starts_from_nothing() -> None:
    start = {"target": {"leg": {"hip_flex_deg": 10}}}
    end = {"target": {"leg": {"hip_flex_deg": 30, "hip_abduct_deg": 20}}, "pelvis": {"tuck_deg": 8}}
    assert blended(start, end, 0.0)["target"]["leg"] == {"hip_flex_deg": 10, "hip_abduct_deg": 0}
    half = blended(start, end, 0.5)
    assert half["target"]["leg"] == {"hip_flex_deg": 20, "hip_abduct_deg": 10}
    assert half["pelvis"] == {"tuck_deg": 4}


def test_a_still_may_mark_the_bony_points_and_look_at_one() -> None:
    stills = {still.name: still for still in read_exercise(POSES / "hip_length_edge.toml").stills}
    assert [name for name, still in stills.items() if still.marked] == ["tape"]
    assert {name: still.near for name, still in stills.items() if still.near} == {
        "landmark_hip": "hip",
        "landmark_knee": "knee",
    }
    assert stills["landmark_hip"].camera.loupe


def test_there_is_no_way_between_two_positions() -> None:
    with pytest.raises(PoseFileError, match="no way between"):
        blended({"position": "supine"}, {"position": "kneeling"}, 0.5)


def test_flesh_may_touch_flesh_deeper_than_bone() -> None:
    assert (
        TABLE[between_parts("thigh.L", "trunk")].value
        == TABLE[between_parts("shin.R", "thigh.R")].value
        == 30
    )
    assert TABLE[between_parts("hand.L", "thigh.R")].value == 12
    assert TABLE[between_parts("foot.L", "shin.R")].value == 8
    assert TABLE[on_ground("trunk")].value == 30
    assert TABLE[on_ground("foot.L")].value == 8
