"""Every way in is found in the program itself and stays shut while something closes it; each leads back."""

import dataclasses
import inspect
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid
from tests.app.closed_folders import (
    a_session_cut_short,
    begun,
    check_closing_ids,
    closing_ids,
    free,
    overdue,
    pasts,
)
from tests.app.window import now, sees, words
from tests.ui.check_fixtures import safety

from supple.app.demo.hand import Seen, bring_into_sight, press
from supple.app.program import Program
from supple.cli import STARTS
from supple.desktop.media_words import MediaCommand
from supple.domain.gate import Standing, Way, decide
from supple.domain.resume import Remainder
from supple.domain.routine import compile_timeline
from supple.domain.safety import judge_record
from supple.domain.side import Side
from supple.services.writes import BeginSession
from supple.ui.kit.room import Room, room_name
from supple.ui.kit.sheet import Sheet
from supple.ui.learn.learn_page import LearnPage
from supple.ui.safety.closed_sheet import ClosedSheet

from .conftest import Open
from .session_on_mat import begin_session, page_of

pytestmark = pytest.mark.qt_log_ignore("does not support raise", "does not support propagateSizeHints")

ROUTINE = "article_routine"
EXERCISE = "a1_piriformis_supine"
A_LITTLE_MS = 30


BEGINS_NOTHING = {
    "change_answers": "asks the safety questions",
    "show_signs": "shows words",
    "invite_someone_else": "asks the other person the questions first",
    "change_settings": "sets something",
    "put_away": "sets something",
    "write_note": "keeps words",
    "export": "asks for a folder",
    "back_up": "asks for a file",
    "restore": "asks for a file",
    "test_sound": "makes a noise",
    "show_photos": "shows photos that were kept",
    "look_for_devices": "looks what there is",
    "show_plan": "shows a calendar",
    "show_plans_steps": "shows the steps of a session",
    "answer_plan": "answers what the plan asks, or shows what it says",
}
"""The ways that lead to no exercise, and where they lead."""


def go_on_with_what_was_cut_short(program: Program) -> None:
    """As if a session had been left a moment ago and "Go on" was pressed."""
    resume = program.flows._resume
    timeline = compile_timeline(program.flows.catalogue.routine(ROUTINE))
    resume._session = a_session_cut_short(program.flows.catalogue)
    program.flows.keeping.write(BeginSession(session=resume._session)).result(5)
    resume._left = Remainder(timeline=timeline, at=0, done=())
    resume._go_on()


def ways_in(program: Program) -> dict[str, Callable[[], None]]:
    """Everything that begins something, read from the program: a way added later is here without being told."""
    flows = program.flows
    given = {"routine_id": ROUTINE, "exercise_id": EXERCISE, "side": Side.LEFT}
    ways: dict[str, Callable[[], None]] = {}
    for field in dataclasses.fields(flows.ways):
        if field.name not in BEGINS_NOTHING:
            way = getattr(flows.ways, field.name)
            arguments = {name: given[name] for name in inspect.signature(way).parameters}
            ways[field.name] = lambda way=way, arguments=arguments: way(**arguments)
    ways["a session cut short"] = lambda: go_on_with_what_was_cut_short(program)
    for start in STARTS:
        ways[f"--start {start}"] = lambda start=start: program.begin(start)
        ways[f"second --start {start}"] = lambda start=start: program.raise_window(start)
    return ways


def close_what_is_open(program: Program) -> None:
    """Leave sheets and dialogs without choosing anything, as Esc does."""
    dialog = QApplication.activeModalWidget()
    if isinstance(dialog, QDialog):
        dialog.reject()
    for sheet in program.window.findChildren(Sheet):
        if sheet.isVisible():
            sheet.dismissed.emit()
            sheet.close_sheet()
    QApplication.processEvents()


def put_off(qtbot: QtBot) -> None:
    """Leave the questions that stand in front."""
    if Seen("Not now")():
        press("Not now")
        qtbot.wait(A_LITTLE_MS)


@pytest.mark.parametrize("kind", pasts())
def test_no_way_in_opens_while_something_closes(
    qtbot: QtBot, opened: Open, tmp_path: Path, kind: str
) -> None:
    program = opened(pasts()[kind]().folder(tmp_path / "data"))
    put_off(qtbot)
    for name, way in ways_in(program).items():
        program.window.show_room(Room.LEARN)
        way()
        qtbot.wait(A_LITTLE_MS)
        assert not begun(program), name
        said = [sheet for sheet in program.window.findChildren(ClosedSheet) if sheet.isVisible()]
        assert said or "Change my answers" in words() or program.window.full is not None, name
        close_what_is_open(program)


@pytest.mark.parametrize("question_id", closing_ids())
@pytest.mark.parametrize("way", Way)
def test_every_closing_answer_of_the_file_closes_every_way(question_id: str, way: Way) -> None:
    clearance = judge_record(free(question_id), safety().questions, now())
    verdict = decide(way, Standing(answered=True, clearance=clearance))
    assert not verdict.open
    assert verdict.back


