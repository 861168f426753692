"""The shipped words of the safety questions and the hip check, and pictures whose side can be seen."""

import json
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from supple.domain.checks.decision_text import DecisionText
from supple.domain.checks.sitting import Sitting, sitting
from supple.domain.record import SelfTestRecord
from supple.domain.safety_text import SafetyContent
from supple.domain.self_test import SelfTestRun
from supple.domain.self_test_pages import Answer
from supple.domain.self_test_text import SelfTestText
from supple.services.self_test_keeping import floor_checks
from supple.storage.safety_content import decode_readings, decode_safety, decode_self_test
from supple.ui.figure.pictures import Pictures
from supple.ui.safety.first_start import FirstStart
from supple.ui.safety.safety_page import FollowUpPane, QuestionsPane

CONTENT = Path(__file__).parents[2] / "assets/content/en"
SCENES = ("card", "step_1", "step_2", "step_3", "step_4", "below", "level", "limited", "back")


def safety() -> SafetyContent:
    return decode_safety((CONTENT / "safety.json").read_bytes())


def self_test() -> SelfTestText:
    return decode_self_test((CONTENT / "self_test.json").read_bytes())


def decision() -> DecisionText:
    return decode_readings((CONTENT / "readings.json").read_bytes())


def shown(run: SelfTestRun, earlier: SelfTestRecord | None = None) -> Sitting:
    """What the window shows of a run of the floor check."""
    at, rows = datetime(2026, 6, 27, 9, 0, tzinfo=UTC), floor_checks(run)
    return sitting(
        SelfTestRecord(self_test_id="t", taken_at=at, checks=rows) if rows else None,
        earlier=earlier,
        differed=frozenset(result.side for result in run.results if result.tries_differed),
        hurt=(run.pain_noted, run.ended_by_pain),
    )


def pictures_at(folder: Path) -> Pictures:
    """Pictures drawn with the LEFT leg as the tested one: their left half is white."""
    for exercise_id in ("hip_length_floor", "hip_length_edge", "a3"):
        (folder / exercise_id).mkdir(parents=True)
        image = QImage(64, 48, QImage.Format.Format_RGB32)
        image.fill(QColor("black"))
        for x in range(32):
            for y in range(48):
                image.setPixelColor(x, y, QColor("white"))
        for scene in SCENES:
            assert image.save(str(folder / exercise_id / f"{scene}.webp"))
        (folder / exercise_id / "pictures.json").write_text(json.dumps({"drawn_side": "left"}))
    return Pictures(str(folder))


def finished_run(*touches: Answer) -> SelfTestRun:
    """A run with these answers, two for each side, back flat and no pain."""
    run = SelfTestRun()
    run.answer(Answer.CONTINUE)
    run.answer(Answer.CONTINUE)
    for touch in touches:
        for answer in (Answer.CONTINUE, Answer.CONTINUE, touch, Answer.YES, Answer.NO):
            run.answer(answer)
    return run


def questions(page: FirstStart) -> QuestionsPane:
    assert isinstance(page.pane, QuestionsPane)
    return page.pane


def follow_up(page: FirstStart) -> FollowUpPane:
    assert isinstance(page.pane, FollowUpPane)
    return page.pane


def tick(page: FirstStart, *ids: str) -> None:
    """Tick what a person would, and nothing else."""
    for card in questions(page).cards:
        if card.isChecked() is not (card.key in ids):
            card.click()


def press(page: QWidget, name: str) -> None:
    """Press what is called so and can be seen."""
    found = [
        b
        for b in page.findChildren(QAbstractButton)
        if name in (b.accessibleName(), b.text()) and b.isVisible()
    ]
    assert found, f"no button {name}"
    assert found[0].isEnabled()
    found[0].click()


def stand(qtbot: QtBot, page: QWidget, width: int = 1280, height: int = 800) -> QWidget:
    """Show `page` in a window of this size; the window has no layout that could ask for more. Keep it."""
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(width, height)
    page.setParent(window)
    page.resize(width, height)
    page.show()
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window
