"""The rendered pictures: every folder is complete, of the right size, see-through, and says which side it shows."""

import itertools
import json
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

ASSETS = Path(__file__).parents[2] / "assets"
PICTURES = ASSETS / "pictures"
STUDIO = ASSETS / "studio"
STILL, FRAME, VIEW, PAIRED = (1280, 960), (800, 600), (640, 480), (960, 720)
SIZES = {"loop": FRAME, "breath": FRAME, "turn": VIEW}
SERIES = {"loop": 16, "breath": 4, "turn": 12}  # the fewest pictures of each
DIFFERENT_DEG, DIFFERENT_CM = 15, 4  # a wrong form differs by one of these at its spot
LARGEST_TOTAL = 40_000_000

DESCRIBED = {
    exercise["id"]: exercise
    for exercise in json.loads((ASSETS / "content" / "en" / "exercises.json").read_text("utf-8"))
}
EXERCISES = sorted(path.name for path in PICTURES.iterdir() if path.name in DESCRIBED)
DRAWN_SIDE = {
    "a1_piriformis_supine": "left",
    "a2_glute_seated_twist": "right",
    "a3_half_kneeling_hip_flexor": "left",
    "hip_length_floor": "left",
}
CHECK_SCENES = {"card", "step_1", "step_2", "step_3", "step_4", "below", "level", "limited", "back"}
LESSON_SCENES = {
    *("standing", "sitting", "stride"),
    *("iliopsoas", "piriformis", "pelvis_tipped_forward", "pelvis_tipped_back"),
}
LANDMARKS = {"landmark_hip", "landmark_knee"}
EDGE_SCENES = {
    *("card", "below", "level", "limited", "tape"),
    *(f"step_{number}" for number in range(1, 8)),
    *LANDMARKS,
}
PAIRS = {f"mistake_{number}_{form}" for number in (1, 2) for form in ("right", "wrong")}
CROPPED = {"back", "iliopsoas", "piriformis", "pelvis_tipped_forward", "pelvis_tipped_back", *LANDMARKS}
JOINT_WORDS = ("head", "shoulder", "elbow", "wrist", "hip", "knee", "ankle")
JOINTS = {f"{joint}.{side}" for joint in JOINT_WORDS for side in "LR"}
PAIR = re.compile(r"mistake_[1-9]_(right|wrong)")
FARTHEST = 0.03  # of the picture, between two frames of a loop
FORBIDDEN = ("positive", "negative", "fail", "_l_", "_r_", "left", "right")


def facts(folder: str) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((PICTURES / folder / "pictures.json").read_text("utf-8"))
    return loaded


def folders() -> list[str]:
    return sorted(path.name for path in PICTURES.iterdir() if path.is_dir())


def figure_pixels(path: Path) -> int:
    with Image.open(path) as picture:
        return sum(picture.convert("RGBA").getchannel("A").histogram()[128:])


@pytest.mark.parametrize("folder", EXERCISES)
def test_an_exercise_has_its_stills_its_pairs_a_loop_a_breath_and_a_turntable(folder: str) -> None:
    scenes = facts(folder)["scenes"]
    steps = {f"step_{number}" for number in range(1, len(DESCRIBED[folder]["steps"]) + 1)}
    assert {"card", *steps, *PAIRS} <= set(scenes)
    for name, fewest in SERIES.items():
        assert scenes[name]["frames"] >= fewest
        assert len(scenes[name]["anchors"]) == scenes[name]["frames"]


@pytest.mark.parametrize("folder", EXERCISES)
def test_every_picture_says_where_face_and_figure_are_and_a_card_where_it_is_felt(folder: str) -> None:
    scenes = facts(folder)["scenes"]
    for name, scene in scenes.items():
        faces = scene["face"] if name in SERIES else [scene["face"]]
        assert len(faces) == scene.get("frames", 1), name
        left, top, width, height = scene["figure"]
        assert 0 <= left < left + width <= 1.0001, name
        assert 0 <= top < top + height <= 1.0001, name
        assert all(face[2] < 0.25 and face[3] < 0.35 for face in faces), name
    assert scenes["card"]["felt"], "a card names where it is felt"


@pytest.mark.parametrize("folder", EXERCISES)
def test_a_wrong_form_can_be_told_from_the_right_one(folder: str) -> None:
    for name, scene in facts(folder)["scenes"].items():
        if name.endswith("_wrong"):
            differs = scene["differs"]
            assert differs["angle_deg"] >= DIFFERENT_DEG or differs["away_cm"] >= DIFFERENT_CM, name


def test_the_hip_check_has_every_step_and_every_finding() -> None:
    assert set(facts("hip_length_floor")["scenes"]) >= CHECK_SCENES
    assert set(facts("hip_length_edge")["scenes"]) >= EDGE_SCENES


@pytest.mark.parametrize("folder", ["hip_hold", "bridge_hold", "march", "heel_to_buttock"])
def test_a_check_of_strength_has_its_steps_pairs_and_loop(folder: str) -> None:
    assert {"card", "step_1", "step_2", "step_3", "loop", "turn", *PAIRS} <= set(facts(folder)["scenes"])


def test_the_lift_hold_shows_leaning_back_hitching_and_dropping_beside_the_right_form() -> None:
    scenes = facts("hip_hold")["scenes"]
    wrong = [scenes[f"mistake_{number}_wrong"]["anchors"] for number in (1, 2, 3)]
    right = [scenes[f"mistake_{number}_right"]["anchors"] for number in (1, 2, 3)]
    assert wrong[0]["shoulder.L"][0] > right[0]["shoulder.L"][0] + 0.05  # it looks to the left
    assert wrong[1]["hip.L"][1] < right[1]["hip.L"][1] - 0.02
    assert wrong[2]["knee.L"][1] > right[2]["knee.L"][1] + 0.02
    assert all(
        scenes[name]["anchors"]["ankle.L"][1] < scenes["step_1"]["anchors"]["ankle.L"][1] - 0.03
        for name in ("card", "step_2")
    )


