"""The commands: done is 0, could not be done is 1 with one sentence, wrong usage is 2."""

import csv
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from supple import __version__
from supple.instance import Instance

from .conftest import Supple


def rows(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as text:
        return list(csv.DictReader(text))


def test_the_version_is_told(supple: Supple) -> None:
    assert supple("--version").out == f"supple {__version__}\n"


def test_help_names_every_command(supple: Supple) -> None:
    answer = supple("--help")
    assert answer.code == 0
    for word in ("export", "backup", "restore", "doctor", "demo", "--data-dir", "SUPPLE_DATA_DIR"):
        assert word in answer.out


@pytest.mark.parametrize(
    "words",
    [
        ("dance",),
        ("export",),
        ("export", "x.csv", "--what", "everything"),
        ("export", "x.csv", "--from", "july"),
        ("demo", "out", "--speed", "0"),
        ("--data",),
    ],
)
def test_wrong_usage_is_told_and_nothing_is_done(supple: Supple, words: tuple[str, ...]) -> None:
    answer = supple(*words)
    assert answer.code == 2
    assert "error:" in answer.err


def test_export_writes_sessions_unless_told_otherwise(supple: Supple, data: Path, tmp_path: Path) -> None:
    file = tmp_path / "out.csv"
    assert supple("--data-dir", data, "export", file).code == 0
    (row,) = rows(file)
    assert (row["session_id"], row["sets_done"], row["pain_after"], row["note"]) == (
        "s1",
        "2",
        "2",
        "'=easier",
    )


def test_export_reads_the_data_folder_from_the_environment(
    supple: Supple, data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SUPPLE_DATA_DIR", str(data))
    assert supple("export", tmp_path / "out.csv", "--what", "sets").code == 0
    assert [row["side"] for row in rows(tmp_path / "out.csv")] == ["left", "right"]


def test_export_keeps_to_the_days(supple: Supple, data: Path, tmp_path: Path) -> None:
    file = tmp_path / "out.csv"
    assert supple("--data-dir", data, "export", file, "--from", "2026-07-23").code == 0
    assert rows(file) == []
    assert supple("--data-dir", data, "export", file, "--from", "2026-07-22", "--to", "2026-07-22").code == 0
    assert len(rows(file)) == 1


def test_export_of_all_is_a_folder_or_an_archive(supple: Supple, data: Path, tmp_path: Path) -> None:
    names = ["notes.csv", "pain.csv", "plan.csv", "self-tests.csv", "sessions.csv", "sets.csv"]
    assert supple("--data-dir", data, "export", tmp_path / "all", "--what", "all").code == 0
    assert sorted(path.name for path in (tmp_path / "all").iterdir()) == names
    assert supple("--data-dir", data, "export", tmp_path / "all.zip", "--what", "all").code == 0
    with zipfile.ZipFile(tmp_path / "all.zip") as archive:
        assert sorted(archive.namelist()) == names


def test_export_of_all_onto_a_file_is_refused(supple: Supple, data: Path, tmp_path: Path) -> None:
    (tmp_path / "all.csv").write_text("mine")
    answer = supple("--data-dir", data, "export", tmp_path / "all.csv", "--what", "all")
    assert (answer.code, "give a folder" in answer.sentence) == (1, True)
    assert (tmp_path / "all.csv").read_text() == "mine"


def test_export_before_the_first_start_is_a_header(supple: Supple, tmp_path: Path) -> None:
    (tmp_path / "new").mkdir()
    assert supple("--data-dir", tmp_path / "new", "export", tmp_path / "out.csv").code == 0
    assert (tmp_path / "out.csv").read_text().startswith("session_id,started_at")
    assert list((tmp_path / "new").iterdir()) == []


def test_export_from_a_disk_that_is_away_leaves_yesterdays_file(supple: Supple, tmp_path: Path) -> None:
    (tmp_path / "out.csv").write_text("yesterday's")
    answer = supple("--data-dir", tmp_path / "away", "export", tmp_path / "out.csv")
    assert answer.code == 1
    assert answer.sentence.startswith(f"There is no data folder {tmp_path / 'away'}: connect the disk")
    assert (tmp_path / "out.csv").read_text() == "yesterday's"
    assert not (tmp_path / "away").exists()


@pytest.mark.parametrize(
    "name", ["history.db", "settings.json", "history.db-wal", "backups/mine.csv", "new.csv"]
)
@pytest.mark.parametrize("command", ["export", "backup"])
def test_nothing_is_written_over_the_data_themselves(
    supple: Supple, data: Path, tmp_path: Path, command: str, name: str
) -> None:
    before = {path.name: path.read_bytes() for path in data.iterdir() if path.is_file()}
    (tmp_path / "link").symlink_to(data)
    for way in (data, tmp_path / "link"):
        answer = supple("--data-dir", data, command, way / name)
        assert answer.code == 1
        assert "is inside the folder of your data: choose a place outside of" in answer.sentence
    assert {path.name: path.read_bytes() for path in data.iterdir() if path.is_file()} == before


def test_export_of_days_the_wrong_way_round_says_so(supple: Supple, data: Path, tmp_path: Path) -> None:
    file = tmp_path / "out.csv"
    answer = supple("--data-dir", data, "export", file, "--from", "2026-07-23", "--to", "2026-07-22")
    assert (answer.code, file.exists()) == (1, False)
    assert answer.sentence == "--from 2026-07-23 is after --to 2026-07-22: nothing lies between them."


def test_looking_changes_nothing_of_the_data(supple: Supple, data: Path, tmp_path: Path) -> None:
    before = {
        path.name: (path.stat().st_mtime_ns, path.read_bytes()) for path in data.iterdir() if path.is_file()
    }
    supple("--data-dir", data, "export", tmp_path / "all", "--what", "all")
    supple("--data-dir", data, "backup", tmp_path / "b.zip")
    found = {
        path.name: (path.stat().st_mtime_ns, path.read_bytes()) for path in data.iterdir() if path.is_file()
    }
    assert found == before
    assert sorted(path.name for path in data.iterdir()) == sorted(before)


def test_export_to_a_folder_that_is_gone_names_it(supple: Supple, data: Path, tmp_path: Path) -> None:
    answer = supple("--data-dir", data, "export", tmp_path / "gone" / "out.csv")
    assert answer.code == 1
    assert str(tmp_path / "gone") in answer.sentence


def test_export_onto_a_folder_says_so(supple: Supple, data: Path, tmp_path: Path) -> None:
    (tmp_path / "out.csv").mkdir()
    answer = supple("--data-dir", data, "export", tmp_path / "out.csv")
    assert answer.code == 1
    assert "is a folder" in answer.sentence


def test_commands_that_read_work_beside_an_open_window(
    supple: Supple, data: Path, tmp_path: Path, qapp: object
) -> None:
    window = Instance(data)
    assert window.acquire()
    assert supple("--data-dir", data, "export", tmp_path / "out.csv").code == 0
    assert supple("--data-dir", data, "backup", tmp_path / "b.zip").code == 0
    answer = supple("--data-dir", data, "restore", tmp_path / "b.zip")
    assert answer.code == 1
    assert answer.sentence == "Supple's window is open: close it, then try again."
    window.release()
    assert supple("--data-dir", data, "restore", tmp_path / "b.zip").code == 0


def test_a_backup_goes_out_and_comes_back(supple: Supple, data: Path, tmp_path: Path) -> None:
    saved = supple("--data-dir", data, "backup", tmp_path / "b.zip")
    assert (saved.code, str(tmp_path / "b.zip") in saved.out) == (0, True)
    restored = supple("--data-dir", tmp_path / "new", "restore", tmp_path / "b.zip")
    assert (restored.code, restored.err) == (0, "")
    assert supple("--data-dir", tmp_path / "new", "export", tmp_path / "out.csv").code == 0
    assert len(rows(tmp_path / "out.csv")) == 1


def test_restore_says_where_the_replaced_data_are(supple: Supple, data: Path, tmp_path: Path) -> None:
    supple("--data-dir", data, "backup", tmp_path / "b.zip")
    answer = supple("--data-dir", data, "restore", tmp_path / "b.zip")
    (aside,) = data.glob("set-aside-*")
    assert str(aside) in answer.out


def test_restore_of_something_else_is_refused(supple: Supple, data: Path, tmp_path: Path) -> None:
    (tmp_path / "photo.zip").write_bytes(b"holiday")
    answer = supple("--data-dir", data, "restore", tmp_path / "photo.zip")
    assert answer.code == 1
    assert answer.sentence == f"{tmp_path / 'photo.zip'} is not a whole backup of Supple."
    assert supple("--data-dir", data, "restore", tmp_path / "none.zip").sentence.startswith(
        "There is no file"
    )


def test_backup_before_the_first_session_says_there_is_nothing(supple: Supple, tmp_path: Path) -> None:
    answer = supple("--data-dir", tmp_path / "new", "backup", tmp_path / "b.zip")
    assert (answer.code, answer.sentence.startswith("There is nothing to back up")) == (1, True)


def test_a_data_folder_on_a_disk_that_is_gone_is_not_made(supple: Supple, tmp_path: Path) -> None:
    answer = supple("--data-dir", tmp_path / "stick" / "supple", "restore", tmp_path / "b.zip")
    assert answer.code == 1
    assert answer.sentence.startswith(f"The folder {tmp_path / 'stick'} is not there")
    assert not (tmp_path / "stick").exists()


def test_a_data_folder_that_is_a_file_is_refused(supple: Supple, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    answer = supple("--data-dir", tmp_path / "file", "restore", tmp_path / "b.zip")
    assert answer.sentence == f"{tmp_path / 'file'} is a file: choose a folder for the data."


@pytest.mark.parametrize("below", ["", "supple"])
def test_a_data_folder_that_is_a_link_to_nothing_is_told_as_that(
    supple: Supple, tmp_path: Path, below: str
) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "stick")
    answer = supple("--data-dir", tmp_path / "link" / below, "restore", tmp_path / "b.zip")
    assert answer.code == 1
    assert answer.sentence.startswith(
        f"{tmp_path / 'link'} is a link to {tmp_path / 'stick'}, which is not there"
    )
    assert not (tmp_path / "stick").exists()


def test_the_window_refuses_a_data_folder_that_is_gone(supple: Supple, tmp_path: Path) -> None:
    answer = supple("--data-dir", tmp_path / "stick" / "supple")
    assert answer.code == 1
    assert answer.sentence.startswith(f"The folder {tmp_path / 'stick'} is not there")


def test_without_a_screen_the_window_says_what_can_be_done(
    supple: Supple, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    answer = supple()
    assert (answer.code, answer.sentence.startswith("There is no screen here")) == (1, True)


def test_the_command_line_starts_light() -> None:
    heavy = ["PySide6", "sqlalchemy", "alembic", "msgspec", "platformdirs"]
    program = f"import sys, supple.cli; print([name for name in {heavy!r} if name in sys.modules])"
    said = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "[]"
