"""The heel to the buttock in the real window: two tries a side, what is shown, pain, and a program that ended."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from supple.app.demo.hand import press
from supple.domain.findings import Finding
from supple.domain.record import Check
from supple.domain.side import Side

from .conftest import Open
from .place import press_all
from .test_check_left import written
from .test_choice_of_checks import FLOOR, choose, kept
from .window import sees, words

PAST = "Past upright, the foot is over the thigh"
SHORT = "Not past upright, the hip lifted or the back arched before"


def heel(qtbot: QtBot) -> None:
    choose(qtbot, FLOOR, "Heel to the buttock")
    qtbot.waitUntil(sees("Draw one heel in slowly"))
    press("Continue")
    qtbot.waitUntil(sees("How far did your left shin come before the hip lifted?"))


def test_each_side_is_asked_twice_and_shown(qtbot: QtBot, opened: Open, data: Path) -> None:
    program = opened(data)
    heel(qtbot)
    press_all(qtbot, SHORT, SHORT)
    qtbot.waitUntil(sees("How far did your right shin come before the hip lifted?"))
    press_all(qtbot, SHORT, PAST)
    qtbot.waitUntil(sees("What your checks showed"))
    assert "Shin not past upright" in words()
    assert "Shin past upright" in words()
    qtbot.waitUntil(written(program))
    (record,) = kept(data)
    assert record.finding(Check.HEEL_TO_BUTTOCK, Side.LEFT) is Finding.LIMITED
    assert record.finding(Check.HEEL_TO_BUTTOCK, Side.RIGHT) is Finding.LEVEL
    press("Back")
    qtbot.waitUntil(sees("How far did your right shin come before the hip lifted?"))


def test_pain_or_tingling_ends_the_sitting(qtbot: QtBot, opened: Open, data: Path) -> None:
    program = opened(data)
    heel(qtbot)
    press_all(qtbot, "It hurts", "Something else, or I am not sure", "End the check here", "Keep for later")
    qtbot.waitUntil(sees("After pain in the hip check"))
    qtbot.waitUntil(written(program))
    (record,) = kept(data)
    assert record.finding(Check.HEEL_TO_BUTTOCK, Side.LEFT) is Finding.PAIN


def test_a_check_that_was_cut_off_goes_on_where_it_was(qtbot: QtBot, opened: Open, data: Path) -> None:
    program = opened(data)
    heel(qtbot)
    press(PAST)
    qtbot.waitUntil(written(program))
    opened.end(program)
    opened(data)
    qtbot.waitUntil(sees("Lie face down over the cushion again first"))
    assert "One try is kept." in words()
    press("Go on")
    qtbot.waitUntil(sees("How far did your left shin come before the hip lifted?"))
    assert "Left, try 2 of 2" in words()
