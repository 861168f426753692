"""No dead control: whatever can be pressed in the window is followed by something that a person would notice.

Each place is listened to before it is pressed (see by_ear.py): to open it once more for that took a fifth of all tests.
Every run presses what each room, page, sheet, card and banner has, in the first place that shows it; `./test --sweep`
presses all in the other places too, where the same parts stand in another state.
"""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QMenu
from pytestqt.qtbot import QtBot

from supple.app.demo.hand import press
from supple.app.program import Program
from supple.audio.cue_player import CuePlayer
from supple.domain.cue import Cue
from supple.domain.pain import BELOW_KNEE, Sign
from supple.domain.pain import PLACES as PAIN_PLACES
from supple.ui.words.pain_words import place_word, sign_word

from . import walk
from .by_ear import faults, focus_faults, heading_faults
from .conftest import Open
from .place import QUIET, STILL, Place, lived_in
from .places import PLACES, in_every_run, to_be_visited
from .session_on_mat import begin_session
from .walk import Key, Outside, Return, all_controls, controls, is_chosen_already, noticed, settle, told
from .window import ready_folder

# What may be pressed without anything to notice beside itself, by the beginning of its name, and why.
EXCEPTIONS = {
    "Pain ": "an answer, kept by the button of its sheet: test_start_sheet.py and test_after_sheet.py see it kept",
}
EXCEPTIONS_AT = {
    (
        "the photo, marked",
        "Keep a small copy",
    ): "a wish, taken when the photo is done: test_kept_photos.py sees the copy kept",
    (
        "the photo, open",
        "Yes",
    ): "an answer; with the other one it opens Continue, as test_photo_check.py sees",
    **{
        (
            "the Library with nothing found",
            word,
        ): "one filter more takes nothing from nothing; it shows as on"
        for word in ("No equipment", "No kneeling", "At a desk")
    },
    **{
        (
            "saying more about the findings",
            question,
        ): "an answer, taken by the button of its sheet: test_say_more.py sees it read"
        for question in (
            "How long do you sit on most days?",
            "How long are you active in a week, enough to breathe faster?",
            "How does the tight feeling behave?",
        )
    },
    **{
        ("the mat, hurting much", place_word(place)): "pain of 6 ends it wherever it is; the place is kept"
        for place in PAIN_PLACES
        if place != BELOW_KNEE
    },
    **{
        (place, sign_word(sign)): "nothing is graver than the chest, which was pressed before; it is kept"
        for place in ("the mat, hurting", "the mat, hurting much")
        for sign in Sign
        if sign is not Sign.CHEST
    },
}
SCREENLESS = [
    "This plugin does not support"
]  # raising, grabbing and hints to a window manager, where nobody sees


@pytest.fixture
def outside(monkeypatch: pytest.MonkeyPatch) -> Iterator[Outside]:
    """What leaves the window, written down."""
    outside = Outside()
    play, say = CuePlayer.play, CuePlayer.say

    def heard_play(self: CuePlayer, cue: Cue) -> None:
        outside.heard.append(str(cue))
        play(self, cue)

    def heard_say(self: CuePlayer, clips: list[str]) -> bool:
        outside.heard.append(" ".join(clips))
        return say(self, clips)

    monkeypatch.setattr(CuePlayer, "play", heard_play)
    monkeypatch.setattr(CuePlayer, "say", heard_say)
    monkeypatch.setattr(QDesktopServices, "openUrl", outside.open)
    return outside


