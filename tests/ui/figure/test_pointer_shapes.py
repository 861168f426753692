"""Where arrows, rings and loupes go: inside the picture, never on the face, and the same on the other side."""

from itertools import pairwise
from math import dist

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from supple.ui.figure.pointed import Pointed, pointed
from supple.ui.figure.pointer_shapes import (
    XY,
    Arrow,
    Circle,
    Rect,
    arrow,
    crop,
    enlarged,
    link,
    ring,
    seen_through,
    stroke,
)

share = st.floats(0, 1, allow_nan=False)
points = st.tuples(share, share)
faces = st.builds(Rect, share, share, st.floats(0.01, 0.3), st.floats(0.01, 0.3))
ways = st.lists(points, min_size=2, max_size=20).map(tuple)
withins = st.sampled_from(
    [Rect(0, 0, 240, 180), Rect(7, 3, 128, 88), Rect(0, 0, 960, 720), Rect(0, 20, 300, 90)]
)
WHOLE = Rect(0, 0, 1, 1)
SLACK = 1e-6


def on(within: Rect, there: Pointed) -> Pointed:
    return there.placed(WHOLE, within)


def between(start: XY, end: XY) -> list[XY]:
    return [
        (start[0] + (end[0] - start[0]) * n / 9, start[1] + (end[1] - start[1]) * n / 9) for n in range(10)
    ]


def outline(made: Arrow, width: float) -> list[tuple[XY, float]]:
    """Points all along an arrow, each with how wide the stroke is round it."""
    line = [(point, width / 2) for a, b in pairwise(made.line) for point in between(a, b)]
    corners = (*made.head, made.head[0])
    return [*line, *((point, 0.0) for a, b in pairwise(corners) for point in between(a, b))]


@given(withins, ways, st.none() | faces)
def test_an_arrow_stays_inside_the_picture_and_off_the_face(
    within: Rect, way: tuple[XY, ...], face: Rect | None
) -> None:
    placed = on(within, Pointed(ways=(way,), face=face))
    made = arrow(placed.ways[0], within=within, face=placed.face)
    assume(made is not None)
    assert made is not None
    for point, half in outline(made, stroke(within).width):
        assert within.inset(half - SLACK).held(point) == point
        if placed.face is not None:
            assert dist(placed.face.held(point), point) > half


@given(withins, points, st.floats(0, 0.5), st.none() | faces)
def test_a_ring_stays_inside_the_picture_and_crosses_no_face(
    within: Rect, middle: XY, radius: float, face: Rect | None
) -> None:
    placed = on(within, Pointed(felt=(Circle(*middle, radius),), face=face))
    made = ring(placed.felt[0], within=within, face=placed.face)
    assume(made is not None)
    assert made is not None
    edge = stroke(within).casing
    assert within.inset(made.radius + edge - SLACK).held(made.middle) == made.middle
    if placed.face is not None:
        near = dist(placed.face.held(made.middle), made.middle)
        far = placed.face.farthest(made.middle)
        assert near >= made.radius + edge - SLACK or far <= made.radius - edge + SLACK


@given(withins, st.lists(st.tuples(points, faces), min_size=1, max_size=2), st.lists(points, max_size=30))
def test_a_loupe_covers_neither_face_nor_the_rings_of_its_pair(
    within: Rect, pair: list[tuple[XY, Rect]], body: list[XY]
) -> None:
    placed = [on(within, Pointed(spot=spot, face=face, body=tuple(body))) for spot, face in pair]
    spots = [each.spot for each in placed if each.spot is not None]
    known = [each.face for each in placed if each.face is not None]
    found = enlarged(spots, within=within, faces=known, body=placed[0].body)
    assume(found)
    *rings, disc = found
    assert len(rings) == len(pair)
    assert within.inset(disc.radius - SLACK).held(disc.middle) == disc.middle
    for round_it, face in zip(rings, known, strict=True):
        assert dist(disc.middle, round_it.middle) >= disc.radius + round_it.radius
        assert dist(face.held(disc.middle), disc.middle) >= disc.radius
        assert disc.radius == pytest.approx(2 * seen_through(disc, round_it).radius)
        line = link(round_it, disc, within=within, face=face)
        assert line is None or all(dist(face.held(point), point) > 0 for point in between(*line))


