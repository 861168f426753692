"""What `doctor` says about what ships: counted when whole, named and broken when something is missing."""

from pathlib import Path

import pytest
from PySide6.QtCore import QFile

from supple.commands import shipped

ROOT = Path(__file__).resolve().parents[2]


def clips() -> int:
    """How many lie in the folder they are made into."""
    return len(list((ROOT / "assets/voice/en").glob("*.wav")))


def _line(subject: str) -> tuple[str, bool]:
    return next((words, broken) for name, words, broken in shipped.shipped_findings() if name == subject)


def test_the_clips_of_the_voice_are_counted(resources: Path) -> None:
    words, broken = _line("voice")
    assert not broken
    assert words.split()[:2] == [str(clips()), "clips,"]


def test_a_clip_that_is_missing_is_named(resources: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class WithoutHold(QFile):
        @staticmethod
        def exists(path: str) -> bool:
            return path != ":/voice/en/hold.wav" and QFile.exists(path)

    monkeypatch.setattr(shipped, "QFile", WithoutHold)
    words, broken = _line("voice")
    assert broken
    assert words == f"1 of {clips()} clips are missing, hold first"
