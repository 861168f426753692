"""Starts that cannot succeed, made for real in a process of their own: what the dialog says, and the exit code."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import supple

from .window import NOBODY, as_root, read_only, ready_folder, start_and_read

IS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0
# Root may write everywhere; without these two powers it is a user like any other.
POWERLESS = ("setpriv", "--bounding-set=-dac_override,-dac_read_search") if IS_ROOT else ()


def test_a_data_folder_on_a_disk_that_is_gone_is_named_and_not_made(tmp_path: Path) -> None:
    done = start_and_read("--data-dir", tmp_path / "stick" / "supple")
    sentence = (
        f"The folder {tmp_path / 'stick'} is not there:"
        " connect the disk it is on, or choose another data folder."
    )
    assert (done.returncode, done.stdout.strip()) == (1, sentence)
    assert f"supple: {sentence}" in done.stderr.splitlines()
    assert not (tmp_path / "stick").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="rights are told otherwise there")
@pytest.mark.skipif(IS_ROOT and not shutil.which("setpriv"), reason="giving up root's powers needs setpriv")
def test_a_data_folder_of_another_user_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    folder = ready_folder(tmp_path / "data")
    before = {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}
    if IS_ROOT:
        os.chown(folder, NOBODY, NOBODY)
    folder.chmod(0o555)
    try:
        done = start_and_read("--data-dir", folder, prefix=POWERLESS)
    finally:
        folder.chmod(0o755)
    sentence = (
        f"Nothing can be written in the data folder {folder} (Permission denied):"
        " allow it for your user, or choose another with --data-dir."
    )
    assert (done.returncode, done.stdout.strip()) == (1, sentence)
    assert f"supple: {sentence}" in done.stderr.splitlines()
    assert {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()} == before


@as_root
def test_a_data_folder_on_a_read_only_disk_is_refused(tmp_path: Path) -> None:
    folder = ready_folder(tmp_path / "data")
    with read_only(folder):
        done = start_and_read("--data-dir", folder)
    assert done.returncode == 1
    assert done.stdout.startswith(
        f"Nothing can be written in the data folder {folder} (Read-only file system): allow it for your user"
    )


def test_without_the_resource_file_it_says_so_and_ends(tmp_path: Path) -> None:
    """A copy of the program without it, as after a half-finished installation."""
    copy = tmp_path / "installed"
    shutil.copytree(
        Path(supple.__file__).parent,
        copy / "supple",
        ignore=shutil.ignore_patterns("*.rcc", "__pycache__"),
    )
    environment = {**os.environ, "PYTHONPATH": str(copy)}
    done = start_and_read("--data-dir", tmp_path / "data", environment=environment)
    assert done.returncode == 1
    assert done.stdout.splitlines() == [
        "Some of Supple's own files are missing.",
        "The pictures and words in supple.rcc cannot be read. Please install Supple again.",
    ]
    assert done.stderr.startswith("supple: Some of Supple's own files are missing. The pictures and words in")
    assert "Traceback" not in done.stderr


FIRST_WINDOW = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from supple.app import start

def drive(program):
    global timer
    timer = QTimer(interval=10)
    timer.timeout.connect(look)
    timer.program = program
    program.today_completed.connect(put_away)

def put_away():
    timer.program.window.hide()
    print("put away", flush=True)
    timer.start()

def look():
    if timer.program.window.isVisible():
        print("in front", flush=True)
        timer.stop()
        timer.program.window.close()

sys.exit(start.run(Path(sys.argv[1]), driver=drive))
"""


def test_a_second_start_ends_with_0_and_the_first_window_comes_to_the_front(data: Path) -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    with subprocess.Popen(
        [sys.executable, "-c", FIRST_WINDOW, str(data)], stdout=subprocess.PIPE, text=True, env=environment
    ) as first:
        assert first.stdout is not None
        assert first.stdout.readline().strip() == "put away"
        second = subprocess.run(
            [sys.executable, "-m", "supple", "--data-dir", str(data)],
            capture_output=True,
            text=True,
            env=environment,
            timeout=30,
        )
        assert (second.returncode, second.stdout, second.stderr) == (0, "", "")
        assert first.stdout.readline().strip() == "in front"
        assert first.wait(20) == 0
    assert [path.name for path in data.glob("supple.*")] == []


HOLD = """
import sys, time
from pathlib import Path
from supple.instance import Instance
instance = Instance(Path(sys.argv[1]))
print(instance.acquire(), flush=True)
sys.stdin.read()
"""


def test_a_window_that_hangs_is_named_instead_of_nothing(tmp_path: Path) -> None:
    folder = ready_folder(tmp_path / "data")
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(folder)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as window:
        assert window.stdout is not None
        assert window.stdout.readline().strip() == "True"
        second = start_and_read("--data-dir", folder)
        window.kill()
    assert second.returncode == 1
    assert "Supple is open already, but it does not answer." in second.stdout
    assert f"process {window.pid}" in second.stdout
