"""The program ends in order, whatever was on: no widget is left for Python to take apart, and nothing is said."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from supple.app.demo.hand import Seen, press

from .conftest import Open
from .window import ready_folder

PLAY = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from supple.app.start import run
from supple.ui.kit.room import Room

def drive(program):
    for room in Room:
        program.today_completed.connect(lambda room=room: program.window.show_room(room))
    program.today_completed.connect(lambda: program.flows.library.show_exercise("couch_stretch"))
    program.today_completed.connect(lambda: program.flows.ways.start_routine("article_routine"))
    program.today_completed.connect(lambda: QTimer.singleShot(int(sys.argv[2]), lambda: QApplication.exit(0)))

code = run(Path(sys.argv[1]), driver=drive)
print(QApplication.topLevelWidgets(), flush=True)
sys.exit(code)
"""


@pytest.mark.parametrize("after_ms", [0, 300])
def test_no_widget_outlives_the_program_and_python_ends_without_a_word(tmp_path: Path, after_ms: int) -> None:
    folder = ready_folder(tmp_path / "data")
    done = subprocess.run(
        [sys.executable, "-c", PLAY, str(folder), str(after_ms)],
        capture_output=True,
        text=True,
        timeout=60,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    said = [line for line in done.stderr.splitlines() if "propagateSizeHints" not in line]
    assert (done.returncode, done.stdout.strip(), said) == (0, "[]", [])
    assert (folder / "logs" / "fault.log").read_text() == ""


def test_a_window_that_goes_right_after_a_session_was_begun_takes_the_mat_with_it(
    qtbot: QtBot, opened: Open, data: Path
) -> None:
    program = opened(data)
    qtbot.waitUntil(Seen("Start routine"))
    press("Start routine")
    qtbot.waitUntil(Seen("Begin session"))
    press("Begin session")
    opened.end(program)
    qtbot.wait(50)  # an error in what was still to come would fail this test
    assert opened.programs == ()
