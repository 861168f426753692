"""What was put away is left out everywhere at once, listed in Settings, and comes back from there."""

from pathlib import Path

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QAbstractButton, QLineEdit
from pytestqt.qtbot import QtBot

from supple.app.demo.hand import Seen, bring_into_sight, press
from supple.app.program import Program
from supple.domain.settings import Avoided, Settings, Sound
from supple.ui.kit.room import Room
from supple.ui.library.library_page import LibraryPage
from supple.ui.settings.settings_page import SettingsPage

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
    program.flows.library.show_exercise(ARTICLE[0])
    press("Put away")
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
    page.put_away.buttons[ARTICLE[0]].setFocus()
    page.put_away.buttons[ARTICLE[0]].click()
    assert program.flows.preferences.settings().avoided.put_away == ()
    assert not page.put_away.buttons
    qtbot.wait(50)
    focused = program.window.focusWidget()
    assert focused is not None
    assert page.put_away.isAncestorOf(focused)
    assert not isinstance(focused, QLineEdit)
    program.window.show_room(Room.TODAY)
    qtbot.waitUntil(sees("3 exercises"))


def test_with_the_usual_routine_put_away_whole_today_starts_another(
    qtbot: QtBot, opened: Open, tmp_path: Path
) -> None:
    settings = Settings(sound=Sound(on=False, heard_once=True), avoided=Avoided(put_away=ARTICLE))
    opened(ready_folder(tmp_path / "data", settings=settings))
    assert sees("In place of the usual routine, of which nothing is left for now.")()
    press("Start routine")
    qtbot.waitUntil(sees("Begin session"))
    assert sees("Gentle first week")()


def test_with_everything_put_away_today_says_so_and_leads_to_why(
    qtbot: QtBot, opened: Open, data: Path, tmp_path: Path
) -> None:
    program = opened(data)
    everything = tuple(exercise.id for exercise in program.flows.catalogue.exercises)
    opened.end(program)
    settings = Settings(sound=Sound(on=False, heard_once=True), avoided=Avoided(put_away=everything))
    program = opened(ready_folder(tmp_path / "other", settings=settings))
    assert sees("Nothing to start")()
    qtbot.waitUntil(Seen("See what is left out"))
    press("See what is left out")
    qtbot.waitUntil(sees("You put it away."))
    for name in ("Start routine", "Print", "Save as PDF"):
        assert not button(program, name).isEnabled()
    program.window.show_room(Room.PROGRESS)
    qtbot.waitUntil(Seen("Start routine"))
    press("Start routine")
    qtbot.waitUntil(sees("Nothing to start"))


def test_putting_away_is_said_where_one_is_and_can_be_taken_back_at_once(
    qtbot: QtBot, opened: Open, data: Path
) -> None:
    program = opened(data)
    program.flows.library.show_exercise(ARTICLE[0])
    qtbot.wait(100)
    away = button(program, "Put away")
    bring_into_sight(away)
    qtbot.wait(500)
    before = away.mapTo(program.window, QPoint(0, 0)).y()
    press("Put away")
    qtbot.waitUntil(sees("Supine piriformis stretch is left out of every routine."))
    qtbot.wait(500)
    assert abs(away.mapTo(program.window, QPoint(0, 0)).y() - before) <= 2  # nothing jumped
    assert program.flows.preferences.settings().avoided.put_away == (ARTICLE[0],)
    press("Undo")
    assert program.flows.preferences.settings().avoided.put_away == ()
    assert program.window.banner("put away") is None
    qtbot.wait(500)
    assert abs(away.mapTo(program.window, QPoint(0, 0)).y() - before) <= 2


def test_bringing_back_what_has_the_keyboard_leaves_the_page_where_it_is(
    qtbot: QtBot, opened: Open, tmp_path: Path
) -> None:
    settings = Settings(sound=Sound(on=False, heard_once=True), avoided=Avoided(put_away=ARTICLE))
    program = opened(ready_folder(tmp_path / "data", settings=settings))
    program.window.show_room(Room.SETTINGS)
    qtbot.wait(50)
    page = program.window.findChildren(SettingsPage)[0]
    for left in (2, 1, 0):
        first = next(iter(page.put_away.buttons.values()))
        first.setFocus()
        first.click()
        qtbot.wait(400)  # the row is gone when the page is laid out
        assert len(page.put_away.buttons) == left
