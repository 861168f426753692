"""The cue player against a real sound server: what is heard, and what it says when nothing can be."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEventLoop, QTimer
from pytestqt.qtbot import QtBot
from tests.audio.null_sink import CUES, NullSink, Recording, hear

from supple.audio import cue_player, sound_devices
from supple.audio.cue_player import CuePlayer, SoundProblem
from supple.domain.cue import Cue

pytestmark = pytest.mark.sound

BLOCKS_AT_MOST_S = 0.05
NOWHERE = "unix:/nonexistent/supple"


@pytest.fixture
def player(qtbot: QtBot) -> Iterator[CuePlayer]:
    player = CuePlayer()
    yield player
    player.close()
    player.deleteLater()


def _pass_time(seconds: float) -> None:
    """Let real sound play; there is no fake clock for that."""
    loop = QEventLoop()
    timer = QTimer()
    timer.setSingleShot(True)
    timer.timeout.connect(loop.quit)
    timer.start(round(seconds * 1000))
    loop.exec()


def _tested(qtbot: QtBot, player: CuePlayer) -> SoundProblem:
    with qtbot.waitSignal(player.tested, timeout=20_000) as answer:
        player.test()
    problem: SoundProblem = answer.args[0]
    return problem


def _warmed(qtbot: QtBot, player: CuePlayer, sink: NullSink) -> None:
    """Tested once, and the test's own sound gone: of the first one a busy machine may tear a piece off."""
    with sink.record() as recording:
        assert _tested(qtbot, player) is SoundProblem.NONE
        _until_over(qtbot, recording)
    assert _cues(recording)[0] is Cue.HOLD


def _until_over(qtbot: QtBot, recording: Recording) -> None:
    qtbot.waitUntil(lambda: recording.is_over, timeout=10_000)


def _cues(recording: Recording) -> list[Cue]:
    return [sound.cue for sound in hear(recording)]


def test_every_cue_is_heard_and_in_the_order_played(
    qtbot: QtBot, null_sink: NullSink, player: CuePlayer
) -> None:
    _warmed(qtbot, player, null_sink)
    played: list[tuple[Cue, float]] = []
    with null_sink.record() as recording:
        for cue in Cue:
            played.append((cue, time.monotonic()))
            player.play(cue)
            _pass_time(0.7)
        _until_over(qtbot, recording)
    heard = hear(recording)
    assert [sound.cue for sound in heard] == [cue for cue, _ in played]
    for sound, (_, at_s) in zip(heard, played, strict=True):
        assert -0.02 < sound.at_s - at_s < 0.15
        assert sound.gain_db == pytest.approx(0, abs=0.2)
        assert sound.likeness > 0.9


def test_half_the_volume_is_six_decibels_less(qtbot: QtBot, null_sink: NullSink, player: CuePlayer) -> None:
    _warmed(qtbot, player, null_sink)
    player.set_volume(50)
    with null_sink.record() as recording:
        player.play(Cue.HOLD)
        _until_over(qtbot, recording)
    (sound,) = hear(recording)
    assert sound.cue is Cue.HOLD
    assert sound.gain_db == pytest.approx(-6.02, abs=0.2)


def test_a_volume_set_before_the_first_sound_counts(
    qtbot: QtBot, null_sink: NullSink, player: CuePlayer
) -> None:
    player.set_volume(25)
    with null_sink.record() as recording:
        assert _tested(qtbot, player) is SoundProblem.NONE
        _until_over(qtbot, recording)
    (sound,) = hear(recording)
    assert sound.gain_db == pytest.approx(-12.04, abs=0.2)


def test_muting_silences_at_once_and_can_be_taken_back(
    qtbot: QtBot, null_sink: NullSink, player: CuePlayer
) -> None:
    _warmed(qtbot, player, null_sink)
    with null_sink.record() as muted:
        player.set_muted(muted=True)
        player.play(Cue.SWITCH)
        _pass_time(0.6)
    assert muted.peak == 0.0
    with null_sink.record() as recording:
        player.set_muted(muted=False)
        player.play(Cue.TICK)
        _until_over(qtbot, recording)
    assert _cues(recording) == [Cue.TICK]


def test_sounds_can_come_from_files(qtbot: QtBot, null_sink: NullSink) -> None:
    player = CuePlayer(str(CUES))
    with null_sink.record() as recording:
        assert _tested(qtbot, player) is SoundProblem.NONE
        _until_over(qtbot, recording)
    player.close()
    player.deleteLater()
    assert _cues(recording) == [Cue.HOLD]


def test_without_a_sound_server_it_says_no_device_and_takes_every_cue(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, player: CuePlayer
) -> None:
    monkeypatch.setenv("PULSE_SERVER", NOWHERE)
    assert _tested(qtbot, player) is SoundProblem.NO_DEVICE
    for cue in Cue:
        player.play(cue)
    assert player.problem is SoundProblem.NO_DEVICE


def test_a_device_that_is_pulled_out_is_noticed_and_so_is_its_return(
    qtbot: QtBot, null_sink: NullSink, player: CuePlayer
) -> None:
    _warmed(qtbot, player, null_sink)
    with qtbot.waitSignal(player.problem_changed, timeout=5000):
        null_sink.unplug()
    assert player.problem is SoundProblem.NO_DEVICE
    null_sink.restart()
    assert _tested(qtbot, player) is SoundProblem.NONE
    assert player.problem is SoundProblem.NONE


