"""What is said beside the checks: the finding is computed anew, the old one stays, and Today follows."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox
from pytestqt.qtbot import QtBot

from supple.app.demo.hand import Seen, find, press
from supple.app.program import Program
from supple.domain.checks.context import Context, HoursSitting
from supple.domain.record import ReadingRecord
from supple.domain.side import Side
from supple.storage.database import open_history
from supple.ui.check.finding_card import FindingCard
from supple.ui.check.routine_card import RoutineCard

from .conftest import Open
from .places_session import LIFTED, findings
from .window import now, sees


def choose(question: str, answer: str) -> None:
    """By the keyboard, as one does without a mouse."""
    combo = find(question, QComboBox)
    assert combo is not None
    combo.setFocus()
    for _ in range(combo.count()):
        if combo.currentText() == answer:
            return
        QTest.keyClick(combo, Qt.Key.Key_Down)
    raise AssertionError(answer)


def offered(program: Program) -> str:
    """What the findings offer to start."""
    (card,) = program.window.findChildren(RoutineCard)
    words = card.start.accessibleDescription()
    return words.removeprefix("Start ").partition(" (")[0]


def readings(program: Program, data: Path) -> list[ReadingRecord]:
    program.window.set_close_guard(None)
    program.window.close()
    history = open_history(data, now=now())
    kept = list(history.read(ReadingRecord))
    history.close()
    return kept


def test_what_is_said_is_read_anew_and_the_reading_before_stays(
    qtbot: QtBot, opened: Open, data: Path
) -> None:
    program = opened(data)
    findings(LIFTED)(qtbot, program)
    assert offered(program) == "Combined plan"
    press("Say more about it")
    qtbot.waitUntil(Seen("Read it anew"))
    choose("How long do you sit on most days?", "More than 7 hours")
    press("Read it anew")
    qtbot.waitUntil(lambda: offered(program) == "Length-first plan")
    said = [card.reading.sentence.text() for card in program.window.findChildren(FindingCard)]
    assert all(
        "With long sitting, a stretching-first plan is a reasonable place to start." in words
        for words in said
    )
    press("See the plan")
    qtbot.waitUntil(sees("Length-first plan"))
    press("Not now")
    qtbot.waitUntil(sees("both hips may be limited: length first."))
    first, anew = readings(program, data)
    assert first.sides[Side.LEFT].rule_id == "length_alone"
    assert anew.sides[Side.LEFT].rule_id == "length_leaning"
    assert (first.context, anew.context) == (Context(), Context(sitting=HoursSitting.LONG))
    assert first.self_test_id == anew.self_test_id


def test_left_alone_the_questions_change_nothing(qtbot: QtBot, opened: Open, data: Path) -> None:
    program = opened(data)
    findings(LIFTED)(qtbot, program)
    press("Say more about it")
    qtbot.waitUntil(Seen("Read it anew"))
    choose("How long do you sit on most days?", "More than 7 hours")
    press("Leave it")
    QApplication.processEvents()
    assert offered(program) == "Combined plan"
    press("Say more about it")
    qtbot.waitUntil(Seen("Read it anew"))
    press("Read it anew")
    qtbot.waitUntil(lambda: offered(program) == "Combined plan")
    press("Keep for later")
    qtbot.waitUntil(sees("Start routine"))
    assert len(readings(program, data)) == 1
