"""The sheet before a session: one Enter begins; five minutes, leaving out and waiting change what is played."""

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot
from tests.ui.mat_fixtures import ARTICLE, SHORT, exercise
from tests.ui.verdicts import by_pain_alone

from supple.domain.catalogue import CautionNote
from supple.domain.exercise import Caution
from supple.domain.offered import OfferedRoutine
from supple.domain.routine import Pace, PhaseKind, Step, compile_timeline
from supple.domain.side import Side
from supple.ui.kit.theme import Theme
from supple.ui.session.start_rows import MarkedRow
from supple.ui.session.start_sheet import StartChoice, StartSheet, at_half_the_dose

FOUND_SHORT = OfferedRoutine(whole=SHORT, routine=SHORT)


class Opened:
    """A start sheet over a window, and what it told."""

    def __init__(self, qtbot: QtBot, theme: Theme, *, pace: Pace, marked: Any = None, **more: Any) -> None:
        self.window = QWidget()
        self.window.resize(1280, 800)
        qtbot.addWidget(self.window)
        self.window.show()
        found = OfferedRoutine(whole=ARTICLE, routine=ARTICLE, pace=pace, marked=marked or {})
        self.sheet = StartSheet(theme, found, exercise_by_id=exercise, judge=by_pain_alone, **more)
        self.choices: list[StartChoice] = []
        self.sheet.begun.connect(self.choices.append)
        self.sheet.open_over(self.window)


@pytest.fixture
def opened(qtbot: QtBot, theme: Theme) -> Opened:
    return Opened(qtbot, theme, pace=Pace())


def test_one_enter_begins_the_routine_as_it_is(opened: Opened, qtbot: QtBot) -> None:
    focused = opened.window.focusWidget()
    assert focused is opened.sheet.begin
    assert opened.sheet.begin.text() == "Begin session"
    qtbot.keyClick(focused, Qt.Key.Key_Return)
    assert opened.choices == [StartChoice(routine=ARTICLE, pace=Pace(), pain_before=None)]
    assert opened.sheet.isHidden()


def test_enter_on_another_control_begins_too_but_only_once(opened: Opened, qtbot: QtBot) -> None:
    qtbot.keyClick(opened.sheet.scale.button(2), Qt.Key.Key_Return)
    qtbot.keyClick(opened.sheet, Qt.Key.Key_Return)
    assert len(opened.choices) == 1


def test_the_whole_routine_says_its_time(opened: Opened) -> None:
    assert opened.sheet.length.button("whole").text() == "Whole routine (13 min)"
    assert opened.sheet.accessibleDescription() == "13 min, 36 sets"


def test_five_minutes_keep_both_sides_equal(opened: Opened) -> None:
    opened.sheet.length.button("short").click()
    opened.sheet.begin.click()
    timeline = compile_timeline(opened.choices[0].routine)
    assert timeline.total_ms <= 300_000
    sides = [phase.side for phase in timeline.sets]
    assert sides.count(Side.LEFT) == sides.count(Side.RIGHT) > 0
    assert opened.sheet.accessibleDescription() == f"5 min, {len(sides)} sets"


def test_an_exercise_can_be_left_out_but_not_all(opened: Opened) -> None:
    for exercise_id in ("a1", "a2"):
        opened.sheet.exercise_toggle(exercise_id).click()
    choice = opened.sheet.choice
    assert choice is not None
    assert choice.routine.exercise_ids == ("a3",)
    opened.sheet.exercise_toggle("a3").click()
    assert not opened.sheet.begin.isEnabled()
    assert opened.sheet.accessibleDescription() == "Keep at least one exercise."


def test_pain_before_is_told_and_can_be_taken_back(opened: Opened) -> None:
    opened.sheet.scale.button(4).click()
    opened.sheet.scale.button(6).click()
    assert opened.sheet.choice is not None
    assert opened.sheet.choice.pain_before == 6
    opened.sheet.scale.button(6).click()
    assert opened.sheet.choice.pain_before is None


def test_wait_for_me_makes_getting_ready_and_switching_wait(opened: Opened) -> None:
    opened.sheet.wait.click()
    choice = opened.sheet.choice
    assert choice is not None
    phases = compile_timeline(choice.routine, choice.pace).phases
    assert all(p.waits for p in phases if p.kind in (PhaseKind.PREPARE, PhaseKind.SWITCH))
    assert "the time you take" in opened.sheet.accessibleDescription()


def test_a_pace_from_the_settings_is_kept_until_the_switch_is_turned(qtbot: QtBot, theme: Theme) -> None:
    pace = Pace(prepare_waits=True, switch_s=20)
    opened = Opened(qtbot, theme, pace=pace)
    assert opened.sheet.wait.isChecked()
    assert opened.sheet.choice is not None
    assert opened.sheet.choice.pace == pace
    opened.sheet.wait.click()
    assert opened.sheet.choice.pace == Pace(switch_s=20)


