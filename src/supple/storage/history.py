"""The history in SQLite: each verb is one transaction, each record can be written again without harm."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from itertools import groupby
from typing import Any
from uuid import uuid4

from sqlalchemy import (
    ColumnElement,
    Connection,
    Engine,
    Select,
    Table,
    delete,
    distinct,
    func,
    select,
    update,
)
from sqlalchemy.dialects.sqlite import insert

from supple.domain.pain import BELOW_KNEE
from supple.domain.record import (
    Occasion,
    PainRecord,
    SafetyRecord,
    SelfTestRecord,
    SessionRecord,
    SetRecord,
)
from supple.domain.routine import Plan
from supple.domain.session import SessionOutcome, SetOutcome
from supple.storage import rows
from supple.storage.schema import checks, pains, safety_answers, self_tests, sessions, sets

_BATCH = 500  # rows fetched at a time


class SqlHistory:
    """The History of services over an engine made by storage.database; safe to use from any thread."""

    def __init__(self, engine: Engine) -> None:
        """Take over `engine`; `close` ends it."""
        self._engine = engine

    def close(self) -> None:
        """Let go of the file; its last connection folds the write-ahead log into it."""
        self._engine.dispose()

    def begin_session(self, session: SessionRecord) -> None:
        """Remember a session; a rating in `pain_before` or `pain_after` becomes a row of its own."""
        with self._engine.begin() as connection:
            if _add(connection, sessions, rows.session_row(session), key="session_id"):
                for occasion, score in (
                    (Occasion.BEFORE, session.pain_before),
                    (Occasion.AFTER, session.pain_after),
                ):
                    rated_at = session.started_at if occasion is Occasion.BEFORE else session.ended_at
                    _rate(connection, session.session_id, occasion, score, rated_at or session.started_at)

    def add_set(self, record: SetRecord, *, done_s: float) -> None:
        """Keep one attempt at a set and the session's running time so far."""
        with self._engine.begin() as connection:
            if _add(connection, sets, rows.set_row(record), key="set_id"):
                connection.execute(
                    update(sessions).where(sessions.c.session_id == record.session_id).values(done_s=done_s)
                )

    def end_session(
        self, session_id: str, *, ended_at: datetime, outcome: SessionOutcome, done_s: float
    ) -> None:
        """Close a session, never before it began: the clock may have been set back."""
        with self._engine.begin() as connection:
            statement = select(sessions.c.started_at).where(sessions.c.session_id == session_id)
            began = connection.execute(statement).scalar_one()
            ended = rows.time_row("ended", ended_at)
            ended["ended_at"] = max(ended["ended_at"], began)
            connection.execute(
                update(sessions)
                .where(sessions.c.session_id == session_id)
                .values(**ended, outcome=outcome, done_s=done_s)
            )

    def change_plan(self, session_id: str, plan: Plan) -> None:
        """Keep what a running session plays from now on."""
        with self._engine.begin() as connection:
            statement = update(sessions).where(sessions.c.session_id == session_id)
            connection.execute(statement.values(plan_json=rows.plan_text(plan)))

    def note_session(
        self, session_id: str, *, pain_after: int | None, note: str, rated_at: datetime | None = None
    ) -> None:
        """Keep what the person says after a session, in place of what was said before."""
        with self._engine.begin() as connection:
            connection.execute(update(sessions).where(sessions.c.session_id == session_id).values(note=note))
            moment = rated_at or _session_end(connection, session_id)
            _rate(connection, session_id, Occasion.AFTER, pain_after, moment)

    def add_pain(self, pain: PainRecord) -> None:
        """Keep one rating; a session has one before and one after, the newest counts."""
        with self._engine.begin() as connection:
            if pain.session_id is not None and pain.occasion in (Occasion.BEFORE, Occasion.AFTER):
                _forget_rating(connection, pain.session_id, pain.occasion)
            _add(connection, pains, rows.pain_row(pain), key="pain_id")

    def add_self_test(self, self_test: SelfTestRecord) -> None:
        """Keep a self-test with its checks; one kept again under its id takes the place of the earlier."""
        row = {"self_test_id": self_test.self_test_id, **rows.time_row("taken", self_test.taken_at)}
        with self._engine.begin() as connection:
            if not _add(connection, self_tests, row, key="self_test_id"):
                connection.execute(delete(checks).where(checks.c.self_test_id == self_test.self_test_id))
            if self_test.checks:
                found = [rows.check_row(self_test.self_test_id, check) for check in self_test.checks]
                connection.execute(insert(checks), found)

    def add_safety(self, safety: SafetyRecord) -> None:
        """Keep the answers to the safety questions, once."""
        row = rows.safety_row(safety)
        same = (
            safety_answers.c.answered_at == row["answered_at"],
            safety_answers.c.ticked == row["ticked"],
            safety_answers.c.details == row["details"],
        )
        with self._engine.begin() as connection:
            if connection.execute(select(safety_answers.c.number).where(*same)).first() is None:
                connection.execute(insert(safety_answers).values(**row))

    def last_safety(self) -> SafetyRecord | None:
        """The answers given last; not by their time, for the clock may have been set back."""
        newest = select(safety_answers).order_by(safety_answers.c.number.desc()).limit(1)
        with self._engine.connect() as connection:
            row = connection.execute(newest).first()
        return None if row is None else rows.safety_of(row)

    def last_self_test(self) -> SelfTestRecord | None:
        """The self-test taken last; not by its time, for the clock may have been set back."""
        newest = select(func.max(self_tests.c.number)).scalar_subquery()
        return next(self._grouped(_self_test_rows().where(self_tests.c.number == newest)), None)

    def sessions(
        self, *, since: datetime | None = None, until: datetime | None = None
    ) -> Iterator[SessionRecord]:
        """Sessions with what is counted and rated beside them."""
        column = sessions.c.started_at
        statement = _session_rows().where(*_between(column, since, until))
        for row in self._rows(statement.order_by(column, sessions.c.number)):
            yield rows.session_of(row)

    def sets(self, *, since: datetime | None = None, until: datetime | None = None) -> Iterator[SetRecord]:
        """Sets."""
        column = sets.c.started_at
        statement = select(sets).where(*_between(column, since, until)).order_by(column, sets.c.number)
        for row in self._rows(statement):
            yield rows.set_of(row)

    def self_tests(
        self, *, since: datetime | None = None, until: datetime | None = None
    ) -> Iterator[SelfTestRecord]:
        """Self-tests with their checks in the order they were taken."""
        yield from self._grouped(_self_test_rows().where(*_between(self_tests.c.taken_at, since, until)))

    def pains(self, *, since: datetime | None = None, until: datetime | None = None) -> Iterator[PainRecord]:
        """Pain ratings."""
        column = pains.c.rated_at
        statement = select(pains).where(*_between(column, since, until)).order_by(column, pains.c.number)
        for row in self._rows(statement):
            yield rows.pain_of(row)

    def signed_pains(self) -> Iterator[PainRecord]:
        """Ratings with a sign, or below the knee."""
        signed = (pains.c.signs != "[]") | (pains.c.place == BELOW_KNEE)
        for row in self._rows(select(pains).where(signed).order_by(pains.c.rated_at, pains.c.number)):
            yield rows.pain_of(row)

    def safeties(
        self, *, since: datetime | None = None, until: datetime | None = None
    ) -> Iterator[SafetyRecord]:
        """Every round of answers to the safety questions."""
        column = safety_answers.c.answered_at
        statement = select(safety_answers).where(*_between(column, since, until))
        for row in self._rows(statement.order_by(column, safety_answers.c.number)):
            yield rows.safety_of(row)

    def sets_of(self, session_id: str) -> Iterator[SetRecord]:
        """The sets of one session in the order they were done."""
        for row in self._rows(select(sets).where(sets.c.session_id == session_id).order_by(sets.c.number)):
            yield rows.set_of(row)

    def unfinished_session(self) -> SessionRecord | None:
        """The newest session without an end."""
        statement = _session_rows().add_columns(sessions.c.plan_json).where(sessions.c.outcome.is_(None))
        with self._engine.connect() as connection:
            row = connection.execute(statement.order_by(sessions.c.number.desc()).limit(1)).first()
        return None if row is None else replace(rows.session_of(row), plan=rows.plan_of(row.plan_json))

    def _rows(self, statement: Select[Any]) -> Iterator[Any]:
        """Rows in batches, so that many years do not stand in memory at once."""
        with self._engine.connect() as connection:
            yield from connection.execution_options(yield_per=_BATCH).execute(statement)

    def _grouped(self, statement: Select[Any]) -> Iterator[SelfTestRecord]:
        in_order = statement.order_by(self_tests.c.taken_at, self_tests.c.number, checks.c.number)
        for _, group in groupby(self._rows(in_order), key=_self_test_number):
            found = list(group)
            yield SelfTestRecord(
                self_test_id=found[0].self_test_id,
                taken_at=rows.moment_of(found[0].taken_at, found[0].taken_offset_min),
                checks=rows.checks_of(found),
            )


