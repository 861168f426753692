"""The check at the edge in the real window: chosen, measured by tape, kept try by try, gone on with after a kill."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from supple.app.demo.hand import find, press
from supple.app.program import Program
from supple.audio.cue_player import CuePlayer
from supple.domain.findings import Finding
from supple.domain.record import Check, SelfTestRecord
from supple.domain.settings import Lengths
from supple.domain.side import Side
from supple.storage.database import open_history
from supple.storage.settings_file import SettingsFile

from .conftest import Open
from .place import press_all
from .places_edge import ABOVE, FLAT, LEVEL, LYING, NO_PAIN, choose_the_tape, finished, measure, type_numbers
from .window import now, sees


def written(program: Program) -> Callable[[], bool]:
    """Whether everything is on disk."""
    return lambda: program.flows.keeping.writer.pending == 0


def kept(data: Path) -> SelfTestRecord:
    """The newest self-test on the disk."""
    history = open_history(data, now=now())
    try:
        tests = list(history.read(SelfTestRecord))
    finally:
        history.close()
    return tests[-1]


def test_both_hips_are_measured_and_kept_with_angle_error_and_finding(
    qtbot: QtBot, opened: Open, data: Path
) -> None:
    program = opened(data)
    finished(ABOVE)(qtbot, program)
    press("Continue")
    qtbot.waitUntil(sees("What your checks showed"))
    qtbot.waitUntil(written(program))
    opened.end(program)
    record = kept(data)
    assert [(row.side, row.try_number) for row in record.checks] == [
        (Side.LEFT, 1),
        (Side.LEFT, 2),
        (Side.RIGHT, 1),
        (Side.RIGHT, 2),
    ]
    for row in record.checks:
        assert row.check is Check.HIP_LENGTH_TAPE
        assert row.finding is Finding.LIMITED
        assert row.measured is not None
        assert (round(row.measured.value, 1), row.measured.error) == (16.1, 4.0)


def test_a_power_cut_in_the_middle_offers_to_go_on_and_counts_nothing_twice(
    qtbot: QtBot, opened: Open, data: Path
) -> None:
    program = opened(data)
    choose_the_tape(qtbot)
    press_all(qtbot, *LYING)
    measure(qtbot, ABOVE, FLAT, NO_PAIN)
    qtbot.waitUntil(written(program))
    opened.end(program)
    assert [row.finding for row in kept(data).checks] == [None]
    again = opened(data)
    qtbot.waitUntil(sees("Go on with the self-test?"))
    press("Go on")
    qtbot.waitUntil(sees("Bring your left knee back"))
    press_all(qtbot, "Continue")
    for number in range(3):
        measure(qtbot, LEVEL, FLAT, NO_PAIN)
        if number < 2:
            press_all(qtbot, "Continue")
    press_all(qtbot, "Continue")
    qtbot.waitUntil(sees("What your checks showed"))
    qtbot.waitUntil(written(again))
    opened.end(again)
    rows = kept(data).checks
    assert len(rows) == 4
    assert {row.finding for row in rows} == {Finding.LEVEL}, "the milder of two counts"


def test_the_unit_that_was_chosen_is_there_the_next_time(qtbot: QtBot, opened: Open, data: Path) -> None:
    program = opened(data)
    choose_the_tape(qtbot)
    press_all(qtbot, *LYING, "Continue", "Continue")
    press_all(qtbot, "in")
    qtbot.waitUntil(lambda: SettingsFile(data).load().days.lengths is Lengths.INCHES)
    opened.end(program)
    opened(data)
    choose_the_tape(qtbot)
    press_all(qtbot, *LYING, "Continue", "Continue")
    type_numbers(qtbot, {"Hip height": "22", "Knee height": "26.6", "Thigh length": "16.3"})
    assert find("Hip height", QLineEdit) is not None
    qtbot.waitUntil(sees("16° above level"))


@pytest.mark.real_time
def test_what_is_to_be_done_is_said_aloud_and_m_turns_it_off(
    qtbot: QtBot, opened: Open, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []

    def say(_self: CuePlayer, clips: tuple[str, ...]) -> bool:
        heard.extend(clips)
        return True

    monkeypatch.setattr(CuePlayer, "say", say)
    program = opened(data)
    program.flows.preferences.set_sound_on(True)
    choose_the_tape(qtbot)
    press_all(qtbot, *LYING)
    wanted = ["edge_set_up", "edge_sit", "edge_roll_back", "edge_hand", "edge_lower-left"]
    qtbot.waitUntil(lambda: heard == wanted)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_M)
    assert not program.flows.preferences.sound().on
    press_all(qtbot, "Continue")
    qtbot.wait(300)
    assert heard == wanted


def test_pain_that_is_not_mild_ends_the_sitting(qtbot: QtBot, opened: Open, data: Path) -> None:
    program = opened(data)
    choose_the_tape(qtbot)
    press_all(qtbot, *LYING, "It hurts", "Something else, or I am not sure", "End the check here")
    qtbot.waitUntil(sees("What your checks showed"))
    qtbot.waitUntil(written(program))
    opened.end(program)
    assert [row.finding for row in kept(data).checks] == [Finding.PAIN]
