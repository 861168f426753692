"""Text size by keyboard: the slider moves with each key, the window follows when the hand rests, and never stalls."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from supple.app.program import Program
from supple.domain.settings import Look, Settings, Sound
from supple.ui.kit.combo import Combo
from supple.ui.kit.room import Room
from supple.ui.kit.slider import Slider
from supple.ui.kit.theme import Scheme
from supple.ui.settings.settings_page import SettingsPage

from .conftest import Open
from .window import ready_folder

MOST_MS = 150


def settings_of(program: Program) -> SettingsPage:
    program.window.show_room(Room.SETTINGS)
    page = program.window.page(Room.SETTINGS)
    assert isinstance(page, SettingsPage)
    return page


def ms_of(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    QApplication.processEvents()
    return (time.perf_counter() - began) * 1000


@pytest.mark.real_time
def test_ten_keys_move_the_slider_at_once_and_the_window_follows_when_the_hand_rests(
    qtbot: QtBot, opened: Open, data: object
) -> None:
    program = opened(data)
    for room in Room:
        program.window.show_room(room)
        qtbot.wait(100)
    page = settings_of(program)
    look, theme = page.look, program.window.theme
    slider = look.text_size.slider
    slider.setFocus()
    QApplication.processEvents()
    for value in range(110, 210, 10):
        assert ms_of(lambda: qtbot.keyClick(slider, Qt.Key.Key_Right)) < MOST_MS
        assert slider.value() == value
        assert theme.text_percent == 100
    changes: list[float] = []
    theme.changed.connect(lambda: changes.append(time.perf_counter()))
    qtbot.waitUntil(lambda: theme.text_percent == 200)
    assert len(changes) == 1
    assert slider.hasFocus()
    qtbot.wait(50)
    seen = slider.mapTo(program.window, QPoint(0, slider.height()))
    assert 0 < seen.y() < program.window.height()


@pytest.mark.real_time
def test_another_size_of_text_takes_less_than_a_blink(qtbot: QtBot, opened: Open, data: object) -> None:
    program = opened(data)
    for room in Room:
        program.window.show_room(room)
        qtbot.wait(200)
    settings_of(program)
    theme = program.window.theme
    taken = [
        ms_of(lambda percent=percent: theme.set_text_percent(percent)) for percent in (120, 150, 200, 100)
    ]
    assert max(taken) < MOST_MS


def test_a_size_set_just_before_one_leaves_the_room_counts(opened: Open, data: object, qtbot: QtBot) -> None:
    program = opened(data)
    slider = settings_of(program).look.text_size.slider
    qtbot.keyClick(slider, Qt.Key.Key_Right)
    program.window.show_room(Room.TODAY)
    assert program.window.theme.text_percent == 110


def test_a_press_in_a_groove_takes_the_knob_there(opened: Open, data: object, qtbot: QtBot) -> None:
    page = settings_of(opened(data))
    slider = page.look.text_size.slider
    qtbot.mouseClick(slider, Qt.MouseButton.LeftButton, pos=QPoint(slider.width() // 2, slider.height() // 2))
    assert slider.value() == 150
    qtbot.mouseClick(slider, Qt.MouseButton.LeftButton, pos=QPoint(slider.width() - 2, slider.height() // 2))
    assert slider.value() == 200


def wheel(widget: QWidget) -> None:
    middle = widget.rect().center()
    QApplication.sendEvent(
        widget,
        QWheelEvent(
            middle.toPointF(),
            widget.mapToGlobal(middle).toPointF(),
            QPoint(),
            QPoint(0, -120),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,  # noqa: FBT003 - Qt's own
        ),
    )


def test_the_wheel_changes_nothing_on_its_way_past(opened: Open, data: object) -> None:
    program = opened(data)
    for room in Room:
        program.window.show_room(room)
    combos = program.window.findChildren(QComboBox)
    assert combos
    assert all(isinstance(combo, Combo) for combo in combos)
    for widget in (*combos, *program.window.findChildren(Slider)):
        before = widget.currentIndex() if isinstance(widget, QComboBox) else widget.value()
        wheel(widget)
        assert (widget.currentIndex() if isinstance(widget, QComboBox) else widget.value()) == before


def test_what_is_being_set_keeps_its_place_while_the_words_around_it_grow(
    opened: Open, data: Path, qtbot: QtBot
) -> None:
    program = opened(data)
    program.window.resize(1280, 800)
    page = settings_of(program)
    slider = page.look.text_size.slider
    slider.setFocus()
    page.show_within(page.look)
    bar = page.verticalScrollBar()
    bar.setValue(slider.mapTo(page.widget(), QPoint(0, 0)).y() - 300)
    qtbot.wait(20)
    for percent in (150, 200, 120):
        before = slider.mapTo(program.window, QPoint(0, 0)).y()
        slider.setValue(percent)
        qtbot.waitUntil(lambda percent=percent: program.window.theme.text_percent == percent)
        qtbot.wait(450)
        assert abs(slider.mapTo(program.window, QPoint(0, 0)).y() - before) <= 2, percent


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_fields_and_lists_have_their_height_from_the_start(
    opened: Open, tmp_path: Path, qtbot: QtBot, percent: int
) -> None:
    kept = Settings(sound=Sound(on=False, heard_once=True), look=Look(text_percent=percent))
    program = opened(ready_folder(tmp_path / "data", settings=kept))
    high = 40 * percent // 100
    for room in Room:
        program.window.show_room(room)
        qtbot.wait(60)
        fields = [
            w for kind in (Combo, QLineEdit) for w in program.window.findChildren(kind) if w.isVisible()
        ]
        assert [w.accessibleName() for w in fields if not high <= w.height() <= high + 4] == [], room
    program.window.theme.set_scheme(Scheme.DARK)
    qtbot.wait(60)
    fields = [w for kind in (Combo, QLineEdit) for w in program.window.findChildren(kind) if w.isVisible()]
    assert [w.accessibleName() for w in fields if not high <= w.height() <= high + 4] == []
