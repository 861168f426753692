"""After a sign that somebody has to look at, the advice stays: on the sheet after the session, then in the window."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from supple.app.demo.hand import Seen, press
from supple.ui.kit.chip import Chip

from .conftest import Open
from .session_on_mat import begin_session, page_of
from .window import ready_folder, sees, words

HELP = "call your local emergency number now, even if it eases"


def test_advice_stays_until_it_was_read_and_closed(qtbot: QtBot, opened: Open, tmp_path: Path) -> None:
    folder = ready_folder(tmp_path / "data")
    program = opened(folder)
    begin_session(qtbot)
    press("It hurts")
    qtbot.waitUntil(lambda: page_of(program).sheet is not None)
    sheet = page_of(program).sheet
    assert sheet is not None
    next(chip for chip in sheet.findChildren(Chip) if "chest" in chip.text().lower()).click()
    press("End here")
    qtbot.waitUntil(Seen("Done"))
    assert HELP in words()
    press("Done")
    qtbot.waitUntil(lambda: program.window.banner("advice") is not None)
    banner = program.window.banner("advice")
    assert banner is not None
    qtbot.wait(600)
    assert HELP in words()
    opened.end(program)

    again = opened(folder, complete=False)  # asked about at the next start, before anything begins
    qtbot.waitUntil(sees("Signs that need help now"), timeout=10_000)
    assert again.window.full is not None
