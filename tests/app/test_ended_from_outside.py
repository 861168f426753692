"""Ended by the system (logging out, Ctrl+C, a terminal that closes) Supple ends in order: what was typed is kept."""

import os
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from supple.domain.settings import Settings
from supple.storage import DATABASE
from supple.storage.settings_file import SettingsFile

from .window import ready_folder

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="nobody sends these there")

# Opens the window as the program does, comes to the after sheet or an exercise, types, says so, and waits.
PLAY = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit
from PySide6.QtTest import QTest
from supple.app.demo.hand import Hand, Seen, Until, press, visible_names
from supple.app.start import run

def session(program):
    program.window.resize(1280, 800)  # the screen that nobody sees is narrower
    yield Seen("Start routine")
    press("Start routine")
    yield Seen("Begin session")
    press("Begin session")
    yield Seen("Stop")
    press("Stop")
    yield Seen("Stop here")
    press("Stop here")
    yield Seen("Done")
    press("Pain 3 of 10")
    fields = program.window.findChildren(QPlainTextEdit) + program.window.findChildren(QLineEdit)
    note = next(field for field in fields if field.isVisible())
    note.setFocus()
    QTest.keyClicks(note, "left knee clicked")
    print("typed", flush=True)
    yield Until(lambda: False, "the end", patience_s=60)

def running(program):
    program.window.resize(1280, 800)
    yield Seen("Start routine")
    press("Start routine")
    yield Seen("Begin session")
    press("Begin session")
    yield Seen("Pause")
    print("typed", flush=True)
    yield Until(lambda: False, "the end", patience_s=60)

def check(program):
    program.window.resize(1280, 800)
    yield Seen("Start self-test")
    press("Start self-test")
    first = ("Flat, the thigh rests on the floor", "Yes, it rested on the floor", "No, a mild pull at most")
    for name in (*["Continue"] * 5, *first, *["Continue"] * 2, first[0]):
        yield Seen(name)
        press(name)
    print("typed", flush=True)
    yield Until(lambda: False, "the end", patience_s=60)

def hurting(program):
    program.window.resize(1280, 800)
    yield Seen("Start routine")
    press("Start routine")
    yield Seen("Begin session")
    press("Begin session")
    yield Seen("It hurts")
    press("It hurts")
    for name in ("Knee", "Pain 4 of 10", "Pain 8 of 10", "Chest pain, dizziness or breathlessness"):
        yield Seen(name)
        press(name)
    print("typed", flush=True)
    yield Until(lambda: False, "the end", patience_s=60)

def sign(program):
    program.window.resize(1280, 800)
    yield Seen("Warning signs")
    press("Warning signs")
    yield Seen("Change my answers")
    press("Change my answers")
    yield Seen("None of these")
    press(next(name for name in visible_names() if name.startswith("Chest pain")))
    print("typed", flush=True)
    yield Until(lambda: False, "the end", patience_s=60)

def note(program):
    program.flows.library.show_exercise("pigeon")
    yield Until(lambda: any(f.isVisible() for f in program.window.findChildren(QLineEdit)), "the field")
    field = next(f for f in program.window.findChildren(QLineEdit) if f.isVisible())
    field.setFocus()
    QTest.keyClicks(field, "slowly")
    print("typed", flush=True)
    yield Until(lambda: False, "the end", patience_s=60)

hands = []

def drive(program):
    hands.append(Hand(globals()[sys.argv[2]](program), done=print))
    program.today_completed.connect(hands[0].begin)

sys.exit(run(Path(sys.argv[1]), driver=drive))
"""


def end(folder: Path, what: str, number: int) -> int:
    program = subprocess.Popen(
        [sys.executable, "-c", PLAY, str(folder), what],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    try:
        assert program.stdout is not None
        assert program.stdout.readline().strip() == "typed"
        program.send_signal(number)
        return program.wait(20)
    finally:
        program.kill()
        program.communicate()


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGINT"])
def test_what_was_told_after_a_session_is_kept(tmp_path: Path, name: str) -> None:
    folder = ready_folder(tmp_path / "data")
    assert end(folder, "session", signal.Signals[name]) == 0
    with closing(sqlite3.connect(folder / DATABASE)) as history:
        assert history.execute("SELECT note FROM sessions").fetchall() == [("left knee clicked",)]
        assert history.execute("SELECT occasion, score FROM pains").fetchall() == [("after", 3)]
    assert not list(folder.glob("*-wal"))


def test_a_note_that_was_being_typed_and_the_place_of_the_window_are_kept(tmp_path: Path) -> None:
    folder = ready_folder(tmp_path / "data")
    assert end(folder, "note", signal.SIGTERM) == 0
    settings: Settings = SettingsFile(folder).load()
    with closing(sqlite3.connect(folder / DATABASE)) as history:
        assert history.execute("SELECT exercise_id, note FROM notes").fetchall() == [("pigeon", "slowly")]
    assert settings.window


def test_a_session_that_runs_is_there_to_go_on_with(tmp_path: Path) -> None:
    folder = ready_folder(tmp_path / "data")
    assert end(folder, "running", signal.SIGTERM) == 0
    with closing(sqlite3.connect(folder / DATABASE)) as history:
        assert history.execute("SELECT outcome FROM sessions").fetchall() == [(None,)]
