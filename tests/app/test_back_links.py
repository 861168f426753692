"""The link over an exercise leads back to where one came from, and says its name."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from supple.app.demo.hand import Seen, press
from supple.app.program import Program
from supple.ui.kit.room import Room, room_name
from supple.ui.library.exercise_page import ExercisePage
from supple.ui.routines.routine_page import RoutinePage

from .conftest import Open
from .window import sees

PLAN = "The three hip stretches"


def open_step(qtbot: QtBot, program: Program) -> ExercisePage:
    """An exercise, opened from the page of a routine."""
    program.window.show_room(Room.ROUTINES)
    qtbot.waitUntil(Seen(f"Steps of {PLAN}"))
    press(f"Steps of {PLAN}")
    qtbot.wait(50)
    routine = program.window.inside
    assert isinstance(routine, RoutinePage)
    routine.exercise_opened.emit("a3_half_kneeling_hip_flexor")
    qtbot.wait(50)
    page = program.window.inside
    assert isinstance(page, ExercisePage)
    return page


def test_from_a_routine_it_leads_back_to_the_routine(qtbot: QtBot, opened: Open, data: Path) -> None:
    program = opened(data)
    open_step(qtbot, program)
    press(f"Back to {PLAN}")
    qtbot.waitUntil(sees(PLAN))
    assert isinstance(program.window.inside, RoutinePage)
    assert program.window.room is Room.ROUTINES


def test_over_a_routine_it_names_the_room_that_the_rail_marks(qtbot: QtBot, opened: Open, data: Path) -> None:
    program = opened(data)
    for room, opener in ((Room.TODAY, "See the steps"), (Room.ROUTINES, f"Steps of {PLAN}")):
        program.window.show_room(room)
        qtbot.waitUntil(Seen(opener))
        press(opener)
        qtbot.waitUntil(Seen(f"Back to {room_name(room)}"))
        press(f"Back to {room_name(room)}")
        assert program.window.inside is None
        assert program.window.room is room


def test_from_the_easier_one_it_leads_to_the_exercise_and_then_to_the_routine(
    qtbot: QtBot, opened: Open, data: Path
) -> None:
    program = opened(data)
    page = open_step(qtbot, program)
    first = page.title
    page.exercise_opened.emit("standing_hip_flexor")
    qtbot.waitUntil(Seen(f"Back to {first}"))
    press(f"Back to {first}")
    qtbot.waitUntil(Seen(f"Back to {PLAN}"))
    assert page.title == first
    press(f"Back to {PLAN}")
    assert isinstance(program.window.inside, RoutinePage)


def test_from_a_room_it_names_the_room(qtbot: QtBot, opened: Open, data: Path) -> None:
    program = opened(data)
    for room, name in ((Room.LIBRARY, "Library"), (Room.LEARN, "Learn"), (Room.TODAY, "Today")):
        program.window.show_room(room)
        qtbot.wait(50)
        program.flows.library.show_exercise("pigeon")
        qtbot.waitUntil(Seen(f"Back to {name}"))
        press(f"Back to {name}")
        assert program.window.inside is None
        assert program.window.room is room
