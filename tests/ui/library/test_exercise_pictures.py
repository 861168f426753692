"""The pictures of an exercise's page: mistakes beside the right form, turning, and stepping through."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from tests.ui.check_fixtures import stand
from tests.ui.content_fixtures import A1, button, shipped, words
from tests.ui.picture_fixtures import FRAMES, all_pictures

from supple.domain.side import Side
from supple.domain.turntable import VIEWS
from supple.ui.figure.stage import Stage
from supple.ui.figure.turning_stage import VIEW_PX, TurningStage
from supple.ui.kit.button import Button
from supple.ui.kit.icons import Fact
from supple.ui.kit.side_switch import SideSwitch
from supple.ui.kit.theme import Theme
from supple.ui.library.exercise_page import ExercisePage

Open = Callable[..., ExercisePage]


@pytest.fixture
def opened(qtbot: QtBot, theme: Theme, tmp_path: Path) -> Iterator[Open]:
    windows: list[QWidget] = []

    def open_page(**which: bool) -> ExercisePage:
        catalogue = shipped()
        page = ExercisePage(theme, all_pictures(tmp_path, catalogue.exercise(A1), **which), catalogue)
        page.show_exercise(A1)
        windows.append(stand(qtbot, page, 1280, 1600))
        return page

    yield open_page
    for window in windows:
        window.hide()


def figure(page: ExercisePage) -> TurningStage:
    return page.findChildren(TurningStage)[0]


def drag(stage: TurningStage, px: int) -> None:
    start = QPoint(stage.width() // 2, stage.height() // 2)
    QTest.mousePress(stage, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(stage, start + QPoint(px, 0))
    QTest.mouseRelease(stage, Qt.MouseButton.LeftButton, pos=start + QPoint(px, 0))


def signs(page: ExercisePage) -> list[str]:
    return [
        fact.text()
        for fact in page.findChildren(Fact)
        if fact.isVisible() and "like this" in fact.text().lower()
    ]


def can_be_read(page: ExercisePage, name: str) -> bool:
    try:
        button(page, name)
    except AssertionError:
        return False
    return True


def test_mistakes_stand_beside_the_right_form_with_words_for_both(opened: Open) -> None:
    page = opened()
    assert signs(page) == ["Like this", "Not like this"] * 2
    alts = [stage.alt for stage in page.findChildren(Stage) if "ike this:" in stage.alt]
    mistake = shipped().exercise(A1).pairs[0]
    assert alts[0] == "Like this: " + mistake.right_alt.replace("{target}", "left").replace(
        "{other}", "right"
    )
    assert alts[1].startswith(
        "Not like this: Head and shoulders are lifted off the mat toward the right knee"
    )


def test_a_mistake_without_pictures_stays_in_the_list(opened: Open) -> None:
    assert "Pulling on the shin" in words(opened())


def test_without_pairs_all_mistakes_are_a_list(opened: Open) -> None:
    page = opened(pairs=False)
    assert signs(page) == []
    for mistake in shipped().exercise(A1).mistakes:
        assert mistake.text in words(page)


def test_the_switch_turns_the_pairs_too(opened: Open) -> None:
    page = opened()
    page.findChildren(SideSwitch)[-1].set_side(Side.RIGHT)
    pairs = [stage for stage in page.findChildren(Stage) if "ike this:" in stage.alt]
    assert {stage.side for stage in pairs} == {Side.RIGHT}
    assert "toward the left knee" in pairs[1].alt


def test_large_text_puts_the_two_pictures_under_each_other(qtbot: QtBot, opened: Open, theme: Theme) -> None:
    page = opened()
    right, wrong = [stage for stage in page.findChildren(Stage) if "ike this:" in stage.alt][:2]
    assert right.mapTo(page, QPoint()).y() == wrong.mapTo(page, QPoint()).y()
    theme.set_text_percent(200)
    qtbot.waitUntil(lambda: right.mapTo(page, QPoint()).y() < wrong.mapTo(page, QPoint()).y())


def test_dragging_turns_the_figure_and_back_returns(opened: Open) -> None:
    page = opened()
    stage = figure(page)
    assert "Drag to turn" in words(page)
    drag(stage, 2 * VIEW_PX)
    assert stage.view == 2
    assert stage.accessibleDescription().startswith("Turned by 60 degrees: Lying on the back, the left ankle")
    assert "Drag to turn" not in words(page)
    drag(stage, -3 * VIEW_PX)
    assert stage.view == VIEWS - 1
    button(page, "Back to the moving picture").click()
    assert stage.view is None
    assert stage.accessibleDescription() == stage.alt
    assert not can_be_read(page, "Back to the moving picture")


def test_a_trembling_click_does_not_turn(opened: Open) -> None:
    stage = figure(opened())
    drag(stage, 4)
    assert stage.view is None


def test_dragging_follows_the_hand_on_both_sides(opened: Open) -> None:
    page = opened()
    stage = figure(page)
    drag(stage, VIEW_PX)
    page.findChildren(SideSwitch)[-1].set_side(Side.RIGHT)
    assert (stage.view, stage.side) == (1, Side.RIGHT)
    drag(stage, VIEW_PX)
    assert stage.view == 0


def test_arrows_turn_and_home_returns(qtbot: QtBot, opened: Open) -> None:
    stage = figure(opened())
    stage.setFocus()
    qtbot.keyClick(stage, Qt.Key.Key_Right)
    qtbot.keyClick(stage, Qt.Key.Key_Right)
    assert stage.view == 2
    qtbot.keyClick(stage, Qt.Key.Key_Left)
    assert stage.view == 1
    qtbot.keyClick(stage, Qt.Key.Key_Home)
    assert stage.view is None


def test_without_a_turntable_nothing_offers_to_turn(qtbot: QtBot, opened: Open) -> None:
    page = opened(turntable=False)
    stage = figure(page)
    drag(stage, 3 * VIEW_PX)
    qtbot.keyClick(stage, Qt.Key.Key_Right)
    assert stage.view is None
    assert "Drag to turn" not in words(page)


def test_comma_and_full_stop_step_through_the_moving_picture(
    qtbot: QtBot, theme: Theme, opened: Open
) -> None:
    theme.set_reduced_motion(False)
    page = opened()
    stage = figure(page)
    assert not can_be_read(page, "One picture on")
    button(page, "Pause the moving picture").click()
    begun = stage.frame
    qtbot.keyClick(stage, Qt.Key.Key_Period)
    assert stage.frame == begun + 1
    button(page, "One picture on").click()
    assert stage.frame == begun + 2
    qtbot.keyClick(stage, Qt.Key.Key_Comma)
    button(page, "One picture back").click()
    assert stage.frame == begun
    for _ in range(FRAMES + 2):
        qtbot.keyClick(stage, Qt.Key.Key_Period)
    assert stage.frame == FRAMES - 1


def test_turning_stops_the_movement_and_going_back_goes_on(theme: Theme, opened: Open) -> None:
    theme.set_reduced_motion(False)
    page = opened()
    stage = figure(page)
    drag(stage, VIEW_PX)
    assert not stage.is_playing
    button(page, "Back to the moving picture").click()
    assert stage.is_playing


def test_reduced_motion_shows_the_hold_and_can_still_be_stepped_and_turned(
    qtbot: QtBot, opened: Open
) -> None:
    page = opened()
    stage = figure(page)
    assert (stage.is_playing, stage.frame) == (False, FRAMES - 1)
    button(page, "One picture back").click()
    assert stage.frame == FRAMES - 2
    qtbot.keyClick(stage, Qt.Key.Key_Left)
    assert stage.view == VIEWS - 1


def test_the_muscle_is_shown_at_the_hold_from_where_most_of_it_is_seen(
    qtbot: QtBot, opened: Open, tmp_path: Path
) -> None:
    page = opened()
    folder = next(tmp_path.rglob("turn_07.webp")).parent
    for view, width in ((3, 8), (7, 24)):
        image = QImage(str(folder / f"turn_{view:02d}.webp")).convertToFormat(QImage.Format.Format_ARGB32)
        painter = QPainter(image)
        painter.fillRect(0, 0, width, 24, QColor("#E8601C"))
        painter.end()
        assert image.save(str(folder / f"turn_{view:02d}.webp"))
    button(page, "Show the muscle").click()
    assert not figure(page).is_playing
    qtbot.waitUntil(lambda: figure(page).view == 7)
    button(page, "Back").click()
    assert figure(page).view is None


def test_the_muscle_is_shown_at_the_hold_where_nothing_can_be_turned(opened: Open) -> None:
    page = opened(turntable=False)
    assert not any(
        b.text() == "Show the muscle" and b.isVisible() for b in page.findChildren(Button)
    )  # it shows
    button(page, "One picture back").click()
    button(page, "Show the muscle").click()
    assert not any(b.text() == "Show the muscle" and b.isVisible() for b in page.findChildren(Button))
    assert not figure(page).is_playing
    assert figure(page).frame == FRAMES - 1
