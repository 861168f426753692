"""The check at the edge as a person and their helper walk it: the hanging leg, the tape's numbers, back, pain."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot
from tests.ui.check_fixtures import press, stand

from supple.domain.checks.edge import EdgeRun
from supple.domain.checks.edge_pages import EdgePage, EdgeQuestion, EdgeTry, EdgeWay
from supple.domain.checks.tape import Place, Tape
from supple.domain.findings import Finding
from supple.domain.self_test_pages import Answer
from supple.domain.settings import Lengths
from supple.domain.side import Side
from supple.storage.edge_content import decode_edge_check
from supple.ui.check.edge_page import EdgeCheckPage
from supple.ui.figure.pictures import Pictures
from supple.ui.kit.button import Button
from supple.ui.kit.reader import said
from supple.ui.kit.theme import Theme

ASSETS = Path(__file__).parents[3] / "assets"
TEXT = decode_edge_check((ASSETS / "content/en/edge_check.json").read_bytes())


@pytest.fixture
def page(qtbot: QtBot, theme: Theme) -> Iterator[EdgeCheckPage]:
    page = EdgeCheckPage(theme, Pictures(str(ASSETS / "pictures")), TEXT)
    window = stand(qtbot, page)
    page.begin(EdgeRun(), Lengths.CM)
    yield page
    window.hide()


def now(page: EdgeCheckPage) -> EdgePage:
    assert page.run.page is not None
    return page.run.page


def measure(qtbot: QtBot, page: EdgeCheckPage, hip: str, knee: str, thigh: str) -> None:
    for place, words in zip(Place, (hip, knee, thigh), strict=True):
        line = page.tape.fields.field(place).line
        line.setFocus()
        line.clear()
        qtbot.keyClicks(line, words)


def answer(page: EdgeCheckPage, wanted: Answer) -> None:
    next(card for card in page.panel.cards if card.key == wanted.value).click()


def until(qtbot: QtBot, page: EdgeCheckPage, question: EdgeQuestion, *, side: Side | None = None) -> None:
    """Go on as a person without trouble does, up to this page."""
    for _ in range(40):
        here = now(page)
        if here.question is question and side in (None, here.side):
            return
        if here.question is EdgeQuestion.MEASURE:
            measure(qtbot, page, "56", "57", "41.5")
            press(page, "Continue")
        elif page.panel.cards:
            answer(page, Answer.YES if here.question is EdgeQuestion.BACK_FLAT else Answer.NO)
        else:
            press(page, "Continue")
    pytest.fail(f"never came to {question}")


class Pointed:
    """True once the picture of this side is painted."""

    def __init__(self, page: EdgeCheckPage, side: Side) -> None:
        self.page, self.side = page, side

    def __call__(self) -> bool:
        return self.page.stage.place_of("hip") is not None and self.page.stage.side is self.side


def words_seen(page: EdgeCheckPage) -> str:
    return " | ".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def can_go_on(page: EdgeCheckPage) -> bool:
    button = next(b for b in page.findChildren(Button) if b.text() == "Continue")
    return button.isVisible() and button.isEnabled()


def test_every_page_of_a_hip_names_the_hanging_leg_and_hugs_the_other(
    qtbot: QtBot, page: EdgeCheckPage
) -> None:
    seen = []
    while page.run.page is not None:
        here = now(page)
        if here.side is not None and here.question is not EdgeQuestion.FINISH:
            hangs, hugged = here.side.value, here.side.other.value
            assert page.tag.isVisible()
            assert page.tag.word == f"{hangs.capitalize()} hip"
            assert page.note.startswith(f"{hangs.capitalize()} hip")
            page.stage.grab()
            assert page.stage.side is here.side
            assert hangs in page.stage.alt
            told = words_seen(page).lower()
            assert f"{hugged} leg" not in told
            assert f"{hugged} hip" not in told
            assert f"hug your {hangs} knee" not in told
            seen.append((here.side, here.try_number))
        if here.question is EdgeQuestion.MEASURE:
            measure(qtbot, page, "56", "57", "41.5")
            press(page, "Continue")
        elif page.panel.cards:
            answer(page, Answer.YES if here.question is EdgeQuestion.BACK_FLAT else Answer.NO)
        else:
            press(page, "Continue")
    assert sorted(set(seen)) == [(Side.LEFT, 1), (Side.LEFT, 2), (Side.RIGHT, 1), (Side.RIGHT, 2)]
    assert [result.finding for result in page.run.results] == [Finding.LEVEL, Finding.LEVEL]


def test_the_angle_is_told_while_it_is_typed_with_comma_or_point(qtbot: QtBot, page: EdgeCheckPage) -> None:
    until(qtbot, page, EdgeQuestion.MEASURE)
    assert not can_go_on(page)
    assert "It comes with the three numbers." in words_seen(page)
    measure(qtbot, page, "56", "67,5", "41.5")
    QApplication.processEvents()
    assert "16° above level" in words_seen(page)
    assert "give or take 4°" in words_seen(page)
    assert "holds if each number is right to 1 cm." in words_seen(page)
    assert can_go_on(page)


def test_a_screen_reader_hears_the_angle_once_the_numbers_have_settled(
    qtbot: QtBot, page: EdgeCheckPage
) -> None:
    until(qtbot, page, EdgeQuestion.MEASURE)
    measure(qtbot, page, "56", "50", "41.5")
    wanted = "Left thigh, first try: 8° below level, give or take 4°."
    qtbot.waitUntil(
        lambda: wanted in {said(child) for child in page.tape.findChildren(type(page.tape._card))}
    )


def test_an_impossible_number_is_named_when_its_field_is_left_and_not_before(
    qtbot: QtBot, page: EdgeCheckPage
) -> None:
    until(qtbot, page, EdgeQuestion.MEASURE)
    fields = page.tape.fields
    knee = fields.field(Place.KNEE)
    knee.line.setFocus()
    qtbot.keyClicks(knee.line, "167.5")
    assert knee.trouble == ""
    fields.field(Place.THIGH).line.setFocus()
    assert knee.trouble == "A knee height lies between 10 and 120 cm."
    knee.line.setFocus()
    qtbot.keyClick(knee.line, Qt.Key.Key_Backspace)
    assert knee.trouble == "", "what is being mended is not complained of"


def test_words_are_no_number(qtbot: QtBot, page: EdgeCheckPage) -> None:
    until(qtbot, page, EdgeQuestion.MEASURE)
    measure(qtbot, page, "sixty", "67.5", "41.5")
    assert page.tape.fields.field(Place.HIP).trouble == "Please type a number."
    assert not can_go_on(page)


def test_heights_that_no_thigh_joins_give_no_angle_and_say_where_to_look(
    qtbot: QtBot, page: EdgeCheckPage
) -> None:
    until(qtbot, page, EdgeQuestion.MEASURE)
    measure(qtbot, page, "40", "90", "41.5")
    assert "the two heights differ by more than the thigh is long. Please look at b again." in words_seen(
        page
    )
    assert not can_go_on(page)


def test_inches_show_the_same_lengths_and_are_read_as_inches(qtbot: QtBot, page: EdgeCheckPage) -> None:
    until(qtbot, page, EdgeQuestion.MEASURE)
    measure(qtbot, page, "56", "67.5", "41.5")
    page.tape.unit.button(Lengths.INCHES.value).click()
    fields = page.tape.fields
    assert [fields.field(place).line.text() for place in Place] == ["22.0", "26.6", "16.3"]
    assert page.tape.tape == Tape(hip_cm=56.0, knee_cm=67.5, thigh_cm=41.5), "nothing was lost by looking"
    measure(qtbot, page, "22", "167", "16.5")
    fields.field(Place.HIP).line.setFocus()
    assert fields.field(Place.KNEE).trouble == "A knee height lies between 4 and 47 in."


def test_enter_goes_from_number_to_number_and_then_on(qtbot: QtBot, page: EdgeCheckPage) -> None:
    until(qtbot, page, EdgeQuestion.MEASURE)
    fields = page.tape.fields
    fields.field(Place.HIP).line.setFocus()
    for place, words in zip(Place, ("56", "57", "41.5"), strict=True):
        line = fields.field(place).line
        assert line.hasFocus()
        qtbot.keyClicks(line, words)
        qtbot.keyClick(line, Qt.Key.Key_Return)
    assert now(page).question is EdgeQuestion.BACK_FLAT


def test_the_arrow_of_the_number_that_is_typed_stands_out(qtbot: QtBot, page: EdgeCheckPage) -> None:
    until(qtbot, page, EdgeQuestion.MEASURE)
    pictures = []
    for place in Place:
        page.tape.fields.field(place).line.setFocus()
        QApplication.processEvents()
        pictures.append(page.stage.grab().toImage())
    assert pictures[0] != pictures[1] != pictures[2]


def test_hip_and_knee_are_pointed_at_on_the_side_that_is_measured(qtbot: QtBot, page: EdgeCheckPage) -> None:
    places = {}
    for side in (Side.LEFT, Side.RIGHT):
        until(qtbot, page, EdgeQuestion.MEASURE, side=side)
        qtbot.waitUntil(Pointed(page, side))
        hip, knee = page.stage.place_of("hip"), page.stage.place_of("knee")
        assert hip is not None
        assert knee is not None
        places[side] = knee.x() - hip.x()
    assert places[Side.LEFT] == pytest.approx(-places[Side.RIGHT], abs=1)
    assert places[Side.LEFT] < 0


def test_the_thigh_is_as_long_on_the_second_try_and_can_be_measured_anew(
    qtbot: QtBot, page: EdgeCheckPage
) -> None:
    until(qtbot, page, EdgeQuestion.MEASURE)
    measure(qtbot, page, "56", "57", "41.5")
    press(page, "Continue")
    until(qtbot, page, EdgeQuestion.BRING_BACK)
    press(page, "Continue")
    until(qtbot, page, EdgeQuestion.MEASURE)
    assert now(page).try_number == 2
    texts = [page.tape.fields.field(place).line.text() for place in Place]
    assert texts == ["", "", "41.5"]


def test_back_shows_the_numbers_again(qtbot: QtBot, page: EdgeCheckPage) -> None:
    until(qtbot, page, EdgeQuestion.BACK_FLAT)
    press(page, "Back")
    assert [page.tape.fields.field(place).line.text() for place in Place] == ["56.0", "57.0", "41.5"]
    assert can_go_on(page)


def test_whether_the_back_was_flat_is_asked_every_time_and_nothing_is_chosen_at_first(
    qtbot: QtBot, page: EdgeCheckPage
) -> None:
    asked = []
    while page.run.page is not None:
        if now(page).question is EdgeQuestion.BACK_FLAT:
            asked.append((now(page).side, now(page).try_number))
            assert page.panel.chosen is None
            answer(page, Answer.YES)
        else:
            until(qtbot, page, now(page).question)
            if now(page).question is EdgeQuestion.MEASURE:
                measure(qtbot, page, "56", "57", "41.5")
                press(page, "Continue")
            elif page.panel.cards:
                answer(page, Answer.NO)
            else:
                press(page, "Continue")
    assert asked == [(Side.LEFT, 1), (Side.LEFT, 2), (Side.RIGHT, 1), (Side.RIGHT, 2)]


def test_the_leg_hangs_for_ten_seconds_which_nobody_has_to_wait(qtbot: QtBot, page: EdgeCheckPage) -> None:
    until(qtbot, page, EdgeQuestion.HEAVY)
    counter = page.panel.counter
    assert counter.isVisible()
    assert counter.left_s == 10
    for _ in range(10):
        counter.count()
    assert counter.words == "Ten seconds are over. Your helper can measure now."
    press(page, "Back")
    press(page, "Continue")
    assert counter.left_s == 10
    press(page, "Continue")
    assert now(page).question is EdgeQuestion.MEASURE
    assert not counter.isVisible()


def test_it_hurts_is_there_on_every_page_and_says_how_to_rest(qtbot: QtBot, page: EdgeCheckPage) -> None:
    until(qtbot, page, EdgeQuestion.MEASURE)
    press(page, "It hurts")
    assert page.panel.question.text() == "Bring the left knee back and rest. How was it?"
    answer(page, Answer.OTHER)
    assert page.panel.signs.isVisible()
    answer(page, Answer.FINISH)
    assert page.run.ended_by_pain


def test_the_key_h_says_that_it_hurts_but_not_while_a_number_is_typed(
    qtbot: QtBot, page: EdgeCheckPage
) -> None:
    until(qtbot, page, EdgeQuestion.MEASURE)
    line = page.tape.fields.field(Place.HIP).line
    line.setFocus()
    qtbot.keyClicks(line, "h")
    assert now(page).question is EdgeQuestion.MEASURE
    line.clear()
    press(page, "Back")
    qtbot.keyClick(page, Qt.Key.Key_H)
    assert now(page).question is EdgeQuestion.PAIN_NOTED


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_a_helper_goes_on_with_a_key(qtbot: QtBot, page: EdgeCheckPage, key: Qt.Key) -> None:
    qtbot.keyClick(page.panel.question, key)
    assert now(page).question is EdgeQuestion.SIT


def test_digits_answer(qtbot: QtBot, page: EdgeCheckPage) -> None:
    until(qtbot, page, EdgeQuestion.BACK_FLAT)
    qtbot.keyClick(page.panel.question, Qt.Key.Key_2)
    assert now(page).question is EdgeQuestion.PAIN


def test_a_check_that_was_cut_off_goes_on_at_the_page_that_follows(qtbot: QtBot, page: EdgeCheckPage) -> None:
    tape = Tape(hip_cm=56.0, knee_cm=57.0, thigh_cm=41.5)
    done = EdgeTry(side=Side.LEFT, try_number=1, tape=tape, back_flat=True)
    page.begin(EdgeRun.after([done]), Lengths.CM)
    assert page.panel.question.text() == "Bring your left knee back"
    assert page.run.tries == (done,)


def test_numbers_are_written_as_the_language_writes_them(qtbot: QtBot, page: EdgeCheckPage) -> None:
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.German))
    try:
        until(qtbot, page, EdgeQuestion.BACK_FLAT)
        press(page, "Back")
        assert page.tape.fields.field(Place.KNEE).line.text() == "57,0"
        assert can_go_on(page)
    finally:
        QLocale.setDefault(before)


@pytest.fixture
def alone(page: EdgeCheckPage) -> EdgeCheckPage:
    """Somebody who takes photos alone, lying back."""
    page.begin(EdgeRun(EdgeWay.PHOTO), Lengths.CM)
    press(page, "Continue")
    press(page, "Continue")
    assert now(page).question is EdgeQuestion.ROLL_BACK
    return page


@pytest.mark.parametrize("key", [Qt.Key.Key_A, Qt.Key.Key_7, Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_where_the_screen_cannot_be_seen_any_key_goes_on(
    qtbot: QtBot, alone: EdgeCheckPage, key: Qt.Key
) -> None:
    qtbot.keyClick(alone.panel.question, key)
    assert now(alone).question is EdgeQuestion.HAND


def test_where_the_screen_cannot_be_seen_a_click_goes_on(qtbot: QtBot, alone: EdgeCheckPage) -> None:
    qtbot.mouseClick(alone.stage, Qt.MouseButton.LeftButton)
    assert now(alone).question is EdgeQuestion.HAND


def test_a_double_click_is_one_step(qtbot: QtBot, alone: EdgeCheckPage) -> None:
    qtbot.mouseClick(alone.stage, Qt.MouseButton.LeftButton)
    qtbot.mouseDClick(alone.stage, Qt.MouseButton.LeftButton)  # its second press
    qtbot.mouseRelease(alone.stage, Qt.MouseButton.LeftButton)
    assert now(alone).question is EdgeQuestion.HAND


@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_Escape, Qt.Key.Key_M, Qt.Key.Key_Shift])
def test_the_keys_that_mean_something_else_do_not_go_on(
    qtbot: QtBot, alone: EdgeCheckPage, key: Qt.Key
) -> None:
    qtbot.keyClick(alone.panel.question, key)
    assert now(alone).question is EdgeQuestion.ROLL_BACK


def test_after_ten_seconds_the_photo_is_asked_for_by_itself(qtbot: QtBot, alone: EdgeCheckPage) -> None:
    for _ in range(3):
        qtbot.keyClick(alone.panel.question, Qt.Key.Key_A)
    assert now(alone).question is EdgeQuestion.HEAVY
    for _ in range(10):
        alone.panel.counter.count()
    assert now(alone).question is EdgeQuestion.PHOTO
    assert alone.panel.question.text() == "Take the photo of your left side"
    qtbot.keyClick(alone.panel.question, Qt.Key.Key_A)
    assert now(alone).question is EdgeQuestion.BRING_BACK


def test_by_tape_an_ordinary_key_does_nothing(qtbot: QtBot, page: EdgeCheckPage) -> None:
    until(qtbot, page, EdgeQuestion.HAND)
    qtbot.keyClick(page.panel.question, Qt.Key.Key_A)
    qtbot.mouseClick(page.stage, Qt.MouseButton.LeftButton)
    assert now(page).question is EdgeQuestion.HAND
