"""Few objects stand on the way of a press: see `WayTraced` for what counts as one, and why."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from supple.app.demo.hand import Seen, press
from supple.app.program import Program
from supple.ui.check.findings_page import FindingsPage

from .conftest import Open
from .session_on_mat import sets_kept
from .test_check_presses import CHECK, next_of
from .way_traced import WayTraced, traced
from .window import sees

TO_THE_ROW, TO_THE_FINDING = 8, 10
ROOMS = {"Rooms", "TodayRoom", "TodayPage", "LibraryRooms", "PersonalRooms", "ProgressPage"}


def way_from_start_to_the_first_row(qtbot: QtBot, opened: Open, data: Path) -> WayTraced:
    with traced() as trace:
        opened(data, speed=60.0)
        qtbot.waitUntil(Seen("Start routine"))
        with trace.pressing():
            press("Start routine")
        qtbot.waitUntil(Seen("Begin session"))
        press("Begin session")
        qtbot.waitUntil(lambda: bool(sets_kept(data)), timeout=30_000)
    return trace


def way_from_the_last_answer(qtbot: QtBot, program: Program, trace: WayTraced) -> None:
    qtbot.waitUntil(Seen("Start self-test"))
    press("Start self-test")
    qtbot.waitUntil(sees("Which checks now?"))
    press("Continue")
    qtbot.waitUntil(sees("Walk about for two minutes"))
    while not isinstance(program.window.full, FindingsPage):
        with trace.pressing():
            press(next_of(CHECK))
        QApplication.processEvents()
    qtbot.waitUntil(sees("What your checks showed"))
    qtbot.waitUntil(lambda: "INSERT INTO checks" in trace.to_statement)


def test_from_start_routine_to_the_row_of_the_first_set(qtbot: QtBot, opened: Open, data: Path) -> None:
    trace = way_from_start_to_the_first_row(qtbot, opened, data)
    way = trace.to_statement["INSERT INTO sets"]
    assert way[0] == "TodayPage"
    assert way[-1] == "SqlHistory"
    assert len(way) <= TO_THE_ROW, way


def test_nothing_is_read_again_while_the_mat_is_made(qtbot: QtBot, opened: Open, data: Path) -> None:
    trace = way_from_start_to_the_first_row(qtbot, opened, data)
    read = [statement for statement in trace.statements if statement.startswith("SELECT")]
    assert read == []


def test_from_an_answer_in_the_check_to_the_finding_and_to_its_row(
    qtbot: QtBot, opened: Open, data: Path
) -> None:
    with traced() as trace:
        way_from_the_last_answer(qtbot, opened(data), trace)
    shown, kept = trace.to["FindingCard"], trace.to_statement["INSERT INTO checks"]
    assert shown[0] == kept[0] == "AnswerCard"
    assert len(shown) <= TO_THE_FINDING, shown
    assert len(kept) <= TO_THE_FINDING, kept


def test_an_answer_reads_nothing_and_tells_no_room_that_nobody_sees(
    qtbot: QtBot, opened: Open, data: Path
) -> None:
    with traced() as trace:
        way_from_the_last_answer(qtbot, opened(data), trace)
    assert [statement for statement in trace.statements if statement.startswith("SELECT")] == []
    assert set(trace.to) & ROOMS == set()


def test_another_text_size_fills_no_room_anew_and_sets_no_sound(
    qtbot: QtBot, opened: Open, data: Path
) -> None:
    """Each widget looks at the theme by itself; whoever makes the rooms has nothing to do."""
    with traced() as trace:
        program = opened(data)
        for room in ("Library", "Routines", "Progress", "Learn", "Settings"):
            press(room)
            qtbot.wait(50)
        settings = program.flows.preferences.settings()
        larger = replace(settings, look=replace(settings.look, text_percent=150))
        with trace.pressing():
            program.flows.ways.change_settings(larger)
    assert program.window.theme.text_percent == 150
    assert "PersonalRooms" in trace.to  # the page that shows the settings
    assert set(trace.to) & {"Rooms", "TodayRoom", "LibraryRooms", "SoundFlow", "CuePlayer"} == set()
    assert trace.statements == []
