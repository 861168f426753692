"""The choice of checks and the sitting that follows, in the real window."""

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from supple.app.demo.hand import Seen, find, press
from supple.app.program import Program
from supple.domain.findings import Finding
from supple.domain.gate import GateClosedError
from supple.domain.record import Check, SelfTestRecord, SessionRecord
from supple.domain.session import SessionOutcome
from supple.domain.side import Side
from supple.services.writes import BeginSession, EndSession
from supple.storage.database import open_history
from supple.ui.check.check_row import CheckRowCard
from supple.ui.check.choose_page import ChooseCard, ChoosePage
from supple.ui.check.hold_page import HoldPage
from supple.ui.kit.text import Text

from .closed_folders import begun, check_closing_ids
from .conftest import Open
from .place import press_all
from .places_rooms import answered
from .test_check_left import NO_PAIN, one_try, written
from .window import now, sees, words

FAST = 60.0  # a hold is over in a second
FLOOR, STRENGTH = "Quick floor check", "Strength"


def choose(qtbot: QtBot, *names: str) -> None:
    """What is chosen beside, or instead of, the floor check."""
    press("Start self-test")
    qtbot.waitUntil(sees("Which checks now?"))
    press_all(qtbot, *names, "Continue")


def walk_and_lie_down(qtbot: QtBot) -> None:
    press_all(qtbot, "Continue", "Continue")


def hold(qtbot: QtBot, *, form: str = "I put the foot down") -> None:
    """One lift, to its end."""
    qtbot.waitUntil(sees("What ended the hold"), timeout=10_000)
    press_all(qtbot, form, "Continue")


def kept(folder: Path) -> tuple[SelfTestRecord, ...]:
    history = open_history(folder, now=now())
    try:
        return tuple(history.read(SelfTestRecord))
    finally:
        history.close()


def rows(program: Program) -> dict[str, CheckRowCard]:
    return {row.name: row for row in program.window.findChildren(CheckRowCard) if row.isVisible()}


def test_the_floor_check_stands_chosen_and_enter_goes_on(qtbot: QtBot, opened: Open, data: Path) -> None:
    program = opened(data)
    press("Start self-test")
    qtbot.waitUntil(sees("Which checks now?"))
    assert [name for name, row in rows(program).items() if row.isChecked()] == [FLOOR]
    assert "One check, left and right" in words()
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), Text))
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    qtbot.waitUntil(sees("Walk about for two minutes"))


def test_what_is_chosen_says_how_long_it_takes_and_what_it_needs(
    qtbot: QtBot, opened: Open, data: Path
) -> None:
    program = opened(data)
    press("Start self-test")
    qtbot.waitUntil(sees("About 5 min"))
    card = program.window.findChild(ChooseCard)
    assert card is not None
    press_all(qtbot, STRENGTH)  # a row that was scrolled to; the card may be out of sight now
    assert card.words == "About 9 min. Mat or firm floor. Alone is fine. Firm chair"
    press_all(qtbot, FLOOR)
    assert card.words == "About 4 min. Firm chair"
    press_all(qtbot, STRENGTH)
    assert "Choose a check" in words()
    assert find("Continue", QAbstractButton) is None


def test_the_rows_are_chosen_with_the_keyboard(qtbot: QtBot, opened: Open, data: Path) -> None:
    program = opened(data)
    press("Start self-test")
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), Text))
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    assert QApplication.focusWidget() is rows(program)[FLOOR]
    while QApplication.focusWidget() is not rows(program)[STRENGTH]:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert rows(program)[STRENGTH].isChecked()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    qtbot.waitUntil(sees("Walk about for two minutes"))


def test_two_checks_are_one_self_test_with_what_each_found(qtbot: QtBot, opened: Open, data: Path) -> None:
    program = opened(data, speed=FAST)
    choose(qtbot, STRENGTH)
    walk_and_lie_down(qtbot)
    for _try in range(4):
        one_try(qtbot)
    qtbot.waitUntil(sees("Lift one knee about 5 cm"))
    press("Continue")
    for _try in range(4):
        hold(qtbot)
    qtbot.waitUntil(sees("What your checks showed"))
    assert "Lift hold\n30 s" in words()
    qtbot.waitUntil(written(program))
    (record,) = kept(data)
    assert record.is_finished
    assert record.finding(Check.HIP_LENGTH_FLOOR, Side.LEFT) is Finding.BELOW
    assert record.finding(Check.HIP_HOLD, Side.RIGHT) is Finding.LEVEL
    lifts = [row for row in record.checks if row.check is Check.HIP_HOLD]
    assert [(row.side, row.try_number) for row in lifts] == [
        (Side.LEFT, 1),
        (Side.LEFT, 2),
        (Side.RIGHT, 1),
        (Side.RIGHT, 2),
    ]
    assert {row.measured.value for row in lifts if row.measured} == {30.0}
    press("Keep for later")
    qtbot.waitUntil(sees("Rests down"))


