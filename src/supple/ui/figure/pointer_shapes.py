"""Arrows, rings and loupes as bare shapes: where they go on a picture, inside it and clear of the face.

All is in pixels of one rectangle, `within`: the picture as it is painted. Every shape has a casing round its stroke
(`stroke` says how wide both are), and none of it, casing too, leaves the rectangle or lies on the face. What cannot be
placed so is None, and then nothing is drawn: a picture without a pointer is whole, a face behind one is not.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import ceil, dist, hypot
from typing import NamedTuple

XY = tuple[float, float]

STROKE_SHARE, THINNEST, THICKEST = 0.011, 1.75, 4.5  # of the picture's height; in pixels
SHAPE = 0.75  # of all pictures, height through width
HEAD_LONG, HEAD_HALF = 4.2, 2.3  # an arrow's head, in strokes
LEAST_ARROW = 9.0  # a shorter one is all head, in strokes
SHORT_ARROW = 13.0  # what moves less has a tail of that length, from where it would have come
LEAST_RING = 4.0  # its radius, in strokes: a smaller one is a dot
MOST_RING = 0.3  # its radius at most where it has to go round the face, as a share of the picture's height
STEP_PX = 2.0  # between two points of an arrow's line, so that no part of it comes nearer to a face than they
LOUPE_SHARES = (0.24, 0.21, 0.18, 0.15)  # radii of the loupe that are tried, as shares of the height
TWICE = 2.0


class Rect(NamedTuple):
    """A rectangle."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.left + self.width

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.top + self.height

    def inset(self, by: float) -> "Rect":
        """Smaller by so much at every edge; larger where `by` is below 0."""
        return Rect(self.left + by, self.top + by, self.width - 2 * by, self.height - 2 * by)

    def held(self, point: XY) -> XY:
        """The point of the box that is nearest to `point`."""
        x = min(max(point[0], self.left), max(self.left, self.right))
        return x, min(max(point[1], self.top), max(self.top, self.bottom))

    def farthest(self, point: XY) -> float:
        """How far its farthest corner is from `point`."""
        return max(dist(point, (x, y)) for x in (self.left, self.right) for y in (self.top, self.bottom))


class Circle(NamedTuple):
    """A ring, a loupe, an area."""

    x: float
    y: float
    radius: float

    @property
    def middle(self) -> XY:
        """Its centre."""
        return self.x, self.y


class Stroke(NamedTuple):
    """How wide a line is, and how far its casing goes from its middle."""

    width: float
    casing: float


class Arrow(NamedTuple):
    """A line and the three corners of its head, the tip first."""

    line: tuple[XY, ...]
    head: tuple[XY, XY, XY]


def stroke(within: Rect) -> Stroke:
    """The stroke for a picture of that size: to be seen at 180 pixels of height, and no beam at 720."""
    high = min(
        within.height, within.width * SHAPE
    )  # what a picture fills of a place that is higher than wide
    width = min(THICKEST, max(THINNEST, STROKE_SHARE * high))
    return Stroke(width, width / 2 + max(1.0, 0.6 * width))


def ring(area: Circle, *, within: Rect, face: Rect | None) -> Circle | None:
    """A ring round `area`: made smaller beside the face, or led round the whole of it."""
    width, edge = stroke(within)
    least, most = LEAST_RING * width, min(within.width, within.height) / 2 - edge
    if most < least:
        return None
    radius = min(max(area.radius, least), most)
    x, y = within.inset(radius + edge).held(area.middle)
    if face is None:
        return Circle(x, y, radius)
    near, far = dist(face.held((x, y)), (x, y)), face.farthest((x, y))
    if near >= radius + edge or far <= radius - edge:
        return Circle(x, y, radius)
    if near - edge >= least:
        return Circle(x, y, near - edge)
    round_it = Circle(x, y, far + edge)
    fits = within.inset(round_it.radius + edge).held((x, y)) == (x, y)
    return round_it if fits and round_it.radius <= MOST_RING * within.height else None


def arrow(path: Sequence[XY], *, within: Rect, face: Rect | None) -> Arrow | None:
    """An arrow along `path`, its tip at the end or as near to it as edges and face let it come."""
    width, edge = stroke(within)
    room = within.inset(HEAD_HALF * width + edge)
    way = _with_a_tail(path, SHORT_ARROW * width)
    kept = _longest_clear([room.held(point) for point in _evenly(way)], face, HEAD_HALF * width + edge)
    while _length(kept) >= LEAST_ARROW * width:
        made = _headed(kept, width)
        clear = made is not None and (
            face is None or all(dist(face.held(p), p) >= edge for p in (*made.line, *_rim(made.head)))
        )
        if clear:
            return made
        kept = kept[:-1]
    return None


def enlarged(
    spots: Sequence[XY], *, within: Rect, faces: Sequence[Rect], body: Sequence[XY]
) -> tuple[Circle, ...]:
    """A ring round each of the `spots`, and last the loupe that enlarges one of them: one place for all.

    What is in a ring is what the loupe shows of it, twice as large. The loupe stands where it covers least of `body`,
    never on a ring or a face; () where there is no such place.
    """
    _, edge = stroke(within)
    for share in LOUPE_SHARES:
        radius = share * within.height
        if 2 * (radius + edge) > min(within.width, within.height):
            continue
        rings = [
            ring(Circle(*spot, radius / TWICE), within=within, face=face)
            for spot, face in _each(spots, faces)
        ]
        free = [
            Circle(*place, radius)
            for place in _places(within.inset(radius + edge))
            if all(
                each is None or dist(place, each.middle) >= radius + each.radius + 2 * edge for each in rings
            )
            and all(dist(face.held(place), place) >= radius + edge for face in faces)
        ]
        covered = [sum(dist(point, disc.middle) < radius + edge for point in body) for disc in free]
        if free and (min(covered) == 0 or share == LOUPE_SHARES[-1]):
            known = [each for each in rings if each is not None]
            return (*known, free[covered.index(min(covered))]) if len(known) == len(spots) else ()
    return ()


