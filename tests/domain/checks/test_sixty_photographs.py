"""The goniometer on the sixty photographs of the studio, whose true angles are known."""

import json
import random
from pathlib import Path
from typing import Any

import pytest

from supple.domain.checks.photo import Marking, PhotoReading, Point, thigh_deg

FACTS = Path(__file__).parents[2] / "data/photographs/photographs.json"
PHOTOGRAPHS: list[dict[str, Any]] = json.loads(FACTS.read_text("utf-8"))
ROUNDS = 50
JITTER_CM = 1.0


def marked(photograph: dict[str, Any], chance: random.Random, jitter_cm: float) -> Marking:
    """The points of the joints, each off by so many centimetres each way; the edge as it is."""

    def point(place: list[float], off_cm: float) -> Point:
        across, down, per_cm = place
        return Point(across + chance.gauss(0, off_cm) * per_cm, down + chance.gauss(0, off_cm) * per_cm)

    one, other = photograph["horizontal"]
    return Marking(
        hip=point(photograph["hip"], jitter_cm),
        knee=point(photograph["knee"], jitter_cm),
        horizontal=(point(one, 0), point(other, 0)),
    )


def test_there_are_sixty_from_well_below_level_to_far_above() -> None:
    angles = [photograph["angle_deg"] for photograph in PHOTOGRAPHS]
    assert len(angles) == 60
    assert min(angles) < -18
    assert max(angles) > 33


def test_a_level_camera_at_the_height_of_the_hip_gives_the_true_angle() -> None:
    seen = 0
    for photograph in PHOTOGRAPHS:
        camera = photograph["camera"]
        if camera["above_hip_cm"] == 0 and camera["yaw_deg"] == 0:
            seen += 1
            angle = thigh_deg(marked(photograph, random.Random(0), 0))  # noqa: S311 - no secret
            assert angle == pytest.approx(photograph["angle_deg"], abs=0.5), photograph["file"]
    assert seen >= 3


def test_the_error_covers_the_truth_as_people_take_photos_and_set_points() -> None:
    chance = random.Random(11)  # noqa: S311 - no secret
    covered, errors = 0, []
    for photograph in PHOTOGRAPHS:
        for _ in range(ROUNDS):
            first, second = (thigh_deg(marked(photograph, chance, JITTER_CM)) for _ in range(2))
            reading = PhotoReading(first_deg=first, second_deg=second)
            covered += abs(reading.angle_deg - photograph["angle_deg"]) <= reading.error_deg
            errors.append(reading.error_deg)
    assert covered / len(errors) >= 0.95
    assert sorted(errors)[len(errors) // 2] <= 6
    assert max(errors) <= 12
