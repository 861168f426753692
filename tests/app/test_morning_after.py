"""The morning after a session in the real window: asked once, kept at once, and what was said decides the day."""

from datetime import datetime, timedelta, tzinfo
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from supple.app.day_watch import DayWatch
from supple.app.demo.hand import Seen, press
from supple.domain.record import SessionRecord, SetRecord
from supple.domain.session import SessionOutcome, SetOutcome
from supple.domain.side import Side
from supple.services import local_time
from supple.services.writes import AddSet, BeginSession, EndSession, TakeBackPain
from supple.storage.database import open_history
from supple.storage.rescue import keep_unsaved, read_unsaved
from supple.ui.today import morning_card
from supple.ui.today.hero import Hero
from supple.ui.today.today_page import TodayPage

from .conftest import Open
from .place import press_all
from .session_on_mat import begin_session, press_stop, rows
from .tab_walk import walked
from .window import now, sees, words

QUESTIONS = ("How is your back this morning?", "How is your back today?")


def remember_a_session(
    folder: Path, *, begun: datetime | None = None, pain_before: int | None = None
) -> None:
    """Of yesterday, with one set done."""
    begun = begun or now() - timedelta(days=1)
    history = open_history(folder, now=now())
    history.write(BeginSession(session=SessionRecord(
            session_id="s1", started_at=begun, routine_id="article_routine", routine="The three hip stretches",
            planned_s=755.0, sets_planned=36, pain_before=pain_before,
        )))  # fmt: skip
    history.write(AddSet(record=SetRecord(
            set_id="one", session_id="s1", started_at=begun, step=1, exercise_id="a1", exercise="A",
            side=Side.LEFT, set_number=1, planned_s=20, held_s=20.0, outcome=SetOutcome.COMPLETED,
        ), done_s=60.0))  # fmt: skip
    ended = begun + timedelta(minutes=1)
    history.write(EndSession(session_id="s1", ended_at=ended, outcome=SessionOutcome.COMPLETED, done_s=60.0))
    history.close()


def is_asked() -> bool:
    there = words()
    return any(question in there for question in QUESTIONS)


def wait_for_question(qtbot: QtBot) -> None:
    qtbot.waitUntil(is_asked)
    qtbot.wait(50)  # all is at its place


def kept(folder: Path) -> list[tuple]:
    return rows(folder, "SELECT score, session_id, note FROM pains WHERE occasion = 'next morning'")


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """An answer can be taken back for a blink only."""
    monkeypatch.setattr(morning_card, "UNDO_MS", 50)


def test_a_green_answer_is_kept_at_once_and_leaves_the_day_as_it_is(
    qtbot: QtBot, opened: Open, data: Path
) -> None:
    remember_a_session(data)
    opened(data)
    wait_for_question(qtbot)
    press("Pain 2 of 10")
    qtbot.waitUntil(lambda: kept(data) == [(2, "s1", "")])
    assert "Pain 2" in words()
    assert "The three hip stretches" in words()
    assert not is_asked()


@pytest.mark.usefixtures("quick")
def test_it_is_asked_only_once(qtbot: QtBot, opened: Open, data: Path) -> None:
    remember_a_session(data)
    program = opened(data)
    wait_for_question(qtbot)
    press("Pain 0 of 10")
    qtbot.waitUntil(lambda: "Undo" not in words())
    opened.end(program)
    opened(data)
    assert not is_asked()


def test_not_today_is_kept_and_not_asked_again(qtbot: QtBot, opened: Open, data: Path) -> None:
    remember_a_session(data)
    program = opened(data)
    wait_for_question(qtbot)
    press("Not today")
    qtbot.waitUntil(lambda: kept(data) == [(None, "s1", "not answered")])
    assert not is_asked()
    opened.end(program)
    opened(data)
    assert not is_asked()
    assert "Easier today" not in words()


