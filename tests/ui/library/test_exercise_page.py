"""The page of an exercise: pictures and words on one side, and whether it is offered."""

import re
from collections.abc import Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import QFile, QRect, Qt
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot
from tests.ui.check_fixtures import stand
from tests.ui.content_fixtures import A1, A2, A3, button, shipped, words

from supple.domain.exercise import Caution, Exercise
from supple.domain.offered import NO_LIMITS, Limits
from supple.domain.side import Side
from supple.ui.figure.pictures import Pictures
from supple.ui.figure.stage import Stage
from supple.ui.figure.turning_stage import TurningStage
from supple.ui.kit.side_switch import SideSwitch
from supple.ui.kit.theme import Theme
from supple.ui.library.exercise_page import ExercisePage
from supple.ui.library.exercise_steps import ExerciseSteps


@pytest.fixture
def page(qtbot: QtBot, theme: Theme) -> Iterator[ExercisePage]:
    page = ExercisePage(theme, Pictures(), shipped())
    page.show_exercise(A1)
    window = stand(qtbot, page)
    yield page
    window.hide()


def exchanged(word: re.Match[str]) -> str:
    return {"left": "right", "right": "left", "Left": "Right", "Right": "Left"}[word.group()]


def said(page: ExercisePage) -> set[str]:
    """The letters of all that is read or heard on the page."""
    heard = (
        part.accessibleName() + part.accessibleDescription() + part.toolTip()
        for part in page.findChildren(QWidget)
    )
    return set(words(page)).union(*heard)


def stages(page: ExercisePage) -> list[Stage]:
    return [stage for stage in page.findChildren(Stage) if stage.isVisible()]


def test_it_opens_on_the_side_the_exercise_begins_with(page: ExercisePage) -> None:
    assert page.side is Side.LEFT
    page.show_exercise(A2)
    assert page.side is Side.RIGHT


@pytest.mark.parametrize("exercise_id", [A1, A2, A3])
def test_the_switch_turns_every_picture_and_every_word(page: ExercisePage, exercise_id: str) -> None:
    page.show_exercise(exercise_id, side=Side.LEFT)
    left = words(page)
    assert {stage.side for stage in stages(page)} == {Side.LEFT}
    page.findChildren(SideSwitch)[-1].set_side(Side.RIGHT)
    assert page.side is Side.RIGHT
    assert {stage.side for stage in stages(page)} == {Side.RIGHT}
    exercise = shipped().exercise(exercise_id)
    with_pairs = sum(QFile.exists(f":/pictures/{exercise_id}/mistake_{n}_wrong.webp") for n in (1, 2))
    assert len(stages(page)) == 1 + len(exercise.steps) + 2 * with_pairs
    turned = re.sub(r"\b(left|right)\b", exchanged, words(page), flags=re.IGNORECASE)
    assert turned == left
    for stage in stages(page):
        assert "{" not in stage.alt
        assert stage.accessibleName() == "Picture, right side"


@pytest.mark.parametrize("exercise", shipped().exercises, ids=lambda exercise: exercise.id)
def test_every_sentence_names_its_side(page: ExercisePage, exercise: Exercise) -> None:
    for side in (Side.LEFT, Side.RIGHT):
        page.show_exercise(exercise.id, side=side)
        assert said(page).isdisjoint("{}")


def test_the_easier_way_turns_with_the_side(page: ExercisePage) -> None:
    assert "Leave the right foot on the floor and let the left knee sink" in words(page)
    page.findChildren(SideSwitch)[-1].set_side(Side.RIGHT)
    assert "Leave the left foot on the floor and let the right knee sink" in words(page)


def test_start_now_tells_the_exercise_and_the_side_shown(qtbot: QtBot, page: ExercisePage) -> None:
    page.findChildren(SideSwitch)[-1].set_side(Side.RIGHT)
    with qtbot.waitSignal(page.start_requested) as told:
        qtbot.mouseClick(button(page, "Start now"), Qt.MouseButton.LeftButton)
    assert told.args == [A1, Side.RIGHT]


def test_what_is_hidden_cannot_be_started_and_says_why_and_what_instead(page: ExercisePage) -> None:
    page.set_limits(Limits(answered=frozenset({Caution.FAI})))
    assert not button(page, "Start now").isEnabled()
    assert "Not for now: deep bending and turning of the hip." in words(page)
    assert "such as the bridge" in words(page)


