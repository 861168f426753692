"""What a screen reader finds: roles, names, values, states, and actions that do what a press does."""

import gc
from collections.abc import Iterator
from typing import TypeVar

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleInterface
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from supple.ui.check.breath_counter import BreathCounter
from supple.ui.kit.answer_card import AnswerCard, TickCard
from supple.ui.kit.banner import Banner, Tone
from supple.ui.kit.button import Button
from supple.ui.kit.chip import Chip
from supple.ui.kit.combo import Combo
from supple.ui.kit.pain_scale import PainScale
from supple.ui.kit.point_list import PointList
from supple.ui.kit.reader import announce, said, teach_readers, tell_open
from supple.ui.kit.ring import Ring
from supple.ui.kit.room import Room
from supple.ui.kit.segmented import Segment, Segmented
from supple.ui.kit.sheet import Sheet
from supple.ui.kit.sign_list import SignList
from supple.ui.kit.text import Text
from supple.ui.kit.theme import TextRole, Theme
from supple.ui.shell.main_window import MainWindow
from supple.ui.shell.rail import Rail

W = TypeVar("W", bound=QWidget)
Role = QAccessible.Role
NAME, VALUE, DESCRIPTION = QAccessible.Text.Name, QAccessible.Text.Value, QAccessible.Text.Description


@pytest.fixture(autouse=True)
def reader() -> None:
    teach_readers()


def heard(widget: QWidget) -> QAccessibleInterface:
    """The widget as a screen reader holds it."""
    return QAccessible.queryAccessibleInterface(widget)


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, bool]]:
    """What a running screen reader is told to say at once, and whether it is urgent."""
    heard: list[tuple[str, bool]] = []

    def hear(event: object) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            urgent = event.politeness() == QAccessible.AnnouncementPoliteness.Assertive
            heard.append((event.message(), urgent))

    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(QAccessible, "updateAccessibility", hear)
    return heard


@pytest.fixture
def page(qtbot: QtBot) -> Iterator[QWidget]:
    window = QWidget()
    page = QWidget(window)
    page.resize(600, 800)
    QVBoxLayout(page)
    qtbot.addWidget(window)
    window.show()
    yield page


def add(page: QWidget, widget: W) -> W:
    layout = page.layout()
    assert layout is not None
    layout.addWidget(widget)
    return widget


def test_large_words_are_headings_with_their_level(theme: Theme, page: QWidget) -> None:
    title = add(page, Text(theme, "Today", role=TextRole.DISPLAY))
    part = add(page, Text(theme, "Last findings", role=TextRole.LEAD, weight=600))
    words = add(page, Text(theme, "Not checked yet."))
    assert heard(title).role() == Role.Heading
    assert heard(title).text(NAME) == "Today"
    assert heard(title).attributesInterface().attributeValue(QAccessible.Attribute.Level) == 1
    assert heard(part).attributesInterface().attributeValue(QAccessible.Attribute.Level) == 3
    assert heard(words).role() == Role.StaticText


def test_a_room_is_a_tab_whose_action_opens_it(qtbot: QtBot, theme: Theme) -> None:
    rail = Rail(theme)
    qtbot.addWidget(rail)
    tab = heard(rail.button(Room.LIBRARY))
    assert (tab.role(), tab.text(NAME)) == (Role.PageTab, "Library")
    assert heard(rail).role() == Role.PageTabList
    with qtbot.waitSignal(rail.room_chosen) as chosen:
        tab.actionInterface().doAction(tab.actionInterface().pressAction())
    assert chosen.args == [Room.LIBRARY]
    assert tab.state().selected


def test_pain_is_a_group_of_eleven_radio_buttons(qtbot: QtBot, theme: Theme, page: QWidget) -> None:
    scale = add(page, PainScale(theme, name="How much does it hurt?"))
    assert (heard(scale).role(), heard(scale).text(NAME)) == (Role.Grouping, "How much does it hurt?")
    scores = [heard(scale.button(score)) for score in range(11)]
    assert [score.role() for score in scores] == [Role.RadioButton] * 11
    with qtbot.waitSignal(scale.chosen) as chosen:
        scores[6].actionInterface().doAction(scores[6].actionInterface().actionNames()[0])
    assert chosen.args == [6]
    assert [score.state().checked for score in scores].count(1) == 1


def test_the_action_of_a_choice_tells_as_a_press_does(qtbot: QtBot, theme: Theme, page: QWidget) -> None:
    looks = add(page, Segmented(theme, [Segment("light", "Light"), Segment("dark", "Dark")], name="Look"))
    dark = heard(looks.button("dark"))
    with qtbot.waitSignal(looks.chosen) as chosen:
        dark.actionInterface().doAction(dark.actionInterface().actionNames()[0])
    assert chosen.args == ["dark"]
    for made in (
        AnswerCard(theme, "Flat", key="flat"),
        TickCard(theme, "Fever", key="fever"),
        Chip(theme, "Hips"),
    ):
        with qtbot.waitSignal(add(page, made).clicked):
            heard(made).actionInterface().doAction(heard(made).actionInterface().actionNames()[0])
        assert heard(made).state().checked
        assert heard(made).childCount() == 0


