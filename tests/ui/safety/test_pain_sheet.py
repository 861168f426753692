"""Pain on its own: told when there is something to tell, and what the rules say at each number."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from supple.domain.pain import PLACES, Light, PainTold, Sign
from supple.ui.kit.pain_scale import PainScale
from supple.ui.kit.theme import Theme
from supple.ui.safety.pain_sheet import PainSheet
from supple.ui.session.stop_sheet import StopSheet
from supple.ui.words.pain_words import advice, place_word, sign_word


class Opened:
    """A pain sheet over a window, and what it told."""

    def __init__(self, qtbot: QtBot, theme: Theme) -> None:
        self.window = QWidget()
        self.window.resize(1280, 800)
        qtbot.addWidget(self.window)
        self.window.show()
        self.sheet = PainSheet(theme, title="How is it this morning?")
        self.told: list[PainTold] = []
        self.sheet.told.connect(self.told.append)
        self.sheet.open_over(self.window)


@pytest.fixture
def opened(qtbot: QtBot, theme: Theme) -> Opened:
    return Opened(qtbot, theme)


def test_a_rating_and_a_note_are_told(opened: Opened, qtbot: QtBot) -> None:
    qtbot.keyClick(opened.sheet.scale.button(0), "3")
    qtbot.keyClicks(opened.sheet.note, "stiff")
    qtbot.keyClick(opened.sheet.note, Qt.Key.Key_Return)
    assert opened.told == [PainTold(score=3, note="stiff")]


def test_nothing_answered_tells_nothing(opened: Opened) -> None:
    opened.sheet.done.click()
    assert opened.told == []
    assert opened.sheet.isHidden()


def test_not_now_tells_nothing(opened: Opened) -> None:
    opened.sheet.scale.button(3).click()
    opened.sheet.not_now.click()
    assert opened.told == []


def test_every_number_has_a_name_and_only_one_is_chosen(qtbot: QtBot, theme: Theme) -> None:
    scale = PainScale(theme, name="Pain now")
    qtbot.addWidget(scale)
    assert scale.button(10).accessibleName() == "Pain 10 of 10"
    scale.button(2).click()
    scale.button(9).click()
    assert [n for n in range(11) if scale.button(n).isChecked()] == [9]


@pytest.mark.parametrize(
    ("score", "light"),
    [(0, Light.GREEN), (3, Light.GREEN), (4, Light.AMBER), (5, Light.AMBER), (6, Light.RED), (10, Light.RED)],
)
def test_the_number_decides_as_in_the_stop_rules(score: int, light: Light) -> None:
    found = advice(score=score, place="", signs=frozenset())
    assert found is not None
    assert found.light is light


@pytest.mark.parametrize("sign", list(Sign))
def test_every_sign_is_red_whatever_the_number(sign: Sign) -> None:
    found = advice(score=1, place="thigh", signs=frozenset({sign}))
    assert found is not None
    assert found.light is Light.RED
    assert sign_word(sign)


def test_pain_below_the_knee_is_red_and_no_answer_is_no_advice() -> None:
    found = advice(score=None, place="below the knee", signs=frozenset())
    assert found is not None
    assert found.light is Light.RED
    assert advice(score=None, place="groin", signs=frozenset()) is None


def test_every_place_has_a_word() -> None:
    assert len({place_word(place) for place in PLACES}) == 8


def test_a_short_sheet_shows_all_its_words(qtbot: QtBot, theme: Theme) -> None:
    window = QWidget()
    window.resize(900, 600)
    qtbot.addWidget(window)
    window.show()
    sheet = StopSheet(theme)
    sheet.open_over(window)
    for text in (sheet._title, sheet._sentence):
        assert text.height() >= text.heightForWidth(text.width())
        assert text.y() >= 0
    assert sheet.stop.height() == sheet.stop.sizeHint().height()


def test_a_figure_tells_the_pain_from_done(opened: Opened, qtbot: QtBot) -> None:
    qtbot.keyClick(opened.sheet.done, Qt.Key.Key_6)
    assert opened.sheet.scale.score == 6
