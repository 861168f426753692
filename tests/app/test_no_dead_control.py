"""No dead control: whatever can be pressed in the window is followed by something that a person would notice."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QCheckBox
from pytestqt.qtbot import QtBot

from supple.app.hand import Seen, press, visible_names
from supple.app.program import Program
from supple.audio.cue_player import CuePlayer
from supple.domain.cue import Cue
from supple.domain.settings import Motion, Settings
from supple.ui.room import Room

from .conftest import Open
from .session_on_mat import begin_session
from .walk import Key, Outside, Place, controls, is_chosen_already, noticed, settle
from .window import now, ready_folder, remember_a_session

Reach = Callable[[QtBot, Program], None]

# What may be pressed without anything to notice beside itself, by the beginning of its name, and why.
EXCEPTIONS = {
    "Pain ": "an answer, kept by the button of its sheet: test_start_sheet.py and test_after_sheet.py see it kept",
}
SCREENLESS = [
    "This plugin does not support"
]  # raising, grabbing and hints to a window manager, where nobody sees


def lived_in(folder: Path) -> Path:
    """Of somebody who has a history, with sound on, so that what is heard counts."""
    ready_folder(folder, settings=Settings(sound_checked=True, motion=Motion.REDUCED))
    remember_a_session(folder, begun=now() - timedelta(days=1))
    return folder


def new(folder: Path) -> Path:
    """Of somebody who has just installed it."""
    folder.mkdir()
    return folder


def room(which: Room) -> Reach:
    def reach(qtbot: QtBot, program: Program) -> None:
        program.window.show_room(which)
        qtbot.wait(150)

    return reach


def after(*names: str, within: Room = Room.TODAY) -> Reach:
    """Where these buttons lead, pressed one after the other from a room; a name may be the beginning of one."""

    def reach(qtbot: QtBot, program: Program) -> None:
        room(within)(qtbot, program)
        for name in names:
            qtbot.waitUntil(lambda name=name: any(seen.startswith(name) for seen in visible_names()))
            press(next(seen for seen in visible_names() if seen.startswith(name)))
            qtbot.wait(120)

    return reach


def mat(*names: str) -> Reach:
    """A session that is paused, so that what changes was not the countdown."""

    def reach(qtbot: QtBot, program: Program) -> None:
        begin_session(qtbot)
        press("Pause")
        qtbot.waitUntil(Seen("Resume"))
        qtbot.wait(200)
        for name in names:
            qtbot.waitUntil(Seen(name))
            press(name)
            qtbot.wait(120)

    return reach


PLACES = [
    *(Place(name=f"the room {which}", reach=room(which), folder=lived_in) for which in Room),
    Place(name="Progress before there is anything", reach=room(Room.PROGRESS), folder=ready_folder),
    Place(name="the first start", reach=lambda qtbot, _program: qtbot.wait(200), folder=new),
    Place(name="the steps of today's routine", reach=after("See the steps"), folder=lived_in),
    Place(name="the start sheet", reach=after("Start routine"), folder=lived_in),
    Place(name="an exercise", reach=after("Supine piriformis stretch", within=Room.LIBRARY), folder=lived_in),
    Place(name="the mat", reach=mat(), folder=lived_in),
    Place(name="the mat, stopping", reach=mat("Stop"), folder=lived_in),
    Place(name="the mat, hurting", reach=mat("It hurts"), folder=lived_in),
    Place(name="the mat, sound", reach=mat("Sound"), folder=lived_in),
    Place(name="after a session", reach=mat("Stop", "Stop here"), folder=lived_in),
    Place(name="the self-test", reach=after("Start self-test"), folder=lived_in),
    Place(
        name="the safety questions",
        reach=after("Change my answers", within=Room.WARNING_SIGNS),
        folder=lived_in,
    ),
]


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
@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.name)
def test_every_control_is_followed_by_something(
    qtbot: QtBot, opened: Open, tmp_path: Path, outside: Outside, place: Place
) -> None:
    program: Program | None = None
    folders = 0
    tried: set[Key] = set()
    dead: list[str] = []
    nameless: list[str] = []
    while True:
        if program is None:
            folders += 1
            program = opened(place.folder(tmp_path / f"data{folders}"))
            place.reach(qtbot, program)
            settle()
            there = controls(program)
            assert there, f"nothing can be pressed in {place.name}"
        key = next((key for key in there if key not in tried), None)
        if key is None:
            break
        tried.add(key)
        if not key.name:
            nameless.append(key.kind)
            continue
        if key.name.startswith(tuple(EXCEPTIONS)) or is_chosen_already(there[key]):
            continue
        if not noticed(qtbot, program, outside, there[key], key):
            dead.append(f"{key.kind} “{key.name}”")
        settle()
        if controls(program).keys() == there.keys():
            there = controls(program)
        else:
            opened.end(program)
            program = None
    assert not nameless, f"controls without a name in {place.name}: {nameless}"
    assert not dead, f"nothing followed in {place.name}: {dead}"


def test_a_control_that_leads_nowhere_would_be_found(
    qtbot: QtBot, opened: Open, tmp_path: Path, outside: Outside
) -> None:
    program = opened(lived_in(tmp_path / "data"))
    inert = QCheckBox("Leads nowhere", program.window)
    inert.setGeometry(400, 20, 160, 30)
    inert.show()
    settle()
    key, control = next((key, one) for key, one in controls(program).items() if key.name == "Leads nowhere")
    assert not noticed(qtbot, program, outside, control, key)
    key, control = next((key, one) for key, one in controls(program).items() if key.name == "Learn")
    assert noticed(qtbot, program, outside, control, key)