@pytest.mark.parametrize("question_id", check_closing_ids())
def test_an_answer_that_closes_the_check_leaves_the_rest(question_id: str) -> None:
    clearance = judge_record(free(question_id), safety().questions, now())
    standing = Standing(answered=True, clearance=clearance)
    assert [way for way in Way if not decide(way, standing).open] == [Way.CHECK]


class Controls:
    """The controls of one page, found anew after each press: a press may change what there is."""

    def __init__(self, program: Program, show: Callable[[], QWidget]) -> None:
        self._program = program
        self._show = show
        self._seen: set[tuple[str, int]] = set()

    def __iter__(self) -> Iterator[tuple[str, QAbstractButton]]:
        """Each control that can be pressed, once."""
        while True:
            page = self._show()
            found = self._next(page)
            if found is None:
                return
            yield found

    def _next(self, page: QWidget) -> tuple[str, QAbstractButton] | None:
        number: dict[str, int] = {}
        for button in page.findChildren(QAbstractButton):
            if not button.isVisible() or not button.isEnabled():
                continue
            name = button.accessibleName() or button.text()
            number[name] = number.get(name, 0) + 1
            if (name, number[name]) not in self._seen:
                self._seen.add((name, number[name]))
                return name, button
        return None


LEAVES_THE_PROGRAM = ("Open the folder", "Open folder", "Open in the browser")
"""Controls that open another program; they begin nothing here."""


def test_no_control_of_any_room_begins_anything_while_questions_are_due(
    qtbot: QtBot, opened: Open, tmp_path: Path
) -> None:
    program = opened(overdue().folder(tmp_path / "data"))
    put_off(qtbot)
    window = program.window

    def room(which: Room) -> Callable[[], QWidget]:
        def show() -> QWidget:
            window.leave_full()
            window.show_room(which)
            QApplication.processEvents()
            QApplication.processEvents()  # a page may be filled a turn after it was made
            page = window.page(which)
            assert page is not None
            return page

        return show

    def exercise() -> QWidget:
        program.flows.library.show_exercise(EXERCISE)
        QApplication.processEvents()
        assert window.inside is not None
        return window.inside

    def routine() -> QWidget:
        room(Room.ROUTINES)()
        steps = next(
            b
            for b in window.findChildren(QAbstractButton)
            if b.isVisible() and b.accessibleName().startswith("Steps of ")
        )
        steps.click()
        QApplication.processEvents()
        assert window.inside is not None
        return window.inside

    def lesson_page(lesson_id: str) -> Callable[[], QWidget]:
        def show() -> QWidget:
            page = room(Room.LEARN)()
            assert isinstance(page, LearnPage)
            page.show_lesson(lesson_id)
            QApplication.processEvents()
            return page

        return show

    pages = {"an exercise": exercise, "a routine": routine}
    pages |= {lesson.id: lesson_page(lesson.id) for lesson in program.flows.catalogue.lessons}
    pages |= {room_name(which): room(which) for which in Room}
    pressed: dict[str, list[str]] = {}
    for place, show in pages.items():
        for name, button in Controls(program, show):
            if name.startswith(LEAVES_THE_PROGRAM) or "http" in name:
                continue
            pressed.setdefault(place, []).append(name)
            bring_into_sight(button)
            button.click()
            QApplication.processEvents()
            QApplication.processEvents()
            assert not begun(program), f"{place}: {name}"
            close_what_is_open(program)
            put_off(qtbot)
            if isValid(button) and button.isChecked() and not button.autoExclusive():
                button.click()  # what a switch or a filter leaves out is to be pressed too
    every = {name for names in pressed.values() for name in names}
    assert {"Start routine", "Start now", "Print", "Save as PDF", "Start self-test"} <= every
    rooms = {room_name(which) for which in Room if which is not Room.LEARN}  # its lessons stand for it
    assert {"an exercise", "a routine"} | rooms <= set(pressed)


def test_a_media_key_does_not_go_on_after_a_red_sign_and_nothing_new_begins(
    qtbot: QtBot, opened: Open, data: Path
) -> None:
    program = opened(data)
    begin_session(qtbot)
    page = page_of(program)
    press("It hurts")
    qtbot.waitUntil(Seen("Tingling or numbness"))
    press("Tingling or numbness")
    for wish in MediaCommand:
        page.obey(wish)
        qtbot.wait(10)
        assert page.status_text.startswith("Paused"), wish
    press("End here")
    qtbot.waitUntil(Seen("Done"))
    press("Done")
    qtbot.waitUntil(Seen("None of these"))
    press("Not now")
    program.flows.ways.start_routine(ROUTINE)
    qtbot.waitUntil(sees("Some questions first"))
    assert not begun(program)
