"""Props as geometry: furniture and cushions as slabs, straps and bands as ribbons, and how far a body is from them."""

from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np

from .positions import CM, axes
from .recipe import PoseData, PoseFileError
from .rotation import Vector, unit
from .skeleton import Skeleton
from .terms import Terms

Piece = Mapping[str, Any]
RIBBON_OFF_M = 0.004
HALF_SLICE_M = 0.02
Part = tuple[float, float, float, float, float, float, str]
BED_CM, FRAME_CM, LEG_CM, SOFT_EDGE_CM = 90.0, 9.0, 7.0, 5.5
# [ahead, out, long, wide, thick, top] in centimetres from the prop's own spot, which is the middle of what carries.
CHAIR: tuple[Part, ...] = (
    (0, 0, 42, 44, 4, 0, "wood"), (18, 18, 3.6, 3.6, -4, -4, "wood"), (18, -18, 3.6, 3.6, -4, -4, "wood"),
    (-20, 18, 3.6, 3.6, -42, 42, "wood"), (-20, -18, 3.6, 3.6, -42, 42, "wood"), (-20, 0, 2.6, 34, 14, 41, "wood"),
)  # fmt: skip


def pieces(
    prop: Piece, pose: PoseData, terms: Terms, skeleton: Skeleton | None, skin: Vector | None
) -> list[Piece]:
    """The slabs and ribbons of one prop in the world; ribbons only with a skeleton and its skin."""
    match prop.get("kind"):
        case None:
            return [prop]
        case "chair":
            return [_slab(prop, part, pose, terms, prop.get("seat_cm", 43.0)) for part in CHAIR]
        case "bench" | "bed":
            long, wide, top = prop["long_cm"], prop.get("wide_cm", 70.0), prop.get("top_cm", 45.0)
            return _bed(prop, pose, terms, (long, wide, top))
        case "wall":
            upright = (2.5, 0, 5, prop.get("wide_cm", 90.0), 0, 0, prop.get("colour", "wall"))
            return [_slab(prop, upright, pose, terms, prop.get("top_cm", 120.0))]
        case "cushion":
            top = prop.get("top_cm", 8.0)
            long, wide, thick = (
                prop.get("long_cm", 34.0),
                prop.get("wide_cm", 40.0),
                prop.get("thick_cm", top),
            )
            cushion = _slab(prop, (0, 0, long, wide, thick, 0, "cushion"), pose, terms, top)
            return [{**cushion, "edge_cm": min(4.0, thick / 2.1)}]
        case "strap" | "band":
            return [] if skeleton is None or skin is None else [_ribbon(prop, terms, skeleton, skin)]
        case unknown:
            raise PoseFileError(
                f"the prop {unknown} is not known; there are chair, bench, bed, wall, cushion, strap, band"
            )


def _bed(prop: Piece, pose: PoseData, terms: Terms, size_cm: tuple[float, float, float]) -> list[Piece]:
    """A mattress with soft edges (a sofa's cushion when it is short), or below it a frame on four legs."""
    long, wide, top = size_cm
    thick = prop.get("thick_cm", 12.0)
    if prop.get("colour") == "wood" and thick <= 0:
        parts: list[Part] = [(0, 0, long, wide, FRAME_CM, 0, "wood")]
        for ahead in (-1, 1):
            for out in (-1, 1):
                place = (ahead * (long / 2 - LEG_CM), out * (wide / 2 - LEG_CM))
                parts.append((*place, LEG_CM, LEG_CM, -1, -FRAME_CM + 1, "wood"))
        return [_slab(prop, part, pose, terms, top) for part in parts]
    colour = "sheet" if long >= BED_CM else "sofa"
    soft = _slab(prop, (0, 0, long, wide, thick, 0, colour), pose, terms, top)
    return [{**soft, "edge_cm": min(SOFT_EDGE_CM, thick / 2.1), "corner_cm": 8.0}]


def _slab(prop: Piece, part: Part, pose: PoseData, terms: Terms, base_cm: float) -> dict[str, Any]:
    ahead, out, long, wide, thick, top, colour = part
    turned = round(prop.get("turn_deg", 0.0) / 90) % 4
    ahead, out = ((ahead, out), (-out, ahead), (-ahead, -out), (out, -ahead))[turned]
    if turned % 2:
        long, wide = wide, long
    way = axes(pose, terms.sides)
    second = way.second(terms.sides["target"])
    place = way.ahead * (ahead + prop.get("ahead_cm", 0.0)) + second * (out + prop.get("out_cm", 0.0))
    along_x = abs(way.ahead[0]) > 0.5
    high = base_cm + top
    return {
        "length_cm": long if along_x else wide,
        "width_cm": wide if along_x else long,
        # A thickness of zero or less reaches down to the floor.
        "thick_cm": thick if thick > 0 else high,
        "x_cm": round(float(place[0]), 4),
        "y_cm": round(float(place[1]), 4),
        "top_cm": high,
        "colour": prop.get("colour", colour),
        "corner_cm": min(5.0, min(long, wide) / 3),
    }


def _ribbon(prop: Piece, terms: Terms, skeleton: Skeleton, skin: Vector) -> dict[str, Any]:
    """A strap from hand round the sole to hand, or a band round both thighs, shins or feet."""
    if prop["kind"] == "band":
        line = _round_both(prop, terms, skeleton, skin)
    else:
        line = _round_sole(prop, terms, skeleton, skin)
    return {
        "ribbon": np.round(line, 4).tolist(),
        "wide_cm": prop.get("wide_cm", 5.0 if prop["kind"] == "band" else 3.0),
        "across": np.round(_ribbon_width(prop, terms, skeleton), 4).tolist(),
        "closed": prop["kind"] == "band",
        "colour": prop.get("colour", "strap"),
    }


