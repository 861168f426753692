"""What is ticked among the safety questions counts, whichever way a person leaves them."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from supple.app.demo.hand import Seen, press, visible_names
from supple.app.program import Program
from supple.domain.record import whole_round

from .conftest import Open
from .test_first_start import answers, told
from .test_someone_else import rows
from .window import now, sees, words

HELP = "call your local emergency number now, even if it eases"
NUMB = "Numbness, tingling or a strange feeling around your genitals"
CHEST = "Chest pain or trouble breathing?"
ADVICE = "Get emergency help now"


def tick(starts: str) -> None:
    press(next(name for name in visible_names() if name.startswith(starts)))


def go(qtbot: QtBot, *names: str) -> None:
    for name in names:
        qtbot.waitUntil(Seen(name, QAbstractButton), timeout=10_000)
        press(name)


def a_sign_in_a() -> None:
    for start in (NUMB, CHEST):
        if any(name.startswith(start) for name in visible_names()):
            tick(start)
            return
    raise AssertionError(f"no sign can be seen in {visible_names()}")


def leave(qtbot: QtBot, program: Program, way: str) -> None:
    full = program.window.full
    assert full is not None
    if way == "Not now":
        press("Not now")
    elif way == "Escape":
        qtbot.keyClick(full.page, Qt.Key.Key_Escape)
    else:
        program.window.close()
        assert program.window.isVisible(), "the advice comes before the end"


WAYS = ("Not now", "Escape", "closing the window")


@pytest.mark.parametrize("way", WAYS)
def test_who_leaves_with_a_sign_ticked_gets_the_advice_and_nothing_opens(
    qtbot: QtBot, opened: Open, data: Path, way: str
) -> None:
    program = opened(data)
    go(qtbot, "Warning signs", "Change my answers")
    qtbot.waitUntil(sees("Signs that need help now"))
    a_sign_in_a()
    leave(qtbot, program, way)
    qtbot.waitUntil(sees(ADVICE))
    go(qtbot, "I understand")
    qtbot.waitUntil(lambda: program.window.full is None)
    go(qtbot, "Today")
    assert "Start routine" not in visible_names()
    assert len(answers(data).ticked) == 1
    opened.end(program)
    opened(data, complete=False)
    qtbot.waitUntil(sees("Signs that need help now"), timeout=10_000)


@pytest.mark.parametrize("way", WAYS)
def test_the_questions_of_the_week_are_left_the_same_way(
    qtbot: QtBot, opened: Open, tmp_path: Path, way: str
) -> None:
    from datetime import timedelta

    folder = told(tmp_path / "data", whole_round(now() - timedelta(days=8)))
    program = opened(folder, complete=False)
    qtbot.waitUntil(sees("Signs that need help now"), timeout=10_000)
    a_sign_in_a()
    leave(qtbot, program, way)
    qtbot.waitUntil(sees(ADVICE))


def test_the_first_start_closed_with_a_sign_ticked_says_what_to_do_first(
    qtbot: QtBot, opened: Open, tmp_path: Path
) -> None:
    (tmp_path / "new").mkdir()
    program = opened(tmp_path / "new", complete=False)
    go(qtbot, "I am 18 or older")
    a_sign_in_a()
    leave(qtbot, program, "closing the window")
    qtbot.waitUntil(sees(ADVICE))
    program.window.close()
    assert not program.window.isVisible()


def test_a_tick_is_kept_before_anything_is_pressed_and_asked_about_with_the_age_at_the_next_start(
    qtbot: QtBot, opened: Open, tmp_path: Path
) -> None:
    (tmp_path / "new").mkdir()
    program = opened(tmp_path / "new", complete=False)
    go(qtbot, "I am 18 or older")
    a_sign_in_a()
    qtbot.waitUntil(lambda: len(rows_of_ticks(tmp_path / "new")) == 1)
    opened.end(program)
    again = opened(tmp_path / "new", complete=False)
    go(qtbot, "I am 18 or older")
    assert "Not now" not in visible_names()
    go(qtbot, "Continue")
    qtbot.waitUntil(sees(ADVICE))
    assert "If this is true, tick it to go on:" not in words()
    again.window.set_close_guard(None)


def rows_of_ticks(folder: Path) -> frozenset[str]:
    try:
        return answers(folder).ticked
    except AssertionError:
        return frozenset()


def test_a_tick_taken_back_on_the_same_page_is_no_tick(qtbot: QtBot, opened: Open, data: Path) -> None:
    program = opened(data)
    go(qtbot, "Warning signs", "Change my answers")
    qtbot.waitUntil(sees("Signs that need help now"))
    a_sign_in_a()
    qtbot.waitUntil(lambda: bool(answers(data).ticked))
    a_sign_in_a()
    qtbot.waitUntil(lambda: not answers(data).ticked)
    go(qtbot, "Not now")
    qtbot.waitUntil(lambda: program.window.full is None)
    go(qtbot, "Today")
    qtbot.waitUntil(Seen("Start routine"))


def test_a_tick_in_the_last_group_counts_too(qtbot: QtBot, opened: Open, data: Path) -> None:
    program = opened(data)
    go(qtbot, "Warning signs", "Change my answers", "None of these", "None of these")
    qtbot.waitUntil(sees("Is this still right?"))
    tick("Are you pregnant")
    press("Not now")
    full = program.window.full
    assert full is not None
    qtbot.keyClick(full.page, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: program.window.full is None)
    kept = answers(data)
    assert kept.ticked
    go(qtbot, "Today", "Start routine")  # how far it is was not told: that is asked before anything begins
    qtbot.waitUntil(sees("The safety questions are due again."))


def test_going_back_takes_no_tick_away(qtbot: QtBot, opened: Open, data: Path) -> None:
    opened(data)
    go(qtbot, "Warning signs", "Change my answers", "None of these")
    ticked = next(b for b in boxes() if not b.isChecked())
    name = ticked.accessibleName()
    ticked.click()
    go(qtbot, "Back", "None of these")
    assert next(b for b in boxes() if b.accessibleName() == name).isChecked()


def boxes() -> list[QAbstractButton]:
    from PySide6.QtWidgets import QApplication

    from supple.ui.kit.answer_card import TickCard

    return [
        card
        for window in QApplication.topLevelWidgets()
        for card in window.findChildren(TickCard)
        if card.isVisible()
    ]


@pytest.mark.parametrize("way", WAYS)
def test_someone_else_with_a_sign_gets_the_advice_and_no_session(
    qtbot: QtBot, opened: Open, data: Path, way: str
) -> None:
    before = rows(data)
    program = opened(data)
    go(qtbot, "Start routine", "Someone else", "I am 18 or older")
    a_sign_in_a()
    leave(qtbot, program, way)
    qtbot.waitUntil(sees(ADVICE))
    assert "Nothing of these answers is kept." in words()
    go(qtbot, "I understand")
    qtbot.waitUntil(Seen("Start routine"))
    assert "Begin session" not in visible_names()
    assert rows(data) == before


def test_someone_else_who_leaves_with_a_lesser_tick_begins_nothing(
    qtbot: QtBot, opened: Open, data: Path
) -> None:
    before = rows(data)
    program = opened(data)
    go(qtbot, "Start routine", "Someone else", "I am 18 or older", "None of these", "None of these")
    tick("Are you pregnant")
    press("Not now")
    qtbot.waitUntil(lambda: program.window.full is None)
    assert "Begin session" not in visible_names()
    assert rows(data) == before
