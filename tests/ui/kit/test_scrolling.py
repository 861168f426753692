"""What gets the keyboard comes into sight; the page keys scroll; the ring stays where the page is."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from supple.ui.kit.button import Button
from supple.ui.kit.dialog_page import DialogPage
from supple.ui.kit.page import Page
from supple.ui.kit.room import Room
from supple.ui.kit.sheet import Sheet
from supple.ui.kit.theme import Theme
from supple.ui.shell.main_window import MainWindow

pytestmark = pytest.mark.filterwarnings("error")
MANY = 30


class Stand:
    """The smallest window at 200 %, with a page of many buttons and a footer."""

    def __init__(self, qtbot: QtBot, theme: Theme) -> None:
        theme.set_text_percent(200)
        self.window = MainWindow(theme)
        self.page = DialogPage(theme, "Questions")
        self.buttons = [Button(theme, f"Answer {number}") for number in range(MANY)]
        self.go_on = Button(theme, "Continue")
        for button in self.buttons:
            self.page.body.addWidget(button)
        self.page.foot.addWidget(self.go_on)
        qtbot.addWidget(self.window)
        self.window.resize(900, 600)
        self.window.show_full(self.page)
        self.window.show()
        qtbot.waitExposed(self.window)

    def sight(self, widget: QWidget) -> QRect:
        """Where it is in the window."""
        return QRect(widget.mapTo(self.window, QPoint(0, 0)), widget.size())

    def seen(self, widget: QWidget) -> bool:
        """Whether all of it is seen."""
        return widget.visibleRegion().boundingRect() == widget.rect()


@pytest.fixture
def stand(qtbot: QtBot, theme: Theme) -> Stand:
    return Stand(qtbot, theme)


def test_what_gets_the_focus_is_scrolled_into_sight(qtbot: QtBot, stand: Stand) -> None:
    assert not stand.seen(stand.buttons[-1])
    stand.buttons[-1].setFocus(Qt.FocusReason.OtherFocusReason)
    qtbot.waitUntil(lambda: stand.seen(stand.buttons[-1]))
    stand.buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)
    qtbot.waitUntil(lambda: stand.seen(stand.buttons[0]))


def test_every_step_of_tab_is_seen(qtbot: QtBot, stand: Stand) -> None:
    stand.buttons[0].setFocus()
    for button in stand.buttons[1:]:
        qtbot.keyClick(stand.window.focusWidget(), Qt.Key.Key_Tab)
        qtbot.wait(5)
        assert stand.window.focusWidget() is button
        assert stand.seen(button)


def test_the_page_keys_scroll_from_the_foot(qtbot: QtBot, stand: Stand) -> None:
    stand.go_on.setFocus()
    top = stand.sight(stand.buttons[0]).top()
    qtbot.keyClick(stand.go_on, Qt.Key.Key_PageDown)
    assert stand.sight(stand.buttons[0]).top() < top
    qtbot.keyClick(stand.go_on, Qt.Key.Key_End)
    assert stand.seen(stand.buttons[-1])
    qtbot.keyClick(stand.go_on, Qt.Key.Key_Home)
    assert stand.sight(stand.buttons[0]).top() == top
    qtbot.keyClick(stand.go_on, Qt.Key.Key_PageUp)
    assert stand.sight(stand.buttons[0]).top() == top


def test_the_page_keys_scroll_a_room_from_the_rail(qtbot: QtBot, theme: Theme) -> None:
    window = MainWindow(theme)
    qtbot.addWidget(window)
    page = Page(theme, "Long")
    for number in range(MANY):
        page.body.addWidget(Button(theme, f"Row {number}"))
    window.set_rooms(dict.fromkeys(Room, lambda: page))
    window.resize(900, 600)
    window.show_room(Room.TODAY)
    window.show()
    window.rail.button(Room.TODAY).setFocus()
    qtbot.keyClick(window.rail.button(Room.TODAY), Qt.Key.Key_PageDown)
    assert page.verticalScrollBar().value() > 0


def test_the_ring_is_not_drawn_over_the_foot(qtbot: QtBot, stand: Stand) -> None:
    stand.go_on.setFocus()
    qtbot.keyClick(stand.go_on, Qt.Key.Key_Backtab)
    ring = stand.window.focus_ring
    last = stand.buttons[-1]
    qtbot.waitUntil(lambda: stand.seen(last))
    bar = stand.page._scroll.verticalScrollBar()
    foot = stand.sight(stand.go_on.parentWidget() or stand.go_on).top()
    for value in range(bar.maximum(), bar.maximum() - 120, -10):
        bar.setValue(value)
        qtbot.wait(1)
        assert ring.isHidden() or ring.geometry().bottom() < foot


def test_tab_goes_through_a_sheet_in_reading_order_although_it_scrolls(qtbot: QtBot, theme: Theme) -> None:
    window = MainWindow(theme)
    qtbot.addWidget(window)
    window.resize(900, 600)
    window.show()
    sheet = Sheet(theme, title="Long")
    inside = [Button(theme, f"Answer {number}") for number in range(MANY)]
    for button in inside:
        sheet.body.addWidget(button)
    done = sheet.add_button("Done")
    sheet.set_first_focus(inside[0])
    window.show_sheet(sheet)
    order = [window.focusWidget()]
    for _ in range(MANY):
        sheet.focusNextPrevChild(True)  # noqa: FBT003 - Qt's own
        qtbot.wait(5)
        order.append(window.focusWidget())
    assert order == [*inside, done]
    sheet.close_sheet()
