"""A history that is damaged, newer or out of reach: what the window says, and that nothing is deleted."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from pytestqt.qtbot import QtBot
from tests.storage.damage import LOG, cut_off

from supple.app.demo.hand import Seen, press
from supple.storage import DATABASE
from supple.storage.copies import keep_copy
from supple.ui.kit.button import Button, ButtonKind

from .conftest import Open
from .session_on_mat import begin_session, outcomes_kept, sets_kept
from .window import as_root, now, read_only, remember_a_session, sees, words

ARTICLE_SETS = 36


def damage(database: Path) -> bytes:
    """Overwrite the middle of the file, as a failing disk does."""
    content = bytearray(database.read_bytes())
    content[2000:-2000] = b"\xa5" * (len(content) - 4000)
    database.write_bytes(content)
    return bytes(content)


def test_a_damaged_history_is_set_aside_and_the_newest_copy_brought_back(
    qtbot: QtBot, opened: Open, data: Path
) -> None:
    remember_a_session(data)
    for copy in (data / "backups").glob("*"):
        copy.unlink()
    keep_copy(data / DATABASE, now=now())
    broken = damage(data / DATABASE)
    program = opened(data, complete=False)
    qtbot.waitUntil(sees("Your history is damaged"))
    assert f"The file in {data} cannot be read as a whole any more." in words()
    assert "The damaged file is kept beside the new one; nothing is deleted." in words()
    name = next(line for line in words().splitlines() if line.startswith("Use the copy"))
    with qtbot.waitSignal(program.today_completed):
        press(name)
    (aside,) = data.glob("set-aside-*")
    assert (aside / DATABASE).read_bytes() == broken
    with closing(sqlite3.connect(data / DATABASE)) as connection:
        assert connection.execute("SELECT session_id FROM sessions").fetchall() == [("s1",)]
    assert "Start routine" in words()


def test_a_damaged_history_without_a_copy_is_set_aside_for_an_empty_one(
    qtbot: QtBot, opened: Open, data: Path
) -> None:
    shutil.rmtree(data / "backups", ignore_errors=True)
    broken = damage(data / DATABASE)
    program = opened(data, complete=False)
    qtbot.waitUntil(sees("Your history is damaged"))
    assert "Use the copy of" not in words()
    with qtbot.waitSignal(program.today_completed):
        press("Start with an empty history")
    (aside,) = data.glob("set-aside-*")
    assert (aside / DATABASE).read_bytes() == broken
    qtbot.waitUntil(sees("I am 18 or older"))  # the safety questions are asked anew


def test_a_newer_history_is_refused_and_stays_as_it_is(qtbot: QtBot, opened: Open, data: Path) -> None:
    with closing(sqlite3.connect(data / DATABASE)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()
    before = (data / DATABASE).read_bytes()
    program = opened(data, complete=False)
    qtbot.waitUntil(sees("Your history is newer than this program"))
    assert f"It was written by a newer version of Supple: install that version to open {data}." in words()
    (quit_button,) = [b for b in program.window.findChildren(Button) if b.text() == "Quit" and b.isVisible()]
    assert quit_button._kind is ButtonKind.PRIMARY
    assert "Start with an empty history" not in words()
    assert (data / DATABASE).read_bytes() == before
    assert list(data.glob("set-aside-*")) == []


@as_root
def test_a_history_on_a_read_only_disk_says_so_and_opens_when_it_can_be_written(
    qtbot: QtBot, opened: Open, data: Path
) -> None:
    with read_only(data):
        program = opened(data, complete=False)
        qtbot.waitUntil(sees("Your history cannot be opened"))
        assert f"Nothing can be written in {data}: allow it for your user, then try again." in words()
    with qtbot.waitSignal(program.today_completed):
        qtbot.waitUntil(Seen("Try again"))
        press("Try again")
    qtbot.waitUntil(sees("Start routine"))
    assert "cannot be opened" not in words()


@as_root
def test_who_goes_on_without_a_history_loses_nothing_of_what_is_done_meanwhile(
    qtbot: QtBot, opened: Open, data: Path
) -> None:
    with read_only(data):
        opened(data, speed=300.0, complete=False)
        qtbot.waitUntil(sees("Your history cannot be opened"))
        assert "what you do is kept in memory and written as soon as that is possible." in words()
        press("Go on for now")
        answer_safety_questions(qtbot)
        begin_session(qtbot)
        qtbot.waitUntil(Seen("Done"), timeout=20_000)
        press("Done")
        qtbot.waitUntil(sees("Not saved yet."))
        assert f"Nothing can be written in {data}. What you do is kept in memory" in words()
    qtbot.waitUntil(Seen("Try again"))
    press("Try again")
    qtbot.waitUntil(lambda: outcomes_kept(data) == ["completed"])
    qtbot.waitUntil(lambda: "Not saved yet." not in words())
    kept = sets_kept(data)
    assert len(kept) == len(set(kept)) == ARTICLE_SETS
    assert "Go on where you stopped?" not in words()


def answer_safety_questions(qtbot: QtBot) -> None:
    """Nothing is known without a history, so they are asked: none applies."""
    qtbot.waitUntil(Seen("I am 18 or older"))
    press("I am 18 or older")
    for _group in range(3):
        qtbot.waitUntil(Seen("None of these"))
        press("None of these")


def test_a_history_of_an_unknown_format_is_told_and_stays_as_it_is(
    qtbot: QtBot, opened: Open, data: Path
) -> None:
    content = bytearray((data / DATABASE).read_bytes())
    content[47] = 5  # a format of schemas that nobody knows
    (data / DATABASE).write_bytes(content)
    opened(data, complete=False)
    qtbot.waitUntil(sees("Your history is damaged"))
    assert (data / DATABASE).read_bytes() == bytes(content)


def test_a_history_that_was_thrown_away_is_not_taken_for_a_first_start(
    qtbot: QtBot, opened: Open, data: Path
) -> None:
    remember_a_session(data)
    keep_copy(data / DATABASE, now=now())
    (data / DATABASE).unlink()
    program = opened(data, complete=False)
    qtbot.waitUntil(sees("Your history is not there"))
    assert f"There is no history in {data} any more, but Supple kept a copy of it." in words()
    assert "holds one session." in words()
    name = next(line for line in words().splitlines() if line.startswith("Use the copy of"))
    with qtbot.waitSignal(program.today_completed):
        press(name)
    assert "Start routine" in words()


def test_after_the_end_everything_is_in_one_file(qtbot: QtBot, opened: Open, data: Path) -> None:
    program = opened(data)
    qtbot.waitUntil(sees("Start routine"))
    opened.end(program)
    assert not (data / f"{DATABASE}-wal").exists()


def test_a_log_that_is_damaged_is_told_with_the_place_where_it_is_kept(
    qtbot: QtBot, opened: Open, data: Path, tmp_path: Path
) -> None:
    broken = cut_off(tmp_path / "broken", "s1", "s2")
    log = bytearray((broken.parent / LOG).read_bytes())
    log[len(log) // 2 :] = bytes(len(log) - len(log) // 2)
    (broken.parent / LOG).write_bytes(bytes(log))
    opened(broken.parent, complete=False)
    qtbot.waitUntil(sees("Part of what was written last could not be read."))
    (aside,) = broken.parent.glob("set-aside-*")
    assert f"The damaged part is kept as it was in {aside}." in words()
    assert (aside / LOG).read_bytes() == bytes(log)


def test_what_can_be_read_out_of_a_damaged_history_is_offered_and_used(
    qtbot: QtBot, opened: Open, data: Path
) -> None:
    remember_a_session(data)
    shutil.rmtree(data / "backups", ignore_errors=True)
    content = bytearray((data / DATABASE).read_bytes())
    content[:100] = bytes(100)
    (data / DATABASE).write_bytes(content)
    program = opened(data, complete=False)
    qtbot.waitUntil(sees("One session can be read out of the damaged file."))
    with qtbot.waitSignal(program.today_completed):
        press("Use what can be read")
    (aside,) = data.glob("set-aside-*")
    assert (aside / DATABASE).read_bytes() == bytes(content)
    with closing(sqlite3.connect(data / DATABASE)) as connection:
        assert connection.execute("SELECT session_id FROM sessions").fetchall() == [("s1",)]
