"""What the check showed: the same space and cautious words for both sides, and one click to the routine."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from tests.ui.check_fixtures import finished_run, pictures_at, self_test, stand

from supple.domain.self_test import SelfTestRun
from supple.domain.self_test_pages import Answer
from supple.domain.side import Side
from supple.ui.findings_page import FindingsPage, RoutineOffer
from supple.ui.theme import Theme

FLAT, GAP, LIFTED = Answer.FLAT, Answer.SMALL_GAP, Answer.LIFTED
OFFER = RoutineOffer(
    name="The three hip stretches", facts="13 min.", sentence="Both sides stay equal.", exercise_id="a3"
)
Show = Callable[[SelfTestRun], FindingsPage]


@pytest.fixture
def show(qtbot: QtBot, theme: Theme, tmp_path: Path) -> Iterator[Show]:
    page = FindingsPage(theme, pictures_at(tmp_path / "pictures"), self_test())
    window = stand(qtbot, page)

    def show(run: SelfTestRun) -> FindingsPage:
        page.show_run(run, OFFER)
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


def test_it_always_says_how_rough_it_is(show: Show) -> None:
    page = show(finished_run(FLAT, FLAT, FLAT, FLAT))
    assert "This is a rough home check. Professionals using the same test often disagree." in page.always_said
    assert "not proven to tell tight and weak apart" in page.always_said
    assert "Not a diagnosis or treatment." in page.always_said


def test_one_click_starts_the_routine_or_keeps_it_for_later(show: Show, qtbot: QtBot) -> None:
    page = show(finished_run(FLAT, FLAT, FLAT, FLAT))
    assert page.routine.start.text() == "Start routine"
    with qtbot.waitSignal(page.routine_started):
        qtbot.mouseClick(page.routine.start, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(page.kept):
        qtbot.mouseClick(page.routine.keep, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(page.kept):
        qtbot.keyClick(page, Qt.Key.Key_Escape)


def test_after_pain_there_is_advice_and_nothing_to_start(show: Show) -> None:
    run = finished_run(FLAT, FLAT)
    run.report_pain()
    run.answer(Answer.OTHER)
    run.answer(Answer.FINISH)
    page = show(run)
    assert not page.routine.start.isVisible()
    assert page.routine.keep.isVisible()
    assert "ask a doctor or physiotherapist before stretching" in page.routine.words
    assert page.cards[1].word.text() == "Pain noted"


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
    assert page.cards[0].scale.accessibleName() == ""


@pytest.mark.parametrize(("width", "height", "percent"), [(900, 600, 100), (1280, 800, 200), (900, 600, 200)])
def test_nothing_is_wider_than_the_window(
    show: Show, theme: Theme, width: int, height: int, percent: int
) -> None:
    theme.set_text_percent(percent)
    page = show(finished_run(LIFTED, LIFTED, FLAT, GAP))
    page.resize(width, height)
    assert page.minimumSizeHint().width() <= width
