"""What self-tests amounted to when they were read; one that was read anew keeps the reading before."""

from typing import Any

from sqlalchemy import Column, Connection, Table, Text

from supple.domain.checks.context import Activity, Context, Feeling, HoursSitting
from supple.domain.checks.decision_rules import Grade
from supple.domain.record import ReadingRecord, ReadSide
from supple.domain.side import Side
from supple.services.writes import AddReading
from supple.storage.columns import RowValues, key, metadata, moment_of, one_of, text, time, time_row
from supple.storage.subject import Subject, add

readings = Table(
    "readings",
    metadata,
    key(),
    Column("reading_id", Text, nullable=False, unique=True),
    text("self_test_id"),
    *time("read"),
    text("left_rule"),
    *one_of("left_grade", Grade, nullable=True),
    text("right_rule"),
    *one_of("right_grade", Grade, nullable=True),
    *one_of("sitting", HoursSitting, nullable=True),
    *one_of("activity", Activity, nullable=True),
    *one_of("feeling", Feeling, nullable=True),
    text("rules_version"),
    sqlite_strict=True,
)


def _row(reading: ReadingRecord) -> RowValues:
    left, right = reading.sides.get(Side.LEFT), reading.sides.get(Side.RIGHT)
    return {
        "reading_id": reading.reading_id,
        "self_test_id": reading.self_test_id,
        **time_row("read", reading.read_at),
        "left_rule": left.rule_id if left is not None else "",
        "left_grade": left.grade if left is not None else None,
        "right_rule": right.rule_id if right is not None else "",
        "right_grade": right.grade if right is not None else None,
        "sitting": reading.context.sitting,
        "activity": reading.context.activity,
        "feeling": reading.context.feeling,
        "rules_version": reading.rules_version,
    }


def _record(row: Any) -> ReadingRecord:
    sides = {
        Side.LEFT: (row.left_rule, row.left_grade),
        Side.RIGHT: (row.right_rule, row.right_grade),
    }
    return ReadingRecord(
        reading_id=row.reading_id,
        self_test_id=row.self_test_id,
        read_at=moment_of(row.read_at, row.read_offset_min),
        sides={
            side: ReadSide(rule_id=rule_id, grade=None if grade is None else Grade(grade))
            for side, (rule_id, grade) in sides.items()
            if rule_id
        },
        context=Context(
            sitting=None if row.sitting is None else HoursSitting(row.sitting),
            activity=None if row.activity is None else Activity(row.activity),
            feeling=None if row.feeling is None else Feeling(row.feeling),
        ),
        rules_version=row.rules_version,
    )


def _keep(connection: Connection, write: AddReading) -> None:
    add(connection, readings, _row(write.reading), key="reading_id")


READINGS = Subject(
    kind=ReadingRecord,
    table=readings,
    moment="read_at",
    decode=_record,
    decoders={"readings": _record},
    writes={AddReading: _keep},
)