def test_a_lift_alone_leaves_what_the_floor_check_found_on_today(
    qtbot: QtBot, opened: Open, data: Path
) -> None:
    program = opened(data, speed=FAST)
    choose(qtbot)
    walk_and_lie_down(qtbot)
    for _try in range(4):
        one_try(qtbot)
    press_all(qtbot, "Keep for later")
    qtbot.waitUntil(sees("Rests down"))
    choose(qtbot, FLOOR, STRENGTH)
    press("Continue")
    for _try in range(4):
        hold(qtbot)
    qtbot.waitUntil(sees("Length not checked"))
    press_all(qtbot, "Keep for later")
    qtbot.waitUntil(written(program))
    qtbot.waitUntil(Seen("Start self-test"))
    assert "Rests down" in words()


def test_back_leads_from_check_to_check_and_to_the_choice(qtbot: QtBot, opened: Open, data: Path) -> None:
    program = opened(data, speed=FAST)
    choose(qtbot, STRENGTH)
    press("Back")
    qtbot.waitUntil(sees("Which checks now?"))
    assert rows(program)[STRENGTH].isChecked(), "the choice stands"
    press("Continue")
    walk_and_lie_down(qtbot)
    for _try in range(4):
        one_try(qtbot)
    qtbot.waitUntil(sees("Lift one knee about 5 cm"))
    press("Back")
    qtbot.waitUntil(sees("Any pain while your right hip was checked?"))
    press(NO_PAIN)
    qtbot.waitUntil(sees("Lift one knee about 5 cm"))
    press("Continue")
    for _try in range(4):
        hold(qtbot)
    qtbot.waitUntil(sees("What your checks showed"))
    press("Back")
    qtbot.waitUntil(sees("What ended the hold of your right knee?"))


def test_a_sitting_that_was_cut_off_goes_on_in_the_check_that_was_on(
    qtbot: QtBot, opened: Open, data: Path
) -> None:
    program = opened(data, speed=FAST)
    choose(qtbot, STRENGTH)
    walk_and_lie_down(qtbot)
    for _try in range(4):
        one_try(qtbot)
    press_all(qtbot, "Continue")
    hold(qtbot)
    qtbot.waitUntil(lambda: program.window.findChildren(HoldPage) != [])
    press("Wait") if Seen("Wait")() else None
    qtbot.waitUntil(written(program))
    (left,) = kept(data)
    assert not left.is_finished
    opened.end(program)
    program = opened(data, speed=FAST)
    qtbot.waitUntil(sees("Go on with the self-test?"))
    assert "5 tries are kept." in words()
    assert "Sit tall on the chair again first." in words()
    press("Go on")
    qtbot.waitUntil(Seen("Start the clock"))
    assert "Right" in words()
    press("Start the clock")
    for _try in range(3):
        hold(qtbot)
    qtbot.waitUntil(sees("What your checks showed"))
    qtbot.waitUntil(written(program))
    (record,) = kept(data)
    assert record.is_finished
    assert len(record.checks) == 8


def test_pain_in_the_second_check_ends_the_sitting_and_closes_the_day(
    qtbot: QtBot, opened: Open, data: Path
) -> None:
    program = opened(data, speed=FAST)
    choose(qtbot, STRENGTH)
    walk_and_lie_down(qtbot)
    for _try in range(4):
        one_try(qtbot)
    press_all(qtbot, "It hurts", "Something else, or I am not sure", "End the check here")
    qtbot.waitUntil(sees("What your checks showed"))
    assert Seen("It was mild and in the muscle")()
    qtbot.waitUntil(written(program))
    (record,) = kept(data)
    assert record.finding(Check.HIP_LENGTH_FLOOR, Side.LEFT) is Finding.BELOW
    assert record.finding(Check.HIP_HOLD, Side.LEFT) is Finding.PAIN
    press("Keep for later")
    qtbot.waitUntil(sees("After pain in the hip check"))
    program.flows.ways.start_check()
    qtbot.wait(50)
    assert not begun(program)


def test_pain_that_was_mild_after_all_opens_again(qtbot: QtBot, opened: Open, data: Path) -> None:
    program = opened(data, speed=FAST)
    choose(qtbot, FLOOR, STRENGTH)
    press_all(qtbot, "It hurts", "Something else, or I am not sure", "End the check here")
    press_all(qtbot, "It was mild and in the muscle", "Keep for later")
    qtbot.waitUntil(written(program))
    assert "After pain in the hip check" not in words()


