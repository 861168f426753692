"""The first start: every screen by mouse and by keys, the stop at once, answers taken back, consents given."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta, timezone

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot
from tests.ui.check_fixtures import follow_up, press, questions, safety, stand, tick

from supple.domain.consent import Consent
from supple.domain.record import SafetyRecord, whole_round
from supple.domain.safety import Group
from supple.domain.safety_run import SafetyStep
from supple.ui.kit.button import Button
from supple.ui.kit.reader import said
from supple.ui.kit.theme import Theme
from supple.ui.safety.first_start import FirstStart
from supple.ui.safety.welcome_page import WholeTextSheet
from supple.ui.safety.words_pane import WordsPane

NOW = datetime(2026, 7, 22, 12, tzinfo=timezone(timedelta(hours=2)))
BEFORE = NOW - timedelta(days=10)
ADULT = "I am 18 or older"


def names(page: QWidget) -> list[str]:
    return [b.text() for b in page.findChildren(Button) if b.isVisible()]


def shown(page: QWidget) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


def told(*ids: str) -> SafetyRecord:
    return whole_round(BEFORE, frozenset(ids))


def again(qtbot: QtBot, theme: Theme, last: SafetyRecord, *groups: Group) -> tuple[FirstStart, QWidget]:
    page = FirstStart(
        theme,
        safety(),
        now=NOW,
        last=last,
        groups=groups or tuple(Group),
        asks_age=False,
        can_be_put_off=True,
    )
    return page, stand(qtbot, page)


@pytest.fixture
def page(qtbot: QtBot, theme: Theme) -> Iterator[FirstStart]:
    page = FirstStart(theme, safety(), now=NOW)
    window = stand(qtbot, page)
    yield page
    window.hide()


def test_it_begins_with_who_it_is_for_and_says_who_has_not_reviewed_it(page: FirstStart) -> None:
    assert page.run.step is SafetyStep.AGE
    there = " ".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())
    assert "For adults whose low back aches after training" in there
    assert "not a diagnosis" in there
    assert "Everything stays on this computer" in there
    assert "No doctor or physiotherapist has reviewed Supple yet." in there
    press(page, ADULT)
    assert page.run.group is Group.EMERGENCY


def test_the_whole_text_is_one_press_away(page: FirstStart) -> None:
    press(page, "The whole text")
    sheet = page.window().findChildren(WholeTextSheet)[0]
    there = " ".join(label.text() for label in sheet.findChildren(QLabel))
    for point in safety().welcome_points:
        assert point.replace("**", "") in there
    press(sheet, "Close")
    assert not sheet.isVisible()


def test_under_eighteen_ends_before_anything_is_asked(page: FirstStart, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.answered) as kept:
        press(page, "I am under 18")
    assert kept.args[0].ticked == {"C11"}
    assert kept.args[0].asked_at == {}
    sheet = page.warning_sheet
    assert sheet is not None
    assert sheet.title == "Supple is for adults"
    assert "You said: being under 18." in sheet.accessibleDescription(), "it was a button"
    assert sheet.consents == []
    press(sheet, "Change my answer")
    press(page, ADULT)
    assert page.run.group is Group.EMERGENCY


def test_nothing_is_passed_over_none_of_these_answers_at_once_and_stays_in_view(page: FirstStart) -> None:
    press(page, ADULT)
    for group in Group:
        assert page.run.group is group
        assert "Continue" not in names(page)
        none = next(b for b in page.findChildren(Button) if b.text() == "None of these" and b.isVisible())
        assert page.rect().contains(none.mapTo(page, QPoint(0, none.height())))
        press(page, "None of these")
    assert page.run.step is SafetyStep.DONE


def test_four_presses_answer_everything_and_no_page_of_thanks_follows(page: FirstStart, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.answered) as kept, qtbot.waitSignal(page.finished):
        for name in (ADULT, "None of these", "None of these", "None of these"):
            press(page, name)
    assert kept.args == [whole_round(NOW)]


def test_none_of_these_is_never_called_clear_and_what_it_means_is_said_before_c(page: FirstStart) -> None:
    press(page, ADULT)
    press(page, "None of these")
    assert safety().all_no_text not in shown(page)
    press(page, "None of these")
    assert safety().all_no_text in shown(page)


def test_a_tick_turns_none_of_these_into_continue_and_back(page: FirstStart) -> None:
    press(page, ADULT)
    tick(page, "A3")
    assert "None of these" not in names(page)
    assert "Continue" in names(page)
    tick(page)
    assert "None of these" in names(page)
    assert "Continue" not in names(page)


def test_a_double_click_answers_one_page_only(page: FirstStart, qtbot: QtBot) -> None:
    press(page, ADULT)
    none = next(b for b in page.findChildren(Button) if b.text() == "None of these" and b.isVisible())
    qtbot.mouseClick(none, Qt.MouseButton.LeftButton)
    qtbot.mouseDClick(none, Qt.MouseButton.LeftButton)
    qtbot.mouseRelease(none, Qt.MouseButton.LeftButton)
    assert page.run.group is Group.SEE_DOCTOR


def test_enter_on_the_page_never_says_none(page: FirstStart, qtbot: QtBot) -> None:
    press(page, ADULT)
    qtbot.keyClick(page.page, Qt.Key.Key_Return)
    assert page.run.group is Group.EMERGENCY


def test_a_yes_in_a_is_kept_at_once_and_says_what_to_do_over_the_window(
    page: FirstStart, qtbot: QtBot
) -> None:
    press(page, ADULT)
    tick(page, "A2")
    with qtbot.waitSignal(page.answered) as kept:
        press(page, "Continue")
    assert kept.args[0].ticked == {"A2"}
    sheet = page.warning_sheet
    assert sheet is not None
    assert sheet.isVisible()
    assert sheet.title == "Get emergency help now"
    assert sheet.words.frame.call == "Your local emergency number"
    assert "new trouble with passing urine" in sheet.accessibleDescription()
    assert sheet.consents == []
    with qtbot.waitSignal(page.finished):
        press(sheet, "I understand")


def test_a_wrong_tick_can_be_taken_back_from_the_stop(page: FirstStart) -> None:
    press(page, ADULT)
    tick(page, "A2")
    press(page, "Continue")
    sheet = page.warning_sheet
    assert sheet is not None
    press(sheet, "Change my answer")
    assert page.warning_sheet is None
    assert questions(page).ticked == {"A2"}
    tick(page)
    press(page, "None of these")
    assert page.run.group is Group.SEE_DOCTOR


def test_b_says_today_when_it_means_today_and_goes_on_with_the_consent(
    page: FirstStart, qtbot: QtBot
) -> None:
    press(page, ADULT)
    press(page, "None of these")
    tick(page, "B9")
    press(page, "Continue")
    sheet = page.warning_sheet
    assert sheet is not None
    assert sheet.title == "See or phone a doctor today"
    press(sheet, "A doctor or physiotherapist has looked at this and said exercise is fine.")
    press(sheet, "Go on")
    assert page.run.group is Group.CHECK_FIRST
    with qtbot.waitSignal(page.answered) as kept:
        press(page, "None of these")
    assert kept.args[0].ticked == {"B9"}
    assert kept.args[0].agreed_at == {Consent.SEEN: NOW}


def test_surgery_waits_for_the_surgical_team(page: FirstStart) -> None:
    for name in (ADULT, "None of these", "None of these"):
        press(page, name)
    tick(page, "C4a", "C6")
    press(page, "Continue")
    sheet = page.warning_sheet
    assert sheet is not None
    assert sheet.title == "Ask your surgical team first"
    press(sheet, "My surgical team has agreed to exercises like these.")
    press(sheet, "Go on")
    sheet = page.warning_sheet
    assert sheet is not None
    assert sheet.title == "Ask a doctor first"
    press(sheet, "A doctor has said exercise is fine for me.")
    press(sheet, "Go on")
    assert page.run.step is SafetyStep.DONE


def test_pregnancy_asks_for_the_weeks_and_an_answer_goes_on_by_itself(page: FirstStart, qtbot: QtBot) -> None:
    for name in (ADULT, "None of these", "None of these"):
        press(page, name)
    tick(page, "C3")
    press(page, "Continue")
    assert page.run.step is SafetyStep.FOLLOW_UP
    assert "Continue" not in names(page)
    cards = follow_up(page).cards
    cards[0].setFocus()
    qtbot.keyClick(cards[0], Qt.Key.Key_Down)
    assert cards[1].hasFocus()
    assert page.run.step is SafetyStep.FOLLOW_UP
    with qtbot.waitSignal(page.answered) as kept:
        qtbot.keyClick(cards[1], Qt.Key.Key_Space)
    assert kept.args[0].noted == {"pregnant_since": "2026-04-29"}
    assert isinstance(page.pane, WordsPane)
    assert "left out or marked" in " ".join(page.pane.points.sentences)
    with qtbot.waitSignal(page.finished):
        press(page, "Continue")


def test_what_follows_is_said_when_there_is_something_to_say_and_never_called_clear(page: FirstStart) -> None:
    for name in (ADULT, "None of these", "None of these"):
        press(page, name)
    tick(page, "C2")
    press(page, "Continue")
    assert isinstance(page.pane, WordsPane)
    assert page.pane.lead.text() == safety().all_no_text
    assert "The gentle week is a reasonable start." in page.pane.points.sentences[0]


def test_back_shows_what_was_answered(page: FirstStart) -> None:
    press(page, ADULT)
    press(page, "None of these")
    tick(page, "B4")
    press(page, "Back")
    assert questions(page).ticked == frozenset()
    press(page, "Back")
    assert page.run.step is SafetyStep.AGE
    assert page.currentWidget() is page.welcome


def test_the_keys_alone_are_enough(page: FirstStart, qtbot: QtBot) -> None:
    adult = next(b for b in page.findChildren(Button) if b.text() == ADULT)
    assert adult.hasFocus()
    qtbot.keyClick(adult, Qt.Key.Key_Return)
    cards = questions(page).cards
    qtbot.keyClick(questions(page).heading, Qt.Key.Key_Down)
    assert cards[0].hasFocus()
    qtbot.keyClick(cards[0], Qt.Key.Key_Down)
    assert cards[1].hasFocus()
    cards[-1].setFocus()
    qtbot.keyClick(cards[-1], Qt.Key.Key_Tab)
    none = next(b for b in page.findChildren(Button) if b.text() == "None of these")
    assert none.hasFocus()
    qtbot.keyClick(none, Qt.Key.Key_Return)
    assert page.run.group is Group.SEE_DOCTOR
    tick(page, "B2")
    qtbot.keyClick(questions(page).cards[1], Qt.Key.Key_Return)
    assert page.run.step is SafetyStep.STOP


def test_every_question_is_a_box_with_its_whole_text_as_its_name_under_a_heading(page: FirstStart) -> None:
    press(page, ADULT)
    found = [card.accessibleName() for card in questions(page).cards]
    assert found[0].startswith("Numbness, tingling")
    assert len(found) == 10
    assert questions(page).sections == ("Numbness and control", "Legs and walking", "Accident and illness")


def test_changing_answers_shows_the_old_ones_and_can_be_left(qtbot: QtBot, theme: Theme) -> None:
    page, window = again(qtbot, theme, told("B3", "C8"))
    assert questions(page).ticked == frozenset()
    with qtbot.waitSignal(page.left):
        press(page, "Not now")
    press(page, "None of these")
    assert questions(page).ticked == {"B3"}
    tick(page)
    press(page, "None of these")
    assert questions(page).ticked == {"C8"}
    with qtbot.waitSignal(page.answered) as kept:
        press(page, "Continue")
    assert kept.args[0].ticked == {"C8"}
    window.hide()


def test_c_asked_again_says_what_is_ticked_and_asks_for_anything_new(qtbot: QtBot, theme: Theme) -> None:
    page, window = again(qtbot, theme, told("C8", "C10"), Group.CHECK_FIRST)
    pane = questions(page)
    assert pane.heading.text() == "Is this still right?"
    assert pane.intro == "You ticked this on 12 July. Untick what is over, and tick what is new."
    assert [card.key for card in pane.cards[:2]] == ["C8", "C10"]
    assert pane.sections[0] == "What you ticked"
    with qtbot.waitSignal(page.answered) as kept:
        press(page, "Continue")
    assert kept.args[0].asked_at == {
        Group.EMERGENCY: BEFORE,
        Group.SEE_DOCTOR: BEFORE,
        Group.CHECK_FIRST: NOW,
    }
    window.hide()


def test_c_asked_again_of_somebody_who_ticked_nothing_says_so(qtbot: QtBot, theme: Theme) -> None:
    page, window = again(qtbot, theme, told(), Group.CHECK_FIRST)
    assert questions(page).intro == "You ticked none of these on 12 July. Tick what is new."
    window.hide()


def test_the_weekly_question_asks_group_a_alone_and_then_says_nothing_more(
    qtbot: QtBot, theme: Theme
) -> None:
    page, window = again(qtbot, theme, told("C8"), Group.EMERGENCY)
    assert page.page.title == "Safety questions"
    assert page.page.note == ""
    with qtbot.waitSignal(page.answered) as kept, qtbot.waitSignal(page.finished):
        press(page, "None of these")
    assert kept.args[0].ticked == {"C8"}
    window.hide()


def test_a_yes_in_a_that_stood_opens_with_the_consent_and_stays_ticked(qtbot: QtBot, theme: Theme) -> None:
    page, window = again(qtbot, theme, told("A8"), Group.EMERGENCY)
    assert questions(page).ticked == {"A8"}
    press(page, "Continue")
    sheet = page.warning_sheet
    assert sheet is not None
    press(sheet, "A doctor or physiotherapist has looked at this and said exercise is fine.")
    with qtbot.waitSignal(page.finished):
        press(sheet, "Go on")
    assert page.run.record.ticked == {"A8"}
    assert not page.run.clearance.closed
    window.hide()


def test_a_yes_in_a_that_is_not_ticked_any_more_asks_what_became_of_it(qtbot: QtBot, theme: Theme) -> None:
    page, window = again(qtbot, theme, told("A8"), Group.EMERGENCY)
    tick(page)
    press(page, "None of these")
    sheet = page.warning_sheet
    assert sheet is not None
    there = " ".join(label.text() for label in sheet.findChildren(QLabel))
    assert "You ticked this earlier and not now." in there
    with qtbot.waitSignal(page.finished):
        press(sheet, "I ticked it by mistake")
    assert page.run.record.ticked == frozenset()
    window.hide()


def test_a_consent_that_ran_out_is_asked_for_again(qtbot: QtBot, theme: Theme) -> None:
    last = replace(told("B3"), agreed_at={Consent.SEEN: NOW - timedelta(days=28)}, noted={Consent.SEEN: "B3"})
    page, window = again(qtbot, theme, last, Group.SEE_DOCTOR)
    press(page, "Continue")
    assert page.warning_sheet is not None
    assert [card.key for card in page.warning_sheet.consents] == [Consent.SEEN]
    page.warning_sheet.close_sheet()
    window.hide()


def test_each_screen_says_how_many_there_are(page: FirstStart) -> None:
    press(page, ADULT)
    notes = [page.page.note]
    for _ in range(2):
        press(page, "None of these")
        notes.append(page.page.note)
    assert notes == [f"Safety questions, {number} of 3" for number in (1, 2, 3)]


def test_the_first_start_cannot_be_left_by_esc(page: FirstStart, qtbot: QtBot) -> None:
    press(page, ADULT)
    with qtbot.assertNotEmitted(page.left, wait=0):
        qtbot.keyClick(page.page, Qt.Key.Key_Escape)


def below(page: FirstStart) -> int:
    """How many questions are cut by the lower edge, or lie under it."""
    cards = questions(page).cards
    return sum(c.visibleRegion().boundingRect().height() < c.height() - 8 for c in cards)


@pytest.mark.parametrize(("size", "percent"), [((900, 600), 100), ((1280, 800), 100), ((860, 500), 200)])
def test_questions_below_the_edge_are_counted(
    page: FirstStart, theme: Theme, qtbot: QtBot, size: tuple[int, int], percent: int
) -> None:
    theme.set_text_percent(percent)
    page.window().resize(*size)
    page.resize(*size)
    press(page, ADULT)
    press(page, "None of these")
    more = page.page.more
    qtbot.waitUntil(more.isVisible)
    assert more.words == f"{below(page)} more below"
    assert said(more) == more.words
    none = next(b for b in page.findChildren(Button) if b.text() == "None of these")
    assert none.accessibleDescription() == more.words
    last = questions(page).cards[-1]
    for _ in range(40):
        if more.isHidden():
            break
        more.button.click()
        qtbot.wait(5)
    assert more.isHidden()
    assert not last.visibleRegion().isEmpty()
    assert none.accessibleDescription() == ""
    page.page.scroll_to_top()
    qtbot.wait(5)
    assert more.words == f"{below(page)} more below"


def test_what_lies_below_is_counted_anew_when_window_or_words_change(
    page: FirstStart, theme: Theme, qtbot: QtBot
) -> None:
    page.window().resize(1280, 1400)
    page.resize(1280, 1400)
    press(page, ADULT)
    qtbot.wait(20)
    assert page.page.more.isHidden()
    for size, percent in (((1280, 500), 100), ((900, 600), 100), ((900, 600), 150), ((1280, 500), 100)):
        theme.set_text_percent(percent)
        page.window().resize(*size)
        page.resize(*size)
        qtbot.wait(30)
        assert below(page)
        assert page.page.more.words == f"{below(page)} more below"
        assert page.page.more.isVisible()


def test_where_all_questions_fit_nothing_is_counted(page: FirstStart, qtbot: QtBot) -> None:
    page.window().resize(1600, 1400)
    page.resize(1600, 1400)
    press(page, ADULT)
    qtbot.wait(20)
    assert page.page.more.isHidden()


def test_none_of_these_answers_also_while_something_lies_below(page: FirstStart, qtbot: QtBot) -> None:
    page.window().resize(900, 600)
    page.resize(900, 600)
    press(page, ADULT)
    press(page, "None of these")
    qtbot.waitUntil(page.page.more.isVisible)
    press(page, "None of these")
    assert page.run.group is Group.CHECK_FIRST
