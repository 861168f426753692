"""Every check that can be chosen, page by page to its findings, by ear and by Tab; one that is added is walked too."""

from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from supple.app.demo.hand import Seen, press, visible_names
from supple.app.flows.check_parts import MAKERS
from supple.app.program import Program
from supple.domain.checks.kinds import ROWS
from supple.domain.record import Check
from supple.ui.check.choose_page import ChoosePage
from supple.ui.kit.answer_card import AnswerCard
from supple.ui.kit.number_field import NumberInput
from supple.ui.words.check_words import choice_word, row_name

from . import tab_walk
from .by_ear import faults, focus_faults, heading_faults
from .conftest import Open
from .place import lived_in
from .walk import settle

MOST_PAGES = 60
FAST = 60.0  # of the clock of a hold
MEASURES = ("56", "67.5", "41.5")  # hip and knee over the floor and the thigh between them, in cm
CLOCKS = ("Stop the clock", "Wait")  # while it runs every key stops it, Tab too
LEFT_OUT = ("Leave the left hip out", "Leave the right hip out")
ENDS = {"Keep for later", "Start self-test"}  # the findings; Today, where both hips were left out
W = TypeVar("W", bound=QWidget)


@pytest.mark.slow
@pytest.mark.timeout(300)
@pytest.mark.qt_log_ignore("This plugin does not support")
@pytest.mark.parametrize("check", MAKERS, ids=str)
def test_a_check_can_be_heard_to_its_findings(
    qtbot: QtBot, opened: Open, tmp_path: Path, check: Check
) -> None:
    program = opened(lived_in(tmp_path / "data"), speed=FAST)
    press("Start self-test")
    qtbot.waitUntil(Seen("Leave the check"))
    choose(program, check)
    press("Continue")
    seen: set[str] = set()
    for number in range(MOST_PAGES):
        qtbot.wait(40)
        where = f"page {number}, {said_first(program)}"
        amiss = [*faults(program.window), *heading_faults(program), *focus_faults(program)]
        names = visible_names()
        if where.partition(", ")[2] not in seen and not set(CLOCKS) & set(names):
            amiss += tab_walk.out_of_order(program.window) + tab_walk.out_of_sight(program.window)
        seen.add(where.partition(", ")[2])
        assert not amiss, where
        if ENDS & set(names):
            break
        go_on(qtbot, program)
    assert ENDS & set(visible_names())
    program.window.set_close_guard(None)


def choose(program: Program, check: Check) -> None:
    """This one and no other, as a person does: row by row, and of a row with several the one."""
    page = program.window.full
    assert isinstance(page, ChoosePage)
    for row in page.rows:
        if row.isChecked():
            row.click()
    name = next(row_name(row.checks[0]) for row in ROWS if check in row.checks)
    row = next(row for row in page.rows if row.name == name)
    row.click()
    settle()
    for chip in row.chips:
        if chip.isVisible() and chip.isChecked() is not (chip.text() == choice_word(check)):
            chip.click()
    assert page.selection == (check,)


def go_on(qtbot: QtBot, program: Program) -> None:
    """What leads to the next page: numbers, the first answer, the clock, Continue."""
    for field, words in zip(shown(program, NumberInput), MEASURES, strict=False):
        if not field.text():
            field.setFocus()
            qtbot.keyClicks(field, words)
    answers = shown(program, AnswerCard)
    if answers and not any(answer.isChecked() for answer in answers):
        answers[0].click()
        qtbot.wait(40)
        if not any(answer in shown(program, AnswerCard) for answer in answers):
            return  # it went on by itself
    left_out = (name for name in visible_names() if name.startswith(LEFT_OUT))  # where a photo is wanted
    for name in ("Continue", "Start the clock", *left_out):
        if Seen(name, QAbstractButton)():
            press(name)
            return
    qtbot.wait(100)  # a clock runs to its end


def shown(program: Program, kind: type[W]) -> list[W]:
    """Those of this kind that can be seen on the page."""
    page = program.window.full
    return [] if page is None else [each for each in page.findChildren(kind) if each.isVisible()]


def said_first(program: Program) -> str:
    """What names the page: what has the keyboard when it comes."""
    focused = program.window.focusWidget()
    return focused.accessibleName() if focused is not None else ""
