"""From an empty folder to the first hold, and what a later start asks: in the whole program, by what is pressed."""

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QTextBrowser
from pytestqt.qtbot import QtBot

from supple.app.demo.hand import Seen, press, visible_names, visible_words
from supple.audio.cue_player import SoundProblem
from supple.domain.consent import Consent
from supple.domain.record import SafetyRecord, whole_round
from supple.domain.settings import Settings, Sound
from supple.services.writes import AddSafety
from supple.storage.database import open_history
from supple.storage.settings_file import SettingsFile
from supple.ui.kit.button import Button
from supple.ui.learn.learn_page import LearnPage
from supple.ui.session.mat_sound_question import MatSoundQuestion

from .conftest import Open
from .window import now, ready_folder, sees, words

FIRST_HOLD = (
    "I am 18 or older",
    "None of these",
    "None of these",
    "None of these",
    "Start routine",
    "Begin session",
)


def holds() -> bool:
    """Whether the mat tells a screen reader of a hold."""
    return any("side, hold" in line for line in visible_words(QLabel))


def answers(folder: Path) -> SafetyRecord:
    history = open_history(folder, now=now())
    try:
        last = history.newest(SafetyRecord)
    finally:
        history.close()
    assert last is not None
    return last


def told(folder: Path, record: SafetyRecord) -> Path:
    history = open_history(folder, now=now())
    history.write(AddSafety(safety=record))
    history.close()
    SettingsFile(folder).save(Settings(sound=Sound(on=False, heard_once=True)))
    return folder


def answered(days_ago: int, *ids: str) -> SafetyRecord:
    return whole_round(now() - timedelta(days=days_ago), frozenset(ids))


def test_the_first_hold_is_at_most_seven_presses_away(qtbot: QtBot, opened: Open, tmp_path: Path) -> None:
    (tmp_path / "new").mkdir()
    program = opened(tmp_path / "new", speed=10.0, complete=False)
    assert len(FIRST_HOLD) <= 7
    for name in FIRST_HOLD:
        qtbot.waitUntil(Seen(name, QAbstractButton), timeout=10_000)
        press(name)
    qtbot.waitUntil(holds, timeout=20_000)
    program.window.set_close_guard(None)


def test_the_first_get_ready_asks_whether_sound_was_heard_and_holds_nothing_up(
    qtbot: QtBot, opened: Open, tmp_path: Path
) -> None:
    folder = ready_folder(tmp_path / "data", settings=Settings(sound=Sound(volume=0)))
    program = opened(folder, speed=4.0)
    program.flows.cues.problem_changed.disconnect()  # nothing is known of sound, whatever this computer has
    press("Start routine")
    qtbot.waitUntil(Seen("Begin session"))
    press("Begin session")
    qtbot.waitUntil(sees("Did you hear this?"), timeout=10_000)
    assert {"Yes, I heard it", "No"} <= set(visible_names())
    press("No")
    assert "The volume in Supple is 0" in words()
    qtbot.waitUntil(holds, timeout=20_000)
    assert "The volume in Supple is 0" not in words()
    assert not SettingsFile(folder).load().sound.heard_once
    press("Previous")
    qtbot.waitUntil(Seen("Close"))
    press("Close")
    assert "The volume in Supple is 0" not in words()
    program.window.set_close_guard(None)
    assert SettingsFile(folder).load().sound.heard_once


def test_stopped_while_sound_is_asked_for_enter_is_done_at_once(
    qtbot: QtBot, opened: Open, tmp_path: Path
) -> None:
    program = opened(ready_folder(tmp_path / "data", settings=Settings(sound=Sound(volume=0))))
    program.flows.cues.problem_changed.disconnect()
    press("Start routine")
    qtbot.waitUntil(Seen("Begin session"))
    press("Begin session")
    qtbot.waitUntil(sees("Did you hear this?"), timeout=10_000)
    question = program.window.findChildren(MatSoundQuestion)[0]
    question.yes.setFocus()
    press("Stop")
    qtbot.waitUntil(Seen("Stop here"))
    press("Stop here")
    qtbot.waitUntil(Seen("Done"))
    qtbot.wait(50)
    focused = QApplication.focusWidget()
    assert isinstance(focused, Button)
    assert focused.text() == "Done"
    qtbot.keyClick(focused, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: program.window.full is None)


