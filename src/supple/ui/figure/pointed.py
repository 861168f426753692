"""What a picture's facts know to point at: the way of a joint, the felt area, the spot of a pair; and the face."""

from collections.abc import Iterable, Mapping, Sequence
from math import dist
from typing import Any, NamedTuple

from supple.ui.figure.pointer_shapes import XY, Circle, Rect

MOVES, STEP_MOVES, TRUNK_MOVES = (
    0.025,
    0.05,
    0.045,
)  # shares of the picture's width: less is not worth an arrow
TRUNK = ("shoulder", "elbow")  # a breath lifts them, and a head that nods takes them along
ABOUT_AS_FAR = 0.9
WAYS = 3  # so many of the joints that come farthest, for where the first cannot be drawn
LEAPS = 0.6  # and what seems to move more went another way than straight
JOINTS = (
    "shoulder",
    "elbow",
    "wrist",
    "hip",
    "knee",
    "ankle",
)  # never the head: an arrow would cross the face
BONES = (
    ("shoulder", "elbow"), ("elbow", "wrist"), ("hip", "knee"), ("knee", "ankle"), ("shoulder", "hip"),
    ("head", "shoulder"),
)  # fmt: skip
PARTS = 6  # points on a bone, enough to see what a loupe would cover

Anchors = Mapping[str, Sequence[float]]


class Pointed(NamedTuple):
    """All as shares of the picture, 0 to 1 from its top left corner; a radius is a share of the width."""

    shape: float = 0.75
    """Height through width."""

    face: Rect | None = None
    figure: Rect | None = None
    felt: tuple[Circle, ...] = ()
    spot: XY | None = None
    ways: tuple[tuple[XY, ...], ...] = ()
    """Of the joints that come farthest, the best first."""

    body: tuple[XY, ...] = ()

    def mirrored(self) -> "Pointed":
        """The same on the other side."""
        return self._replace(
            face=_turned(self.face),
            figure=_turned(self.figure),
            felt=tuple(Circle(1 - area.x, area.y, area.radius) for area in self.felt),
            spot=None if self.spot is None else (1 - self.spot[0], self.spot[1]),
            ways=tuple(tuple((1 - x, y) for x, y in way) for way in self.ways),
            body=tuple((1 - x, y) for x, y in self.body),
        )

    def placed(self, part: Rect, place: Rect) -> "Pointed":
        """In pixels: `part` of the picture is painted on `place`."""
        across, down = place.width / part.width, place.height / part.height

        def at(point: XY) -> XY:
            return place.left + (point[0] - part.left) * across, place.top + (point[1] - part.top) * down

        def box(of: Rect | None) -> Rect | None:
            return None if of is None else Rect(*at(of[:2]), of.width * across, of.height * down)

        return self._replace(
            face=box(self.face),
            figure=box(self.figure),
            felt=tuple(Circle(*at(area.middle), area.radius * across) for area in self.felt),
            spot=None if self.spot is None else at(self.spot),
            ways=tuple(tuple(map(at, way)) for way in self.ways),
            body=tuple(map(at, self.body)),
        )


def pointed(facts: Mapping[str, Any]) -> Pointed:
    """What one scene's facts say; what they do not say, or wrongly, is not pointed at."""
    try:
        width, height = facts.get("size", (4, 3))
        shape = height / width
        anchors = facts.get("anchors") or {}
        frames: Sequence[Anchors] = anchors if isinstance(anchors, list) else [anchors]
        came = facts.get("came")
        return Pointed(
            shape=shape,
            face=_round_all(facts.get("face") or ()) or _guessed_face(frames, shape),
            figure=Rect(*facts["figure"]) if "figure" in facts else None,
            felt=tuple(Circle(*area) for area in facts.get("felt", ())),
            spot=_point(facts["spot"]) if "spot" in facts else None,
            ways=_ways([came, frames[0]], shape, STEP_MOVES) if came else _ways(frames, shape, MOVES),
            body=tuple(_on_bones(frames[-1])),
        )
    except (TypeError, ValueError, KeyError, ZeroDivisionError, AttributeError):
        return Pointed()


def _point(values: Sequence[float]) -> XY:
    x, y = values
    return float(x), float(y)


def _turned(box: Rect | None) -> Rect | None:
    return None if box is None else box._replace(left=1 - box.right)


def _round_all(faces: Sequence[Any]) -> Rect | None:
    """One box, or the one round those of all frames."""
    boxes = [
        Rect(*face) for face in (faces if faces and isinstance(faces[0], list) else [faces] if faces else [])
    ]
    if not boxes:
        return None
    left, top = min(box.left for box in boxes), min(box.top for box in boxes)
    return Rect(left, top, max(box.right for box in boxes) - left, max(box.bottom for box in boxes) - top)


def _guessed_face(frames: Sequence[Anchors], shape: float) -> Rect | None:
    """Where facts of an earlier studio name none: as wide as a shoulder is far from the head, all round the head."""
    boxes = []
    for frame in frames:
        if not {"head.L", "shoulder.L", "shoulder.R"} <= frame.keys():
            continue
        x, y = _point(frame["head.L"])
        far = max(
            dist((x, y * shape), (a, b * shape))
            for a, b in map(_point, (frame["shoulder.L"], frame["shoulder.R"]))
        )
        boxes.append([x - far, y - far / shape, 2 * far, 2 * far / shape])
    return _round_all(boxes)


def _ways(frames: Sequence[Anchors], shape: float, least: float) -> tuple[tuple[XY, ...], ...]:
    """The ways of the joints that come farthest; of two feet that come about as far the one that goes ahead is best."""
    found: list[tuple[float, str, tuple[XY, ...]]] = []
    for name in frames[0]:
        joint = name.partition(".")[0]
        if joint not in JOINTS or not all(name in frame for frame in frames):
            continue
        way = tuple(_point(frame[name]) for frame in frames)
        (x, y), (to_x, to_y) = way[0], way[-1]
        far = dist((x, y * shape), (to_x, to_y * shape))
        if max(least, TRUNK_MOVES if joint in TRUNK else 0) < far <= LEAPS:
            found.append((far, joint, way))
    found.sort(key=_far, reverse=True)
    ahead = _ahead(frames[0])
    about = [way for far, joint, way in found if far >= ABOUT_AS_FAR * found[0][0] and joint == found[0][1]]
    best = [way for way in about if (way[-1][0] - way[0][0]) * ahead > 0][:1]
    return (*best, *(way for *_, way in found if way not in best))[:WAYS]


def _far(found: tuple[float, str, tuple[XY, ...]]) -> float:
    return found[0]


def _ahead(frame: Anchors) -> float:
    """Above 0 where the feet point to the right, below where they point to the left, as knees and hips tell."""
    if not {"hip.L", "hip.R", "knee.L", "knee.R"} <= frame.keys():
        return 0
    return sum(frame[f"knee.{side}"][0] - frame[f"hip.{side}"][0] for side in "LR")


def _on_bones(anchors: Anchors) -> Iterable[XY]:
    for side in "LR":
        for start, end in BONES:
            if f"{start}.{side}" in anchors and f"{end}.{side}" in anchors:
                (x, y), (to_x, to_y) = _point(anchors[f"{start}.{side}"]), _point(anchors[f"{end}.{side}"])
                yield from (
                    (x + (to_x - x) * n / PARTS, y + (to_y - y) * n / PARTS) for n in range(PARTS + 1)
                )
