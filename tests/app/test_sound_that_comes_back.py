"""The only device is pulled out in a session: the screen says so, all goes on, and sound comes back by itself."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from tests.audio.null_sink import NullSink, hear

from supple.app.demo.hand import press, visible_names
from supple.app.program import Program
from supple.audio.cue_player import SoundProblem
from supple.domain.settings import Settings, Sound
from supple.domain.verbosity import Verbosity

from .conftest import Open
from .session_on_mat import begin_session, page_of, press_stop
from .window import ready_folder, sees, words

pytestmark = pytest.mark.sound


def going_on(seen: Callable[[], bool]) -> Callable[[], bool]:
    """`seen`, in a session kept going: the test's calls to the sound server hold the window, which reads as sleep."""

    def going() -> bool:
        if "Resume" in visible_names():
            press("Resume")
        return seen()

    return going


def passed(program: Program, boundaries: int = 1) -> Callable[[], bool]:
    """Whether that many boundaries were passed since this call: each one changes the phase that the page names."""

    def phase() -> str:
        return page_of(program).status_text.rpartition(",")[0]

    said = [phase()]

    def going() -> bool:
        now = phase()
        if now != said[-1] and "aused" not in now:
            said.append(now)
        return len(said) > boundaries

    return going


@pytest.mark.slow
def test_pulled_out_and_plugged_in_again(
    qtbot: QtBot, null_sink: NullSink, opened: Open, tmp_path: Path
) -> None:
    settings = Settings(sound=Sound(heard_once=True, verbosity=Verbosity.CHIMES_ONLY, volume=100))
    program = opened(ready_folder(tmp_path / "data", settings=settings), speed=20.0)
    begin_session(qtbot)
    qtbot.waitUntil(lambda: page_of(program).status_text.startswith("Right side, switch"), timeout=20_000)
    assert program.flows.cues.problem is SoundProblem.NONE
    null_sink.unplug()
    qtbot.waitUntil(going_on(sees("No sound")), timeout=10_000)
    boundary = passed(program)
    qtbot.waitUntil(going_on(boundary), timeout=10_000)
    null_sink.plug_in()
    qtbot.waitUntil(going_on(lambda: "No sound" not in words()), timeout=10_000)
    with null_sink.record() as recording:
        boundary = passed(program, boundaries=2)
        qtbot.waitUntil(going_on(boundary), timeout=10_000)
        qtbot.wait(300)
    press_stop(qtbot)
    assert hear(recording)