def test_what_is_marked_can_be_started_and_says_to_take_care(page: ExercisePage) -> None:
    page.set_limits(Limits(answered=frozenset({Caution.SCIATICA, Caution.WRIST})))
    assert button(page, "Start now").isEnabled()
    assert "Take care: pain, tingling or numbness down a leg." in words(page)
    assert "Wrist" not in words(page)


def test_an_answer_taken_back_opens_the_exercise_again(page: ExercisePage) -> None:
    page.set_limits(Limits(answered=frozenset({Caution.FAI})))
    page.set_limits(NO_LIMITS)
    assert button(page, "Start now").isEnabled()
    assert "Not for now:" not in words(page)


def test_what_was_put_away_says_so_and_how_it_comes_back(page: ExercisePage) -> None:
    page.set_limits(Limits(put_away=frozenset({A1})))
    assert "You put it away." in words(page)
    assert "Bring it back below, or in Settings." in words(page)
    assert not button(page, "Start now").isEnabled()
    assert button(page, "Bring it back").isEnabled()


def test_mistakes_reasons_evidence_and_sources_are_there(page: ExercisePage) -> None:
    read = words(page)
    for part in (
        "Pulling on the shin",
        "Felt deep in the left buttock",
        "Not for now with",
        "Stretching like this lets a hip move further",
        "Behm and others 2016",
        "10 s, 10 times on each side",
        "6 min",
    ):
        assert part in read


def test_reduced_motion_shows_a_still_without_a_play_button(page: ExercisePage) -> None:
    assert not any(stage.is_playing for stage in stages(page))
    with pytest.raises(AssertionError, match="no button"):
        button(page, "Play the moving picture")


def test_the_picture_moves_and_can_be_paused(qtbot: QtBot, theme: Theme) -> None:
    theme.set_reduced_motion(False)
    page = ExercisePage(theme, Pictures(), shipped())
    page.show_exercise(A3)
    window = stand(qtbot, page)
    pause = button(page, "Pause the moving picture")
    assert stages(page)[0].is_playing
    pause.click()
    assert not any(stage.is_playing for stage in stages(page))
    assert pause.accessibleName() == "Play the moving picture"
    window.hide()


@pytest.mark.parametrize(("width", "text_percent"), [(820, 100), (1060, 100), (769, 200)])
def test_nothing_is_wider_than_the_page(qtbot: QtBot, theme: Theme, width: int, text_percent: int) -> None:
    theme.set_text_percent(text_percent)
    page = ExercisePage(theme, Pictures(), shipped())
    page.show_exercise(A3)
    window = stand(qtbot, page, width, 600)
    assert page.widget().width() <= page.viewport().width()
    steps = [stage for stage in stages(page) if stage is not stages(page)[0]]
    assert all(stage.mapTo(page, stage.rect().bottomRight()).x() < width for stage in steps)
    window.hide()


def test_tab_goes_crumb_start_steps_side_as_they_stand(qtbot: QtBot, page: ExercisePage) -> None:
    button(page, "Library").setFocus(Qt.FocusReason.TabFocusReason)
    for before, after in pairwise(("Library", "Start now", "One picture back", "One picture on")):
        qtbot.keyClick(button(page, before), Qt.Key.Key_Tab)
        assert button(page, after).hasFocus()
    qtbot.keyClick(button(page, "One picture on"), Qt.Key.Key_Tab)
    assert page.findChildren(SideSwitch)[-1].button(Side.LEFT).hasFocus()


def test_nothing_stands_on_the_lower_left_of_the_picture_where_a_hand_may_be(page: ExercisePage) -> None:
    stage = page.findChildren(TurningStage)[0]
    corner = QRect(0, stage.height() // 2, stage.width() // 2, stage.height() // 2)
    over = [
        b for b in stage.findChildren(QAbstractButton) if b.isVisible() and b.geometry().intersects(corner)
    ]
    assert over == []
    assert button(page, "Show the muscle").isVisible()


def test_the_steps_stand_where_they_will_stay_from_the_first_picture_on(qtbot: QtBot, theme: Theme) -> None:
    steps = ExerciseSteps(theme, Pictures())
    steps.show_exercise(shipped().exercise(A3), side=Side.LEFT)
    window = stand(qtbot, steps, 420, 900)
    rows = [row for row in steps.children() if hasattr(row, "show_picture")]
    places = [row.geometry() for row in rows]
    assert places[0].top() == 0
    assert all(after.top() - before.bottom() <= 17 for before, after in pairwise(places))
    qtbot.wait(400)  # their pictures have come
    assert [row.geometry() for row in rows] == places
    window.hide()