def test_mild_pain_in_a_lift_goes_on_with_the_other_side_if_wanted(
    qtbot: QtBot, opened: Open, data: Path
) -> None:
    program = opened(data, speed=FAST)
    choose(qtbot, FLOOR, STRENGTH)
    press_all(qtbot, "It hurts", "It was mild and in the muscle", "Hold the right knee, nothing hurts now")
    press_all(qtbot, "Start the clock")
    for _try in range(2):
        hold(qtbot)
    qtbot.waitUntil(sees("What your checks showed"))
    qtbot.waitUntil(written(program))
    (record,) = kept(data)
    assert record.finding(Check.HIP_HOLD, Side.LEFT) is Finding.PAIN
    assert record.finding(Check.HIP_HOLD, Side.RIGHT) is Finding.LEVEL


def test_leaving_asks_and_keeps_what_was_done(qtbot: QtBot, opened: Open, data: Path) -> None:
    program = opened(data, speed=FAST)
    choose(qtbot, FLOOR, STRENGTH)
    press("Continue")
    hold(qtbot)
    qtbot.waitUntil(lambda: isinstance(program.window.full, HoldPage))
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    qtbot.waitUntil(sees("One try is kept. You can go on within 3 hours."))
    press("Leave here")
    qtbot.waitUntil(sees("You left the check."))
    press("Start self-test")
    qtbot.waitUntil(sees("Go on with the self-test?"))
    press("Keep what was done")
    qtbot.waitUntil(written(program))
    (record,) = kept(data)
    assert record.is_finished


def test_what_is_closed_says_why_and_cannot_be_chosen(qtbot: QtBot, opened: Open, tmp_path: Path) -> None:
    program = opened(answered("C5")(tmp_path / "data"))
    press("Start self-test")
    qtbot.waitUntil(sees("Not for you now: you ticked osteoporosis or a spinal fracture."))
    row = rows(program)[STRENGTH]
    qtbot.mouseClick(row, Qt.MouseButton.LeftButton)
    qtbot.keyClick(row, Qt.Key.Key_Space)
    assert not row.isChecked()
    press("Why Strength is closed")
    qtbot.waitUntil(sees("The strength checks stay closed until a doctor or physiotherapist agrees."))
    press("Change my answers")
    qtbot.waitUntil(sees("Signs that need help now"))
    program.window.set_close_guard(None)


@pytest.mark.parametrize("question_id", check_closing_ids())
def test_an_answer_that_closes_the_checks_leaves_none_to_be_begun(
    qtbot: QtBot, opened: Open, tmp_path: Path, question_id: str
) -> None:
    program = opened(answered(question_id)(tmp_path / "data"))
    program.flows.ways.start_check()
    qtbot.wait(30)
    if isinstance(program.window.full, ChoosePage):
        assert "The checks are closed for you now" in words()
        assert find("Continue", QAbstractButton) is None
    for check in Check:
        if check is not Check.SAFETY:
            with pytest.raises(GateClosedError):
                program.flows._check._choice.admit((check,))
    program.window.set_close_guard(None)


def test_straight_after_a_routine_it_says_when_the_checks_open_again(
    qtbot: QtBot, opened: Open, data: Path
) -> None:
    history = open_history(data, now=now())
    trained = SessionRecord(
        session_id="done",
        started_at=now() - timedelta(minutes=20),
        routine_id="article_routine",
        routine="The three hip stretches",
        planned_s=755.0,
        sets_planned=36,
    )
    history.write(BeginSession(session=trained))
    ended = now() - timedelta(minutes=5)
    history.write(
        EndSession(session_id="done", ended_at=ended, outcome=SessionOutcome.COMPLETED, done_s=755.0)
    )
    history.close()
    program = opened(data)
    program.flows.ways.start_check()
    qtbot.waitUntil(sees("Not straight after a routine"))
    assert "Tomorrow, before stretching, is better." in words()
    assert find("Continue", QAbstractButton) is None
    press("Leave the check")
    qtbot.waitUntil(Seen("Start self-test"))
    assert not program.flows._check.is_on
    assert program.window.full is None


def test_a_hold_that_cannot_be_heard_says_that_and_nothing_else_of_sound(
    qtbot: QtBot, opened: Open, data: Path
) -> None:
    program = opened(data, speed=0.01)
    choose(qtbot, FLOOR, STRENGTH)
    press_all(qtbot, "Continue")
    qtbot.waitUntil(lambda: isinstance(program.window.full, HoldPage))
    page = program.window.full
    assert isinstance(page, HoldPage)
    page.show_sound(on=True, speaks=True, trouble="No sound device was found.")
    said = words()
    assert "No sound" in said
    assert "Voice on" not in said
    page.show_sound(on=True, speaks=True)
    assert "Voice on" in words()
