"""What a screen reader holds in its hands: our widgets with their roles, names, values, states and actions.

The binding does not take over what the factory returns, so it is held here until Qt has deleted it.
"""

from typing import Any

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import (
    QAccessible,
    QAccessibleActionInterface,
    QAccessibleAttributesInterface,
    QAccessibleInterface,
    QAccessibleTextInterface,
)
from PySide6.QtWidgets import QAbstractButton, QAccessibleWidget, QComboBox, QLabel, QWidget
from shiboken6 import Object, getCppPointer, isValid
from shiboken6.Shiboken import VoidPtr

from supple.ui.kit.reader import LEVEL, OPEN, ROLE, Told

_Role = QAccessible.Role
_Text = QAccessible.Text
_Part = QAccessible.InterfaceType
_ROLES = {
    Told.HEADING: _Role.Heading,
    Told.GRAPHIC: _Role.Graphic,
    Told.CHART: _Role.Chart,
    Told.PROGRESS: _Role.Graphic,  # a progress bar promises a number; this one has words
    Told.DIALOG: _Role.Dialog,
    Told.ALERT: _Role.AlertMessage,
    Told.GROUP: _Role.Grouping,
    Told.RADIO: _Role.RadioButton,
    Told.TABS: _Role.PageTabList,
    Told.TAB: _Role.PageTab,
    Told.LIST: _Role.List,
    Told.ITEM: _Role.ListItem,
    Told.SWITCH: _Role.CheckBox,  # AT-SPI readers of today do not know a switch
    Told.LABEL: _Role.StaticText,
    Told.DECORATION: _Role.Whitespace,
}
_PICTURED = (Told.GRAPHIC, Told.CHART, Told.PROGRESS)
_SWEEP_AT = 256
_held: list[QAccessibleInterface] = []
_sweep_at = [_SWEEP_AT]


def interface_of(widget: QWidget) -> QAccessibleInterface | None:
    """Ours where Qt's own would say too little; None leaves `widget` to Qt."""
    if not type(widget).__module__.startswith("supple."):
        if widget.property(ROLE) is None:
            return None
        return _hold(_Spoken(widget))
    if isinstance(widget, QAbstractButton):
        return _hold(_SpokenButton(widget))
    if isinstance(widget, QComboBox):
        return _hold(_SpokenCombo(widget))
    if isinstance(widget, QLabel) or widget.property(ROLE) is not None:
        return _hold(_Spoken(widget))
    return None


def _hold(interface: QAccessibleInterface) -> QAccessibleInterface:
    if len(_held) >= _sweep_at[0]:
        _held[:] = [held for held in _held if isValid(held)]
        _sweep_at[0] = 2 * len(_held) + _SWEEP_AT
    _held.append(interface)
    return interface


class _Level(QAccessibleAttributesInterface):
    """How deep a heading is."""

    def __init__(self, level: int) -> None:
        super().__init__()
        self._level = level

    def attributeKeys(self) -> list[QAccessible.Attribute]:
        """The level alone."""
        return [QAccessible.Attribute.Level]

    def attributeValue(self, key: QAccessible.Attribute) -> Any:
        """The level."""
        return self._level if key is QAccessible.Attribute.Level else None


