"""The one table of keys: what each does, and how a pressed key is known, by its letter or by its place."""

import sys
from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from supple.ui.kit.room import Room


class Act(StrEnum):
    """What keys do; the session's act while it is on, the others in the whole window."""

    ROOM = "room"
    JUMP = "jump"
    SEARCH = "search"
    FULL_SCREEN = "full screen"
    KEYS = "keys"
    QUIT = "quit"
    PAUSE = "pause"
    PREVIOUS = "previous"
    SKIP = "skip"
    SKIP_EXERCISE = "skip the exercise"
    HURTS = "it hurts"
    SOUND = "sound"
    FILL = "fill the screen"
    STOP = "stop"


TABLE: dict[Act, tuple[str, ...]] = {
    Act.ROOM: tuple(f"Ctrl+{number}" for number, _room in enumerate(Room, start=1)),
    Act.JUMP: ("F6",),
    Act.SEARCH: ("Ctrl+F",),
    Act.FULL_SCREEN: ("F11",),
    Act.KEYS: ("F1", "Ctrl+?"),
    Act.QUIT: ("Ctrl+Q",),
    Act.PAUSE: ("Space",),
    Act.PREVIOUS: ("Left",),
    Act.SKIP: ("Right",),
    Act.SKIP_EXERCISE: ("Shift+Right",),
    Act.HURTS: ("H",),
    Act.SOUND: ("M",),
    Act.FILL: ("F", "F11"),
    Act.STOP: ("Esc",),
}
WINDOW_ACTS = (Act.ROOM, Act.JUMP, Act.FULL_SCREEN, Act.KEYS, Act.QUIT)
SESSION_ACTS = (
    Act.PAUSE,
    Act.PREVIOUS,
    Act.SKIP,
    Act.SKIP_EXERCISE,
    Act.HURTS,
    Act.SOUND,
    Act.FILL,
    Act.STOP,
)

# Where the letters of QWERTY lie, by the number of the key that the system tells beside what is printed on it.
_ROWS = {2: "1234567890", 16: "QWERTYUIOP", 30: "ASDFGHJKL", 44: "ZXCVBNM"}
_PLACES = {first + n: letter for first, row in _ROWS.items() for n, letter in enumerate(row)}
_MAC_PLACES = {
    3: "F",
    4: "H",
    12: "Q",
    46: "M",
    18: "1",
    19: "2",
    20: "3",
    21: "4",
    23: "5",
    22: "6",
    26: "7",
}
_X11_OFFSET = 8  # X11 and Wayland count the kernel's numbers from 8; Windows counts as the kernel does
_UNCOUNTED = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.GroupSwitchModifier
_MODIFIERS = {"Ctrl": Qt.KeyboardModifier.ControlModifier, "Shift": Qt.KeyboardModifier.ShiftModifier}
_NAMED = {"Esc": Qt.Key.Key_Escape, "Space": Qt.Key.Key_Space}
_SHIFT = Qt.KeyboardModifier.ShiftModifier


class Pressed(NamedTuple):
    """An act and which of its keys it was, from 0."""

    act: Act
    place: int


def pressed(event: QKeyEvent, acts: Iterable[Act]) -> Pressed | None:
    """Which of `acts` the key means; a letter that is not Latin means the one that QWERTY has in its place."""
    keys = {event.key(), _key_in_place(event)}
    modifiers = event.modifiers() & ~_UNCOUNTED
    for act in acts:
        for place, words in enumerate(TABLE[act]):
            if _means(combination(words), keys, modifiers):
                return Pressed(act, place)
    return None


def combination(words: str) -> QKeyCombination:
    """The one combination that `words` of the table name."""
    *modifiers, name = words.split("+")
    wanted = Qt.KeyboardModifier.NoModifier
    for modifier in modifiers:
        wanted |= _MODIFIERS[modifier]
    key = _NAMED.get(name) or (Qt.Key(ord(name)) if len(name) == 1 else Qt.Key[f"Key_{name}"])
    return QKeyCombination(wanted, key)


def key_words(act: Act) -> str:
    """The first key of `act` as it is printed on this system's keyboards."""
    return native(TABLE[act][0])


def native(words: str) -> str:
    """A key of the table as this system writes it."""
    return QKeySequence(words).toString(QKeySequence.SequenceFormat.NativeText)


def _means(wanted: QKeyCombination, keys: set[int], modifiers: Qt.KeyboardModifier) -> bool:
    key = wanted.key()
    if key not in keys:
        return False
    if key == Qt.Key.Key_Question or (_is_latin(key) and not wanted.keyboardModifiers()):
        modifiers &= ~_SHIFT
    return modifiers == wanted.keyboardModifiers()


def _key_in_place(event: QKeyEvent) -> int:
    """What QWERTY has where this key lies; the key itself where that is a Latin letter or a digit."""
    key = event.key()
    if _is_latin(key):
        return key
    if sys.platform == "darwin":
        letter = _MAC_PLACES.get(event.nativeVirtualKey(), "")
    else:
        offset = 0 if sys.platform == "win32" else _X11_OFFSET
        letter = _PLACES.get(event.nativeScanCode() - offset, "")
    return ord(letter) if letter else key


def _is_latin(key: int) -> bool:
    return Qt.Key.Key_A <= key <= Qt.Key.Key_Z or Qt.Key.Key_0 <= key <= Qt.Key.Key_9
