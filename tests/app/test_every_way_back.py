"""Every page that closes something: each of its ways back pressed to its end, to what was wanted or the place named."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from supple.app.demo.hand import Seen
from supple.app.program import Program
from supple.domain.exercise import Caution
from supple.domain.gate import Back, Why
from supple.domain.pain import Sign
from supple.domain.settings import Avoided
from supple.domain.side import Side
from supple.ui.check.choose_page import ChoosePage
from supple.ui.kit.button import Button, ButtonKind
from supple.ui.kit.room import Room
from supple.ui.kit.toggle import Toggle
from supple.ui.library.library_card import LibraryCard
from supple.ui.safety.closed_sheet import ClosedSheet
from supple.ui.session.start_sheet import StartSheet
from supple.ui.settings.settings_put_away import BringBack

from .closed_folders import Past, begun, free, overdue, told
from .conftest import Open
from .place import QUIET, Folder, press_all, settled
from .places_before import CLOSED, NO_CHECK, begin, who
from .places_rooms import EVERYTHING, answered
from .window import sees

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
End = Callable[[QtBot, Program], None]
SEEN = "I have been seen about it and was told exercise is fine."
MILD = "It was mild and in the muscle"
NONE = "None of these"
RATED = ("Rate the pain again", "Pain 2 of 10", "Done")
ROUTINE = "article_routine"


def shows(kind: type) -> End:
    """What was wanted stands there."""

    def end(qtbot: QtBot, program: Program) -> None:
        qtbot.waitUntil(lambda: any(each.isVisible() for each in program.window.findChildren(kind)))

    return end


def asks(sentence: str) -> End:
    """This can be read."""

    def end(qtbot: QtBot, program: Program) -> None:
        qtbot.waitUntil(sees(sentence))

    return end


def stands_in(which: Room) -> End:
    """The room that is named is on."""

    def end(qtbot: QtBot, program: Program) -> None:
        qtbot.waitUntil(lambda: program.window.room is which and not program.window.is_covered)

    return end


WAYS: dict[tuple[Why, Back], tuple[tuple[str, ...], End]] = {
    (Why.ENDED, Back.CHANGE_ANSWERS): (
        ("Change my answers", "I am 18 or older", NONE, NONE, NONE),
        shows(StartSheet),
    ),
    (Why.ANSWERS, Back.CHANGE_ANSWERS): (("Change my answers",), asks("Signs that need help now")),
    (Why.DUE, Back.ANSWER_NOW): (("Answer now", NONE), shows(StartSheet)),
    (Why.SIGN, Back.TELL_SEEN): ((SEEN, "Go on"), shows(StartSheet)),
    (Why.STRONG_PAIN, Back.RATE_PAIN): (RATED, shows(StartSheet)),
    (Why.TOO_SORE, Back.RATE_PAIN): (RATED, shows(ChoosePage)),
    (Why.SORE_HIP, Back.TELL_MILD): ((MILD,), shows(StartSheet)),
    (Why.HURT_TODAY, Back.ELSEWHERE): (("Show all routines",), stands_in(Room.ROUTINES)),
    (Why.LEFT_OUT, Back.ELSEWHERE): (("Show all routines",), stands_in(Room.ROUTINES)),
    (Why.LEFT_OUT, Back.SETTINGS): (("Open Settings",), stands_in(Room.SETTINGS)),
}


def of_the_sheet(program: Program) -> ClosedSheet:
    (sheet,) = [each for each in program.window.findChildren(ClosedSheet) if each.isVisible()]
    return sheet


@pytest.mark.parametrize("why", sorted({why for why, _ in WAYS}))
def test_what_is_meant_to_be_pressed_takes_nothing_back(
    qtbot: QtBot, opened: Open, tmp_path: Path, why: Why
) -> None:
    folder, reach = CLOSED[why]
    program = opened(folder(tmp_path / "data"))
    reach(qtbot, program)
    buttons = of_the_sheet(program).findChildren(Button)
    (meant,) = [button.text() for button in buttons if button._kind is ButtonKind.PRIMARY]
    assert meant in ("Close", "Answer now", "Rate the pain again", "Show all routines")
    assert QApplication.focusWidget() in [button for button in buttons if button.text() == meant]
    program.window.set_close_guard(None)


@pytest.mark.parametrize(("why", "back"), WAYS, ids=lambda part: str(part))
def test_a_way_back_leads_to_its_end(
    qtbot: QtBot, opened: Open, tmp_path: Path, why: Why, back: Back
) -> None:
    folder, reach = CLOSED[why]
    program = opened(folder(tmp_path / "data"))
    reach(qtbot, program)
    assert of_the_sheet(program).why is why
    names, end = WAYS[why, back]
    press_all(qtbot, *names)
    end(qtbot, program)
    program.window.set_close_guard(None)


def test_no_reason_is_without_a_way_that_is_gone_here() -> None:
    found = {why for why, _ in WAYS} | set(NO_CHECK)
    assert found | {Why.UNANSWERED} == set(Why)  # unanswered, the questions stand in front of all


@pytest.mark.parametrize(
    ("why", "press", "end"),
    [
        (Why.CHECK_ANSWER, "Change my answers", asks("Signs that need help now")),
        (Why.CHECK_ANSWER, "Gentle first week", shows(StartSheet)),
        (Why.CHECK_AVOIDED, "What I avoid", stands_in(Room.SETTINGS)),
    ],
)
def test_where_every_check_is_closed_the_choice_leads_on(
    qtbot: QtBot, opened: Open, tmp_path: Path, why: Why, press: str, end: End
) -> None:
    folder, reach = NO_CHECK[why]
    program = opened(folder(tmp_path / "data"))
    reach(qtbot, program)
    qtbot.waitUntil(sees("The checks are closed for you now"))
    assert not Seen("Continue")()
    press_all(qtbot, press)
    end(qtbot, program)
    program.window.set_close_guard(None)


@pytest.mark.parametrize("way", ["print_routine", "save_routine"])
@pytest.mark.parametrize(
    ("past", "names"),
    [
        (who(overdue), ("Answer now", NONE)),
        (
            who(lambda: Past(answers=free(), pains=(told(8),))),
            RATED,
        ),
        (
            who(lambda: Past(answers=free(), pains=(told(6, hours_ago=0),))),
            RATED,
        ),
    ],
    ids=["overdue", "pain of 8", "pain of 6"],
)
def test_paper_that_was_closed_comes_when_the_way_back_was_gone(
    qtbot: QtBot, opened: Open, tmp_path: Path, way: str, past: Folder, names: tuple[str, ...]
) -> None:
    program = opened(past(tmp_path / "data"))
    if Seen("Not now")():
        press_all(qtbot, "Not now")
    ways = program.flows.ways
    ways.print_routine(ROUTINE) if way == "print_routine" else ways.save_routine(ROUTINE)
    qtbot.waitUntil(lambda: of_the_sheet(program).isVisible())
    assert not begun(program)
    press_all(qtbot, *names)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None)
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    assert dialog.windowTitle().startswith(("Print", "Save the routine"))
    dialog.close()


def test_what_was_put_away_leads_to_settings_and_comes_back_there(
    qtbot: QtBot, opened: Open, tmp_path: Path
) -> None:
    program = opened(settled(replace(QUIET, avoided=Avoided(put_away=EVERYTHING)))(tmp_path / "data"))
    begin(program)
    qtbot.waitUntil(sees("Settings lists both, and brings it back."))
    press_all(qtbot, "Open Settings")
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), BringBack))
    focused = QApplication.focusWidget()
    assert focused is not None
    assert not focused.visibleRegion().isEmpty()


def test_what_is_avoided_leads_to_what_i_avoid(qtbot: QtBot, opened: Open, tmp_path: Path) -> None:
    settings = replace(QUIET, avoided=Avoided(cautions=tuple(Caution)))
    program = opened(settled(settings)(tmp_path / "data"))
    begin(program)
    qtbot.waitUntil(sees("Nothing of this is offered to you"))
    press_all(qtbot, "Open Settings")
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), Toggle))
    focused = QApplication.focusWidget()
    assert isinstance(focused, Toggle)
    assert focused.isChecked()


def test_what_an_answer_leaves_out_leads_to_the_answers(qtbot: QtBot, opened: Open, tmp_path: Path) -> None:
    program = opened(answered("C5", "C5a")(tmp_path / "data"))
    program.flows.ways.start_exercise("cat_cow", Side.LEFT)
    qtbot.waitUntil(sees("One of your safety answers leaves an exercise of it out."))
    assert not Seen("Open Settings")()
    press_all(qtbot, "Change my answers")
    qtbot.waitUntil(sees("Signs that need help now"))


@pytest.mark.parametrize("room", [Room.ROUTINES, Room.LIBRARY])
def test_a_start_that_is_closed_now_says_so_beforehand(
    qtbot: QtBot, opened: Open, tmp_path: Path, room: Room
) -> None:
    def starts(program: Program) -> set[str]:
        program.window.show_room(room)
        if room is Room.LIBRARY:
            program.window.findChildren(LibraryCard)[0].click()
        qtbot.waitUntil(lambda: bool(buttons(program)))
        return {button.accessibleDescription() for button in buttons(program)}

    def buttons(program: Program) -> list[QAbstractButton]:
        return [
            button
            for button in program.window.findChildren(QAbstractButton)
            if button.isVisible() and button.text() in ("Start", "Start now")
        ]

    assert starts(opened(Past(answers=free()).folder(tmp_path / "well"))) == {""}
    told_a_sign = Past(answers=free(), pains=(told(None, Sign.CHEST),)).folder(tmp_path / "sign")
    said = starts(opened(told_a_sign))
    assert len(said) == 1
    assert said.pop().startswith("Closed now: ")