class _Spoken(QAccessibleWidget):
    """A widget that is what it was told to be."""

    def __init__(self, widget: QWidget) -> None:
        self._told = Told(widget.property(ROLE)) if widget.property(ROLE) is not None else None
        super().__init__(widget, _ROLES[self._told] if self._told else self._role_of(widget))
        level = widget.property(LEVEL)
        self._level = _Level(int(level)) if level is not None else None

    def text(self, t: QAccessible.Text) -> str:
        """The name; of a label its words, of a picture what is to be seen."""
        widget = self.object()
        if not isinstance(widget, QWidget):
            return ""
        if t is _Text.Name:
            return self._name(widget)
        if t is _Text.Description and self._told in _PICTURED and not widget.accessibleName():
            return ""  # it is the name already
        if t is _Text.Value:
            return self._value(widget)
        return super().text(t)

    def state(self) -> QAccessible.State:
        """What Qt knows, and what is open, chosen or over all."""
        state = super().state()
        widget = self.object()
        if not isinstance(widget, QWidget):
            return state
        if isinstance(widget, QLabel) and not self._name(widget).strip():
            state.invisible = True  # a place for words that are not there now
        if self._told is Told.DIALOG:
            state.modal = True
        if self._told is Told.HEADING:
            state.focusable = True
            state.focused = widget.hasFocus()
        opened = widget.property(OPEN)
        if opened is not None:
            state.expandable = True
            state.expanded, state.collapsed = bool(opened), not opened
        return state

    def interface_cast(self, t: QAccessible.InterfaceType) -> Any:
        """The parts of it; the binding wants an address for each, and 0 for none."""
        if t is _Part.AttributesInterface and self._level is not None:
            return _address(self._level)
        return _or_none(super().interface_cast(t))

    def _name(self, widget: QWidget) -> str:
        if self._told is Told.DECORATION:
            return ""
        if widget.accessibleName():
            return widget.accessibleName()
        if self._told in _PICTURED and widget.accessibleDescription():
            return widget.accessibleDescription()
        for words in (getattr(widget, "reader_words", None), getattr(widget, "text", None)):
            if callable(words):
                return str(words())
        return ""

    def _value(self, widget: QWidget) -> str:
        return widget.accessibleDescription() if self._told in _PICTURED else ""

    def _role_of(self, widget: QWidget) -> QAccessible.Role:
        return _Role.StaticText if isinstance(widget, QLabel) else _Role.Client


class _SpokenButton(_Spoken):
    """A button whose action does what a click does; what is painted in it is in its name already."""

    def childCount(self) -> int:
        """None."""
        return 0

    def child(self, _index: int) -> Any:
        """None."""
        return None

    def state(self) -> QAccessible.State:
        """Whether it is on, or down."""
        state = super().state()
        button = self.object()
        if isinstance(button, QAbstractButton):
            state.pressed = button.isDown()
            if button.isCheckable() and self._told is Told.TAB:
                state.selectable, state.selected = True, button.isChecked()
            elif button.isCheckable():
                state.checkable, state.checked = True, button.isChecked()
        return state

    def actionNames(self) -> list[str]:
        """Press, or toggle; and take the focus."""
        button = self.object()
        if not isinstance(button, QAbstractButton) or not button.isEnabled():
            return []
        toggles = self.role() is _Role.CheckBox
        actions = QAccessibleActionInterface
        return [actions.toggleAction() if toggles else actions.pressAction(), actions.setFocusAction()]

    def doAction(self, action: str) -> None:
        """A click, by whatever name a reader calls it."""
        button = self.object()
        if not isinstance(button, QAbstractButton):
            return
        actions = QAccessibleActionInterface
        if action in (actions.pressAction(), actions.toggleAction()):
            button.click()
        else:
            super().doAction(action)

    def _role_of(self, widget: QWidget) -> QAccessible.Role:
        if isinstance(widget, QAbstractButton) and widget.isCheckable():
            return _Role.RadioButton if widget.autoExclusive() else _Role.CheckBox
        return _Role.Button


