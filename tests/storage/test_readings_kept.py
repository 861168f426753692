"""What a self-test amounted to is kept as it was read, and a later reading takes nothing away."""

import csv
import shutil
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from supple.cli import main
from supple.domain.checks.context import Activity, Context, Feeling, HoursSitting
from supple.domain.checks.decision_rules import Grade
from supple.domain.record import ReadingRecord, ReadSide
from supple.domain.side import Side
from supple.services.writes import AddReading
from supple.storage import DATABASE
from supple.storage.database import open_history
from supple.storage.history import SqlHistory

from .conftest import NOW

RELEASED = Path(__file__).resolve().parents[1] / "data" / "databases" / "0.1.0.db"
FIRST = ReadingRecord(
    reading_id="r1",
    self_test_id="t",
    read_at=NOW,
    sides={
        Side.LEFT: ReadSide(rule_id="length_alone", grade=Grade.LOW),
        Side.RIGHT: ReadSide(rule_id="untold", grade=None),
    },
    context=Context(),
    rules_version="decision-1",
)
ANEW = replace(
    FIRST,
    reading_id="r2",
    read_at=NOW + timedelta(minutes=1),
    sides={Side.LEFT: ReadSide(rule_id="length_leaning", grade=Grade.LOW)},
    context=Context(sitting=HoursSitting.LONG, activity=Activity.LITTLE, feeling=Feeling.EASES),
)


def test_a_reading_comes_back_as_it_was_and_the_old_one_stays(history: SqlHistory) -> None:
    history.write(AddReading(reading=FIRST))
    history.write(AddReading(reading=ANEW))
    assert list(history.read(ReadingRecord)) == [FIRST, ANEW]
    assert history.newest(ReadingRecord) == ANEW


def test_the_same_reading_written_again_changes_nothing(history: SqlHistory) -> None:
    history.write(AddReading(reading=FIRST))
    history.write(AddReading(reading=FIRST))
    assert list(history.read(ReadingRecord)) == [FIRST]


def test_a_history_of_an_older_schema_gets_room_for_readings(tmp_path: Path) -> None:
    shutil.copy(RELEASED, tmp_path / DATABASE)
    history = open_history(tmp_path, now=NOW)
    assert list(history.read(ReadingRecord)) == []
    history.write(AddReading(reading=ANEW))
    history.close()
    again = open_history(tmp_path, now=NOW)
    assert list(again.read(ReadingRecord)) == [ANEW]
    again.close()


def test_every_reading_stands_in_the_file_of_the_self_tests_with_its_date_and_rules(
    folder: Path, history: SqlHistory, tmp_path: Path
) -> None:
    history.write(AddReading(reading=FIRST))
    history.write(AddReading(reading=ANEW))
    assert main(["--data-dir", str(folder), "export", str(tmp_path / "t.csv"), "--what", "self-tests"]) == 0
    with (tmp_path / "t.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = [(r["check"], r["side"], r["answer"], r["rules_version"]) for r in csv.DictReader(file)]
    rules = "decision-1"
    assert rows == [
        ("reading", "left", "length_alone, not very sure", rules),
        ("reading", "right", "untold", rules),
        ("reading", "left", "length_leaning, not very sure", rules),
        ("reading", "both", "over 7 h a day", rules),
        ("reading", "both", "under 150 min a week", rules),
        ("reading", "both", "eases for hours after stretching", rules),
    ]
