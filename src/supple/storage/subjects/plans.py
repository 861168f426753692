"""Plans of four weeks, each with everything that was changed in it."""

from datetime import date
from typing import Any

from sqlalchemy import CheckConstraint, Column, Connection, Table, Text
from sqlalchemy.dialects.sqlite import insert

from supple.domain.plan import PlanRecord
from supple.services.writes import KeepPlan
from supple.storage.columns import RowValues, key, metadata, moment_of, text, time, time_row
from supple.storage.plan_text import (
    decoded_basis,
    decoded_changes,
    decoded_controls,
    encoded,
    encoded_changes,
)
from supple.storage.subject import Subject

plans = Table(
    "plans",
    metadata,
    key(),
    Column("plan_id", Text, nullable=False, unique=True),
    *time("created"),
    text("starts_on"),
    text("begun_with_json"),
    text("basis_json"),
    text("changes_json"),
    *time("ended", nullable=True),
    text("rules_version"),
    CheckConstraint("starts_on GLOB '????-??-??'"),
    CheckConstraint("json_valid(begun_with_json)"),
    CheckConstraint("json_valid(basis_json)"),
    CheckConstraint("json_valid(changes_json)"),
    sqlite_strict=True,
)


def _row(plan: PlanRecord) -> RowValues:
    row = {
        "plan_id": plan.plan_id,
        **time_row("created", plan.created_at),
        "starts_on": plan.starts_on.isoformat(),
        "begun_with_json": encoded(plan.begun_with),
        "basis_json": encoded(plan.basis),
        "changes_json": encoded_changes(plan.changes, plan.unread),
        "ended_at": None,
        "ended_offset_min": None,
        "rules_version": plan.rules_version,
    }
    return row if plan.ended_at is None else row | time_row("ended", plan.ended_at)


def _record(row: Any) -> PlanRecord:
    changes, unread = decoded_changes(row.changes_json)
    return PlanRecord(
        plan_id=row.plan_id,
        created_at=moment_of(row.created_at, row.created_offset_min),
        starts_on=date.fromisoformat(row.starts_on),
        begun_with=decoded_controls(row.begun_with_json),
        basis=decoded_basis(row.basis_json),
        changes=changes,
        ended_at=None if row.ended_at is None else moment_of(row.ended_at, row.ended_offset_min),
        rules_version=row.rules_version,
        unread=unread,
    )


def _keep(connection: Connection, write: KeepPlan) -> None:
    """What a plan began with stays as it was written: a newer version may have said more there."""
    for plan in write.plans:
        row = _row(plan)
        moved = {name: row[name] for name in ("changes_json", "ended_at", "ended_offset_min")}
        statement = insert(plans).values(**row)
        connection.execute(statement.on_conflict_do_update(index_elements=["plan_id"], set_=moved))


PLANS = Subject(
    kind=PlanRecord,
    table=plans,
    moment="created_at",
    decode=_record,
    decoders={"plans": _record},
    writes={KeepPlan: _keep},
)
