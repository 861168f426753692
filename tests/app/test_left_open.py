"""A window that is left open, minimised or covered: the next day comes, and a second start is seen."""

from datetime import datetime, timedelta, tzinfo
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from supple.app.day_watch import DayWatch
from supple.app.demo.hand import Seen, press
from supple.services import local_time
from supple.ui.kit.room import Room
from supple.ui.words.day_words import weekday_and_date

from .conftest import Open
from .session_on_mat import begin_session, page_of, press_stop
from .window import now, remember_a_session, sees, words

no_raise = pytest.mark.qt_log_ignore("This plugin does not support raise")


class _Tomorrow(datetime):
    @classmethod
    def now(cls, tz: tzinfo | None = None) -> datetime:
        return datetime.now(tz) + timedelta(days=1)


def test_today_and_the_week_move_on_at_midnight(
    qtbot: QtBot, opened: Open, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    remember_a_session(data, begun=now())
    program = opened(data)
    assert weekday_and_date(now().date()) in words()
    monkeypatch.setattr(local_time, "datetime", _Tomorrow)
    program.flows.findChildren(DayWatch)[0].look()
    tomorrow = weekday_and_date(now().date() + timedelta(days=1))
    qtbot.waitUntil(sees(tomorrow))
    program.window.show_room(Room.PROGRESS)
    program.window.show_room(Room.TODAY)
    assert tomorrow in words()


def test_another_zone_is_another_day_too(qtbot: QtBot) -> None:
    times = [
        datetime.fromisoformat("2026-07-20T23:00:00+02:00"),
        datetime.fromisoformat("2026-07-20T23:00:20+02:00"),
        datetime.fromisoformat("2026-07-20T17:00:40-04:00"),
    ]
    watch = DayWatch(lambda: times.pop(0))
    with qtbot.assertNotEmitted(watch.changed):
        watch.look()
    with qtbot.waitSignal(watch.changed):
        watch.look()


@no_raise
def test_a_second_start_brings_back_a_minimised_window(qtbot: QtBot, opened: Open, data: Path) -> None:
    program = opened(data)
    program.window.setWindowState(Qt.WindowState.WindowMaximized | Qt.WindowState.WindowMinimized)
    program.raise_window()
    assert not program.window.isMinimized()
    assert program.window.isMaximized()
    assert program.window.isVisible()


@no_raise
def test_a_second_start_replaces_no_session_and_says_so(qtbot: QtBot, opened: Open, data: Path) -> None:
    program = opened(data)
    begin_session(qtbot)
    page = page_of(program)
    program.raise_window("self-test")
    qtbot.waitUntil(sees("Nothing new was started."))
    assert program.window.full is page
    press_stop(qtbot)


@no_raise
def test_a_second_start_begins_nothing_behind_a_sheet(qtbot: QtBot, opened: Open, data: Path) -> None:
    program = opened(data)
    qtbot.waitUntil(Seen("Start routine"))
    press("Start routine")
    qtbot.waitUntil(Seen("Begin session"))
    program.raise_window("self-test")
    assert program.window.full is None
    assert program.window.banner("something on") is not None
    press("Begin session")
    qtbot.waitUntil(Seen("Pause"))
    press_stop(qtbot)
