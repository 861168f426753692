"""What the window says when something is amiss or was done: sheets for troubles, banners over the rooms."""

import json
import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

from pytestqt.qtbot import QtBot
from tests.storage.damage import cut_off, sql

from supple.app.demo.hand import Seen, press
from supple.app.program import Program
from supple.domain.trouble import Trouble
from supple.storage import DATABASE
from supple.storage.backup import make_backup
from supple.storage.copies import keep_copy
from supple.storage.files import SETTINGS_FILE
from supple.storage.half_restored import NOTE
from supple.ui.kit.chip import Chip

from .place import QUIET, Place, Reach, mat, press_all, stay, until
from .session_on_mat import page_of
from .window import now, ready_folder, remember_a_session, sees


def somebody(folder: Path) -> Path:
    """Of somebody with one session."""
    ready_folder(folder, settings=QUIET)
    remember_a_session(folder)
    return folder


def damaged(folder: Path) -> Path:
    """The middle of the file is overwritten; there is a copy, and one session can be read."""
    somebody(folder)
    keep_copy(folder / DATABASE, now=now())
    content = bytearray((folder / DATABASE).read_bytes())
    content[:100] = bytes(100)
    (folder / DATABASE).write_bytes(bytes(content))
    return folder


def newer(folder: Path) -> Path:
    """Written by a newer Supple."""
    somebody(folder)
    with closing(sqlite3.connect(folder / DATABASE)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()
    return folder


def gone(folder: Path) -> Path:
    """The history was thrown away; a copy is there."""
    somebody(folder)
    keep_copy(folder / DATABASE, now=now())
    (folder / DATABASE).unlink()
    return folder


def misread(folder: Path) -> Path:
    """The settings make no sense."""
    somebody(folder)
    (folder / SETTINGS_FILE).write_text("{ not json")
    return folder


def unreadable(folder: Path) -> Path:
    """One entry cannot be read."""
    somebody(folder)
    sql(folder / DATABASE, "UPDATE sessions SET outcome = 'flown away'")
    return folder


def log_lost(folder: Path) -> Path:
    """Part of what was written last is damaged."""
    broken = cut_off(folder, "s1", "s2")
    log = broken.with_name(broken.name + "-wal")
    content = bytearray(log.read_bytes())
    content[len(content) // 2 :] = bytes(len(content) - len(content) // 2)
    log.write_bytes(bytes(content))
    return broken.parent


def restore_cut_off(folder: Path) -> Path:
    """Bringing a backup back was cut off."""
    somebody(folder)
    aside, place = folder / "set-aside-x", folder / ".work-0-x"
    for each in (aside, place):
        each.mkdir()
    (folder / DATABASE).rename(aside / DATABASE)
    (place / DATABASE).write_bytes(b"of the backup")
    (folder / NOTE).write_text(json.dumps({"place": str(place), "aside": aside.name, "names": [DATABASE]}))
    return folder


def clock_behind(folder: Path) -> Path:
    """There is a session of next month."""
    ready_folder(folder, settings=QUIET)
    remember_a_session(folder, begun=now() + timedelta(days=30))
    return folder


def cut_short_long_ago(folder: Path) -> Path:
    """A session without an end, of this morning."""
    somebody(folder)
    sql(folder / DATABASE, "UPDATE sessions SET outcome = NULL, ended_at = NULL")
    return folder


def choose(what: str) -> Reach:
    """A file chosen in Settings or Progress, without the desktop's dialog."""

    def reach(qtbot: QtBot, program: Program) -> None:
        qtbot.wait(100)
        files, folder = program.flows._files, program.flows.data_dir.parent
        match what:
            case "restore":
                made = folder / "backup.zip"
                make_backup(program.flows.data_dir, made, now=now(), beside_window=True)
                program.flows._restore._take_file(made)
                qtbot.waitUntil(sees("Bring this backup back?"))
            case "nothing to restore":
                (folder / "diary.zip").write_text("Dear diary")
                program.flows._restore._take_file(folder / "diary.zip")
                qtbot.waitUntil(sees("Nothing was restored"))
            case "saved":
                files._back_up(folder / "mine.zip")
                qtbot.waitUntil(sees("Saved."))
            case "replace":
                program.flows._asker._ask_to_replace(folder, ["mine.zip"])
                qtbot.waitUntil(sees("Replace the files that are there?"))
        qtbot.wait(100)

    return reach


def restored(qtbot: QtBot, program: Program) -> None:
    """After a backup was brought back."""
    choose("restore")(qtbot, program)
    press_all(qtbot, "Bring it back")
    qtbot.waitUntil(sees("Your data were restored."))
    qtbot.wait(300)


def not_saved(qtbot: QtBot, program: Program) -> None:
    """What was done waits: the history cannot be written."""
    program.flows.keeping.writer.lose(Trouble.FULL).result()
    mat("Stop", "Stop here", "Done")(qtbot, program)
    qtbot.waitUntil(sees("Not saved yet."))
    qtbot.wait(100)


def closing_unsaved(qtbot: QtBot, program: Program) -> None:
    """The window is closed while something waits."""
    not_saved(qtbot, program)
    program.window.close()
    qtbot.waitUntil(sees("Something is not saved yet"))


def settings_not_saved(qtbot: QtBot, program: Program) -> None:
    """The settings cannot be written."""
    file = program.flows.data_dir / SETTINGS_FILE
    file.unlink()
    file.mkdir()
    program.flows.preferences.save()
    qtbot.waitUntil(sees("What you set is not saved yet."))


def advised(qtbot: QtBot, program: Program) -> None:
    """After a sign that needs help, told in a session."""
    mat("It hurts", pause=False)(qtbot, program)
    sheet = page_of(program).sheet
    assert sheet is not None
    next(chip for chip in sheet.findChildren(Chip) if "chest" in chip.text().lower()).click()
    press_all(qtbot, "End here", "Done")
    qtbot.waitUntil(lambda: program.window.banner("advice") is not None)
    qtbot.wait(600)
    if Seen("Not now")():
        press("Not now")
        qtbot.wait(100)


def waited(first: Reach) -> Reach:
    """Until a banner takes presses."""

    def reach(qtbot: QtBot, program: Program) -> None:
        first(qtbot, program)
        qtbot.wait(450)

    return reach


def left_the_check(qtbot: QtBot, program: Program) -> None:
    """A check that was left at once."""
    press_all(qtbot, "Start self-test", "Continue", "Continue", "Continue", "Leave the check", "Leave here")


def wanted_in_a_session(qtbot: QtBot, program: Program) -> None:
    """The program is started once more, for the routine, while a session stands."""
    mat()(qtbot, program)
    program.raise_window("routine")


PLACES = [
    Place(
        name="a damaged history", reach=waited(stay), folder=damaged, shows=("TroubleSheet",), complete=False
    ),
    Place(name="a newer history", reach=waited(stay), folder=newer, shows=("TroubleSheet",), complete=False),
    Place(
        name="a history that is gone",
        reach=waited(stay),
        folder=gone,
        shows=("TroubleSheet",),
        complete=False,
    ),
    Place(name="bringing a backup back", reach=choose("restore"), folder=somebody, shows=("RestoreSheet",)),
    Place(name="replacing files", reach=choose("replace"), folder=somebody, shows=("Sheet",)),
    Place(name="closing while something waits", reach=closing_unsaved, folder=somebody, shows=("Sheet",)),
    *(
        Place(
            name=name,
            reach=waited(until(sentence, first=reach)),
            folder=folder,
            shows=("LyingBanner",),
            within="LyingBanner",
        )
        for name, sentence, folder, reach in (
            ("news of settings that make no sense", "Your settings could not be read", misread, stay),
            ("news of an entry that nobody can read", "One entry of your history", unreadable, stay),
            ("news of a log that was damaged", "Part of what was written last", log_lost, stay),
            ("news of a restore that was cut off", "was cut off", restore_cut_off, stay),
            ("news of a clock that is behind", "seems to be behind", clock_behind, stay),
            ("news of a session cut short", "Your last session was cut short.", cut_short_long_ago, stay),
            ("news of a file that was saved", "Saved.", somebody, choose("saved")),
            (
                "news of a backup that cannot be used",
                "Nothing was restored",
                somebody,
                choose("nothing to restore"),
            ),
            ("news of data brought back", "Your data were restored.", somebody, restored),
            ("news of a check that was left", "You left the check.", somebody, left_the_check),
            ("news that something is on", "Nothing new was started.", somebody, wanted_in_a_session),
            ("news of what is not saved", "Not saved yet.", somebody, not_saved),
            ("news of settings not saved", "What you set is not saved yet.", somebody, settings_not_saved),
            ("advice after a sign", "call your local emergency number", somebody, advised),
        )
    ),
]
