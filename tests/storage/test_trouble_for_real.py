"""Full disks, read-only mounts and other people's folders, made for real: nothing is lost and each is named."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from datetime import timedelta
from pathlib import Path

import pytest

from supple.domain.record import SessionRecord, SetRecord
from supple.domain.trouble import Trouble
from supple.services.history import HistoryError
from supple.services.writer import HistoryWriter
from supple.services.writes import AddSet, BeginSession
from supple.storage import DATABASE
from supple.storage.copies import copies
from supple.storage.database import open_history
from supple.storage.inspect import DatabaseState, inspect
from supple.storage.settings_file import SettingsFile

from .conftest import NOW, one_set, session

as_root = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0 or not shutil.which("mount"),
    reason="mounting needs root",
)
NOBODY = 65534


def mount(*words: str) -> None:
    done = subprocess.run(["mount", *words], capture_output=True, text=True)
    if done.returncode:
        pytest.skip(f"this machine does not let us mount: {done.stderr.strip()}")


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of twelve megabytes: room for SQLite's own log."""
    place = tmp_path / "disk"
    place.mkdir()
    mount("-t", "tmpfs", "-o", "size=12m,mode=0700", "tmpfs", str(place))
    yield place
    subprocess.run(["umount", "-l", str(place)], check=True)


def fill(place: Path) -> Path:
    """Write until there is no room, to the last byte."""
    ballast = place / "ballast"
    with suppress(OSError), ballast.open("wb", buffering=0) as file:
        while True:
            file.write(bytes(4096))
    return ballast


@as_root
def test_what_a_full_disk_refuses_is_written_when_there_is_room(small_disk: Path) -> None:
    folder = small_disk / "data"
    history = open_history(folder, now=NOW)
    writer = HistoryWriter(history)
    writer.write(BeginSession(session=session())).result(10)
    ballast = fill(small_disk)
    refused = None
    for number in range(400):  # what is left inside the files themselves is used up first
        refused = writer.write(AddSet(record=one_set(str(number)), done_s=float(number))).exception(10)
        if refused is not None:
            break
    assert isinstance(refused, HistoryError)
    assert refused.trouble is Trouble.FULL
    written = len(list(history.read(SetRecord)))
    assert written == number
    assert writer.pending == 1
    ballast.unlink()
    assert writer.write(AddSet(record=one_set("last"), done_s=99.0)).exception(10) is None
    assert writer.close() == 0
    assert [s.set_id for s in history.sets_of("s1")] == [*(str(n) for n in range(number + 1)), "last"]
    history.close()
    assert inspect(folder / DATABASE).state is DatabaseState.CURRENT


@as_root
def test_a_history_cannot_begin_on_a_full_disk_and_says_so(small_disk: Path) -> None:
    ballast = fill(small_disk)
    with pytest.raises(HistoryError) as caught:
        open_history(small_disk / "data", now=NOW)
    assert caught.value.trouble is Trouble.FULL
    ballast.unlink()
    open_history(small_disk / "data", now=NOW).close()


@as_root
def test_a_weekly_copy_that_has_no_room_waits_and_leaves_nothing(small_disk: Path) -> None:
    folder = small_disk / "data"
    history = open_history(folder, now=NOW)
    history.write(BeginSession(session=session()))
    for number in range(1000):
        history.write(AddSet(record=one_set(str(number)), done_s=1.0))
    history.close()
    ballast = fill(small_disk)
    os.truncate(ballast, ballast.stat().st_size - 100_000)  # room for SQLite to read, not for a copy
    again = open_history(folder, now=NOW + timedelta(days=30))
    assert [s.session_id for s in again.read(SessionRecord)] == ["s1"]
    again.close()
    assert copies(folder / DATABASE) == []
    assert list(folder.rglob("*.part")) == []


@as_root
def test_settings_on_a_full_disk_stay_as_they_were(small_disk: Path) -> None:
    file = SettingsFile(small_disk / "data")
    file.save(file.load())
    before = (small_disk / "data" / "settings.json").read_bytes()
    fill(small_disk)
    with pytest.raises(OSError, match="No space"):
        file.save(file.load())
    assert (small_disk / "data" / "settings.json").read_bytes() == before


@as_root
def test_a_history_on_a_read_only_mount_is_refused_and_left_as_it_is(folder: Path) -> None:
    history = open_history(folder, now=NOW)
    history.write(BeginSession(session=session()))
    history.close()
    before = (folder / DATABASE).read_bytes()
    mount("--bind", str(folder), str(folder))
    try:
        mount("-o", "remount,ro,bind", str(folder))
        with pytest.raises(HistoryError) as caught:
            open_history(folder, now=NOW)
        assert caught.value.trouble is Trouble.READ_ONLY
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)
    assert (folder / DATABASE).read_bytes() == before


def test_a_folder_that_is_taken_away_is_told_and_what_comes_then_waits(folder: Path) -> None:
    history = open_history(folder, now=NOW)
    writer = HistoryWriter(history)
    writer.write(BeginSession(session=session())).result(10)
    elsewhere = folder.rename(folder.with_name("elsewhere"))
    refused = writer.write(AddSet(record=one_set(), done_s=10.0)).exception(10)
    assert isinstance(refused, HistoryError)
    assert refused.trouble is Trouble.MISSING
    assert not folder.exists()
    elsewhere.rename(folder)
    assert writer.retry().exception(10) is None
    assert writer.close() == 0
    assert [s.set_id for s in history.read(SetRecord)] == ["a"]
    history.close()


OPEN = """
import sys
from datetime import datetime, UTC
from pathlib import Path
from supple.services.history import HistoryError
from supple.storage.database import open_history
try:
    open_history(Path(sys.argv[1]), now=datetime.now(UTC))
except HistoryError as error:
    print(error.trouble)
"""


@as_root
@pytest.mark.skipif(not shutil.which("setpriv"), reason="becoming another user needs setpriv")
def test_another_user_cannot_open_our_history(tmp_path: Path) -> None:
    shared = Path("/tmp") / f"supple-{os.getpid()}"  # noqa: S108 - the other user must be able to come this far
    shared.mkdir(mode=0o755)
    try:
        open_history(shared / "data", now=NOW).close()
        said = subprocess.run(
            [
                *("setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups"),
                *(sys.executable, "-c", OPEN, str(shared / "data")),
            ],
            capture_output=True,
            text=True,
            cwd="/",
        )
        if "Permission denied" in said.stderr and not said.stdout:
            pytest.skip("the other user cannot start this Python")
        assert said.stdout.strip() == Trouble.READ_ONLY, said.stderr
    finally:
        shutil.rmtree(shared)


def test_a_history_that_another_program_holds_is_waited_for_and_then_told(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import sqlite3

    from supple.storage import database

    monkeypatch.setattr(database, "_BUSY_S", 0.05)
    history = open_history(folder, now=NOW)
    other = sqlite3.connect(folder / DATABASE, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    writer = HistoryWriter(history)
    refused = writer.write(BeginSession(session=session())).exception(10)
    assert isinstance(refused, HistoryError)
    assert refused.trouble is Trouble.BUSY
    other.rollback()
    other.close()
    assert writer.close() == 0
    assert [s.session_id for s in history.read(SessionRecord)] == ["s1"]
    history.close()
