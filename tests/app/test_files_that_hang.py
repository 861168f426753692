"""Things in the data folder that are no files, or far too large: the window opens and names them."""

import os
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from supple.app.demo.hand import Seen
from supple.cli import main
from supple.storage import DATABASE
from supple.storage.first_look import FirstLook, first_look

from .conftest import Open
from .window import sees

HUGE = 3 * 1024**3


def put(place: Path, kind: str) -> None:
    place.unlink(missing_ok=True)
    if kind == "a pipe":
        os.mkfifo(place)
    else:
        with place.open("wb") as file:
            file.truncate(HUGE)


@pytest.mark.parametrize("kind", ["a pipe", "huge"])
def test_settings_that_are_no_settings_hold_up_nothing(
    qtbot: QtBot, opened: Open, data: Path, kind: str
) -> None:
    put(data / "settings.json", kind)
    assert first_look(data) == FirstLook()
    opened(data)
    qtbot.waitUntil(Seen("Start routine"))


@pytest.mark.parametrize("kind", ["a pipe", "huge"])
def test_a_history_that_is_none_is_named(
    qtbot: QtBot, opened: Open, data: Path, kind: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    put(data / DATABASE, kind)
    opened(data, complete=False)
    qtbot.waitUntil(sees("Your history is damaged"), timeout=10_000)
    if kind == "a pipe":
        assert main(["--data-dir", str(data), "export", str(tmp_path / "out.csv")]) == 1
        assert capsys.readouterr().err.startswith("supple: Your history is damaged.")
