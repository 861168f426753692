"""A window closed or a program killed during a session: what was done is kept, once, and can be gone on with."""

import os
import signal
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from supple.app.demo.hand import Seen, press
from supple.domain.record import SessionRecord
from supple.services.writes import BeginSession
from supple.storage.database import open_history

from .conftest import Open
from .session_on_mat import outcomes_kept, page_of, sets_kept
from .window import now, sees, words

pytestmark = pytest.mark.real_time

FAST = 300.0
SLOW = 1.0
ARTICLE_SETS = 36

TRAIN = """
import sys
from pathlib import Path
from supple.app import start
from supple.app.demo.hand import Hand, Seen, press

def script():
    yield Seen("Start routine")
    press("Start routine")
    yield Seen("Begin session")
    press("Begin session")
    yield Seen("Done", patience_s=60)

def drive(program):
    global hand
    hand = Hand(script(), done=print)
    program.today_completed.connect(hand.begin)

start.run(Path(sys.argv[1]), speed=60, driver=drive)
"""


@pytest.fixture
def killed(data: Path, qtbot: QtBot) -> Path:
    """The data folder of a program that was killed after some sets, as by an empty battery."""
    process = subprocess.Popen(
        [sys.executable, "-c", TRAIN, str(data)], env={**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    )
    try:
        qtbot.waitUntil(lambda: len(sets_kept(data)) >= 3, timeout=30_000)
    finally:
        process.send_signal(signal.SIGKILL)
        process.wait()
    return data


def test_after_a_kill_the_next_start_offers_to_go_on_and_each_set_is_there_once(
    qtbot: QtBot, opened: Open, killed: Path
) -> None:
    before = sets_kept(killed)
    program = opened(killed, speed=SLOW)
    qtbot.waitUntil(sees("Go on where you were?"))
    assert f"was cut short. {len(before)} of {ARTICLE_SETS} sets are kept." in words()
    press("Go on")
    qtbot.waitUntil(Seen("Pause"))
    assert "get ready" in page_of(program).status_text
    program.window.set_close_guard(None)
    opened.end(program)
    opened(killed, speed=FAST)
    qtbot.waitUntil(sees("Go on where you were?"))
    press("Go on")
    qtbot.waitUntil(Seen("Done"), timeout=20_000)
    assert f"{ARTICLE_SETS} of {ARTICLE_SETS} sets." in words()
    press("Done")
    qtbot.waitUntil(lambda: outcomes_kept(killed) == ["completed"])
    kept = sets_kept(killed)
    assert kept[: len(before)] == before
    assert len(kept) == len(set(kept)) == ARTICLE_SETS


def test_who_does_not_want_to_go_on_keeps_what_was_done(qtbot: QtBot, opened: Open, killed: Path) -> None:
    before = sets_kept(killed)
    program = opened(killed)
    qtbot.waitUntil(sees("Go on where you were?"))
    press("Keep what was done")
    qtbot.waitUntil(lambda: outcomes_kept(killed) == ["interrupted"])
    assert sets_kept(killed) == before
    opened.end(program)
    opened(killed)
    assert "Go on where you were?" not in words()


def test_a_session_of_this_morning_is_not_offered_but_kept(qtbot: QtBot, opened: Open, data: Path) -> None:
    begun = now() - timedelta(hours=4)
    history = open_history(data, now=now())
    history.write(
        BeginSession(
            session=SessionRecord(
                session_id="s1",
                started_at=begun,
                routine_id="article_routine",
                routine="After training",
                planned_s=755.0,
                sets_planned=36,
            )
        )
    )
    history.close()
    opened(data)
    qtbot.waitUntil(sees("Your last session was cut short."))
    assert f"After training, {begun:%H:%M}: 0 sets are kept." in words()
    qtbot.waitUntil(lambda: outcomes_kept(data) == ["interrupted"])
    qtbot.waitUntil(Seen("Close"))
    press("Close")
    assert "Your last session was cut short." not in words()
