"""The hip check in the real window: where the keyboard begins, leaving it, closing the window, going on with it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from supple.app.demo.hand import find, press
from supple.app.program import Program
from supple.domain.record import PainRecord, SelfTestRecord
from supple.domain.resume import OFFERED_HOURS
from supple.domain.settings import Look, Settings, Sound
from supple.services.writes import AddPain
from supple.storage.database import open_history
from supple.ui.check.finding_card import FindingCard
from supple.ui.check.self_test_page import SelfTestPage
from supple.ui.kit.side_tag import SideTag
from supple.ui.kit.text import Text

from .closed_folders import told
from .conftest import Open
from .window import now, ready_folder, sees, words

TRY = ("Continue", "Continue", "Flat, the thigh rests on the floor", "Yes, it rested on the floor")
NO_PAIN = "No, a mild pull at most"


def written(program: Program) -> Callable[[], bool]:
    """Whether everything is on disk."""
    return lambda: program.flows.keeping.writer.pending == 0


def begin_check(qtbot: QtBot, program: Program) -> None:
    press("Start self-test")
    qtbot.waitUntil(sees("Which checks now?"))
    press("Continue")
    qtbot.waitUntil(sees("Walk about for two minutes"))
    assert program.window.full is not None


def one_try(qtbot: QtBot) -> None:
    for name in (*TRY, NO_PAIN):
        press(name)
        QApplication.processEvents()


def left_once(qtbot: QtBot, opened: Open, data: Path) -> Program:
    """Somebody does one try and leaves."""
    program = opened(data)
    begin_check(qtbot, program)
    press("Continue")
    press("Continue")
    one_try(qtbot)
    press("Leave the check")
    qtbot.waitUntil(sees(f"One try is kept. You can go on within {OFFERED_HOURS} hours."))
    press("Leave here")
    qtbot.waitUntil(sees("You left the check."))
    return program


def test_the_check_opens_on_its_question_and_enter_goes_on(qtbot: QtBot, opened: Open, data: Path) -> None:
    program = opened(data)
    begin_check(qtbot, program)
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), Text))
    question = QApplication.focusWidget()
    assert isinstance(question, Text)
    assert question.text() == "Walk about for two minutes"
    qtbot.keyClick(question, Qt.Key.Key_Down)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert program.window.full is not None
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    qtbot.waitUntil(sees("Lie on a firm floor, legs straight"))
    assert "Stop and get help if anything in these lists appears." not in words()


def test_the_news_of_a_check_that_was_left_leads_back_to_it(qtbot: QtBot, opened: Open, data: Path) -> None:
    program = left_once(qtbot, opened, data)
    qtbot.wait(450)  # until it takes presses
    press("Go on with it")
    qtbot.waitUntil(sees("Go on with the hip check?"))
    assert program.window.banner("self-test left") is None


def test_before_the_first_hip_it_is_left_without_a_question(qtbot: QtBot, opened: Open, data: Path) -> None:
    program = opened(data)
    begin_check(qtbot, program)
    qtbot.keyClick(program.window.full, Qt.Key.Key_Escape)
    assert program.window.full is None
    qtbot.waitUntil(sees("Nothing of it was kept."))


@pytest.mark.parametrize("way", ["Escape", "Leave the check", "closing the window"])
def test_pain_before_the_first_hip_is_kept_whichever_way_the_check_is_left(
    qtbot: QtBot, opened: Open, data: Path, way: str
) -> None:
    program = opened(data)
    begin_check(qtbot, program)
    press("It hurts")
    qtbot.waitUntil(sees("You noted pain. The check does not begin."))
    assert "for this side" not in words()
    if way == "Escape":
        qtbot.keyClick(program.window.full, Qt.Key.Key_Escape)
    elif way == "closing the window":
        program.window.close()
    else:
        press(way)
    qtbot.waitUntil(sees("That it hurt is kept. The check ends here for today."))
    press("Leave here")
    qtbot.waitUntil(lambda: not isinstance(program.window.full, SelfTestPage))
    if way != "closing the window":
        qtbot.waitUntil(sees("That it hurt is kept."))
        assert "Nothing of it was kept." not in words()
        qtbot.waitUntil(sees("After pain in the hip check"))
    qtbot.waitUntil(written(program))
    opened.end(program)
    assert [pain.note for pain in pains_of(data)] == ["in the hip check"]
    opened(data)
    qtbot.waitUntil(sees("After pain in the hip check"))


def test_pain_before_the_first_hip_is_kept_at_the_end_and_at_once_and_can_be_taken_back(
    qtbot: QtBot, opened: Open, data: Path
) -> None:
    program = opened(data)
    begin_check(qtbot, program)
    press("It hurts")
    qtbot.waitUntil(written(program))
    assert len(pains_of(data)) == 1, "a power cut would lose nothing"
    press("Back")
    qtbot.waitUntil(written(program))
    assert pains_of(data) == ()
    press("It hurts")
    press("Something else, or I am not sure")
    press("End the check here")
    qtbot.waitUntil(sees("After pain in the hip check"))
    qtbot.waitUntil(written(program))
    assert [pain.note for pain in pains_of(data)] == ["in the hip check"]


def test_mild_pain_before_the_first_hip_is_kept_and_closes_nothing(
    qtbot: QtBot, opened: Open, data: Path
) -> None:
    program = opened(data)
    begin_check(qtbot, program)
    press("It hurts")
    press("It was mild and in the muscle")
    qtbot.waitUntil(lambda: not isinstance(program.window.full, SelfTestPage))
    qtbot.waitUntil(written(program))
    assert [pain.note for pain in pains_of(data)] == ["in the hip check, mild"]
    qtbot.waitUntil(lambda: "After pain in the hip check" not in words())  # once it was read again


def test_pain_at_a_hip_left_unanswered_does_not_promise_to_go_on(
    qtbot: QtBot, opened: Open, data: Path
) -> None:
    program = opened(data)
    begin_check(qtbot, program)
    press("Continue")
    press("Continue")
    press("It hurts")
    qtbot.keyClick(program.window.full, Qt.Key.Key_Escape)
    qtbot.waitUntil(sees("That it hurt is kept. The check ends here for today."))
    press("Leave here")
    qtbot.waitUntil(sees("That it hurt is kept."))
    assert "goes on with it" not in words()


def pains_of(folder: Path) -> tuple[PainRecord, ...]:
    history = open_history(folder, now=now())
    try:
        return tuple(history.read(PainRecord))
    finally:
        history.close()


def test_escape_asks_and_goes_on_where_it_was(qtbot: QtBot, opened: Open, data: Path) -> None:
    program = opened(data)
    begin_check(qtbot, program)
    press("Continue")
    press("Continue")
    qtbot.keyClick(program.window.full, Qt.Key.Key_Escape)
    qtbot.waitUntil(sees("No try is finished yet, so there is nothing to keep."))
    press("Go on")
    assert "Hug your right knee" in words()
    assert isinstance(program.window.full, SelfTestPage)


def test_closing_the_window_asks_and_then_closes_it(qtbot: QtBot, opened: Open, data: Path) -> None:
    program = opened(data)
    begin_check(qtbot, program)
    press("Continue")
    press("Continue")
    one_try(qtbot)
    program.window.close()
    assert program.window.isVisible()
    qtbot.waitUntil(sees(f"One try is kept. You can go on within {OFFERED_HOURS} hours."))
    press("Go on")
    qtbot.wait(10)
    press("Leave the check")
    press("Leave here")
    assert program.window.isVisible(), "it was left, not closed"
    begin_check_anew(qtbot)
    press("Continue")
    press("Continue")
    program.window.close()
    press("Leave here")
    qtbot.waitUntil(lambda: not program.window.isVisible())


def begin_check_anew(qtbot: QtBot) -> None:
    press("Start self-test")
    qtbot.waitUntil(sees("Go on with the hip check?"))
    press("Begin anew")
    qtbot.waitUntil(sees("Which checks now?"))
    press("Continue")
    qtbot.waitUntil(sees("Walk about for two minutes"))


def test_the_next_start_offers_to_go_on_with_the_second_try(qtbot: QtBot, opened: Open, data: Path) -> None:
    opened.end(left_once(qtbot, opened, data))
    program = opened(data)
    qtbot.waitUntil(sees("Go on with the hip check?"))
    assert "One try is kept." in words()
    press("Go on")
    qtbot.waitUntil(sees("Left hip, second try"))
    for _hip in range(3):
        one_try(qtbot)
    qtbot.waitUntil(sees("What your checks showed"))
    assert [card.word.text() for card in program.window.findChildren(FindingCard)] == ["Rests down"] * 2


def test_a_check_that_was_cut_off_has_its_tries_on_disk(qtbot: QtBot, opened: Open, data: Path) -> None:
    program = opened(data)
    begin_check(qtbot, program)
    press("Continue")
    press("Continue")
    one_try(qtbot)
    qtbot.waitUntil(written(program))
    history = open_history(data, now=now())
    (kept,) = history.read(SelfTestRecord)
    history.close()
    assert [check.answer for check in kept.checks] == ["flat, back flat"]
    assert not kept.is_finished


@pytest.mark.parametrize("answer", ["Keep what was done", "Begin anew"])
def test_what_was_done_is_kept_with_its_finding_when_one_does_not_go_on(
    qtbot: QtBot, opened: Open, data: Path, answer: str
) -> None:
    program = left_once(qtbot, opened, data)
    press("Start self-test")
    qtbot.waitUntil(sees("Go on with the hip check?"))
    press(answer)
    qtbot.waitUntil(written(program))
    history = open_history(data, now=now())
    (kept,) = history.read(SelfTestRecord)
    history.close()
    assert kept.is_finished
    assert find("Keep what was done", Text) is None


def test_today_shows_the_last_findings_while_a_check_is_left_in_the_middle(
    qtbot: QtBot, opened: Open, data: Path
) -> None:
    program = opened(data)
    begin_check(qtbot, program)
    press("Continue")
    press("Continue")
    for _hip in range(4):
        one_try(qtbot)
    qtbot.waitUntil(sees("What your checks showed"))
    press("Keep for later")
    qtbot.waitUntil(sees("Rests down"))
    begin_check(qtbot, program)
    press("Continue")
    press("Continue")
    press(TRY[0])
    press(TRY[1])
    press("Clearly lifted, a fist fits")
    press(TRY[3])
    press(NO_PAIN)
    press("Leave the check")
    press("Leave here")
    qtbot.waitUntil(written(program))
    assert "Rests down" in words()
    assert find("Left hip", SideTag) is None


def test_one_hip_is_checked_again_from_the_findings(qtbot: QtBot, opened: Open, data: Path) -> None:
    program = opened(data)
    begin_check(qtbot, program)
    press("Continue")
    press("Continue")
    for _try in range(4):
        one_try(qtbot)
    qtbot.waitUntil(sees("What your checks showed"))
    press("Check the left hip again")
    qtbot.waitUntil(sees("Left hip, first try"))
    press("Back")
    qtbot.waitUntil(sees("What your checks showed"))
    press("Check the left hip again")
    for _try in range(2):
        for name in (*TRY[:2], "Clearly lifted, a fist fits", TRY[3], NO_PAIN):
            press(name)
            QApplication.processEvents()
    qtbot.waitUntil(sees("What your checks showed"))
    cards = program.window.findChildren(FindingCard)
    assert [card.word.text() for card in cards] == ["May be limited", "Rests down"]
    assert "Combined plan" in [label.text() for label in program.window.findChildren(Text)]
    press("Start routine")
    qtbot.waitUntil(sees("Begin session"))


@pytest.mark.parametrize("percent", [100, 200])
def test_whatever_answer_has_the_keyboard_can_be_seen(
    qtbot: QtBot, opened: Open, tmp_path: Path, percent: int
) -> None:
    settings = Settings(sound=Sound(on=False, heard_once=True), look=Look(text_percent=percent))
    program = opened(ready_folder(tmp_path / "folder", settings=settings))
    begin_check(qtbot, program)
    for key in "\r\r\r\r311\r\r":
        pressed = Qt.Key.Key_Return if key == "\r" else Qt.Key(ord(key))
        qtbot.keyClick(program.window.focusWidget(), pressed)
        qtbot.wait(20)
    names = []
    for _ in range(8):
        qtbot.keyClick(program.window.focusWidget(), Qt.Key.Key_Down)
        qtbot.wait(20)
        card = program.window.focusWidget()
        names.append(card.accessibleName())
        assert card.visibleRegion().boundingRect() == card.rect(), card.accessibleName()
    assert len(set(names)) == 5


def pain_on_the_left(qtbot: QtBot, program: Program, kind: str) -> None:
    begin_check(qtbot, program)
    press("Continue")
    press("Continue")
    press("It hurts")
    qtbot.waitUntil(sees("Let the leg down and rest. How was it?"))
    press(kind)
    press("End the check here")
    qtbot.waitUntil(sees("What your checks showed"))


def test_the_hip_that_was_not_checked_can_be_checked_from_the_findings(
    qtbot: QtBot, opened: Open, data: Path
) -> None:
    program = opened(data)
    pain_on_the_left(qtbot, program, "It was mild and in the muscle")
    press("Check the right hip")
    qtbot.waitUntil(sees("Right hip, first try"))
    for _try in range(2):
        one_try(qtbot)
    qtbot.waitUntil(sees("What your checks showed"))
    cards = program.window.findChildren(FindingCard)
    assert [card.word.text() for card in cards] == ["Pain noted", "Rests down"]


def test_after_pain_the_day_is_for_walking_until_it_is_said_to_have_been_mild(
    qtbot: QtBot, opened: Open, data: Path
) -> None:
    program = opened(data)
    pain_on_the_left(qtbot, program, "Something else, or I am not sure")
    assert find("Start routine", QAbstractButton) is None
    press("Read the warning signs")
    qtbot.waitUntil(sees("Stop and get help if anything in these lists appears."))
    press("Close")
    press("Keep for later")
    qtbot.waitUntil(sees("Walk easily today"))
    assert find("Start routine", QAbstractButton) is None


def test_who_was_hurt_by_walking_today_is_told_to_rest_by_the_findings_as_by_today(
    qtbot: QtBot, opened: Open, data: Path
) -> None:
    history = open_history(data, now=now())
    history.write(AddPain(pain=told(2, exercise_id="brisk_walk", hours_ago=0)))
    history.close()
    program = opened(data)
    pain_on_the_left(qtbot, program, "Something else, or I am not sure")
    qtbot.waitUntil(sees("Rest today"))
    assert "Walk easily today" not in words()
    press("Keep for later")
    qtbot.waitUntil(sees("After pain in the hip check"))
    assert "Rest today" in words()


@pytest.mark.parametrize("told_in_the_check", [True, False])
def test_mild_pain_in_the_muscle_goes_on_gently(
    qtbot: QtBot, opened: Open, data: Path, told_in_the_check: bool
) -> None:
    program = opened(data)
    mild = "It was mild and in the muscle"
    pain_on_the_left(qtbot, program, mild if told_in_the_check else "Something else, or I am not sure")
    if not told_in_the_check:
        press(mild)
        QApplication.processEvents()
    assert find(mild, QAbstractButton) is None
    assert find("Start routine", QAbstractButton) is not None
    press("Keep for later")
    qtbot.waitUntil(written(program))
    qtbot.wait(50)
    assert "Walk easily today" not in words()
    history = open_history(data, now=now())
    (kept,) = history.read(SelfTestRecord)
    history.close()
    assert [check.answer for check in kept.checks] == ["pain, mild"]
