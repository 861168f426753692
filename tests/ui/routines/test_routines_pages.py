"""The list of routines and the page of one: what is startable, how long it takes, what is left out."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from tests.ui.check_fixtures import stand
from tests.ui.content_fixtures import A1, A2, A3, button, shipped, words

from supple.domain.exercise import Caution
from supple.domain.offered import Limits
from supple.ui.figure.pictures import Pictures
from supple.ui.kit.theme import Theme
from supple.ui.routines.routine_page import RoutinePage
from supple.ui.routines.routines_page import RoutinesPage


@pytest.fixture
def routines(qtbot: QtBot, theme: Theme) -> Iterator[RoutinesPage]:
    page = RoutinesPage(theme, Pictures(), shipped())
    window = stand(qtbot, page)
    yield page
    window.hide()


@pytest.fixture
def routine(qtbot: QtBot, theme: Theme) -> Iterator[RoutinePage]:
    page = RoutinePage(theme, Pictures(), shipped())
    page.show_routine("article_routine")
    window = stand(qtbot, page)
    yield page
    window.hide()


def test_only_routines_with_all_their_pictures_are_listed(qtbot: QtBot, theme: Theme) -> None:
    catalogue = replace(shipped(), with_pictures=frozenset({A1, A2, A3}))
    page = RoutinesPage(theme, Pictures(), catalogue)
    qtbot.addWidget(page)
    assert [row.routine.id for row in page.rows] == ["article_routine", "article_short"]


def test_each_row_says_how_long_and_when(routines: RoutinesPage) -> None:
    read = words(routines)
    for part in (
        "The three hip stretches",
        "13 min, 3 exercises",
        "3 to 5 days a week",
        "Before training",
        "3 min",
    ):
        assert part in read


def test_start_in_a_row_starts_that_routine(qtbot: QtBot, routines: RoutinesPage) -> None:
    row = next(row for row in routines.rows if row.routine.id == "article_short")
    with qtbot.waitSignal(routines.routine_started) as told:
        qtbot.mouseClick(button(row, f"Start {row.routine.name}"), Qt.MouseButton.LeftButton)
    assert told.args == ["article_short"]
    assert button(row, "Start Before training").text() == "Start"


def test_a_press_on_a_row_opens_it(qtbot: QtBot, routines: RoutinesPage) -> None:
    row = routines.rows[0]
    with qtbot.waitSignal(routines.routine_opened) as told:
        qtbot.mouseClick(row, Qt.MouseButton.LeftButton, pos=row.rect().center())
    assert told.args == ["article_routine"]


def test_what_the_answers_hide_is_left_out_and_named(routines: RoutinesPage) -> None:
    routines.set_limits(Limits(answered=frozenset({Caution.THR_90})))
    row = routines.rows[0]
    assert "Left out because of your answers: Half-kneeling hip flexor stretch." in words(row)
    assert "10 min, 2 exercises" in words(row)
    assert button(row, f"Start {row.routine.name}").isEnabled()
    routines.set_limits(Limits(answered=frozenset({Caution.THR, Caution.THR_90})))
    assert "Not for now, because of your answers." in words(row)
    assert not button(row, f"Start {row.routine.name}").isEnabled()


def test_what_was_put_away_is_left_out_too(routines: RoutinesPage) -> None:
    routines.set_limits(Limits(put_away=frozenset({A1})))
    assert "Left out, you put it away: Supine piriformis stretch." in words(routines.rows[0])


def test_the_page_names_steps_doses_sides_and_total(routine: RoutinePage) -> None:
    read = words(routine)
    for part in (
        "13 min",
        "36 sets, 8 min 40 s of them at work",
        "1. Supine piriformis stretch",
        "10 s, 10 times on each side",
        "Left, then right, in turns",
        "All of the right side first, then the left",
        "All of the left side first, then the right",
    ):
        assert part in read


def test_start_routine_is_told_with_its_id(qtbot: QtBot, routine: RoutinePage) -> None:
    with qtbot.waitSignal(routine.routine_started) as told:
        qtbot.mouseClick(button(routine, "Start routine"), Qt.MouseButton.LeftButton)
    assert told.args == ["article_routine"]
    with qtbot.waitSignal(routine.back.clicked):
        routine.set_back("Today")
        button(routine, "Back to Today").click()


def test_a_step_that_is_left_out_stays_and_says_why(routine: RoutinePage) -> None:
    routine.set_limits(Limits(answered=frozenset({Caution.THR_90})))
    assert "Not for now: hip kept below a right angle." in words(routine)
    assert "10 min" in words(routine)
    routine.set_limits(Limits(answered=frozenset({Caution.THR, Caution.THR_90})))
    assert not button(routine, "Start routine").isEnabled()


def test_a_step_opens_its_exercise(qtbot: QtBot, routine: RoutinePage) -> None:
    with qtbot.waitSignal(routine.exercise_opened) as told:
        button(routine, "About Seated gluteal stretch with rotation").click()
    assert told.args == [A2]


def test_for_whom_the_floor_is_hard_the_desk_day_stands_first(qtbot: QtBot, routines: RoutinesPage) -> None:
    usual = [row.routine.id for row in routines.rows]

    def top() -> str:
        return min(routines.rows, key=lambda row: row.mapTo(routines, row.rect().topLeft()).y()).routine.id

    routines.set_limits(Limits(chair_first=True))
    assert routines.rows[0].routine.id == "desk_day"
    qtbot.waitUntil(lambda: top() == "desk_day")
    routines.set_limits(Limits())
    assert [row.routine.id for row in routines.rows] == usual
    qtbot.waitUntil(lambda: top() == usual[0])
