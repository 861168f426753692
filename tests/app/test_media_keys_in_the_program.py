"""A media key pauses the session of the real program, which comes onto the bus with its session and leaves with it."""

import gc
import shutil
import threading
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from tests.app.conftest import Open
from tests.ui.session.test_media_keys import is_there, press, read, wait_for_threads
from tests.ui.session_bus import SessionBus, session_bus

from .session_on_mat import begin_session, page_of, press_stop

__all__ = ["session_bus"]


# wakepy leaves its socket open where no desktop answers; it is collected before another test could be blamed.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.skipif(shutil.which("gdbus") is None, reason="needs gdbus: apt-get install libglib2.0-bin")
def test_a_media_key_pauses_the_session(
    qtbot: QtBot, session_bus: SessionBus, data: Path, opened: Open
) -> None:
    assert session_bus.address
    program = opened(data)
    assert not is_there()
    begin_session(qtbot)
    qtbot.waitUntil(lambda: "Left side, get ready" in read("Metadata"), timeout=10_000)
    assert "'xesam:title': <'Supine piriformis stretch'>" in read("Metadata")
    press("PlayPause")
    qtbot.waitUntil(lambda: page_of(program).status_text.startswith("Paused. "))
    press_stop(qtbot)
    qtbot.waitUntil(lambda: not is_there(), timeout=5_000)
    wait_for_threads()
    gc.collect()


def test_a_program_that_ends_in_a_session_leaves_no_request_to_the_desktop(
    qtbot: QtBot, opened: Open, data: Path
) -> None:
    program = opened(data)
    begin_session(qtbot)
    qtbot.waitUntil(lambda: any(thread.name == "awake" for thread in threading.enumerate()))
    opened.end(program)
    qtbot.waitUntil(lambda: not any(thread.name == "awake" for thread in threading.enumerate()))
