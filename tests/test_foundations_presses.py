"""Tests of the window press and look; what still only listens to a signal is counted, and may become less."""

import re
from pathlib import Path

import pytest

TESTS = Path(__file__).resolve().parent / "ui"
LISTENS = re.compile(r"\b(?:waitSignals?|assertNotEmitted|QSignalSpy|SignalSpy)\b|\.emit\(")

ALLOWED = {
    "check/test_findings_page.py": (
        7,
        "what the page alone asks for; test_after_a_finding.py sees it followed",
    ),
    "check/test_self_test_page.py": (7, "leaving and the end are the window's; test_check_left.py sees them"),
    "kit/test_components.py": (4, "a part of the kit has nothing but its signal to tell by"),
    "kit/test_reader.py": (4, "a screen reader's action is a press; the part tells it by its signal"),
    "learn/test_learn_page.py": (1, "a link of a lesson leaves the room"),
    "library/test_exercise_page.py": (1, "the side that is started goes with it"),
    "library/test_library_page.py": (1, "each card its own exercise, by mouse and keyboard"),
    "routines/test_routines_pages.py": (5, "which routine or exercise it is goes with it"),
    "safety/test_first_start.py": (16, "what is kept of the answers goes with it, to the letter"),
    "safety/test_warning_signs.py": (2, "closing and changing are the window's"),
    "session/test_session_page.py": (
        6,
        "a disk that is slow or full, told by the player; signs over the session",
    ),
    "settings/test_settings_page.py": (1, "a test of sound is heard, not seen"),
    "settings/test_sound_output_settings.py": (1, "devices are asked of the system, outside of the page"),
    "shell/test_main_window.py": (3, "a banner's time, which nobody waits for, and its press"),
    "today/test_morning_card.py": (3, "the morning's answer is kept outside of the card"),
    "today/test_today_page.py": (
        7,
        "which routine it is goes with it; test_where_it_leads.py sees it followed",
    ),
}
"""How many places of a file listen to a signal or send one, and why no more can be seen there."""


def listening(file: Path) -> int:
    """How often a test waits for a signal or sends one itself."""
    return len(LISTENS.findall(file.read_text("utf-8")))


@pytest.mark.parametrize("file", sorted(TESTS.rglob("test_*.py")), ids=lambda file: file.name)
def test_a_test_of_the_window_looks_at_what_is_seen(file: Path) -> None:
    allowed, _ = ALLOWED.get(file.relative_to(TESTS).as_posix(), (0, ""))
    assert listening(file) <= allowed, (
        "press in the whole window and look, as tests/app/test_where_it_leads.py does"
    )


def test_the_files_that_may_listen_are_there_and_do() -> None:
    gone = [name for name in ALLOWED if not (TESTS / name).exists() or not listening(TESTS / name)]
    assert gone == []


@pytest.mark.parametrize(
    "text", ["with qtbot.waitSignal(a.b):", "page.box.activated.emit(3)", "assertNotEmitted(a)"]
)
def test_listening_is_found(tmp_path: Path, text: str) -> None:
    (tmp_path / "test_one.py").write_text(text, encoding="utf-8")
    assert listening(tmp_path / "test_one.py") == 1
