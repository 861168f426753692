"""Banners over the window: shows and times them, lets them wait for room, and does what is pressed on them.

All can be closed. News lies on a room for a while, so that nothing under it moves; what stays has room of its own. A
full page makes room for every banner: it asks something, or is read from afar.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QEnterEvent, QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from supple.ui.kit.banner import Banner, Tone
from supple.ui.kit.button import Button, ButtonKind
from supple.ui.kit.theme import Theme, set_property

SIDE, MARGIN, GAP = 16, 12, 8
WIDEST = 960
PASSES_MS = 400
"""So long a press goes through to what lies under a new banner: the hand was on its way there."""
LASTS_MS = 12_000  # a line of news; whatever asks to be acted on stays until it is closed or true no more
PASSING = (Tone.INFO, Tone.SUCCESS)
MOST_OF_HEIGHT = 0.5  # banners beyond that wait until there is room

if TYPE_CHECKING:
    from PySide6.QtCore import SignalInstance

Action = tuple[str, Callable[[], None]]
"""The words on a banner's button, and what a press does."""


@runtime_checkable
class MakesRoom(Protocol):
    """A full page on which banners cover nothing."""

    room_changed: "SignalInstance"
    """There is more room or less, or elsewhere."""

    @property
    def foot_bar(self) -> QWidget | None:
        """The buttons over which banners lie; without any they lie at the top."""

    @property
    def room_for_banners(self) -> int:
        """So many pixels can be left; what does not find room in them waits."""

    def leave_room(self, px: int) -> None:
        """Let banners have so many pixels."""


