"""Over a whole run, with Qt's own dialog for files, nothing is written but data and what was asked for."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from .window import ready_folder

# Backs up through Settings and the dialog, looks at rooms and an exercise, and closes.
PLAY = """
import sys
from pathlib import Path
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QFileDialog, QLineEdit
from supple.app.demo.hand import Hand, Until, press, visible_names
from supple.app.start import run

folder, target = Path(sys.argv[1]), Path(sys.argv[2])

def play(program):
    press("Settings")
    yield Until(lambda: any("Back up" in name for name in visible_names()), "a way to back up")
    press(next(name for name in visible_names() if "Back up" in name))
    yield Until(lambda: any(d.isVisible() for d in program.window.findChildren(QFileDialog)), "the dialog")
    dialog = program.window.findChildren(QFileDialog)[0]
    dialog.findChild(QLineEdit).setText(str(target))
    QTest.qWait(100)
    dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Save).click()
    yield Until(target.exists, "the backup")
    for room in ("Library", "Routines", "Progress", "Learn", "Today"):
        press(room)
        QTest.qWait(100)
    program.flows.library.show_exercise("pigeon")
    QTest.qWait(100)

hands = []

def end(error):
    print(error, flush=True)
    QApplication.exit(0)

def drive(program):
    hands.append(Hand(play(program), done=end))
    program.today_completed.connect(hands[0].begin)

sys.exit(run(folder, driver=drive))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have dialogs of their own")
def test_a_whole_run_writes_nothing_but_data_and_what_was_asked_for(home: Path, tmp_path: Path) -> None:
    folder = ready_folder(tmp_path / "data")
    target = tmp_path / "out" / "backup.zip"
    target.parent.mkdir()
    screen = ["xvfb-run", "-a", "-s", "-screen 0 1600x1200x24"] if shutil.which("xvfb-run") else []
    outside = {name: value for name, value in os.environ.items() if name != "QT_QPA_PLATFORMTHEME"}
    done = subprocess.run(
        [*screen, sys.executable, "-c", PLAY, str(folder), str(target)],
        capture_output=True,
        text=True,
        timeout=120,
        cwd=home,
        env={
            **outside,
            "DBUS_SESSION_BUS_ADDRESS": "",
            "QT_QPA_PLATFORM": "xcb" if screen else "offscreen:",
        },
    )
    assert (done.returncode, done.stdout.strip()) == (0, "None"), done.stderr
    # Folders for its cookie are made by the library of the sound server, in every program that has sound.
    assert [str(place) for place in home.rglob("*") if place.is_file()] == []
    assert [place.name for place in target.parent.iterdir()] == ["backup.zip"]
    remembered = folder / "QtProject.conf"
    assert remembered.stat().st_mode & 0o777 == 0o600
    assert "lastVisited" in remembered.read_text()
