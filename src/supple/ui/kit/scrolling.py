"""Scrolling to what has the keyboard, and by the page keys: one way for rooms, full pages and sheets."""

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QAbstractSlider, QScrollArea, QWidget

AIR = 16  # between what is shown and the edge; the focus ring needs some of it
_ACTIONS = {
    Qt.Key.Key_PageDown: QAbstractSlider.SliderAction.SliderPageStepAdd,
    Qt.Key.Key_PageUp: QAbstractSlider.SliderAction.SliderPageStepSub,
    Qt.Key.Key_Home: QAbstractSlider.SliderAction.SliderToMinimum,
    Qt.Key.Key_End: QAbstractSlider.SliderAction.SliderToMaximum,
}


def scroll_to(widget: QWidget) -> None:
    """Bring all of `widget` into sight wherever it lies in something that scrolls; its top when it is too high."""
    rect = focus_rect(widget)
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea) and above.widget() is not None:
            _scroll(above, widget, rect)
        above = above.parentWidget()


def scroll_by_key(window: QWidget, key: int) -> bool:
    """Move what scrolls in `window`; False when the key is none for that, or nothing scrolls."""
    action = _ACTIONS.get(Qt.Key(key))
    area = main_area(window) if action is not None else None
    if area is None or action is None:
        return False
    area.verticalScrollBar().triggerAction(action)
    return True


def main_area(window: QWidget) -> QScrollArea | None:
    """The largest of the areas that are seen and have something to scroll."""
    areas = [area for area in window.findChildren(QScrollArea) if _scrolls(area)]
    if isinstance(window, QScrollArea) and _scrolls(window):
        areas.append(window)
    return max(areas, key=_size, default=None)


def focus_rect(widget: QWidget) -> QRect:
    """The part of it that has the keyboard: all of it, or the one it says."""
    own = getattr(widget, "focus_rect", None)
    return own() if callable(own) else widget.rect()


def _scroll(area: QScrollArea, widget: QWidget, rect: QRect) -> None:
    content, viewport, bar = area.widget(), area.viewport(), area.verticalScrollBar()
    if content is None or not content.isAncestorOf(widget):
        return
    top = widget.mapTo(content, QPoint(0, rect.top())).y()
    height = viewport.height() - int(getattr(area, "covered", 0))
    lowest = top + rect.height() + AIR - height
    bar.setValue(min(max(bar.value(), lowest), max(0, top - AIR)))


def _scrolls(area: QScrollArea) -> bool:
    return area.isVisible() and area.verticalScrollBar().maximum() > 0


def _size(area: QScrollArea) -> int:
    return area.width() * area.height()
