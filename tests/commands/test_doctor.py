"""What `doctor` says: all is well in a whole installation, and whatever cannot be loaded or tried is broken."""

import re
import sys
from pathlib import Path

import pytest
from tests.commands.conftest import Supple

from supple.audio.sound_helper import helper_program
from supple.commands import doctor as module
from supple.commands import working
from supple.storage import REVISIONS
from supple.storage.migrations import run

ROOT = Path(__file__).resolve().parents[2]


def line(out: str, subject: str) -> str:
    return next(line for line in out.splitlines() if line[8:].startswith(f"{subject}: "))


pytestmark = pytest.mark.qt_log_ignore("pipewire-0.3")  # Qt says so where only PulseAudio is installed


@pytest.fixture(autouse=True)
def without_sound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PULSE_SERVER", "unix:/nonexistent")


def test_a_whole_installation_is_well_and_a_new_folder_stays_untouched(
    supple: Supple, resources: Path, tmp_path: Path
) -> None:
    answer = supple("--data-dir", tmp_path / "new", "doctor")
    assert (answer.code, "broken" in answer.out) == (0, False)
    assert line(answer.out, "Qt").endswith("all 8 parts")
    assert f"schema {REVISIONS[0]} to {REVISIONS[-1]}, " in line(answer.out, "database")
    assert re.search(r"all \d+ can be read", line(answer.out, "picture files"))
    assert re.search(r"all \d+ can be read", line(answer.out, "sound files"))
    assert not (tmp_path / "new").exists()


def test_every_part_of_qt_that_the_source_imports_is_tried() -> None:
    source = "".join(file.read_text(encoding="utf-8") for file in (ROOT / "src").rglob("*.py"))
    assert set(re.findall(r"from PySide6\.(Qt\w+) import", source)) == set(working.QT_MODULES)


def test_what_a_build_left_out_is_broken_and_named(
    supple: Supple, resources: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(working, "QT_MODULES", ("QtCore", "QtConcurrentThatWasTrimmed"))
    monkeypatch.setattr(run, "__file__", str(tmp_path / "trimmed" / "run.py"))
    answer = supple("--data-dir", tmp_path, "doctor")
    assert answer.code == 1
    assert line(answer.out, "Qt").startswith("broken  Qt: QtConcurrentThatWasTrimmed is unavailable")
    assert line(answer.out, "database").startswith("broken  database: unavailable")


def test_a_sound_helper_that_does_not_start_is_broken(monkeypatch: pytest.MonkeyPatch) -> None:
    assert helper_program()[0] == sys.executable
    monkeypatch.setattr(
        "supple.audio.sound_helper.helper_program", lambda: (sys.executable, ["-c", "raise SystemExit(1)"])
    )
    finding = module._sound()
    assert finding.broken
    assert finding.words.startswith("unavailable")


def test_a_sound_file_that_is_cut_off_is_broken(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "hold.wav").write_bytes(b"RIFF")

    def files(folder: str, ending: str) -> list[str]:
        return [str(tmp_path / "hold.wav")] if folder == ":/cues" else []

    monkeypatch.setattr(working, "_files", files)
    assert working._sounds() == ("sound files", f"1 of 1 cannot be read, {tmp_path / 'hold.wav'} first", True)
