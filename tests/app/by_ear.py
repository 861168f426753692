"""What a screen reader would find amiss in the window as it is now, without a screen reader: by the same interfaces."""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication, QWidget

from supple.app.program import Program
from supple.ui.kit.sheet import Sheet

Role = QAccessible.Role
NAME, VALUE, DESCRIPTION = QAccessible.Text.Name, QAccessible.Text.Value, QAccessible.Text.Description
PICTURES = (Role.Graphic, Role.Chart)
VALUED = (Role.ComboBox, Role.EditableText, Role.Slider, Role.SpinBox)


def faults(window: QWidget) -> list[str]:
    """One sentence each; of the topmost sheet alone while one is open."""
    QApplication.processEvents()
    sheet = open_sheet(window)
    nodes = list(walk(QAccessible.queryAccessibleInterface(sheet or window)))
    found = [words for node in nodes for words in _faults_of(node)]
    if sheet is not None and (nodes[0].role() != Role.Dialog or not nodes[0].state().modal):
        found.append(f"the sheet “{nodes[0].text(NAME)}” is not a dialog")
    if not any(_level(node) == 1 for node in nodes):
        found.append("the page has no heading of its own")
    names = Counter(
        node.text(NAME) for node in nodes if node.role() == Role.Button and not node.state().disabled
    )
    found += [f"{number} buttons are called “{name}”" for name, number in names.items() if number > 1]
    return found


def heading_faults(program: Program) -> list[str]:
    """Headings more than one step below the one before, on Today and on pages of checks and plans.

    In the other rooms headings leave a step out still.
    """
    window, sheet = program.window, open_sheet(program.window)
    front = sheet or window.full or window.inside or window.page(window.room)
    if not type(front).__module__.startswith(("supple.ui.check.", "supple.ui.plan.", "supple.ui.today.")):
        return []
    nodes = walk(QAccessible.queryAccessibleInterface(sheet or window))
    headings = [(level, node.text(NAME)) for node in nodes if (level := _level(node))]
    return [
        f"the heading “{name}” is {level - above} steps below “{before}”"
        for (above, before), (level, name) in pairwise(headings)
        if level > above + 1
    ]


def focus_faults(program: Program) -> list[str]:
    """Where the keyboard is, and with it the reader: in what has come, on something that has words."""
    front: QWidget | None = open_sheet(program.window) or program.window.full
    focused = QApplication.focusWidget()
    if QApplication.activeWindow() is None:
        return [
            "the window lost the keyboard: a part was shown before it had its place, and flashed as a window"
        ]
    if front is None:
        return []
    if focused is None or not (front is focused or front.isAncestorOf(focused)):
        return [f"the keyboard is not in {type(front).__name__} but on {type(focused).__name__}"]
    if not QAccessible.queryAccessibleInterface(focused).text(NAME).strip():
        return [f"the keyboard is on a {type(focused).__name__} without words"]
    return []


def open_sheet(window: QWidget) -> Sheet | None:
    """The sheet over all, if there is one."""
    sheets = [sheet for sheet in window.findChildren(Sheet) if sheet.isVisible()]
    return sheets[-1] if sheets else None


def walk(node: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    """It and all inside that is shown."""
    yield node
    for index in range(node.childCount()):
        child = node.child(index)
        if child is not None and child.isValid() and not child.state().invisible:
            yield from walk(child)


def _faults_of(node: QAccessibleInterface) -> Iterator[str]:
    role, name = node.role(), node.text(NAME).strip()
    what = f"{role.name} {_called(node)}"
    widget = node.object()
    if node.state().focusable and not name and role not in (Role.Client, Role.Window):
        yield f"{what} takes the keyboard and has no name"
    if role in VALUED and name and name == node.text(VALUE):
        yield f"{what} is called like its value “{name}”"
    if role in PICTURES and not (name and (node.text(DESCRIPTION) or len(name) > 1)):
        yield f"{what} has no text"
    if any(brace in said for said in (name, node.text(VALUE), node.text(DESCRIPTION)) for brace in "{}"):
        yield f"{what} leaves a word of its sentence out"
    if role in (Role.StaticText, Role.Heading) and not name:
        yield f"{what} is blank"
    if role in (Role.Grouping, Role.PageTabList) and not name:
        yield f"{what} has no name"
    if role == Role.Client and widget is not None and _is_painted(widget) and not node.childCount():
        yield f"{what} is painted, and neither a picture nor told to be decoration"


def _is_painted(widget: object) -> bool:
    """Whether a class of ours paints it."""
    return any(
        "paintEvent" in vars(kind) and kind.__module__.startswith("supple.") for kind in type(widget).__mro__
    )


def _level(node: QAccessibleInterface) -> int:
    attributes = node.attributesInterface()
    if node.role() != Role.Heading or attributes is None:
        return 0
    return int(attributes.attributeValue(QAccessible.Attribute.Level))


def _called(node: QAccessibleInterface) -> str:
    """Where it is: its class, and the nearest name above."""
    widget = node.object()
    above = widget.parent() if widget is not None else None
    while isinstance(above, QWidget) and not above.accessibleName():
        above = above.parentWidget()
    where = above.accessibleName() if isinstance(above, QWidget) else ""
    return f"{type(widget).__name__} “{node.text(NAME)}” in “{where}”"
