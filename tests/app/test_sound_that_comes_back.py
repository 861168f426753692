"""The only device is pulled out in a session: the screen says so, all goes on, and sound comes back by itself."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from tests.audio.null_sink import NullSink, hear

from supple.app.hand import press, visible_names
from supple.audio.cue_player import SoundProblem
from supple.domain.settings import Settings
from supple.domain.verbosity import Verbosity

from .conftest import Open
from .session_on_mat import begin_session, page_of, press_stop
from .window import ready_folder, sees, words

pytestmark = pytest.mark.sound


def go_on() -> None:
    """The test's own calls to the sound server hold the window; a session takes that for sleep and stands."""
    if "Resume" in visible_names():
        press("Resume")


@pytest.mark.slow
def test_pulled_out_and_plugged_in_again(
    qtbot: QtBot, null_sink: NullSink, opened: Open, tmp_path: Path
) -> None:
    settings = Settings(sound_checked=True, verbosity=Verbosity.CHIMES_ONLY, volume=100)
    program = opened(ready_folder(tmp_path / "data", settings=settings), speed=20.0)
    begin_session(qtbot)
    qtbot.waitUntil(lambda: page_of(program).status_text.startswith("Right side, switch"), timeout=20_000)
    assert program.parts.cues.problem is SoundProblem.NONE
    null_sink.unplug()
    go_on()
    qtbot.waitUntil(sees("No sound"), timeout=10_000)
    before = page_of(program).status_text
    qtbot.waitUntil(lambda: page_of(program).status_text != before, timeout=5_000)
    null_sink.plug_in()
    go_on()
    qtbot.waitUntil(lambda: "No sound" not in words(), timeout=10_000)
    with null_sink.record() as recording:
        go_on()
        qtbot.wait(2_000)
    press_stop(qtbot)
    assert hear(recording)