@pytest.mark.parametrize("button", ["Pain 4 of 10", "Stiffer than usual"])
def test_an_amber_morning_makes_the_day_easier_and_says_why(
    qtbot: QtBot, opened: Open, data: Path, button: str
) -> None:
    remember_a_session(data)
    opened(data)
    wait_for_question(qtbot)
    press(button)
    qtbot.waitUntil(sees("Easier today"))
    qtbot.waitUntil(sees("Gentle first week"))
    there = words()
    assert ("You said pain 4 today:" if "4" in button else "You said you are stiffer than usual:") in there


def test_an_amber_morning_is_said_wherever_something_begins(qtbot: QtBot, opened: Open, data: Path) -> None:
    advice = "After what you said of this morning do less today"
    remember_a_session(data)
    program = opened(data)
    wait_for_question(qtbot)
    press("Pain 4 of 10")
    qtbot.waitUntil(sees("Easier today"))
    for room in ("Library", "Routines"):
        press(room)
        qtbot.waitUntil(sees(advice))
    program.flows.ways.start_routine("article_routine")
    qtbot.waitUntil(Seen("Begin session"))
    assert advice in words()
    press("Not now")
    press("Today")
    press("Undo")
    press("Routines")
    qtbot.waitUntil(lambda: advice not in words())


def test_undo_takes_it_back_from_the_history_and_from_the_day(qtbot: QtBot, opened: Open, data: Path) -> None:
    remember_a_session(data)
    opened(data)
    wait_for_question(qtbot)
    press("Pain 5 of 10")
    qtbot.waitUntil(sees("Easier today"))
    qtbot.waitUntil(lambda: len(kept(data)) == 1)
    press("Undo")
    qtbot.waitUntil(lambda: kept(data) == [])
    qtbot.waitUntil(is_asked)
    assert "Easier today" not in words()
    press("Pain 1 of 10")
    qtbot.waitUntil(lambda: kept(data) == [(1, "s1", "")])


def test_what_was_taken_back_while_nothing_could_be_written_stays_so(tmp_path: Path) -> None:
    waiting = (TakeBackPain(pain_id="p", session_id="s1"),)
    file = keep_unsaved(waiting, tmp_path, now=now())
    assert file is not None
    assert read_unsaved(file) == waiting


def test_pain_of_six_this_morning_begins_only_gently(qtbot: QtBot, opened: Open, data: Path) -> None:
    remember_a_session(data)
    opened(data)
    wait_for_question(qtbot)
    press("Pain 6 of 10")
    qtbot.waitUntil(sees("Easier today"))
    press("Start routine")
    qtbot.waitUntil(Seen("Read the stop rules"))
    press("Read the stop rules")
    qtbot.waitUntil(Seen("Begin gently"))


@pytest.mark.usefixtures("quick")
def test_strong_pain_this_morning_asks_about_warning_signs(qtbot: QtBot, opened: Open, data: Path) -> None:
    remember_a_session(data)
    program = opened(data)
    wait_for_question(qtbot)
    press("Pain 8 of 10")
    qtbot.waitUntil(lambda: program.window.full is not None)
    assert kept(data) == [(8, "s1", "")]


@pytest.mark.usefixtures("quick")
def test_after_the_questions_strong_pain_is_rated_anew_and_the_gentle_routine_opens(
    qtbot: QtBot, opened: Open, data: Path
) -> None:
    remember_a_session(data)
    program = opened(data)
    wait_for_question(qtbot)
    press("Pain 8 of 10")
    qtbot.waitUntil(lambda: program.window.full is not None)
    press_all(qtbot, "None of these", "None of these")
    qtbot.waitUntil(lambda: program.window.full is None)
    qtbot.waitUntil(sees("You said pain 8 today. Nothing begins until you rate it 6 or less."))
    press("Start routine")
    qtbot.waitUntil(Seen("Rate the pain again"))
    press("Rate the pain again")
    qtbot.waitUntil(Seen("Pain 3 of 10"))
    press("Pain 3 of 10")
    press("Done")
    qtbot.waitUntil(Seen("Begin session"))
    press("Not now")
    qtbot.waitUntil(sees("You said pain 8 today: small and slow, and only as far as it is comfortable."))


