"""Whether every word in the window can be read whole, and everything that can be pressed can be reached."""

from itertools import combinations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QScrollBar,
    QTableView,
    QWidget,
)

from supple.ui.kit.banner import Banner
from supple.ui.kit.popover import Popover
from supple.ui.kit.scrolling import scroll_to
from supple.ui.kit.sheet import Sheet
from supple.ui.session.mat_note import MatNote
from supple.ui.session.mat_sound_question import MatSoundQuestion
from supple.ui.session.mat_volume import MatVolume

CONTROLS = (QAbstractButton, QAbstractSlider, QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit)
TOUCH_PX = 2  # how far two things may reach into each other: roundings


def cut_words(window: QWidget) -> list[str]:
    """What is cut or lies outside of what holds it, each with what is wrong; a page may be scrolled up and down."""
    QApplication.processEvents()
    found = []
    for kind in (QLabel, *CONTROLS):
        for widget in window.findChildren(kind):
            if widget.isVisible() and _says_something(widget):
                wrong = _too_small(widget) or _outside(widget, window) or _unfilled(widget)
                if wrong:
                    found.append(f"{name_of(widget)}: {wrong}")
    for table in window.findChildren(QTableView):
        if table.isVisible():
            found += _cut_cells(table)
    return found


def _unfilled(widget: QWidget) -> str:
    """A sentence whose side or number was left out; a person's own words may hold whatever they like."""
    if isinstance(widget, MatNote):
        return ""
    said = name_of(widget) + widget.accessibleDescription() + widget.toolTip()
    return "" if set(said).isdisjoint("{}") else "a word of it was not filled in"


def _cut_cells(table: QTableView) -> list[str]:
    """Words over a column, or in one without a tip, that it has no room for."""
    model, header, found = table.model(), table.horizontalHeader(), []
    for column in range(model.columnCount()):
        if header.isSectionHidden(column):
            continue
        room = header.sectionSize(column)
        words = str(model.headerData(column, Qt.Orientation.Horizontal) or "")
        font = model.headerData(column, Qt.Orientation.Horizontal, Qt.ItemDataRole.FontRole)
        if QFontMetrics(font or header.viewport().font()).horizontalAdvance(words) > room:
            found.append(f"the head “{words}” of a column {room} wide")
        for row in range(model.rowCount()):
            index = model.index(row, column)
            words = str(index.data() or "")
            if index.data(Qt.ItemDataRole.ToolTipRole) or table.columnSpan(row, column) > 1:
                continue
            metrics = QFontMetrics(table.font())
            lines = metrics.boundingRect(QRect(0, 0, room, 10_000), Qt.TextFlag.TextWordWrap, words)
            wraps = lines.width() <= room and lines.height() <= table.rowHeight(row)
            if metrics.horizontalAdvance(words) > room and not wraps:
                found.append(f"“{words}” in a column {room} wide")
    return found


def unreachable(window: QWidget) -> list[str]:
    """What can be pressed and yet cannot be brought into sight, or lies under something else."""
    found = []
    for widget in _in_front(window):
        if isinstance(widget, CONTROLS) and widget.isEnabled():
            scroll_to(widget)
            wrong = _covered(widget, window)
            if wrong:
                found.append(f"{name_of(widget)}: {wrong}")
    return found


def overlaps(window: QWidget) -> list[str]:
    """Words and controls that lie over each other."""
    QApplication.processEvents()
    leaves = [w for w in _in_front(window) if _says_something(w) and isinstance(w, (QLabel, *CONTROLS))]
    seen = [(leaf, seen_of(leaf, window)) for leaf in leaves]
    found = []
    for (one, its), (other, others) in combinations(
        ((leaf, rect) for leaf, rect in seen if rect.isValid()), 2
    ):
        shared = its & others
        if min(shared.width(), shared.height()) <= TOUCH_PX or _lies_over(one) is not _lies_over(other):
            continue
        if one.isAncestorOf(other) or other.isAncestorOf(one):
            continue
        found.append(f"{name_of(one)} and {name_of(other)} share {shared.width()} x {shared.height()}")
    return found


