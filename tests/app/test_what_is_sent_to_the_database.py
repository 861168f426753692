"""What the program writes and reads while somebody uses it: as little as is shown, and nothing whole in a session."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from supple.app.demo.hand import Seen, press
from supple.app.program import Program
from supple.ui.check.findings_page import FindingsPage
from supple.ui.kit.room import Room
from supple.ui.progress.progress_page import ProgressPage
from supple.ui.settings.settings_page import SettingsPage

from .conftest import Open
from .session_on_mat import begin_session
from .statements import Sent, sent_to_the_database
from .test_check_presses import CHECK, next_of
from .window import remember_a_session, sees

READER = "progress-reader"
WHAT_TODAY_NEEDS = (
    6  # plans, sessions and pain lately, pain with a sign, checks lately, and all where there are none
)
TRIES = 4  # two on each side
WHAT_PROGRESS_SHOWS = 5  # sets, sessions, checks, pain, plans


@pytest.fixture
def sent() -> Iterator[Sent]:
    with sent_to_the_database() as sent:
        yield sent


@pytest.fixture
def program(data: Path, opened: Open, sent: Sent, qtbot: QtBot) -> Program:
    """Of somebody with a past, who has looked at Progress and is on Today again."""
    remember_a_session(data)
    program = opened(data, speed=30.0)
    show(program, Room.PROGRESS, ProgressPage, qtbot)
    qtbot.waitUntil(lambda: len(by(READER, sent)) == WHAT_PROGRESS_SHOWS)
    program.window.rail.button(Room.TODAY).click()
    qtbot.wait(100)
    sent.forget()
    return program


def show(program: Program, room: Room, page: type, qtbot: QtBot) -> None:
    program.window.rail.button(room).click()
    qtbot.waitUntil(lambda: isinstance(program.window.page(room), page))


def by(thread: str, sent: Sent) -> list[str]:
    return [one.words for one in sent.reads if one.thread == thread]


def test_a_start_reads_what_is_shown_and_nothing_twice(data: Path, opened: Open, sent: Sent) -> None:
    remember_a_session(data)
    sent.forget()
    opened(data)
    # What Today needs, the answers, the notes, and a session that was cut off.
    assert len(sent.reads) <= WHAT_TODAY_NEEDS + 3
    assert len({one.words for one in sent.reads}) == len(sent.reads)
    assert sent.transactions == 0


def test_the_start_of_a_session_is_one_statement_and_reads_nothing(
    program: Program, sent: Sent, qtbot: QtBot
) -> None:
    begin_session(qtbot)
    qtbot.waitUntil(lambda: sent.transactions == 1)
    qtbot.wait(200)  # longer than what follows a write takes
    assert [one.words.split(" (")[0] for one in sent.writes] == ["INSERT INTO sessions"]
    assert sent.reads == []


def test_a_finished_set_is_one_transaction_and_reads_nothing(
    program: Program, sent: Sent, qtbot: QtBot
) -> None:
    begin_session(qtbot)
    qtbot.waitUntil(lambda: sent.transactions == 1)
    sent.forget()
    qtbot.waitUntil(lambda: sent.transactions >= 2)
    sets = sum(one.words.startswith("INSERT INTO sets") for one in sent.writes)
    assert sent.transactions == sets
    assert len(sent.writes) == 2 * sets  # the set, and how long the session has run
    assert sent.reads == []


def test_the_end_of_a_session_is_one_statement_and_today_reads_once(
    program: Program, sent: Sent, qtbot: QtBot
) -> None:
    begin_session(qtbot)
    press("Stop")
    qtbot.waitUntil(Seen("Stop here"))
    qtbot.wait(100)
    sent.forget()
    press("Stop here")
    qtbot.waitUntil(Seen("Done"))
    qtbot.waitUntil(lambda: sent.transactions >= 1)
    assert [one.words.split(" SET")[0] for one in sent.writes][-1] == "UPDATE sessions"
    assert sent.reads == []
    sent.forget()
    press("Done")
    qtbot.waitUntil(Seen("Start routine"))
    qtbot.wait(200)
    assert len(sent.reads) == WHAT_TODAY_NEEDS
    assert by(READER, sent) == []


def test_a_hip_check_writes_each_try_and_reads_nothing_until_it_is_left(
    program: Program, sent: Sent, qtbot: QtBot
) -> None:
    press("Start self-test")
    qtbot.waitUntil(sees("Which checks now?"))
    assert len(sent.reads) == 1  # when each was done last
    sent.forget()
    press("Continue")
    qtbot.waitUntil(sees("Walk about for two minutes"))
    while not isinstance(program.window.full, FindingsPage):
        press(next_of(CHECK))
    qtbot.waitUntil(sees("What your checks showed"))
    qtbot.waitUntil(lambda: not program.flows.keeping.waits)
    assert sent.transactions <= TRIES + 1  # and what was found
    assert sent.reads == []
    press("Keep for later")
    qtbot.waitUntil(Seen("Start routine"))
    qtbot.wait(200)
    assert (
        len(sent.reads) == WHAT_TODAY_NEEDS
    )  # of the checks lately there is one: how it was read instead of all


def test_progress_reads_when_it_is_on_and_again_only_when_something_was_done(
    program: Program, sent: Sent, qtbot: QtBot
) -> None:
    program.window.rail.button(Room.PROGRESS).click()
    qtbot.wait(200)
    assert sent.all == []
    program.window.rail.button(Room.TODAY).click()
    begin_session(qtbot)
    press("Stop")
    qtbot.waitUntil(Seen("Stop here"))
    press("Stop here")
    qtbot.waitUntil(Seen("Done"))
    press("Done")
    qtbot.waitUntil(Seen("Start routine"))
    assert by(READER, sent) == []
    program.window.rail.button(Room.PROGRESS).click()
    qtbot.waitUntil(lambda: len(by(READER, sent)) == WHAT_PROGRESS_SHOWS)


def test_a_setting_that_is_changed_sends_nothing(program: Program, sent: Sent, qtbot: QtBot) -> None:
    show(program, Room.SETTINGS, SettingsPage, qtbot)
    press("Dark")
    qtbot.wait(300)
    assert sent.all == []


@pytest.mark.parametrize("room", list(Room))
def test_no_room_but_progress_reads_the_history_when_it_is_opened(
    program: Program, sent: Sent, qtbot: QtBot, room: Room
) -> None:
    program.window.rail.button(room).click()
    qtbot.waitUntil(lambda: program.window.page(room) is not None)
    qtbot.wait(100)
    assert sent.all == []
