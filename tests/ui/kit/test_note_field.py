"""The note on the page of an exercise: kept as it is left, by whatever way, and taken away by emptying it."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot
from tests.ui.check_fixtures import stand
from tests.ui.content_fixtures import A1, A2, shipped

from supple.ui.figure.pictures import Pictures
from supple.ui.kit.note_field import NoteField
from supple.ui.kit.theme import Theme
from supple.ui.library.exercise_page import ExercisePage


class Desk:
    """The page, and all that it told to be kept."""

    def __init__(self, qtbot: QtBot, theme: Theme) -> None:
        self.page = ExercisePage(theme, Pictures(), shipped())
        self.kept: list[tuple[str, str]] = []
        self.page.note.note_written.connect(self._keep)
        self.page.set_notes({A2: "Slowly"})
        self.page.show_exercise(A1)
        self.window = stand(qtbot, self.page)

    @property
    def field(self) -> QLineEdit:
        return self.page.findChildren(NoteField)[0].field

    def _keep(self, exercise_id: str, words: str) -> None:
        self.kept.append((exercise_id, words))


@pytest.fixture
def desk(qtbot: QtBot, theme: Theme) -> Iterator[Desk]:
    desk = Desk(qtbot, theme)
    yield desk
    desk.window.hide()


def test_enter_keeps_the_note_once(qtbot: QtBot, desk: Desk) -> None:
    qtbot.keyClicks(desk.field, "Pad under the knee")
    assert desk.kept == []
    qtbot.keyClick(desk.field, Qt.Key.Key_Return)
    qtbot.keyClick(desk.field, Qt.Key.Key_Return)
    assert desk.kept == [(A1, "Pad under the knee")]


def test_another_exercise_shows_its_own_note_and_keeps_what_was_being_written(
    qtbot: QtBot, desk: Desk
) -> None:
    qtbot.keyClicks(desk.field, "Pad")
    desk.page.show_exercise(A2)
    assert desk.kept == [(A1, "Pad")]
    assert desk.field.text() == "Slowly"


def test_a_window_that_closes_keeps_what_was_being_written(qtbot: QtBot, desk: Desk) -> None:
    qtbot.keyClicks(desk.field, "Pad")
    desk.window.hide()
    assert desk.kept == [(A1, "Pad")]


def test_an_emptied_field_takes_the_note_away(qtbot: QtBot, desk: Desk) -> None:
    desk.page.show_exercise(A2)
    desk.field.selectAll()
    qtbot.keyClick(desk.field, Qt.Key.Key_Delete)
    qtbot.keyClick(desk.field, Qt.Key.Key_Return)
    assert desk.kept == [(A2, "")]


def test_pasted_lines_become_one_and_no_more_than_fits(qtbot: QtBot, desk: Desk) -> None:
    QGuiApplication.clipboard().setText("Pad\nunder\tthe knee")
    desk.field.paste()
    qtbot.keyClick(desk.field, Qt.Key.Key_Return)
    assert desk.field.text() == "Pad under the knee"
    desk.field.setText("")
    QGuiApplication.clipboard().setText("so " * 100)
    desk.field.paste()
    qtbot.keyClick(desk.field, Qt.Key.Key_Return)
    assert desk.kept[0] == (A1, "Pad under the knee")
    assert 100 < len(desk.kept[1][1]) <= 120


def test_undo_survives_keeping(qtbot: QtBot, desk: Desk) -> None:
    qtbot.keyClicks(desk.field, "Pad")
    qtbot.keyClick(desk.field, Qt.Key.Key_Return)
    desk.page.set_notes({A1: "Pad"})
    desk.field.undo()
    assert desk.field.text() == ""


def test_a_screen_reader_is_told_what_the_field_is_for(desk: Desk) -> None:
    assert desk.field.accessibleName() == "Your note"
    assert "on the mat" in desk.field.accessibleDescription()
    assert desk.field.placeholderText().startswith("For yourself")
