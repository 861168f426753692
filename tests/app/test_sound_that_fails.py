"""No sound device, and a sound server that hangs: the window never waits for either, and says why it is silent."""

import time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from pytestqt.qtbot import QtBot
from tests.audio.null_sink import NullSink

from supple.app.demo.hand import Seen, press
from supple.domain.settings import Settings, Sound

from .conftest import Open
from .fit import cut_words
from .session_on_mat import begin_session, page_of, press_stop
from .window import ready_folder, sees, words

pytestmark = pytest.mark.sound

NOWHERE = "unix:/nonexistent/supple"
LONGEST_STALL_MS = 250
NO_DEVICE = "No sound device was found: connect one, then press “Test sound” in Settings."
NOT_ANSWERING = "The sound system does not answer. Sessions go on with words and pictures."


class StallWatch:
    """The longest time for which the window could not have answered a press.

    While other programs had the processor does not count: that is the machine's load and not the sound server.
    """

    def __init__(self) -> None:
        self.longest_ms = 0.0
        self._timer = QTimer(interval=5, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._look)
        self._last_s = time.monotonic() - _queued_s()
        self._timer.start()

    def stop(self) -> None:
        self._look()
        self._timer.stop()

    def _look(self) -> None:
        now_s = time.monotonic() - _queued_s()
        self.longest_ms = max(self.longest_ms, (now_s - self._last_s) * 1000)
        self._last_s = now_s


def _queued_s() -> float:
    """How long this thread has waited for a processor so far; 0 where the system does not tell."""
    try:
        return int(Path("/proc/thread-self/schedstat").read_text(encoding="ascii").split()[1]) / 1e9
    except OSError:
        return 0.0


@pytest.fixture
def loud(tmp_path: Path) -> Path:
    """A data folder of somebody who wants to hear the chimes."""
    return ready_folder(tmp_path / "data", settings=Settings(sound=Sound(heard_once=True)))


def test_without_a_sound_device_the_session_goes_on_and_says_what_to_do(
    qtbot: QtBot, opened: Open, loud: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PULSE_SERVER", NOWHERE)
    program = opened(loud, speed=20.0)
    program.window.theme.set_text_percent(200)
    begin_session(qtbot)
    press("Sound")
    qtbot.waitUntil(sees(NO_DEVICE), timeout=20_000)
    assert cut_words(program.window) == []
    program.window.theme.set_text_percent(100)
    press("Pause")
    press_stop(qtbot)
    press("Settings")
    qtbot.waitUntil(Seen("Test sound"))
    press("Test sound")
    qtbot.waitUntil(sees(NO_DEVICE), timeout=20_000)


def test_a_hung_sound_server_never_holds_the_window_and_is_told(
    qtbot: QtBot, null_sink: NullSink, opened: Open, loud: Path
) -> None:
    null_sink.stop_answering()
    watch = StallWatch()  # from before the window is there
    program = opened(loud, speed=20.0)
    begin_session(qtbot)
    press("Sound")
    qtbot.waitUntil(sees(NOT_ANSWERING), timeout=20_000)

    before = page_of(program).status_text
    qtbot.waitUntil(lambda: page_of(program).status_text != before)
    press("Pause")
    press_stop(qtbot)
    watch.stop()
    assert watch.longest_ms < LONGEST_STALL_MS
    assert NOT_ANSWERING not in words()
