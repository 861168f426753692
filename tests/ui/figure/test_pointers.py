"""Arrows, rings and loupes as they are seen: there, in both themes, for both sides, off at once, and in no face."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from tests.ui.check_fixtures import stand
from tests.ui.content_fixtures import A1, shipped

from supple.domain.side import Side
from supple.ui.figure.card_stage import CardStage
from supple.ui.figure.pictures import Pictures
from supple.ui.figure.pointers import PointAt, Pointers
from supple.ui.figure.pointing_stage import PointingStage
from supple.ui.figure.stage import Stage
from supple.ui.figure.turning_stage import TurningStage
from supple.ui.kit.theme import Scheme, Theme
from supple.ui.library.mistake_pairs import MistakePairs

FACTS = Path(__file__).parents[3] / "assets" / "pictures"
SUPINE_TWIST, COUCH = "supine_twist", "couch_stretch"


def seen(stage: Stage) -> QImage:
    return stage.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def drawn(theme: Theme, stage: Stage) -> list[tuple[int, int]]:
    """The points of the stage that arrows and rings change."""
    theme.set_points_out(True)
    there = seen(stage)
    theme.set_points_out(False)
    bare = seen(stage)
    theme.set_points_out(True)
    return [
        (x, y)
        for x in range(there.width())
        for y in range(there.height())
        if there.pixel(x, y) != bare.pixel(x, y)
    ]


def face_on(stage: Stage, exercise_id: str, scene: str) -> QRect:
    """Where the face is on the stage, in pixels of what `grab` gives."""
    picture, frame = stage._picture, stage.picture_frame
    assert picture is not None
    assert frame is not None
    facts = json.loads((FACTS / exercise_id / "pictures.json").read_text("utf-8"))["scenes"][scene]
    left, top, width, height = facts["face"] if scene != "loop" else facts["face"][0]
    part = stage.shown_part(picture, stage._inner()) if scene != "loop" else picture.cut
    left = 1 - left - width if picture.mirrored else left
    across, down = frame.width() / part.width(), frame.height() / part.height()
    return QRect(
        round(frame.left() + (left - part.left()) * across),
        round(frame.top() + (top - part.top()) * down),
        round(width * across),
        round(height * down),
    )


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
@pytest.mark.parametrize("side", [Side.LEFT, Side.RIGHT])
@pytest.mark.parametrize(("width", "height"), [(240, 180), (960, 720)])
def test_an_arrow_is_seen_while_the_figure_goes_to_the_hold_and_not_over_its_face(
    qtbot: QtBot, theme: Theme, scheme: Scheme, side: Side, width: int, height: int
) -> None:
    theme.set_scheme(scheme)
    theme.set_reduced_motion(False)
    pictures = Pictures()
    stage = PointingStage(theme, pictures, Pointers(theme, pictures, PointAt.WAY))
    stand(qtbot, stage, width, height)
    stage.show_loop(SUPINE_TWIST, side=side, alt="")
    stage.set_effort(0.0)
    points = drawn(theme, stage)
    assert len(points) > 60
    face = face_on(stage, SUPINE_TWIST, "loop")
    assert not any(face.contains(x, y) for x, y in points)
    stage.set_effort(1.0)
    assert not drawn(theme, stage), "it has arrived"
    theme.set_reduced_motion(True)
    assert drawn(theme, stage), "a picture that never moves still says how one came there"


def test_the_arrow_of_the_other_side_is_the_mirrored_one(qtbot: QtBot, theme: Theme) -> None:
    pictures = Pictures()
    stage = PointingStage(theme, pictures, Pointers(theme, pictures, PointAt.WAY))
    stand(qtbot, stage, 640, 480)
    middles = []
    for side in (Side.LEFT, Side.RIGHT):
        stage.show_loop(SUPINE_TWIST, side=side, alt="")
        stage.set_effort(0.0)
        points = drawn(theme, stage)
        middles.append(sum(x for x, _ in points) / len(points))
    assert sum(middles) == pytest.approx(640, abs=4)
    assert abs(middles[0] - middles[1]) > 20


@pytest.mark.parametrize("side", [Side.LEFT, Side.RIGHT])
@pytest.mark.parametrize("exercise_id", [A1, COUCH, "bird_dog"])
def test_a_card_rings_what_glows_and_shows_the_whole_figure(
    qtbot: QtBot, theme: Theme, exercise_id: str, side: Side
) -> None:
    stage = CardStage(theme, Pictures())
    stand(qtbot, stage, 300, 184)
    stage.show_still(exercise_id, "card", side=side, alt="")
    points = drawn(theme, stage)
    assert len(points) > 40
    face = face_on(stage, exercise_id, "card")
    assert stage.rect().contains(face)
    assert not any(face.contains(x, y) for x, y in points)
    assert face.height() > 12


def test_a_lying_figure_is_larger_on_its_card_than_with_its_whole_mat(qtbot: QtBot, theme: Theme) -> None:
    pictures = Pictures()
    card, whole = CardStage(theme, pictures), Stage(theme, pictures, framed=False, margin=16, small=True)
    widths = []
    for stage in (card, whole):
        stand(qtbot, stage, 300, 184)
        stage.show_still("knee_to_chest", "card", side=Side.LEFT, alt="")
        seen(stage)
        widths.append(face_on(stage, "knee_to_chest", "card").width())
    assert widths[0] > 1.08 * widths[1]


def test_a_pair_rings_and_enlarges_the_same_spot_on_both_pictures(qtbot: QtBot, theme: Theme) -> None:
    catalogue = shipped()
    pairs = MistakePairs(theme, Pictures())
    pairs.show_exercise(catalogue.exercise(COUCH), side=Side.LEFT)
    stand(qtbot, pairs, 700, 900)
    stages = [stage for stage in pairs.findChildren(Stage) if stage.isVisible()]
    assert len(stages) == 4
    found = [drawn(theme, stage) for stage in stages]
    assert all(len(points) > 1500 for points in found), "a loupe covers far more than a ring"
    for stage, points, scene in zip(
        stages,
        found,
        ("mistake_1_right", "mistake_1_wrong", "mistake_2_right", "mistake_2_wrong"),
        strict=True,
    ):
        face = face_on(stage, COUCH, scene)
        assert not any(face.contains(x, y) for x, y in points)
    for right, wrong in ((0, 1), (2, 3)):
        tops = [min(y for _, y in found[each]) for each in (right, wrong)]
        edges = [max(x for x, _ in found[each]) for each in (right, wrong)]
        assert tops[0] == tops[1]
        assert edges[0] == edges[1]


def test_a_loupe_stays_sharp_when_the_page_is_seen_again(qtbot: QtBot, theme: Theme) -> None:
    pairs = MistakePairs(theme, Pictures())
    pairs.show_exercise(shipped().exercise(COUCH), side=Side.LEFT)
    window = stand(qtbot, pairs, 700, 900)
    stage = next(stage for stage in pairs.findChildren(Stage) if stage.isVisible())
    before = seen(stage)
    window.hide()
    window.show()
    assert seen(stage) == before


def test_turned_round_there_is_no_arrow_for_it_is_drawn_from_the_front(qtbot: QtBot, theme: Theme) -> None:
    stage = TurningStage(theme, Pictures())
    stand(qtbot, stage, 560, 368)
    stage.show_turning(SUPINE_TWIST, side=Side.LEFT, alt="", end_alt="")
    stage.set_effort(0.0)
    assert drawn(theme, stage)
    stage.turn(1)
    assert not drawn(theme, stage)
    stage.go_back()
    assert drawn(theme, stage)


@pytest.mark.parametrize("on", [True, False])
def test_a_screen_reader_hears_the_same_with_and_without(qtbot: QtBot, theme: Theme, *, on: bool) -> None:
    theme.set_points_out(on)
    stage = CardStage(theme, Pictures())
    stand(qtbot, stage, 300, 184)
    stage.show_still(A1, "card", side=Side.LEFT, alt="Lying on the back.")
    assert stage.accessibleDescription() == "Lying on the back."
    assert not stage.findChildren(QLabel)
    theme.set_points_out(True)


def test_facts_of_a_picture_without_anything_to_point_at_draw_nothing(
    qtbot: QtBot, theme: Theme, tmp_path: Path
) -> None:
    (tmp_path / "bare").mkdir()
    image = QImage(80, 60, QImage.Format.Format_ARGB32)
    image.fill(0xFF336699)
    assert image.save(str(tmp_path / "bare" / "card.webp"))
    (tmp_path / "bare" / "pictures.json").write_text('{"drawn_side": "left", "scenes": {"card": {}}}')
    pictures = Pictures(str(tmp_path))
    make: tuple[Callable[[], Stage], ...] = (
        lambda: CardStage(theme, pictures),
        lambda: PointingStage(theme, pictures, Pointers(theme, pictures, PointAt.SPOT)),
        lambda: PointingStage(theme, pictures, Pointers(theme, pictures, PointAt.WAY)),
    )
    for new in make:
        stage = new()
        stand(qtbot, stage, 300, 184)
        stage.show_still("bare", "card", side=Side.RIGHT, alt="")
        assert not drawn(theme, stage)
    assert pictures.troubles == ()
