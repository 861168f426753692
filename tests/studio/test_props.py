"""How far points are from the props, and what they rest on; the figure is not needed."""

import numpy as np
import pytest
from assets.studio.props import ground_height, pieces, slab_distance
from assets.studio.terms import Terms

BENCH = {"length_cm": 100, "width_cm": 40, "thick_cm": 10, "top_cm": 45}
STANDING = {"position": "standing"}


def test_a_point_in_a_slab_is_as_deep_as_its_nearest_face() -> None:
    points = np.array([[0, 0, 0.44], [0, 0, 0.50], [0.6, 0, 0.40]])
    assert slab_distance([BENCH], points) == pytest.approx([-0.01, 0.05, 0.10])


def test_flesh_rests_on_the_bench_and_not_on_the_floor_below_it() -> None:
    over, under, beside = [0, 0, 0.44], [0, 0, 0.2], [0.8, 0, 0.44]
    assert ground_height([BENCH], np.array([over, under, beside])) == pytest.approx([0.45, 0, 0])


def test_a_wall_shows_its_face_where_the_pose_file_says() -> None:
    terms = Terms({"target": "L", "other": "R"})
    wall = pieces({"kind": "wall", "ahead_cm": 40}, STANDING, terms, None, None)
    ahead = np.array([[0, -0.39, 1.0], [0, -0.41, 1.0]])
    assert slab_distance(wall, ahead) == pytest.approx([0.01, -0.01])


def test_a_prop_on_the_targets_side_is_mirrored_with_it() -> None:
    left, right = (Terms({"target": one, "other": two}) for one, two in (("L", "R"), ("R", "L")))
    chair = {"kind": "chair", "out_cm": 30}
    places = [pieces(chair, STANDING, terms, None, None)[0]["x_cm"] for terms in (left, right)]
    assert places == [30, -30]