def test_without_a_sound_device_it_is_said_and_not_asked(qtbot: QtBot, opened: Open, tmp_path: Path) -> None:
    folder = ready_folder(tmp_path / "data", settings=Settings())
    program = opened(folder, speed=4.0)
    program.flows.cues.problem_changed.emit(SoundProblem.NO_DEVICE)
    program.flows.cues.problem_changed.disconnect()
    press("Start routine")
    qtbot.waitUntil(Seen("Begin session"))
    press("Begin session")
    qtbot.waitUntil(sees("No sound device was found"), timeout=10_000)
    assert "Did you hear this?" not in words()
    qtbot.waitUntil(holds, timeout=20_000)
    assert "No sound device was found" not in words()
    program.window.set_close_guard(None)
    assert not SettingsFile(folder).load().sound.heard_once


def test_sound_that_was_heard_is_not_asked_about_again(qtbot: QtBot, opened: Open, tmp_path: Path) -> None:
    folder = ready_folder(tmp_path / "data", settings=Settings(sound=Sound(volume=0, heard_once=True)))
    program = opened(folder)
    press("Start routine")
    qtbot.waitUntil(Seen("Begin session"))
    press("Begin session")
    qtbot.waitUntil(Seen("Pause"), timeout=10_000)
    qtbot.wait(100)
    assert "Did you hear this?" not in words()
    program.window.set_close_guard(None)


def test_a_yes_in_a_is_asked_about_at_the_next_start_and_opens_with_the_consent(
    qtbot: QtBot, opened: Open, tmp_path: Path
) -> None:
    folder = told(tmp_path / "data", answered(1, "A8"))
    opened(folder)
    qtbot.waitUntil(sees("Signs that need help now"))
    press("Continue")
    qtbot.waitUntil(sees("Get emergency help now"))
    press("A doctor or physiotherapist has looked at this and said exercise is fine.")
    press("Go on")
    qtbot.waitUntil(Seen("Start routine"))
    last = answers(folder)
    assert last.ticked == {"A8"}
    assert Consent.SEEN in last.agreed_at


def test_emergency_advice_is_closed_only_when_it_was_read(qtbot: QtBot, opened: Open, tmp_path: Path) -> None:
    folder = ready_folder(tmp_path / "data")
    opened(folder)
    press("Warning signs")
    qtbot.waitUntil(Seen("Change my answers"))
    press("Change my answers")
    qtbot.waitUntil(sees("Signs that need help now"))
    press(next(name for name in visible_names() if name.startswith("Chest pain or trouble breathing?")))
    press("Continue")
    qtbot.waitUntil(sees("Your local emergency number"))
    assert answers(folder).ticked == {"A8"}
    qtbot.wait(200)
    assert "Your local emergency number" in words()
    press("I understand")
    qtbot.waitUntil(sees("Get emergency help now"))


@pytest.mark.parametrize(
    ("days", "ticked", "asked"),
    [
        (8, "C9", "Signs that need help now"),
        (29, "C9", "Signs that need help now"),
        (3, "C3", "Is this still right?"),
    ],
)
def test_what_is_due_is_asked_at_the_start(
    qtbot: QtBot, opened: Open, tmp_path: Path, days: int, ticked: str, asked: str
) -> None:
    opened(told(tmp_path / "data", answered(days, ticked)))
    qtbot.waitUntil(sees(asked))


def test_what_is_put_off_is_asked_again_at_the_next_start(qtbot: QtBot, opened: Open, tmp_path: Path) -> None:
    folder = told(tmp_path / "data", answered(8))
    program = opened(folder)
    qtbot.waitUntil(sees("Signs that need help now"))
    press("Not now")
    qtbot.waitUntil(Seen("Start routine"))
    opened.end(program)
    opened(folder)
    qtbot.waitUntil(sees("Signs that need help now"))


@pytest.mark.parametrize(("ticked", "shown"), [("C9", True), ("C10", False), ("C5", False)])
def test_the_lesson_leaves_the_check_at_an_edge_out_for_whom_it_could_harm(
    qtbot: QtBot, opened: Open, tmp_path: Path, ticked: str, shown: bool
) -> None:
    program = opened(told(tmp_path / "data", answered(1, ticked)))
    press("Learn")
    qtbot.waitUntil(lambda: bool(program.window.findChildren(LearnPage)))
    page = program.window.findChildren(LearnPage)[0]
    page.show_lesson("more_checks")
    lines = "\n".join(label.text() for label in page.findChildren(QLabel) if not label.isHidden())
    texts = lines + "\n".join(b.toPlainText() for b in page.findChildren(QTextBrowser))
    assert ("roll back" in texts) is shown
    assert ("Left out for you" in texts) is not shown
