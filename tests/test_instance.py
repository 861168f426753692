"""One window for each data folder, and a second start brings the first to the front."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from supple.instance import KNOCK, LOCK, Instance

HOLD = """
import sys
from pathlib import Path
from supple.instance import Instance
instance = Instance(Path(sys.argv[1]))
print(instance.acquire(), flush=True)
sys.stdin.read()
"""

HANG = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from supple.instance import Instance
application = QCoreApplication([])
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
    assert not Instance(tmp_path / "gone").ask_first_to_raise()
    assert not (tmp_path / "gone").exists()


OURS_NO_MORE = [b"", b"garbled\x00\xff", b"1\nsupple\nanother-machine\n", b"4194304999\nsupple\nhere\n"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows holds its locks itself")
@pytest.mark.parametrize("left", OURS_NO_MORE)
def test_a_lock_that_no_process_holds_keeps_nobody_out(qapp: object, tmp_path: Path, left: bytes) -> None:
    (tmp_path / LOCK).write_bytes(left)
    instance = Instance(tmp_path)
    assert instance.acquire()
    assert not Instance(tmp_path).acquire()
    assert Instance(tmp_path).holder == str(os.getpid())
    instance.release()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows holds its locks itself")
def test_a_window_that_hangs_does_not_answer_a_knock(qapp: object, tmp_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", HANG, str(tmp_path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as window:
        assert window.stdout is not None
        assert window.stdout.readline().strip() == "True"
        second = Instance(tmp_path)
        assert not second.acquire()
        assert not second.ask_first_to_raise("routine")
        assert second.holder == str(window.pid)
        window.kill()
        window.wait()


@pytest.mark.skipif(sys.platform == "win32", reason="links are rare there")
def test_a_knock_follows_no_link(qapp: object, tmp_path: Path) -> None:
    target = tmp_path / "of somebody else"
    target.write_text("theirs")
    folder = tmp_path / "data"
    folder.mkdir()
    (folder / KNOCK).symlink_to(target)
    (folder / LOCK).symlink_to(target)
    instance = Instance(folder)
    instance.acquire()
    instance.ask_first_to_raise()
    instance.release()
    assert target.read_text() == "theirs"


@pytest.mark.skipif(sys.platform == "win32", reason="links are rare there")
def test_with_links_in_their_places_there_is_one_window_all_the_same(qapp: object, tmp_path: Path) -> None:
    target = tmp_path / "of somebody else"
    target.write_text("theirs")
    folder = tmp_path / "data"
    folder.mkdir()
    (folder / KNOCK).symlink_to(target)
    (folder / LOCK).symlink_to(target)
    first, second = Instance(folder), Instance(folder)
    assert first.acquire()
    assert not second.acquire()
    assert second.ask_first_to_raise()
    first.release()
    assert target.read_text() == "theirs"
