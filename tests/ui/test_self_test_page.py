"""The guided check as a person walks it: which leg every word, picture and record names; back; pain; leaving."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from tests.ui.check_fixtures import pictures_at, self_test, stand

from supple.domain.findings import Finding
from supple.domain.self_test import Answer, Question
from supple.domain.side import Side
from supple.services.self_test_keeping import self_test_record
from supple.ui.button import Button
from supple.ui.pictures import Pictures
from supple.ui.self_test_page import SelfTestPage, leaving_words
from supple.ui.text import Text
from supple.ui.theme import Theme

WALK = {
    Question.TOUCH: Answer.LIFTED,
    Question.BACK_FLAT: Answer.YES,
    Question.PAIN: Answer.NO,
    Question.UNREADABLE: Answer.GO_ON,
    Question.PAIN_NOTED: Answer.GO_ON,
}


@pytest.fixture
def page(qtbot: QtBot, theme: Theme, tmp_path: Path) -> Iterator[SelfTestPage]:
    page = SelfTestPage(theme, pictures_at(tmp_path / "pictures"), self_test())
    window = stand(qtbot, page)
    page.begin()
    yield page
    window.hide()


def press(page: SelfTestPage, name: str) -> None:
    found = [b for b in page.findChildren(Button) if b.text() == name and b.isVisible()]
    assert found, f"no button {name}"
    found[0].click()


def enabled(page: SelfTestPage, name: str) -> bool:
    return next(b for b in page.findChildren(Button) if b.text() == name).isEnabled()


def go_on(page: SelfTestPage, answer: Answer | None = None) -> None:
    """Answer the page as in WALK, or with `answer`, and press Continue."""
    assert page.run.page is not None
    wanted = answer or WALK.get(page.run.page.question)
    if wanted is not None:
        page.panel.choose(wanted)
    press(page, "Continue")


def until(page: SelfTestPage, question: Question, *, side: Side | None = None, try_number: int = 1) -> None:
    for _ in range(60):
        now = page.run.page
        assert now is not None
        if now.question is question and (side is None or (now.side, now.try_number) == (side, try_number)):
            return
        go_on(page)
    pytest.fail(f"never came to {question}")


def read_aloud(page: SelfTestPage) -> str:
    """Everything a screen reader meets on the page."""
    told = [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
    told += [card.accessibleName() for card in page.panel.cards]
    told += [page.stage.alt, page.stage.accessibleDescription(), page.tag.word, page.tag.accessibleName()]
    return " | ".join(told)


def bright_half(page: SelfTestPage) -> Side:
    """Where the white half of the test picture stands in what is painted."""
    image = page.stage.grab().toImage()
    y = image.height() // 2
    left = QColor(image.pixel(image.width() // 2 - 40, y)).lightness()
    right = QColor(image.pixel(image.width() // 2 + 40, y)).lightness()
    return Side.LEFT if left > right else Side.RIGHT


def test_every_page_of_the_check_names_the_tested_leg_in_words_picture_and_record(page: SelfTestPage) -> None:
    seen = []
    while page.run.page is not None:
        now = page.run.page
        if now.side is not None:
            tested, hugged = now.side.value, now.side.other.value
            assert page.tag.isVisible()
            assert page.tag.side is now.side
            assert page.tag.word == f"{tested.capitalize()} hip"
            assert page.note.startswith(f"{tested.capitalize()} hip")
            assert page.stage.side is now.side
            assert bright_half(page) is now.side
            assert f"the {tested} leg" in page.panel.note.lower()
            assert f"{hugged} knee" in page.stage.alt.lower()
            assert page.stage.accessibleName() == f"Picture, {tested} side"
            if now.question is Question.HUG:
                assert page.panel.question.text() == f"Hug your {hugged} knee"
                assert f"for the {tested} hip" in page.panel.lead.lower()
            else:
                told = f"{page.panel.lead} {page.panel.question.text()} {page.panel.note}".lower()
                assert f"{hugged} leg" not in told
                assert f"{hugged} hip" not in told
            assert "{" not in read_aloud(page)
            seen.append((now.side, now.try_number, now.question))
        go_on(page)
    assert len(seen) == 20
    record = self_test_record(page.run, self_test_id="t", taken_at=datetime(2026, 7, 22, tzinfo=UTC))
    assert record is not None
    assert [(c.side, c.try_number) for c in record.checks] == [
        (Side.LEFT, 1),
        (Side.LEFT, 2),
        (Side.RIGHT, 1),
        (Side.RIGHT, 2),
    ]


def test_hugging_the_right_knee_checks_the_left_hip(page: SelfTestPage) -> None:
    until(page, Question.HUG)
    assert page.panel.question.text() == "Hug your right knee"
    until(page, Question.PAIN)
    go_on(page)
    tried = page.run.tries[0]
    assert tried.side is Side.LEFT


def test_the_tag_of_the_right_hip_stands_at_the_right(page: SelfTestPage) -> None:
    until(page, Question.TOUCH, side=Side.LEFT)
    assert page.tag.geometry().center().x() < page.stage.width() / 2
    until(page, Question.TOUCH, side=Side.RIGHT)
    page.stage.layout().activate()
    assert page.tag.geometry().center().x() > page.stage.width() / 2


def test_the_picture_follows_the_answer_and_nothing_is_marked_before_a_choice(page: SelfTestPage) -> None:
    until(page, Question.TOUCH)
    assert page.panel.chosen is None
    assert not enabled(page, "Continue")
    neutral = page.stage.alt
    page.panel.choose(Answer.FLAT)
    assert "rests on the floor" in page.stage.alt
    page.panel.choose(Answer.LIFTED)
    assert "clearly lifted" in page.stage.alt
    page.panel.choose(Answer.NOT_SURE)
    assert page.stage.alt == neutral
    assert enabled(page, "Continue")


def test_back_keeps_the_earlier_choice_shown(page: SelfTestPage) -> None:
    until(page, Question.BACK_FLAT)
    press(page, "Back")
    assert page.panel.chosen is Answer.LIFTED
    assert "clearly lifted" in page.stage.alt
    assert enabled(page, "Continue")


def test_the_first_page_can_be_left_by_back_and_esc_leaves_from_anywhere(
    page: SelfTestPage, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(page.left):
        press(page, "Back")
    until(page, Question.TOUCH)
    with qtbot.assertNotEmitted(page.finished, wait=0), qtbot.waitSignal(page.left):
        qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert leaving_words() == ("You left the check.", "Nothing of it was kept.")


def test_leaving_and_beginning_again_forgets_everything(page: SelfTestPage) -> None:
    until(page, Question.PAIN, side=Side.LEFT)
    press(page, "Leave the check")
    page.begin()
    assert page.run.tries == ()
    assert page.run.page is not None
    assert page.run.page.question is Question.WALK


def test_it_hurts_works_on_every_page_and_stops_that_side(page: SelfTestPage) -> None:
    until(page, Question.LET_GO)
    press(page, "It hurts")
    assert page.panel.lead.startswith("You noted pain. Let's leave this test.")
    assert "speak to a clinician before stretching" in page.panel.lead
    assert not enabled(page, "It hurts")
    assert [card.key for card in page.panel.cards] == ["go on", "finish"]
    assert page.panel.cards[0].accessibleName() == "Check the right hip, only if nothing hurts now"
    go_on(page, Answer.GO_ON)
    assert page.run.page is not None
    assert page.run.page.side is Side.RIGHT
    assert page.run.results[0].finding is Finding.PAIN


def test_it_hurts_can_be_taken_back_to_the_page_where_it_was_pressed(page: SelfTestPage) -> None:
    until(page, Question.LET_GO)
    press(page, "It hurts")
    press(page, "Back")
    assert page.run.page is not None
    assert page.run.page.question is Question.LET_GO
    assert not page.run.pain_noted


def test_pain_before_the_first_hip_ends_without_keeping_anything(page: SelfTestPage, qtbot: QtBot) -> None:
    press(page, "It hurts")
    with qtbot.waitSignal(page.left):
        go_on(page, Answer.FINISH)


def test_an_unreadable_try_is_offered_again(page: SelfTestPage) -> None:
    until(page, Question.BACK_FLAT)
    go_on(page, Answer.NO)
    go_on(page)
    assert page.panel.lead == "This try cannot be read. Let's redo it, or skip it - the plan still works."
    go_on(page, Answer.REDO)
    assert page.note == "Left hip, first try"
    assert page.panel.question.text() == "Hug your right knee"


def test_the_breaths_are_counted_and_need_not_be_waited_for(page: SelfTestPage) -> None:
    until(page, Question.LET_GO)
    breaths = page.panel.breaths
    assert breaths.isVisible()
    assert breaths.words.startswith("Breath 1 of 5")
    assert enabled(page, "Continue")
    for _ in range(5):
        breaths.count()
    assert breaths.words == "Five breaths are over. Go on when you are ready."
    go_on(page)
    assert not breaths.isVisible()


def test_the_end_hands_over_the_run(page: SelfTestPage, qtbot: QtBot) -> None:
    until(page, Question.PAIN, side=Side.RIGHT, try_number=2)
    with qtbot.waitSignal(page.finished) as caught:
        go_on(page)
    assert caught.args == [page.run]
    assert [r.finding for r in page.run.results] == [Finding.LIMITED, Finding.LIMITED]
    page.run.back()
    page.resume()
    assert page.panel.chosen is Answer.NO


def test_the_check_can_be_walked_by_keys(page: SelfTestPage, qtbot: QtBot) -> None:
    for _ in range(4):
        qtbot.keyClick(page, Qt.Key.Key_Return)
    assert page.run.page is not None
    assert page.run.page.question is Question.TOUCH
    assert page.panel.question.hasFocus()
    qtbot.keyClick(page, Qt.Key.Key_Return)
    assert page.run.page.question is Question.TOUCH
    qtbot.keyClick(page.panel.question, Qt.Key.Key_Down)
    assert page.panel.cards[0].hasFocus()
    qtbot.keyClick(page.panel.cards[0], Qt.Key.Key_Space)
    qtbot.keyClick(page.panel.cards[0], Qt.Key.Key_Down)
    assert page.panel.chosen is Answer.SMALL_GAP
    qtbot.keyClick(page.panel.cards[1], Qt.Key.Key_Return)
    assert page.run.page is not None
    assert page.run.page.question is Question.BACK_FLAT


def test_tab_walks_answers_continue_it_hurts_back_and_warning_signs(page: SelfTestPage, qtbot: QtBot) -> None:
    until(page, Question.TOUCH)
    page.panel.choose(Answer.FLAT)
    order = []
    for _ in range(5):
        now = page.focusWidget()
        qtbot.keyClick(now, Qt.Key.Key_Tab)
        after = page.focusWidget()
        order.append(after.text() if isinstance(after, Button) else "answers")
    assert order == ["Continue", "It hurts", "Back", "Leave the check", "Warning signs"]


@pytest.mark.parametrize(("width", "height", "percent"), [(900, 600, 100), (1280, 800, 200), (900, 600, 200)])
def test_nothing_is_wider_than_the_window(
    page: SelfTestPage, theme: Theme, width: int, height: int, percent: int
) -> None:
    theme.set_text_percent(percent)
    page.resize(width, height)
    until(page, Question.TOUCH)
    assert page.minimumSizeHint().width() <= width
    assert page.size().width() == width


def test_the_words_under_the_round_picture_stand_clear_of_it(qtbot: QtBot, theme: Theme) -> None:
    page = SelfTestPage(theme, Pictures(), self_test())
    window = stand(qtbot, page)
    page.begin()
    until(page, Question.BACK_FLAT)
    caption = next(label for label in page.stage.findChildren(Text) if label.text() == page.caption)
    caption.setText("")  # what is left there is the ground
    qtbot.wait(50)
    ground = page.stage.grab(caption.geometry()).toImage()
    colours = {
        ground.pixelColor(x, y).name() for x in range(0, ground.width(), 3) for y in range(ground.height())
    }
    assert len(colours) < 30
    window.hide()