def _each(spots: Sequence[XY], faces: Sequence[Rect]) -> Iterable[tuple[XY, Rect | None]]:
    """Each spot with the face of its own picture."""
    yield from zip(spots, faces if len(faces) == len(spots) else [None] * len(spots), strict=True)


def link(spot: Circle, disc: Circle, *, within: Rect, face: Rect | None) -> tuple[XY, XY] | None:
    """The short line from the edge of the ring to that of its loupe; None where it would cross the face."""
    far, edge = dist(spot.middle, disc.middle), stroke(within).casing
    across, down = (disc.x - spot.x) / far, (disc.y - spot.y) / far
    start = spot.x + across * spot.radius, spot.y + down * spot.radius
    end = disc.x - across * disc.radius, disc.y - down * disc.radius
    way = [
        (start[0] + (end[0] - start[0]) * n / 20, start[1] + (end[1] - start[1]) * n / 20) for n in range(21)
    ]
    return None if face is not None and any(dist(face.held(p), p) < 2 * edge for p in way) else (start, end)


def seen_through(disc: Circle, spot: Circle) -> Circle:
    """What a loupe shows: what lies round the spot, so that all is twice as large."""
    return Circle(spot.x, spot.y, disc.radius / TWICE)


def crop(figure: Rect, picture: Rect, *, shape: float, air: float) -> Rect:
    """The part of `picture` that shows `figure` as large as its frame lets it; `shape` is width through height.

    All of the figure, with `air` (a share of its larger side) round it. Beyond the edge of the picture there is air.
    """
    extra = air * max(figure.width, figure.height)
    wide, high = figure.width + 2 * extra, figure.height + 2 * extra
    wide, high = max(wide, high * shape), max(high, wide / shape)
    left = _between(figure.left + figure.width / 2 - wide / 2, wide, picture.left, picture.right)
    top = _between(figure.top + figure.height / 2 - high / 2, high, picture.top, picture.bottom)
    return Rect(left, top, wide, high)


def _between(start: float, length: float, low: float, high: float) -> float:
    """`start` moved so that the length lies between the bounds, or round their middle where it is longer."""
    if length >= high - low:
        return (low + high - length) / 2
    return min(max(start, low), high - length)


def _with_a_tail(path: Sequence[XY], least: float) -> Sequence[XY]:
    """The way, begun earlier where it is shorter than `least`."""
    far, missing = dist(path[0], path[-1]), least - _length(path)
    if missing <= 0 or not far:
        return path
    (x, y), (to_x, to_y) = path[0], path[-1]
    return [(x - (to_x - x) / far * missing, y - (to_y - y) / far * missing), *path]


def _evenly(path: Sequence[XY]) -> list[XY]:
    """The same way in points that are equally far apart."""
    total = _length(path)
    if total <= 0:
        return []
    steps = max(1, ceil(total / STEP_PX))
    made, gone, at = [path[0]], 0.0, 0
    for number in range(1, steps + 1):
        wanted = total * number / steps
        while at < len(path) - 2 and gone + dist(path[at], path[at + 1]) < wanted:
            gone += dist(path[at], path[at + 1])
            at += 1
        step = dist(path[at], path[at + 1])
        part = min(1.0, (wanted - gone) / step) if step else 1.0
        (x, y), (to_x, to_y) = path[at], path[at + 1]
        made.append((x + (to_x - x) * part, y + (to_y - y) * part))
    return made


def _longest_clear(points: Sequence[XY], face: Rect | None, away: float) -> list[XY]:
    """The longest part of the way on which every point is so far from the face."""
    if face is None:
        return list(points)
    best: list[XY] = []
    run: list[XY] = []
    for point in points:
        run = [*run, point] if dist(face.held(point), point) >= away else []
        best = run if len(run) > len(best) else best
    return best


def _headed(points: Sequence[XY], width: float) -> Arrow | None:
    """The last of the way as a head, the rest as a line."""
    tip = points[-1]
    line = list(points)
    while len(line) > 1 and dist(line[-1], tip) < HEAD_LONG * width * 0.8:
        line.pop()
    x, y = line[-1]
    long = dist((x, y), tip)
    if not long:  # it never came far
        return None
    across, down = (tip[0] - x) / long, (tip[1] - y) / long
    foot = (tip[0] - across * HEAD_LONG * width, tip[1] - down * HEAD_LONG * width)
    half = HEAD_HALF * width
    sides = (foot[0] - down * half, foot[1] + across * half), (foot[0] + down * half, foot[1] - across * half)
    return Arrow((*line, foot) if dist((x, y), foot) > width else tuple(line), (tip, *sides))


def _rim(corners: Sequence[XY]) -> Iterable[XY]:
    """Points all round a head, near enough for a face not to slip in between."""
    for start, end in zip(corners, (*corners[1:], corners[0]), strict=True):
        for part in range(8):
            yield start[0] + (end[0] - start[0]) * part / 8, start[1] + (end[1] - start[1]) * part / 8


def _places(room: Rect) -> Iterable[XY]:
    """Corners first, then the middles of the edges."""
    middle = room.left + room.width / 2, room.top + room.height / 2
    yield from ((x, y) for y in (room.top, room.bottom) for x in (room.right, room.left))
    yield from (
        (room.right, middle[1]),
        (room.left, middle[1]),
        (middle[0], room.top),
        (middle[0], room.bottom),
    )


def _length(path: Sequence[XY]) -> float:
    return sum(hypot(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(path))
