"""The small copy of a photo: how small it is, and how last time's is laid on the present one."""

from itertools import combinations
from math import hypot

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from supple.domain.checks.kept_photo import MOST_PX, laid_on, on_another_size, small_size
from supple.domain.checks.photo import Marking, Point, thigh_deg

PLACES = st.builds(Point, st.floats(0, 4000), st.floats(0, 4000))


def apart(one: Point, other: Point) -> float:
    return hypot(one.x - other.x, one.y - other.y)


@given(st.integers(1, 20_000), st.integers(1, 20_000))
def test_a_copy_is_never_larger_than_1280_nor_than_the_photo_and_keeps_its_shape(
    width: int, height: int
) -> None:
    small = small_size(width, height)
    assert max(small) <= min(MOST_PX, max(width, height))
    factor = max(small) / max(width, height)
    assert abs(small[0] - width * factor) <= 1
    assert abs(small[1] - height * factor) <= 1


def test_a_photo_of_a_phone_becomes_1280_by_960() -> None:
    assert small_size(8064, 6048) == (1280, 960)
    assert small_size(640, 480) == (640, 480)


@given(PLACES, PLACES, PLACES, PLACES, st.floats(0.05, 1))
def test_the_angle_on_the_copy_is_the_angle_on_the_photo(
    hip: Point, knee: Point, first: Point, second: Point, factor: float
) -> None:
    assume(apart(hip, knee) > 12 and abs(first.x - second.x) > 12)
    whole = Marking(hip=hip, knee=knee, horizontal=(first, second))
    assert thigh_deg(on_another_size(whole, factor)) == pytest.approx(thigh_deg(whole), abs=1e-6)


@given(PLACES, PLACES, PLACES, PLACES, st.lists(PLACES, min_size=2, max_size=4))
def test_hip_and_knee_fall_on_hip_and_knee_and_nothing_is_bent(
    hip: Point, knee: Point, onto_hip: Point, onto_knee: Point, others: list[Point]
) -> None:
    assume(apart(hip, knee) > 12 and apart(onto_hip, onto_knee) > 12)
    laid = laid_on((hip, knee), (onto_hip, onto_knee))
    assert laid is not None
    assert apart(laid.place(hip), onto_hip) < 1e-6
    assert apart(laid.place(knee), onto_knee) < 1e-6
    larger = apart(onto_hip, onto_knee) / apart(hip, knee)
    for one, other in combinations([hip, knee, *others], 2):
        assert apart(laid.place(one), laid.place(other)) == pytest.approx(
            larger * apart(one, other), rel=1e-6, abs=1e-6
        )


@given(PLACES, PLACES, PLACES, PLACES)
def test_laid_there_and_back_everything_is_where_it_was(
    hip: Point, knee: Point, onto_hip: Point, onto_knee: Point
) -> None:
    assume(apart(hip, knee) > 12 and apart(onto_hip, onto_knee) > 12)
    assume((knee.x - hip.x) * (onto_knee.x - onto_hip.x) != 0)
    there = laid_on((hip, knee), (onto_hip, onto_knee))
    back = laid_on((onto_hip, onto_knee), (hip, knee))
    assert there is not None
    assert back is not None
    corner = Point(10, 900)
    assert apart(back.place(there.place(corner)), corner) < 1e-3 * max(1.0, apart(hip, knee))


def test_who_lies_the_other_way_round_is_mirrored_and_not_upside_down() -> None:
    last = (Point(600, 500), Point(300, 450))
    laid = laid_on(last, (Point(400, 500), Point(700, 450)))
    assert laid is not None
    assert laid.mirrored
    over_the_hip = laid.place(Point(600, 200))
    assert over_the_hip.y < 500
    same_way = laid_on(last, (Point(620, 510), Point(320, 470)))
    assert same_way is not None
    assert not same_way.mirrored


def test_points_on_one_place_lay_nothing() -> None:
    place = Point(5, 5)
    assert laid_on((place, place), (Point(0, 0), Point(9, 9))) is None
    assert laid_on((Point(0, 0), Point(9, 9)), (place, place)) is None
