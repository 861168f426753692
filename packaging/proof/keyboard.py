"""Somebody at the keyboard: moves the focus with Tab, reads the labels as a screen reader does, and presses Space.

Needs python3-gi, gir1.2-atspi-2.0 and xdotool, and a program that was started with
QT_LINUX_ACCESSIBILITY_ALWAYS_ON=1.
"""

import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib
from screen import save_screen

PATIENCE_S = 30.0
LOOK_S = 0.1
AFTER_KEY_S = 0.07
MOST_TABS = 90
State = Atspi.StateType


class NotThereError(Exception):
    """Something a person would have seen or reached was not there."""


class Keyboard:
    """The hands; every press is followed by a picture in `pictures`, numbered."""

    def __init__(self, pictures: Path, frame_buffer: Path) -> None:
        """`frame_buffer` is the file that Xvfb keeps."""
        self._pictures = pictures
        self._frame_buffer = frame_buffer
        self._count = 0
        pictures.mkdir(parents=True, exist_ok=True)

    def press(self, label: str, *, key: str = "space") -> None:
        """Tab to what is called `label`, or begins with it, and press it."""
        self.reach(label)
        self.key(key)
        self.keep_picture(label)

    def reach(self, label: str) -> None:
        """Tab until the focus is on `label`; among answers that stand together, the arrow keys go on from there."""
        self.see(label)
        seen: list[str] = []
        stuck: set[str] = set()
        for _ in range(MOST_TABS):
            node = self.focused()
            name = name_of(node)
            if matches(name, label):
                return
            beside = node is not None and any(matches(text_of(n), label) for n in children(node.get_parent()))
            seen.append(name)
            if beside and name not in stuck:
                self.key("Down")
                if name_of(self.focused()) != name:
                    continue
                stuck.add(name)  # no group that the arrow keys go round
            self.key("Tab")
        raise NotThereError(f"Tab never came to “{label}”; it came to {', '.join(dict.fromkeys(seen))}")

    def see(self, label: str, *, patience_s: float = PATIENCE_S) -> None:
        """Wait until something visible is called `label`, or begins with it."""
        self.wait(
            lambda: any(matches(name, label) for name in self.names()), f"“{label}”", patience_s=patience_s
        )

    def sees(self, label: str) -> bool:
        """Whether it is there now."""
        return any(matches(name, label) for name in self.names())

    def wait(self, test: Callable[[], bool], what: str, *, patience_s: float = PATIENCE_S) -> None:
        """Until `test` holds; raises NotThereError that names `what`."""
        end_s = time.monotonic() + patience_s
        while not test():
            if time.monotonic() > end_s:
                self.keep_picture(f"without {what}")
                raise NotThereError(f"{what} did not come; there was {', '.join(self.names())}")
            time.sleep(LOOK_S)

    def key(self, name: str) -> None:
        """One key, to whichever window has the focus."""
        subprocess.run(["xdotool", "key", name], check=True)
        time.sleep(AFTER_KEY_S)

    def type(self, words: str) -> None:
        """Letters, one after the other."""
        subprocess.run(["xdotool", "type", "--delay", "15", words], check=True)
        time.sleep(AFTER_KEY_S)

    def names(self) -> list[str]:
        """What everything that can be seen is called."""
        return [name for node in walk() if (name := text_of(node))]

    def focused(self) -> "Atspi.Accessible | None":
        """What has the keyboard."""
        # Windows count as focused, and the chosen cell of a list does after the focus has left the list.
        passed_over = (Atspi.Role.FRAME, Atspi.Role.DIALOG, Atspi.Role.TABLE_CELL, Atspi.Role.LIST_ITEM)
        nodes = [n for n in walk() if has(n, State.FOCUSED) and n.get_role() not in passed_over]
        # A page that hands the focus on to a control inside counts as focused as well; the innermost is meant.
        return nodes[-1] if nodes else None

    def keep_picture(self, name: str) -> None:
        """The whole screen, as it is a moment later."""
        time.sleep(0.15)
        self._count += 1
        words = "".join(letter if letter.isalnum() else "-" for letter in name.lower())[:40].strip("-")
        save_screen(self._frame_buffer, self._pictures / f"{self._count:03}-{words}.png")


def matches(name: str, label: str) -> bool:
    """Whether a control called `name` is the one a person means by `label`."""
    return name == label or name.startswith((f"{label},", f"{label}.", f"{label} "))


def supple() -> "Atspi.Accessible | None":
    """The program, as screen readers find it."""
    desktop = Atspi.get_desktop(0)
    for number in range(desktop.get_child_count()):
        child = desktop.get_child_at_index(number)
        if child is not None and text_of(child).lower().startswith("supple") and child.get_child_count():
            return child
    return None


def walk() -> "Iterator[Atspi.Accessible]":
    """Everything of the program that is shown, what is inside after what holds it."""
    root = supple()
    open_nodes = [root] if root is not None else []
    while open_nodes:
        node = open_nodes.pop()
        yield node
        open_nodes += [child for child in children(node) if has(child, State.VISIBLE)]


def children(node: "Atspi.Accessible") -> "list[Atspi.Accessible]":
    """Its children; none when it went away meanwhile."""
    try:
        found = [node.get_child_at_index(number) for number in range(node.get_child_count())]
    except GLib.GError:
        return []
    return [child for child in found if child is not None]


def has(node: "Atspi.Accessible", state: "Atspi.StateType") -> bool:
    """Whether it is in that state; what went away is in none."""
    try:
        return bool(node.get_state_set().contains(state))
    except GLib.GError:
        return False


def name_of(node: "Atspi.Accessible | None") -> str:
    """Its name, or at least what kind of thing it is."""
    return "" if node is None else text_of(node) or node.get_role_name()


def text_of(node: "Atspi.Accessible") -> str:
    """Its name; "" when it went away meanwhile."""
    try:
        return (node.get_name() or "").strip()
    except GLib.GError:
        return ""