def _self_test_number(row: Any) -> int:
    return int(row.self_test_number)


def _add(connection: Connection, table: Table, row: rows.Row, *, key: str) -> bool:
    """Insert `row` unless its key is there already; whether it was new."""
    statement = insert(table).values(**row).on_conflict_do_nothing(index_elements=[key])
    return connection.execute(statement).rowcount == 1


def _rate(
    connection: Connection, session_id: str, occasion: Occasion, score: int | None, rated_at: datetime
) -> None:
    """Make `score` the session's one rating on `occasion`; None takes it away."""
    _forget_rating(connection, session_id, occasion)
    if score is not None:
        pain = PainRecord(
            pain_id=uuid4().hex, rated_at=rated_at, occasion=occasion, score=score, session_id=session_id
        )
        connection.execute(insert(pains).values(**rows.pain_row(pain)))


def _forget_rating(connection: Connection, session_id: str, occasion: Occasion) -> None:
    connection.execute(delete(pains).where(pains.c.session_id == session_id, pains.c.occasion == occasion))


def _session_end(connection: Connection, session_id: str) -> datetime:
    row = connection.execute(select(sessions).where(sessions.c.session_id == session_id)).one()
    if row.ended_at is not None:
        return rows.moment_of(row.ended_at, row.ended_offset_min)
    return rows.moment_of(row.started_at, row.started_offset_min)


def _between(
    column: ColumnElement[Any], since: datetime | None, until: datetime | None
) -> list[ColumnElement[bool]]:
    bounds = []
    if since is not None:
        bounds.append(column >= rows.utc_text(since))
    if until is not None:
        bounds.append(column < rows.utc_text(until))
    return bounds


def _session_rows() -> Select[Any]:
    """Sessions with their completed sets, each counted once, and their ratings; without their plans."""
    one_set = func.printf("%d %s %d", sets.c.step, sets.c.side, sets.c.set_number)
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


def _self_test_rows() -> Select[Any]:
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
