"""A hand that presses what a person presses: finds controls in the real window by their accessible names.

Used by `demo`; anything it cannot find in time is a DemoError that says what was missing.
"""

import time
from collections.abc import Callable, Generator
from typing import TypeVar

from PySide6.QtCore import QObject, QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QScrollArea, QWidget

Script = Generator[Callable[[], bool], None, None]
W = TypeVar("W", bound=QWidget)

PATIENCE_S = 20.0
LOOK_MS = 15
SETTLE_S = 0.25
EDGE_PX = 24  # inside of a row


class DemoError(Exception):
    """The demo could not go on: something a person would have pressed or seen was not there."""


class Hand(QObject):
    """Plays a script: each thing it yields is a condition to wait for, checked between the window's own events."""

    def __init__(self, script: Script, *, done: Callable[[DemoError | None], None]) -> None:
        """`done` is called once, with the error that ended the script or None."""
        super().__init__()
        self._script = script
        self._done = done
        self._condition: Callable[[], bool] | None = None
        self._until_s = 0.0
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self._look)

    def begin(self) -> None:
        """Start to play."""
        self._next()
        self._timer.start()

    def _look(self) -> None:
        try:
            if self._condition is not None and not self._condition():
                if time.monotonic() > self._until_s:
                    self._timer.stop()
                    self._fail()
                return
        except DemoError as error:
            self._end(error)
            return
        self._next()

    def _next(self) -> None:
        self._until_s = time.monotonic() + PATIENCE_S
        broke = True
        try:
            self._condition = next(self._script)
            self._until_s = time.monotonic() + getattr(self._condition, "patience_s", PATIENCE_S)
            broke = False
        except StopIteration:
            broke = False
            self._end(None)
        except DemoError as error:
            broke = False
            self._end(error)
        finally:
            if broke:  # otherwise whoever started it would wait for ever; the error itself goes on its way
                self._end(DemoError("the script itself broke"))

    def _fail(self) -> None:
        wanted = getattr(self._condition, "wanted", "what was expected")
        self._end(DemoError(f"waited in vain for {wanted}; there was {', '.join(visible_names())}"))

    def _end(self, error: DemoError | None) -> None:
        self._timer.stop()
        self._condition = None
        self._done(error)


class Seen:
    """A condition: a control with this accessible name can be seen and used."""

    def __init__(self, name: str, kind: type[QWidget] = QWidget, *, patience_s: float = PATIENCE_S) -> None:
        """`kind` narrows it to a class of widgets."""
        self.name = name
        self.kind = kind
        self.wanted = f"“{name}”"
        self.patience_s = patience_s

    def __call__(self) -> bool:
        """Whether it is there now."""
        return find(self.name, self.kind) is not None


class Until:
    """Any other condition, with the words for what was waited for."""

    def __init__(self, test: Callable[[], bool], wanted: str, *, patience_s: float = PATIENCE_S) -> None:
        """`wanted` completes "waited in vain for"."""
        self._test = test
        self.wanted = wanted
        self.patience_s = patience_s

    def __call__(self) -> bool:
        """Whether it holds now."""
        return self._test()


def a_moment_later() -> Callable[[], bool]:
    """A condition that holds a quarter of a second from now: what was pressed has had its effect."""
    until_s = time.monotonic() + SETTLE_S
    return lambda: time.monotonic() >= until_s


def find(name: str, kind: type[W]) -> W | None:
    """The topmost visible, enabled `kind` called `name`: an open dialog comes before the window under it."""
    windows = [w for w in QApplication.topLevelWidgets() if w.isVisible()]
    modal = QApplication.activeModalWidget()
    if modal is not None:
        windows = [modal]
    for window in windows:
        found = [w for w in (window, *window.findChildren(kind)) if isinstance(w, kind) and _usable(w, name)]
        if found:
            return found[-1]
    return None


def press(name: str) -> None:
    """Click the button called `name`, scrolled into sight first; raises DemoError when there is none."""
    button = find(name, QAbstractButton)
    if button is None:
        raise DemoError(f"there is no “{name}” to press; there was {', '.join(visible_names())}")
    press_it(button, name)


def press_it(button: QAbstractButton, name: str) -> None:
    """Click this `button`, one of several that may be called `name`, scrolled into sight first."""
    bring_into_sight(button)
    window = button.window()
    spot, hit = _spot(button)
    if hit is not button and (hit is None or not button.isAncestorOf(hit)):
        raise DemoError(
            f"“{name}” is covered by {hit.accessibleName() or type(hit).__name__ if hit else 'nothing'}"
        )
    handle = window.windowHandle()
    QTest.mouseClick(handle, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot)


def _spot(button: QAbstractButton) -> tuple[QPoint, QWidget | None]:
    """Where to click it, in its window, and what lies there: a button within it is not it."""
    window, middle = button.window(), button.rect().center()
    spot = button.mapTo(window, middle)
    hit = window.childAt(spot)
    if hit is not button and isinstance(hit, QAbstractButton) and button.isAncestorOf(hit):
        spot = button.mapTo(window, QPoint(min(EDGE_PX, middle.x()), middle.y()))
        hit = window.childAt(spot)
    return spot, hit


def bring_into_sight(widget: QWidget) -> None:
    """Scroll every scrolling ancestor so that `widget` can be clicked."""
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(widget)
        above = above.parentWidget()


def visible_names() -> list[str]:
    """The accessible names of all buttons that can be pressed now, for the words of an error."""
    names = {
        button.accessibleName() or button.text()
        for window in QApplication.topLevelWidgets()
        if window.isVisible()
        for button in window.findChildren(QAbstractButton)
        if button.isVisible() and button.isEnabled()
    }
    return sorted(name for name in names if name)


def visible_words(kind: type[W]) -> list[str]:
    """The accessible names of all `kind` that can be seen now: what a screen reader would find."""
    return [
        widget.accessibleName()
        for window in QApplication.topLevelWidgets()
        if window.isVisible()
        for widget in window.findChildren(kind)
        if widget.isVisible()
    ]


def _usable(widget: QWidget, name: str) -> bool:
    called = widget.accessibleName() or (widget.text() if isinstance(widget, QAbstractButton) else "")
    return called == name and widget.isVisible() and widget.isEnabled() and not _lets_through(widget)


def _lets_through(widget: QWidget) -> bool:
    """Whether a press would go to what lies under it, as it does through a banner that has only just come."""
    at: QWidget | None = widget
    while at is not None and not at.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents):
        at = at.parentWidget()
    return at is not None
