"""On the pictures that ship: every pair has its rings and its loupe, every card its ring, and no face is under any."""

import json
from math import dist
from pathlib import Path
from typing import Any

import pytest

from supple.ui.figure.pointed import Pointed, pointed
from supple.ui.figure.pointer_shapes import Circle, Rect, arrow, enlarged, ring, stroke

PICTURES = Path(__file__).parents[2] / "assets" / "pictures"
FOLDERS = sorted(path.parent.name for path in PICTURES.glob("*/pictures.json"))
SMALL, LARGE = Rect(0, 0, 240, 180), Rect(0, 0, 960, 720)
# Of these the spine or the belly moves, which no joint shows; in the last one the face is where the shoulder goes.
WITHOUT_AN_ARROW = {"breathing_90_90", "cat_cow", "pelvic_tilt", "seated_pelvic_tilt", "seated_figure4"}


def scenes(folder: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((PICTURES / folder / "pictures.json").read_text("utf-8"))["scenes"]
    return found


def on(within: Rect, facts: dict[str, Any], *, mirrored: bool) -> Pointed:
    found = pointed(facts)
    return (found.mirrored() if mirrored else found).placed(Rect(0, 0, 1, 1), within)


def is_off(face: Rect | None, made: Circle, edge: float) -> bool:
    """Beside the face, or round the whole of it."""
    assert face is not None
    near = dist(face.held(made.middle), made.middle)
    return near >= made.radius + edge - 1e-6 or face.farthest(made.middle) <= made.radius - edge + 1e-6


@pytest.mark.parametrize("mirrored", [False, True])
@pytest.mark.parametrize("within", [SMALL, LARGE])
@pytest.mark.parametrize("folder", FOLDERS)
def test_every_pair_has_its_rings_and_a_loupe_and_shows_both_faces(
    folder: str, within: Rect, *, mirrored: bool
) -> None:
    found = scenes(folder)
    for name in found:
        if not (name.startswith("mistake_") and name.endswith("_right")):
            continue
        pair = [
            on(within, found[each], mirrored=mirrored) for each in (name, name.replace("_right", "_wrong"))
        ]
        spots = [each.spot for each in pair if each.spot is not None]
        faces = [each.face for each in pair if each.face is not None]
        made = enlarged(
            spots, within=within, faces=faces, body=[point for each in pair for point in each.body]
        )
        assert len(made) == 3, name
        edge = stroke(within).casing
        assert all(is_off(face, each, edge) for face, each in zip(faces, made, strict=False)), name
        assert all(dist(face.held(made[-1].middle), made[-1].middle) > made[-1].radius for face in faces), (
            name
        )


@pytest.mark.parametrize("mirrored", [False, True])
@pytest.mark.parametrize("folder", [folder for folder in FOLDERS if "felt" in scenes(folder).get("card", {})])
def test_every_card_has_its_ring_beside_the_face(folder: str, *, mirrored: bool) -> None:
    at = on(SMALL, scenes(folder)["card"], mirrored=mirrored)
    assert at.felt
    for area in at.felt:
        made = ring(area, within=SMALL, face=at.face)
        assert made is not None
        assert is_off(at.face, made, stroke(SMALL).casing)


@pytest.mark.parametrize("within", [SMALL, LARGE])
@pytest.mark.parametrize("folder", [folder for folder in FOLDERS if "loop" in scenes(folder)])
def test_what_moves_a_limb_has_an_arrow(folder: str, within: Rect) -> None:
    at = on(within, scenes(folder)["loop"], mirrored=False)
    made = [arrow(way, within=within, face=at.face) for way in at.ways]
    assert any(made) or folder in WITHOUT_AN_ARROW
