"""What was put away is left out everywhere at once, listed in Settings, and comes back from there."""

from pathlib import Path

from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from supple.app.hand import Seen, press
from supple.app.program import Program
from supple.domain.settings import Settings
from supple.ui.library_page import LibraryPage
from supple.ui.room import Room
from supple.ui.settings_page import SettingsPage

from .conftest import Open
from .window import ready_folder, sees, words

ARTICLE = ("a1_piriformis_supine", "a2_glute_seated_twist", "a3_half_kneeling_hip_flexor")


def button(program: Program, name: str) -> QAbstractButton:
    found = [
        b for b in program.window.findChildren(QAbstractButton) if name in (b.accessibleName(), b.text())
    ]
    return next(b for b in found if b.isVisible())


def test_putting_away_is_followed_everywhere_and_taken_back_in_settings(
    qtbot: QtBot, opened: Open, data: Path
) -> None:
    program = opened(data)
    assert "3 exercises" in words()
    program.flows.show_exercise(ARTICLE[0])
    press("Put away for good")
    qtbot.waitUntil(Seen("Bring it back"))
    assert not button(program, "Start now").isEnabled()
    press("Library")
    qtbot.wait(50)
    library = program.window.findChildren(LibraryPage)[0]
    assert ARTICLE[0] in library.shown_ids
    marked = [
        c for c in library.findChildren(QAbstractButton) if "You put it away." in c.accessibleDescription()
    ]
    assert len(marked) == 1
    program.window.show_room(Room.TODAY)
    qtbot.waitUntil(sees("2 exercises"))
    assert sees("Left out, you put it away: Supine piriformis stretch.")()
    program.window.show_room(Room.SETTINGS)
    qtbot.wait(50)
    page = program.window.findChildren(SettingsPage)[0]
    page.put_away.buttons[ARTICLE[0]].click()
    assert program.parts.settings().put_away == ()
    assert not page.put_away.buttons
    program.window.show_room(Room.TODAY)
    qtbot.waitUntil(sees("3 exercises"))


def test_with_the_usual_routine_put_away_whole_today_starts_another(
    qtbot: QtBot, opened: Open, tmp_path: Path
) -> None:
    settings = Settings(sound_on=False, sound_checked=True, put_away=ARTICLE)
    opened(ready_folder(tmp_path / "data", settings=settings))
    assert sees("In place of the usual routine, of which nothing is left for now.")()
    press("Start routine")
    qtbot.waitUntil(sees("Begin session"))
    assert sees("Gentle first week")()


def test_with_everything_put_away_today_says_so_and_leads_to_why(
    qtbot: QtBot, opened: Open, data: Path, tmp_path: Path
) -> None:
    program = opened(data)
    everything = tuple(exercise.id for exercise in program.parts.catalogue.exercises)
    opened.end(program)
    settings = Settings(sound_on=False, sound_checked=True, put_away=everything)
    program = opened(ready_folder(tmp_path / "other", settings=settings))
    assert sees("Nothing to start")()
    qtbot.waitUntil(Seen("See what is left out"))
    press("See what is left out")
    qtbot.waitUntil(sees("You put it away."))
    for name in ("Start routine", "Print", "Save as PDF"):
        assert not button(program, name).isEnabled()
    program.window.show_room(Room.PROGRESS)
    qtbot.wait(50)
    press("Start routine")
    qtbot.waitUntil(sees("Nothing to start"))
