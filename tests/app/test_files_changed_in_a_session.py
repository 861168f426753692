"""Files taken away, overwritten or replaced while a session runs: it goes on, and all of it is kept somewhere."""

import shutil
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from supple.app.demo.hand import Seen, press
from supple.app.program import Program
from supple.storage import DATABASE
from supple.storage.files import SETTINGS_FILE
from supple.storage.rescue import read_unsaved, unsaved_files

from .conftest import Open
from .session_on_mat import begin_session, outcomes_kept, rows, sets_kept
from .window import ready_folder, sees, words

pytestmark = pytest.mark.real_time
FAST = 300.0  # the whole session in two and a half seconds
RELEASED = Path(__file__).resolve().parents[1] / "data" / "databases" / "0.1.0.db"


def in_a_session(qtbot: QtBot, opened: Open, data: Path) -> Program:
    program = opened(data, speed=FAST)
    begin_session(qtbot)
    qtbot.waitUntil(lambda: len(sets_kept(data)) >= 2)
    return program


def to_its_end(qtbot: QtBot) -> None:
    qtbot.waitUntil(Seen("Done"), timeout=40_000)
    press("Done")


def whole_session_is_in(data: Path) -> bool:
    kept = rows(
        data,
        "SELECT step, side, set_number FROM sets JOIN sessions USING (session_id)"
        " WHERE sessions.outcome = 'completed' AND routine_id = 'article_routine' AND sets.outcome = 'completed'"
        " AND sessions.started_at > '2026'",
    )
    return len(set(kept)) == 36


def test_a_history_that_was_deleted_waits_and_is_written_when_it_is_back(
    qtbot: QtBot, opened: Open, data: Path, tmp_path: Path
) -> None:
    program = in_a_session(qtbot, opened, data)
    (data / DATABASE).rename(tmp_path / "away.db")
    to_its_end(qtbot)
    qtbot.waitUntil(sees("Not saved yet."))
    assert not (data / DATABASE).exists()
    (tmp_path / "away.db").rename(data / DATABASE)
    qtbot.waitUntil(Seen("Try again"))
    press("Try again")
    qtbot.waitUntil(lambda: "completed" in outcomes_kept(data), timeout=10_000)
    assert whole_session_is_in(data)
    opened.end(program)
    assert unsaved_files(data) == []


def test_a_history_that_was_deleted_for_good_is_in_a_file_and_comes_at_the_next_start(
    qtbot: QtBot, opened: Open, data: Path
) -> None:
    program = in_a_session(qtbot, opened, data)
    (data / DATABASE).unlink()
    to_its_end(qtbot)
    qtbot.waitUntil(sees("Not saved yet."))
    opened.end(program)
    (file,) = unsaved_files(data)
    assert len(read_unsaved(file)) > 30


def test_an_older_history_in_its_place_gets_the_whole_session(
    qtbot: QtBot, opened: Open, data: Path, tmp_path: Path
) -> None:
    in_a_session(qtbot, opened, data)
    shutil.copyfile(RELEASED, tmp_path / "coming.db")
    (tmp_path / "coming.db").replace(data / DATABASE)
    to_its_end(qtbot)
    qtbot.waitUntil(lambda: whole_session_is_in(data), timeout=10_000)
    assert "Not saved yet." not in words()


def test_a_damaged_file_in_its_place_is_told_and_nothing_is_lost(
    qtbot: QtBot, opened: Open, data: Path, tmp_path: Path
) -> None:
    program = in_a_session(qtbot, opened, data)
    (tmp_path / "coming.db").write_bytes(b"Dear diary " * 9000)
    (tmp_path / "coming.db").replace(data / DATABASE)
    qtbot.waitUntil(sees("Your history is damaged"), timeout=40_000)
    opened.end(program)
    assert unsaved_files(data)


def test_overwritten_in_place_it_has_the_whole_session_at_the_next_start(
    qtbot: QtBot, opened: Open, data: Path, tmp_path: Path
) -> None:
    other = ready_folder(tmp_path / "other")
    program = in_a_session(qtbot, opened, data)
    (data / DATABASE).write_bytes((other / DATABASE).read_bytes())
    to_its_end(qtbot)
    opened.end(program)
    program = opened(data, complete=False)
    qtbot.waitUntil(lambda: whole_session_is_in(data), timeout=10_000)


def test_settings_that_were_deleted_are_written_anew(qtbot: QtBot, opened: Open, data: Path) -> None:
    program = in_a_session(qtbot, opened, data)
    (data / SETTINGS_FILE).unlink()
    program.flows.preferences.set_volume(11)
    assert (data / SETTINGS_FILE).exists()
    assert "not saved" not in words()
