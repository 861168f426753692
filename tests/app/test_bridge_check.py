"""The bridge hold in the real window: both feet first, the clock, pain, two days of rest, and a program that ended."""

from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from supple.app.demo.hand import Seen, press
from supple.app.program import Program
from supple.desktop.media_words import MediaCommand
from supple.domain.findings import Finding
from supple.domain.record import Check, CheckRecord, SelfTestRecord
from supple.domain.side import Side
from supple.services.writes import AddSelfTest
from supple.storage.database import open_history
from supple.ui.check.hold_page import HoldPage

from .conftest import Open
from .place import press_all
from .test_check_left import written
from .test_choice_of_checks import FAST, FLOOR, STRENGTH, choose, hold, kept, rows
from .window import now, sees, words

BRIDGE, LIFT = "Bridge hold", "Lift hold"
STEADY = "Steady, and nothing hurt"


def bridge(qtbot: QtBot) -> None:
    """Only the bridge, at its page of both feet."""
    choose(qtbot, FLOOR, STRENGTH, BRIDGE, LIFT)
    qtbot.waitUntil(sees("A bridge on both feet first"))
    press("Continue")
    qtbot.waitUntil(sees("How was the bridge on both feet?"))


def clock(program: Program) -> HoldPage:
    page = program.window.full
    assert isinstance(page, HoldPage)
    return page


def lowered(qtbot: QtBot) -> None:
    hold(qtbot, form="I lowered the hips, the form was steady")


def test_after_both_feet_each_foot_is_held_once_and_the_seconds_stand_side_by_side(
    qtbot: QtBot, opened: Open, data: Path
) -> None:
    program = opened(data, speed=FAST)
    bridge(qtbot)
    press(STEADY)
    qtbot.waitUntil(Seen("Start the clock"))
    press("Start the clock")
    lowered(qtbot)
    lowered(qtbot)
    qtbot.waitUntil(sees("What your checks showed"))
    assert words().count("60 s") == 2
    assert "Length not checked" in words()
    qtbot.waitUntil(written(program))
    (record,) = kept(data)
    assert [(row.side, row.finding) for row in record.checks] == [
        (Side.LEFT, Finding.LEVEL),
        (Side.RIGHT, Finding.LEVEL),
    ]
    assert [row.measured.value for row in record.checks if row.measured] == [60.0, 60.0]


def test_who_is_not_steady_on_both_feet_is_led_out_and_nothing_is_kept(
    qtbot: QtBot, opened: Open, data: Path
) -> None:
    program = opened(data)
    bridge(qtbot)
    press("Not steady, or I am not sure")
    qtbot.waitUntil(sees("Leave the bridge for today"))
    press("Back")
    qtbot.waitUntil(sees("How was the bridge on both feet?"))
    press_all(qtbot, "Not steady, or I am not sure", "End the check here")
    qtbot.waitUntil(Seen("Start self-test"))
    assert program.window.full is None
    qtbot.waitUntil(written(program))
    assert kept(data) == ()


def test_pain_on_both_feet_ends_the_check_for_both_sides_and_closes_the_day(
    qtbot: QtBot, opened: Open, data: Path
) -> None:
    program = opened(data)
    bridge(qtbot)
    press_all(qtbot, "It hurts", "Something else, or I am not sure")
    qtbot.waitUntil(sees("ask a doctor or physiotherapist before stretching"))
    press_all(qtbot, "End the check here", "Keep for later")
    qtbot.waitUntil(sees("After pain in the hip check"))
    qtbot.waitUntil(written(program))
    (record,) = kept(data)
    assert {row.side for row in record.checks} == {Side.LEFT, Side.RIGHT}
    assert {row.finding for row in record.checks} == {Finding.PAIN}


