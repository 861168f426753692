"""Ratings of pain; a session has one before and one after."""

import json
from collections.abc import Iterator
from datetime import datetime
from typing import Any
from uuid import uuid4

from sqlalchemy import (
    CheckConstraint,
    Column,
    Connection,
    ForeignKey,
    Index,
    Integer,
    Table,
    Text,
    delete,
    insert,
)

from supple.domain.pain import BELOW_KNEE, Sign
from supple.domain.record import Occasion, PainRecord
from supple.services.writes import AddPain, TakeBackPain
from supple.storage.columns import RowValues, key, listed, metadata, moment_of, one_of, text, time, time_row
from supple.storage.subject import Fetch, Subject, put

pains = Table(
    "pains",
    metadata,
    key(),
    Column("pain_id", Text, nullable=False, unique=True),
    *time("rated"),
    *one_of("occasion", Occasion),
    Column("score", Integer),
    Column("session_id", Text, ForeignKey("sessions.session_id")),
    text("place"),
    text("note"),
    text("signs"),
    text("exercise_id"),
    CheckConstraint("score BETWEEN 0 AND 10"),
    CheckConstraint("json_valid(signs)"),
    sqlite_strict=True,
)
Index("pains_of_session", pains.c.session_id)
Index("pains_by_time", pains.c.rated_at)


def _row(pain: PainRecord) -> RowValues:
    return {
        "pain_id": pain.pain_id,
        **time_row("rated", pain.rated_at),
        "occasion": pain.occasion,
        "score": pain.score,
        "session_id": pain.session_id,
        "place": pain.place,
        "note": pain.note,
        "signs": json.dumps(sorted(pain.signs)),
        "exercise_id": pain.exercise_id,
    }


def _record(row: Any) -> PainRecord:
    return PainRecord(
        pain_id=row.pain_id,
        rated_at=moment_of(row.rated_at, row.rated_offset_min),
        occasion=Occasion(row.occasion),
        score=row.score,
        session_id=row.session_id,
        place=row.place,
        note=row.note,
        signs=frozenset(Sign(sign) for sign in listed(row.signs)),
        exercise_id=row.exercise_id,
    )


def signed_pains(fetch: Fetch) -> Iterator[PainRecord]:
    """Ratings with a sign, or below the knee; one that cannot be read is an error."""
    signed = (pains.c.signs != "[]") | (pains.c.place == BELOW_KNEE)
    for row in fetch(PAINS.statement().where(signed).order_by(pains.c.rated_at, pains.c.number)):
        yield _record(row)


def rate(
    connection: Connection, session_id: str, occasion: Occasion, score: int | None, at: datetime
) -> None:
    """Keep the first rating of a session on `occasion`; None is none."""
    if score is not None:
        pain = PainRecord(
            pain_id=uuid4().hex, rated_at=at, occasion=occasion, score=score, session_id=session_id
        )
        connection.execute(insert(pains).values(**_row(pain)))


def rate_again(
    connection: Connection, session_id: str, occasion: Occasion, score: int | None, at: datetime
) -> None:
    """Make `score` the session's one rating on `occasion`; None takes it away."""
    _forget(connection, session_id, occasion)
    rate(connection, session_id, occasion, score, at)


def _forget(connection: Connection, session_id: str, occasion: Occasion) -> None:
    connection.execute(delete(pains).where(pains.c.session_id == session_id, pains.c.occasion == occasion))


def _keep(connection: Connection, write: AddPain) -> None:
    pain = write.pain
    if pain.session_id is not None and pain.occasion in (Occasion.BEFORE, Occasion.AFTER):
        _forget(connection, pain.session_id, pain.occasion)
    put(connection, pains, _row(pain), key="pain_id")


def _take_back(connection: Connection, write: TakeBackPain) -> None:
    connection.execute(delete(pains).where(pains.c.pain_id == write.pain_id))


PAINS = Subject(
    kind=PainRecord,
    table=pains,
    moment="rated_at",
    decode=_record,
    decoders={"pains": _record},
    writes={AddPain: _keep, TakeBackPain: _take_back},
)
