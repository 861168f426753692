"""The rounds of answers to the safety questions."""

import json
from datetime import datetime
from typing import Any

import msgspec
from sqlalchemy import CheckConstraint, Column, Connection, Table, Text, insert, select

from supple.domain.record import SafetyRecord
from supple.domain.safety import Group
from supple.services.writes import AddSafety
from supple.storage.columns import RowValues, key, listed, metadata, moment_of, text, time, time_row
from supple.storage.subject import Subject

safety_answers = Table(
    "safety_answers",
    metadata,
    key(),
    *time("answered"),
    text("ticked"),
    Column("details", Text),
    CheckConstraint("json_valid(ticked)"),
    CheckConstraint("details IS NULL OR json_valid(details)"),
    sqlite_strict=True,
)


class _Details(msgspec.Struct, frozen=True):
    """What stands in one column of a round of safety questions; moments keep their offset."""

    asked_at: dict[Group, datetime]
    agreed_at: dict[str, datetime]
    noted: dict[str, str]


def _row(safety: SafetyRecord) -> RowValues:
    return {
        **time_row("answered", safety.answered_at),
        "ticked": json.dumps(sorted(safety.ticked)),
        "details": msgspec.json.encode(
            _Details(
                asked_at=dict(safety.asked_at), agreed_at=dict(safety.agreed_at), noted=dict(safety.noted)
            )
        ).decode(),
    }


def _record(row: Any) -> SafetyRecord:
    """The round a row stands for.

    Before there were details every round asked all groups; C has questions since then that it could not answer.
    """
    answered_at = moment_of(row.answered_at, row.answered_offset_min)
    ticked = frozenset(listed(row.ticked))
    if row.details is None:
        asked = (Group.EMERGENCY, Group.SEE_DOCTOR)
        return SafetyRecord(
            answered_at=answered_at, ticked=ticked, asked_at=dict.fromkeys(asked, answered_at)
        )
    details = msgspec.json.decode(row.details, type=_Details)
    return SafetyRecord(
        answered_at=answered_at,
        ticked=ticked,
        asked_at=details.asked_at,
        agreed_at=details.agreed_at,
        noted=details.noted,
    )


def _keep(connection: Connection, write: AddSafety) -> None:
    """Once, however often it is written."""
    row = _row(write.safety)
    same = (safety_answers.c[name] == row[name] for name in ("answered_at", "ticked", "details"))
    if connection.execute(select(safety_answers.c.number).where(*same)).first() is None:
        connection.execute(insert(safety_answers).values(**row))


SAFETY = Subject(
    kind=SafetyRecord,
    table=safety_answers,
    moment="answered_at",
    decode=_record,
    decoders={"safety_answers": _record},
    writes={AddSafety: _keep},
)
