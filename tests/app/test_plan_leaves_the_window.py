"""The plan outside of the window, and what a person says of it themselves: paper, calendar, CSV, their own activity."""

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtPdf import QPdfDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from supple.app.demo.hand import press
from supple.app.program import Program
from supple.cli import main
from supple.domain.plan import PlanMove, PlanRecord
from supple.storage.database import open_history
from supple.ui.plan.activity_card import ActivityCard

from .conftest import Open
from .places_plan import plan_page
from .plan_folders import followed
from .window import as_root, now, read_only, sees

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")


def save_under(qtbot: QtBot, file: Path) -> None:
    """Answer the dialog for a file."""
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), QFileDialog))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QFileDialog)
    dialog.fileSelected.emit(str(file))
    dialog.reject()


def opened_plan(qtbot: QtBot, opened: Open, folder: Path) -> Program:
    program = opened(followed()(folder))
    plan_page(qtbot, program)
    return program


def kept(folder: Path) -> PlanRecord:
    history = open_history(folder, now=now())
    (plan,) = history.read(PlanRecord)
    history.close()
    return plan


def test_the_days_to_come_are_saved_for_a_calendar(qtbot: QtBot, opened: Open, tmp_path: Path) -> None:
    opened_plan(qtbot, opened, tmp_path / "data")
    press("Save as a calendar file")
    save_under(qtbot, tmp_path / "plan.ics")
    qtbot.waitUntil(sees("Saved."))
    lines = (tmp_path / "plan.ics").read_text(encoding="utf-8").splitlines()
    days = [line.rpartition(":")[2] for line in lines if line.startswith("DTSTART")]
    assert days[0] == f"{now():%Y%m%d}"
    assert max(days) > f"{now() + timedelta(days=7):%Y%m%d}"
    called = {line.partition(":")[2] for line in lines if line.startswith("SUMMARY")}
    assert "Check your hips again" in called
    assert any(words.startswith("Length-first plan") and words.endswith(" min") for words in called)


@as_root
def test_a_place_that_takes_no_calendar_is_named(qtbot: QtBot, opened: Open, tmp_path: Path) -> None:
    opened_plan(qtbot, opened, tmp_path / "data")
    shelf = tmp_path / "shelf"
    shelf.mkdir()
    with read_only(shelf):
        press("Save as a calendar file")
        save_under(qtbot, shelf / "plan.ics")
        qtbot.waitUntil(sees("Not saved."))
    assert list(shelf.iterdir()) == []


def test_the_session_goes_on_paper_at_its_dose_with_the_days_of_the_plan(
    qtbot: QtBot, opened: Open, tmp_path: Path
) -> None:
    opened_plan(qtbot, opened, tmp_path / "data")
    press("Save the session as PDF")
    save_under(qtbot, tmp_path / "plan.pdf")
    qtbot.waitUntil(sees("Saved."))
    buffer = QBuffer()
    buffer.setData((tmp_path / "plan.pdf").read_bytes())
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument(None)
    document.load(buffer)
    words = " ".join(document.getAllText(0).text().split())
    document.close()
    assert "Week 3 of 4" in words
    assert "one more on the left" in words
    assert f"{now():%a}" in words


def test_an_activity_of_ones_own_is_kept_as_soon_as_it_is_rated_and_can_be_taken_back(
    qtbot: QtBot, opened: Open, tmp_path: Path
) -> None:
    program = opened_plan(qtbot, opened, tmp_path / "data")
    card = program.window.findChild(ActivityCard)
    assert card is not None
    card.scale.button(4).click()
    qtbot.waitUntil(sees("Name it first."))
    field = card.findChild(QLineEdit)
    assert field is not None
    QTest.keyClicks(field, "Run 5 km")
    QTest.keyClick(field, Qt.Key.Key_Tab)
    card.scale.button(4).click()
    qtbot.waitUntil(sees("Last: 4 of 10"))
    qtbot.waitUntil(lambda: not program.flows.keeping.waits)
    (change,) = (c for c in kept(tmp_path / "data").changes if c.move is PlanMove.RATED)
    assert (change.words, change.number) == ("Run 5 km", 4)


def test_the_command_writes_the_plan_with_every_change(qtbot: QtBot, opened: Open, tmp_path: Path) -> None:
    program = opened_plan(qtbot, opened, tmp_path / "data")
    qtbot.waitUntil(lambda: not program.flows.keeping.waits)
    target = tmp_path / "plan.csv"
    assert main(["--data-dir", str(tmp_path / "data"), "export", str(target), "--what", "plan"]) == 0
    rows = target.read_text(encoding="utf-8").splitlines()
    assert rows[1].split(",")[3] == "begun"
    assert [row.split(",")[3] for row in rows[2:]] == ["next week", "next week"]