def seen_of(widget: QWidget, window: QWidget) -> QRect:
    """The part of `widget` that nothing above it cuts off, in the window."""
    rect, inner = widget.rect(), widget
    while inner is not window and inner.parentWidget() is not None:
        rect = rect.translated(inner.pos()) & inner.parentWidget().rect()
        inner = inner.parentWidget()
    return rect


def name_of(widget: QWidget) -> str:
    """Its class and what it says."""
    words = widget.accessibleName() or getattr(widget, "text", str)()
    return f"{type(widget).__name__} “{words}”"


def front(window: QWidget) -> QWidget:
    """The sheet or popover that is on, or the window."""
    over = [w for kind in (Sheet, Popover) for w in window.findChildren(kind) if w.isVisible()]
    return over[-1] if over else window


def _lies_over(widget: QWidget) -> QWidget | None:
    """The panel with a ground of its own that is meant to cover what is under it, if `widget` is on one."""
    at: QWidget | None = widget
    while at is not None and not isinstance(at, MatVolume | MatSoundQuestion | Banner):
        at = at.parentWidget()
    return at


def _in_front(window: QWidget) -> list[QWidget]:
    return [w for w in front(window).findChildren(QWidget) if w.isVisible() and not _is_part(w)]


def _is_part(widget: QWidget) -> bool:
    """Parts of other controls: the field of a spin box, a scroll bar."""
    return isinstance(widget, QScrollBar) or isinstance(
        widget.parentWidget(), QAbstractSpinBox | QComboBox | QLineEdit
    )


def _says_something(widget: QWidget) -> bool:
    if isinstance(widget, QLabel):
        return bool(widget.text())
    return not _is_part(widget)


def _covered(widget: QWidget, window: QWidget) -> str:
    spot = widget.mapTo(window, widget.rect().center())
    if not window.rect().contains(spot):
        return f"its middle is at {spot.x()}, {spot.y()}, outside of the window"
    hit = window.childAt(spot)
    if hit is widget or (hit is not None and widget.isAncestorOf(hit)):
        return ""
    return f"lies under {name_of(hit) if hit else 'nothing'}"


def _too_small(widget: QWidget) -> str:
    needed = widget.minimumSizeHint()
    if widget.width() < needed.width():
        return f"{widget.width()} wide, needs {needed.width()}"
    height = widget.heightForWidth(widget.width()) if widget.hasHeightForWidth() else needed.height()
    if widget.height() < height:
        return f"{widget.height()} high, needs {height}"
    return ""


def _outside(widget: QWidget, window: QWidget) -> str:
    """Follow the widget up to the window; what can be scrolled to is not outside, nor what lies in no height at all:
    that is put away for the eye and told to who hears."""
    inner, outer = widget, widget.parentWidget()
    rect = widget.rect()
    while outer is not None and inner is not window:
        rect = rect.translated(inner.pos())
        if rect.left() < 0 or rect.right() >= outer.width():
            return f"from {rect.left()} to {rect.right()} in a {type(outer).__name__} {outer.width()} wide"
        scrolled = isinstance(outer.parentWidget(), QScrollArea)
        if not outer.height():
            return ""
        if not scrolled and (rect.top() < 0 or rect.bottom() >= outer.height()):
            return (
                f"from {rect.top()} down to {rect.bottom()} in a {type(outer).__name__} {outer.height()} high"
            )
        if scrolled:
            rect.moveTop(0)
            rect.setHeight(1)
        inner, outer = outer, outer.parentWidget()
    return ""


def to_top(window: QWidget) -> None:
    """Scroll everything back to its beginning."""
    for area in window.findChildren(QScrollArea):
        area.verticalScrollBar().setValue(0)
    QApplication.processEvents()
