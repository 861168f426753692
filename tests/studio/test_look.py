"""What makes the figure and its stage: grips, hair, shoulders, edges and the shadow on the floor."""

import numpy as np
import pytest
from assets.studio.edges import ended, with_edges
from assets.studio.floor import DARKEST, floor_shadow
from assets.studio.grips import GRIPS, grip_of, in_grip, off_grip_deg
from assets.studio.hair import Hair, grown, off_head_m
from assets.studio.recipe import PoseFileError
from assets.studio.sculpt import sculpted
from PIL import Image

JOINTS = {"l-shoulder": np.array([0.18, -0.02, 1.32]), "neck": np.array([0.0, 0.0, 1.41])}


def test_a_hand_takes_the_grip_of_what_it_rests_on_unless_it_names_one() -> None:
    assert grip_of({"rest_on": "floor", "curl_deg": 8}) == "flat"
    assert grip_of({"rest_on": "prop", "curl_deg": 60}) == "cup"
    assert grip_of({"rest_on": "target.thigh"}) == "cup"
    assert grip_of({"rest_on": "pelvis"}) == "hip"
    assert grip_of({"rest_on": "air", "shape": "holding"}) == "strap"
    assert grip_of({"rest_on": "target.thigh", "grip": "interlocked"}) == "interlocked"
    with pytest.raises(PoseFileError, match="pinch"):
        grip_of({"rest_on": "air", "grip": "pinch"})


def test_one_finger_that_closed_into_the_air_comes_back_to_the_others() -> None:
    crumpled = {
        1: (20.0, 20.0, 20.0),
        2: (75.0, 85.0, 50.0),
        3: (8.0, 4.0, 3.0),
        4: (9.0, 4.0, 3.0),
        5: (12.0, 4, 3),
    }
    assert off_grip_deg(crumpled, "cup") > 25
    hand = in_grip(crumpled, "cup")
    assert off_grip_deg(hand, "cup") <= 25
    assert all(hand[finger][0] <= crumpled[finger][0] for finger in crumpled)


def test_a_hand_in_its_grip_stays_as_it_is() -> None:
    for name, (finger, thumb) in GRIPS.items():
        hand = {1: thumb, **dict.fromkeys(range(2, 6), finger)}
        assert off_grip_deg(in_grip(hand, name), name) == pytest.approx(0)


def test_hair_grows_on_the_crown_and_before_the_ear_but_neither_on_the_ear_nor_on_the_face() -> None:
    places = {
        "crown": (0.3, 0.0, 1.0),
        "temple": (-0.22, 0.46, 0.45),
        "ear": (0.05, 0.57, 0.2),
        "brow": (-0.65, 0.1, 0.4),
    }
    back, beside, height = np.array(list(places.values())).T
    above = dict(zip(places, grown(back, beside, height) > 0, strict=True))
    assert above == {"crown": True, "temple": True, "ear": False, "brow": False}


def test_hair_stands_off_most_on_top() -> None:
    style = Hair(sides_m=0.004, crown_m=0.016, front_m=0.0, curls=False)
    side, top = off_head_m(style, np.array([0.08, 0.08]), np.zeros(2), np.array([0.2, 1.0]))
    assert (side, top) == pytest.approx((0.006, 0.018), abs=0.001)


def test_wider_shoulders_carry_the_arms_along_and_leave_the_legs() -> None:
    body = np.array(
        [[0.18, -0.02, 1.32], [0.46, -0.18, 1.01], [-0.46, -0.18, 1.01], [0.17, 0.0, 0.7], [0, -0.1, 1.6]]
    )
    moved = sculpted(body, JOINTS, shoulders_m=0.02, neck_m=0.015) - body
    assert moved[:3, 0] == pytest.approx([0.02, 0.02, -0.02], abs=0.001)
    assert moved[3] == pytest.approx([0, 0, 0])
    assert moved[4] == pytest.approx([0, 0, -0.015])


def test_edges_come_from_the_pass_without_light_and_keep_their_colour() -> None:
    lit = np.zeros((9, 9, 4), np.uint8)
    lit[:, :5] = (200, 120, 40, 255)
    solid = np.zeros((9, 9), np.uint8)
    solid[:, :5], solid[:, 5] = 255, 77
    pixels = np.asarray(with_edges(Image.fromarray(lit), Image.fromarray(solid)))
    assert pixels[4, 5, 3] == 77
    assert pixels[4, 5, :3].tolist() == pytest.approx(
        [200, 120, 40], abs=2
    )  # not the black of what was not there
    veiled = np.asarray(with_edges(Image.fromarray(lit), Image.fromarray(solid), Image.new("L", (9, 9), 51)))
    assert veiled[4, 8, 3] == 51
    assert veiled[4, 2, 3] == 255


def test_what_the_picture_cuts_fades_at_its_edge() -> None:
    picture = ended(Image.new("RGBA", (200, 150), (10, 20, 30, 255)))
    alpha = np.asarray(picture)[..., 3]
    assert alpha[0].max() == alpha[:, 0].max() == 0
    assert alpha[75, 100] == alpha[10, 100] == 255


def test_the_floor_is_dark_under_a_foot_and_light_under_what_is_high() -> None:
    foot = np.random.default_rng(1).uniform([-0.05, -0.12, 0.0], [0.05, 0.12, 0.02], (3000, 3))
    knee = np.random.default_rng(2).uniform([0.55, -0.1, 0.4], [0.65, 0.1, 0.5], (3000, 3))
    shadow = floor_shadow(np.vstack([foot, knee]), ())
    darkness = {
        place: float(shadow.dark[round((0 - shadow.corner[1]) * 100), round((x - shadow.corner[0]) * 100)])
        for place, x in (("foot", 0.0), ("knee", 0.6), ("away", 1.05))
    }
    assert DARKEST >= darkness["foot"] > 0.3 > darkness["knee"] > darkness["away"]
    assert darkness["away"] < 0.03
