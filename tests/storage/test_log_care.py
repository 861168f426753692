"""The write-ahead log: folded in at the end, looked at before it is taken, kept when something of it cannot be had."""

import shutil
from pathlib import Path

import pytest

from supple.cli import main
from supple.commands.doctor import look
from supple.domain.record import SessionRecord
from supple.storage import DATABASE
from supple.storage.database import open_history
from supple.storage.inspect import DatabaseState, inspect

from .conftest import NOW
from .damage import LOG, cut_off, files_in, flip, session_names, with_sessions

TWELVE = [f"s{number:02}" for number in range(12)]
FRAME = 24 + 4096


def test_a_closed_history_is_one_file_and_holds_everything(folder: Path) -> None:
    with_sessions(folder, *TWELVE)
    assert not (folder / LOG).exists()
    alone = folder.with_name("alone")
    alone.mkdir()
    shutil.copyfile(folder / DATABASE, alone / DATABASE)
    assert session_names(alone) == TWELVE


def test_what_a_crash_left_in_the_log_is_there_and_nothing_is_said(folder: Path) -> None:
    cut_off(folder, *TWELVE)
    history = open_history(folder, now=NOW)
    assert [kept.session_id for kept in history.read(SessionRecord)] == TWELVE
    assert history.log_care is None
    history.close()
    assert list(folder.glob("set-aside-*")) == []


@pytest.mark.parametrize("place", [3, 20, 32 + 10, 32 + FRAME + 200, 32 + 9 * FRAME + 4000])
def test_a_flipped_byte_in_the_log_costs_no_session(folder: Path, place: int) -> None:
    cut_off(folder, *TWELVE)
    flip(folder / LOG, place)
    spoilt = (folder / LOG).read_bytes()
    history = open_history(folder, now=NOW)
    assert [kept.session_id for kept in history.read(SessionRecord)] == TWELVE
    care = history.log_care
    history.close()
    assert care is not None
    assert not care.lost
    assert (care.kept / LOG).read_bytes() == spoilt


def test_a_log_whose_middle_is_gone_is_kept_and_the_rest_is_read(folder: Path) -> None:
    cut_off(folder, *TWELVE)
    content = bytearray((folder / LOG).read_bytes())
    begin = 32 + 20 * FRAME
    content[begin : begin + 30 * FRAME] = bytes(30 * FRAME)
    (folder / LOG).write_bytes(content)
    history = open_history(folder, now=NOW)
    found = [kept.session_id for kept in history.read(SessionRecord)]
    care = history.log_care
    history.close()
    assert care is not None
    assert (care.kept / LOG).read_bytes() == bytes(content)
    assert found == TWELVE[: len(found)]
    assert care.lost


def test_a_log_cut_short_at_its_last_write_says_nothing(folder: Path) -> None:
    cut_off(folder, *TWELVE)
    content = (folder / LOG).read_bytes()
    (folder / LOG).write_bytes(content[:-100])
    history = open_history(folder, now=NOW)
    assert [kept.session_id for kept in history.read(SessionRecord)][:11] == TWELVE[:11]
    assert history.log_care is None
    history.close()


def test_a_copy_put_in_the_place_of_the_history_beside_a_foreign_log_stays_whole(
    folder: Path, tmp_path: Path
) -> None:
    cut_off(folder, "x1", "x2")
    with_sessions(tmp_path / "other", *TWELVE)
    shutil.copyfile(tmp_path / "other" / DATABASE, folder / DATABASE)
    foreign = (folder / LOG).read_bytes()
    history = open_history(folder, now=NOW)
    assert [kept.session_id for kept in history.read(SessionRecord)] == TWELVE
    care = history.log_care
    history.close()
    assert care is not None
    assert (care.kept / LOG).read_bytes() == foreign
    assert inspect(folder / DATABASE, thorough=True).state is DatabaseState.CURRENT


def test_a_log_without_its_history_is_kept(folder: Path) -> None:
    cut_off(folder, *TWELVE)
    log = (folder / LOG).read_bytes()
    (folder / DATABASE).unlink()
    history = open_history(folder, now=NOW)
    care = history.log_care
    history.close()
    assert care is not None
    assert (care.kept / LOG).read_bytes() == log


@pytest.mark.parametrize("spoilt", [False, True])
@pytest.mark.parametrize("foreign", [False, True])
def test_a_look_changes_nothing(folder: Path, tmp_path: Path, spoilt: bool, foreign: bool) -> None:
    cut_off(folder, *TWELVE)
    if foreign:
        with_sessions(tmp_path / "other", "y1")
        shutil.copyfile(tmp_path / "other" / DATABASE, folder / DATABASE)
    if spoilt:
        flip(folder / LOG, 32 + 5 * FRAME)
    before = files_in(folder)
    told = next(line.words for line in look(folder) if line.subject == "history")
    main(["--data-dir", str(folder), "export", str(tmp_path / "out.csv")])
    main(["--data-dir", str(folder), "backup", str(tmp_path / "b.zip")])
    assert files_in(folder) == before
    assert sorted(path.name for path in folder.iterdir()) == sorted(before)
    assert ("its log is damaged" in told) is spoilt
    assert "x1" not in (tmp_path / "out.csv").read_text(encoding="utf-8")
    assert ("y1" if foreign else TWELVE[-1]) in (tmp_path / "out.csv").read_text(encoding="utf-8")