def test_a_short_routine_offers_no_shorter_one(qtbot: QtBot, theme: Theme) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    sheet = StartSheet(theme, FOUND_SHORT, exercise_by_id=exercise, judge=by_pain_alone, parent=window)
    assert sheet.length.isHidden()


def test_of_one_exercise_alone_nothing_is_offered_to_be_left_out(qtbot: QtBot, theme: Theme) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show()
    sheet = StartSheet(theme, FOUND_SHORT, exercise_by_id=exercise, judge=by_pain_alone)
    sheet.open_over(window)
    assert not any("Leave an exercise out" in label.text() for label in sheet.findChildren(QLabel))
    assert not sheet.exercise_toggle("a3").isVisible()
    assert sheet.exercise_row("a3").isVisible()  # its dose is there to read
    assert sheet.choice is not None


def test_not_now_and_escape_begin_nothing(opened: Opened, qtbot: QtBot) -> None:
    qtbot.keyClick(opened.sheet.not_now, Qt.Key.Key_Return)
    assert opened.sheet.isHidden()
    opened.sheet.open_over(opened.window)
    qtbot.keyClick(opened.sheet, Qt.Key.Key_Escape)
    assert opened.sheet.isHidden()
    assert opened.choices == []


def test_one_set_is_called_a_set(qtbot: QtBot, theme: Theme) -> None:
    sheet = StartSheet(theme, FOUND_SHORT, exercise_by_id=exercise, judge=by_pain_alone)
    qtbot.addWidget(sheet)
    said = [label.text() for label in sheet.findChildren(QLabel)]
    assert any(text.startswith("1 set each side") for text in said), said
    assert not any("1 sets" in text for text in said)


def marked_sheet(qtbot: QtBot, theme: Theme, **more: Any) -> Opened:
    def made_easier(step: Step) -> Step:
        return replace(step, exercise_id="a2") if step.exercise_id == "a1" else at_half_the_dose(step)

    note = CautionNote(id=Caution.WRIST, name="Wrist pain", when="", instead="Lean on your fists.")
    return Opened(
        qtbot, theme, pace=Pace(), marked={"a1": (note,), "a3": (note,)}, make_easier=made_easier, **more
    )


def test_a_marked_exercise_says_why_and_what_helps(qtbot: QtBot, theme: Theme) -> None:
    opened = marked_sheet(qtbot, theme)
    read = [label.text() for label in opened.sheet.findChildren(QLabel) if label.isVisible()]
    assert read.count("Take care: wrist pain.") == 2
    assert "Lean on your fists." in read


def test_a_marked_exercise_is_kept_made_easier_or_left_out(qtbot: QtBot, theme: Theme) -> None:
    opened = marked_sheet(qtbot, theme)
    rows = [opened.sheet.exercise_row(i) for i in ("a1", "a3")]
    assert [row.key for row in rows] == ["keep", "keep"]
    first, last = rows
    assert isinstance(first, MarkedRow)
    assert isinstance(last, MarkedRow)
    first.choice.button("easier").click()
    choice = opened.sheet.choice
    assert choice is not None
    assert [step.exercise_id for step in choice.routine.steps] == ["a2", "a2", "a3"]
    last.choice.button("easier").click()
    assert last.caption.startswith("2 sets each side")
    first.choice.button("leave out").click()
    last.choice.button("leave out").click()
    choice = opened.sheet.choice
    assert choice is not None
    assert [step.exercise_id for step in choice.routine.steps] == ["a2"]


def test_in_five_minutes_title_and_rows_agree(opened: Opened) -> None:
    opened.sheet.length.button("short").click()
    choice = opened.sheet.choice
    assert choice is not None
    for step in choice.routine.steps:
        sets = "1 set" if step.dose.sets == 1 else f"{step.dose.sets} sets"
        assert opened.sheet.exercise_row(step.exercise_id).caption.startswith(f"{sets} each side")
    total = 2 * sum(step.dose.sets for step in choice.routine.steps)
    assert opened.sheet.accessibleDescription().endswith(f", {total} sets")
    opened.sheet.length.button("whole").click()
    assert opened.sheet.exercise_row("a1").caption.startswith("10 sets each side")


def test_after_training_the_pain_is_asked_for_first(qtbot: QtBot, theme: Theme) -> None:
    opened = marked_sheet(qtbot, theme, after_training=True)
    assert opened.window.focusWidget() is opened.sheet.scale.button(0)
    read = [label.text() for label in opened.sheet.findChildren(QLabel) if label.isVisible()]
    assert "You just trained: how much does it hurt now, 0 to 10?" in read


def test_a_figure_tells_the_pain_from_the_main_button(opened: Opened, qtbot: QtBot) -> None:
    opened.sheet.begin.setFocus()
    qtbot.keyClick(opened.sheet.begin, Qt.Key.Key_3)
    assert opened.sheet.scale.score == 3
    qtbot.keyClick(opened.sheet.begin, Qt.Key.Key_3)
    assert opened.sheet.scale.score is None
