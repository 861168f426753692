"""What the hip check found decides what Today starts, and the usual routine stays one press away."""

from datetime import timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from supple.app.demo.hand import Seen, press
from supple.domain.findings import Finding
from supple.domain.record import Check, CheckRecord, SelfTestRecord
from supple.domain.side import Side
from supple.services.writes import AddSelfTest
from supple.storage.database import open_history

from .conftest import Open
from .window import now, sees


def found(folder: Path, *, left: Finding, right: Finding) -> None:
    """Keep a check of yesterday."""
    checks = tuple(
        CheckRecord(check=Check.HIP_LENGTH_FLOOR, side=side, try_number=1, answer="", finding=finding)
        for side, finding in ((Side.LEFT, left), (Side.RIGHT, right))
    )
    history = open_history(folder, now=now())
    history.write(
        AddSelfTest(
            self_test=SelfTestRecord(self_test_id="t", taken_at=now() - timedelta(days=1), checks=checks)
        )
    )
    history.close()


@pytest.mark.parametrize(
    ("left", "right", "why", "name"),
    [
        (Finding.LIMITED, Finding.LEVEL, "the left thigh stayed higher", "Combined plan"),
        (Finding.BELOW, Finding.LEVEL, "neither hip stood out", "Pre-workout"),
        (Finding.UNKNOWN, Finding.UNKNOWN, "could not tell for either hip", "Gentle first week"),
    ],
)
def test_today_starts_what_fits_and_says_why(
    qtbot: QtBot, opened: Open, data: Path, left: Finding, right: Finding, why: str, name: str
) -> None:
    found(data, left=left, right=right)
    opened(data)
    qtbot.waitUntil(sees(why))
    press("Start routine")
    qtbot.waitUntil(sees("Begin session"))
    assert sees(name)()


def test_the_usual_routine_is_one_press_away(qtbot: QtBot, opened: Open, data: Path) -> None:
    found(data, left=Finding.LIMITED, right=Finding.LIMITED)
    opened(data)
    qtbot.waitUntil(Seen("Rather: The three hip stretches"))
    press("Rather: The three hip stretches")
    qtbot.waitUntil(sees("Begin session"))
    assert sees("The three hip stretches")()
