"""Follows a press through the program, from object to object, by looking at every call while it lasts."""

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import is_dataclass
from enum import Enum
from types import FrameType

from PySide6.QtWidgets import QMainWindow
from sqlalchemy import event
from sqlalchemy.engine import Engine

OURS = "supple."
OF_QT = frozenset(dir(QMainWindow))
PASSED_BY = ("event", "eventFilter")  # Qt hands on through them what is for others too
Way = tuple[object, ...]


class WayTraced:
    """The ways on which a press arrived where it leads to: which objects it went through, in order, each once.

    What counts is an instance of a class of ours whose method is called by another one: the `self` of the frame, in
    whatever thread. So this is how many files somebody opens who follows a press with a finger. What does not count:
    - values (records, verdicts, errands, enums): they are what is handed on, not who hands it on;
    - who is asked and answers (the gate, the catalogue): it has returned before the next one is called;
    - whom only Qt calls (an event, a size hint).
    A frame that Qt calls (a timer, a press further on) goes on with the way by which its object was last told.
    """

    def __init__(self) -> None:
        self._ways: dict[int, Way] = {}
        self._is_pressed = False
        self.statements: list[str] = []  # sent to the database
        self.to_statement: dict[str, list[str]] = {}  # the way to each kind of statement, in names
        self.to: dict[str, list[str]] = {}  # the way to the objects of each class, in names

    @contextmanager
    def pressing(self) -> Iterator[None]:
        """Begin anew; what is called first in here is where the way begins."""
        for known in (self._ways, self.statements, self.to_statement, self.to):
            known.clear()
        self._is_pressed = True
        yield
        self._is_pressed = False

    def look(self, frame: FrameType, what: str, _argument: object) -> None:
        """For `sys.setprofile`: a call adds whom it tells to the way of who calls."""
        told = _whose(frame) if what == "call" else None
        name = frame.f_code.co_name
        if told is None or name in OF_QT or isinstance(getattr(type(told), name, None), property):
            return
        caller = _caller(frame)
        if caller is None:
            if self._is_pressed:
                self._ways.setdefault(id(told), (told,))
            return
        way = self._ways.get(id(caller))
        if way is not None and caller is not told:
            way = way if any(each is told for each in way) else (*way, told)
            self._ways[id(told)] = way
            self.to[type(told).__name__] = _names(way)

    def statement(self, _c: object, _cursor: object, statement: str, *_rest: object) -> None:
        """For the database."""
        words = " ".join(statement.split()[:3])
        self.statements.append(words)
        sender = _caller(sys._getframe())
        if id(sender) in self._ways:
            self.to_statement[words] = _names(self._ways[id(sender)])


@contextmanager
def traced() -> Iterator[WayTraced]:
    """Look at this thread and at those that begin in here: to be entered before the program is opened."""
    trace = WayTraced()
    threading.setprofile(trace.look)
    sys.setprofile(trace.look)
    event.listen(Engine, "before_cursor_execute", trace.statement)
    try:
        yield trace
    finally:
        sys.setprofile(None)
        threading.setprofile(None)
        event.remove(Engine, "before_cursor_execute", trace.statement)


def _names(way: Way) -> list[str]:
    return [type(each).__name__ for each in way]


def _whose(frame: FrameType) -> object | None:
    """Whose method `frame` is, if it is one of ours and no value."""
    code = frame.f_code
    if not frame.f_globals.get("__name__", "").startswith(OURS):
        return None
    if not code.co_argcount or code.co_varnames[0] != "self":
        return None
    found = frame.f_locals.get("self")
    kind = type(found)
    value = isinstance(found, Enum | tuple) or (is_dataclass(kind) and kind.__dataclass_params__.frozen)
    return found if kind.__module__.startswith(OURS) and not value else None


def _caller(frame: FrameType) -> object | None:
    """The next object of ours down the stack."""
    below = frame.f_back
    while below is not None:
        found = _whose(below)
        if found is not None and below.f_code.co_name not in PASSED_BY:
            return found
        below = below.f_back
    return None
