"""The guided check as a person walks it: which leg every word, picture and record names; back; pain; leaving."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QColor, QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot
from tests.ui.check_fixtures import pictures_at, self_test, stand

from supple.domain.findings import Finding
from supple.domain.self_test_pages import Answer, Question
from supple.domain.side import Side
from supple.services.self_test_keeping import floor_checks
from supple.ui.check.self_test_page import SelfTestPage
from supple.ui.figure.pictures import Pictures
from supple.ui.kit.button import Button
from supple.ui.kit.digit_keys import FIRST_PLACE
from supple.ui.kit.text import Text
from supple.ui.kit.theme import Theme

WALK = {
    Question.TOUCH: Answer.LIFTED,
    Question.BACK_FLAT: Answer.YES,
    Question.PAIN: Answer.NO,
    Question.UNREADABLE: Answer.GO_ON,
    Question.PAIN_NOTED: Answer.MILD,
    Question.PAIN_MILD: Answer.GO_ON,
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


def heights(page: SelfTestPage) -> list[int]:
    """Where question, lead and note begin."""
    panel = page.panel
    return [text.mapTo(page, QPoint(0, 0)).y() for text in (panel.question, panel._lead, panel._note)]


def enabled(page: SelfTestPage, name: str) -> bool:
    button = next(b for b in page.findChildren(Button) if b.text() == name)
    return button.isEnabled() and button.isVisible()


def question(page: SelfTestPage) -> Question | None:
    return page.run.page.question if page.run.page is not None else None


def look_at(page: SelfTestPage, answer: Answer) -> None:
    """Bring the keyboard to an answer without choosing it."""
    next(card for card in page.panel.cards if card.key == answer.value).setFocus()


def go_on(page: SelfTestPage, answer: Answer | None = None) -> None:
    """Answer the page as in WALK, or with `answer`; where nothing is asked press Continue."""
    assert page.run.page is not None
    wanted = answer or WALK.get(page.run.page.question)
    if wanted is not None:
        page.panel.choose(wanted)
    else:
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


def test_where_nothing_is_asked_title_text_and_note_stand_together(page: SelfTestPage) -> None:
    for which in (Question.WALK, Question.LIE_DOWN, Question.HUG):
        until(page, which)
        QApplication.processEvents()
        assert heights(page) == sorted(heights(page))
        assert heights(page)[-1] < page.height() / 2, which
    until(page, Question.TOUCH)
    QApplication.processEvents()
    question, lead, note = heights(page)
    assert lead < question < note, "what to do comes before it is asked"


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
    assert [(c.side, c.try_number) for c in floor_checks(page.run)] == [
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


def test_the_picture_follows_the_answer_looked_at_and_nothing_is_marked_before_a_choice(
    page: SelfTestPage,
) -> None:
    until(page, Question.TOUCH)
    assert page.panel.chosen is None
    assert not enabled(page, "Continue")
    neutral = page.stage.alt
    look_at(page, Answer.FLAT)
    assert "rests on the floor" in page.stage.alt
    look_at(page, Answer.LIFTED)
    assert "clearly lifted" in page.stage.alt
    look_at(page, Answer.NOT_SURE)
    assert page.stage.alt == neutral
    assert page.panel.chosen is None
    assert question(page) is Question.TOUCH


def test_an_answer_goes_on_by_itself_and_back_shows_it(page: SelfTestPage, qtbot: QtBot) -> None:
    until(page, Question.TOUCH)
    qtbot.mouseClick(page.panel.cards[2], Qt.MouseButton.LeftButton)
    assert question(page) is Question.BACK_FLAT
    press(page, "Back")
    assert page.panel.chosen is Answer.LIFTED
    assert "clearly lifted" in page.stage.alt
    assert enabled(page, "Continue")
    press(page, "Continue")
    assert question(page) is Question.BACK_FLAT


def test_an_answer_that_stands_can_be_given_again_after_back(page: SelfTestPage) -> None:
    until(page, Question.BACK_FLAT)
    press(page, "Back")
    page.panel.choose(Answer.LIFTED)
    assert question(page) is Question.BACK_FLAT


def test_a_double_click_answers_one_question(page: SelfTestPage, qtbot: QtBot) -> None:
    until(page, Question.TOUCH)
    qtbot.mouseClick(page.panel.cards[0], Qt.MouseButton.LeftButton)
    qtbot.mouseDClick(page.panel.cards[0], Qt.MouseButton.LeftButton)
    qtbot.mouseRelease(page.panel.cards[0], Qt.MouseButton.LeftButton)
    assert question(page) is Question.BACK_FLAT


def test_it_hurts_stays_where_it_is_when_continue_goes(page: SelfTestPage) -> None:
    until(page, Question.LET_GO)
    hurts = next(b for b in page.findChildren(Button) if b.text() == "It hurts")
    before = hurts.geometry()
    go_on(page)
    page.foot.activate()
    assert not enabled(page, "Continue")
    assert hurts.geometry() == before


def key_by_place(scan_code: int) -> QKeyEvent:
    """The key at that place of a French keyboard, which writes a sign without Shift."""
    return QKeyEvent(
        QEvent.Type.KeyPress, Qt.Key.Key_Ampersand, Qt.KeyboardModifier.NoModifier, scan_code, 0, 0, "&"
    )


def test_digits_answer_from_the_row_the_number_pad_and_a_french_keyboard(
    page: SelfTestPage, qtbot: QtBot
) -> None:
    until(page, Question.TOUCH)
    qtbot.keyClick(page.panel.question, Qt.Key.Key_3)
    assert question(page) is Question.BACK_FLAT
    qtbot.keyClick(page.panel.question, Qt.Key.Key_1, Qt.KeyboardModifier.KeypadModifier)
    assert question(page) is Question.PAIN
    QApplication.sendEvent(page.panel.question, key_by_place(FIRST_PLACE))
    assert page.run.tries[0].touch == "clearly lifted"
    assert page.note == "Left hip, second try"


def test_a_digit_without_an_answer_does_nothing(page: SelfTestPage, qtbot: QtBot) -> None:
    qtbot.keyClick(page, Qt.Key.Key_1)
    assert question(page) is Question.WALK
    until(page, Question.TOUCH)
    qtbot.keyClick(page, Qt.Key.Key_5)
    assert question(page) is Question.TOUCH


def test_a_key_that_is_held_goes_on_once(page: SelfTestPage) -> None:
    held = QKeyEvent(
        QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "", autorep=True
    )
    QApplication.sendEvent(page.panel.question, held)
    assert question(page) is Question.WALK


def test_the_second_try_offers_the_same_as_before(page: SelfTestPage, qtbot: QtBot) -> None:
    until(page, Question.TOUCH)
    assert [card.key for card in page.panel.cards][-1] == "not sure"
    until(page, Question.TOUCH, side=Side.LEFT, try_number=2)
    same = page.panel.cards[-1]
    assert same.accessibleName() == "The same as before, clearly lifted, back flat, no pain"
    qtbot.keyClick(page, Qt.Key.Key_5)
    assert page.note == "Right hip, first try"
    assert page.run.results[0].finding is Finding.LIMITED


def test_the_first_page_can_be_left_by_back_and_esc_asks_from_anywhere(
    page: SelfTestPage, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(page.went_back):
        press(page, "Back")
    until(page, Question.TOUCH)
    with qtbot.assertNotEmitted(page.finished, wait=0), qtbot.waitSignal(page.leave_wanted):
        qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert question(page) is Question.TOUCH


def test_beginning_again_forgets_everything(page: SelfTestPage) -> None:
    until(page, Question.PAIN, side=Side.LEFT)
    page.begin()
    assert page.run.tries == ()
    assert question(page) is Question.WALK


def test_it_hurts_works_on_every_page_and_stops_that_side(page: SelfTestPage) -> None:
    until(page, Question.LET_GO)
    press(page, "It hurts")
    assert page.panel.lead == "You noted pain. The check of the left hip stops here."
    assert not enabled(page, "It hurts")
    assert [card.key for card in page.panel.cards] == ["mild and in the muscle", "something else"]
    go_on(page, Answer.MILD)
    assert page.panel.lead == "For that you would hug the left knee. Do it only if nothing hurts now."
    assert [card.key for card in page.panel.cards] == ["go on", "finish"]
    assert page.panel.cards[0].accessibleName() == "Check the right hip, nothing hurts now"
    go_on(page, Answer.GO_ON)
    assert page.run.page is not None
    assert page.run.page.side is Side.RIGHT
    assert page.run.results[0].finding is Finding.PAIN


def test_any_other_pain_leads_to_the_warning_signs_and_not_to_the_other_hip(
    page: SelfTestPage, qtbot: QtBot
) -> None:
    until(page, Question.PAIN)
    go_on(page, Answer.YES)
    go_on(page, Answer.OTHER)
    assert page.panel.question.text() == "Leave the check for today"
    assert "ask a doctor or physiotherapist before stretching" in page.panel.lead
    with qtbot.waitSignal(page.warning_signs_opened):
        press(page, "Read the warning signs")
    assert question(page) is Question.PAIN_ADVICE
    with qtbot.waitSignal(page.finished):
        go_on(page, Answer.FINISH)
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
    go_on(page, Answer.OTHER)
    with qtbot.waitSignal(page.left):
        go_on(page, Answer.FINISH)


def test_an_unreadable_try_is_offered_again(page: SelfTestPage) -> None:
    until(page, Question.BACK_FLAT)
    go_on(page, Answer.NO)
    go_on(page)
    assert page.panel.lead == "This try cannot be read. Do it again, or skip it; the routines do not need it."
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
    assert question(page) is Question.TOUCH
    assert page.panel.question.hasFocus()
    qtbot.keyClick(page, Qt.Key.Key_Return)
    assert question(page) is Question.TOUCH
    qtbot.keyClick(page.panel.question, Qt.Key.Key_Down)
    assert page.panel.cards[0].hasFocus()
    qtbot.keyClick(page.panel.cards[0], Qt.Key.Key_Down)
    assert page.panel.cards[1].hasFocus()
    assert page.panel.chosen is None
    qtbot.keyClick(page.panel.cards[1], Qt.Key.Key_Space)
    assert question(page) is Question.BACK_FLAT
    assert page.panel.question.hasFocus()
    qtbot.keyClick(page.panel.question, Qt.Key.Key_Down)
    qtbot.keyClick(page.panel.cards[0], Qt.Key.Key_Return)
    assert question(page) is Question.PAIN


def test_the_question_is_told_with_what_to_do_before_it(page: SelfTestPage) -> None:
    until(page, Question.TOUCH)
    question = QAccessible.queryAccessibleInterface(page.panel.question)
    assert question.state().focused
    assert question.text(QAccessible.Text.Name) == "How does the back of your left thigh lie?"
    told = question.text(QAccessible.Text.Description)
    assert told.startswith("Look just above the knee: is the back of the thigh clearly off the floor")
    assert "The left leg is the one being checked, above the hollow of the knee." in told


def test_tab_walks_answers_it_hurts_back_and_warning_signs(page: SelfTestPage, qtbot: QtBot) -> None:
    until(page, Question.BACK_FLAT)
    press(page, "Back")
    look_at(page, Answer.LIFTED)
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


@pytest.mark.parametrize(("width", "height", "percent"), [(900, 600, 200), (900, 600, 100), (1280, 800, 200)])
def test_whatever_question_has_the_keyboard_can_be_seen(
    page: SelfTestPage, theme: Theme, qtbot: QtBot, width: int, height: int, percent: int
) -> None:
    theme.set_text_percent(percent)
    page.resize(width, height)
    qtbot.wait(20)
    page.begin()
    for key in (*"\r\r\r\r", *"211", *"\r\r", *"211", "2", "2"):
        qtbot.wait(20)
        asked = page.panel.question
        assert asked.hasFocus()
        assert asked.visibleRegion().boundingRect() == asked.rect(), question(page)
        qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Return if key == "\r" else Qt.Key(ord(key)))


def test_a_scroll_bar_that_comes_moves_nothing(page: SelfTestPage, qtbot: QtBot) -> None:
    page.window().resize(900, 520)
    until(page, Question.TOUCH, side=Side.LEFT, try_number=1)
    seen = set()
    for number in (1, 2):
        until(page, Question.TOUCH, side=Side.LEFT, try_number=number)
        qtbot.wait(50)
        seen.add((page.stage.x(), page.stage.width(), page.panel.x(), page.panel.width()))
        until(page, Question.BACK_FLAT, side=Side.LEFT, try_number=number)
        qtbot.wait(50)
        seen.add((page.stage.x(), page.stage.width(), page.panel.x(), page.panel.width()))
    assert len(seen) == 1


def test_the_second_try_keeps_the_frame_of_the_first(page: SelfTestPage, qtbot: QtBot) -> None:
    page.window().resize(1280, 770)
    frames = []
    for number in (1, 2):
        until(page, Question.TOUCH, side=Side.LEFT, try_number=number)
        qtbot.wait(50)
        frames.append(page.stage.geometry())
    assert frames[0] == frames[1]
