"""A file is asked for through the desktop's portal, and in whatever trouble it has the window goes on with a dialog."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot
from tests.ui.session_bus import SessionBus, session_bus

from supple.app import asking
from supple.app.demo.hand import Seen, press
from supple.app.program import Program

from .conftest import Open
from .fake_portal import FakePortal, Way
from .photo_walk import photo_of_a_thigh, to_the_photo
from .window import ready_folder, sees, words

__all__ = ["session_bus"]
pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="portals are for Linux"),
    pytest.mark.qt_log_ignore("does not support propagateSizeHints"),
]
FELL_BACK = "The dialog of your desktop did not open."

Make = Callable[..., FakePortal]


def desktop_with_portal(folder: Path) -> Path:
    portals = folder / "share/xdg-desktop-portal/portals"
    portals.mkdir(parents=True)
    (portals / "some.portal").write_text("[portal]\nInterfaces=org.freedesktop.impl.portal.FileChooser;\n")
    return folder / "share"


@pytest.fixture
def portal(session_bus: SessionBus, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Make]:
    """Makes a portal, on a desktop that names one."""
    assert session_bus.address
    monkeypatch.setenv("XDG_DATA_DIRS", str(desktop_with_portal(tmp_path)))
    monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)  # Qt has read it
    monkeypatch.delenv("QT_QPA_PLATFORMTHEME", raising=False)
    made: list[FakePortal] = []

    def make(way: Way, *places: Path) -> FakePortal:
        made.append(FakePortal(way, *places))
        return made[-1]

    yield make
    for each in made:
        each.close()


def dialogs(program: Program) -> list[QFileDialog]:
    return [dialog for dialog in program.window.findChildren(QFileDialog) if dialog.isVisible()]


def own_dialog(qtbot: QtBot, program: Program) -> QFileDialog:
    qtbot.waitUntil(lambda: len(dialogs(program)) == 1, timeout=20_000)
    return dialogs(program)[0]


def test_what_is_chosen_in_the_dialog_of_the_desktop_is_written(
    qtbot: QtBot, opened: Open, data: Path, tmp_path: Path, portal: Make
) -> None:
    target = tmp_path / "Sicherung \u00e4.zip"
    desktop = portal(Way.CHOOSES, target)
    program = opened(data)
    program.flows.ways.back_up()
    qtbot.waitUntil(sees("Saved."))
    assert target.exists()
    ((_, (window, title, options)),) = [asked for asked in desktop.asked if asked[0] == "SaveFile"]
    assert (window, title) == ("", "Back up everything to one file")
    assert options["current_name"][1].startswith("Supple backup ")
    assert "current_folder" in options
    assert not dialogs(program)
    target.write_bytes(b"of another day")
    program.flows.ways.back_up()
    qtbot.waitUntil(sees("Replace the files that are there?"))
    assert desktop.asked[-1][1][2]["current_folder"] == (
        "ay",
        bytes(tmp_path) + b"\0",
    )  # where the last one went
    press("Keep them")
    assert target.read_bytes() == b"of another day"


def test_a_folder_and_a_backup_are_asked_for_as_what_they_are(
    qtbot: QtBot, opened: Open, data: Path, tmp_path: Path, portal: Make
) -> None:
    (tmp_path / "csv").mkdir()
    desktop = portal(Way.CHOOSES, tmp_path / "csv")
    program = opened(data)
    program.flows.ways.export()
    qtbot.waitUntil((tmp_path / "csv" / "notes.csv").exists)
    program.flows.ways.restore()
    qtbot.waitUntil(sees("is a folder: choose the file of the backup in it."))
    first, second = (body[2] for name, body in desktop.asked if name == "OpenFile")
    assert first["directory"] == ("b", True)
    assert second["filters"][1][0] == ("Supple backups", [(0, "*.zip")])


def test_several_photos_are_asked_for_at_once(
    qtbot: QtBot, opened: Open, data: Path, tmp_path: Path, portal: Make
) -> None:
    photos = [photo_of_a_thigh(tmp_path / f"{name}.jpg", 10) for name in ("one", "two")]
    desktop = portal(Way.CHOOSES, *photos)
    program = opened(data)
    to_the_photo(qtbot, program)
    press("Choose a file")
    qtbot.waitUntil(sees("Which hip does each photo show?"))
    qtbot.waitUntil(sees("two.jpg"))
    [options] = [body[2] for name, body in desktop.asked if name == "OpenFile"]
    assert options["multiple"] == ("b", True)
    assert options["filters"][1][0][0] == "Photos"


def test_left_it_leaves_everything_as_it_is(qtbot: QtBot, opened: Open, data: Path, portal: Make) -> None:
    desktop = portal(Way.LEAVES)
    program = opened(data)
    before = words()
    for _ in range(2):
        desktop.asked.clear()
        program.flows.ways.back_up()
        qtbot.waitUntil(lambda: desktop.asks("SaveFile"))
        qtbot.waitUntil(lambda: program.flows._asker._portal is None)
    assert words() == before
    assert not dialogs(program)


def test_an_error_is_told_and_qts_own_dialog_opens(
    qtbot: QtBot, opened: Open, data: Path, tmp_path: Path, portal: Make
) -> None:
    portal(Way.FAILS)
    program = opened(data)
    program.flows.ways.back_up()
    dialog = own_dialog(qtbot, program)
    assert FELL_BACK in words()
    dialog.fileSelected.emit(str(tmp_path / "b.zip"))
    dialog.reject()
    qtbot.waitUntil(sees("Saved."))
    assert (tmp_path / "b.zip").exists()


def test_nobody_on_the_bus_is_such_an_error(qtbot: QtBot, opened: Open, data: Path, portal: Make) -> None:
    assert portal
    program = opened(data)
    program.flows.ways.restore()
    own_dialog(qtbot, program).reject()
    assert FELL_BACK in words()


@pytest.mark.parametrize("way", [Way.HANGS, Way.READS_NOTHING])
def test_a_portal_that_does_not_answer_never_blocks_the_window(
    qtbot: QtBot,
    opened: Open,
    data: Path,
    portal: Make,
    monkeypatch: pytest.MonkeyPatch,
    way: Way,
) -> None:
    monkeypatch.setattr(asking, "MOST_MS", 3_000)
    desktop = portal(way)
    program = opened(data)
    program.flows.ways.back_up()
    qtbot.waitUntil(lambda: desktop.asks("SaveFile"))
    press("Routines")  # the window answers
    qtbot.waitUntil(Seen("Use Supple's own"))
    own_dialog(qtbot, program).reject()
    assert FELL_BACK in words()
    assert "Use Supple's own" not in words()
    if way is Way.HANGS:
        qtbot.waitUntil(lambda: desktop.asks("Close"))


def test_the_person_need_not_wait_for_it(qtbot: QtBot, opened: Open, data: Path, portal: Make) -> None:
    portal(Way.HANGS)
    program = opened(data)
    program.flows.ways.back_up()
    qtbot.waitUntil(Seen("Use Supple's own"))
    press("Cancel")
    program.flows.ways.back_up()
    qtbot.waitUntil(Seen("Use Supple's own"))
    press("Use Supple's own")
    own_dialog(qtbot, program).reject()
    assert FELL_BACK not in words()


PAINTS = """
import sys, time
began = time.monotonic()
from pathlib import Path
from PySide6.QtWidgets import QApplication
from supple.app.start import run

def tell(program):
    print("stands", program.window.theme.is_dark, time.monotonic() - began, flush=True)
    QApplication.exit(0)

def drive(program):
    program.settled.connect(lambda: tell(program))

sys.exit(run(Path(sys.argv[1]), driver=drive))
"""


@pytest.mark.real_time
@pytest.mark.skipif(not shutil.which("xvfb-run"), reason="there is no Xvfb here")
def test_a_portal_that_reads_nothing_does_not_hold_up_the_first_paint(tmp_path: Path, portal: Make) -> None:
    desktop = portal(Way.READS_NOTHING)
    folder = ready_folder(tmp_path / "data")
    began_s = time.monotonic()
    done = subprocess.run(
        ["xvfb-run", "-a", sys.executable, "-c", PAINTS, str(folder)],
        capture_output=True,
        text=True,
        timeout=60,
        env={**os.environ, "XDG_CURRENT_DESKTOP": "GNOME"},
    )
    assert done.stdout.startswith("stands False"), done.stderr
    assert time.monotonic() - began_s < 15
    assert desktop.asks("ReadAll")  # it was asked, and nobody waited