def test_a_hung_server_never_holds_the_window_and_is_told(
    qtbot: QtBot, null_sink: NullSink, player: CuePlayer
) -> None:
    null_sink.stop_answering()
    began_s = time.monotonic()
    with qtbot.waitSignal(player.problem_changed, timeout=20_000):
        player.warm_up()
        player.play(Cue.HOLD)
        assert time.monotonic() - began_s < BLOCKS_AT_MOST_S
    assert player.problem is SoundProblem.NOT_ANSWERING
    began_s = time.monotonic()
    for cue in Cue:
        player.play(cue)
    assert time.monotonic() - began_s < BLOCKS_AT_MOST_S
    null_sink.answer_again()
    with null_sink.record() as recording:
        assert _tested(qtbot, player) is SoundProblem.NONE
        _until_over(qtbot, recording)
    assert player.problem is SoundProblem.NONE
    assert _cues(recording) == [Cue.HOLD]


def test_a_server_that_hangs_in_the_middle_is_told_and_never_holds_the_window(
    qtbot: QtBot, null_sink: NullSink, player: CuePlayer
) -> None:
    _warmed(qtbot, player, null_sink)
    null_sink.stop_answering()
    with qtbot.waitSignal(player.problem_changed, timeout=10_000):
        began_s = time.monotonic()
        player.play(Cue.TICK)
        player.play(Cue.SWITCH)
        assert time.monotonic() - began_s < BLOCKS_AT_MOST_S
    assert player.problem is SoundProblem.NOT_ANSWERING


def test_the_next_cue_after_a_while_tries_again_by_itself(
    qtbot: QtBot, null_sink: NullSink, player: CuePlayer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cue_player, "RETRY_S", 0.0)
    null_sink.stop_answering()
    with qtbot.waitSignal(player.problem_changed, timeout=20_000):
        player.warm_up()
    null_sink.answer_again()
    with qtbot.waitSignal(player.problem_changed, timeout=20_000):
        player.play(Cue.TICK)
    assert player.problem is SoundProblem.NONE


def test_after_the_server_died_and_came_back_sound_returns(
    qtbot: QtBot, null_sink: NullSink, player: CuePlayer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cue_player, "RETRY_S", 0.0)
    _warmed(qtbot, player, null_sink)
    null_sink.restart()
    player.play(Cue.TICK)
    _pass_time(5)
    with null_sink.record():  # so that the sink does not lag and this tick is over before the next recording
        player.play(Cue.TICK)
        _pass_time(1)
    with null_sink.record() as recording:
        player.play(Cue.HOLD)
        _until_over(qtbot, recording)
    assert _cues(recording) == [Cue.HOLD]
    assert player.problem is SoundProblem.NONE


def test_without_the_sound_library_it_says_unavailable(
    qtbot: QtBot, null_sink: NullSink, player: CuePlayer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cue_player, "helper_program", _helper_without_sound_library)
    assert _tested(qtbot, player) is SoundProblem.UNAVAILABLE
    for cue in Cue:
        player.play(cue)


def _helper_without_sound_library() -> tuple[str, list[str]]:
    block = "import sys; sys.modules['PySide6.QtMultimedia'] = None"
    return sys.executable, ["-c", f"{block}; from supple.audio.cue_voice import main; sys.exit(main([]))"]


def test_a_helper_that_cannot_be_started_is_unavailable(
    qtbot: QtBot, player: CuePlayer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cue_player, "helper_program", _no_helper)
    assert _tested(qtbot, player) is SoundProblem.UNAVAILABLE


def _no_helper() -> tuple[str, list[str]]:
    return "/nonexistent/helper", []


ITS_LIBRARIES = """
import sys
from PySide6.QtCore import QCoreApplication, QTimer
from supple.audio.cue_player import CuePlayer, SoundProblem
application = QCoreApplication([])
player = CuePlayer(sys.argv[1])
player.tested.connect(lambda problem: (print(problem), QTimer.singleShot(500, application.quit)))
player.test()
application.exec()
print(open("/proc/self/maps").read())
player.close()
"""


@pytest.mark.skipif(not Path("/proc/self/maps").exists(), reason="only Linux tells what is loaded")
def test_the_window_has_no_sound_library_in_its_process(null_sink: NullSink) -> None:
    """A process of its own: other tests load Qt's sound into this one."""
    done = subprocess.run(
        [sys.executable, "-c", ITS_LIBRARIES, str(CUES)],
        env=null_sink.environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert done.stdout.startswith(SoundProblem.NONE)
    assert "libpython" in done.stdout or "libQt6Core" in done.stdout
    assert "libpulse" not in done.stdout


def test_doctor_learns_the_names_of_the_devices(null_sink: NullSink) -> None:
    report = sound_devices.look_for_sound()
    assert report.problem is SoundProblem.NONE
    assert [device.name for device in report.devices] == ["Null Output"]


def test_doctor_is_told_when_there_is_no_device(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PULSE_SERVER", NOWHERE)
    assert sound_devices.look_for_sound() == sound_devices.SoundReport(problem=SoundProblem.NO_DEVICE)


def test_doctor_does_not_wait_for_a_hung_server(null_sink: NullSink) -> None:
    null_sink.stop_answering()
    began_s = time.monotonic()
    report = sound_devices.look_for_sound(timeout_s=1.5)
    assert report.problem is SoundProblem.NOT_ANSWERING
    assert time.monotonic() - began_s < 5


def test_the_helper_ends_when_the_window_is_gone(
    null_sink: NullSink, qtbot: QtBot, player: CuePlayer
) -> None:
    _warmed(qtbot, player, null_sink)
    children = Path(f"/proc/{os.getpid()}/task/{os.getpid()}/children")
    if children.exists():
        before = set(children.read_text().split())
        player.close()
        assert len(before) - len(set(children.read_text().split())) == 1
