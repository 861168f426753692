"""Banners over the window: they lie on the page, so that nothing under them moves, and can all be closed."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QEnterEvent
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


class LyingBanner(Banner):
    """A banner with Close that tells by which key it was shown; news goes by itself, unless one is at it."""

    key_pressed = Signal(str)
    close_pressed = Signal(str)

    def __init__(self, theme: Theme, *, key: str, tone: Tone, bold: str, sentence: str, action: str) -> None:
        super().__init__(theme, tone=tone, bold=bold, sentence=sentence, action=action)
        self._key = key
        self._passes = QTimer(self, singleShot=True, interval=PASSES_MS)
        self._lasts = QTimer(self, singleShot=True, interval=LASTS_MS)
        self.close_button = Button(theme, kind=ButtonKind.ICON, icon="x", name=self.tr("Close"))

        set_property(self, "lies", "true")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._end.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)

        self._passes.start()
        if tone in PASSING:
            self._lasts.start()

        self.action_pressed.connect(self._tell)
        self.close_button.clicked.connect(self._close)
        self._passes.timeout.connect(self._take_presses)
        self._lasts.timeout.connect(self._pass)

    def stop(self) -> None:
        """It is taken away: nothing is due any more."""
        self._passes.stop()
        self._lasts.stop()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Stay while the hand is on it."""
        super().enterEvent(event)
        self._lasts.stop()

    def leaveEvent(self, event: QEvent) -> None:
        """Go some time after that."""
        super().leaveEvent(event)
        if self.property("tone") in PASSING:
            self._lasts.start()

    def _tell(self) -> None:
        self.key_pressed.emit(self._key)

    def _close(self) -> None:
        self.close_pressed.emit(self._key)

    def _take_presses(self) -> None:
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, on=False)

    def _pass(self) -> None:
        focused = self.window().focusWidget()
        if focused is not None and self.isAncestorOf(focused):
            self._lasts.start()
        else:
            self._close()


class BannerArea(QObject):
    """One banner for each key, the newest nearest the edge; they lie on `over`, beside what `keep_clear` keeps free."""

    pressed = Signal(str)
    covered_changed = Signal(int)  # so many pixels at the foot of what they lie on

    def __init__(self, theme: Theme, over: QWidget) -> None:
        super().__init__(over)
        self._theme = theme
        self._over = over
        self._clear = 0
        self._at_top = False
        self._covered = 0
        self._banners: dict[str, LyingBanner] = {}

        over.installEventFilter(self)

        theme.changed.connect(self._place)

    def show_banner(self, key: str, *, tone: Tone, bold: str, sentence: str, action: str) -> None:
        """Say something; the same key replaces what it said."""
        self.hide_banner(key)
        banner = LyingBanner(self._theme, key=key, tone=tone, bold=bold, sentence=sentence, action=action)
        self._banners[key] = banner
        banner.setParent(self._over)
        banner.key_pressed.connect(self.pressed)
        banner.close_pressed.connect(self.hide_banner)
        banner.show()
        self._place()

    def hide_banner(self, key: str) -> None:
        """Take it back; nothing happens when it is not there."""
        banner = self._banners.pop(key, None)
        if banner is not None:
            banner.stop()
            banner.hide()
            banner.deleteLater()
            self._place()

    def banner(self, key: str) -> LyingBanner | None:
        """The banner shown under `key`."""
        return self._banners.get(key)

    @property
    def covered(self) -> int:
        """So many pixels at the foot of what they lie on are under banners."""
        return self._covered

    def keep_clear(self, left: int, *, foot: bool) -> None:
        """Leave so many pixels free at the left, for the rail, and the foot of a page that has its buttons there."""
        if (left, foot) != (self._clear, self._at_top):
            self._clear, self._at_top = left, foot
            self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002 - Qt's signature
        """Follow the size of what lies under them."""
        if event.type() is QEvent.Type.Resize:
            self._place()
        return False

    def _place(self) -> None:
        room = self._over.width() - self._clear - 2 * SIDE
        width = min(room, self._theme.px(WIDEST))
        left = self._clear + SIDE + (room - width) // 2
        edge = MARGIN if self._at_top else self._over.height() - MARGIN
        for banner in reversed(self._banners.values()):
            height = max(banner.heightForWidth(width), banner.minimumSizeHint().height())
            top = edge if self._at_top else edge - height
            banner.setGeometry(left, top, width, height)
            banner.raise_()
            edge = top + height + GAP if self._at_top else top - GAP
        covered = 0 if self._at_top or not self._banners else self._over.height() - edge
        if covered != self._covered:
            self._covered = covered
            self.covered_changed.emit(covered)
