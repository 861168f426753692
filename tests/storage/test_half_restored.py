"""A restore that is killed at any of its steps is taken back by the next start, and nothing of the data is lost."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from supple.domain.record import SessionRecord
from supple.domain.settings import Settings, Sound
from supple.services.writes import BeginSession
from supple.storage import DATABASE
from supple.storage.backup import make_backup
from supple.storage.database import open_history
from supple.storage.half_restored import NOTE
from supple.storage.restore import restore
from supple.storage.settings_file import SettingsFile

from .conftest import NOW, session

KILLED_AT = """
import os, signal, sys
from datetime import datetime
from pathlib import Path
from supple.storage.restore import restore

file, folder, at = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
done = 0

def watch(event, arguments):
    global done
    if event in ("os.rename", "shutil.copyfile"):
        if done == at:
            os.kill(os.getpid(), signal.SIGKILL)
        done += 1

sys.addaudithook(watch)
restore(file, folder, now=datetime.now().astimezone())
at = -1  # what this process does at its end is none of its steps
print(done)
"""


def filled(folder: Path, name: str, volume: int) -> Path:
    """A data folder with one session called `name`."""
    history = open_history(folder, now=NOW)
    history.write(BeginSession(session=session(session_id=name)))
    history.close()
    SettingsFile(folder).save(Settings(sound=Sound(volume=volume)))
    return folder


def what_is_in(folder: Path) -> tuple[list[str], int, bool]:
    """Its sessions, the volume, and whether a restore was taken back."""
    history = open_history(folder, now=NOW)
    found = [session.session_id for session in history.read(SessionRecord)]
    history.close()
    return found, SettingsFile(folder).load().sound.volume, history.restore_taken_back


@pytest.fixture
def backup(tmp_path: Path) -> Path:
    file = tmp_path / "backup.zip"
    make_backup(filled(tmp_path / "earlier", "of the backup", 11), file, now=NOW)
    return file


def killed_at(step: int, backup: Path, folder: Path) -> bool:
    """Restore in a process of its own that is killed before its rename or copy of this number; whether it was."""
    done = subprocess.run(
        [sys.executable, "-c", KILLED_AT, str(backup), str(folder), str(step)], capture_output=True, text=True
    )
    assert done.returncode in (0, -signal.SIGKILL), done.stderr
    return done.returncode != 0


@pytest.mark.skipif(os.name != "posix", reason="kills by a signal")
def test_killed_before_each_of_its_steps_the_data_are_as_they_were_or_restored(
    tmp_path: Path, backup: Path
) -> None:
    steps = 0
    while True:
        folder = filled(tmp_path / f"data{steps}", "mine", 77)
        if not killed_at(steps, backup, folder):
            assert what_is_in(folder) == (["of the backup"], 11, False)
            break
        found, volume, _ = what_is_in(folder)
        assert (found, volume) == (["mine"], 77), f"killed at step {steps}"
        assert what_is_in(folder) == (found, volume, False)
        SettingsFile(folder).save(Settings())  # whatever is written next sweeps the folder
        assert not [left for left in folder.iterdir() if left.name.startswith((".", NOTE))]
        steps += 1
    assert steps >= 4


@pytest.mark.skipif(os.name != "posix", reason="kills by a signal")
def test_killed_where_there_was_nothing_before_there_is_nothing_after(tmp_path: Path, backup: Path) -> None:
    for step in range(3):
        folder = tmp_path / f"new{step}"
        folder.mkdir()
        assert killed_at(step, backup, folder)
        assert what_is_in(folder)[0] == []
        assert restore(backup, folder, now=NOW) is not None
        assert what_is_in(folder)[0] == ["of the backup"]


def test_a_note_beside_data_that_are_there_takes_nothing_away(tmp_path: Path) -> None:
    folder = filled(tmp_path / "data", "mine", 77)
    (folder / NOTE).write_text(
        f'{{"place": "{tmp_path}/gone", "aside": "", "names": ["{DATABASE}", "settings.json"]}}'
    )
    assert what_is_in(folder) == (["mine"], 77, False)
    (folder / NOTE).write_text("no note")
    assert what_is_in(folder) == (["mine"], 77, False)
    assert not (folder / NOTE).exists()


def test_what_a_killed_program_left_beside_a_target_is_taken_away_the_next_time(tmp_path: Path) -> None:
    folder = filled(tmp_path / "data", "mine", 77)
    gone = subprocess.run(
        [sys.executable, "-c", "import os; print(os.getpid())"], capture_output=True, text=True
    )
    left, at_work, anybodys = (
        tmp_path / f".supple-{gone.stdout.strip()}-x.part",
        tmp_path / f".supple-{os.getpid()}-x.part",
        tmp_path / ".mine.part",
    )
    for part in (left, at_work, anybodys):
        part.write_bytes(b"half")
    make_backup(folder, tmp_path / "backup.zip", now=NOW)
    assert (left.exists(), at_work.exists(), anybodys.exists()) == (False, True, True)
