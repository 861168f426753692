"""The program failed: the person learns what is kept, where the log is, and can copy a report."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from supple import __version__
from supple.app.crash_dialog import CrashDialog

from .window import ready_folder

CRASH = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from supple.app import start
from supple.app.crash_dialog import CrashDialog

def drive(program):
    global timer
    timer = QTimer(interval=10)
    timer.timeout.connect(read)
    timer.start()
    program.today_completed.connect(fail)

def fail():
    raise ValueError("a fault of its own")

def read():
    dialog = QApplication.activeModalWidget()
    if isinstance(dialog, CrashDialog):
        timer.stop()
        print(dialog.text())
        print(dialog.informativeText())
        dialog.leave.click()

sys.exit(start.run(Path(sys.argv[1]), driver=drive))
"""


@pytest.mark.qt_log_ignore("does not support propagateSizeHints")
def test_copying_a_report_leaves_the_dialog_open(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = CrashDialog(tmp_path / "supple.log", "Traceback: it was this line")
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.copy.click()
    assert dialog.isVisible()
    assert dialog.copy.text() == "Copied"
    report = QGuiApplication.clipboard().text()
    assert report.startswith(f"Supple {__version__}, Qt ")
    assert str(tmp_path / "supple.log") in report
    assert report.endswith("Traceback: it was this line")
    dialog.leave.click()
    assert not dialog.isVisible()


def test_a_fault_is_told_and_logged_and_the_program_ends_with_1(data: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", CRASH, str(data)],
        capture_output=True,
        text=True,
        timeout=60,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    log = data / "logs" / "supple.log"
    assert done.returncode == 1
    assert done.stdout.splitlines()[0] == "Supple has to close because of a fault of its own."
    assert str(log) in done.stdout
    assert "ValueError: a fault of its own" in log.read_text(encoding="utf-8")


THREAD = """
import sys, threading
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox
from supple.app.start import run

def fail():
    words = "left" + " knee clicked"  # a traceback quotes this line too
    raise LookupError(f"in a thread\\n[SQL: INSERT ...]\\n[parameters: ('{words}',)]")

def read():
    box = QApplication.activeModalWidget()
    if isinstance(box, QMessageBox):
        assert threading.current_thread() is threading.main_thread()
        print(*(label.text() for label in box.findChildren(QLabel)), flush=True)
        box.accept()

def drive(program):
    drive.timer = QTimer(interval=30)
    drive.timer.timeout.connect(read)
    drive.timer.start()
    program.today_completed.connect(lambda: threading.Thread(target=fail).start())

sys.exit(run(Path(sys.argv[1]), driver=drive))
"""


def test_a_failure_in_a_thread_is_told_and_logged_without_what_a_person_wrote(tmp_path: Path) -> None:
    folder = ready_folder(tmp_path / "data")
    said = subprocess.run(
        [sys.executable, "-c", THREAD, str(folder)],
        capture_output=True,
        text=True,
        timeout=60,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    assert said.returncode == 1
    assert "Supple has to close because of a fault of its own." in said.stdout
    log = (folder / "logs" / "supple.log").read_text(encoding="utf-8")
    assert "LookupError: in a thread" in log
    assert "left knee" not in log
