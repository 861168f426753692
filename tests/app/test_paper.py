"""A routine goes on paper: every step is on it, nothing is left half written, and a refusal is a sentence."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QIODevice, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from supple.app.demo.hand import Seen, press
from supple.app.shipped_files import has_picture, read_content
from supple.domain.exercise import Caution
from supple.domain.offered import NO_LIMITS, Limits, offered
from supple.domain.safety import HIDING
from supple.storage.content import load_catalogue
from supple.ui.figure.pictures import Pictures
from supple.ui.paper import routine_sheet
from supple.ui.paper.routine_sheet import RoutineSheet

from .conftest import Open
from .window import as_root, read_only, sees

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")

PAGE = re.compile(rb"/Type\s*/Page\b")
NAME = "The three hip stretches"


@pytest.mark.parametrize(("routine_id", "pages"), [("article_routine", 1), ("tight_plan", 2)])
def test_a_sheet_has_a_page_for_every_five_steps(qapp: QApplication, routine_id: str, pages: int) -> None:
    catalogue = load_catalogue(read_content, has_picture=has_picture)
    sheet = RoutineSheet(offered(catalogue.routine(routine_id), catalogue, NO_LIMITS), catalogue, Pictures())
    pdf = sheet.pdf()
    assert sheet.pages == pages
    assert pdf.startswith(b"%PDF")
    assert len(PAGE.findall(pdf)) == pages


def test_a_sheet_holds_nothing_hidden_and_says_for_whom_it_is(qapp: QApplication) -> None:
    catalogue = load_catalogue(read_content, has_picture=has_picture)
    limits = Limits(answered=frozenset({Caution.FAI}), put_away=frozenset({"hamstring_strap"}))
    for routine in catalogue.routines:
        sheet = RoutineSheet(offered(routine, catalogue, limits), catalogue, Pictures())
        hidden = [
            i
            for i in routine.exercise_ids
            if i == "hamstring_strap" or Caution.FAI in catalogue.exercise(i).avoid
        ]
        assert not {catalogue.exercise(i).name for i in hidden} & set(sheet.names), routine.id
        assert "for adults whom Supple's safety questions did not stop" in sheet.foot


def test_the_foot_of_a_sheet_says_when_to_stop_and_when_to_call_and_is_not_cut(qapp: QApplication) -> None:
    """On paper nothing else is beside it, and nobody asks."""
    catalogue = load_catalogue(read_content, has_picture=has_picture)
    sheet = RoutineSheet(offered(catalogue.routines[0], catalogue, NO_LIMITS), catalogue, Pictures())
    for sign in ("sharply", "down the leg", "numb", "a leg gives way", "dizzy"):
        assert sign in sheet.foot
    assert "For chest pain or trouble breathing call your local emergency number now." in sheet.foot
    font = QFont("Inter")
    font.setPixelSize(100)
    width = (routine_sheet.PAGE_WIDTH - 2 * routine_sheet.MARGIN - 20) / routine_sheet.SMALL * 100
    taken = QFontMetricsF(font).boundingRect(
        QRectF(0, 0, width, 100_000), Qt.TextFlag.TextWordWrap, sheet.foot
    )
    assert taken.height() * routine_sheet.SMALL / 100 <= routine_sheet.FOOT + 3


def test_why_to_take_care_is_never_cut_off_on_paper(qapp: QApplication) -> None:
    catalogue = load_catalogue(read_content, has_picture=has_picture)
    marked = Limits(answered=frozenset(Caution) - HIDING)
    for routine_id, said in (
        ("article_routine", "very flexible joints; turning the knee under load."),
        ("desk_day", "Take care for more than one reason: look at its page in Supple first."),
    ):
        offer = offered(catalogue.routine(routine_id), catalogue, marked)
        words = _read(RoutineSheet(offer, catalogue, Pictures()).pdf())
        assert said in words
        assert "…" not in words


def _read(pdf: bytes) -> str:
    kept = QBuffer()
    kept.setData(pdf)
    kept.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument(None)
    document.load(kept)
    words = " ".join(document.getAllText(0).text().split())
    document.close()
    return words


def save_as(qtbot: QtBot, target: Path) -> None:
    press("Routines")
    qtbot.waitUntil(Seen(f"Steps of {NAME}"))
    press(f"Steps of {NAME}")
    qtbot.waitUntil(Seen("Save as PDF"))
    press("Save as PDF")
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), QFileDialog))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QFileDialog)
    dialog.fileSelected.emit(str(target))
    dialog.reject()


def test_a_routine_is_saved_as_pdf_from_its_page(
    qtbot: QtBot, opened: Open, data: Path, tmp_path: Path
) -> None:
    opened(data)
    save_as(qtbot, tmp_path / "plan.pdf")
    qtbot.waitUntil(sees("Saved."))
    assert [path.name for path in tmp_path.glob("plan*")] == ["plan.pdf"]


@as_root
def test_a_place_that_cannot_be_written_is_named_and_left_as_it_was(
    qtbot: QtBot, opened: Open, data: Path, tmp_path: Path
) -> None:
    opened(data)
    place = tmp_path / "shelf"
    place.mkdir()
    (place / "plan.pdf").write_text("what was there")
    with read_only(place):
        save_as(qtbot, place / "plan.pdf")
        press("Replace")
        qtbot.waitUntil(sees(f"{place / 'plan.pdf'} could not be written: choose another place."))
    assert (place / "plan.pdf").read_text() == "what was there"
