"""What can be read from three metres: how large the countdown and the side are painted in every window."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from tests.ui.mat_fixtures import exercise
from tests.ui.session.test_session_page import Mat, pictures

from supple.domain.routine import PhaseKind
from supple.domain.side import Side
from supple.ui.figure.pictures import Pictures
from supple.ui.kit.theme import Theme

__all__ = ["exercise", "pictures"]

WINDOWS = [(900, 600), (1280, 800), (1024, 768), (1366, 768), (1280, 1024), (960, 1080), (2560, 1440)]


@pytest.fixture(params=[100, 200])
def mat(request: pytest.FixtureRequest, qtbot: QtBot, theme: Theme, pictures: Pictures) -> Iterator[Mat]:
    theme.set_text_percent(request.param)
    mat = Mat(qtbot, theme, pictures)
    mat.player.start()
    yield mat
    mat.player.stop()
    mat.player.deleteLater()
    theme.set_text_percent(100)


def painted_height(image: QImage, colour: QColor) -> int:
    """From the topmost to the lowest row in which a pixel is close to `colour`."""
    wanted = (colour.red(), colour.green(), colour.blue())
    rows = [
        y
        for y in range(image.height())
        if any(_is_close(image.pixelColor(x, y), wanted) for x in range(image.width()))
    ]
    return rows[-1] - rows[0] + 1 if rows else 0


def _is_close(seen: QColor, wanted: tuple[int, int, int]) -> bool:
    parts = (seen.red(), seen.green(), seen.blue())
    return all(abs(part - want) < 40 for part, want in zip(parts, wanted, strict=True))


def picture_of(widget: QWidget, *, smaller: int) -> QImage:
    """What is painted, every `smaller`-th column: the height is measured, and a test must not take long."""
    image = widget.grab().toImage()
    return image.copy().scaled(max(1, image.width() // smaller), image.height())


@pytest.mark.parametrize("window", WINDOWS, ids=str)
def test_the_countdown_is_a_quarter_and_the_side_a_tenth_of_the_window(
    mat: Mat, theme: Theme, window: tuple[int, int]
) -> None:
    mat.window.resize(*window)
    mat.page.resize(*window)
    height = window[1]
    for kind in (PhaseKind.PREPARE, PhaseKind.HOLD, PhaseKind.SWITCH):
        mat.run_to(kind)
        view = mat.page.mat
        figures = painted_height(picture_of(view.ring.figures, smaller=2), theme.colour("text"))
        assert figures >= height / 4, kind
        tag = view.row._tags[view.row.side]
        tone = "on_left" if view.row.side is Side.LEFT else "on_right"
        assert painted_height(picture_of(tag, smaller=2), theme.colour(tone)) >= height / 10, kind


@pytest.mark.parametrize("window", WINDOWS, ids=str)
def test_nothing_lies_over_anything_else_and_the_picture_keeps_its_room(
    mat: Mat, window: tuple[int, int]
) -> None:
    mat.window.resize(*window)
    mat.page.resize(*window)
    for kind in (PhaseKind.PREPARE, PhaseKind.HOLD, PhaseKind.SWITCH):
        mat.run_to(kind)
        view = mat.page.mat
        parts = (view.heading, view.row, view.stage, view.ring, view.line, view.set_line, mat.page.controls)
        for number, part in enumerate(parts):
            assert view.rect().contains(part.geometry()), part
            for other in parts[number + 1 :]:
                assert not part.geometry().intersects(other.geometry()), (kind, part, other)
        tags = [tag.geometry() for tag in view.row._tags.values() if tag.isVisible()]
        for number, box in enumerate((view.row._word.geometry(), *tags)):
            assert view.row.rect().contains(box)
            assert not any(
                box.intersects(later) for later in (view.row._word.geometry(), *tags)[number + 1 :]
            )
        assert view.stage.width() >= 0.35 * view.width()
        assert view.stage.height() >= 0.25 * view.height()


@pytest.mark.parametrize("reduced", [False, True])
def test_each_boundary_flashes_round_the_window_but_not_with_reduced_motion(
    mat: Mat, theme: Theme, reduced: bool
) -> None:
    theme.set_reduced_motion(reduced)
    mat.qtbot.waitUntil(lambda: mat.page.mat.flash.isHidden())
    mat.run_to(PhaseKind.HOLD)
    flash = mat.page.mat.flash
    assert flash.isVisible() is not reduced
    if not reduced:
        assert flash.grab().toImage().pixelColor(640, 4) == theme.colour("left_line")
        mat.qtbot.waitUntil(flash.isHidden)
    theme.set_reduced_motion(False)
