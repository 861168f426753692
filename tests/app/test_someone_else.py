"""Someone else: asked for themselves, one session without a record, and the owner's answers as they were."""

import sqlite3
from contextlib import closing
from getpass import getuser
from pathlib import Path

from PySide6.QtWidgets import QAbstractButton, QLabel
from pytestqt.qtbot import QtBot

from supple.app.demo.hand import Seen, press, visible_names, visible_words
from supple.domain.record import NoteRecord, whole_round
from supple.domain.settings import Settings, Sound
from supple.services.writes import AddSafety, KeepNotes
from supple.storage import DATABASE
from supple.storage.database import open_history
from supple.storage.settings_file import SettingsFile
from supple.ui.kit.chip import Chip
from supple.ui.kit.room import Room
from supple.ui.safety.gentle_sheet import GentleSheet

from .conftest import Open
from .window import now, ready_folder, sees, words

HELP = "call your local emergency number now, even if it eases"
QUESTIONS = ("I am 18 or older", "None of these", "None of these", "None of these")


def rows(folder: Path) -> dict[str, int]:
    """How many there are of everything that is kept."""
    with closing(sqlite3.connect(folder / DATABASE)) as connection:
        tables = ("sessions", "sets", "self_tests", "pains", "safety_answers")
        return {t: connection.execute(f"SELECT count(*) FROM {t}").fetchone()[0] for t in tables}  # noqa: S608 - our own


def go(qtbot: QtBot, *names: str) -> None:
    for name in names:
        qtbot.waitUntil(Seen(name, QAbstractButton), timeout=10_000)
        press(name)


def holds() -> bool:
    return any("side, hold" in line for line in visible_words(QLabel))


def from_the_start_sheet(qtbot: QtBot) -> None:
    go(qtbot, "Start routine", "Someone else")


def test_a_session_of_someone_else_leaves_no_trace(qtbot: QtBot, opened: Open, data: Path) -> None:
    before = rows(data)
    program = opened(data, speed=10.0)
    from_the_start_sheet(qtbot)
    qtbot.waitUntil(sees("These answers are not kept"))
    go(qtbot, *QUESTIONS)
    qtbot.waitUntil(sees("For someone else: nothing of this session is kept."))
    go(qtbot, "Begin session")
    qtbot.waitUntil(holds, timeout=20_000)
    assert "Not recorded" in words()
    assert "Note (optional)" not in words()
    go(qtbot, "Stop")
    qtbot.waitUntil(Seen("Stop here"))
    assert "Nothing of this session is kept." in words()
    assert "The sets you have done are kept." not in words()
    go(qtbot, "Stop here")
    qtbot.waitUntil(sees("Nothing of this session is kept."))
    assert "Note (optional)" not in words()
    go(qtbot, "Done")
    qtbot.waitUntil(Seen("Start routine"))
    opened.end(program)
    assert rows(data) == before


def test_the_owners_session_after_it_is_kept_again(qtbot: QtBot, opened: Open, data: Path) -> None:
    opened(data, speed=10.0)
    from_the_start_sheet(qtbot)
    go(qtbot, *QUESTIONS, "Begin session", "Stop", "Stop here", "Done", "Start routine", "Begin session")
    qtbot.waitUntil(holds, timeout=20_000)
    assert "Not recorded" not in words()
    go(qtbot, "Stop", "Stop here", "Done")
    qtbot.waitUntil(lambda: rows(data)["sessions"] == 1)


def test_a_yes_of_someone_else_stops_them_and_not_the_owner(qtbot: QtBot, opened: Open, data: Path) -> None:
    before = rows(data)
    opened(data)
    from_the_start_sheet(qtbot)
    go(qtbot, "I am 18 or older")
    press(next(name for name in visible_names() if name.startswith("Chest pain or trouble breathing?")))
    go(qtbot, "Continue")
    qtbot.waitUntil(sees("Get emergency help now"))
    assert "Nothing of these answers is kept." in words()
    assert "stays on this computer" not in words()
    go(qtbot, "I understand")
    qtbot.waitUntil(Seen("Start routine"))
    assert rows(data) == before


def test_someone_under_eighteen_is_stopped(qtbot: QtBot, opened: Open, data: Path) -> None:
    opened(data)
    from_the_start_sheet(qtbot)
    go(qtbot, "I am under 18")
    qtbot.waitUntil(sees("Supple is for adults"))
    go(qtbot, "I understand", "Start routine", "Begin session")
    qtbot.waitUntil(Seen("Pause"), timeout=10_000)
    go(qtbot, "Stop", "Stop here", "Done")


def test_strong_pain_of_someone_else_begins_nothing(qtbot: QtBot, opened: Open, data: Path) -> None:
    before = rows(data)
    opened(data)
    from_the_start_sheet(qtbot)
    go(qtbot, *QUESTIONS)
    qtbot.waitUntil(Seen("Begin session"))
    go(qtbot, "Pain 8 of 10", "What to do first")
    go(qtbot, "None of these", "None of these")
    qtbot.waitUntil(sees("You rated your pain 8 of 10. Nothing begins until it is 6 or less."))
    go(qtbot, "Close")
    qtbot.waitUntil(Seen("Start routine"))
    assert rows(data) == before


