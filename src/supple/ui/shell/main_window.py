"""The window: rail, rooms, full pages over both, banners above, sheets over all."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QHelpEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from supple.ui.kit.banner import Banner, Tone
from supple.ui.kit.first_focus import FocusKept, focus_first
from supple.ui.kit.page import NARROW_WINDOW
from supple.ui.kit.room import Room
from supple.ui.kit.scrolling import scroll_by_key
from supple.ui.kit.sheet import Sheet
from supple.ui.kit.theme import Theme
from supple.ui.shell.banner_area import Action, BannerArea, MakesRoom
from supple.ui.shell.focus_ring import FocusRing
from supple.ui.shell.rail import Rail
from supple.ui.shell.room_opening import RoomOpening

if TYPE_CHECKING:
    from supple.ui.kit.tip import Tip
    from supple.ui.shell.window_keys import WindowKeys

TITLE = "Supple"
SMALLEST = QSize(860, 500)
FIRST_SIZE = QSize(1280, 800)


class MainWindow(QMainWindow):
    """Rooms are made when first shown, by the factories given."""

    uncovered = Signal()  # a full page went, and the rooms are seen again
    keys_opening = Signal()  # the list of keys is about to cover what is going on

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._factories: dict[Room, Callable[[], QWidget]] = {}
        self._pages: dict[Room, QWidget] = {}
        self._room = Room.TODAY
        self._full: QWidget | None = None
        self._before_full, self._before_inside = FocusKept(), FocusKept()
        self._follows = False
        self._inside: QWidget | None = None
        self._may_close: Callable[[], bool] | None = None
        self._keys: WindowKeys | None = None
        self._lists_keys = False
        self._tip: Tip | None = None
        self._centre = QWidget()
        self._banner_area = BannerArea(theme, self._centre)
        self._outer = QStackedWidget()
        self._rooms = QWidget()
        self._rail = Rail(theme)
        self._stack = QStackedWidget()
        self._opening = RoomOpening(self._stack, self)
        self._ring = FocusRing(theme, self)

        self.setWindowTitle(TITLE)
        self.setAccessibleName(TITLE)
        self.setMinimumSize(SMALLEST)
        self.resize(FIRST_SIZE)
        self._build()

        self._rail.room_chosen.connect(self.open_room)
        self._opening.opened.connect(self._take_page)
        self._banner_area.covered_changed.connect(self._free_what_is_covered)
        self._stack.currentChanged.connect(self._free_what_is_covered)
        theme.changed.connect(self._keep_rail_clear)

    def set_rooms(self, rooms: Mapping[Room, Callable[[], QWidget]]) -> None:
        """What makes the page of each room."""
        self._factories = dict(rooms)

    @property
    def theme(self) -> Theme:
        """What it and all that it shows look like."""
        return self._theme

    @property
    def room(self) -> Room:
        """The room that is on."""
        return self._room

    @property
    def rail(self) -> Rail:
        """The rail, for those who press its buttons."""
        return self._rail

    @property
    def focus_ring(self) -> FocusRing:
        """The ring round what the keyboard is on."""
        return self._ring

    @property
    def full(self) -> QWidget | None:
        """The page that covers the rail, if any."""
        return self._full

    @property
    def is_covered(self) -> bool:
        """Whether a page or a sheet lies over the rooms: something is going on, or is asked."""
        return self._full is not None or any(sheet.isVisible() for sheet in self.findChildren(Sheet))

    @property
    def inside(self) -> QWidget | None:
        """The page over the room beside the rail, if any."""
        return self._inside

    def page(self, room: Room) -> QWidget | None:
        """The room's page if it has been made."""
        return self._pages.get(room)

    def show_room(self, room: Room) -> None:
        """Show a room, made now if it is the first time; a full page stays in front."""
        follows = self._follows or self._has_focus_in_page
        self._follows = False
        self._opening.finish()
        self.leave_inside()
        self._room = room
        self._rail.set_room(room)
        if room not in self._pages and room in self._factories:
            page = self._factories[room]()
            self._pages[room] = page
            self._stack.addWidget(page)
        if room in self._pages:
            self._stack.setCurrentWidget(self._pages[room])
            if follows:
                focus_first(self._pages[room])

    def open_room(self, room: Room) -> None:
        """Show a room as soon as its page can be; the window answers meanwhile."""
        if room in self._pages or room not in self._factories:
            self.show_room(room)
            return
        self._follows = self._has_focus_in_page
        self._room = room
        self._rail.set_room(room)
        self._opening.begin(room, self._factories[room])

    @property
    def _has_focus_in_page(self) -> bool:
        """Whether the keyboard is on the page and not on the rail; then it goes on to the next page."""
        focused = QApplication.focusWidget()
        return focused is not None and self._stack.isAncestorOf(focused)

    def _take_page(self, room: Room, page: QWidget) -> None:
        self._pages[room] = page
        if room is self._room:
            self.show_room(room)

    def show_inside(self, widget: QWidget) -> None:
        """Show a page over the room, beside the rail, until `leave_inside` or another room."""
        if self._inside is widget:
            return
        self.leave_inside()
        self._inside = widget
        self._before_inside.keep()
        self._stack.addWidget(widget)
        self._stack.setCurrentWidget(widget)
        focus_first(widget)

    def leave_inside(self) -> None:
        """Back to the room."""
        if self._inside is None:
            return
        widget, self._inside = self._inside, None
        if self._room in self._pages:
            self._stack.setCurrentWidget(self._pages[self._room])
        self._stack.removeWidget(widget)
        widget.hide()
        self._before_inside.give_back(self._pages.get(self._room))

    def show_full(self, widget: QWidget) -> None:
        """Cover the rail and the room with `widget`; whoever made it keeps it."""
        if self._full is widget:
            return
        self._uncover()
        self._full = widget
        widget.windowTitleChanged.connect(self._follow_title)
        if isinstance(widget, MakesRoom):
            widget.room_changed.connect(self._keep_rail_clear)
        self._before_full.keep()
        self._outer.addWidget(widget)
        self._outer.setCurrentWidget(widget)
        self._keep_rail_clear()
        focus_first(widget)

    def leave_full(self) -> None:
        """Back to rail and room."""
        if self._uncover():
            self.uncovered.emit()

    def _uncover(self) -> bool:
        """Whether there was anything to take away."""
        if self._full is None:
            return False
        widget, self._full = self._full, None
        widget.windowTitleChanged.disconnect(self._follow_title)
        if isinstance(widget, MakesRoom):
            widget.room_changed.disconnect(self._keep_rail_clear)
        self.setWindowTitle(TITLE)
        self._outer.setCurrentWidget(self._rooms)
        self._outer.removeWidget(widget)
        widget.hide()
        self._keep_rail_clear()
        self._before_full.give_back(self._inside or self._pages.get(self._room))
        return True

    def show_sheet(self, sheet: Sheet) -> None:
        """Put a sheet over everything."""
        sheet.open_over(self)

    def set_close_guard(self, may_close: Callable[[], bool] | None) -> None:
        """Ask `may_close` before closing; False keeps the window open."""
        self._may_close = may_close

    def show_banner(
        self, key: str, *, tone: Tone, bold: str, sentence: str = "", action: Action | None = None
    ) -> None:
        """Say something over the page until `hide_banner` or Close; news goes by itself.

        `action` is what stands on its button, and what a press does.
        """
        self._banner_area.show_banner(key, tone=tone, bold=bold, sentence=sentence, action=action)

    def hide_banner(self, key: str) -> None:
        """Take it back; nothing happens when it is not there."""
        self._banner_area.hide_banner(key)

    def banner(self, key: str) -> Banner | None:
        """The banner shown under `key`."""
        return self._banner_area.banner(key)

    def showEvent(self, event: QShowEvent) -> None:
        """See where the keyboard is from now on."""
        super().showEvent(event)
        self._ring.listen()
        page = self._full or self._pages.get(self._room)
        if page is not None and self.focusWidget() is None:
            focus_first(page)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose the rail for the width."""
        super().resizeEvent(event)
        self._rail.set_narrow(self.width() < NARROW_WINDOW)
        self._keep_rail_clear()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask first."""
        if self._may_close is not None and not self._may_close():
            event.ignore()
            return
        super().closeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Come back from the dock with the focus where it was."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.ActivationChange and self.isActiveWindow():
            self._ring.listen()

    def _build(self) -> None:
        rooms = QHBoxLayout(self._rooms)
        rooms.setContentsMargins(0, 0, 0, 0)
        rooms.setSpacing(0)
        rooms.addWidget(self._rail)
        rooms.addWidget(self._stack, 1)
        self._outer.addWidget(self._rooms)
        layout = QVBoxLayout(self._centre)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._outer, 1)
        self._centre.setProperty("role", "page")
        self.setCentralWidget(self._centre)

    def make_shortcuts(self) -> None:
        """The window's keys and its icon; after the first paint, what is not seen need not be there before."""
        from PySide6.QtGui import QIcon

        from supple.ui.shell.window_keys import WindowKeys

        if self._keys is not None:
            return
        self.setWindowIcon(QIcon(":/icons/supple.svg"))
        self._keys = WindowKeys(self, self._rooms)
        self._keys.room_wanted.connect(self._press_room)
        self._keys.jump_wanted.connect(self._jump)
        self._keys.full_screen_wanted.connect(self.toggle_full_screen)
        self._keys.keys_wanted.connect(self.show_keys)
        self._keys.quit_wanted.connect(self.close)

    def toggle_full_screen(self) -> None:
        """Fill the screen, or be again what the window was before."""
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def show_keys(self) -> None:
        """List the keys over whatever is on, once."""
        from supple.ui.shell.keys_sheet import KeysSheet

        if self._lists_keys:
            return
        self._lists_keys = True
        self.keys_opening.emit()
        sheet = KeysSheet(self._theme)
        sheet.closed.connect(self._forget_keys)
        sheet.closed.connect(sheet.deleteLater)
        self.show_sheet(sheet)

    def event(self, event: QEvent) -> bool:
        """A tip is asked for by what lies under the mouse and has none of Qt's own."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            from supple.ui.kit.tip import Tip

            self._tip = self._tip or Tip(self._theme, self)
            return self._tip.show_for(event.pos())
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The page keys scroll wherever the focus is; others go by their place if the script has other letters."""
        taken = scroll_by_key(self, event.key()) or (self._keys is not None and self._keys.take(event))
        if not taken:
            super().keyPressEvent(event)

    def _press_room(self, place: int) -> None:
        """A room by its key; not while a page or a sheet covers the rail."""
        if not self.is_covered:
            self._rail.button(tuple(Room)[place]).click()

    def _forget_keys(self) -> None:
        self._lists_keys = False

    def _follow_title(self, title: str) -> None:
        """The page's own words before the program's name, for the desktop's list of windows."""
        self.setWindowTitle(f"{title} - {TITLE}" if title else TITLE)

    def _jump(self) -> None:
        """From the rail into the page, and back."""
        focused = QApplication.focusWidget()
        if focused is not None and self._rail.isAncestorOf(focused):
            page = self._stack.currentWidget()
            target = next((w for w in page.findChildren(QWidget) if _takes_tab(w)), None) if page else None
            if target is not None:
                target.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self._rail.button(self._room).setFocus(Qt.FocusReason.TabFocusReason)

    def _keep_rail_clear(self) -> None:
        """Banners lie at the foot of a room, never over the rail; a full page makes room for them."""
        if isinstance(self._full, MakesRoom):
            self._banner_area.lie_on_full_page(self._full)
        else:
            self._banner_area.lie_at_foot_of_room(clear=self._rail.width())

    def _free_what_is_covered(self) -> None:
        """The room ends above what stays; it can be scrolled out from under news."""
        if self._full is not None:
            return
        self._stack.setContentsMargins(0, 0, 0, self._banner_area.reserved)
        set_covered = getattr(self._stack.currentWidget(), "set_covered", None)
        if callable(set_covered):
            set_covered(self._banner_area.covered)


def _takes_tab(widget: QWidget) -> bool:
    return widget.isVisible() and widget.isEnabled() and bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
