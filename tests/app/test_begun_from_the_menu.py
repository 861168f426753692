"""What the menu's entry offers under a right click: today's routine and the check begin by themselves."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from supple.app.demo.hand import Seen, press

from .conftest import Open
from .window import words

no_raise = pytest.mark.qt_log_ignore(
    "This plugin does not support raise"
)  # a screen that nobody sees has no front


def test_todays_routine_is_offered_as_soon_as_the_answers_are_known(
    qtbot: QtBot, opened: Open, data: Path
) -> None:
    program = opened(data, complete=False)
    program.begin("routine")
    qtbot.waitUntil(Seen("Begin session"), timeout=10_000)


def test_the_check_of_the_hips_begins(qtbot: QtBot, opened: Open, data: Path) -> None:
    program = opened(data)
    program.begin("self-test")
    qtbot.waitUntil(Seen("Leave the check"), timeout=10_000)


@no_raise
def test_a_second_start_begins_in_the_window_that_is_open(qtbot: QtBot, opened: Open, data: Path) -> None:
    program = opened(data)
    program.raise_window("self-test")
    qtbot.waitUntil(Seen("Leave the check"), timeout=10_000)


@no_raise
def test_nobody_is_taken_out_of_what_is_going_on(qtbot: QtBot, opened: Open, data: Path) -> None:
    program = opened(data)
    program.begin("self-test")
    qtbot.waitUntil(Seen("Leave the check"), timeout=10_000)
    program.raise_window("routine")
    qtbot.wait(300)
    assert "Begin session" not in words()


def test_the_first_start_asks_the_safety_questions_first(qtbot: QtBot, opened: Open, tmp_path: Path) -> None:
    (tmp_path / "new").mkdir()
    program = opened(tmp_path / "new", complete=False)
    program.begin("routine")
    qtbot.waitUntil(Seen("I am 18 or older"), timeout=10_000)
    press("I am 18 or older")
    assert "Begin session" not in words()
