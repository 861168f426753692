"""The angle from a photo against sixty photographs whose true angle is known, with points set as people set them."""

import json
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from random import Random
from statistics import median
from typing import Any

import pytest

from supple.domain.checks.photo import Marking, PhotoReading, PhotosOfASide, Point, thigh_deg
from supple.domain.findings import Finding

PHOTOGRAPHS: list[dict[str, Any]] = json.loads(
    (Path(__file__).parents[2] / "data" / "photographs" / "photographs.json").read_text("utf-8")
)
SEEDS = 100
OFF_CM = 1.0  # the standard deviation of a point, across and down
LARGEST_MEDIAN_DEG, LARGEST_DEG, COVERED = 6, 12, 0.95


def marked(photo: dict[str, Any], chance: Random | None = None) -> float:
    """The angle of one marking: on the true joints and the bed's edge, or beside them by chance."""

    def point(place: list[float]) -> Point:
        across, down, per_cm = place
        if chance is None:
            return Point(across, down)
        off = OFF_CM * per_cm
        return Point(across + chance.gauss(0, off), down + chance.gauss(0, off))

    one, other = photo["horizontal"]
    marking = Marking(
        hip=point(photo["hip"]), knee=point(photo["knee"]), horizontal=(point(one), point(other))
    )
    return thigh_deg(marking)


def twice(photo: dict[str, Any], chance: Random) -> PhotoReading:
    return PhotoReading(first_deg=marked(photo, chance), second_deg=marked(photo, chance))


def thighs() -> Iterator[list[dict[str, Any]]]:
    """The photographs of each thigh, three of them."""
    for _, photos in groupby(PHOTOGRAPHS, key=lambda photo: photo["file"].rpartition("_")[0]):
        yield list(photos)


def test_a_level_camera_at_the_height_of_the_hip_sees_the_true_angle() -> None:
    straight = [p for p in PHOTOGRAPHS if not p["camera"]["above_hip_cm"] and not p["camera"]["yaw_deg"]]
    assert len(straight) >= 6
    for photo in straight:
        assert marked(photo) == pytest.approx(photo["angle_deg"], abs=0.5), photo["file"]


def test_the_stated_error_of_one_photo_covers_the_truth() -> None:
    chance = Random(11)  # noqa: S311 - no secret
    told = [(photo, twice(photo, chance)) for _ in range(SEEDS) for photo in PHOTOGRAPHS]
    stated = [(photo["angle_deg"], reading) for photo, reading in told if not reading.contradicts_itself]
    assert len(stated) > 0.99 * len(told)
    covered = sum(abs(reading.angle_deg - truth) <= reading.error_deg for truth, reading in stated)
    assert covered >= COVERED * len(stated)
    errors = [reading.error_deg for _, reading in stated]
    assert median(errors) <= LARGEST_MEDIAN_DEG
    assert max(errors) <= LARGEST_DEG


@pytest.mark.parametrize("count", [2, 3])
def test_the_stated_error_of_a_hip_covers_the_truth_by_photos_from_different_places(count: int) -> None:
    chance = Random(12)  # noqa: S311 - no secret
    stated, unread = [], 0
    for _ in range(SEEDS):
        for photos in thighs():
            side = PhotosOfASide(photos=tuple(twice(photo, chance) for photo in photos[:count]))
            if side.finding is Finding.UNKNOWN or side.angle_deg is None:
                unread += 1
                continue
            stated.append((abs(side.angle_deg - photos[0]["angle_deg"]), side.error_deg))
    assert unread < 0.2 * (len(stated) + unread)
    assert sum(off <= error for off, error in stated) >= COVERED * len(stated)
    assert median(error for _, error in stated) <= LARGEST_MEDIAN_DEG
    assert max(error for _, error in stated) <= LARGEST_DEG


def test_the_stated_error_of_a_hip_covers_the_truth_by_photos_from_one_place_too() -> None:
    """Then all photos are wrong in the same way, and their spread does not tell."""
    chance = Random(13)  # noqa: S311 - no secret
    stated = []
    for _ in range(SEEDS // 2):
        for photo in PHOTOGRAPHS:
            side = PhotosOfASide(photos=(twice(photo, chance), twice(photo, chance)))
            if side.finding is not Finding.UNKNOWN and side.angle_deg is not None:
                stated.append((abs(side.angle_deg - photo["angle_deg"]), side.error_deg))
    assert sum(off <= error for off, error in stated) >= COVERED * len(stated)
    assert max(error for _, error in stated) <= LARGEST_DEG