def test_strong_pain_closes_at_once_though_it_can_still_be_taken_back(
    qtbot: QtBot, opened: Open, data: Path
) -> None:
    remember_a_session(data)
    program = opened(data)
    wait_for_question(qtbot)
    press("Pain 8 of 10")
    qtbot.waitUntil(lambda: len(kept(data)) == 1)
    assert program.window.full is None
    press("Start routine")
    qtbot.wait(50)
    assert not Seen("Begin session")()
    assert "warning signs" in words().lower()


def test_worse_than_before_the_session_is_amber_too(qtbot: QtBot, opened: Open, data: Path) -> None:
    remember_a_session(data, pain_before=1)
    opened(data)
    wait_for_question(qtbot)
    press("Pain 3 of 10")
    qtbot.waitUntil(sees("You said pain 3 today, more than before your last session: small and slow."))


def test_figure_keys_answer_from_anywhere_on_today(qtbot: QtBot, opened: Open, data: Path) -> None:
    remember_a_session(data)
    program = opened(data)
    qtbot.waitUntil(is_asked)
    focused = QApplication.focusWidget() or program.window
    QTest.keyClick(focused, Qt.Key.Key_3)
    qtbot.waitUntil(lambda: kept(data) == [(3, "s1", "")])


def test_at_the_first_size_all_of_today_is_in_sight_with_the_question(
    qtbot: QtBot, opened: Open, data: Path
) -> None:
    remember_a_session(data)
    program = opened(data)
    program.window.resize(1280, 800)
    wait_for_question(qtbot)
    page = program.window.findChildren(TodayPage)[0]
    qtbot.waitUntil(lambda: page.verticalScrollBar().maximum() == 0)
    assert 242 <= page.findChildren(Hero)[0].height() <= 250
    press("Pain 2 of 10")
    qtbot.waitUntil(lambda: page.verticalScrollBar().maximum() == 0)


def test_tab_comes_to_the_question_before_what_is_due(qtbot: QtBot, opened: Open, data: Path) -> None:
    remember_a_session(data)
    program = opened(data)
    qtbot.waitUntil(is_asked)
    program.window.activateWindow()
    names = [stop.accessibleName() or stop.property("text") for stop in walked(program.window)]
    at = names.index("Pain 0 of 10")
    assert names[at : at + 14] == [
        *(f"Pain {score} of 10" for score in range(11)),
        "Stiffer than usual",
        "Not today",
        "Start routine",
    ]


@pytest.mark.parametrize("begun", ["nothing", "today"])
def test_without_a_session_of_another_day_nothing_is_asked(opened: Open, data: Path, begun: str) -> None:
    if begun == "today":
        remember_a_session(data, begun=now())
    opened(data)
    assert not is_asked()


class _Tomorrow(datetime):
    @classmethod
    def now(cls, tz: tzinfo | None = None) -> datetime:
        return datetime.now(tz) + timedelta(days=1)


def test_a_window_left_open_over_night_asks_in_the_morning(
    qtbot: QtBot, opened: Open, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    remember_a_session(data, begun=now())
    program = opened(data)
    monkeypatch.setattr(local_time, "datetime", _Tomorrow)
    program.flows.findChildren(DayWatch)[0].look()
    qtbot.waitUntil(is_asked)


def test_another_night_changes_what_is_asked(
    qtbot: QtBot, opened: Open, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    remember_a_session(data)
    program = opened(data)
    qtbot.waitUntil(sees("After yesterday’s session"))
    monkeypatch.setattr(local_time, "datetime", _Tomorrow)
    program.flows.findChildren(DayWatch)[0].look()
    qtbot.waitUntil(sees("After the session on "))
    assert "After yesterday’s session" not in words()


def test_whoever_trains_first_is_not_asked_any_more(qtbot: QtBot, opened: Open, data: Path) -> None:
    remember_a_session(data)
    program = opened(data, speed=200.0)
    wait_for_question(qtbot)
    begin_session(qtbot)
    qtbot.waitUntil(lambda: len(rows(data, "SELECT 1 FROM sets")) > 1, timeout=20_000)
    press_stop(qtbot)
    assert program.window.full is None
    qtbot.waitUntil(lambda: not is_asked())
