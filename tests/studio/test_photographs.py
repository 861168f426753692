"""The photographs that the photo goniometer is tried on: sixty of them, small, and true of what they show."""

import json
import math
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageStat

FOLDER = Path(__file__).parents[1] / "data" / "photographs"
SIZE, LARGEST_TOTAL = (640, 480), 1_500_000
EDGE_LIES_LOWER = 4  # pixels: the hips lie above the bed


def photographs() -> list[dict[str, Any]]:
    loaded: list[dict[str, Any]] = json.loads((FOLDER / "photographs.json").read_text("utf-8"))
    return loaded


def test_there_are_sixty_of_two_figures_from_three_heights_and_distances_and_askew() -> None:
    taken = photographs()
    assert len(taken) == 60 == len({photo["file"] for photo in taken})
    assert {photo["figure"] for photo in taken} == {"first", "second"}
    assert {photo["side"] for photo in taken} == {"left", "right"}
    cameras = [photo["camera"] for photo in taken]
    assert {camera["above_hip_cm"] for camera in cameras} == {0, 25, 50}
    assert {camera["distance_cm"] for camera in cameras} == {200, 250, 300}
    assert {abs(camera["yaw_deg"]) for camera in cameras} == {0, 5, 10, 15, 20}
    angles = [photo["angle_deg"] for photo in taken]
    assert (min(angles), max(angles)) == pytest.approx((-20, 35), abs=0.1)


def test_they_are_small_and_carry_nothing_but_the_picture() -> None:
    files = sorted(FOLDER.glob("*.jpg"))
    assert {file.name for file in files} == {photo["file"] for photo in photographs()}
    assert sum(file.stat().st_size for file in files) < LARGEST_TOTAL
    for file in files:
        with Image.open(file) as picture:
            assert (picture.size, picture.mode) == (SIZE, "RGB"), file
            assert not picture.getexif(), file


@pytest.mark.parametrize("photo", photographs(), ids=lambda photo: str(photo["file"]))
def test_joints_and_the_bed_are_where_they_are_said_to_be(photo: dict[str, Any]) -> None:
    hip, knee, ankle = (photo[name] for name in ("hip", "knee", "ankle"))
    for across, down, per_cm in (hip, knee, ankle, *photo["horizontal"]):
        assert 0 < across < SIZE[0]
        assert 0 < down < SIZE[1]
        assert 1 < per_cm < 4
    length_cm = math.dist(hip[:2], knee[:2]) / ((hip[2] + knee[2]) / 2)
    assert 30 < length_cm < 43  # askew it looks shorter
    away = 1 if photo["side"] == "right" else -1  # the feet of a left leg point to the left
    assert (knee[0] - hip[0]) * away > 0
    assert all(down > hip[1] + EDGE_LIES_LOWER for _, down, _ in photo["horizontal"])
    with Image.open(FOLDER / photo["file"]) as picture:
        spot = picture.crop(
            (round(ankle[0]) - 1, round(ankle[1]) - 1, round(ankle[0]) + 2, round(ankle[1]) + 2)
        )
    red, green, blue = ImageStat.Stat(spot).mean
    assert red > green > blue  # skin
