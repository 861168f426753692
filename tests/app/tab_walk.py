"""Goes through what is in front by Tab alone, and says where the keyboard is out of sight or out of order."""

from itertools import pairwise

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QStyle, QWidget
from tests.app.fit import front, name_of

from supple.ui.kit.scrolling import AIR, focus_rect
from supple.ui.shell.room_button import RoomButton

MOST_STOPS = 200
ROW_PX = 6  # controls of one row may stand this much higher or lower


def walked(window: QWidget) -> list[QWidget]:
    """Where Tab stops, once round, beginning after what has the keyboard now."""
    return [stop for stop, _wrong in _walk(window)]


def out_of_sight(window: QWidget) -> list[str]:
    """Stops of Tab that are not all to be seen, or lie under something."""
    return [f"Tab comes to {name_of(stop)}: {wrong}" for stop, wrong in _walk(window) if wrong]


def _walk(window: QWidget) -> list[tuple[QWidget, str]]:
    stops: list[tuple[QWidget, str]] = []
    for _ in range(MOST_STOPS):
        _tab(window)
        focused = window.focusWidget()
        if focused is None or any(focused is stop for stop, _wrong in stops):
            break
        stops.append((focused, _hidden(focused, window)))
    return stops


def out_of_order(window: QWidget) -> list[str]:
    """Pairs of stops where the second stands above the first, or before it in its row.

    Where there is no rail Tab goes from the last stop to the first: once round there is one such pair. In the foot
    of a full page the way on comes first, as the answers lead to it.
    """
    found = []
    stops = walked(window)
    allowed = 0 if any(isinstance(stop, RoomButton) for stop in stops) else 1
    for before, after in pairwise(stops):
        if isinstance(after, RoomButton):
            continue  # from the last of the page or of a banner round to the rail
        ground = _ground(before, window)
        if ground is not _ground(after, window) or (_in_foot(before, window) and _in_foot(after, window)):
            continue
        its, others = _rect_in(before, ground, beside=after), _rect_in(after, ground, beside=before)
        above = others.bottom() <= its.top() + ROW_PX
        same_row = min(its.bottom(), others.bottom()) - max(its.top(), others.top()) > ROW_PX
        if (above and others.left() <= its.left()) or (same_row and others.right() <= its.left()):
            found.append(f"Tab goes from {name_of(before)} back to {name_of(after)}")
    return found[allowed:] if len(found) <= allowed else found


def _tab(window: QWidget) -> None:
    focused = window.focusWidget()
    QTest.keyClick(focused or window, Qt.Key.Key_Tab)
    for _ in range(3):
        QApplication.processEvents()


def _hidden(widget: QWidget, window: QWidget) -> str:
    rect = focus_rect(widget)
    place = QRect(widget.mapTo(window, rect.topLeft()), rect.size())
    seen, view = _seen(widget, place, window)
    if seen.width() < place.width():
        return f"{seen.width()} of {place.width()} pixels across are seen"
    if seen.height() < min(place.height(), view.height() - AIR):
        return f"{seen.height()} of {place.height()} pixels down are seen"
    spot = seen.center()
    hit = front(window).childAt(front(window).mapFrom(window, spot))
    if (
        hit is not None
        and hit is not widget
        and not widget.isAncestorOf(hit)
        and not hit.isAncestorOf(widget)
    ):
        return f"lies under {name_of(hit)}"
    return ""


def _seen(widget: QWidget, place: QRect, window: QWidget) -> tuple[QRect, QRect]:
    """What of `place` nothing cuts off, and the window as far as it can be seen through."""
    view = window.rect()
    above = widget.parentWidget()
    while above is not None and above is not window:
        if isinstance(above.parentWidget(), QScrollArea):  # a viewport
            view &= QRect(above.mapTo(window, QPoint(0, 0)), above.size())
        above = above.parentWidget()
    return place & view, view


def _ground(widget: QWidget, window: QWidget) -> QWidget:
    """What it is scrolled with, or the window."""
    above = widget.parentWidget()
    while above is not None and above is not window:
        holder = above.parentWidget()
        if holder is not None and isinstance(holder.parentWidget(), QScrollArea):
            return above
        above = holder
    return window


def _in_foot(widget: QWidget, window: QWidget) -> bool:
    bar = widget.parentWidget()
    return bar is not None and bar.property("role") == "bar" and bar.mapTo(window, QPoint(0, 0)).y() > 0


def _rect_in(widget: QWidget, ground: QWidget, *, beside: QWidget) -> QRect:
    """Where it is, counted from the side from which it is read together with what it stands `beside`."""
    rect = focus_rect(widget)
    place = QRect(widget.mapTo(ground, rect.topLeft()), rect.size())
    holder = widget
    while holder is not ground and not holder.isAncestorOf(beside):
        holder = holder.parentWidget() or ground
    return QStyle.visualRect(holder.layoutDirection(), ground.rect(), place)
