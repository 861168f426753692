"""The slow march in the real window: the feet take turns, each side is asked, a stop, pain, a program that ended."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from supple.app.demo.hand import Seen, press
from supple.app.program import Program
from supple.desktop.media_words import MediaCommand
from supple.domain.findings import Finding
from supple.domain.side import Side
from supple.ui.check.hold_page import HoldPage

from .conftest import Open
from .place import press_all
from .test_check_left import written
from .test_choice_of_checks import FAST, FLOOR, STRENGTH, choose, kept
from .window import sees, words

LEFT_FOOT, RIGHT_FOOT = (f"What did you feel while the {side} foot was lifted?" for side in ("left", "right"))
STEADY = "Steady, back and pelvis stayed still"


def march(qtbot: QtBot) -> None:
    choose(qtbot, FLOOR, STRENGTH, "Slow march", "Lift hold")
    qtbot.waitUntil(sees("ten times each"))


def clock(program: Program) -> HoldPage:
    page = program.window.full
    assert isinstance(page, HoldPage)
    return page


def test_after_ten_lifts_each_both_sides_are_asked_and_shown(qtbot: QtBot, opened: Open, data: Path) -> None:
    program = opened(data, speed=FAST)
    march(qtbot)
    press("Continue")
    qtbot.waitUntil(sees(LEFT_FOOT), timeout=10_000)
    press(STEADY)
    qtbot.waitUntil(sees(RIGHT_FOOT))
    press("The pelvis rocked")
    qtbot.waitUntil(sees("What your checks showed"))
    assert "Steady" in words()
    assert "Not steady" in words()
    qtbot.waitUntil(written(program))
    (record,) = kept(data)
    found = [(row.side, row.answer, row.finding, row.measured) for row in record.checks]
    assert found == [
        (Side.LEFT, "steady", Finding.LEVEL, None),
        (Side.RIGHT, "pelvis rocked", Finding.LIMITED, None),
    ]
    press("Back")
    qtbot.waitUntil(sees(RIGHT_FOOT))


def test_the_clock_names_the_foot_its_way_and_the_number(qtbot: QtBot, opened: Open, data: Path) -> None:
    program = opened(data, speed=8.0)
    march(qtbot)
    press("Continue")
    qtbot.waitUntil(sees("of 10 with each foot"))
    seen: set[tuple[Side, str]] = set()

    def all_four() -> bool:
        row = clock(program).view.row
        seen.add((row.side, row.word))
        return {(side, word) for side in (Side.LEFT, Side.RIGHT) for word in ("Up", "Down")} <= seen

    qtbot.waitUntil(all_four, timeout=10_000)


def test_a_march_that_is_stopped_can_be_done_again_and_is_not_steady(
    qtbot: QtBot, opened: Open, data: Path
) -> None:
    program = opened(data, speed=8.0)
    march(qtbot)
    press("Continue")
    qtbot.waitUntil(sees("Keep the back and the pelvis still."), timeout=10_000)
    qtbot.wait(300)
    clock(program).obey(MediaCommand.PLAY_PAUSE)
    qtbot.waitUntil(sees("It was stopped before its end."))
    assert not Seen(STEADY)()
    press("Do this try again")
    qtbot.waitUntil(Seen("Start the clock"))
    press("Start the clock")
    qtbot.waitUntil(sees("Keep the back and the pelvis still."), timeout=10_000)
    qtbot.wait(300)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_X)
    qtbot.waitUntil(sees(LEFT_FOOT))


def test_pain_in_the_march_ends_the_sitting(qtbot: QtBot, opened: Open, data: Path) -> None:
    program = opened(data, speed=8.0)
    march(qtbot)
    press("Continue")
    qtbot.waitUntil(sees("of 10 with each foot"))
    press_all(qtbot, "It hurts", "Something else, or I am not sure", "End the check here", "Keep for later")
    qtbot.waitUntil(sees("After pain in the hip check"))
    qtbot.waitUntil(written(program))
    (record,) = kept(data)
    assert {(row.side, row.finding) for row in record.checks} == {
        (Side.LEFT, Finding.PAIN),
        (Side.RIGHT, Finding.PAIN),
    }


def test_a_march_that_was_cut_off_is_not_counted_and_one_that_was_done_is_asked_about(
    qtbot: QtBot, opened: Open, data: Path
) -> None:
    program = opened(data)
    march(qtbot)
    press("Continue")
    qtbot.waitUntil(sees("Slowly up, slowly down"))
    opened.end(program)
    program = opened(data, speed=FAST)
    assert kept(data) == ()
    march(qtbot)
    press("Continue")
    qtbot.waitUntil(sees(LEFT_FOOT), timeout=10_000)
    qtbot.waitUntil(written(program))
    opened.end(program)
    program = opened(data, speed=FAST)
    qtbot.waitUntil(sees("The march itself is done; say how it was."))
    press("Go on")
    qtbot.waitUntil(sees(LEFT_FOOT))
    press_all(qtbot, STEADY, STEADY)
    qtbot.waitUntil(sees("What your checks showed"))
