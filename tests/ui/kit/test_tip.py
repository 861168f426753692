"""Tips: under the control and never over it, inside the window, with the key, and gone with the next press."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from supple.ui.kit.button import Button, ButtonKind
from supple.ui.kit.room import Room
from supple.ui.kit.theme import Theme
from supple.ui.kit.tip import Tip
from supple.ui.shell.main_window import MainWindow


@pytest.fixture
def window(qtbot: QtBot, theme: Theme) -> MainWindow:
    window = MainWindow(theme)
    qtbot.addWidget(window)
    window.set_rooms(dict.fromkeys(Room, QWidget))
    window.show_room(Room.TODAY)
    window.resize(900, 600)
    window.show()
    return window


def rest_on(widget: QWidget) -> None:
    """What Qt tells when the mouse has rested there."""
    spot = widget.rect().center()
    QApplication.sendEvent(widget, QHelpEvent(QEvent.Type.ToolTip, spot, widget.mapToGlobal(spot)))


def button_at(theme: Theme, window: MainWindow, x: int, y: int) -> Button:
    button = Button(theme, kind=ButtonKind.ICON, icon="maximize", name="Full screen", parent=window)
    button.set_tip("Full screen", key="F")
    button.setGeometry(x, y, 40, 40)
    button.show()
    return button


@pytest.mark.parametrize(("x", "y"), [(400, 300), (400, 550), (856, 300), (300, 2), (856, 558)])
@pytest.mark.parametrize("percent", [100, 200])
def test_a_tip_is_never_over_its_control_and_always_in_the_window(
    window: MainWindow, theme: Theme, x: int, y: int, percent: int
) -> None:
    theme.set_text_percent(percent)
    button = button_at(theme, window, x, y)
    rest_on(button)
    tip = window.findChild(Tip)
    assert tip is not None
    assert tip.words == "Full screen (F)"
    assert not tip.geometry().intersects(button.geometry())
    assert window.rect().contains(tip.geometry())


def test_a_tip_goes_with_the_next_press_and_when_the_mouse_leaves(
    qtbot: QtBot, window: MainWindow, theme: Theme
) -> None:
    button = button_at(theme, window, 400, 300)
    rest_on(button)
    tip = window.findChild(Tip)
    assert tip is not None
    assert tip.isVisible()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert not tip.isVisible()
    rest_on(button)
    assert tip.isVisible()
    QApplication.sendEvent(button, QEvent(QEvent.Type.Leave))
    assert not tip.isVisible()


def test_a_tip_that_is_long_wraps(window: MainWindow, theme: Theme) -> None:
    button = button_at(theme, window, 860, 300)
    button.set_tip("No sound device was found. " * 8)
    rest_on(button)
    tip = window.findChild(Tip)
    assert tip is not None
    assert tip.width() <= 340
    assert window.rect().contains(tip.geometry())


def test_the_rooms_tell_their_keys(window: MainWindow) -> None:
    rest_on(window.rail.button(Room.LIBRARY))
    tip = window.findChild(Tip)
    assert tip is not None
    assert tip.words == "Ctrl+2"
    page = window.page(Room.TODAY)
    assert page is not None
    rest_on(page)
    assert not tip.isVisible()


def test_what_has_no_tip_shows_none(window: MainWindow, theme: Theme) -> None:
    plain = Button(theme, "Start routine", parent=window)
    plain.setGeometry(QRect(QPoint(300, 300), plain.sizeHint()))
    plain.show()
    rest_on(plain)
    tip = window.findChild(Tip)
    assert tip is None or not tip.isVisible()