def test_strong_pain_of_someone_else_is_rated_anew_and_leads_back_as_the_owners_does(
    qtbot: QtBot, opened: Open, data: Path
) -> None:
    before = rows(data)
    opened(data, speed=10.0)
    from_the_start_sheet(qtbot)
    go(qtbot, *QUESTIONS)
    go(qtbot, "Pain 8 of 10", "What to do first", "None of these", "None of these", "Rate the pain again")
    qtbot.waitUntil(Seen("Pain 7 of 10"))
    assert "Note (optional)" not in words()
    go(qtbot, "Pain 7 of 10", "Done", "None of these", "None of these")
    qtbot.waitUntil(sees("You rated your pain 7 of 10. Nothing begins until it is 6 or less."))
    go(qtbot, "Rate the pain again", "Pain 2 of 10", "Done")
    qtbot.waitUntil(sees("For someone else: nothing of this session is kept."))
    go(qtbot, "Begin session")
    qtbot.waitUntil(holds, timeout=20_000)
    go(qtbot, "Stop", "Stop here", "Done")
    qtbot.waitUntil(Seen("Start routine"))
    assert rows(data) == before


def test_a_yes_after_strong_pain_of_someone_else_stops_them(qtbot: QtBot, opened: Open, data: Path) -> None:
    opened(data)
    from_the_start_sheet(qtbot)
    go(qtbot, *QUESTIONS, "Pain 8 of 10", "What to do first")
    qtbot.waitUntil(Seen("None of these"))
    press(next(name for name in visible_names() if name.startswith("Chest pain or trouble breathing?")))
    go(qtbot, "Continue")
    qtbot.waitUntil(sees("Get emergency help now"))
    go(qtbot, "I understand")
    qtbot.waitUntil(Seen("Start routine"))
    qtbot.wait(50)
    assert "Rate the pain again" not in visible_names()


def test_pain_of_six_of_someone_else_begins_gently_and_shows_the_signs(
    qtbot: QtBot, opened: Open, data: Path
) -> None:
    program = opened(data, speed=10.0)
    from_the_start_sheet(qtbot)
    go(qtbot, *QUESTIONS, "Pain 6 of 10", "Read the stop rules")
    qtbot.waitUntil(sees("Only gently today"))
    assert "With 6 of 10 you may try this; if the pain stays above 5 once you move, stop." in words()
    assert "Pain above 5 out of 10 once you move" in words()
    program.window.findChildren(GentleSheet)[0].signs.click()
    qtbot.waitUntil(sees("Stop and get help if anything in these lists appears."))
    go(qtbot, "Close", "Begin gently")
    qtbot.waitUntil(holds, timeout=20_000)
    go(qtbot, "Stop", "Stop here", "Done")


def test_a_sign_of_someone_else_keeps_its_advice_in_view_until_it_is_closed(
    qtbot: QtBot, opened: Open, data: Path
) -> None:
    before = rows(data)
    program = opened(data, speed=1.0)
    from_the_start_sheet(qtbot)
    go(qtbot, *QUESTIONS, "Begin session", "It hurts")
    qtbot.waitUntil(lambda: any("chest" in chip.text().lower() for chip in program.window.findChildren(Chip)))
    next(chip for chip in program.window.findChildren(Chip) if "chest" in chip.text().lower()).click()
    go(qtbot, "End here")
    qtbot.waitUntil(sees(HELP))
    go(qtbot, "Done")
    qtbot.waitUntil(lambda: program.window.banner("advice") is not None)
    qtbot.wait(300)
    assert HELP in words()
    program.window.show_room(Room.LIBRARY)
    assert HELP in words()
    assert rows(data) == before


def closed_owner(folder: Path) -> Path:
    history = open_history(folder, now=now())
    history.write(AddSafety(safety=whole_round(now(), frozenset({"B3"}))))
    history.write(
        KeepNotes(notes=(NoteRecord(exercise_id="a1_piriformis_supine", written_at=now(), note="Mine"),))
    )
    history.close()
    SettingsFile(folder).save(Settings(sound=Sound(on=False, heard_once=True)))
    return folder


def test_settings_name_whose_folder_it_is_and_let_someone_else_train_though_the_owner_may_not(
    qtbot: QtBot, opened: Open, tmp_path: Path
) -> None:
    program = opened(closed_owner(tmp_path / "data"), speed=10.0)
    program.window.show_room(Room.SETTINGS)
    qtbot.waitUntil(Seen("Someone else"))
    assert any(
        f"for one person ({getuser()})." in label.text() for label in program.window.findChildren(QLabel)
    )
    go(qtbot, "Someone else", *QUESTIONS, "Begin session")
    qtbot.waitUntil(holds, timeout=20_000)
    assert "Mine" not in words()
    go(qtbot, "Stop", "Stop here", "Done")
    program.window.show_room(Room.TODAY)
    qtbot.waitUntil(sees("See or phone a doctor first"))


def test_not_now_leads_back(qtbot: QtBot, opened: Open, tmp_path: Path) -> None:
    opened(ready_folder(tmp_path / "data"))
    from_the_start_sheet(qtbot)
    go(qtbot, "Not now")
    qtbot.waitUntil(Seen("Start routine"))