class _SpokenCombo(_Spoken):
    """A combo box is called what its label says; what is chosen is its value and its text."""

    def __init__(self, combo: QComboBox) -> None:
        super().__init__(combo)
        self._chosen = _ChosenText(self)

    def childCount(self) -> int:
        """The list of choices."""
        return 1

    def child(self, index: int) -> Any:
        """The list of choices."""
        combo = self.object()
        if index or not isinstance(combo, QComboBox):
            return None
        return QAccessible.queryAccessibleInterface(combo.view())

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """The list is the first."""
        combo = self.object()
        return 0 if isinstance(combo, QComboBox) and child.object() is combo.view() else -1

    def state(self) -> QAccessible.State:
        """Whether its list is open."""
        state = super().state()
        combo = self.object()
        if isinstance(combo, QComboBox):
            shown = combo.view().isVisible()
            state.hasPopup = state.expandable = True
            state.expanded, state.collapsed = shown, not shown
        return state

    def actionNames(self) -> list[str]:
        """Open the list, or go to the next or the last choice."""
        combo = self.object()
        if not isinstance(combo, QComboBox) or not combo.isEnabled():
            return []
        actions = QAccessibleActionInterface
        return [
            actions.showMenuAction(),
            actions.pressAction(),
            actions.increaseAction(),
            actions.decreaseAction(),
            actions.setFocusAction(),
        ]

    def doAction(self, action: str) -> None:
        """As a hand does."""
        combo = self.object()
        if not isinstance(combo, QComboBox):
            return
        actions = QAccessibleActionInterface
        if action in (actions.showMenuAction(), actions.pressAction()):
            if combo.view().isVisible():
                combo.hidePopup()
            else:
                combo.showPopup()
        elif action == actions.increaseAction():
            _choose(combo, combo.currentIndex() + 1)
        elif action == actions.decreaseAction():
            _choose(combo, combo.currentIndex() - 1)
        else:
            super().doAction(action)

    def interface_cast(self, t: QAccessible.InterfaceType) -> Any:
        """Readers on Linux look for the choice in the text."""
        return _address(self._chosen) if t is _Part.TextInterface else super().interface_cast(t)

    def _value(self, widget: QWidget) -> str:
        return widget.currentText() if isinstance(widget, QComboBox) else ""

    def _role_of(self, _widget: QWidget) -> QAccessible.Role:
        return _Role.ComboBox


def _choose(combo: QComboBox, index: int) -> None:
    """Choose as the arrow keys do."""
    if 0 <= index < combo.count():
        combo.setCurrentIndex(index)
        combo.activated.emit(index)
        combo.textActivated.emit(combo.currentText())


class _ChosenText(QAccessibleTextInterface):
    """The words of what is chosen, to be read only."""

    def __init__(self, spoken: _SpokenCombo) -> None:
        super().__init__()
        self._spoken = spoken

    def _words(self) -> str:
        return self._spoken.text(_Text.Value) if isValid(self._spoken) else ""

    def text(self, start: int, end: int) -> str:
        """A part of the words; -1 is their end."""
        return self._words()[start : end if end >= 0 else None]

    def characterCount(self) -> int:
        """Their length."""
        return len(self._words())

    def attributes(self, _offset: int) -> Any:
        """Plain from end to end."""
        return "", 0, self.characterCount()

    def selection(self, _index: int) -> Any:
        """Nothing is selected."""
        return 0, 0

    def selectionCount(self) -> int:
        """Nothing is selected."""
        return 0

    def addSelection(self, start: int, end: int) -> None:
        """Nothing can be selected."""

    def removeSelection(self, index: int) -> None:
        """Nothing can be selected."""

    def setSelection(self, index: int, start: int, end: int) -> None:
        """Nothing can be selected."""

    def cursorPosition(self) -> int:
        """There is no cursor."""
        return 0

    def setCursorPosition(self, position: int) -> None:
        """There is no cursor."""

    def characterRect(self, _offset: int) -> QRect:
        """Not told."""
        return QRect()

    def offsetAtPoint(self, _point: QPoint) -> int:
        """Not told."""
        return -1

    def scrollToSubstring(self, start: int, end: int) -> None:
        """All of it can be seen."""


def _address(part: Object) -> Any:
    return VoidPtr(getCppPointer(part)[0])


def _or_none(address: Any) -> Any:
    """A null pointer comes as None from Qt and must go back as an address of 0."""
    return VoidPtr(0) if address is None else address
