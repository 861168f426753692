"""The statements that read more than one table of the history, and the bounds of time that all of them share."""

from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, distinct, func, select

from supple.domain.record import Occasion
from supple.domain.session import SetOutcome
from supple.storage import rows
from supple.storage.schema import checks, pains, self_tests, sessions, sets


def between(
    column: ColumnElement[Any], since: datetime | None, until: datetime | None
) -> list[ColumnElement[bool]]:
    """What bounds the moments in `column`, `until` excluded."""
    bounds = []
    if since is not None:
        bounds.append(column >= rows.utc_text(since))
    if until is not None:
        bounds.append(column < rows.utc_text(until))
    return bounds


def session_rows() -> Select[Any]:
    """Sessions with their completed sets, each counted once, and their ratings; without their plans."""
    one_set = func.printf("%d %s %s %d", sets.c.step, sets.c.exercise_id, sets.c.side, sets.c.set_number)
    done = select(func.count(distinct(one_set))).where(
        sets.c.session_id == sessions.c.session_id, sets.c.outcome == SetOutcome.COMPLETED
    )
    return select(
        *(column for column in sessions.c if column is not sessions.c.plan_json),
        done.scalar_subquery().label("sets_done"),
        _rating(Occasion.BEFORE).label("pain_before"),
        _rating(Occasion.AFTER).label("pain_after"),
    )


def _rating(occasion: Occasion) -> Any:
    return (
        select(pains.c.score)
        .where(pains.c.session_id == sessions.c.session_id, pains.c.occasion == occasion)
        .order_by(pains.c.number.desc())
        .limit(1)
        .scalar_subquery()
    )


def self_test_rows() -> Select[Any]:
    """One row for each check, or one without a check, beside its self-test."""
    return select(
        self_tests.c.number.label("self_test_number"),
        self_tests.c.self_test_id,
        self_tests.c.taken_at,
        self_tests.c.taken_offset_min,
        checks.c.check_name,
        checks.c.side,
        checks.c.try_number,
        checks.c.answer,
        checks.c.finding,
        checks.c.angle_deg,
        checks.c.error_deg,
        checks.c.rules_version,
    ).select_from(self_tests.outerjoin(checks, self_tests.c.self_test_id == checks.c.self_test_id))
