"""What the hip check found decides what Today starts, and the usual routine stays one press away."""

from datetime import timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from supple.app.demo.hand import Seen, press
from supple.domain.findings import Finding
from supple.domain.measurement import Measurement, Unit
from supple.domain.record import Check, CheckRecord, SelfTestRecord
from supple.domain.side import Side
from supple.services.writes import AddSelfTest
from supple.storage.database import open_history

from .conftest import Open
from .window import now, sees, words


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


def keep(folder: Path, check: Check, finding: Finding, measured: Measurement, *, days_ago: int) -> None:
    """Keep a self-test of both sides by one check."""
    checks = tuple(
        CheckRecord(check=check, side=side, try_number=1, answer="", finding=finding, measured=measured)
        for side in (Side.LEFT, Side.RIGHT)
    )
    at = now() - timedelta(days=days_ago)
    history = open_history(folder, now=now())
    history.write(AddSelfTest(self_test=SelfTestRecord(self_test_id=check, taken_at=at, checks=checks)))
    history.close()


@pytest.mark.parametrize("check", [Check.HIP_LENGTH_TAPE, Check.HIP_LENGTH_EDGE])
def test_what_was_measured_at_the_edge_stands_on_today_and_decides_what_is_due(
    qtbot: QtBot, opened: Open, data: Path, check: Check
) -> None:
    angle = Measurement(value=16.0, unit=Unit.DEGREES, error=3.0)
    keep(data, check, Finding.LIMITED, angle, days_ago=1)
    opened(data)
    qtbot.waitUntil(sees("May be limited"))
    assert sees("the front of both hips may be limited")()
    assert "Not checked yet" not in words()


def test_a_lift_alone_stands_on_today_under_what_was_found_before(
    qtbot: QtBot, opened: Open, data: Path
) -> None:
    found(data, left=Finding.LIMITED, right=Finding.LEVEL)
    keep(data, Check.HIP_HOLD, Finding.LEVEL, Measurement(value=26.0, unit=Unit.SECONDS), days_ago=0)
    opened(data)
    qtbot.waitUntil(sees("May be limited"))
    assert sees("Lift hold: 26 s, ")()


def test_a_lift_alone_is_a_finding_too(qtbot: QtBot, opened: Open, data: Path) -> None:
    keep(data, Check.HIP_HOLD, Finding.LIMITED, Measurement(value=9.0, unit=Unit.SECONDS), days_ago=0)
    opened(data)
    qtbot.waitUntil(sees("Lift hold: 9 s"))
    assert sees("both lifts tired early")()


def test_what_was_found_half_a_year_ago_still_stands_on_today(qtbot: QtBot, opened: Open, data: Path) -> None:
    angle = Measurement(value=-8.0, unit=Unit.DEGREES, error=3.0)
    keep(data, Check.HIP_LENGTH_TAPE, Finding.BELOW, angle, days_ago=180)
    opened(data)
    qtbot.waitUntil(sees("Rests down"))