@pytest.mark.slow
@pytest.mark.timeout(300)
@pytest.mark.qt_log_ignore(*SCREENLESS)
@pytest.mark.parametrize(
    "place",
    [
        pytest.param(place, id=place.name, marks=() if place in in_every_run() else pytest.mark.sweep)
        for place in PLACES
        if place.walked
    ],
)
def test_it_can_be_heard_and_every_control_is_followed_by_something(
    qtbot: QtBot, opened: Open, tmp_path: Path, outside: Outside, place: Place
) -> None:
    program: Program | None = None
    folders = 0
    tried: set[Key] = set()
    dead: list[str] = []
    nameless: list[str] = []
    unheard: list[str] = []
    while True:
        if program is None:
            folders += 1
            folder = place.folder(tmp_path / f"data{folders}")
            program = opened(folder, speed=place.speed, complete=place.complete)
            place.reach(qtbot, program)
            settle()
            qtbot.waitUntil(lambda program=program: place.check(program), timeout=10_000)
            there = all_controls(qtbot, program, within=place.within)
            assert there, f"nothing can be pressed in {place.name}"
            if folders == 1:
                unheard = faults(program.window) + heading_faults(program) + focus_faults(program)
        key = next((key for key in there if key not in tried), None)
        if key is None:
            break
        tried.add(key)
        if not key.name:
            nameless.append(key.kind)
            continue
        if (
            (place.name, key.name) in EXCEPTIONS_AT
            or key.name.startswith(tuple(EXCEPTIONS))
            or is_chosen_already(there[key])
        ):
            continue
        back = Return(program)
        if not noticed(qtbot, program, outside, there[key], key, within=place.within):
            dead.append(f"{key.kind} “{key.name}”")
        settle()
        now = controls(program, within=place.within)
        if now.keys() != there.keys():
            back.go(there[key])
            now = controls(program, within=place.within)
        if now.keys() == there.keys():
            there = now
        else:
            opened.end(program)
            program = None
    assert not unheard, f"amiss by ear in {place.name}: {unheard}"
    assert not nameless, f"controls without a name in {place.name}: {nameless}"
    assert not dead, f"nothing followed in {place.name}: {dead}"


def test_every_page_sheet_and_banner_of_the_source_is_a_place_of_the_walk() -> None:
    visited = {shown for place in PLACES if place.walked for shown in place.shows}
    assert to_be_visited() - visited == set()
    assert {shown for place in in_every_run() for shown in place.shows} == visited
    assert len({place.name for place in PLACES}) == len(PLACES)


@pytest.mark.slow
@pytest.mark.qt_log_ignore(*SCREENLESS)
@pytest.mark.parametrize(
    ("percent", "wanted"), [(100, {"Skip the exercise"}), (200, {"Stop", "Skip the exercise"})]
)
def test_every_entry_of_the_mats_menu_is_followed_by_something(
    qtbot: QtBot, opened: Open, tmp_path: Path, outside: Outside, percent: int, wanted: set[str]
) -> None:
    tried: set[str] = set()
    while True:
        large = replace(QUIET, look=replace(QUIET.look, text_percent=percent))
        folder = ready_folder(tmp_path / f"data{len(tried)}", settings=large)
        program = opened(folder, speed=STILL)
        begin_session(qtbot)
        press("Skip" if percent == 100 else "Pause")
        qtbot.wait(100)
        before = told(program, outside)
        press("More")
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        entries = [entry for entry in menu.actions() if entry.isVisible() and entry.isEnabled()]
        entry = next((each for each in entries if each.text() not in tried), None)
        if entry is None:
            menu.close()
            break
        tried.add(entry.text())
        QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(entry).center())
        qtbot.waitUntil(lambda program=program, before=before: told(program, outside) != before)
        opened.end(program)
    assert wanted <= tried


def test_a_control_that_leads_nowhere_would_be_found(
    qtbot: QtBot, opened: Open, tmp_path: Path, outside: Outside, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(walk, "PATIENCE_MS", 900)
    program = opened(lived_in(tmp_path / "data"))
    inert = QCheckBox("Leads nowhere", program.window)
    inert.setGeometry(400, 20, 160, 30)
    inert.show()
    settle()
    key, control = next((key, one) for key, one in controls(program).items() if key.name == "Leads nowhere")
    assert not noticed(qtbot, program, outside, control, key)
    key, control = next((key, one) for key, one in controls(program).items() if key.name == "Learn")
    assert noticed(qtbot, program, outside, control, key)
