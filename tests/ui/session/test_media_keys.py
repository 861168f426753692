"""Media keys: gdbus on a bus of its own plays, pauses and steps, and reads exercise, side and time left."""

import shutil
import signal
import subprocess
import threading
import time
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot
from tests.ui.mat_fixtures import exercise, waiting_timeline
from tests.ui.session.test_session_page import Mat, pictures
from tests.ui.session_bus import SessionBus, session_bus

from supple.domain.routine import PhaseKind
from supple.domain.session import SessionState
from supple.domain.side import Side
from supple.ui.figure.pictures import Pictures
from supple.ui.kit.theme import Theme
from supple.ui.session.media_keys import MediaKeys
from supple.ui.session.stop_sheet import StopSheet

__all__ = ["pictures", "session_bus"]

pytestmark = pytest.mark.skipif(
    shutil.which("gdbus") is None, reason="needs gdbus: apt-get install libglib2.0-bin"
)

NAME, PATH = "org.mpris.MediaPlayer2.supple", "/org/mpris/MediaPlayer2"
PLAYER = "org.mpris.MediaPlayer2.Player"


def gdbus(method: str, *arguments: str) -> str:
    """What the call answers, as gdbus prints it; a refusal is its words."""
    command = ["gdbus", "call", "--session", "--timeout", "5", "--dest", NAME, "--object-path", PATH]
    done = subprocess.run(
        [*command, "--method", method, *arguments], capture_output=True, text=True, timeout=20
    )
    return done.stdout.strip() or done.stderr.strip()


def press(key: str) -> None:
    assert gdbus(f"{PLAYER}.{key}") == "()"


def read(name: str) -> str:
    return gdbus("org.freedesktop.DBus.Properties.Get", PLAYER, name)


def is_there() -> bool:
    return "error" not in read("PlaybackStatus").lower()


def wait_for_threads() -> None:
    """Until the bus has been left, or was found not to be there."""
    for thread in threading.enumerate():
        if thread.name.startswith("media keys"):
            thread.join(15)


class KeyMat(Mat):
    """A mat whose media keys are on the bus."""

    keys: MediaKeys

    def begin(self) -> None:
        self.keys = MediaKeys(self.player, self.page, exercise_by_id=exercise, parent=self.player)
        self.player.start()
        self.qtbot.waitUntil(lambda: "side" in read("Metadata"), timeout=10_000)


@pytest.fixture
def mat(
    request: pytest.FixtureRequest, session_bus: SessionBus, qtbot: QtBot, theme: Theme, pictures: Pictures
) -> Iterator[KeyMat]:
    mat = KeyMat(qtbot, theme, pictures, waiting_timeline() if "waits" in request.node.name else None)
    mat.begin()
    yield mat
    mat.player.stop()
    wait_for_threads()
    mat.player.deleteLater()


def test_play_and_pause(mat: KeyMat) -> None:
    assert read("PlaybackStatus") == "(<'Playing'>,)"
    press("PlayPause")
    mat.qtbot.waitUntil(lambda: mat.player.state is SessionState.PAUSED)
    mat.qtbot.waitUntil(lambda: read("PlaybackStatus") == "(<'Paused'>,)")
    press("Pause")
    press("Play")
    mat.qtbot.waitUntil(lambda: mat.player.state is SessionState.RUNNING)
    press("Pause")
    mat.qtbot.waitUntil(lambda: mat.player.state is SessionState.PAUSED)
    press("PlayPause")
    mat.qtbot.waitUntil(lambda: mat.player.state is SessionState.RUNNING)


def test_next_and_previous_step_through_the_session(mat: KeyMat) -> None:
    press("Next")
    mat.qtbot.waitUntil(lambda: mat.player.phase.kind is PhaseKind.HOLD)
    press("Previous")
    mat.qtbot.waitUntil(lambda: mat.player.phase.kind is PhaseKind.PREPARE)


def test_the_desktop_reads_exercise_side_and_time_left(mat: KeyMat) -> None:
    mat.run_to(PhaseKind.SWITCH)
    mat.stand.run_ms(2_000)
    mat.player.pause()
    mat.qtbot.waitUntil(lambda: "Paused" in read("PlaybackStatus"))
    told = read("Metadata")
    assert "'xesam:title': <'Supine piriformis stretch'>" in told
    assert "'xesam:artist': <['Right side, switch']>" in told
    assert "'mpris:length': <int64 6000000>" in told
    assert "'supple:secondsLeft': <4>" in told
    assert f"'supple:sessionSecondsLeft': <{755 - 15 - 10 - 2}>" in told
    assert "'mpris:trackid': <objectpath '/supple/phase/" in told
    assert read("Position") == "(<int64 2000000>,)"


