"""Whatever thread fails: a bug is told and logged and ends the program, trouble outside has its plain sentence."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from tests.domain.plan_life import CONTENT

from supple.app.demo.hand import press
from supple.domain.trouble import Trouble
from supple.play.look_back_reader import LookBackReader
from supple.services.look_back import PlansAsked
from supple.storage import look_after
from supple.storage.database import open_history

from .conftest import Open
from .window import as_root, now, read_only, ready_folder, remember_a_session, sees, words

# Each starts its thread as the program does, with work that has a fault; "what" is what the log names.
KINDS = {
    "work behind the window": "program.flows._files._work.start(fail)",
    "opening the history": "program.flows._history_flow._open_as_chosen = fail; program.flows.open_history()",
    "writing to the history": "program.flows.keeping.writer._do(fail)",
    "what follows a write": "program.flows._closing; from supple.app.closing import _Done;"
    " program.flows.keeping.writer.retry().add_done_callback(_Done(Broken(), []))",
    "reading for Progress": "keep.append(LookBackReader()); keep[0].start(None, None)",
    "keeping the screen on": "_Request(fail).make()",
    "motion of the desktop": "keep.append(Motion()); keep[0].start()",
    "a file by the portal": "keep.append(Portal('SaveFile', window='', title='', accept='', folder='', name='',"
    " picks_folder=False, several=False, filters=())); keep[0].ask()",
    "media keys": "threading.Thread(target=MediaBus(NOTHING, wanted=fail)._read, args=(Bus(),)).start()",
    "a thread of Qt": "keep.append(QtThread()); keep[0].start()",
}

PLAY = """
import sys, threading
from pathlib import Path
from PySide6.QtCore import QThread, QTimer
from PySide6.QtWidgets import QApplication
from supple.app.crash_dialog import CrashDialog
from supple.app.start import run
from supple.desktop.awake import _Request
from supple.desktop.desktop_motion import DesktopMotion
from supple.desktop.media_bus import MediaBus
from supple.desktop.media_words import NOTHING, PLAYER
from supple.desktop.portal_files import PortalFiles
from supple.play.look_back_reader import LookBackReader

keep = []

def fail(*_, **__):
    raise KeyError("a fault of its own")

class Broken:
    def unlink(self, **_):
        fail()

class Motion(DesktopMotion):
    def _follow(self):
        yield 1
    def _tell(self, value):
        fail()

class Portal(PortalFiles):
    def _answer(self):
        return 0, "/tmp"
    def _tell(self, answer, place):
        fail()

class QtThread(QThread):
    def run(self):
        fail()

class Bus:
    def receive(self):
        from jeepney import DBusAddress, HeaderFields, new_method_call
        return new_method_call(DBusAddress("/a", "b.c", PLAYER), "Next")

def read():
    dialog = QApplication.activeModalWidget()
    if isinstance(dialog, CrashDialog):
        assert threading.current_thread() is threading.main_thread()
        print(dialog.text(), flush=True)
        timer.stop()
        dialog.leave.click()

def drive(program):
    global timer
    timer = QTimer(interval=10)
    timer.timeout.connect(read)
    timer.start()
    program.today_completed.connect(lambda: exec(sys.argv[2], {**globals(), "program": program}))

sys.exit(run(Path(sys.argv[1]), driver=drive))
"""


@pytest.mark.parametrize("kind", KINDS)
def test_a_bug_in_any_thread_is_told_and_logged_and_ends_the_program(tmp_path: Path, kind: str) -> None:
    folder = ready_folder(tmp_path / "data")
    done = subprocess.run(
        [sys.executable, "-c", PLAY, str(folder), KINDS[kind]],
        capture_output=True,
        text=True,
        timeout=60,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "DBUS_SESSION_BUS_ADDRESS": ""},
    )
    assert done.stdout.strip() == "Supple has to close because of a fault of its own.", done.stderr
    assert done.returncode == 1
    log = (folder / "logs" / "supple.log").read_text(encoding="utf-8")
    assert ("KeyError: 'a fault of its own'" in log) or ("AttributeError" in log and "look_back" in log)


OPENS = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel
from supple.app.crash_dialog import CrashDialog
from supple.app.flows.history_flow import HistoryFlow
from supple.app.start import run

def fail(self):
    raise KeyError("for this history")

HistoryFlow._open_as_chosen = fail

def read():
    dialog = QApplication.activeModalWidget()
    if isinstance(dialog, CrashDialog):
        print(dialog.text(), flush=True)
        timer.stop()
        dialog.leave.click()

def tell(program):
    labels = [label.text() for label in program.window.findChildren(QLabel) if label.isVisible()]
    print(repr(labels), flush=True)
    QApplication.exit(0)

def drive(program):
    global timer
    timer = QTimer(interval=10)
    timer.timeout.connect(read)
    timer.start()
    program.settled.connect(lambda: tell(program))

sys.exit(run(Path(sys.argv[1]), driver=drive))
"""


def test_a_history_that_brings_a_bug_about_keeps_nobody_out_twice(tmp_path: Path) -> None:
    folder = ready_folder(tmp_path / "data")
    for said in ("Supple has to close because of a fault of its own.", "Your history cannot be opened"):
        done = subprocess.run(
            [sys.executable, "-c", OPENS, str(folder)],
            capture_output=True,
            text=True,
            timeout=60,
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        )
        assert said in done.stdout, done.stderr
    assert f"Supple failed while it opened the history in {folder}" in done.stdout


@pytest.mark.expected_log("a history brings a bug about")
def test_a_bug_in_what_nobody_asked_for_is_for_the_log_alone(
    qtbot: QtBot, opened: Open, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise KeyError("for this history")

    monkeypatch.setattr(look_after, "look_after", fail)
    remember_a_session(data)
    program = opened(data)
    program.flows._care.wait()
    qtbot.wait(50)
    assert "Start routine" in words()


def test_reading_for_progress_hands_over_what_became_of_the_history(qtbot: QtBot, data: Path) -> None:
    history = open_history(data, now=now())
    history.close()
    reader = LookBackReader()
    with qtbot.waitSignal(reader.failed) as failed:
        reader.start(history, PlansAsked(content=CONTENT, today=now().date(), until=now().date()))
    reader.wait()
    assert failed.args[0].trouble is Trouble.NOT_OPEN


def test_what_is_not_open_yet_is_not_said_to_be_in_the_hands_of_another_program(
    qtbot: QtBot, opened: Open, data: Path, tmp_path: Path
) -> None:
    (tmp_path / "tables").mkdir()
    program = opened(data)
    program.flows._files._history = None
    program.flows._files._export(tmp_path / "tables")
    qtbot.waitUntil(sees("Nothing was saved."))
    assert f"The history in {data} is not open yet: wait a moment, then try again." in words()
    program.flows.keeping.writer.lose(Trouble.NOT_OPEN).result()
    program.flows.notes.write("couch_stretch", "left knee on the cushion")
    qtbot.waitUntil(sees("Not saved yet."))
    assert f"The history in {data} is not open yet. What you do is kept in memory" in words()


@as_root
def test_a_history_on_a_disk_that_refuses_is_no_bug_in_the_thread_that_opens_it(
    qtbot: QtBot, opened: Open, data: Path
) -> None:
    with read_only(data):
        opened(data, complete=False)
        qtbot.waitUntil(sees("Your history cannot be opened"))
        assert f"Nothing can be written in {data}" in words()
        press("Go on for now")