@given(faces, faces, points, points, ways)
def test_mirrored_twice_is_the_same(
    face: Rect, figure: Rect, area: XY, spot: XY, way: tuple[XY, ...]
) -> None:
    there = Pointed(face=face, figure=figure, felt=(Circle(*area, 0.1),), spot=spot, ways=(way,), body=way)
    back = there.mirrored().mirrored()
    assert back.face is not None
    assert back.face == pytest.approx(face)
    assert back.figure == pytest.approx(figure)
    assert back.felt[0] == pytest.approx(there.felt[0])
    assert [pytest.approx(point) for point in back.ways[0]] == list(way)
    assert back.spot == pytest.approx(spot)


@given(withins, ways, faces)
def test_the_other_side_has_the_mirrored_arrow(within: Rect, way: tuple[XY, ...], face: Rect) -> None:
    here = Pointed(ways=(way,), face=face)
    one, other = here.placed(WHOLE, within), here.mirrored().placed(WHOLE, within)
    left = arrow(one.ways[0], within=within, face=one.face)
    right = arrow(other.ways[0], within=within, face=other.face)
    if left is None or right is None:  # by a rounding at the very edge one of them may be a point shorter
        return
    assume(len(left.line) == len(right.line))
    middle = within.left + within.width / 2
    assert 2 * middle - left.head[0][0] == pytest.approx(right.head[0][0], abs=0.01)
    assert left.head[0][1] == pytest.approx(right.head[0][1], abs=0.01)


def test_an_arrow_points_where_the_joint_goes() -> None:
    within = Rect(0, 0, 240, 180)
    made = arrow([(60, 140), (80, 80), (140, 60)], within=within, face=None)
    assert made is not None
    assert made.head[0] == pytest.approx((140, 60))
    assert made.line[0] == (60, 140)


def test_a_ring_round_a_head_goes_round_the_whole_face() -> None:
    within, face = Rect(0, 0, 960, 720), Rect(400, 100, 60, 90)
    made = ring(Circle(430, 145, 20), within=within, face=face)
    assert made is not None
    assert face.farthest(made.middle) < made.radius


def test_a_loupe_stands_where_nothing_of_the_body_is() -> None:
    within = Rect(0, 0, 320, 240)
    lower_half = [(x * 20.0, 180.0) for x in range(16)]
    *_, disc = enlarged([(160, 170)], within=within, faces=[], body=lower_half)
    assert disc.y + disc.radius < 180


@given(st.floats(0, 0.6), st.floats(0, 0.4), st.floats(0.05, 0.4), st.floats(0.05, 0.3), st.floats(0.5, 3))
def test_a_crop_holds_the_whole_figure_in_the_shape_of_its_frame(
    left: float, top: float, width: float, height: float, shape: float
) -> None:
    figure, picture = Rect(left, top, width, height), Rect(0, 0, 1, 0.75)
    part = crop(figure, picture, shape=shape, air=0.06)
    assert part.width / part.height == pytest.approx(shape)
    assert part.left <= figure.left + SLACK
    assert part.top <= figure.top + SLACK
    assert part.right >= figure.right - SLACK
    assert part.bottom >= figure.bottom - SLACK


def test_the_joint_that_comes_farthest_is_followed_and_never_the_head() -> None:
    frames = [
        {"head.L": [0.2 + n * 0.2, 0.1], "knee.L": [0.5, 0.5 - n * 0.1], "wrist.R": [0.4, 0.5 - n * 0.01]}
        for n in range(3)
    ]
    found = pointed({"size": [800, 600], "anchors": frames, "face": [[0.1, 0.0, 0.1, 0.1]]})
    assert found.ways[0] == ((0.5, 0.5), (0.5, 0.4), (0.5, 0.3))


@pytest.mark.parametrize(
    "facts", [{}, {"anchors": [{"knee.L": [0.5]}]}, {"size": [0, 3]}, {"face": 3}, {"spot": "here"}]
)
def test_facts_that_say_nothing_or_nonsense_point_at_nothing(facts: dict[str, object]) -> None:
    found = pointed(facts)
    assert (found.spot, found.ways, found.felt) == (None, (), ())
