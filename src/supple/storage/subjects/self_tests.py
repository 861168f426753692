"""Self-tests and the tries of their checks."""

from datetime import datetime
from typing import Any

from sqlalchemy import (
    REAL,
    CheckConstraint,
    Column,
    Connection,
    ForeignKey,
    Index,
    Select,
    Table,
    Text,
    delete,
    insert,
    select,
)

from supple.domain.findings import Finding
from supple.domain.measurement import Measurement, Unit
from supple.domain.record import Check, CheckRecord, SelfTestRecord
from supple.domain.side import Side
from supple.services.writes import AddSelfTest
from supple.storage.columns import RowValues, at_least, key, metadata, moment_of, one_of, text, time, time_row
from supple.storage.subject import Subject, add, readable
from supple.storage.subjects.photos import forget_photos_of_no_try, photos

self_tests = Table(
    "self_tests",
    metadata,
    key(),
    Column("self_test_id", Text, nullable=False, unique=True),
    *time("taken"),
    sqlite_strict=True,
)

checks = Table(
    "checks",
    metadata,
    key(),
    Column("self_test_id", Text, ForeignKey("self_tests.self_test_id"), nullable=False),
    *one_of("check_name", Check),
    *one_of("side", Side),
    *at_least("try_number", 1, whole=True),
    text("answer"),
    *one_of("finding", Finding, nullable=True),
    Column("value", REAL),
    *one_of("unit", Unit, nullable=True),
    *at_least("error", 0, nullable=True),
    text("rules_version"),
    Column("photo_id", Text),
    CheckConstraint("(value IS NULL) = (unit IS NULL)"),
    sqlite_strict=True,
)
Index("checks_of_self_test", checks.c.self_test_id)


def _rows() -> Select[Any]:
    """One row for each check, or one without a check, beside its self-test; with its photo, if that is kept still."""
    own = (column for column in checks.c if column.name not in ("number", "self_test_id", "photo_id"))
    of_test = self_tests.outerjoin(checks, self_tests.c.self_test_id == checks.c.self_test_id)
    return select(
        self_tests.c.self_test_id,
        self_tests.c.taken_at,
        self_tests.c.taken_offset_min,
        *own,
        photos.c.photo_id,
    ).select_from(of_test.outerjoin(photos, photos.c.photo_id == checks.c.photo_id))


def _row(self_test_id: str, check: CheckRecord) -> RowValues:
    return {
        "self_test_id": self_test_id,
        "check_name": check.check,
        "side": check.side,
        "try_number": check.try_number,
        "answer": check.answer,
        "finding": check.finding,
        "value": check.measured and check.measured.value,
        "unit": check.measured and check.measured.unit,
        "error": check.measured and check.measured.error,
        "rules_version": check.rules_version,
        "photo_id": check.photo_id or None,
    }


def _check(row: Any) -> CheckRecord:
    return CheckRecord(
        check=Check(row.check_name),
        side=Side(row.side),
        try_number=row.try_number,
        answer=row.answer,
        finding=None if row.finding is None else Finding(row.finding),
        measured=_measured(row),
        rules_version=row.rules_version,
        photo_id=row.photo_id or "",
    )


def _measured(row: Any) -> Measurement | None:
    if row.unit is None:
        return None
    return Measurement(value=row.value, unit=Unit(row.unit), error=row.error)


def _taken_at(row: Any) -> datetime:
    return moment_of(row.taken_at, row.taken_offset_min)


def _record(found: list[Any]) -> SelfTestRecord:
    """The self-test of all its rows; a check that cannot be read is left out."""
    return SelfTestRecord(
        self_test_id=found[0].self_test_id,
        taken_at=_taken_at(found[0]),
        checks=tuple(
            check for row in found if row.check_name is not None and (check := readable(row, _check))
        ),
    )


def _keep(connection: Connection, write: AddSelfTest) -> None:
    """One kept again under its id takes the place of the earlier."""
    taken = write.self_test
    row = {"self_test_id": taken.self_test_id, **time_row("taken", taken.taken_at)}
    if not add(connection, self_tests, row, key="self_test_id"):
        connection.execute(delete(checks).where(checks.c.self_test_id == taken.self_test_id))
    if taken.checks:
        connection.execute(insert(checks), [_row(taken.self_test_id, check) for check in taken.checks])
    forget_photos_of_no_try(connection, taken.self_test_id)


SELF_TESTS = Subject(
    kind=SelfTestRecord,
    table=self_tests,
    moment="taken_at",
    decode=_record,
    decoders={"self_tests": _taken_at, "checks": _check},
    writes={AddSelfTest: _keep},
    rows=_rows,
    grouped_by="self_test_id",
    order=(checks.c.number,),
)
