"""The window: rooms made when first shown, the rail, pages over it, banners, the keyboard."""

from collections.abc import Callable
from functools import partial
from itertools import pairwise

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from tests.app.fit import cut_words

from supple.ui.kit.banner import Tone
from supple.ui.kit.button import Button
from supple.ui.kit.dialog_page import DialogPage
from supple.ui.kit.page import Page
from supple.ui.kit.room import Room
from supple.ui.kit.scrolling import scroll_to
from supple.ui.kit.text import Text
from supple.ui.kit.theme import Theme
from supple.ui.shell.banner_area import LyingBanner
from supple.ui.shell.main_window import MainWindow

NAMES = ("Today", "Library", "Routines", "Progress", "Learn", "Settings", "Warning signs")

pytestmark = pytest.mark.filterwarnings("error")


class Rooms:
    """Makes a page with one button for each room and remembers which were made."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self.made: list[Room] = []

    def factory(self, room: Room) -> Callable[[], QWidget]:
        def make() -> QWidget:
            self.made.append(room)
            page = QWidget()
            QVBoxLayout(page).addWidget(Button(self.theme, f"In {room}"))
            return page

        return make


@pytest.fixture
def rooms(theme: Theme) -> Rooms:
    return Rooms(theme)


@pytest.fixture
def window(qtbot: QtBot, theme: Theme, rooms: Rooms) -> MainWindow:
    window = MainWindow(theme)
    window.set_rooms({room: rooms.factory(room) for room in Room})
    qtbot.addWidget(window)
    window.show_room(Room.TODAY)
    return window


def test_the_window_and_its_rooms_have_their_stable_names(window: MainWindow) -> None:
    assert window.accessibleName() == window.windowTitle() == "Supple"
    assert tuple(window.rail.button(room).accessibleName() for room in Room) == NAMES


def test_a_room_is_made_when_it_is_first_shown_and_only_once(window: MainWindow, rooms: Rooms) -> None:
    assert rooms.made == [Room.TODAY]
    window.rail.button(Room.LEARN).click()
    window.rail.button(Room.TODAY).click()
    window.rail.button(Room.LEARN).click()
    assert rooms.made == [Room.TODAY, Room.LEARN]


def test_the_rail_shows_which_room_is_on(window: MainWindow) -> None:
    window.show_room(Room.PROGRESS)
    assert window.room is Room.PROGRESS
    assert [room for room in Room if window.rail.button(room).isChecked()] == [Room.PROGRESS]


def test_a_page_over_the_room_goes_when_another_room_is_chosen(window: MainWindow, qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    window.show_inside(page)
    assert window.inside is page
    window.show_room(Room.LIBRARY)
    assert window.inside is None
    assert page.isHidden()


def test_a_full_page_covers_the_rail_and_gives_it_back(window: MainWindow, qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    window.show_full(page)
    assert not window.rail.isVisibleTo(window)
    window.leave_full()
    assert window.rail.isVisibleTo(window)
    assert window.full is None


def test_a_banner_says_its_sentence_until_it_is_taken_back(qtbot: QtBot, window: MainWindow) -> None:
    tried: list[str] = []
    action = ("Again", partial(tried.append, "sound"))
    window.show_banner(
        "sound", tone=Tone.CAUTION, bold="No sound.", sentence="The signs stay.", action=action
    )
    window.show_banner("saving", tone=Tone.CAUTION, bold="Not saved yet.")
    banner = window.banner("sound")
    assert banner is not None
    assert banner.accessibleName() == "No sound. The signs stay."
    banner.findChildren(Button)[0].click()
    assert tried == ["sound"]
    window.hide_banner("sound")
    assert window.banner("sound") is None


def test_closing_asks_first(qtbot: QtBot, window: MainWindow) -> None:
    window.show()
    window.set_close_guard(bool)  # bool() is False: not now
    assert not window.close()
    assert window.isVisible()
    window.set_close_guard(None)
    assert window.close()
    assert not window.isVisible()


def test_the_rail_is_narrow_in_a_narrow_window_and_with_large_text(window: MainWindow, theme: Theme) -> None:
    window.resize(1280, 800)
    window.grab()
    assert not window.rail.narrow
    assert window.rail.width() == 208
    window.resize(900, 600)
    window.grab()
    assert window.rail.narrow
    assert window.rail.width() == 80
    window.resize(1280, 800)
    window.grab()
    theme.set_text_percent(200)
    assert window.rail.narrow


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_every_room_can_be_seen_on_the_rail_of_the_smallest_window(
    window: MainWindow, theme: Theme, percent: int
) -> None:
    theme.set_text_percent(percent)
    window.resize(900, 600)
    window.grab()
    last = window.rail.button(Room.WARNING_SIGNS)
    assert last.mapTo(window, last.rect().bottomLeft()).y() < 600
    tops = [window.rail.button(room).geometry() for room in Room]
    assert all(not one.intersects(other) for one, other in pairwise(tops))


def test_the_keyboard_reaches_every_room_and_jumps_between_rail_and_page(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.make_shortcuts()
    window.show()
    for number, room in enumerate(Room, start=1):
        qtbot.keyClick(window, Qt.Key(Qt.Key.Key_0 + number), Qt.KeyboardModifier.ControlModifier)
        assert window.room is room
    window.show_room(Room.LIBRARY)
    qtbot.keyClick(window, Qt.Key.Key_F6)
    assert window.focusWidget() is window.rail.button(Room.LIBRARY)


def test_warning_signs_is_the_last_of_the_rail_and_in_the_tone_of_stop(window: MainWindow) -> None:
    assert tuple(Room)[-1] is Room.WARNING_SIGNS
    assert window.rail.button(Room.WARNING_SIGNS)._tone() == "stop"
    assert window.rail.button(Room.WARNING_SIGNS).focusPolicy() & Qt.FocusPolicy.TabFocus


def nothing() -> None:
    """What a banner's button does here."""