def test_a_listener_is_told_of_each_phase(mat: KeyMat) -> None:
    monitor = subprocess.Popen(
        ["gdbus", "monitor", "--session", "--dest", NAME], stdout=subprocess.PIPE, text=True
    )
    heard: list[str] = []
    assert monitor.stdout is not None
    listener = threading.Thread(target=lambda: heard.extend(monitor.stdout or ()), daemon=True)
    listener.start()
    time.sleep(0.5)
    mat.stand.run_to_next_phase()
    mat.qtbot.waitUntil(
        lambda: any("PropertiesChanged" in line and "Left side, hold" in line for line in heard),
        timeout=5_000,
    )
    monitor.terminate()
    monitor.wait()
    listener.join(5)
    monitor.stdout.close()


def test_a_phase_that_waits_goes_on_with_a_media_key(mat: KeyMat) -> None:
    assert mat.player.state is SessionState.WAITING
    assert read("PlaybackStatus") == "(<'Paused'>,)"
    press("Play")
    mat.qtbot.waitUntil(lambda: mat.player.phase.kind is PhaseKind.HOLD)


def test_stop_asks_and_no_key_goes_on_under_a_question(mat: KeyMat) -> None:
    press("Stop")
    mat.qtbot.waitUntil(lambda: isinstance(mat.page.sheet, StopSheet))
    press("Play")
    press("Next")
    mat.qtbot.wait(100)
    assert mat.player.state is SessionState.PAUSED
    assert mat.player.phase.kind is PhaseKind.PREPARE


def test_what_is_offered_can_be_looked_up_and_nothing_can_be_set(mat: KeyMat) -> None:
    shown = subprocess.run(
        ["gdbus", "introspect", "--session", "--dest", NAME, "--object-path", PATH],
        capture_output=True,
        text=True,
        timeout=20,
    ).stdout
    for words in ("PlayPause()", "readonly s PlaybackStatus = 'Playing'", "readonly s Identity = 'Supple'"):
        assert words in shown
    assert "it can only be read" in gdbus("org.freedesktop.DBus.Properties.Set", PLAYER, "Rate", "<2.0>")
    assert "Unknown" in gdbus(f"{PLAYER}.Explode")
    assert "no such property" in gdbus("org.freedesktop.DBus.Properties.Get")
    assert "no such property" in gdbus("org.freedesktop.DBus.Properties.Get", "['a', 'list']", "5")
    assert read("PlaybackStatus") == "(<'Playing'>,)"


def test_the_bus_is_left_when_the_session_ends(mat: KeyMat) -> None:
    mat.player.stop()
    mat.qtbot.waitUntil(lambda: not is_there(), timeout=5_000)


def test_without_a_bus_a_session_runs_and_nothing_is_said(
    qtbot: QtBot, theme: Theme, pictures: Pictures, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    mat = KeyMat(qtbot, theme, pictures)
    mat.keys = MediaKeys(mat.player, mat.page, exercise_by_id=exercise, parent=mat.player)
    mat.player.start()
    wait_for_threads()
    mat.stand.run_ms(16_000)
    assert (mat.player.phase.kind, mat.player.phase.side) == (PhaseKind.HOLD, Side.LEFT)
    mat.player.stop()
    mat.player.deleteLater()


def test_a_bus_that_hangs_holds_nobody(
    session_bus: SessionBus, qtbot: QtBot, theme: Theme, pictures: Pictures
) -> None:
    session_bus.process.send_signal(signal.SIGSTOP)
    mat = KeyMat(qtbot, theme, pictures)
    before_s = time.monotonic()
    MediaKeys(mat.player, mat.page, exercise_by_id=exercise, parent=mat.player)
    mat.player.start()
    mat.stand.run_ms(16_000)
    mat.player.stop()
    assert time.monotonic() - before_s < 2
    session_bus.process.send_signal(signal.SIGCONT)
    wait_for_threads()
    mat.player.deleteLater()
