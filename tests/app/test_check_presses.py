"""How many presses somebody new needs from the first window to the findings of the floor check alone."""

from pathlib import Path

from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from supple.app.demo.hand import find, press
from supple.domain.settings import Settings, Sound
from supple.storage.settings_file import SettingsFile
from supple.ui.check.findings_page import FindingsPage

from .conftest import Open
from .window import sees

MOST = 28
FIRST = ("Start self-test", "I am 18 or older", "None of these", "Continue", "Skip")
CHECK = (
    "The same as before, flat, back flat, no pain",
    "Flat, the thigh rests on the floor",
    "Yes, it rested on the floor",
    "No, a mild pull at most",
    "Continue",
)


def next_of(names: tuple[str, ...]) -> str:
    """The first of `names` that can be pressed and is not ticked already."""
    QApplication.processEvents()
    for name in names:
        button = find(name, QAbstractButton)
        if button is not None and not (button.isCheckable() and button.isChecked()):
            return name
    raise AssertionError(f"none of {names} is there")


def test_from_the_first_start_to_the_findings_in_at_most_28_presses(
    qtbot: QtBot, opened: Open, tmp_path: Path
) -> None:
    data = tmp_path / "data"
    data.mkdir()
    SettingsFile(data).save(Settings(sound=Sound(on=False)))
    program = opened(data)
    presses, name = 0, ""
    while name != "Start self-test":
        name = next_of(FIRST)
        press(name)
        presses += 1
        assert presses < MOST
    qtbot.waitUntil(sees("Which checks now?"))
    while not isinstance(program.window.full, FindingsPage):
        press(next_of(CHECK))
        presses += 1
        assert presses <= MOST
        QApplication.processEvents()
    qtbot.waitUntil(sees("What your checks showed"))