def shown_banner(window: MainWindow, tone: Tone = Tone.CAUTION) -> LyingBanner:
    window.resize(1280, 800)
    window.show()
    action = ("Again", nothing)
    window.show_banner("sound", tone=tone, bold="No sound.", sentence="The signs stay.", action=action)
    banner = window.banner("sound")
    assert isinstance(banner, LyingBanner)
    return banner


def test_nothing_moves_when_news_comes_or_goes(qtbot: QtBot, window: MainWindow) -> None:
    window.resize(1280, 800)
    window.show()
    page = window.page(Room.TODAY)
    assert page is not None
    watched = [*(window.rail.button(room) for room in Room), *page.findChildren(Button)]
    before = [widget.mapTo(window, QPoint(0, 0)) for widget in watched]
    banner = shown_banner(window, Tone.SUCCESS)
    QApplication.processEvents()
    assert [widget.mapTo(window, QPoint(0, 0)) for widget in watched] == before
    assert banner.mapTo(window, QPoint(0, 0)).x() > window.rail.width()
    window.hide_banner("sound")
    QApplication.processEvents()
    assert [widget.mapTo(window, QPoint(0, 0)) for widget in watched] == before


def test_what_stays_covers_nothing_of_the_room_and_leaves_the_rail_alone(window: MainWindow) -> None:
    window.resize(1280, 800)
    window.show()
    page = window.page(Room.TODAY)
    assert page is not None
    height = page.height()
    rail = [window.rail.button(room).mapTo(window, QPoint(0, 0)) for room in Room]
    banner = shown_banner(window, Tone.STOP)
    QApplication.processEvents()
    assert page.mapTo(window, QPoint(0, page.height())).y() <= banner.mapTo(window, QPoint(0, 0)).y()
    assert [window.rail.button(room).mapTo(window, QPoint(0, 0)) for room in Room] == rail
    window.hide_banner("sound")
    QApplication.processEvents()
    assert page.height() == height


def test_a_press_that_was_on_its_way_reaches_what_lies_under_a_new_banner(
    qtbot: QtBot, window: MainWindow
) -> None:
    banner = shown_banner(window)
    on_it = banner.close_button.mapTo(window, QPoint(3, 3))
    assert not banner.isAncestorOf(window.childAt(on_it))
    qtbot.waitUntil(lambda: banner.isAncestorOf(window.childAt(on_it)), timeout=3_000)
    qtbot.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton, pos=on_it)
    assert window.banner("sound") is None


@pytest.mark.parametrize("tone", list(Tone))
def test_every_banner_can_be_closed_and_only_news_goes_by_itself(
    qtbot: QtBot, window: MainWindow, tone: Tone
) -> None:
    banner = shown_banner(window, tone)
    assert banner.close_button.accessibleName() == "Close"
    assert banner.close_button.focusPolicy() & Qt.FocusPolicy.TabFocus
    assert banner._lasts.isActive() is (tone in (Tone.INFO, Tone.SUCCESS))
    banner._lasts.timeout.emit()
    assert window.banner("sound") is None


def test_a_banner_that_the_keyboard_is_in_stays(qtbot: QtBot, window: MainWindow) -> None:
    banner = shown_banner(window, Tone.SUCCESS)
    banner.close_button.setFocus()
    banner._lasts.timeout.emit()
    assert window.banner("sound") is banner


@pytest.mark.parametrize(("width", "height", "percent"), [(860, 500, 200), (1280, 800, 100)])
def test_banners_are_whole_at_every_size(
    window: MainWindow, theme: Theme, width: int, height: int, percent: int
) -> None:
    theme.set_text_percent(percent)
    shown_banner(window)
    window.show_banner(
        "saving",
        tone=Tone.CAUTION,
        bold="Not saved yet.",
        sentence="The disk is full: what you did waits in memory, and is written as soon as there is room.",
        action=("Try again", nothing),
    )
    window.resize(width, height)
    QApplication.processEvents()
    assert cut_words(window) == []