class LyingBanner(Banner):
    """A banner with Close; news goes by itself, unless one is at it."""

    close_pressed = Signal(str)

    def __init__(
        self, theme: Theme, *, key: str, tone: Tone, bold: str, sentence: str, action: Action | None
    ) -> None:
        super().__init__(theme, tone=tone, bold=bold, sentence=sentence, action=action[0] if action else "")
        self._act = action[1] if action else None
        self._key = key
        self.tone = tone
        self._passes = QTimer(self, singleShot=True, interval=PASSES_MS)
        self._lasts = QTimer(self, singleShot=True, interval=LASTS_MS)
        self.close_button = Button(theme, kind=ButtonKind.ICON, icon="x", name=self.tr("Close"))

        set_property(self, "lies", "true")
        self._end.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)

        self._action.clicked.connect(self._follow_press)
        self.close_button.clicked.connect(self._close)
        self._passes.timeout.connect(self._take_presses)
        self._lasts.timeout.connect(self._pass)

    @property
    def has_keyboard(self) -> bool:
        """Whether the focus is in it."""
        focused = self.window().focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def showEvent(self, event: QShowEvent) -> None:
        """Its time begins when it is seen."""
        super().showEvent(event)
        if event.spontaneous():
            return
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._passes.start()
        if self.tone in PASSING:
            self._lasts.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """It is taken away, or waits: nothing is due."""
        super().hideEvent(event)
        if not event.spontaneous():
            self._passes.stop()
            self._lasts.stop()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Stay while the hand is on it."""
        super().enterEvent(event)
        self._lasts.stop()

    def leaveEvent(self, event: QEvent) -> None:
        """Go some time after that."""
        super().leaveEvent(event)
        if self.tone in PASSING:
            self._lasts.start()

    def _follow_press(self) -> None:
        if self._act is not None:
            self._act()

    def _close(self) -> None:
        self.close_pressed.emit(self._key)

    def _take_presses(self) -> None:
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, on=False)

    def _pass(self) -> None:
        if self.has_keyboard:
            self._lasts.start()
        else:
            self._close()


class BannerArea(QObject):
    """One banner for each key; they lie on `over`, at its foot or where `lie_at` says.

    Nearest the edge is what says to stop, then the newest. Where there is no room for all, the oldest wait.
    """

    covered_changed = Signal()

    def __init__(self, theme: Theme, over: QWidget) -> None:
        super().__init__(over)
        self._theme = theme
        self._over = over
        self._clear = 0
        self._foot: QWidget | None = None
        self._page: MakesRoom | None = None
        self._covered = self._reserved = 0
        self._banners: dict[str, LyingBanner] = {}

        over.installEventFilter(self)

        theme.changed.connect(self._place)

    def show_banner(self, key: str, *, tone: Tone, bold: str, sentence: str, action: Action | None) -> None:
        """Say something; the same key replaces what it said."""
        self.hide_banner(key)
        banner = LyingBanner(self._theme, key=key, tone=tone, bold=bold, sentence=sentence, action=action)
        self._banners[key] = banner
        banner.setParent(self._over)
        banner.close_pressed.connect(self.hide_banner)
        self._place()

    def hide_banner(self, key: str) -> None:
        """Take it back; nothing happens when it is not there."""
        banner = self._banners.pop(key, None)
        if banner is not None:
            banner.hide()
            banner.deleteLater()
            self._place()

    def banner(self, key: str) -> LyingBanner | None:
        """The banner shown under `key`."""
        return self._banners.get(key)

    @property
    def covered(self) -> int:
        """So many pixels at the foot of a room are under news, which goes by itself."""
        return self._covered

    @property
    def reserved(self) -> int:
        """So many pixels belong to banners, where they lie: nothing else is to be there."""
        return self._reserved

    def lie_at_foot_of_room(self, *, clear: int) -> None:
        """In a room, with so many pixels left free for the rail."""
        self._lie(clear, None)

    def lie_on_full_page(self, page: MakesRoom) -> None:
        """Where the page has room for them."""
        self._lie(0, page)

    def _lie(self, clear: int, page: MakesRoom | None) -> None:
        foot = page.foot_bar if page is not None else None
        if self._foot is not None:
            self._foot.removeEventFilter(self)
        self._clear, self._foot, self._page = clear, foot, page
        if foot is not None:
            foot.installEventFilter(self)
        self._place()
        if page is not None:
            page.leave_room(self._reserved)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Follow the size of what lies under them, and the place of the buttons that they lie over."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move):
            self._place()
        return False

    def _place(self) -> None:
        room = self._over.width() - self._clear - 2 * SIDE
        width = min(room, self._theme.px(WIDEST))
        left = SIDE + (room - width) // 2
        left += 0 if self._over.isRightToLeft() else self._clear  # the rail is where one begins to read
        at_top = self._page is not None and self._foot is None
        foot = self._over.height() if self._foot is None else self._foot.mapTo(self._over, QPoint(0, 0)).y()
        edge = MARGIN if at_top else foot - MARGIN
        most = left_over = self._over.height() * MOST_OF_HEIGHT
        if self._page is not None:
            left_over = self._page.room_for_banners - MARGIN - GAP
            most = left_over + 1  # so that the first may wait as well
        in_order = [*reversed(self._banners.values())]
        in_order.sort(key=_may_wait)
        for banner in in_order:
            height = _height(banner, width)
            waits = _may_wait(banner) and height > left_over < most
            banner.setVisible(not waits)
            if waits:
                continue
            height = _height(banner, width)  # now that it is seen
            left_over -= height + GAP
            top = edge if at_top else edge - height
            banner.setGeometry(left, top, width, height)
            banner.raise_()
            edge = top + height + GAP if at_top else top - GAP
        taken = 0 if not self._banners else edge if at_top else foot - edge
        stays = self._page is not None or any(banner.tone not in PASSING for banner in self._banners.values())
        covered, reserved = (0, taken) if stays else (taken, 0)
        if (covered, reserved) != (self._covered, self._reserved):
            self._covered, self._reserved = covered, reserved
            if self._page is not None:
                self._page.leave_room(reserved)
            self.covered_changed.emit()


def _may_wait(banner: LyingBanner) -> bool:
    return banner.tone is not Tone.STOP and not banner.has_keyboard


def _height(banner: LyingBanner, width: int) -> int:
    return max(banner.heightForWidth(width), banner.minimumSizeHint().height())
