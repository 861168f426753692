"""CSV files that cannot be written, through the window's own button: what it says, and what stays as it was."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from supple.app.demo.hand import Seen, press
from supple.cli import main
from supple.services.csv_tables import What

from .conftest import Open
from .window import as_root, fill, read_only, remember_a_session, sees, words

# The file dialog's, where there is no desktop.
pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the CSV files are to go; a table of the person's own is there already."""
    folder = tmp_path / "tables"
    folder.mkdir()
    (folder / "sessions.csv").write_text("mine", encoding="utf-8")
    return folder


@pytest.fixture
def data(data: Path) -> Path:
    """With something in it: there is nothing to export from an empty history."""
    remember_a_session(data)
    return data


def export_to(qtbot: QtBot, folder: Path) -> None:
    """Press what exports into `folder`, up to the question about what is there."""
    press("Progress")
    qtbot.waitUntil(Seen("Export CSV"))
    press("Export CSV")
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), QFileDialog))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QFileDialog)
    dialog.setDirectory(str(folder))
    field = dialog.findChild(QLineEdit)
    assert field is not None
    field.setText(str(folder))
    press("Export here")
    qtbot.waitUntil(sees("Replace the files that are there?"))
    assert f"{folder} holds " in words()


def test_a_folder_that_is_gone_by_then_is_named_and_not_made(
    qtbot: QtBot, opened: Open, data: Path, folder: Path
) -> None:
    opened(data)
    export_to(qtbot, folder)
    shutil.rmtree(folder)
    press("Replace")
    qtbot.waitUntil(sees("Nothing was saved."))
    assert f"The folder {folder} is gone: choose another." in words()
    assert not folder.exists()


@as_root
def test_a_file_on_a_read_only_disk_stays_as_it_was(
    qtbot: QtBot, opened: Open, data: Path, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    opened(data)
    with read_only(folder):
        export_to(qtbot, folder)
        press("Replace")
        qtbot.waitUntil(sees("Nothing was saved."))
        assert (
            f"{folder} could not be written (Read-only file system): choose another place."
            " What was there is as it was." in words()
        )
        assert main(["--data-dir", str(data), "export", str(folder / "sessions.csv")]) == 1
        assert capsys.readouterr().err == (
            f"supple: {folder / 'sessions.csv'} could not be written or read (Read-only file system):"
            " choose another place.\n"
        )
    assert [path.name for path in folder.iterdir()] == ["sessions.csv"]
    assert (folder / "sessions.csv").read_text(encoding="utf-8") == "mine"


def test_a_folder_in_the_place_of_a_file_is_named_and_none_of_the_files_is_touched(
    qtbot: QtBot, opened: Open, data: Path, folder: Path
) -> None:
    (folder / f"{list(What)[-1]}.csv").mkdir()
    opened(data)
    export_to(qtbot, folder)
    press("Replace")
    qtbot.waitUntil(sees("Nothing was saved."))
    assert (
        f"{folder} could not be written ({list(What)[-1]}.csv: Is a directory): choose another place."
        " What was there is as it was." in words()
    )
    assert sorted(path.name for path in folder.iterdir()) == sorted([f"{list(What)[-1]}.csv", "sessions.csv"])
    assert (folder / "sessions.csv").read_text(encoding="utf-8") == "mine"


def test_after_a_failure_another_place_can_be_chosen(
    qtbot: QtBot, opened: Open, data: Path, folder: Path
) -> None:
    opened(data)
    export_to(qtbot, folder)
    elsewhere = folder.rename(folder.with_name("elsewhere"))
    press("Replace")
    qtbot.waitUntil(sees("Nothing was saved."))
    export_to(qtbot, elsewhere)
    press("Replace")
    qtbot.waitUntil(sees(f"It is in {elsewhere}."))
    assert "Nothing was saved." not in words()
    assert sorted(path.name for path in elsewhere.iterdir()) == sorted(f"{what}.csv" for what in What)


@as_root
def test_a_backup_to_a_full_disk_names_that_disk_and_not_the_one_of_the_data(
    qtbot: QtBot, disk: Path, opened: Open, data: Path
) -> None:
    program = opened(data)
    fill(disk)
    program.flows._files._back_up(disk / "b.zip")
    qtbot.waitUntil(sees("Nothing was saved."))
    assert (
        f"{disk / 'b.zip'} could not be written (No space left on device): choose another place." in words()
    )
    assert str(data) not in words()
    assert not (disk / "b.zip").exists()


@pytest.mark.parametrize("opens", [True, False])
def test_a_folder_that_cannot_be_shown_is_named(
    qtbot: QtBot, opened: Open, data: Path, folder: Path, monkeypatch: pytest.MonkeyPatch, opens: bool
) -> None:
    def open_url(_url: object) -> bool:
        return opens

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    opened(data)
    export_to(qtbot, folder)
    press("Replace")
    qtbot.waitUntil(Seen("Open folder"))
    press("Open folder")
    qtbot.wait(50)
    assert ("The folder could not be opened from here." in words()) is not opens
    assert opens or f"It is {folder}." in words()