@pytest.mark.parametrize("percent", [100, 200])
def test_a_banner_with_long_words_and_a_path_stays_whole_in_the_smallest_window(
    window: MainWindow, theme: Theme, percent: int
) -> None:
    theme.set_text_percent(percent)
    window.resize(860, 500)
    window.show()
    window.show_banner(
        "advice",
        tone=Tone.STOP,
        bold="Stop and get help now.",
        sentence="For chest pain or trouble breathing call your local emergency number now, even if it eases. "
        "It stands in /home/somebody/.local/share/supple/set-aside-2026-11-30-101346/settings-unreadable.json.",
        action=("See warning signs", nothing),
    )
    QCoreApplication.processEvents()
    banner = window.banner("advice")
    assert banner is not None
    assert window.rect().contains(banner.geometry())
    words = banner.findChild(Text)
    assert words is not None
    assert words.height() >= words.heightForWidth(words.width())
    assert words.width() >= banner.width() / 2


def test_what_lies_under_a_banner_can_be_scrolled_out_of_there_and_nothing_moves(
    qtbot: QtBot, theme: Theme
) -> None:
    window = MainWindow(theme)
    qtbot.addWidget(window)
    page = Page(theme, "Today")
    page.body.addStretch(1)
    last = Button(theme, "Start routine")
    page.body.addWidget(last)
    window.set_rooms({Room.TODAY: lambda: page})
    window.resize(860, 500)
    window.show_room(Room.TODAY)
    window.show()
    QCoreApplication.processEvents()
    before = last.mapTo(window, QPoint(0, 0)), last.size()
    window.show_banner("news", tone=Tone.SUCCESS, bold="Saving is slow.", sentence="Sets are kept.")
    QCoreApplication.processEvents()
    banner = window.banner("news")
    assert banner is not None
    assert (last.mapTo(window, QPoint(0, 0)), last.size()) == before
    assert banner.geometry().top() < before[0].y() + before[1].height()
    scroll_to(last)
    assert last.mapTo(window, QPoint(0, last.height())).y() <= banner.geometry().top()
    window.hide_banner("news")
    QCoreApplication.processEvents()
    assert (last.mapTo(window, QPoint(0, 0)), last.size()) == before


def test_a_banner_without_room_on_a_full_page_is_seen_when_the_page_goes(
    qtbot: QtBot, window: MainWindow, theme: Theme
) -> None:
    window.resize(860, 500)
    window.show()
    page = DialogPage(theme, "Safety questions")
    qtbot.addWidget(page)
    page.above_foot.addSpacing(300)
    window.show_full(page)
    QApplication.processEvents()
    window.show_banner("news", tone=Tone.SUCCESS, bold="Saved.")
    banner = window.banner("news")
    assert isinstance(banner, LyingBanner)
    assert not banner.isVisible()
    assert not banner._lasts.isActive()  # its time has not begun
    window.leave_full()
    assert banner.isVisible()


def seen(window: MainWindow) -> list[str]:
    """The keys of the banners that are seen, from the edge on."""
    keys = ("advice", *(f"news {number}" for number in range(9)))
    found = [
        (key, banner) for key in keys if (banner := window.banner(key)) is not None and banner.isVisible()
    ]
    return [key for key, _ in sorted(found, key=lambda each: -each[1].geometry().top())]


def test_banners_without_room_wait_and_advice_to_stop_is_nearest_the_edge_until_it_is_closed(
    qtbot: QtBot, window: MainWindow, theme: Theme
) -> None:
    theme.set_text_percent(200)
    window.resize(860, 500)
    window.show()
    window.show_banner("advice", tone=Tone.STOP, bold="Stop.", sentence="Call your doctor.")
    for number in range(4):
        window.show_banner(f"news {number}", tone=Tone.SUCCESS, bold="Saved.", sentence="It is in /tmp/a.")
    assert seen(window)[:2] == ["advice", "news 3"]
    assert "news 0" not in seen(window)
    first, last = window.banner("news 0"), window.banner("news 3")
    assert isinstance(first, LyingBanner)
    assert isinstance(last, LyingBanner)
    assert not first._lasts.isActive()  # its time has not begun
    assert window.rect().contains(last.geometry())
    while (keys := seen(window)) != ["advice"]:
        banner = window.banner(keys[1])
        assert isinstance(banner, LyingBanner)
        assert banner._lasts.isActive()
        banner._lasts.timeout.emit()
    assert [key for key in ("news 0", "news 3") if window.banner(key)] == []  # each had its time
    advice = window.banner("advice")
    assert isinstance(advice, LyingBanner)
    advice.close_button.click()
    assert seen(window) == []


def test_a_banner_that_the_keyboard_is_in_does_not_wait(window: MainWindow, theme: Theme) -> None:
    theme.set_text_percent(200)
    window.resize(860, 500)
    window.show()
    window.show_banner("news 0", tone=Tone.CAUTION, bold="Not saved yet.", action=("Try again", nothing))
    first = window.banner("news 0")
    assert isinstance(first, LyingBanner)
    first.close_button.setFocus()
    for number in range(1, 5):
        window.show_banner(f"news {number}", tone=Tone.CAUTION, bold="Saving is slow.")
    assert "news 0" in seen(window)
    assert first.has_keyboard
