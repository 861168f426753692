"""What is chosen, answered or said keeps its place: no control changes its size, and nothing beside it moves."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QSize
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot
from tests.ui.mat_fixtures import exercise
from tests.ui.safety.test_warning_signs import judged, safety
from tests.ui.session.test_start_sheet import ARTICLE, by_pain_alone

from supple.domain.consent import Consent
from supple.domain.offered import OfferedRoutine
from supple.domain.side import Side
from supple.ui.kit.answer_card import AnswerCard, TickCard
from supple.ui.kit.chip import Chip
from supple.ui.kit.pain_scale import PainScale
from supple.ui.kit.segmented import Segment, Segmented
from supple.ui.kit.side_switch import SideSwitch
from supple.ui.kit.theme import Theme
from supple.ui.kit.tick_row import TickRow
from supple.ui.kit.toggle import Toggle
from supple.ui.safety.warning_sheet import WarningSheet
from supple.ui.session.start_sheet import StartSheet

CHOICES = [Segment("a", "1 month"), Segment("b", "3 months"), Segment("c", "All")]
MAKERS: dict[str, Callable[[Theme], QWidget]] = {
    "chip": lambda theme: Chip(theme, "I have 5 minutes"),
    "tick row": lambda theme: TickRow(theme, "Lying on the back"),
    "answer": lambda theme: AnswerCard(theme, "Flat", "the thigh rests on the floor", key="flat"),
    "tick": lambda theme: TickCard(theme, "Fever", "", key="fever"),
    "segments": lambda theme: Segmented(theme, CHOICES, name="Time", key="a"),
    "pain": lambda theme: PainScale(theme, name="Pain"),
    "sides": lambda theme: SideSwitch(theme, left_word="left leg", right_word="right leg", side=Side.LEFT),
    "toggle": lambda theme: Toggle(theme, "Sound on"),
}


def places(buttons: list[QAbstractButton], window: QWidget) -> list[tuple[QPoint, QSize, QSize]]:
    QCoreApplication.processEvents()
    return [(b.mapTo(window, QPoint(0, 0)), b.size(), b.sizeHint()) for b in buttons]


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("kind", MAKERS)
def test_a_control_keeps_its_size_when_it_is_chosen(
    qtbot: QtBot, theme: Theme, kind: str, percent: int
) -> None:
    theme.set_text_percent(percent)
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(900, 600)
    control = MAKERS[kind](theme)
    control.setParent(window)
    window.show()
    control.resize(control.sizeHint())
    buttons = [w for w in (control, *control.findChildren(QAbstractButton)) if isinstance(w, QAbstractButton)]
    before = places(buttons, window)
    for button in buttons:
        button.click()
        assert places(buttons, window) == before


def test_pain_told_before_a_session_moves_no_button(qtbot: QtBot, theme: Theme) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(900, 600)
    window.show()
    sheet = StartSheet(
        theme,
        OfferedRoutine(whole=ARTICLE, routine=ARTICLE),
        exercise_by_id=exercise,
        judge=by_pain_alone,
    )
    sheet.open_over(window)
    buttons = sheet.findChildren(QAbstractButton)
    before = places(buttons, window)
    said = set()
    for score in (0, 6, 8):
        sheet.scale.button(score).click()
        said.add(sheet.begin.text())
        assert places(buttons, window) == before, score
    assert said == {"Begin session", "Read the stop rules", "What to do first"}


def test_agreeing_moves_no_button(qtbot: QtBot, theme: Theme) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(900, 600)
    window.show()
    sheet = WarningSheet(theme, safety(), judged("B5"), offers=[Consent.SEEN], parent=window)
    sheet.open_over(window)
    buttons = sheet.findChildren(QAbstractButton)
    assert sheet.consents
    before = places(buttons, window)
    for card in sheet.consents:
        card.click()
    assert sheet.understand.text() == "Go on"
    assert places(buttons, window) == before
