"""Closing while records wait, and files that are taken away or replaced meanwhile: nothing that was done is lost."""

import shutil
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from tests.storage.damage import with_sessions

from supple.app.demo.hand import Seen, press
from supple.app.program import Program
from supple.storage import DATABASE
from supple.storage.rescue import unsaved_files

from .conftest import Open
from .session_on_mat import begin_session, outcomes_kept, rows, sets_kept
from .window import as_root, fill, ready_folder, sees, words

pytestmark = pytest.mark.real_time
FAST = 300.0


@pytest.fixture
def unsaved(qtbot: QtBot, disk: Path, opened: Open) -> "tuple[Path, Path, Program]":
    """A session done on a disk that is full by its end: the data folder, what fills the disk, the program."""
    folder = ready_folder(disk / "data")
    program = opened(folder, speed=FAST)
    begin_session(qtbot)
    ballast = fill(disk)
    qtbot.waitUntil(Seen("Done"), timeout=20_000)
    press("Done")
    qtbot.waitUntil(sees("Not saved yet."))
    return folder, ballast, program


@as_root
def test_closing_while_records_wait_asks_and_the_next_start_writes_them(
    qtbot: QtBot, unsaved: "tuple[Path, Path, Program]", opened: Open, home: Path
) -> None:
    data, ballast, program = unsaved
    assert not program.window.close()
    qtbot.waitUntil(sees("Something is not saved yet"))
    press("Close and keep it in a file")
    qtbot.waitUntil(lambda: not program.window.isVisible())
    opened.end(program)
    (file,) = unsaved_files(data)
    assert file.parent == home
    assert file.stat().st_mode & 0o777 == 0o600
    ballast.unlink()
    again = opened(data)
    qtbot.waitUntil(sees("What could not be saved last time was kept."))
    qtbot.waitUntil(lambda: outcomes_kept(data) == ["completed"])
    qtbot.waitUntil(lambda: unsaved_files(data) == [])
    kept = sets_kept(data)
    assert len(kept) == len(set(kept)) == 36
    assert again.flows.keeping.writer.pending == 0


@as_root
def test_an_end_that_nobody_can_be_asked_about_keeps_what_waits(
    unsaved: "tuple[Path, Path, Program]", opened: Open
) -> None:
    data, _, program = unsaved
    opened.end(program)
    assert len(unsaved_files(data)) == 1


@as_root
def test_trying_again_where_it_can_be_written_closes_the_window(
    qtbot: QtBot, unsaved: "tuple[Path, Path, Program]"
) -> None:
    data, ballast, program = unsaved
    program.window.close()
    qtbot.waitUntil(sees("Something is not saved yet"))
    ballast.unlink()
    press("Try again")
    qtbot.waitUntil(lambda: not program.window.isVisible())
    assert outcomes_kept(data) == ["completed"]
    assert unsaved_files(data) == []


@pytest.mark.parametrize("how", ["replaced", "without its log", "replaced beside its log"])
def test_a_history_replaced_in_a_session_has_the_whole_session(
    qtbot: QtBot, opened: Open, data: Path, tmp_path: Path, how: str
) -> None:
    other = ready_folder(tmp_path / "other")
    with_sessions(other, "x1", "x2")
    opened(data, speed=FAST)
    begin_session(qtbot)
    qtbot.waitUntil(lambda: len(sets_kept(data)) >= 2)
    if how != "without its log":
        shutil.copyfile(other / DATABASE, tmp_path / "coming.db")
        (tmp_path / "coming.db").replace(data / DATABASE)  # as a sync program does it
    if how != "replaced beside its log":
        (data / f"{DATABASE}-wal").unlink()
    qtbot.waitUntil(Seen("Done"), timeout=40_000)
    press("Done")
    qtbot.waitUntil(lambda: "completed" in outcomes_kept(data), timeout=10_000)
    kept = rows(
        data,
        "SELECT step, side, set_number FROM sets JOIN sessions USING (session_id)"
        " WHERE sessions.outcome = 'completed' AND sets.outcome = 'completed'",
    )
    assert len(kept) == len(set(kept)) == 36
    names = [name for (name,) in rows(data, "SELECT session_id FROM sessions")]
    assert ({"x1", "x2"} <= set(names)) is (how != "without its log")
    assert "Not saved yet." not in words()


def test_a_folder_that_was_taken_away_is_not_made_anew(
    qtbot: QtBot, opened: Open, data: Path, tmp_path: Path
) -> None:
    program = opened(data)
    qtbot.waitUntil(sees("Start routine"))
    data.rename(tmp_path / "away")
    program.flows.preferences.set_volume(11)
    opened.end(program)
    assert not data.exists()
