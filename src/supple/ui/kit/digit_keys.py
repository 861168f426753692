"""Which digit a key stands for: by what it writes, or by its place where the row of digits writes something else."""

import sys

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

_ELSEWHERE = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)
FIRST_PLACE = (
    2 if sys.platform == "win32" else 10
)  # Windows counts keys from Esc; X11 and Wayland begin at eight
_MAC_PLACES = (18, 19, 20, 21, 23, 22, 26, 28, 25)
_MAC_ZERO = 29


def figure_of(event: QKeyEvent) -> int | None:
    """0 to 9: what `digit_of` knows, and the 0 after the 9."""
    digit = digit_of(event)
    if digit is not None or event.modifiers() & _ELSEWHERE:
        return digit
    if sys.platform == "darwin":
        is_zero = event.nativeVirtualKey() == _MAC_ZERO
    else:
        is_zero = event.nativeScanCode() == FIRST_PLACE + 9
    return 0 if event.key() == Qt.Key.Key_0 or is_zero else None


def digit_of(event: QKeyEvent) -> int | None:
    """1 to 9, from the row above the letters (also on a French or Czech keyboard) or from the number pad."""
    if event.modifiers() & _ELSEWHERE:
        return None
    written = event.key() - int(Qt.Key.Key_0)
    if 1 <= written <= 9:
        return written
    if sys.platform == "darwin":
        places = _MAC_PLACES
        return places.index(event.nativeVirtualKey()) + 1 if event.nativeVirtualKey() in places else None
    place = event.nativeScanCode() - FIRST_PLACE + 1
    return place if 1 <= place <= 9 else None
