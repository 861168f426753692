"""Places where not every run presses all, by ear: roles, names, headings, no filler, and the keyboard on what has come.

All others are heard by test_no_dead_control.py, which opens them anyway.
"""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from .by_ear import faults, focus_faults, heading_faults
from .conftest import Open
from .place import Place
from .places import PLACES, in_every_run
from .walk import settle

SCREENLESS = ["This plugin does not support"]


@pytest.mark.slow
@pytest.mark.qt_log_ignore(*SCREENLESS)
@pytest.mark.parametrize(
    "place", [place for place in PLACES if place not in in_every_run()], ids=lambda place: place.name
)
def test_it_can_be_heard(qtbot: QtBot, opened: Open, tmp_path: Path, place: Place) -> None:
    program = opened(place.folder(tmp_path / "data"), speed=place.speed, complete=place.complete)
    place.reach(qtbot, program)
    settle()
    qtbot.waitUntil(lambda: place.check(program), timeout=10_000)
    assert not faults(program.window)
    assert not focus_faults(program)
    assert not heading_faults(program)
    program.window.set_close_guard(None)
