"""The copies the program keeps by itself: when, which, for how long, and which one is offered."""

import os
import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from supple.domain.trouble import Trouble
from supple.services.history import HistoryError
from supple.services.writes import BeginSession
from supple.storage import DATABASE
from supple.storage.copies import DAYS, best_copy, bring_back, copies, copy_is_due, keep_copy
from supple.storage.database import open_history

from .conftest import NOW, session
from .damage import files_in, session_names, sql, with_sessions


def spoil(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[4096 : 4096 * 3] = b"\x5a" * 4096 * 2
    path.write_bytes(content)


def test_a_damaged_history_is_set_aside_and_the_best_copy_brought_back(folder: Path) -> None:
    path = with_sessions(folder, "s1")
    older = keep_copy(path, now=NOW)
    newer = keep_copy(path, now=NOW + timedelta(days=7))
    newer.write_bytes(b"spoilt as well" * 500)
    spoil(path)
    spoilt = path.read_bytes()
    copy = best_copy(path)
    assert copy is not None
    assert copy.path == older
    aside = bring_back(copy.path, path, now=NOW)
    assert (aside / DATABASE).read_bytes() == spoilt
    assert session_names(folder) == ["s1"]


def test_the_copy_that_holds_most_is_offered_whatever_its_name_says(folder: Path, tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    open_history(empty, now=NOW).close()
    keep_copy(with_sessions(folder, "s1"), now=NOW)
    nearly_nothing = keep_copy(empty / DATABASE, now=NOW + timedelta(days=90))
    shutil.copyfile(nearly_nothing, folder / "backups" / nearly_nothing.name)
    copy = best_copy(folder / DATABASE)
    assert copy is not None
    assert (copy.holds.sessions, copy.made_at.date()) == (1, NOW.date())


@pytest.mark.parametrize("how", ["missing", "empty"])
def test_a_history_that_is_gone_beside_a_copy_is_no_first_start(folder: Path, how: str) -> None:
    path = with_sessions(folder, "s1", "s2")
    keep_copy(path, now=NOW)
    path.unlink()
    if how == "empty":
        path.touch()
    with pytest.raises(HistoryError) as caught:
        open_history(folder, now=NOW)
    assert caught.value.trouble is Trouble.GONE
    copy = best_copy(path)
    assert copy is not None
    bring_back(copy.path, path, now=NOW)
    assert session_names(folder) == ["s1", "s2"]


def test_who_wants_to_begin_anew_beside_a_copy_can_and_is_not_asked_again(folder: Path) -> None:
    path = with_sessions(folder, "s1")
    keep_copy(path, now=NOW)
    path.unlink()
    open_history(folder, now=NOW, fresh=True).close()
    assert session_names(folder) == []


def test_a_copy_is_due_once_a_day_when_something_was_written(folder: Path) -> None:
    path = with_sessions(folder, "s1")
    assert copy_is_due(path, now=NOW)
    copy = keep_copy(path, now=NOW)
    for file in (path, copy):
        os.utime(file, (NOW.timestamp(), NOW.timestamp()))
    assert not copy_is_due(path, now=NOW + timedelta(hours=5))
    assert not copy_is_due(path, now=NOW + timedelta(days=3)), "nothing was written since"
    history = open_history(folder, now=NOW)
    history.write(BeginSession(session=session("s2")))
    history.close()
    assert copy_is_due(path, now=NOW + timedelta(days=1000))


def test_old_copies_stay_in_tiers(folder: Path) -> None:
    path = with_sessions(folder, "s1")
    for day in range(200):
        keep_copy(path, now=NOW + timedelta(days=day))
    ages = [(199 - (NOW_DAY(copy) - NOW.date()).days) for copy in copies(path)]
    assert ages[:DAYS] == list(range(DAYS))
    assert 150 < ages[-1] < 200
    assert 8 < len(ages) <= 5 + 4 + 12
    assert all(copy.stat().st_mode & 0o777 == 0o600 for copy in copies(path))


def NOW_DAY(copy: Path):
    from supple.storage.copies import made_at

    made = made_at(copy)
    assert made is not None
    return made.date()


def test_small_copies_never_push_out_one_that_holds_more(folder: Path) -> None:
    path = with_sessions(folder, *[f"s{number}" for number in range(20)])
    whole = keep_copy(path, now=NOW)
    path.unlink()
    open_history(folder, now=NOW, fresh=True).close()
    for day in range(1, 60):
        keep_copy(path, now=NOW + timedelta(days=day))
    assert whole in copies(path)
    copy = best_copy(path)
    assert copy is not None
    assert copy.path == whole


@pytest.mark.parametrize(
    "name", ["history-old.db", "history-before trip.db", "history-2026-99-99-000000-daily.db"]
)
def test_what_a_person_put_beside_the_copies_is_left_alone(folder: Path, name: str) -> None:
    path = with_sessions(folder, "s1")
    (folder / "backups").mkdir(exist_ok=True)
    (folder / "backups" / name).write_bytes(b"")
    (folder / "backups" / "history-mine.db").mkdir()
    (folder / "backups" / "history-2026-01-01-000000-daily.db").symlink_to(path)
    for day in range(40):
        keep_copy(path, now=NOW + timedelta(days=day))
    assert session_names(folder) == ["s1"]
    assert (folder / "backups" / name).exists()
    assert (folder / "backups" / "history-mine.db").is_dir()
    assert (folder / "backups" / "history-2026-01-01-000000-daily.db").is_symlink()


def test_a_start_with_the_clock_ten_years_ahead_holds_up_no_copy(folder: Path) -> None:
    path = with_sessions(folder, "s1")
    ahead = keep_copy(path, now=NOW + timedelta(days=3650))
    assert copy_is_due(path, now=NOW)
    for day in range(8):
        keep_copy(path, now=NOW + timedelta(days=day))
    assert len([copy for copy in copies(path) if copy != ahead]) >= DAYS
    assert not copy_is_due(path, now=NOW + timedelta(days=7, hours=1))


def test_a_copy_that_cannot_be_read_is_none(folder: Path) -> None:
    path = with_sessions(folder, "s1")
    sql(path, "CREATE TRIGGER t AFTER INSERT ON sets BEGIN DELETE FROM sessions; END")
    before = files_in(folder)
    with pytest.raises(Exception, match="damaged"):
        keep_copy(path, now=NOW)
    assert copies(path) == []
    assert files_in(folder) == before


def test_no_copy_makes_a_folder_anew_that_was_taken_away(tmp_path: Path) -> None:
    gone = tmp_path / "a disk that is away" / DATABASE
    with pytest.raises(FileNotFoundError):
        keep_copy(gone, now=NOW)
    assert not gone.parent.exists()
