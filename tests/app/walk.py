"""Walks through the window as somebody who tries everything: what can be pressed, and what is noticed after it."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect, Qt, QUrl
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QFileDialog,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollBar,
    QWidget,
)
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from supple.app.demo.hand import bring_into_sight
from supple.app.program import Program
from supple.ui.kit.popover import Popover

Control = (
    QAbstractButton
    | QAbstractItemView
    | QAbstractSlider
    | QAbstractSpinBox
    | QComboBox
    | QLineEdit
    | QPlainTextEdit
)
CONTROLS = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
)
PATIENCE_MS = 4000
RING_PX = 8  # how far the ring of the keyboard's focus reaches out of a control


@dataclass(frozen=True, slots=True)
class Key:
    """Which control it is: its kind, its accessible name, and which of several of that name."""

    kind: str
    name: str
    number: int


@dataclass(slots=True)
class Outside:
    """What leaves the window: sounds that were sent, addresses that were opened, the clipboard."""

    heard: list[str] = field(default_factory=list)
    opened: list[str] = field(default_factory=list)

    def open(self, url: QUrl) -> bool:
        """Stand in for the desktop that opens an address."""
        self.opened.append(url.toString())
        return True


def top(program: Program) -> QWidget:
    """What is in front: a dialog, a sheet, or the window itself."""
    dialog = QApplication.activeModalWidget()
    if dialog is not None:
        return dialog
    sheets = [sheet for sheet in program.window.findChildren(QWidget) if _is_sheet(sheet)]
    return sheets[-1] if sheets else program.window


def controls(program: Program, *, within: str = "") -> dict[Key, Control]:
    """What can be pressed or moved now by keyboard or mouse in what is in front, by its accessible name.

    `within` narrows it to what is inside of a widget of this class.
    """
    found: dict[Key, Control] = {}
    for widget in _in_front(program):
        if within and not _is_inside(widget, within):
            continue
        if isinstance(widget, CONTROLS) and widget.isEnabled() and not _is_part(widget):
            name = widget.accessibleName() or (widget.text() if isinstance(widget, QAbstractButton) else "")
            kind = type(widget).__name__
            number = sum(key.kind == kind and key.name == name for key in found)
            found[Key(kind, name, number)] = widget
    return found


def all_controls(qtbot: QtBot, program: Program, *, within: str = "") -> dict[Key, Control]:
    """The same when no more of them come: a list of pictures comes in turns."""
    before, there = None, controls(program, within=within)
    while before is None or before.keys() != there.keys():
        qtbot.wait(50)
        before, there = there, controls(program, within=within)
    return there


def press(control: Control) -> None:
    """Do with it what one does: press a button, move a slider, choose the next of a list, type a letter."""
    bring_into_sight(control)
    QApplication.processEvents()
    if isinstance(control, QAbstractButton):
        QTest.mouseClick(control, Qt.MouseButton.LeftButton, pos=_spot(control))
    elif isinstance(control, QAbstractItemView):
        QTest.keyClick(control, Qt.Key.Key_Down)
        QTest.keyClick(control, Qt.Key.Key_Return)
    elif isinstance(control, QAbstractSlider):
        up = control.value() < control.maximum()
        QTest.keyClick(control, Qt.Key.Key_Right if up else Qt.Key.Key_Left)
    elif isinstance(control, QAbstractSpinBox):
        steps = control.stepEnabled()
        up = bool(steps & QAbstractSpinBox.StepEnabledFlag.StepUpEnabled)
        QTest.keyClick(control, Qt.Key.Key_Up if up else Qt.Key.Key_Down)
        QTest.keyClick(control, Qt.Key.Key_Return)
    elif isinstance(control, QComboBox):
        QTest.keyClick(
            control, Qt.Key.Key_Down if control.currentIndex() < control.count() - 1 else Qt.Key.Key_Up
        )
    else:
        QTest.keyClicks(control, "knee")
        control.clearFocus()


def is_chosen_already(control: Control) -> bool:
    """Whether it is the one of several that is on: pressing it again rightly changes nothing."""
    if isinstance(control, QComboBox):
        return control.count() < 2  # a list of one
    if not isinstance(control, QAbstractButton) or not control.isCheckable() or not control.isChecked():
        return False
    group = control.group()
    return control.autoExclusive() or (group is not None and group.exclusive())


def noticed(
    qtbot: QtBot, program: Program, outside: Outside, control: Control, key: Key, *, within: str = ""
) -> bool:
    """Press it; whether anything a person would notice followed, within some seconds."""
    control.setFocus(Qt.FocusReason.TabFocusReason)
    settle()
    before, picture = told(program, outside, control), _picture(program, control)
    where = QRect(control.mapTo(control.window(), QPoint(0, 0)), control.size())
    press(control)
    for _ in range(PATIENCE_MS // 30):
        settle()
        there = controls(program, within=within).get(key)
        if told(program, outside, there) != before:
            return True
        if _picture_at(program, where) != picture:
            return True
        qtbot.wait(30)
    return False


class Return:
    """The way back to where one was before a press, as a person goes: at once, instead of from the start."""

    def __init__(self, program: Program) -> None:
        self._program = program
        self._front = top(program)
        self._was_inside = program.window.inside is not None
        self._room = program.window.room
        self._scrolled = {bar: bar.value() for bar in program.window.findChildren(QScrollBar)}

    def go(self, control: Control) -> None:
        """Close what was opened, untick what was ticked, press again what was toggled, scroll back."""
        window = self._program.window
        if (front := top(self._program)) is not self._front:
            QTest.keyClick(front, Qt.Key.Key_Escape)
        elif popover := next((one for one in window.findChildren(Popover) if one.isVisible()), None):
            QTest.keyClick(popover, Qt.Key.Key_Escape)
        elif window.inside is not None and not self._was_inside:
            press(window.rail.button(self._room))
        elif isValid(control) and isinstance(control, QAbstractButton) and control.isVisible():
            group = control.group()
            if not control.autoExclusive() and (group is None or not group.exclusive()):
                press(control)
        settle()
        for bar, value in self._scrolled.items():
            if isValid(bar):
                bar.setValue(value)
        settle()


def settle() -> None:
    """Let what is under way come about."""
    QApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def _is_sheet(widget: QWidget) -> bool:
    from supple.ui.kit.sheet import Sheet

    return isinstance(widget, Sheet) and widget.isVisible()


def _in_front(program: Program) -> Iterator[QWidget]:
    front = top(program)
    for widget in front.findChildren(QWidget):
        if widget.isVisible() and not isinstance(widget.window(), QFileDialog):
            yield widget


def _is_inside(widget: QWidget, name: str) -> bool:
    above: QWidget | None = widget
    while above is not None and type(above).__name__ != name:
        above = above.parentWidget()
    return above is not None


def _is_part(widget: QWidget) -> bool:
    """Parts of other controls: the field of a spin box, a scroll bar, the heads of a table."""
    above = widget.parentWidget()
    return isinstance(widget, QScrollBar | QHeaderView) or isinstance(above, QAbstractSpinBox | QComboBox)


def _spot(button: QAbstractButton) -> QPoint:
    centre = button.rect().center()
    return centre if button.hitButton(centre) else QPoint(min(12, button.width() // 2), centre.y())


def told(program: Program, outside: Outside, own: Control | None = None) -> tuple[object, ...]:
    """Words, states of the other controls, pages, dialogs, settings, files, sounds."""
    words = []
    for window in QApplication.topLevelWidgets():
        if window.isVisible():
            words.append((type(window).__name__, window.windowTitle()))
            words += [_word(widget) for widget in window.findChildren(QWidget) if widget.isVisible()]
    focus = QApplication.focusWidget()
    return (
        [word for word in words if word],
        None if own is None else _own(own),
        type(program.window.full).__name__,
        type(program.window.inside).__name__,
        program.window.room,
        program.window.isFullScreen(),
        type(focus).__name__ if isinstance(focus, QLineEdit | QPlainTextEdit) else "",
        _files(program),
        len(outside.heard),
        tuple(outside.opened),
        QApplication.clipboard().text(),
    )


def _word(widget: QWidget) -> tuple[object, ...] | None:
    """What can be read of it, but not whether it is pressed: that alone would be a control that only shows itself."""
    if isinstance(widget, QLabel):
        return ("label", widget.text())
    if isinstance(widget, QAbstractButton):
        return ("button", widget.text(), widget.accessibleName(), widget.isEnabled())
    if isinstance(widget, QComboBox):
        return ("list", widget.count())
    return None


def _own(control: Control) -> object:
    """Of the control itself only its words: that it is down, on or moved is no consequence."""
    return control.text() if isinstance(control, QAbstractButton) else None


def _files(program: Program) -> tuple[tuple[str, bytes | int], ...]:
    folder = program.flows.data_dir
    kept = [
        file
        for file in folder.rglob("*")
        if file.is_file() and file.suffix in {".json", ".zip", ".csv", ".pdf"}
    ]
    return tuple(sorted((file.name, file.read_bytes()) for file in kept))


def _picture(program: Program, control: Control) -> QImage:
    return _picture_at(program, QRect(control.mapTo(control.window(), QPoint(0, 0)), control.size()))


def _picture_at(program: Program, hidden: QRect) -> QImage:
    """The window as it looks, with the pressed control and its ring painted over."""
    image = program.window.grab().toImage()
    painter = QPainter(image)
    painter.fillRect(hidden.adjusted(-RING_PX, -RING_PX, RING_PX, RING_PX), Qt.GlobalColor.gray)
    painter.end()
    return image
