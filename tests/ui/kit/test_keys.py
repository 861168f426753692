"""Keys: listed from the table they are looked up in, by letter and by place, and one press however long held."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from tests.ui.mat_fixtures import Stand, exercise

from supple.domain.session import SessionState, SetOutcome
from supple.ui.figure.pictures import Pictures
from supple.ui.kit.keys import SESSION_ACTS, TABLE, WINDOW_ACTS, Act, combination, pressed
from supple.ui.kit.room import Room
from supple.ui.kit.sheet import Sheet
from supple.ui.kit.text import Text
from supple.ui.kit.theme import Theme
from supple.ui.session.handbook import Handbook
from supple.ui.session.hurt_sheet import HurtSheet
from supple.ui.session.session_page import SessionPage
from supple.ui.session.stop_sheet import StopSheet
from supple.ui.shell.keys_sheet import KeysSheet, act_words, keys_of
from supple.ui.shell.main_window import MainWindow

NONE, CTRL, SHIFT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
# The kernel's numbers of keys, as X11 tells them: where QWERTY has these letters.
F, H, M, Q, ONE, TWO = (8 + place for place in (33, 35, 50, 16, 2, 3))

on_linux = pytest.mark.skipif(sys.platform != "linux", reason="the numbers of keys are another system's")


def press(
    key: int, scan_code: int = 0, modifiers: Qt.KeyboardModifier = NONE, *, held: bool = False
) -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, key, modifiers, scan_code, 0, 0, "", held)


class Mat:
    """A window with a running session."""

    def __init__(self, qtbot: QtBot, theme: Theme, tmp_path: Path) -> None:
        self.player = Stand(speaks=True).player
        self.page = SessionPage(theme, Pictures(str(tmp_path)), self.player, Handbook(exercise=exercise))
        self.window = MainWindow(theme)
        self.window.make_shortcuts()
        self.window.show_full(self.page)
        self.window.resize(1280, 800)
        qtbot.addWidget(self.window)
        self.window.show()
        self.player.start()

    def send(self, event: QKeyEvent, to: QWidget | None = None) -> None:
        QCoreApplication.sendEvent(to or self.page, event)


@pytest.fixture
def mat(qtbot: QtBot, theme: Theme, tmp_path: Path) -> Iterator[Mat]:
    mat = Mat(qtbot, theme, tmp_path)
    yield mat
    mat.player.stop()
    mat.player.deleteLater()


def hold(mat: Mat, key: Qt.Key, *, times: int = 20) -> None:
    """Press a key and let it repeat, to whatever has the keyboard then."""
    for number in range(times):
        mat.send(press(key, held=number > 0), mat.window.focusWidget() or mat.page)


@on_linux
@pytest.mark.parametrize(
    ("layout", "keys"),
    [
        ("Latin", {H: Qt.Key.Key_H, M: Qt.Key.Key_M, F: Qt.Key.Key_F}),
        ("Cyrillic", {H: 0x0420, M: 0x042C, F: 0x0410}),
        ("Greek", {H: 0x0397, M: 0x039C, F: 0x03A6}),
        ("Hebrew", {H: 0x05D9, M: 0x05E6, F: 0x05DB}),
    ],
)
def test_the_keys_of_a_session_work_in_every_script(mat: Mat, layout: str, keys: dict[int, int]) -> None:
    assert layout
    heard = mat.page.volume.is_on
    mat.send(press(keys[M], M))
    assert mat.page.volume.is_on is not heard
    mat.send(press(keys[F], F))
    assert mat.window.isFullScreen()
    mat.send(press(keys[F], F))
    assert not mat.window.isFullScreen()
    mat.send(press(keys[H], H))
    assert isinstance(mat.page.sheet, HurtSheet)
    assert mat.player.state is SessionState.PAUSED


@on_linux
def test_a_latin_keyboard_goes_by_its_letters_alone() -> None:
    azerty_comma = press(Qt.Key.Key_Comma, M)  # where QWERTY has M: no letter, so it may be meant
    assert pressed(azerty_comma, SESSION_ACTS) == (Act.SOUND, 0)
    dvorak_d = press(Qt.Key.Key_D, H)
    assert pressed(dvorak_d, SESSION_ACTS) is None
    dvorak_h = press(Qt.Key.Key_H, 8 + 36)
    assert pressed(dvorak_h, SESSION_ACTS) == (Act.HURTS, 0)


@on_linux
@pytest.mark.parametrize(
    ("event", "room"),
    [
        (press(Qt.Key.Key_Ampersand, ONE, CTRL), Room.TODAY),  # AZERTY, French and Belgian
        (press(Qt.Key.Key_Eacute, TWO, CTRL), Room.LIBRARY),
        (press(0x011A, TWO, CTRL), Room.LIBRARY),  # Czech
        (press(Qt.Key.Key_2, TWO, CTRL), Room.LIBRARY),
    ],
)
def test_ctrl_and_a_digit_goes_to_its_room_whatever_the_key_prints(
    qtbot: QtBot, theme: Theme, event: QKeyEvent, room: Room
) -> None:
    window = MainWindow(theme)
    qtbot.addWidget(window)
    window.make_shortcuts()
    window.show_room(Room.LEARN)
    QCoreApplication.sendEvent(window, event)
    assert window.room is room


def test_a_key_that_is_held_is_one_press(mat: Mat) -> None:
    hold(mat, Qt.Key.Key_Right)
    assert mat.player.index == 1
    hold(mat, Qt.Key.Key_F)
    assert mat.window.isFullScreen()
    heard = mat.page.volume.is_on
    hold(mat, Qt.Key.Key_M)
    assert mat.page.volume.is_on is not heard
    hold(mat, Qt.Key.Key_Space)
    assert mat.player.state is SessionState.PAUSED
    hold(mat, Qt.Key.Key_Escape)
    assert isinstance(mat.page.sheet, StopSheet)
    assert mat.page.sheet.isVisible()


def test_an_arrow_that_is_held_on_a_button_is_one_press(mat: Mat) -> None:
    mat.page.controls.stop.setFocus()
    for number in range(20):
        mat.send(press(Qt.Key.Key_Right, held=number > 0), mat.page.controls.stop)
    assert mat.player.index == 1


def test_the_rest_of_an_exercise_is_skipped_by_one_key(mat: Mat) -> None:
    step = mat.player.phase.step
    mat.send(press(Qt.Key.Key_Right, modifiers=SHIFT))
    assert mat.player.phase.step == step + 1
    left_out = [done for done in mat.player.sets_ended if done.phase.step == step]
    assert {done.outcome for done in left_out} == {SetOutcome.SKIPPED}
    assert len(left_out) == len([p for p in mat.player.timeline.phases if p.step == step and p.kind.is_set])


def test_the_rest_of_an_exercise_is_skipped_from_the_menu(mat: Mat) -> None:
    step = mat.player.phase.step
    (action,) = [a for a in mat.page.controls.more_actions if a.text() == "Skip the exercise"]
    action.trigger()
    assert mat.player.phase.step == step + 1


def test_the_windows_title_tells_the_session_and_its_name_stays(mat: Mat) -> None:
    assert mat.window.windowTitle() == "Left, get ready, 0:15 - Supple"
    mat.player.skip()
    assert mat.window.windowTitle().startswith("Left, hold, 0:")
    mat.player.pause()
    assert mat.window.windowTitle().startswith("Paused. Left, hold, 0:")
    assert mat.window.accessibleName() == "Supple"
    mat.player.stop()
    mat.window.leave_full()
    assert mat.window.windowTitle() == "Supple"


def words_of(sheet: QWidget) -> list[str]:
    return [label.text() for label in sheet.findChildren(Text)]


@pytest.mark.parametrize("act", list(Act))
def test_every_key_of_the_table_is_listed(qtbot: QtBot, theme: Theme, act: Act) -> None:
    sheet = KeysSheet(theme)
    qtbot.addWidget(sheet)
    assert act_words(act) in words_of(sheet)
    assert keys_of(act) in words_of(sheet)


@pytest.mark.parametrize("act", list(Act))
def test_every_key_of_the_table_is_one_that_works(act: Act) -> None:
    for place, words in enumerate(TABLE[act]):
        wanted = combination(words)
        event = press(wanted.key(), modifiers=wanted.keyboardModifiers())
        assert pressed(event, [act]) == (act, place)
    assert act in {*SESSION_ACTS, *WINDOW_ACTS, Act.SEARCH}


def test_the_list_of_keys_opens_once_and_lets_the_session_stand(qtbot: QtBot, mat: Mat) -> None:
    mat.window.keys_opening.connect(mat.player.pause)
    for _time in range(2):
        qtbot.keyClick(mat.window, Qt.Key.Key_F1)
    (sheet,) = [s for s in mat.window.findChildren(KeysSheet) if s.isVisible()]
    assert mat.player.state is SessionState.PAUSED
    qtbot.keyClick(sheet, Qt.Key.Key_Escape)
    assert not sheet.isVisible()
    qtbot.keyClick(mat.window, Qt.Key.Key_Question, CTRL | SHIFT)
    assert [s for s in mat.window.findChildren(KeysSheet) if s.isVisible()]


def test_f11_fills_the_screen_and_leaves_it(qtbot: QtBot, theme: Theme) -> None:
    window = MainWindow(theme)
    qtbot.addWidget(window)
    window.make_shortcuts()
    window.show()
    qtbot.keyClick(window, Qt.Key.Key_F11)
    assert window.isFullScreen()
    qtbot.keyClick(window, Qt.Key.Key_F11)
    assert not window.isFullScreen()


@on_linux
@pytest.mark.parametrize("event", [press(Qt.Key.Key_Q, Q, CTRL), press(0x0419, Q, CTRL)])
def test_ctrl_q_closes_the_window(qtbot: QtBot, theme: Theme, event: QKeyEvent) -> None:
    window = MainWindow(theme)
    qtbot.addWidget(window)
    window.make_shortcuts()
    window.show()
    QCoreApplication.sendEvent(window, event)
    assert not window.isVisible()


def test_a_room_is_not_changed_behind_a_sheet(qtbot: QtBot, theme: Theme) -> None:
    window = MainWindow(theme)
    qtbot.addWidget(window)
    window.make_shortcuts()
    window.show()
    window.show_sheet(Sheet(theme, title="Asks"))
    QCoreApplication.sendEvent(window, press(Qt.Key.Key_3, modifiers=CTRL))
    assert window.room is Room.TODAY


def test_the_steps_of_a_session_tell_their_keys(mat: Mat) -> None:
    controls = mat.page.controls
    told = [b.tip for b in (controls.pause, controls.skip, controls.stop, controls.hurt)]
    assert told == ["Pause (Space)", "Skip (Right)", "Stop (Esc)", "Stops this set at once (H)"]
