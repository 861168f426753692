"""A second start under a window manager: the window that is open comes to the front, or is marked at least."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from .window import ready_folder

TOOLS = ("Xvfb", "openbox", "xdotool", "xprop")
pytestmark = [
    pytest.mark.skipif(
        not all(map(shutil.which, TOOLS)), reason="there is no screen with a window manager here"
    ),
    pytest.mark.real_time,
]
PATIENCE_S = 15.0


class Desk:
    """A screen of its own with openbox, and Supple on it."""

    def __init__(self, display: str, folder: Path) -> None:
        self._environment = {
            **os.environ,
            "DISPLAY": display,
            "QT_QPA_PLATFORM": "xcb",
            "WAYLAND_DISPLAY": "",
        }
        self._supple = [sys.executable, "-m", "supple", "--data-dir", str(folder)]
        self.window = ""

    def begin(self, *program: str) -> "subprocess.Popen[str]":
        return subprocess.Popen(
            program, env=self._environment, text=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )

    def ask(self, *program: str) -> str:
        return subprocess.run(
            program, env=self._environment, text=True, capture_output=True, timeout=30
        ).stdout.strip()

    def start(self) -> "subprocess.Popen[str]":
        return self.begin(*self._supple)

    def start_again(self, *words: str) -> int:
        return subprocess.run([*self._supple, *words], env=self._environment, timeout=30).returncode

    def find(self) -> bool:
        self.window = self.ask("xdotool", "search", "--onlyvisible", "--name", "^Supple$").split("\n")[0]
        return bool(self.window)

    def state(self) -> str:
        return self.ask("xprop", "-id", self.window, "WM_STATE", "_NET_WM_STATE")

    def is_in_front(self) -> bool:
        return "Normal" in self.state() and self.ask("xdotool", "getactivewindow") == self.window


def until(holds: Callable[[], bool]) -> bool:
    end_s = time.monotonic() + PATIENCE_S
    while not holds():
        if time.monotonic() > end_s:
            return False
        time.sleep(0.1)
    return True


@contextmanager
def screen() -> Iterator[str]:
    ours, theirs = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(theirs), "-screen", "0", "1600x1200x24", "-nolisten", "tcp"],
        pass_fds=[theirs],
        stderr=subprocess.DEVNULL,
    )
    os.close(theirs)
    try:
        with os.fdopen(ours) as told:
            yield f":{told.readline().strip()}"
    finally:
        server.terminate()
        server.wait()


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with screen() as display:
        desk = Desk(display, ready_folder(tmp_path / "data"))
        begun = [desk.begin("openbox"), desk.start()]
        try:
            assert until(desk.find)
            assert until(desk.is_in_front)
            yield desk
        finally:
            for program in reversed(begun):
                program.terminate()
                program.wait(20)


def test_a_minimised_window_comes_to_the_front(desk: Desk) -> None:
    desk.ask("xdotool", "windowminimize", desk.window)
    assert until(lambda: "Iconic" in desk.state())
    assert desk.start_again("--start", "self-test") == 0
    assert until(desk.is_in_front)


def test_a_window_on_another_desktop_asks_for_attention_where_it_may_not_come(desk: Desk) -> None:
    desk.ask("xdotool", "set_num_desktops", "2")
    desk.ask("xdotool", "set_desktop", "1")
    assert until(lambda: "Iconic" in desk.state())
    assert desk.start_again() == 0
    assert until(lambda: "DEMANDS_ATTENTION" in desk.state() or desk.is_in_front())
