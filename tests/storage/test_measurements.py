"""What a check measured is read back with its unit and its error, also out of a history that knew angles alone."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from supple.domain.measurement import Measurement, Unit
from supple.domain.record import Check, CheckRecord, SelfTestRecord
from supple.domain.side import Side
from supple.services.writes import AddSelfTest
from supple.storage import DATABASE
from supple.storage.database import connect, open_history
from supple.storage.history import SqlHistory

from .conftest import NOW

HELD = CheckRecord(
    check=Check.HIP_HOLD,
    side=Side.LEFT,
    try_number=1,
    answer="held",
    measured=Measurement(value=41.5, unit=Unit.SECONDS, error=0.5),
)
FELT = replace(HELD, check=Check.HIP_LENGTH_FLOOR, measured=None)


def test_a_measurement_comes_back_as_it_was(history: SqlHistory) -> None:
    taken = SelfTestRecord(self_test_id="t", taken_at=NOW, checks=(HELD, FELT))
    history.write(AddSelfTest(self_test=taken))
    assert history.newest(SelfTestRecord) == taken


def test_an_error_has_no_sign() -> None:
    with pytest.raises(ValueError, match="error"):
        Measurement(value=1.0, unit=Unit.DEGREES, error=-1.0)


def test_an_angle_of_an_earlier_version_is_a_measurement_in_degrees(folder: Path) -> None:
    from supple.storage.migrations.run import upgrade

    folder.mkdir()
    (folder / DATABASE).touch()
    engine = connect(folder / DATABASE)
    with engine.connect() as connection:
        upgrade(connection, "0003")
    engine.dispose()
    with closing(sqlite3.connect(folder / DATABASE)) as connection, connection:
        connection.execute(
            "INSERT INTO self_tests (self_test_id, taken_at, taken_offset_min)"
            " VALUES ('t', '2026-07-22T16:30:05.125000Z', 120)"
        )
        connection.executemany(
            "INSERT INTO checks"
            " (self_test_id, check_name, side, try_number, answer, angle_deg, error_deg, rules_version)"
            " VALUES ('t', 'hip_length_edge', 'left', ?, '', ?, ?, '')",
            [(1, -4.0, 2.0), (2, None, None)],
        )
    history = open_history(folder, now=NOW)
    found = history.newest(SelfTestRecord)
    history.close()
    assert found is not None
    assert [check.measured for check in found.checks] == [
        Measurement(value=-4.0, unit=Unit.DEGREES, error=2.0),
        None,
    ]
