"""What a person can read in the window now, and the data folders and other programs that the troubles need."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget
from shiboken6 import isValid

from supple.domain.record import SessionRecord, whole_round
from supple.domain.session import SessionOutcome
from supple.domain.settings import Settings, Sound
from supple.services.writes import AddSafety, BeginSession, EndSession
from supple.storage.database import open_history
from supple.storage.settings_file import SettingsFile

as_root = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0 or not shutil.which("mount"),
    reason="mounting needs root",
)
NOBODY = 65534


def words() -> str:
    """Every word that can be seen: of the topmost sheet or dialog and of what lies beside it, one text a line."""
    seen = []
    for window in QApplication.topLevelWidgets():
        if isValid(window) and window.isVisible():  # one of an earlier test may go meanwhile
            seen += [text for widget in (window, *window.findChildren(QWidget)) if (text := _text_of(widget))]
    return "\n".join(seen)


def _text_of(widget: QWidget) -> str:
    if not widget.isVisible() or widget.visibleRegion().isEmpty():
        return ""
    if isinstance(widget, QLabel | QAbstractButton | QLineEdit):
        return widget.text() or widget.accessibleName()
    return ""


def sees(sentence: str) -> "Sight":
    """A condition for waitUntil: this can be read in the window; its name is what a failure tells."""
    return Sight(sentence)


class Sight:
    """Whether a sentence can be read now."""

    def __init__(self, sentence: str) -> None:
        self._sentence = sentence
        self.__name__ = f"“{sentence}” can be read"

    @property
    def already(self) -> bool:
        """Whether it is there before anything was done."""
        return self._sentence in words()

    def __call__(self) -> bool:
        there = words()
        if self._sentence not in there:
            raise AssertionError(f"“{self._sentence}” cannot be read; there is:\n{there}")
        return True


def ready_folder(folder: Path, *, settings: Settings | None = None) -> Path:
    """A data folder of somebody who has answered the safety questions and left sound off."""
    history = open_history(folder, now=now())
    history.write(AddSafety(safety=whole_round(now())))
    history.close()
    SettingsFile(folder).save(settings or Settings(sound=Sound(on=False, heard_once=True)))
    return folder


def remember_a_session(folder: Path, *, begun: datetime | None = None) -> None:
    """Keep a session that was stopped after a minute; yesterday unless `begun` says otherwise."""
    history = open_history(folder, now=now())
    begun = begun or now() - timedelta(days=1)
    history.write(
        BeginSession(
            session=SessionRecord(
                session_id="s1",
                started_at=begun,
                routine_id="article_routine",
                routine="After training",
                planned_s=755.0,
                sets_planned=36,
            )
        )
    )
    history.write(
        EndSession(
            session_id="s1",
            ended_at=begun + timedelta(minutes=1),
            outcome=SessionOutcome.STOPPED,
            done_s=60.0,
        )
    )
    history.close()


def now() -> datetime:
    return datetime.now().astimezone()


def mount(*arguments: str) -> None:
    done = subprocess.run(["mount", *arguments], capture_output=True, text=True)
    if done.returncode:
        pytest.skip(f"this machine does not let us mount: {done.stderr.strip()}")


@contextmanager
def read_only(folder: Path) -> Iterator[None]:
    """Mount `folder` over itself so that nothing can be written in it, for a while."""
    mount("--bind", str(folder), str(folder))
    try:
        mount("-o", "remount,ro,bind", str(folder))
        yield
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


@contextmanager
def small_disk(place: Path) -> Iterator[Path]:
    """A disk of twelve megabytes at `place`: room for SQLite's own log."""
    place.mkdir()
    mount("-t", "tmpfs", "-o", "size=12m,mode=0700", "tmpfs", str(place))
    try:
        yield place
    finally:
        subprocess.run(["umount", "-l", str(place)], check=True)


def fill(place: Path) -> Path:
    """Write until there is no room, to the last byte."""
    ballast = place / "ballast"
    with suppress(OSError), ballast.open("wb", buffering=0) as file:
        while True:
            file.write(bytes(4096))
    return ballast


READ_AND_CLOSE = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox
from supple import cli

application = QApplication(sys.argv[:1])
timer = QTimer(interval=20)

def read():
    box = QApplication.activeModalWidget()
    if isinstance(box, QMessageBox) and box.isVisible():
        print(*(label.text() for label in box.findChildren(QLabel) if label.text()), sep="\\n", flush=True)
        timer.stop()
        box.accept()

timer.timeout.connect(read)
timer.start()
sys.exit(cli.main(sys.argv[1:]))
"""


def start_and_read(
    *arguments: object, prefix: Sequence[str] = (), environment: Mapping[str, str] = os.environ
) -> subprocess.CompletedProcess[str]:
    """Start Supple as a process of its own; `stdout` is what its dialog says, closed as soon as it was read."""
    return subprocess.run(
        [*prefix, sys.executable, "-c", READ_AND_CLOSE, *(str(word) for word in arguments)],
        capture_output=True,
        text=True,
        timeout=60,
        # Not the bare word: where nobody can see a window Supple shows no dialog, and this one is to be read.
        env={**environment, "QT_QPA_PLATFORM": "offscreen:"},
    )