def test_any_key_and_a_media_key_stop_the_clock(qtbot: QtBot, opened: Open, data: Path) -> None:
    program = opened(data, speed=10.0)
    bridge(qtbot)
    press(STEADY)
    qtbot.waitUntil(Seen("Start the clock"))
    clock(program).obey(MediaCommand.PLAY_PAUSE)
    qtbot.waitUntil(sees("Stop the clock when the pelvis drops or turns."), timeout=10_000)
    qtbot.wait(250)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_X)
    qtbot.waitUntil(sees("What ended the hold on your left foot?"))
    press_all(qtbot, "The pelvis dropped", "Continue")
    qtbot.waitUntil(sees("Stop the clock when the pelvis drops or turns."), timeout=10_000)
    qtbot.wait(250)
    clock(program).obey(MediaCommand.NEXT)
    qtbot.waitUntil(sees("What ended the hold on your right foot?"))


def test_a_bridge_that_was_cut_off_is_offered_again_and_begins_on_both_feet(
    qtbot: QtBot, opened: Open, data: Path
) -> None:
    program = opened(data, speed=FAST)
    bridge(qtbot)
    press_all(qtbot, STEADY, "Start the clock")
    lowered(qtbot)
    qtbot.waitUntil(lambda: isinstance(program.window.full, HoldPage))
    qtbot.waitUntil(written(program))
    opened.end(program)
    program = opened(data, speed=FAST)
    qtbot.waitUntil(sees("Go on with the self-test?"))
    assert "One try is kept." in words()
    assert "a bridge on both feet comes before the one on one foot" in words()
    press("Go on")
    qtbot.waitUntil(sees("How was the bridge on both feet?"))
    press_all(qtbot, STEADY, "Start the clock")
    lowered(qtbot)
    qtbot.waitUntil(sees("What your checks showed"))
    qtbot.waitUntil(written(program))
    (record,) = kept(data)
    assert record.is_finished
    assert len(record.checks) == 2


def test_a_bridge_that_ended_within_its_first_clock_has_nothing_counted(
    qtbot: QtBot, opened: Open, data: Path
) -> None:
    program = opened(data)
    bridge(qtbot)
    press_all(qtbot, STEADY, "Start the clock")
    qtbot.waitUntil(sees("Push up on both feet, then"))
    opened.end(program)
    opened(data)
    qtbot.waitUntil(Seen("Start self-test"))
    assert kept(data) == ()
    choose(qtbot, FLOOR, STRENGTH, BRIDGE, LIFT)
    qtbot.waitUntil(sees("A bridge on both feet first"))


def test_within_two_days_the_row_says_when_the_bridge_opens_again(
    qtbot: QtBot, opened: Open, data: Path
) -> None:
    history = open_history(data, now=now())
    row = CheckRecord(
        check=Check.BRIDGE_HOLD, side=Side.LEFT, try_number=1, answer="steady", finding=Finding.LEVEL
    )
    taken = SelfTestRecord(self_test_id="before", taken_at=now() - timedelta(hours=47), checks=(row,))
    history.write(AddSelfTest(self_test=taken))
    history.close()
    program = opened(data)
    press("Start self-test")
    qtbot.waitUntil(sees("Which checks now?"))
    strength = rows(program)[STRENGTH]
    strength.setFocus()
    qtbot.waitUntil(sees("Bridge hold: not within two days of the last one; open again on"))
    assert [chip.isEnabled() for chip in strength.chips] == [True, False, True]
    assert "not within two days" in strength.accessibleDescription()


def test_a_bridge_that_was_kept_a_moment_ago_is_closed_at_once(
    qtbot: QtBot, opened: Open, data: Path
) -> None:
    program = opened(data, speed=FAST)
    bridge(qtbot)
    press_all(qtbot, STEADY, "Start the clock")
    lowered(qtbot)
    qtbot.waitUntil(lambda: isinstance(program.window.full, HoldPage))
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    press_all(qtbot, "Leave here", "Start self-test", "Begin anew")
    qtbot.waitUntil(sees("Which checks now?"))
    assert "You left the check." not in words()
    rows(program)[STRENGTH].setFocus()
    qtbot.waitUntil(sees("Bridge hold: not within two days"))
