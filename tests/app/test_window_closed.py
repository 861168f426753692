"""A window closed during and after a session: it asks, and what was done and said is kept."""

import time
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from supple.app.demo.hand import Seen, press
from supple.domain.record import SessionRecord
from supple.services.writes import Write
from supple.storage.database import open_history
from supple.storage.history import SqlHistory

from .conftest import Open
from .session_on_mat import begin_session, outcomes_kept, press_stop, rows, sets_kept
from .window import now, sees, words

pytestmark = pytest.mark.real_time

FAST = 300.0


def test_closing_the_window_in_a_session_asks_first_and_keeps_what_was_done(
    qtbot: QtBot, opened: Open, data: Path
) -> None:
    program = opened(data, speed=60.0)
    begin_session(qtbot)
    qtbot.waitUntil(lambda: len(sets_kept(data)) >= 2)
    assert not program.window.close()
    qtbot.waitUntil(sees("Stop the session?"))
    assert "The sets you have done are kept." in words()
    press("Go on")
    before = len(sets_kept(data))
    qtbot.waitUntil(lambda: len(sets_kept(data)) > before)
    program.window.close()
    qtbot.waitUntil(Seen("Stop here"))
    press("Stop here")
    qtbot.waitUntil(sees("Stopped here. What you did is kept."))
    qtbot.waitUntil(lambda: outcomes_kept(data) == ["stopped"])
    kept = sets_kept(data)
    assert len(kept) == len(set(kept)) > before
    press("Done")
    qtbot.waitUntil(lambda: not program.window.isVisible())


def test_what_was_said_after_a_session_is_kept_when_the_window_is_closed_over_it(
    qtbot: QtBot, opened: Open, data: Path
) -> None:
    program = opened(data, speed=FAST)
    begin_session(qtbot)
    qtbot.waitUntil(Seen("Done"), timeout=20_000)
    press("Pain 3 of 10")
    assert program.window.close()
    opened.end(program)
    history = open_history(data, now=now())
    (session,) = history.read(SessionRecord)
    history.close()
    assert session.pain_after == 3


def test_closing_while_the_disk_is_slow_waits_a_moment_and_asks_nothing(
    qtbot: QtBot, opened: Open, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = opened(data, speed=FAST)
    begin_session(qtbot)
    qtbot.waitUntil(Seen("Done"), timeout=20_000)
    press("Pain 3 of 10")
    write = SqlHistory.write

    def slowly(history: SqlHistory, note: Write) -> None:
        time.sleep(0.2)
        write(history, note)

    monkeypatch.setattr(SqlHistory, "write", slowly)
    press("Done")
    assert program.window.close()
    assert "Something is not saved yet" not in words()


def test_going_on_after_all_closes_nothing_later(qtbot: QtBot, opened: Open, data: Path) -> None:
    program = opened(data, speed=60.0)
    begin_session(qtbot)
    assert not program.window.close()
    qtbot.waitUntil(Seen("Close, go on later"))
    press("Go on")
    press_stop(qtbot)
    qtbot.wait(100)
    assert program.window.isVisible()


def test_the_stop_button_offers_to_go_on_later_as_closing_does(
    qtbot: QtBot, opened: Open, data: Path
) -> None:
    program = opened(data)
    begin_session(qtbot)
    press("Stop")
    qtbot.waitUntil(Seen("Stop here"))
    assert "Close, go on later" in words()
    assert not program.window.close()
    press("Close, go on later")
    qtbot.waitUntil(lambda: not program.window.isVisible())
    opened.end(program)
    assert outcomes_kept(data) == [None]


def test_a_session_closed_for_later_is_offered_at_the_next_start(
    qtbot: QtBot, opened: Open, data: Path
) -> None:
    program = opened(data, speed=60.0)
    begin_session(qtbot)
    qtbot.waitUntil(lambda: len(sets_kept(data)) >= 2)
    program.window.close()
    qtbot.waitUntil(sees("you can go on with it within 3 hours"))
    press("Close, go on later")
    qtbot.waitUntil(lambda: not program.window.isVisible())
    opened.end(program)
    before = len(sets_kept(data))
    assert outcomes_kept(data) == [None]
    opened(data, speed=60.0)
    qtbot.waitUntil(Seen("Go on"))
    press("Go on")
    qtbot.waitUntil(lambda: len(sets_kept(data)) > before)
    press_stop(qtbot)
    assert outcomes_kept(data) == ["stopped"]


def test_closing_over_it_hurts_asks_and_goes_back_to_what_was_told(
    qtbot: QtBot, opened: Open, data: Path
) -> None:
    program = opened(data, speed=60.0)
    begin_session(qtbot)
    press("It hurts")
    qtbot.waitUntil(Seen("End here"))
    press("Low back")
    assert not program.window.close()
    qtbot.waitUntil(sees("What you told of your pain and the sets you have done are kept."))
    assert not program.window.close()
    press("Back")
    qtbot.waitUntil(sees("say how much, or which sign."))
    assert pains_kept(data) == []
    press("End here")
    qtbot.waitUntil(Seen("Done"))
    press("Done")
    qtbot.wait(100)
    assert program.window.isVisible()
    assert pains_kept(data) == [("low back", None)]


def test_stopping_over_it_hurts_keeps_what_was_told_and_closes(
    qtbot: QtBot, opened: Open, data: Path
) -> None:
    program = opened(data, speed=60.0)
    begin_session(qtbot)
    press("It hurts")
    qtbot.waitUntil(Seen("End here"))
    press("Groin")
    press("Pain 4 of 10")
    program.window.close()
    qtbot.waitUntil(Seen("Stop here"))
    press("Stop here")
    qtbot.waitUntil(sees("Stopped because it hurt."))
    press("Done")
    qtbot.waitUntil(lambda: not program.window.isVisible())
    assert pains_kept(data) == [("groin", 4)]
    assert outcomes_kept(data) == ["stopped for pain"]


def test_closing_over_it_hurts_for_later_keeps_what_was_told(qtbot: QtBot, opened: Open, data: Path) -> None:
    program = opened(data, speed=60.0)
    begin_session(qtbot)
    qtbot.waitUntil(lambda: len(sets_kept(data)) >= 1)
    press("It hurts")
    qtbot.waitUntil(Seen("End here"))
    press("Thigh")
    program.window.close()
    qtbot.waitUntil(Seen("Close, go on later"))
    press("Close, go on later")
    qtbot.waitUntil(lambda: not program.window.isVisible())
    opened.end(program)
    assert pains_kept(data) == [("thigh", None)]
    assert outcomes_kept(data) == [None]


def test_what_ends_the_session_is_not_left_for_later(qtbot: QtBot, opened: Open, data: Path) -> None:
    program = opened(data, speed=60.0)
    begin_session(qtbot)
    press("It hurts")
    qtbot.waitUntil(Seen("End here"))
    press("Chest pain, dizziness or breathlessness")
    program.window.close()
    qtbot.waitUntil(Seen("Stop here"))
    assert not Seen("Close, go on later")()
    press("Stop here")
    qtbot.waitUntil(Seen("Done"))


def pains_kept(folder: Path) -> list[tuple]:
    return rows(folder, "SELECT place, score FROM pains WHERE occasion = 'during'")