def test_the_tape_picture_says_where_the_bony_points_and_the_floor_below_them_are() -> None:
    scene = facts("hip_length_edge")["scenes"]["tape"]
    marks, joints = scene["marks"], scene["anchors"]
    for point in ("hip", "knee"):
        assert marks[point] == pytest.approx(joints[f"{point}.L"], abs=0.04)
        assert marks[f"{point}_floor"][0] == pytest.approx(marks[point][0], abs=0.003)
        assert marks[point][1] + 0.3 < marks[f"{point}_floor"][1] < 0.95
    assert marks["hip_floor"][1] == pytest.approx(marks["knee_floor"][1], abs=0.003)


def test_the_lessons_have_their_figures() -> None:
    assert set(facts("lessons")["scenes"]) >= LESSON_SCENES


@pytest.mark.parametrize("folder", folders())
def test_every_scene_named_is_there_and_nothing_else(folder: str) -> None:
    expected = set()
    for name, scene in facts(folder)["scenes"].items():
        if name in SERIES:
            expected |= {f"{name}_{i:02d}.webp" for i in range(scene["frames"])}
        else:
            expected.add(f"{name}.webp")
    assert {path.name for path in (PICTURES / folder).glob("*.webp")} == expected


@pytest.mark.parametrize("folder", folders())
def test_pictures_have_the_stated_size_and_a_transparent_ground(folder: str) -> None:
    for path in sorted((PICTURES / folder).glob("*.webp")):
        with Image.open(path) as picture:
            assert picture.size == size_of(path.stem), path
            alpha = picture.convert("RGBA").getchannel("A")
        assert alpha.getpixel((0, 0)) == 0, f"{path} has no transparent corner"
        lowest, highest = alpha.getextrema()
        assert lowest == 0, path
        assert highest == 255 or path.parent.name == "lessons", path  # glass is never quite opaque


def size_of(scene: str) -> tuple[int, int]:
    if PAIR.fullmatch(scene):
        return PAIRED
    return SIZES.get(scene.rpartition("_")[0], STILL)


@pytest.mark.parametrize("folder", folders())
def test_a_folder_says_which_side_was_drawn(folder: str) -> None:
    side = facts(folder)["drawn_side"]
    assert side in {"left", "right"}
    assert side == DRAWN_SIDE.get(folder, side)


@pytest.mark.parametrize("folder", folders())
def test_the_studio_would_draw_the_same_side(folder: str) -> None:
    with (STUDIO / "poses" / f"{folder}.toml").open("rb") as file:
        poses = tomllib.load(file)
    is_drawn = poses["drawn_side"] == facts(folder)["drawn_side"]
    assert is_drawn is (poses.get("named", "target") == "target")


@pytest.mark.parametrize("folder", folders())
def test_joints_are_on_the_picture(folder: str) -> None:
    for name, scene in facts(folder)["scenes"].items():
        if name in CROPPED:  # through a loupe or the skin: most joints are outside
            continue
        for anchors in scene["anchors"] if name in SERIES else [scene["anchors"]]:
            assert set(anchors) == JOINTS
            assert all(0 <= value <= 1 for point in anchors.values() for value in point), (folder, name)


def test_file_names_give_no_verdict_and_name_no_side() -> None:
    for path in PICTURES.rglob("*"):
        name = PAIR.sub("mistake", path.name)  # "right" is the right form there
        assert not any(word in name for word in FORBIDDEN), path


def test_the_findings_differ_in_the_watched_knee_and_in_nothing_else() -> None:
    scenes = facts("hip_length_floor")["scenes"]
    below, level, limited = (scenes[name]["anchors"] for name in ("below", "level", "limited"))
    assert below["knee.L"][1] - level["knee.L"][1] > 0.02
    assert level["knee.L"][1] - limited["knee.L"][1] > 0.05
    for still in ("head.L", "shoulder.L", "wrist.L", "wrist.R", "knee.R", "ankle.R", "hip.L"):
        assert below[still] == pytest.approx(limited[still], abs=0.004)


@pytest.mark.parametrize("folder", EXERCISES)
def test_a_loop_moves_a_little_from_frame_to_frame(folder: str) -> None:
    frames = facts(folder)["scenes"]["loop"]["anchors"]
    for before, after in itertools.pairwise(frames):
        assert all(
            abs(a - b) < FARTHEST
            for joint in JOINTS
            for a, b in zip(before[joint], after[joint], strict=True)
        )
    assert frames[0] != frames[-1]


@pytest.mark.parametrize("folder", EXERCISES)
def test_the_figure_fills_its_card(folder: str) -> None:
    """In area when it lies or kneels, in height when it stands."""
    height = facts(folder)["scenes"]["card"]["box"][3]
    assert figure_pixels(PICTURES / folder / "card.webp") > 0.15 * STILL[0] * STILL[1] or height > 0.85


def test_all_pictures_fit_the_size_that_was_agreed() -> None:
    assert sum(path.stat().st_size for path in PICTURES.rglob("*.webp")) < LARGEST_TOTAL


def test_the_studio_notes_every_picture_it_made_and_no_draft() -> None:
    made = json.loads((STUDIO / "rendered.json").read_text("utf-8"))
    shipped = {f"{path.parent.name}/{path.stem}" for path in PICTURES.rglob("*.webp")}
    assert {name for name in made if not name.startswith("exercise:")} == shipped
    assert not [name for name, content in made.items() if "draft" in content]
