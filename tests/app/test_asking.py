"""Each file and folder is asked for where its last one was, with its ending, and never written over unasked."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from supple.app.asking import FileQuestion, Pick, Purpose, qt_dialog
from supple.app.demo.hand import Seen, press
from supple.app.flows import calendar_flow, files_flow, paper_flow
from supple.app.program import Program
from supple.app.start import keep_qt_settings_in
from supple.storage.backup import make_backup

from .conftest import Open
from .photo_walk import PHOTO_CHECK, photo_of_a_thigh
from .places_plan import plan_page
from .plan_folders import followed
from .window import now, remember_a_session, sees, words

# The file dialog's, where there is no desktop.
pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")

Ask = Callable[[Purpose], QFileDialog]
REPLACE = "Replace the files that are there?"
ROUTINE = "The three hip stretches"
WAYS = {
    Purpose.CSV: ("Progress", "Export CSV"),
    Purpose.BACKUP: ("Settings", "Back up…"),
    Purpose.RESTORE: ("Settings", "Restore…"),
    Purpose.PAPER: ("Routines", f"Steps of {ROUTINE}", "Save as PDF"),
    Purpose.CALENDAR: ("Save as a calendar file",),
    Purpose.PHOTO: ("Today", *PHOTO_CHECK, "Choose a file"),
}


@pytest.fixture(autouse=True)
def documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home folder of its own with Documents in it, and a Qt that has asked for no file yet."""
    documents = tmp_path / "home" / "Documents"
    documents.mkdir(parents=True)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    keep_qt_settings_in(tmp_path / "qt")
    return documents


@pytest.fixture
def ask(qtbot: QtBot, opened: Open, data: Path) -> Ask:
    """Press what asks for a file of that purpose, in the window of somebody with one session."""
    remember_a_session(data)
    return asking(qtbot, opened(data))


def asking(qtbot: QtBot, program: Program) -> Ask:
    """What presses the way to a purpose and waits for the dialog."""

    def ask(purpose: Purpose) -> QFileDialog:
        for banner in (
            files_flow.BANNER,
            paper_flow.BANNER,
            calendar_flow.BANNER,
        ):  # it may lie over the button
            program.window.hide_banner(banner)
        for name in WAYS[purpose]:
            qtbot.waitUntil(Seen(name))
            press(name)
        qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), QFileDialog))
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QFileDialog)
        return dialog

    return ask


def choose(dialog: QFileDialog, place: Path) -> None:
    """Type the name of `place` and press the button."""
    dialog.setDirectory(str(place.parent))
    field = dialog.findChild(QLineEdit)
    assert field is not None
    field.setText(str(place))
    press(dialog.labelText(QFileDialog.DialogLabel.Accept))


def leave(dialog: QFileDialog) -> Path:
    """Where it began; nothing is chosen."""
    began = Path(dialog.directory().absolutePath())
    dialog.reject()
    return began


def test_csv_files_go_where_they_went_last_and_replace_nothing_unasked(
    qtbot: QtBot, ask: Ask, documents: Path, tmp_path: Path
) -> None:
    tables = tmp_path / "tables"
    tables.mkdir()
    (tables / "sets.csv").write_text("mine")
    dialog = ask(Purpose.CSV)
    assert Path(dialog.directory().absolutePath()) == documents
    choose(dialog, tables)
    qtbot.waitUntil(sees(REPLACE))
    assert f"{tables} holds sets.csv already." in words()
    press("Keep them")
    assert (tables / "sets.csv").read_text() == "mine"
    choose(ask(Purpose.CSV), tables)
    qtbot.waitUntil(Seen("Replace"))
    press("Replace")
    qtbot.waitUntil(sees(f"It is in {tables}."))
    assert (tables / "sets.csv").read_text() != "mine"
    assert leave(ask(Purpose.CSV)) == tables


