"""The first start: every screen by mouse and by keys, the stop at once, answers taken back."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from tests.ui.check_fixtures import follow_up, questions, safety, stand, tick

from supple.domain.safety import Group
from supple.domain.safety_run import SafetyStep
from supple.ui.button import Button
from supple.ui.first_start import FirstStart
from supple.ui.theme import Theme


def button(page: QWidget, name: str) -> Button:
    found = [b for b in page.findChildren(Button) if name in (b.accessibleName(), b.text()) and b.isVisible()]
    assert found, f"no button {name}"
    return found[0]


def press(page: QWidget, name: str) -> None:
    button(page, name).click()


@pytest.fixture
def page(qtbot: QtBot, theme: Theme) -> Iterator[FirstStart]:
    page = FirstStart(theme, safety())
    window = stand(qtbot, page)
    yield page
    window.hide()


def test_it_begins_with_who_it_is_for_and_goes_on_with_one_press(page: FirstStart) -> None:
    assert page.run.step is SafetyStep.WHO_FOR
    assert "For adults" in " ".join(page.pane.points.sentences)  # type: ignore[union-attr]
    press(page, "Continue")
    assert page.run.group is Group.EMERGENCY


def test_nothing_can_be_passed_over_without_an_answer(page: FirstStart) -> None:
    press(page, "Continue")
    assert not button(page, "Continue").isEnabled()
    tick(page)
    assert button(page, "Continue").isEnabled()


def test_none_of_these_and_the_questions_exclude_each_other(page: FirstStart) -> None:
    press(page, "Continue")
    tick(page, "A3")
    tick(page)
    assert questions(page).ticked == frozenset()
    tick(page, "A5")
    assert questions(page).ticked == {"A5"}
    assert not questions(page).cards[-1].isChecked()


def test_all_none_is_never_called_clear_and_is_kept_at_the_end(page: FirstStart, qtbot: QtBot) -> None:
    press(page, "Continue")
    for _ in range(3):
        tick(page)
        press(page, "Continue")
    assert page.run.step is SafetyStep.DONE
    assert page.pane.lead.text() == safety().all_no_text  # type: ignore[union-attr]
    with qtbot.waitSignal(page.answered) as kept, qtbot.waitSignal(page.finished):
        press(page, "Continue")
    assert kept.args == [frozenset()]


def test_a_yes_in_a_is_kept_at_once_and_says_what_to_do_over_the_window(
    page: FirstStart, qtbot: QtBot
) -> None:
    press(page, "Continue")
    tick(page, "A2")
    with qtbot.waitSignal(page.answered) as kept:
        press(page, "Continue")
    assert kept.args == [frozenset({"A2"})]
    sheet = page.warning_sheet
    assert sheet is not None
    assert sheet.isVisible()
    assert sheet.title == "Get emergency help now"
    assert sheet.words.frame.call == "Your local emergency number"
    assert "new trouble with passing urine" in sheet.accessibleDescription()
    with qtbot.waitSignal(page.finished):
        press(sheet, "I understand")


def test_a_wrong_tick_can_be_taken_back_from_the_stop(page: FirstStart) -> None:
    press(page, "Continue")
    tick(page, "A2")
    press(page, "Continue")
    sheet = page.warning_sheet
    assert sheet is not None
    press(sheet, "Change my answer")
    assert page.warning_sheet is None
    assert questions(page).ticked == {"A2"}
    tick(page)
    press(page, "Continue")
    assert page.run.group is Group.SEE_DOCTOR


def test_b_says_today_when_it_means_today(page: FirstStart) -> None:
    press(page, "Continue")
    tick(page)
    press(page, "Continue")
    tick(page, "B9")
    press(page, "Continue")
    sheet = page.warning_sheet
    assert sheet is not None
    assert sheet.title == "See or phone a doctor today"
    sheet.close_sheet()


def test_pregnancy_asks_for_the_weeks_with_yes_and_no(page: FirstStart, qtbot: QtBot) -> None:
    press(page, "Continue")
    for ids in ((), (), ("C3",)):
        tick(page, *ids)
        press(page, "Continue")
    assert page.run.step is SafetyStep.FOLLOW_UP
    assert not button(page, "Continue").isEnabled()
    follow_up(page).cards[1].click()
    press(page, "Continue")
    with qtbot.waitSignal(page.answered) as kept:
        press(page, "Continue")
    assert kept.args == [frozenset({"C3", "C3-over-16-weeks"})]


def test_back_shows_what_was_answered(page: FirstStart) -> None:
    press(page, "Continue")
    tick(page)
    press(page, "Continue")
    press(page, "Back")
    assert questions(page).ticked == frozenset()
    assert button(page, "Continue").isEnabled()
    press(page, "Back")
    assert page.run.step is SafetyStep.WHO_FOR


def test_the_keys_alone_are_enough(page: FirstStart, qtbot: QtBot) -> None:
    qtbot.keyClick(page, Qt.Key.Key_Return)
    assert page.run.group is Group.EMERGENCY
    cards = questions(page).cards
    cards[-2].setFocus()
    qtbot.keyClick(cards[-2], Qt.Key.Key_Down)
    assert cards[-1].hasFocus()
    qtbot.keyClick(cards[-1], Qt.Key.Key_Space)
    assert cards[-1].isChecked()
    qtbot.keyClick(cards[-1], Qt.Key.Key_Return)
    assert page.run.group is Group.SEE_DOCTOR


def test_tab_goes_from_the_last_question_to_continue(page: FirstStart, qtbot: QtBot) -> None:
    press(page, "Continue")
    tick(page)
    last = questions(page).cards[-1]
    last.setFocus()
    qtbot.keyClick(last, Qt.Key.Key_Tab)
    assert button(page, "Continue").hasFocus()


def test_every_question_is_a_box_with_its_whole_text_as_its_name(page: FirstStart) -> None:
    press(page, "Continue")
    names = [card.accessibleName() for card in questions(page).cards]
    assert names[0].startswith("Numbness, tingling")
    assert names[-1] == "None of these"
    assert len(names) == 11


def test_changing_answers_shows_the_old_ones_and_can_be_left(qtbot: QtBot, theme: Theme) -> None:
    page = FirstStart(theme, safety(), earlier=frozenset({"A1", "C8"}), with_welcome=False)
    window = stand(qtbot, page)
    assert questions(page).ticked == {"A1"}
    with qtbot.waitSignal(page.left):
        press(page, "Not now")
    tick(page)
    for ids in ((), (), ("C8",)):
        tick(page, *ids)
        press(page, "Continue")
    with qtbot.waitSignal(page.answered) as kept:
        press(page, "Continue")
    assert kept.args == [frozenset({"C8"})]
    window.hide()


def test_the_weekly_question_asks_group_a_alone(qtbot: QtBot, theme: Theme) -> None:
    page = FirstStart(
        theme, safety(), earlier=frozenset({"C8"}), groups=(Group.EMERGENCY,), with_welcome=False
    )
    window = stand(qtbot, page)
    assert page.title == "Safety questions"
    assert page.note == ""
    tick(page)
    press(page, "Continue")
    with qtbot.waitSignal(page.answered) as kept:
        press(page, "Continue")
    assert kept.args == [frozenset({"C8"})]
    window.hide()


def test_each_screen_says_how_many_there_are(page: FirstStart) -> None:
    press(page, "Continue")
    notes = [page.note]
    for _ in range(2):
        tick(page)
        press(page, "Continue")
        notes.append(page.note)
    assert notes == [f"Safety questions, {number} of 3" for number in (1, 2, 3)]


def test_the_first_start_cannot_be_left_by_esc(page: FirstStart, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(page.left, wait=0):
        qtbot.keyClick(page, Qt.Key.Key_Escape)
