"""Where the window is, as words for the settings, and back to there: always whole inside a screen that is there."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

FRAME_PX = 44  # what a title bar and a lower edge may take of a screen; measured: 20 to 42
EDGES_PX = 16
_PLACE = re.compile(r"(-?\d{1,5}),(-?\d{1,5}),(\d{1,5}),(\d{1,5})(?:,(maximized|full))?")
_STATES = {"maximized": Qt.WindowState.WindowMaximized, "full": Qt.WindowState.WindowFullScreen}


class Kept(NamedTuple):
    """What the settings say: the window's inside in pixels, and "maximized", "full" or ""."""

    rect: QRect
    state: str = ""


def read_place(words: str) -> Kept | None:
    """What `words` say; None when they say nothing that could be a window."""
    match = _PLACE.fullmatch(words)
    if match is None:
        return None
    x, y, width, height = (int(part) for part in match.groups()[:4])
    return Kept(QRect(x, y, width, height), match[5] or "") if width and height else None


def fitted(rect: QRect, areas: Sequence[QRect], smallest: QSize) -> QRect:
    """`rect` brought wholly inside the one of `areas` that shows most of it; the first where none does.

    It is made no larger than the area, and no smaller than `smallest` where the area has room for that.
    """
    shown = [_size_of(area & rect) for area in areas]
    area = areas[shown.index(max(shown))]
    size = rect.size().expandedTo(smallest).boundedTo(area.size())
    if not max(shown):  # its screen is gone
        return QRect(area.center() - QRect(area.topLeft(), size).center() + area.topLeft(), size)
    x = min(max(rect.x(), area.left()), area.right() + 1 - size.width())
    y = min(max(rect.y(), area.top()), area.bottom() + 1 - size.height())
    return QRect(x, y, size.width(), size.height())


def room_inside(area: QRect) -> QSize:
    """How large a window may be inside its frame."""
    return area.size() - QSize(EDGES_PX, FRAME_PX)


def window_place(window: QWidget, before: str = "") -> str:
    """The place of `window` for the settings: "x,y,width,height", and ",maximized" or ",full".

    `before` is what they say now: a window that was never seen at its own size keeps that.
    """
    rect = window.geometry() if _is_normal(window) else window.normalGeometry()
    kept = read_place(before)
    if kept is not None and not _is_normal(window) and (rect.isEmpty() or kept.state):
        rect = kept.rect
    state = "full" if window.isFullScreen() else "maximized" if window.isMaximized() else ""
    place = f"{rect.x()},{rect.y()},{rect.width()},{rect.height()}"
    return f"{place},{state}" if state else place


def put_window(window: QWidget, place: str) -> None:
    """Give `window`, not shown yet, the place the settings name; without one a size that the screen has room for."""
    areas = _areas()
    smallest = window.minimumSize().boundedTo(room_inside(areas[0]))
    window.setMinimumSize(smallest)
    kept = read_place(place)
    if kept is None:
        window.resize(window.size().boundedTo(room_inside(areas[0])))  # where, the desktop knows best
        return
    # The inside is what is kept and set: a frame's corner would move by its title bar at every start.
    window.setGeometry(fitted(kept.rect, areas, smallest))
    if kept.state:
        window.setWindowState(_STATES[kept.state])


def bring_inside(window: QWidget) -> None:
    """Now that its frame is known: no edge of a normal window lies outside the screen."""
    if not _is_normal(window) or window.screen() is None:
        return
    frame, inside = window.frameGeometry(), window.geometry()
    area = window.screen().availableGeometry()
    if area.contains(frame):
        return
    least = window.minimumSize() + (frame.size() - inside.size())
    wanted = fitted(frame, [area], least.boundedTo(area.size()))
    left, top = inside.x() - frame.x(), inside.y() - frame.y()
    right, bottom = frame.right() - inside.right(), frame.bottom() - inside.bottom()
    window.setMinimumSize(window.minimumSize().boundedTo(wanted.size() - QSize(left + right, top + bottom)))
    window.setGeometry(wanted.adjusted(left, top, -right, -bottom))


def _areas() -> list[QRect]:
    """What each screen leaves to windows, the first one's first."""
    first = QGuiApplication.primaryScreen()
    others = [screen for screen in QGuiApplication.screens() if screen is not first]
    return [screen.availableGeometry() for screen in (first, *others)]


def _is_normal(window: QWidget) -> bool:
    return not (window.isMaximized() or window.isFullScreen())


def _size_of(rect: QRect) -> int:
    return max(0, rect.width()) * max(0, rect.height())
