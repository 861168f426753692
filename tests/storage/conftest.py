"""Records and histories for the tests of storage."""

from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from supple.domain.record import SessionRecord, SetRecord
from supple.domain.session import SetOutcome
from supple.domain.side import Side
from supple.storage.database import open_history
from supple.storage.history import SqlHistory

ZONE = timezone(timedelta(hours=2))
NOW = datetime(2026, 7, 22, 18, 30, 5, 125000, tzinfo=ZONE)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def history(folder: Path) -> Iterator[SqlHistory]:
    history = open_history(folder, now=NOW)
    yield history
    history.close()


def session(
    session_id: str = "s1", *, started_at: datetime = NOW, pain_before: int | None = None
) -> SessionRecord:
    return SessionRecord(
        session_id=session_id,
        started_at=started_at,
        routine_id="article_routine",
        routine="After training",
        planned_s=755.0,
        sets_planned=36,
        pain_before=pain_before,
    )


def one_set(
    set_id: str = "a",
    *,
    session_id: str = "s1",
    started_at: datetime = NOW,
    outcome: SetOutcome = SetOutcome.COMPLETED,
    side: Side = Side.LEFT,
) -> SetRecord:
    return SetRecord(
        set_id=set_id,
        session_id=session_id,
        started_at=started_at,
        step=1,
        exercise_id="a1",
        exercise="Piriformis stretch",
        side=side,
        set_number=1,
        planned_s=10.0,
        held_s=10.0,
        outcome=outcome,
    )
