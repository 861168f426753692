"""Whether work that left something in a folder still goes on."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from supple.services.left_behind import FORGOTTEN_S, is_forgotten


@pytest.fixture
def place(tmp_path: Path) -> Path:
    place = tmp_path / "left"
    place.mkdir()
    return place


def test_nobody_is_at_what_an_ended_process_made(place: Path) -> None:
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    assert is_forgotten(place, process=str(ended.pid))


def test_somebody_is_at_what_a_living_process_made_for_an_hour(place: Path) -> None:
    assert not is_forgotten(place, process=str(os.getpid()))
    long_ago = time.time() - FORGOTTEN_S - 60
    os.utime(place, (long_ago, long_ago))
    assert is_forgotten(place, process=str(os.getpid()))


@pytest.mark.parametrize(("process", "forgotten"), [("nobody", True), ("9" * 30, False), ("1", False)])
def test_a_number_that_cannot_be_asked_is_left_alone_and_none_at_all_is_not(
    place: Path, process: str, forgotten: bool
) -> None:
    assert is_forgotten(place, process=process) is forgotten


def test_what_is_gone_is_told(place: Path) -> None:
    place.rmdir()
    with pytest.raises(FileNotFoundError):
        is_forgotten(place, process="1")
