"""One window for each data folder, and a second start brings the first to the front."""

import subprocess
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from supple.instance import LOCK, Instance

HOLD = """
import sys
from pathlib import Path
from supple.instance import Instance
instance = Instance(Path(sys.argv[1]))
print(instance.acquire(), flush=True)
sys.stdin.read()
"""


def test_a_second_start_is_refused_and_raises_the_first(qtbot: QtBot, tmp_path: Path) -> None:
    first, second = Instance(tmp_path), Instance(tmp_path)
    assert first.acquire()
    assert not second.acquire()
    with qtbot.waitSignal(first.raise_requested):
        second.ask_first_to_raise()
    with qtbot.waitSignal(first.raise_requested):
        second.ask_first_to_raise()
    with qtbot.waitSignal(first.raise_requested) as knock:
        second.ask_first_to_raise("self-test")
    assert knock.args == ["self-test"]
    first.release()
    assert second.acquire()
    second.release()
    assert list(tmp_path.glob("supple*")) == []


def test_two_folders_have_two_windows(qapp: object, tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    first, second = Instance(tmp_path / "a"), Instance(tmp_path / "b")
    assert first.acquire()
    assert second.acquire()
    first.release()
    second.release()


def test_a_crashed_window_does_not_lock_the_folder_for_ever(qapp: object, tmp_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(tmp_path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as window:
        assert window.stdout is not None
        assert window.stdout.readline().strip() == "True"
        instance = Instance(tmp_path)
        assert not instance.acquire()
        window.kill()
        window.wait()
    assert (tmp_path / LOCK).exists()
    assert instance.acquire()
    instance.release()


@pytest.mark.skipif(sys.platform == "win32", reason="rights are told otherwise there")
def test_knocking_where_nobody_is_does_nothing(qapp: object, tmp_path: Path) -> None:
    Instance(tmp_path / "gone").ask_first_to_raise()
    assert not (tmp_path / "gone").exists()
