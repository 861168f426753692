"""Disks that fill up, vanish or stall while somebody trains: the session goes on, the window says so, all is kept."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from tests.audio.null_sink import NullSink, hear

from supple.app.demo.hand import Seen, press
from supple.domain.cue import Cue
from supple.domain.settings import Settings, Sound
from supple.storage import DATABASE

from .conftest import Open
from .session_on_mat import begin_session, outcomes_kept, page_of, press_stop, sets_kept
from .window import as_root, fill, ready_folder, sees, words

pytestmark = pytest.mark.real_time

FAST = 300.0
ARTICLE_SETS = 36


def let_it_end(qtbot: QtBot, folder: Path) -> None:
    """The session runs out and is left; then every set is on disk, once."""
    qtbot.waitUntil(Seen("Done"), timeout=20_000)
    press("Done")
    qtbot.waitUntil(sees("Done today"))
    qtbot.waitUntil(lambda: outcomes_kept(folder) == ["completed"])
    kept = sets_kept(folder)
    assert len(kept) == len(set(kept)) == ARTICLE_SETS
    assert kept == sorted(kept, key=lambda one: one[0])


@as_root
def test_a_disk_that_fills_up_in_a_session_is_told_and_when_there_is_room_all_is_written_once(
    qtbot: QtBot, disk: Path, opened: Open
) -> None:
    folder = ready_folder(disk / "data")
    program = opened(folder, speed=FAST)
    begin_session(qtbot)
    ballast = fill(disk)
    qtbot.waitUntil(
        sees(
            f"The disk that holds {folder} is full. What you do is kept in memory and saved when there is room."
        )
    )
    before = page_of(program).status_text
    qtbot.waitUntil(lambda: page_of(program).status_text != before)
    ballast.unlink()
    qtbot.waitUntil(lambda: "Not saved yet" not in words())
    let_it_end(qtbot, folder)


@as_root
def test_a_disk_that_is_full_until_the_end_keeps_the_session_waiting_behind_a_button(
    qtbot: QtBot, disk: Path, opened: Open
) -> None:
    folder = ready_folder(disk / "data")
    opened(folder, speed=FAST)
    begin_session(qtbot)
    ballast = fill(disk)
    qtbot.waitUntil(Seen("Done"), timeout=20_000)
    press("Done")
    qtbot.waitUntil(Seen("Start routine"))
    assert f"The disk that holds {folder} is full." in words()
    ballast.unlink()
    qtbot.waitUntil(Seen("Try again"))
    press("Try again")
    qtbot.waitUntil(lambda: "Not saved yet" not in words())
    assert outcomes_kept(folder) == ["completed"]
    kept = sets_kept(folder)
    assert len(kept) == len(set(kept)) == ARTICLE_SETS


def test_a_data_folder_that_is_taken_away_in_a_session_is_told_and_filled_when_it_is_back(
    qtbot: QtBot, opened: Open, data: Path
) -> None:
    opened(data, speed=FAST)
    begin_session(qtbot)
    elsewhere = data.rename(data.with_name("elsewhere"))
    qtbot.waitUntil(
        sees(f"{data} cannot be written now. What you do is kept in memory and saved when it can be.")
    )
    assert not data.exists()
    elsewhere.rename(data)
    qtbot.waitUntil(lambda: "Not saved yet" not in words())
    let_it_end(qtbot, data)


@pytest.mark.sound
def test_while_saving_takes_long_the_chime_sounds_anyway_and_the_screen_says_so(
    qtbot: QtBot, null_sink: NullSink, opened: Open, tmp_path: Path
) -> None:
    """Another program holds the history for a while: the commit of the first set has to wait for it."""
    folder = ready_folder(tmp_path / "data", settings=Settings(sound=Sound(heard_once=True, volume=100)))
    program = opened(folder, speed=2.5)
    program.flows.cues.warm_up()
    with (
        null_sink.record() as recording,
        closing(sqlite3.connect(folder / DATABASE, isolation_level=None)) as other,
    ):
        begin_session(qtbot)
        press("Skip")
        qtbot.waitUntil(lambda: page_of(program).status_text.startswith("Left side, hold, 1 second"))
        other.execute("BEGIN IMMEDIATE")
        qtbot.waitUntil(sees("Saving is slow"))
        qtbot.waitUntil(sees("The session goes on, and every set is kept."))
        assert page_of(program).status_text.startswith("Right side, switch")
        qtbot.wait(600)
        assert sets_kept(folder) == []
        other.execute("ROLLBACK")
        qtbot.waitUntil(lambda: len(sets_kept(folder)) == 1)
    assert Cue.SWITCH in [sound.cue for sound in hear(recording)]
    press("Pause")
    press_stop(qtbot)
