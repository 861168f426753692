"""Killed, or its screen taken away: what was being typed is in the history within a second, and at the next start."""

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from supple.app.demo.hand import Seen, press, visible_names
from supple.storage import DATABASE

from .conftest import Open
from .test_ended_from_outside import PLAY
from .window import ready_folder, sees

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="nobody sends these there")
needs_screen = pytest.mark.skipif(not shutil.which("Xvfb"), reason="there is no Xvfb here")
KEPT_S = 1.0


@contextmanager
def typing(folder: Path, what: str, **environment: str) -> "Iterator[subprocess.Popen[str]]":
    """A program in which somebody has just typed; it ends with this, whatever became of it."""
    program = subprocess.Popen(
        [sys.executable, "-c", PLAY, str(folder), what],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, **environment},
    )
    try:
        assert program.stdout is not None
        assert program.stdout.readline().strip() == "typed"
        time.sleep(KEPT_S)
        yield program
    finally:
        program.kill()
        program.communicate()


def kill(folder: Path, what: str) -> Path:
    with typing(folder, what, QT_QPA_PLATFORM="offscreen") as program:
        program.send_signal(signal.SIGKILL)
        program.wait(20)
    return folder


def lose_screen(folder: Path, what: str) -> Path:
    """Play on a screen of its own, and end that."""
    ours, theirs = os.pipe()
    screen = subprocess.Popen(
        ["Xvfb", "-displayfd", str(theirs), "-screen", "0", "1600x1200x24", "-nolisten", "tcp"],
        pass_fds=[theirs],
        stderr=subprocess.DEVNULL,
    )
    os.close(theirs)
    try:
        with os.fdopen(ours) as told:
            number = told.readline().strip()
        with typing(folder, what, QT_QPA_PLATFORM="xcb", DISPLAY=f":{number}", WAYLAND_DISPLAY="") as program:
            screen.kill()
            assert program.wait(20) != 0
    finally:
        screen.kill()
        screen.wait()
    return folder


ENDS = pytest.mark.parametrize("end", [kill, pytest.param(lose_screen, marks=needs_screen)])


def found(folder: Path, question: str) -> list[tuple]:
    with closing(sqlite3.connect(folder / DATABASE)) as history:
        return history.execute(question).fetchall()


@ENDS
def test_pain_and_note_on_the_sheet_after_a_session_are_kept(tmp_path: Path, end, opened: Open) -> None:
    folder = end(ready_folder(tmp_path / "data"), "session")
    assert found(folder, "SELECT note FROM sessions") == [("left knee clicked",)]
    assert found(folder, "SELECT occasion, score FROM pains") == [("after", 3)]
    opened(folder)
    assert found(folder, "SELECT outcome, note FROM sessions") == [("stopped", "left knee clicked")]


@ENDS
def test_a_note_about_an_exercise_is_kept(tmp_path: Path, end, opened: Open) -> None:
    folder = end(ready_folder(tmp_path / "data"), "note")
    assert opened(folder).flows.notes.all() == {"pigeon": "slowly"}


@ENDS
def test_the_tries_of_a_check_are_kept_and_it_goes_on(
    qtbot: QtBot, tmp_path: Path, end, opened: Open
) -> None:
    folder = end(ready_folder(tmp_path / "data"), "check")
    assert found(folder, "SELECT side, try_number, answer FROM checks") == [("left", 1, "flat, back flat")]
    opened(folder)
    qtbot.waitUntil(Seen("Go on"))
    press("Go on")
    qtbot.waitUntil(sees("Left hip, second try"))


def test_what_was_typed_and_taken_back_is_not_kept(qtbot: QtBot, opened: Open, tmp_path: Path) -> None:
    folder = ready_folder(tmp_path / "data")
    opened(folder)
    for name in ("Start routine", "Begin session", "Stop", "Stop here"):
        qtbot.waitUntil(Seen(name))
        press(name)
    qtbot.waitUntil(Seen("Done"))
    press("Pain 3 of 10")
    qtbot.waitUntil(lambda: found(folder, "SELECT score FROM pains") == [(3,)])
    press("Pain 3 of 10")
    press("Done")
    qtbot.waitUntil(lambda: found(folder, "SELECT score FROM pains") == [])


@ENDS
def test_what_is_answered_of_pain_is_kept_before_a_way_on_is_chosen(
    qtbot: QtBot, tmp_path: Path, end, opened: Open
) -> None:
    folder = end(ready_folder(tmp_path / "data"), "hurting")
    assert found(folder, "SELECT occasion, score, place, signs FROM pains") == [
        ("during", 8, "knee", '["chest"]')
    ]
    opened(folder)
    qtbot.waitUntil(sees("Signs that need help now"), timeout=10_000)


def test_answers_about_pain_that_were_taken_back_are_not_kept(
    qtbot: QtBot, opened: Open, tmp_path: Path
) -> None:
    folder = ready_folder(tmp_path / "data")
    opened(folder)
    for name in ("Start routine", "Begin session", "It hurts", "Pain 4 of 10"):
        qtbot.waitUntil(Seen(name))
        press(name)
    qtbot.waitUntil(lambda: found(folder, "SELECT score FROM pains") == [(4,)])
    press("Pain 6 of 10")
    qtbot.waitUntil(lambda: found(folder, "SELECT score FROM pains") == [(6,)])
    press("Pain 6 of 10")
    qtbot.waitUntil(lambda: found(folder, "SELECT score FROM pains") == [])


def test_a_sign_that_was_ticked_is_kept_and_closes_the_next_start(
    qtbot: QtBot, opened: Open, tmp_path: Path
) -> None:
    folder = kill(ready_folder(tmp_path / "data"), "sign")
    program = opened(folder, complete=False)
    qtbot.waitUntil(sees("Signs that need help now"), timeout=10_000)
    assert "Start routine" not in visible_names()
    press("Continue")
    qtbot.waitUntil(sees("Get emergency help now"))
    program.window.set_close_guard(None)
