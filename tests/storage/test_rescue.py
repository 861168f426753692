"""What could not be written before the program ended lies in a file, somewhere, and comes back from it whole."""

import os
import tempfile
from datetime import timedelta
from pathlib import Path

import pytest

from supple.services.writes import AddSet, BeginSession, Write
from supple.storage.rescue import RescueError, keep_unsaved, put_by, read_unsaved, unsaved_files

from .conftest import NOW, one_set, session

WRITES: tuple[Write, ...] = (BeginSession(session=session()), AddSet(record=one_set(), done_s=12.5))


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder; what lies in the real folder for a while belongs to others."""
    away = tmp_path / "for a while"
    away.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(away))
    folder = tmp_path / "data"
    folder.mkdir()
    return folder


def test_what_was_kept_comes_back_as_it_was_and_is_for_its_owner_alone(data: Path) -> None:
    file = keep_unsaved(WRITES, data, now=NOW)
    assert file is not None
    assert file.parent == data
    assert file.stat().st_mode & 0o077 == 0
    assert read_unsaved(file) == WRITES


def test_several_files_wait_oldest_first_and_none_takes_the_place_of_another(data: Path) -> None:
    files = [keep_unsaved(WRITES, data, now=now) for now in (NOW + timedelta(days=1), NOW, NOW)]
    assert len(set(files)) == 3
    assert unsaved_files(data) == [files[1], files[2], files[0]]


def test_without_the_folder_it_goes_home_and_is_found_there(data: Path, home: Path) -> None:
    data.rmdir()
    file = keep_unsaved(WRITES, data, now=NOW)
    assert file is not None
    assert file.parent == home
    assert unsaved_files(data) == [file]
    assert unsaved_files(data.with_name("somebody else's")) == []


def test_where_it_can_be_nowhere_that_is_said(
    data: Path, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data.rmdir()
    monkeypatch.setenv("HOME", str(tmp_path / "gone"))
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "gone too"))
    assert keep_unsaved(WRITES, data, now=NOW) is None


@pytest.mark.parametrize(
    "content", [b"", b"{}", b'{"folder": "x", "writes": [["Unheard", {}]]}', b"[" * 100_000]
)
def test_a_file_that_cannot_be_read_is_told_and_not_taken_for_ours(data: Path, content: bytes) -> None:
    file = data / "supple-unsaved-2026-07-22.json"
    file.write_bytes(content)
    with pytest.raises(RescueError):
        read_unsaved(file)
    assert unsaved_files(data) == []


def test_a_link_and_what_is_far_too_large_are_passed_over(data: Path) -> None:
    ours = keep_unsaved(WRITES, data, now=NOW)
    assert ours is not None
    (data / "supple-unsaved-link.json").symlink_to(ours)
    with (data / "supple-unsaved-large.json").open("wb") as file:
        os.truncate(file.fileno(), 65 * 1024**2)
    assert unsaved_files(data) == [ours]


def test_what_was_put_by_waits_no_more_and_is_still_there(data: Path) -> None:
    file = keep_unsaved(WRITES, data, now=NOW)
    assert file is not None
    put_by(file)
    assert unsaved_files(data) == []
    assert read_unsaved(file.with_suffix(".left")) == WRITES