def test_a_combo_box_is_called_by_its_label_and_its_value_is_apart(theme: Theme, page: QWidget) -> None:
    combo = add(page, Combo(theme, name="Speaker"))
    combo.addItems(["Headphones", "Screen"])
    box = heard(combo)
    assert (box.role(), box.text(NAME), box.text(VALUE)) == (Role.ComboBox, "Speaker", "Headphones")
    assert box.textInterface().text(0, box.textInterface().characterCount()) == "Headphones"
    box.actionInterface().doAction(box.actionInterface().increaseAction())
    assert box.text(VALUE) == "Screen"
    assert not box.state().expanded


def test_a_sheet_is_a_modal_dialog_with_its_name(qtbot: QtBot, theme: Theme) -> None:
    window = MainWindow(theme)
    qtbot.addWidget(window)
    sheet = Sheet(theme, title="Stop now?", sentence="What was done is kept.", parent=window)
    dialog = heard(sheet)
    assert (dialog.role(), dialog.text(NAME)) == (Role.Dialog, "Stop now?")
    assert dialog.text(DESCRIPTION) == "What was done is kept."
    assert dialog.state().modal


def test_a_banner_is_said_when_it_comes_and_when_its_words_change(
    theme: Theme, page: QWidget, told: list[tuple[str, bool]]
) -> None:
    banner = add(page, Banner(theme, tone=Tone.INFO, bold="Saved."))
    banner.show()
    banner.set_words("Saved.", "Three files.")
    banner.set_words("Saved.", "Three files.")
    assert told == [("Saved. ", False), ("Saved. Three files.", False)]
    assert heard(banner).role() == Role.AlertMessage


def test_emergency_advice_is_said_before_everything_else(
    qtbot: QtBot, theme: Theme, told: list[tuple[str, bool]]
) -> None:
    window = MainWindow(theme)
    qtbot.addWidget(window)
    window.show()
    sheet = Sheet(theme, title="Where does it hurt?", tone=Tone.STOP)
    window.show_sheet(sheet)
    sheet.set_title("Stop and get help now.", "Call the emergency number.", urgent=True)
    assert told[-1] == ("Stop and get help now. Call the emergency number.", True)
    assert said(sheet) == "Stop and get help now. Call the emergency number."
    sheet.close_sheet()


def test_each_breath_is_said(qtbot: QtBot, theme: Theme, told: list[tuple[str, bool]]) -> None:
    breaths = BreathCounter(theme)
    qtbot.addWidget(breaths)
    breaths.start()
    breaths.count()
    assert [words.split(",")[0] for words, _ in told] == ["Breath 1 of 5", "Breath 2 of 5"]
    breaths.hide()
    breaths._timer.stop()


def test_the_ring_has_the_words_of_its_figures(qtbot: QtBot, theme: Theme) -> None:
    ring = Ring(theme)
    qtbot.addWidget(ring)
    ring.figures.setAccessibleName("Left side, hold, 9 seconds left")
    assert (heard(ring).role(), heard(ring).text(NAME)) == (Role.Graphic, "Left side, hold, 9 seconds left")


def test_bullets_say_nothing(theme: Theme, page: QWidget) -> None:
    for points in (PointList(theme, ["A folded towel"]), SignList(theme, ["Numbness"])):
        add(page, points)
        row = heard(points).child(0)
        assert [row.child(i).text(NAME) for i in range(row.childCount())] == [
            "",
            points.findChildren(Text)[-1].text(),
        ]
        assert row.child(0).role() == Role.Whitespace


def test_what_opens_says_whether_it_is_open(theme: Theme, page: QWidget) -> None:
    button = add(page, Button(theme, "Sources"))
    assert not heard(button).state().expandable
    tell_open(button, is_open=False)
    assert heard(button).state().expandable
    assert heard(button).state().collapsed
    tell_open(button, is_open=True)
    assert heard(button).state().expanded


def test_nothing_is_said_without_words(theme: Theme, page: QWidget, told: list[tuple[str, bool]]) -> None:
    announce(add(page, Text(theme, "")), "")
    assert told == []


def test_what_a_reader_holds_goes_with_its_widget(theme: Theme, page: QWidget) -> None:
    for number in range(600):
        button = Button(theme, f"Button {number}", parent=page)
        assert heard(button).text(NAME) == f"Button {number}"
        button.deleteLater()
        del button
        if not number % 50:
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
            gc.collect()
    from supple.ui.kit.reader_interfaces import _held

    assert len(_held) < 600
