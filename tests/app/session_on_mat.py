"""A session in the real window: begun by the buttons a person presses, read back from the database it left."""

import sqlite3
from contextlib import closing
from pathlib import Path

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from supple.app.demo.hand import Seen, press
from supple.app.program import Program
from supple.storage import DATABASE
from supple.ui.session.session_page import SessionPage

SetKept = tuple[int, str, int]  # step, side, number of the set


def begin_session(qtbot: QtBot) -> None:
    """Press what starts the article's routine."""
    qtbot.waitUntil(Seen("Start routine"))
    press("Start routine")
    qtbot.waitUntil(Seen("Begin session"))
    press("Begin session")
    qtbot.waitUntil(Seen("Pause"))


def press_stop(qtbot: QtBot) -> None:
    """Stop the session and leave it."""
    press("Stop")
    qtbot.waitUntil(Seen("Stop here"))
    press("Stop here")
    qtbot.waitUntil(Seen("Done"))
    press("Done")
    qtbot.waitUntil(Seen("Start routine"))


def page_of(program: Program) -> SessionPage:
    """The mat view, for what no button tells: the countdown."""
    page: QWidget | None = program.window.full
    assert isinstance(page, SessionPage)
    return page


def sets_kept(folder: Path) -> list[SetKept]:
    """Every completed set that is on disk, in the order kept."""
    return rows(folder, "SELECT step, side, set_number FROM sets WHERE outcome = 'completed' ORDER BY number")


def outcomes_kept(folder: Path) -> list[str | None]:
    """How each session ended, oldest first; None for one without an end."""
    return [outcome for (outcome,) in rows(folder, "SELECT outcome FROM sessions ORDER BY number")]


def rows(folder: Path, question: str) -> list[tuple]:
    with closing(sqlite3.connect(folder / DATABASE)) as connection:
        return connection.execute(question).fetchall()