def _ribbon_width(prop: Piece, terms: Terms, skeleton: Skeleton) -> Vector:
    """The direction in which the ribbon is wide."""
    if prop["kind"] == "band":
        ways = [unit(end - start) for start, end in _both(prop, terms, skeleton)]
        return unit(ways[0] + ways[1])
    who = prop["foot"]
    start, end = terms.segment(skeleton, f"{who}.foot")
    ankle = terms.joint(skeleton, f"{who}.ankle") - terms.joint(skeleton, f"{who}.knee")
    return unit(np.cross(np.cross(end - start, ankle), ankle))


def _both(prop: Piece, terms: Terms, skeleton: Skeleton) -> list[tuple[Vector, Vector]]:
    return [terms.segment(skeleton, f"{who}.{prop['round']}") for who in ("target", "other")]


def _round_both(prop: Piece, terms: Terms, skeleton: Skeleton, skin: Vector) -> Vector:
    from scipy.spatial import ConvexHull

    share = prop.get("at_percent", 80) / 100
    axis = _ribbon_width(prop, terms, skeleton)
    first, second = (start + (end - start) * share for start, end in _both(prop, terms, skeleton))
    bones = {"thigh": ("upperleg",), "shin": ("lowerleg",), "foot": ("foot", "toe")}[prop["round"]]
    own = skin[skeleton.figure.bone_weight(*bones) > 0.6]
    middle = (first + second) / 2
    # Each leg is cut at its own height, so that the band may be askew when the legs are.
    across = unit(second - first - axis * ((second - first) @ axis))
    up = np.cross(axis, across)
    rise = ((second - first) @ axis) / max(float((second - first) @ across), 0.01)
    flat = own - middle
    near = np.abs(flat @ axis - rise * (flat @ across)) < HALF_SLICE_M
    points = np.stack([flat[near] @ across, flat[near] @ up], 1)
    hull = points[ConvexHull(points).vertices]
    centre = hull.mean(0)
    hull = hull + unit(hull - centre) * RIBBON_OFF_M
    return np.array(middle + hull[:, :1] * (across + axis * rise) + hull[:, 1:] * up)


def _round_sole(prop: Piece, terms: Terms, skeleton: Skeleton, skin: Vector) -> Vector:
    """Hands to the sole and back, over the edge of the foot that is nearest."""
    who = prop["foot"]
    side = terms.sides[who]
    start, end = terms.segment(skeleton, f"{who}.foot")
    middle = start + (end - start) * prop.get("at_percent", 60) / 100
    along = unit(end - start)
    own = skin[skeleton.figure.bone_weight(f"foot.{side}") > 0.3]
    slab = own[np.abs((own - middle) @ along) < HALF_SLICE_M]
    knee = terms.joint(skeleton, f"{who}.knee")
    down = unit(unit(start - knee) - along * (unit(start - knee) @ along))
    out = np.cross(down, along)
    reach = (slab - middle) @ out
    low = float(((slab - middle) @ down).max()) + RIBBON_OFF_M
    edges = [middle + out * (value * 1.02) for value in (reach.min(), reach.max())]
    under = [edge + down * low * 0.9 for edge in edges]
    hands = [palm(skeleton, terms.sides[hand]) for hand in prop.get("hands", ["target", "other"])]
    if len(hands) == 1:
        hands = hands * 2
    if np.linalg.norm(hands[0] - edges[0]) + np.linalg.norm(hands[1] - edges[1]) > np.linalg.norm(
        hands[1] - edges[0]
    ) + np.linalg.norm(hands[0] - edges[1]):
        hands.reverse()
    return np.array([hands[0], edges[0], under[0], middle + down * low, under[1], edges[1], hands[1]])


def palm(skeleton: Skeleton, side: str) -> Vector:
    """The middle of a closed hand."""
    knuckle, wrist = skeleton.place[f"finger3-1.{side}"], skeleton.place[f"wrist.{side}"]
    _, facing = skeleton.rest_hand(side)
    return np.asarray(wrist + (knuckle - wrist) * 0.9 + skeleton.rotation[f"wrist.{side}"] @ facing * 0.025)


def slab_distance(slabs: Iterable[Piece], points: Vector) -> Vector:
    """Metres outside the nearest slab; negative inside, far away without slabs."""
    least = np.full(len(points), 9.0)
    for slab in slabs:
        if "ribbon" in slab:
            continue
        half = np.array([slab["length_cm"], slab["width_cm"], slab["thick_cm"]]) * CM / 2
        centre = np.array([slab.get("x_cm", 0.0), slab.get("y_cm", 0.0), slab.get("top_cm", 0.0)]) * CM
        beyond = np.abs(points - centre + [0, 0, half[2]]) - half
        outside = np.linalg.norm(np.clip(beyond, 0, None), axis=1)
        least = np.minimum(least, outside + np.minimum(beyond.max(1), 0))
    return least


def ground_height(slabs: Iterable[Piece], points: Vector) -> Vector:
    """The height of the floor, or of the slab that a point is over or just in."""
    height = np.zeros(len(points))
    for slab in slabs:
        if "ribbon" in slab:
            continue
        half = np.array([slab["length_cm"], slab["width_cm"]]) * CM / 2
        centre = np.array([slab.get("x_cm", 0.0), slab.get("y_cm", 0.0)]) * CM
        top = slab.get("top_cm", 0.0) * CM
        over = (np.abs(points[:, :2] - centre) < half).all(1) & (
            points[:, 2] > top - min(0.05, slab["thick_cm"] * CM)
        )
        height = np.where(over, np.maximum(height, top), height)
    return height
