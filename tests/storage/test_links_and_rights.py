"""Links, pipes and folders that are not ours, in the place of what Supple writes: neither followed nor changed."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from supple.crash import FAULT_NAME, LOG_NAME
from supple.domain.record import NoteRecord
from supple.services.writes import KeepNotes
from supple.storage.database import open_history
from supple.storage.files import make_private_folder
from supple.storage.half_restored import NOTE, UnfinishedRestore, note, take_back
from supple.storage.rescue import keep_unsaved, unsaved_files

from .conftest import NOW

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="links and rights are others there")
WRITES = (KeepNotes(notes=(NoteRecord(exercise_id="pigeon", written_at=NOW, note="Slowly"),)),)


@pytest.fixture
def theirs(tmp_path: Path) -> Path:
    """A file of somebody else, as they left it."""
    file = tmp_path / "theirs"
    file.write_text("theirs")
    file.chmod(0o644)
    return file


def left_alone(theirs: Path) -> bool:
    return theirs.read_text() == "theirs" and theirs.stat().st_mode & 0o777 == 0o644


LOGS_SOMETHING = """
import logging, os, sys
from pathlib import Path
from supple.crash import Log
os.umask(0o077)
log = Log(Path(sys.argv[1]))
log.open()
logging.error("something")
"""


def log_something(folder: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", LOGS_SOMETHING, str(folder)], capture_output=True, text=True, timeout=20
    )
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("name", [FAULT_NAME, LOG_NAME])
def test_a_log_follows_no_link(folder: Path, theirs: Path, name: str) -> None:
    (folder / "logs").mkdir(parents=True)
    (folder / "logs" / name).symlink_to(theirs)
    log_something(folder / "logs")
    assert left_alone(theirs)
    assert (folder / "logs" / name).is_symlink()


@pytest.mark.parametrize("name", [FAULT_NAME, LOG_NAME])
def test_a_log_waits_for_no_pipe_and_writes_to_no_device(folder: Path, name: str) -> None:
    (folder / "logs").mkdir(parents=True)
    os.mkfifo(folder / "logs" / name)
    log_something(folder / "logs")
    assert (folder / "logs" / name).is_fifo()


def test_a_link_in_the_place_of_the_logs_gets_none(folder: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    elsewhere.chmod(0o755)
    folder.mkdir()
    (folder / "logs").symlink_to(elsewhere)
    log_something(folder / "logs")
    assert list(elsewhere.iterdir()) == []
    assert elsewhere.stat().st_mode & 0o777 == 0o755


def test_a_log_is_written_and_for_its_owner_alone_whatever_the_rights_were(folder: Path) -> None:
    logs = folder / "logs"
    logs.mkdir(parents=True)
    (logs / LOG_NAME).write_text("before\n")
    for place, mode in ((logs / LOG_NAME, 0o666), (logs, 0o777)):
        place.chmod(mode)
    log_something(logs)
    assert [line.rsplit(" ", 1)[-1] for line in (logs / LOG_NAME).read_text().splitlines()] == [
        "before",
        "something",
    ]
    assert {place.name: place.stat().st_mode & 0o777 for place in (logs, *logs.iterdir())} == {
        "logs": 0o700,
        LOG_NAME: 0o600,
        FAULT_NAME: 0o600,
    }


def test_copies_that_others_could_write_to_are_closed_at_the_start(folder: Path) -> None:
    (folder / "backups").mkdir(parents=True)
    (folder / "backups").chmod(0o777)
    open_history(folder, now=NOW).close()
    assert (folder / "backups").stat().st_mode & 0o777 == 0o700


def test_a_link_in_the_place_of_the_copies_is_not_changed(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere").chmod(0o755)
    folder.mkdir()
    (folder / "backups").symlink_to(tmp_path / "elsewhere")
    open_history(folder, now=NOW).close()
    assert (tmp_path / "elsewhere").stat().st_mode & 0o777 == 0o755


def test_a_folder_with_other_things_in_it_keeps_its_rights_and_what_is_ours_is_closed(folder: Path) -> None:
    folder.mkdir()
    (folder / "thesis.odt").write_text("mine")
    folder.chmod(0o755)
    open_history(folder, now=NOW).close()
    assert folder.stat().st_mode & 0o777 == 0o755
    assert (folder / "history.db").stat().st_mode & 0o777 == 0o600


def test_a_folder_that_all_share_keeps_its_rights(folder: Path) -> None:
    folder.mkdir()
    folder.chmod(0o1777)
    make_private_folder(folder)
    assert folder.stat().st_mode & 0o7777 == 0o1777


def test_what_could_not_be_saved_is_written_through_no_link(
    folder: Path, theirs: Path, tmp_path: Path
) -> None:
    folder.mkdir()
    first = keep_unsaved(WRITES, folder, now=NOW)
    assert first is not None
    first.unlink()
    first.symlink_to(theirs)
    file = keep_unsaved(WRITES, folder, now=NOW)
    assert file is not None
    assert file != first
    assert unsaved_files(folder) == [file]
    assert left_alone(theirs)


def test_the_note_of_a_restore_is_written_through_no_link(folder: Path, theirs: Path) -> None:
    folder.mkdir()
    (folder / NOTE).symlink_to(theirs)
    with pytest.raises(OSError, match=r"symbolic"):
        note(folder, UnfinishedRestore(place=str(folder), aside="", names=()))
    assert left_alone(theirs)


def test_a_note_of_a_restore_that_names_other_files_takes_nothing_away(folder: Path, theirs: Path) -> None:
    folder.mkdir()
    place = folder / ".work-1"
    place.mkdir()
    note(folder, UnfinishedRestore(place=str(place), aside="", names=("../theirs",)))
    assert not take_back(folder)
    assert left_alone(theirs)
    assert not (folder / NOTE).exists()
