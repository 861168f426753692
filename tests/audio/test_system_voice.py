"""The person's own words, read by the system's real voice, where this machine has one."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from tests.audio.null_sink import NullSink

from supple.audio.system_voice import SystemVoice

WORDS = "Pad under the knee, and breathe."


@pytest.fixture
def speech_service(null_sink: NullSink, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The system's speech service on the sink, alone in a folder of its own, and ended afterwards."""
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    yield
    for found in tmp_path.rglob("speech-dispatcher.pid"):
        os.kill(int(found.read_text()), signal.SIGTERM)


@pytest.fixture
def voice(qtbot: QtBot, speech_service: None) -> Iterator[SystemVoice]:
    said = subprocess.run(
        [sys.executable, "-m", "supple.audio.voice_helper", "--list"],
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )
    if not said.stdout.startswith("ready"):
        pytest.skip("this system has no voice of its own")
    voice = SystemVoice()
    yield voice
    voice.close()


@pytest.mark.sound
def test_own_words_are_heard_and_hushed(qtbot: QtBot, voice: SystemVoice, null_sink: NullSink) -> None:
    voice.warm_up()
    qtbot.waitUntil(lambda: voice.is_ready, timeout=20_000)
    with null_sink.record() as recording:
        assert voice.say(WORDS, volume=1.0, limit_ms=5_000)
        qtbot.wait(2_500)
    assert recording.peak > 0.05
    voice.hush()
    qtbot.wait(500)
    with null_sink.record() as silence:
        qtbot.wait(500)
    assert silence.peak < recording.peak / 10


@pytest.mark.sound
def test_a_note_is_cut_off_when_its_time_is_over(
    qtbot: QtBot, voice: SystemVoice, null_sink: NullSink
) -> None:
    voice.warm_up()
    qtbot.waitUntil(lambda: voice.is_ready, timeout=20_000)
    assert voice.say(f"{WORDS} " * 4, volume=1.0, limit_ms=1_500)
    assert voice.is_reading
    qtbot.waitUntil(lambda: not voice.is_reading, timeout=3_000)
    qtbot.wait(700)
    with null_sink.record() as silence:
        qtbot.wait(700)
    assert silence.peak < 0.01


def test_without_a_voice_nothing_is_read_and_nothing_is_said_of_it(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    voice = SystemVoice()
    monkeypatch.setattr(
        "supple.audio.system_voice.voice_program", lambda: (sys.executable, ["-c", "print('none')"])
    )
    voice.warm_up()
    qtbot.wait(500)
    assert not voice.is_ready
    assert not voice.say(WORDS, volume=1.0, limit_ms=1_000)
    voice.hush()
    voice.close()
