"""The window's own keys, made from the table of keys: by letter as shortcuts, by place for other scripts."""

from collections.abc import Callable
from functools import cached_property

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from supple.ui.kit.keys import TABLE, WINDOW_ACTS, Act, pressed


class WindowKeys(QObject):
    """Tells what was asked for by key; a key that is held is one press."""

    room_wanted = Signal(int)  # its place on the rail, from 0
    jump_wanted = Signal()
    full_screen_wanted = Signal()
    keys_wanted = Signal()
    quit_wanted = Signal()

    def __init__(self, window: QWidget, rooms: QWidget) -> None:
        """The keys of the rooms work while `rooms` can be seen, the others everywhere in `window`."""
        super().__init__(window)
        self._shortcuts: list[_Shortcut] = []
        for act in WINDOW_ACTS:
            owner = rooms if act in (Act.ROOM, Act.JUMP) else window
            for place, words in enumerate(TABLE[act]):
                shortcut = _Shortcut(act, place, QKeySequence(words), owner)
                shortcut.pressed.connect(self._do)
                self._shortcuts.append(shortcut)

    def take(self, event: QKeyEvent) -> bool:
        """Do what a key means by its place, which no shortcut knows; False when it means nothing here."""
        found = pressed(event, WINDOW_ACTS)
        if found is None:
            return False
        if not event.isAutoRepeat():
            self._do(found.act, found.place)
        return True

    def _do(self, act: Act, place: int) -> None:
        if act is Act.ROOM:
            self.room_wanted.emit(place)
        else:
            self._signals[act]()

    @cached_property
    def _signals(self) -> dict[Act, Callable[[], None]]:
        return {
            Act.JUMP: self.jump_wanted.emit,
            Act.FULL_SCREEN: self.full_screen_wanted.emit,
            Act.KEYS: self.keys_wanted.emit,
            Act.QUIT: self.quit_wanted.emit,
        }


class _Shortcut(QShortcut):
    """A shortcut that says which key of which act it is."""

    pressed = Signal(Act, int)

    def __init__(self, act: Act, place: int, keys: QKeySequence, owner: QWidget) -> None:
        super().__init__(keys, owner)
        self._act = act
        self._place = place
        self.setAutoRepeat(False)
        self.setContext(Qt.ShortcutContext.WindowShortcut)

        self.activated.connect(self._tell)

    def _tell(self) -> None:
        self.pressed.emit(self._act, self._place)
