"""What screen readers are told where Qt is silent: what a widget is, what is open, words said at once."""

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import QObject
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleInterface,
    QAccessibleStateChangeEvent,
)
from PySide6.QtWidgets import QWidget

# Dynamic properties, read by `reader_interfaces` when a screen reader asks for the widget.
ROLE, LEVEL, OPEN, SAID = "reader_role", "reader_level", "reader_open", "reader_said"


class Told(StrEnum):
    """What a widget is for a screen reader, where Qt does not know it."""

    HEADING = "heading"
    GRAPHIC = "graphic"  # its name or its description is its text
    CHART = "chart"  # the same, of figures
    PROGRESS = "progress"
    DIALOG = "dialog"  # over the window, modal
    ALERT = "alert"
    GROUP = "group"
    RADIO = "radio"
    TABS = "tabs"
    TAB = "tab"
    LIST = "list"
    ITEM = "item"
    SWITCH = "switch"
    LABEL = "label"
    DECORATION = "decoration"  # nothing to say


def tell(widget: QWidget, told: Told) -> None:
    """Say what `widget` is."""
    widget.setProperty(ROLE, told.value)


def tell_heading(widget: QWidget, level: int) -> None:
    """It is a heading: 1 names the page, 2 a part of it, 3 what is in a part."""
    widget.setProperty(ROLE, Told.HEADING.value)
    widget.setProperty(LEVEL, level)


def tell_open(widget: QWidget, *, is_open: bool) -> None:
    """It opens and shuts something, which is open now or not."""
    was = widget.property(OPEN)
    widget.setProperty(OPEN, is_open)
    if was is not None and bool(was) is not is_open and QAccessible.isActive():
        changed = QAccessible.State()
        changed.expanded = True
        QAccessible.updateAccessibility(QAccessibleStateChangeEvent(widget, changed))


def announce(widget: QWidget, words: str, *, urgent: bool = False) -> None:
    """Say `words` once although the focus is elsewhere; urgent ones cut off what is being said."""
    if not words:
        return
    widget.setProperty(SAID, words)
    if not QAccessible.isActive():
        return
    event = QAccessibleAnnouncementEvent(widget, words)
    politeness = QAccessible.AnnouncementPoliteness
    event.setPoliteness(politeness.Assertive if urgent else politeness.Polite)
    QAccessible.updateAccessibility(event)


def said(widget: QWidget) -> str:
    """What was said last of `widget`; "" before."""
    return str(widget.property(SAID) or "")


def teach_readers() -> None:
    """Let screen readers see all this; call once, before one can ask. What answers them is imported when one does."""
    QAccessible.installFactory(_answer)


def _answer(_name: str, thing: QObject) -> QAccessibleInterface | None:
    """Qt asks for each class a thing is of, while a screen reader runs."""
    return _answers()(thing) if isinstance(thing, QWidget) else None


def _answers() -> Callable[[QWidget], QAccessibleInterface | None]:
    from supple.ui.kit.reader_interfaces import interface_of

    return interface_of
