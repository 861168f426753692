"""The sound check: it asks, listens to the answer, and has advice when nothing was heard."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from supple.ui.sound_check import SoundCheck
from supple.ui.theme import Theme


@pytest.fixture
def check(qtbot: QtBot, theme: Theme) -> Iterator[SoundCheck]:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1280, 800)
    check = SoundCheck(theme, parent=window)
    check.resize(1280, 800)
    window.show()
    yield check


def _played(qtbot: QtBot, check: SoundCheck, words: str = "") -> None:
    with qtbot.waitSignal(check.test_asked):
        check.play.click()
    check.show_tested(words)


def test_nothing_sounds_before_the_button_is_pressed(qtbot: QtBot, check: SoundCheck) -> None:
    with qtbot.assertNotEmitted(check.test_asked, wait=50):
        check.window().activateWindow()
    assert not check.yes.isEnabled()
    assert not check.no.isEnabled()
    assert check.skip.isEnabled()


def test_the_question_comes_with_the_sound(qtbot: QtBot, check: SoundCheck) -> None:
    _played(qtbot, check)
    assert check.question == "Did you hear this?"
    assert check.status == "The chime is playing."


def test_yes_is_told(qtbot: QtBot, check: SoundCheck) -> None:
    _played(qtbot, check)
    with qtbot.waitSignal(check.answered) as answer:
        check.yes.click()
    assert answer.args == [True]


def test_no_gives_advice_before_going_on_with_pictures(qtbot: QtBot, check: SoundCheck) -> None:
    _played(qtbot, check)
    with qtbot.assertNotEmitted(check.answered):
        check.no.click()
    assert check.advises
    with qtbot.waitSignal(check.answered) as answer:
        check.go_on.click()
    assert answer.args == [False]


def test_after_advice_it_can_be_tried_again_and_heard(qtbot: QtBot, check: SoundCheck) -> None:
    _played(qtbot, check)
    check.no.click()
    _played(qtbot, check)
    with qtbot.waitSignal(check.answered) as answer:
        check.yes.click()
    assert answer.args == [True]


def test_trouble_is_said_with_advice_at_once(qtbot: QtBot, check: SoundCheck) -> None:
    _played(qtbot, check, "No sound device was found.")
    assert check.status == "No sound device was found."
    assert check.advises
    assert not check.yes.isEnabled()
    assert check.go_on.isVisible()


def test_it_can_be_skipped_at_any_time(qtbot: QtBot, check: SoundCheck) -> None:
    with qtbot.waitSignal(check.skipped), qtbot.assertNotEmitted(check.answered):
        check.skip.click()


def test_the_keyboard_is_on_the_sound_and_tab_reaches_the_answers(qtbot: QtBot, check: SoundCheck) -> None:
    check.window().activateWindow()
    check.setFocus(Qt.FocusReason.OtherFocusReason)
    assert check.window().focusWidget() is check.play
    _played(qtbot, check)
    order = []
    widget = check.play.nextInFocusChain()
    while widget is not check.play:
        if widget in (check.yes, check.no, check.skip):
            order.append(widget)
        widget = widget.nextInFocusChain()
    assert order == [check.yes, check.no, check.skip]
