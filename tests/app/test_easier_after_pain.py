"""In the real window: it hurts, the easier version is chosen, and both are on disk, also after a crash."""

import json
from pathlib import Path

from pytestqt.qtbot import QtBot
from tests.app.conftest import Open

from supple.app.demo.hand import Seen, press

from .session_on_mat import begin_session, page_of, press_stop, rows


def test_the_pain_and_the_easier_exercise_are_recorded(qtbot: QtBot, data: Path, opened: Open) -> None:
    program = opened(data, speed=20)
    begin_session(qtbot)
    while "Seated gluteal" not in page_of(program).mat.heading.name:  # the first has no easier exercise
        press("Skip")
    qtbot.waitUntil(lambda: "hold" in page_of(program).status_text, timeout=5_000)
    press("It hurts")
    qtbot.waitUntil(Seen("Buttock"))
    press("Buttock")
    press("Pain 3 of 10")
    qtbot.waitUntil(Seen("Go on easier"))
    press("Go on easier")
    qtbot.waitUntil(lambda: page_of(program).mat.heading.name == "Seated figure-4", timeout=5_000)
    qtbot.waitUntil(lambda: "hold" in page_of(program).status_text, timeout=5_000)
    program.flows.keeping.writer.retry().result(5)
    (plan,) = rows(data, "SELECT plan_json FROM sessions WHERE outcome IS NULL")[0]
    assert [ease["instead"]["exercise_id"] for ease in json.loads(plan)["eases"]] == ["seated_figure4"]
    press_stop(qtbot)
    program.flows.keeping.writer.retry().result(5)
    assert rows(data, "SELECT occasion, score, place FROM pains") == [("during", 3, "buttock")]
    attempts = rows(data, "SELECT step, exercise_id, exercise FROM sets ORDER BY number")
    assert (2, "a2_glute_seated_twist", "Seated gluteal stretch with rotation") in attempts
    assert attempts[-1] == (2, "seated_figure4", "Seated figure-4")