def test_a_backup_gets_its_ending_and_replaces_nothing_unasked(
    qtbot: QtBot, ask: Ask, documents: Path, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    dialog = ask(Purpose.BACKUP)
    assert Path(dialog.directory().absolutePath()) == documents
    choose(dialog, stick / "my.backup")
    qtbot.waitUntil(sees(f"It is in {stick / 'my.backup.zip'}."))
    for typed in ("my.backup", "my.backup.zip"):
        (stick / "my.backup.zip").write_bytes(b"mine")
        dialog = ask(Purpose.BACKUP)
        assert Path(dialog.directory().absolutePath()) == stick
        choose(dialog, stick / typed)
        qtbot.waitUntil(sees(REPLACE))
        assert f"{stick} holds my.backup.zip already." in words()
        press("Keep them")
        assert (stick / "my.backup.zip").read_bytes() == b"mine"
    choose(ask(Purpose.BACKUP), stick / "my.backup")
    qtbot.waitUntil(Seen("Replace"))
    press("Replace")
    qtbot.waitUntil(lambda: (stick / "my.backup.zip").read_bytes() != b"mine")
    assert [file.name for file in stick.iterdir()] == ["my.backup.zip"]


def test_a_backup_is_looked_for_where_the_last_one_was_found_and_not_where_the_csv_went(
    qtbot: QtBot, ask: Ask, documents: Path, tmp_path: Path, data: Path
) -> None:
    stick, tables = tmp_path / "stick", tmp_path / "tables"
    for folder in (stick, tables):
        folder.mkdir()
    make_backup(data, stick / "b.zip", now=now(), beside_window=True)
    dialog = ask(Purpose.RESTORE)
    assert Path(dialog.directory().absolutePath()) == documents
    choose(dialog, stick / "b.zip")
    qtbot.waitUntil(Seen("Keep what is here"))
    press("Keep what is here")
    choose(ask(Purpose.CSV), tables)
    qtbot.waitUntil(sees(f"It is in {tables}."))
    assert leave(ask(Purpose.RESTORE)) == stick
    assert leave(ask(Purpose.CSV)) == tables


def test_a_routine_on_paper_gets_its_ending_and_replaces_nothing_unasked(
    qtbot: QtBot, ask: Ask, documents: Path, tmp_path: Path
) -> None:
    shelf = tmp_path / "shelf"
    shelf.mkdir()
    (shelf / "Hips 22.07.pdf").write_bytes(b"mine")
    dialog = ask(Purpose.PAPER)
    assert Path(dialog.directory().absolutePath()) == documents
    assert [Path(name).name for name in dialog.selectedFiles()] == [f"{ROUTINE}.pdf"]
    choose(dialog, shelf / "Hips 22.07")
    qtbot.waitUntil(sees(REPLACE))
    press("Keep them")
    assert (shelf / "Hips 22.07.pdf").read_bytes() == b"mine"
    press("Save as PDF")
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), QFileDialog))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QFileDialog)
    assert Path(dialog.directory().absolutePath()) == shelf
    choose(dialog, shelf / "Hips 22.07")
    qtbot.waitUntil(Seen("Replace"))
    press("Replace")
    qtbot.waitUntil(sees(str(shelf / "Hips 22.07.pdf")))
    assert (shelf / "Hips 22.07.pdf").read_bytes().startswith(b"%PDF")
    assert [file.name for file in shelf.iterdir()] == ["Hips 22.07.pdf"]


def test_a_calendar_gets_its_ending_and_replaces_nothing_unasked(
    qtbot: QtBot, opened: Open, documents: Path, tmp_path: Path
) -> None:
    program = opened(followed()(tmp_path / "with a plan"))
    plan_page(qtbot, program)
    ask = asking(qtbot, program)
    shelf = tmp_path / "shelf"
    shelf.mkdir()
    (shelf / "Hips 22.07.ics").write_bytes(b"mine")
    dialog = ask(Purpose.CALENDAR)
    assert Path(dialog.directory().absolutePath()) == documents
    choose(dialog, shelf / "Hips 22.07")
    qtbot.waitUntil(sees(REPLACE))
    press("Keep them")
    assert (shelf / "Hips 22.07.ics").read_bytes() == b"mine"
    dialog = ask(Purpose.CALENDAR)
    assert Path(dialog.directory().absolutePath()) == shelf
    choose(dialog, shelf / "Hips 22.07")
    qtbot.waitUntil(Seen("Replace"))
    press("Replace")
    qtbot.waitUntil(sees(str(shelf / "Hips 22.07.ics")))
    assert (shelf / "Hips 22.07.ics").read_bytes().startswith(b"BEGIN:VCALENDAR")
    assert [file.name for file in shelf.iterdir()] == ["Hips 22.07.ics"]


def test_a_photo_is_opened_and_the_next_question_begins_where_it_was(
    qtbot: QtBot, ask: Ask, tmp_path: Path
) -> None:
    camera = tmp_path / "Camera"
    camera.mkdir()
    choose(ask(Purpose.PHOTO), photo_of_a_thigh(camera / "hip.jpg", 16))
    qtbot.waitUntil(Seen("Another file"))
    press("Another file")
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), QFileDialog))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QFileDialog)
    assert leave(dialog) == camera


def test_several_photos_are_chosen_at_once(qtbot: QtBot, ask: Ask, tmp_path: Path) -> None:
    dialog = ask(Purpose.PHOTO)
    for name in ("one.jpg", "two.jpg"):
        photo_of_a_thigh(tmp_path / name, 16)
    dialog.setDirectory(str(tmp_path))
    line = dialog.findChild(QLineEdit)
    assert line is not None
    line.setText('"one.jpg" "two.jpg"')
    dialog.accept()
    qtbot.waitUntil(sees("Which hip does each photo show?"))
    qtbot.waitUntil(sees("two.jpg"))


def test_every_purpose_is_asked_for_by_a_test_above() -> None:
    assert set(WAYS) == set(Purpose)


def test_the_field_for_a_folder_says_what_the_button_would_take(
    qtbot: QtBot, documents: Path, tmp_path: Path
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    question = FileQuestion(purpose=Purpose.CSV, pick=Pick.FOLDER, title="Which", accept="Export here")
    dialog = qt_dialog(question, window, str(documents))
    dialog.show()
    field = dialog.findChild(QLineEdit)
    assert field is not None
    assert field.text() == str(documents)
    elsewhere = tmp_path / "home" / "tables"
    elsewhere.mkdir()
    dialog.setDirectory(str(elsewhere))
    dialog.directoryEntered.emit(str(elsewhere))
    qtbot.waitUntil(lambda: field.text() == str(elsewhere))
    with qtbot.waitSignal(dialog.fileSelected) as chosen:
        dialog.accept()
    assert chosen.args == [str(elsewhere)]
    dialog.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
