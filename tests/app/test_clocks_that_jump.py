"""A clock that is set back, and a computer that sleeps or hangs in the middle of a hold."""

import os
import signal
import subprocess
import sys
import time
from datetime import datetime, timedelta, tzinfo
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from supple.app.demo.hand import Seen, press
from supple.play import clock
from supple.services import local_time

from .conftest import Open
from .session_on_mat import begin_session, page_of, press_stop, rows, sets_kept
from .window import sees, words

pytestmark = pytest.mark.real_time

ARTICLE_SETS = 36
ASLEEP = "The computer was asleep. Resume when you are ready."
STOOD = "The computer stood still for a moment. Resume when you are ready."


def test_a_clock_that_is_set_back_changes_neither_the_countdown_nor_the_order_and_is_told(
    qtbot: QtBot, opened: Open, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = opened(data, speed=200.0)
    begin_session(qtbot)
    qtbot.waitUntil(lambda: len(sets_kept(data)) >= 3)
    left = page_of(program).mat.heading
    before = left.time_left
    monkeypatch.setattr(local_time, "datetime", _TwoHoursBack)
    qtbot.waitUntil(lambda: left.time_left != before)
    assert _seconds(left.time_left) < _seconds(before)
    qtbot.waitUntil(Seen("Done"), timeout=20_000)
    press("Done")
    qtbot.waitUntil(sees("The clock of this computer seems to be behind."))
    assert "Nothing is lost; set the clock right, then what comes next stands in order again." in words()
    kept = sets_kept(data)
    assert len(kept) == len(set(kept)) == ARTICLE_SETS
    assert [step for step, _, _ in kept] == sorted(step for step, _, _ in kept)
    ((began, ended, outcome),) = rows(data, "SELECT started_at, ended_at, outcome FROM sessions")
    assert (ended >= began, outcome) == (True, "completed")


class _TwoHoursBack(datetime):
    """The wall clock after somebody set it back."""

    @classmethod
    def now(cls, tz: tzinfo | None = None) -> datetime:
        return datetime.now(tz) - timedelta(hours=2)


def _seconds(clock: str) -> int:
    """ "12:10 left" in seconds."""
    minutes, seconds = clock.split()[0].split(":")
    return 60 * int(minutes) + int(seconds)


@pytest.mark.skipif(not hasattr(time, "CLOCK_BOOTTIME"), reason="this system does not tell how long it slept")
def test_a_computer_that_slept_in_a_hold_pauses_where_it_was_and_says_so(
    qtbot: QtBot, opened: Open, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clocks = _SleepyClocks()
    monkeypatch.setattr(clock, "time", clocks)
    program = opened(data, speed=5.0)
    begin_session(qtbot)
    press("Skip")
    qtbot.waitUntil(sees("Hold"))
    qtbot.wait(300)
    before_s = _held(page_of(program).status_text)
    clocks.slept_ns += 3_600_000_000_000
    qtbot.waitUntil(sees(ASLEEP))
    assert page_of(program).status_text.startswith("Paused. Left side, hold")
    assert before_s - _held(page_of(program).status_text) in (0, 1, 2)
    assert sets_kept(data) == []
    press("Resume")
    assert ASLEEP not in words()
    qtbot.waitUntil(lambda: len(sets_kept(data)) == 1)
    assert rows(data, "SELECT held_s FROM sets") == [(10.0,)]
    press("Pause")
    press_stop(qtbot)


class _SleepyClocks:
    """The time module's clocks on a machine that slept for `slept_ns`."""

    CLOCK_BOOTTIME = getattr(time, "CLOCK_BOOTTIME", 0)
    CLOCK_MONOTONIC = time.CLOCK_MONOTONIC

    def __init__(self) -> None:
        self.slept_ns = 0

    def monotonic_ns(self) -> int:
        return time.monotonic_ns()

    def clock_gettime_ns(self, clock: int) -> int:
        return time.clock_gettime_ns(clock) + (self.slept_ns if clock == self.CLOCK_BOOTTIME else 0)


def _held(status: str) -> int:
    """The seconds in "Left side, hold, 8 seconds left"."""
    return int(next(word for word in status.split() if word.isdigit()))


HANG = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QLabel
from supple.app import start
from supple.app.demo.hand import Hand, Seen, Until, press, visible_words

def status(begin):
    return lambda: any(words.startswith(begin) for words in visible_words(QLabel))

def script():
    yield Seen("Start routine")
    press("Start routine")
    yield Seen("Begin session")
    press("Begin session")
    yield Until(status("Left side, hold"), "the hold")
    print("holding", flush=True)
    yield Until(status("Paused. Left side, hold"), "the pause")
    print(*(label.text() for label in window.findChildren(QLabel) if label.isVisible()), sep=";", flush=True)
    window.set_close_guard(None)
    window.close()

def drive(program):
    global hand, window
    window = program.window
    hand = Hand(script(), done=print)
    program.today_completed.connect(hand.begin)

sys.exit(start.run(Path(sys.argv[1]), speed=10, driver=drive))
"""


@pytest.mark.skipif(not hasattr(signal, "SIGSTOP"), reason="a process cannot be stopped here")
def test_a_program_that_stood_still_in_a_hold_pauses_where_it_was(data: Path) -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    with subprocess.Popen(
        [sys.executable, "-c", HANG, str(data)], stdout=subprocess.PIPE, text=True, env=environment
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline().strip() == "holding"
        process.send_signal(signal.SIGSTOP)
        time.sleep(2.0)
        process.send_signal(signal.SIGCONT)
        assert STOOD in process.stdout.readline()
        assert process.wait(20) == 0
    assert sets_kept(data) == []
