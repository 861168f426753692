"""What the check showed: the same space and cautious words for both sides, and one click to the routine."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.ui.check_fixtures import decision, finished_run, pictures_at, self_test, shown, stand

from supple.domain.self_test import SelfTestRun
from supple.domain.self_test_pages import Answer
from supple.domain.side import Side
from supple.ui.check.findings_page import FindingsPage
from supple.ui.check.routine_card import RoutineOffer
from supple.ui.kit.reader import said
from supple.ui.kit.theme import Theme

FLAT, GAP, LIFTED = Answer.FLAT, Answer.SMALL_GAP, Answer.LIFTED
OFFER = RoutineOffer(
    routine_id="article_routine",
    name="The three hip stretches",
    facts="13 min.",
    minutes=13,
    sentence="Both sides stay equal.",
    exercise_id="a3",
)
OTHER = RoutineOffer(
    routine_id="desk_day", name="Desk break", facts="8 min.", minutes=8, sentence="", exercise_id="a3"
)
Show = Callable[[SelfTestRun], FindingsPage]


@pytest.fixture
def show(qtbot: QtBot, theme: Theme, tmp_path: Path) -> Iterator[Show]:
    page = FindingsPage(theme, pictures_at(tmp_path / "pictures"), self_test(), decision())
    window = stand(qtbot, page)

    def show(run: SelfTestRun) -> FindingsPage:
        page.show_sitting(shown(run), (OFFER, OTHER), may_walk=not run.hurt_before_a_hip)
        return page

    yield show
    window.hide()


def test_each_card_names_its_side_in_tag_words_and_picture(show: Show) -> None:
    page = show(finished_run(LIFTED, LIFTED, GAP, GAP))
    left, right = page.cards
    assert (left.side, right.side) == (Side.LEFT, Side.RIGHT)
    assert left.x() < right.x()
    assert left.width() == right.width()
    assert left.height() == right.height()
    assert left.word.text() == "May be limited"
    assert right.word.text() == "About level"
    for card, side in ((left, "left"), (right, "right")):
        assert card.tag.side is card.side
        assert card.stage.side is card.side
        assert f"Your {side} thigh" in card.sentence.text()
        assert f"{card.side.other.value} knee hugged" in card.stage.alt.lower()
        assert card.accessibleName().startswith(f"{side.capitalize()} hip: ")


def test_the_higher_side_is_named_when_the_sides_differ(show: Show) -> None:
    page = show(finished_run(GAP, FLAT, LIFTED, LIFTED))
    assert page.sides_differ.strip() == (
        "Your sides differ on this check: the right one stayed higher. "
        "Small differences are common. Check again in four weeks."
    )
    assert show(finished_run(GAP, FLAT, GAP, FLAT)).sides_differ == ""


def test_two_tries_that_differed_say_so_on_their_own_side_only(show: Show) -> None:
    page = show(finished_run(LIFTED, GAP, FLAT, FLAT))
    assert not page.cards[0].differed.isHidden()
    assert page.cards[1].differed.isHidden()


def test_the_button_says_what_it_starts_and_keeps_its_name(show: Show, theme: Theme) -> None:
    start = show(finished_run(FLAT, FLAT, FLAT, FLAT)).routine.start
    assert start.text() == "Start The three hip stretches (13 min)"
    assert start.accessibleName() == "Start routine"
    theme.set_text_percent(200)
    assert start.text() == "Start routine"


def test_both_readings_and_the_way_to_the_plan_are_seen_without_scrolling(show: Show) -> None:
    page = show(finished_run(LIFTED, LIFTED, FLAT, FLAT))
    QApplication.processEvents()
    assert page.sides_differ
    for seen in (page.cards[0].reading, page.cards[1].reading, page.routine.plan):
        assert seen.visibleRegion().boundingRect().height() >= seen.height() - 4


def test_it_always_says_how_rough_it_is(show: Show) -> None:
    page = show(finished_run(FLAT, FLAT, FLAT, FLAT))
    assert "This is a rough home check. Professionals using the same test often disagree." in page.always_said
    assert "not proven to tell tight and weak apart" in page.always_said
    assert "Not a diagnosis or treatment." in page.always_said


def test_one_click_starts_the_routine_or_keeps_it_for_later(show: Show, qtbot: QtBot) -> None:
    page = show(finished_run(FLAT, FLAT, FLAT, FLAT))
    assert page.routine.start.accessibleName() == "Start routine"
    with qtbot.waitSignal(page.routine_started) as started:
        qtbot.mouseClick(page.routine.start, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(page.routine.keep.clicked):
        qtbot.mouseClick(page.routine.keep, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(page.routine.keep.clicked):
        qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert started.args == ["article_routine"]


def test_a_second_routine_that_fits_can_be_chosen(show: Show, qtbot: QtBot) -> None:
    page = show(finished_run(FLAT, FLAT, FLAT, FLAT))
    assert page.routine.other.text() == "Or: Desk break"
    with qtbot.waitSignal(page.routine_started) as started:
        qtbot.mouseClick(page.routine.other, Qt.MouseButton.LeftButton)
    assert started.args == ["desk_day"]


def test_it_opens_on_what_was_found_and_says_the_rest(show: Show, qtbot: QtBot) -> None:
    page = show(finished_run(LIFTED, LIFTED, GAP, GAP))
    page.hide()
    page.show()
    qtbot.waitUntil(lambda: "About level" in said(page))
    assert page.focusWidget() is page.cards[0].word
    assert page.cards[0].word.accessibleName().startswith("Left hip: May be limited. Your left thigh")
    assert said(page).startswith("Right hip: About level. Your right thigh is about level.")
    assert "Your sides differ on this check" in said(page)
    assert said(page).endswith(
        "The plan follows your left side, the more limited one. 13 min. Both sides stay equal."
    )


def test_each_side_can_be_checked_again(show: Show, qtbot: QtBot) -> None:
    page = show(finished_run(LIFTED, LIFTED, GAP, GAP))
    assert page.cards[1].redo_small.accessibleName() == "Check the right hip again"
    with qtbot.waitSignal(page.cards[1].redo_pressed) as wanted:
        qtbot.mouseClick(page.cards[1].redo_small, Qt.MouseButton.LeftButton)
    assert wanted.args == [Side.RIGHT]


def test_after_pain_there_is_advice_and_nothing_to_start(show: Show, qtbot: QtBot) -> None:
    run = finished_run(FLAT, FLAT)
    run.report_pain()
    run.answer(Answer.OTHER)
    run.answer(Answer.FINISH)
    page = show(run)
    assert not page.routine.start.isVisible()
    assert page.routine.keep.isVisible()
    assert "ask a doctor or physiotherapist before stretching" in page.routine.words
    assert page.cards[1].word.text() == "Pain noted"
    assert page.cards[1].sentence.text().startswith("You noted pain while the right hip was checked")
    assert page.routine.words.startswith("Walk easily today Leave stretching for today.")
    assert not page.cards[1].redo.isVisible()
    assert not page.cards[1].redo_small.isVisible()
    with qtbot.waitSignal(page.routine.signs.clicked):
        qtbot.mouseClick(page.routine.signs, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(page.routine.mild.clicked):
        qtbot.mouseClick(page.routine.mild, Qt.MouseButton.LeftButton)


def test_where_it_hurt_on_the_walk_before_the_check_no_walk_is_advised(show: Show) -> None:
    run = SelfTestRun()
    run.report_pain()
    run.answer(Answer.OTHER)
    run.answer(Answer.FINISH)
    assert show(run).routine.words.startswith("Rest today Leave stretching for today.")


def test_after_mild_pain_a_routine_is_offered_with_a_word_about_it(show: Show) -> None:
    run = finished_run(FLAT, FLAT)
    run.report_pain()
    run.answer(Answer.MILD)
    page = show(run)
    assert page.routine.start.isVisible()
    assert "You noted mild pain in the muscle. Go gently, and stop if it comes back." in page.routine.words
    assert not page.routine.mild.isVisible()


def test_a_hip_that_was_not_checked_says_so(show: Show) -> None:
    run = finished_run()
    run.report_pain()
    run.answer(Answer.OTHER)
    run.answer(Answer.FINISH)
    page = show(run)
    assert page.cards[1].word.text() == "Not checked"
    assert page.cards[1].sentence.text() == "Your right hip was not checked this time."


def test_no_scale_is_marked_when_nothing_can_be_told(show: Show) -> None:
    run = finished_run()
    for _ in range(2):
        for answer in (Answer.CONTINUE, Answer.CONTINUE, Answer.NOT_SURE, Answer.NO, Answer.NO, Answer.GO_ON):
            run.answer(answer)
    page = show(run)
    assert page.cards[0].word.text() == "Cannot tell"
    assert page.cards[0].sentence.text() == (
        "We could not tell today. Try another day; the routines do not need it."
    )
    assert page.cards[0].redo.isVisible()
    assert page.cards[0].rows.scale.isHidden()


@pytest.mark.parametrize(("width", "height", "percent"), [(900, 600, 100), (1280, 800, 200), (900, 600, 200)])
def test_nothing_is_wider_than_the_window(
    show: Show, theme: Theme, width: int, height: int, percent: int
) -> None:
    theme.set_text_percent(percent)
    page = show(finished_run(LIFTED, LIFTED, FLAT, GAP))
    page.resize(width, height)
    assert page.minimumSizeHint().width() <= width
