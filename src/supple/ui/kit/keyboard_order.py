"""The order in which the keyboard comes to widgets that stand in another order than they were made in."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def keep_keyboard_order(widgets: Sequence[QWidget]) -> None:
    """Let Tab lead through `widgets`, each with what is inside it, in their order."""
    stops = [stop for widget in widgets for stop in _stops(widget)]
    for before, after in pairwise(stops):
        QWidget.setTabOrder(before, after)


def across(widget: QWidget, within: QWidget) -> int:
    """How far in it begins, each step from the side from which what holds it is read."""
    far = 0
    while widget is not within:
        holder = widget.parentWidget()
        if holder is None:
            break
        far += holder.width() - 1 - widget.geometry().right() if holder.isRightToLeft() else widget.x()
        widget = holder
    return far


def _stops(widget: QWidget) -> list[QWidget]:
    """What takes the focus by Tab in `widget`, itself before what is inside."""
    inside = [widget, *widget.findChildren(QWidget)]
    return [found for found in inside if found.focusPolicy() & Qt.FocusPolicy.TabFocus]
