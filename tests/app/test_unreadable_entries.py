"""Entries of the history that nobody can read: passed over, counted, told, and left where they are."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from tests.storage.damage import sql

from supple.app.demo.hand import press
from supple.storage import DATABASE

from .conftest import Open
from .session_on_mat import rows
from .window import remember_a_session, sees, words

SPOILT = {
    "30 February": "UPDATE sessions SET started_at = '2026-02-30T10:00:00.000000Z', ended_at = NULL, outcome = NULL",
    "an outcome that there is not": "UPDATE sessions SET outcome = 'flown away'",
    "answers that are a number": "UPDATE safety_answers SET ticked = '5'",
    "text of other letters": "UPDATE sessions SET outcome = CAST(x'ff' AS TEXT)",
}


@pytest.mark.parametrize("how", SPOILT)
def test_one_that_cannot_be_read_is_told_and_stays(qtbot: QtBot, opened: Open, data: Path, how: str) -> None:
    remember_a_session(data)
    sql(data / DATABASE, SPOILT[how])
    opened(data)
    qtbot.waitUntil(sees("One entry of your history cannot be read as a whole."))
    assert f"they stay in {data / DATABASE}" in words()
    assert rows(data, "SELECT count(*) FROM sessions") == [(1,)]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE sessions SET started_offset_min = 1440, ended_offset_min = -1440",
        "UPDATE sessions SET done_s = 1e300, planned_s = 9e999, sets_planned = 10000000",
        "UPDATE sessions SET note = CAST(x'c3ff41' AS TEXT), routine = CAST(x'ff' AS TEXT)",
    ],
)
def test_what_the_file_allows_the_program_reads(
    qtbot: QtBot, opened: Open, data: Path, statement: str
) -> None:
    remember_a_session(data)
    sql(data / DATABASE, statement)
    opened(data)
    press("Progress")
    qtbot.wait(300)
    assert "cannot be read" not in words()


@pytest.mark.parametrize(
    "plan",
    [
        '{"routine": {"id": "x", "name": "X", "when": "", "days": "", "note": "", "steps": []}, "pace": {}}',
        "[" * 900 + "]" * 900,
        '{"routine": {"id": "x", "name": "X", "when": "", "days": "", "note": "", "steps": [{"exercise_id": "a1",'
        ' "dose": {"kind": "hold", "sets": 10000000, "order": "both", "prepare_s": 5, "hold_s": 10}}]}, "pace": {}}',
    ],
)
def test_an_unfinished_session_that_nobody_could_do_is_ended(
    qtbot: QtBot, opened: Open, data: Path, plan: str
) -> None:
    remember_a_session(data)
    unfinished = "UPDATE sessions SET outcome = NULL, ended_at = NULL, done_s = 1e300, plan_json = ?"
    sql(data / DATABASE, unfinished, plan)
    opened(data)
    qtbot.waitUntil(sees("Your last session was cut short."))
