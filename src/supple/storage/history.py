"""The history in SQLite: each verb is one transaction, each record can be written again without harm."""

import logging
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, suppress
from dataclasses import replace
from datetime import datetime
from itertools import groupby
from pathlib import Path
from typing import Any, TypeVar
from uuid import uuid4

from sqlalchemy import Connection, Engine, Select, Table, delete, event, func, select, update
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.exc import SQLAlchemyError

from supple.domain.pain import BELOW_KNEE
from supple.domain.record import (
    NoteRecord,
    Occasion,
    PainRecord,
    SafetyRecord,
    SelfTestRecord,
    SessionRecord,
    SetRecord,
)
from supple.domain.routine import SessionPlan
from supple.domain.session import SessionOutcome
from supple.domain.trouble import Trouble
from supple.services.history import HistoryError
from supple.storage import rows
from supple.storage.log_care import LogCare
from supple.storage.schema import checks, notes, pains, safety_answers, self_tests, sessions, sets
from supple.storage.selects import between, self_test_rows, session_rows

log = logging.getLogger(__name__)

T = TypeVar("T")

_MOST_RUN_S = 24 * 3600.0
_BATCH = 500  # rows fetched at a time


class SqlHistory:
    """The History of services over an engine made by storage.database; safe to use from any thread."""

    def __init__(
        self,
        engine: Engine,
        *,
        path: Path,
        log_care: LogCare | None = None,
        restore_taken_back: bool = False,
    ) -> None:
        """Take over `engine` on the file `path`; `close` ends it.

        `log_care`: what was done about the log before; `restore_taken_back`: whether a restore had been cut off.
        """
        self._engine = engine
        self.path = path
        self.log_care = log_care
        self.restore_taken_back = restore_taken_back

    def close(self) -> None:
        """Fold the write-ahead log into the file and let go of it; what cannot be folded now stays in the log."""
        with (
            suppress(HistoryError, SQLAlchemyError, sqlite3.Error),
            closing(self._engine.raw_connection()) as connection,  # beside transactions
            closing(connection.cursor()) as cursor,
        ):
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        self._engine.dispose()
        event.listen(self._engine, "do_connect", _refuse)

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
            began = connection.execute(statement).scalar_one_or_none()
            if began is None:
                raise _unknown(session_id)
            ended = rows.time_row("ended", ended_at)
            ended["ended_at"] = max(ended["ended_at"], began)
            connection.execute(
                update(sessions)
                .where(sessions.c.session_id == session_id)
                .values(**ended, outcome=outcome, done_s=done_s)
            )

    def end_cut_off(self, *, before: datetime) -> None:
        """Close every session without an end that began before then; what stands in it is SQLite's to read."""
        ran = func.printf("+%f seconds", func.min(func.max(sessions.c.done_s, 0.0), _MOST_RUN_S))
        ended = func.strftime("%Y-%m-%dT%H:%M:%f000Z", sessions.c.started_at, ran)
        with self._engine.begin() as connection:
            connection.execute(
                update(sessions)
                .where(sessions.c.outcome.is_(None), sessions.c.started_at < rows.utc_text(before))
                .values(
                    outcome=SessionOutcome.INTERRUPTED,
                    ended_at=func.max(sessions.c.started_at, func.coalesce(ended, sessions.c.started_at)),
                    ended_offset_min=sessions.c.started_offset_min,
                )
            )

    def change_plan(self, session_id: str, plan: SessionPlan) -> None:
        """Keep what a running session plays from now on."""
        with self._engine.begin() as connection:
            statement = update(sessions).where(sessions.c.session_id == session_id)
            if (
                connection.execute(
                    statement.values(plan_json=rows.plan_text(plan), **rows.planned(plan))
                ).rowcount
                == 0
            ):
                raise _unknown(session_id)

    def note_session(
        self, session_id: str, *, pain_after: int | None, note: str, rated_at: datetime | None = None
    ) -> None:
        """Keep what the person says after a session, in place of what was said before."""
        with self._engine.begin() as connection:
            noted = update(sessions).where(sessions.c.session_id == session_id).values(note=note)
            if connection.execute(noted).rowcount == 0:
                raise _unknown(session_id)
            moment = rated_at or _session_end(connection, session_id)
            _rate(connection, session_id, Occasion.AFTER, pain_after, moment)

    def add_pain(self, pain: PainRecord) -> None:
        """Keep one rating; a session has one before and one after, the newest counts, as of one id."""
        with self._engine.begin() as connection:
            if pain.session_id is not None and pain.occasion in (Occasion.BEFORE, Occasion.AFTER):
                _forget_rating(connection, pain.session_id, pain.occasion)
            row = rows.pain_row(pain)
            statement = insert(pains).values(**row)
            connection.execute(statement.on_conflict_do_update(index_elements=["pain_id"], set_=row))

    def take_back_pain(self, pain_id: str) -> None:
        """Forget one rating."""
        with self._engine.begin() as connection:
            connection.execute(delete(pains).where(pains.c.pain_id == pain_id))

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

    def keep_notes(self, written: Sequence[NoteRecord], *, only_new: bool = False) -> None:
        """Keep notes about exercises in place of earlier ones; `only_new` leaves those that are there."""
        with self._engine.begin() as connection:
            for note in written:
                row = rows.note_row(note)
                statement = insert(notes).values(**row)
                connection.execute(
                    statement.on_conflict_do_nothing(index_elements=["exercise_id"])
                    if only_new
                    else statement.on_conflict_do_update(index_elements=["exercise_id"], set_=row)
                )

    def notes(self) -> Iterator[NoteRecord]:
        """The note about each exercise that ever had one."""
        yield from self._records(select(notes).order_by(notes.c.number), rows.note_of)

    def last_safety(self) -> SafetyRecord | None:
        """The answers given last; not by their time, for the clock may have been set back."""
        newest = select(safety_answers).order_by(safety_answers.c.number.desc()).limit(1)
        with self._engine.connect() as connection:
            row = connection.execute(newest).first()
        return None if row is None else _read(row, rows.safety_of)  # unreadable: they are asked anew

    def last_self_test(self) -> SelfTestRecord | None:
        """The self-test taken last; not by its time, for the clock may have been set back."""
        newest = select(func.max(self_tests.c.number)).scalar_subquery()
        return next(self._grouped(self_test_rows().where(self_tests.c.number == newest)), None)

    def sessions(
        self, *, since: datetime | None = None, until: datetime | None = None
    ) -> Iterator[SessionRecord]:
        """Sessions with what is counted and rated beside them."""
        column = sessions.c.started_at
        statement = session_rows().where(*between(column, since, until))
        yield from self._records(statement.order_by(column, sessions.c.number), rows.session_of)

    def sets(self, *, since: datetime | None = None, until: datetime | None = None) -> Iterator[SetRecord]:
        """Sets."""
        column = sets.c.started_at
        statement = select(sets).where(*between(column, since, until)).order_by(column, sets.c.number)
        yield from self._records(statement, rows.set_of)

    def self_tests(
        self, *, since: datetime | None = None, until: datetime | None = None
    ) -> Iterator[SelfTestRecord]:
        """Self-tests with their checks in the order they were taken."""
        yield from self._grouped(self_test_rows().where(*between(self_tests.c.taken_at, since, until)))

    def pains(self, *, since: datetime | None = None, until: datetime | None = None) -> Iterator[PainRecord]:
        """Pain ratings."""
        column = pains.c.rated_at
        statement = select(pains).where(*between(column, since, until)).order_by(column, pains.c.number)
        yield from self._records(statement, rows.pain_of)

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
        statement = select(safety_answers).where(*between(column, since, until))
        yield from self._records(statement.order_by(column, safety_answers.c.number), rows.safety_of)

    def sets_of(self, session_id: str) -> Iterator[SetRecord]:
        """The sets of one session in the order they were done."""
        yield from self._records(
            select(sets).where(sets.c.session_id == session_id).order_by(sets.c.number), rows.set_of
        )

    def unfinished_session(self) -> SessionRecord | None:
        """The newest session without an end."""
        statement = session_rows().add_columns(sessions.c.plan_json).where(sessions.c.outcome.is_(None))
        with self._engine.connect() as connection:
            row = connection.execute(statement.order_by(sessions.c.number.desc()).limit(1)).first()
        return None if row is None else _read(row, _unfinished_of)

    def _rows(self, statement: Select[Any]) -> Iterator[Any]:
        """Rows in batches, so that many years do not stand in memory at once."""
        with self._engine.connect() as connection:
            yield from connection.execution_options(yield_per=_BATCH).execute(statement)

    def _records(self, statement: Select[Any], decode: Callable[[Any], T]) -> Iterator[T]:
        """The records of those rows that can be read; storage.whole counts the others."""
        for row in self._rows(statement):
            record = _read(row, decode)
            if record is not None:
                yield record

    def _grouped(self, statement: Select[Any]) -> Iterator[SelfTestRecord]:
        in_order = statement.order_by(self_tests.c.taken_at, self_tests.c.number, checks.c.number)
        for _, group in groupby(self._rows(in_order), key=_self_test_number):
            self_test = _read(list(group), _self_test_of)
            if self_test is not None:
                yield self_test


def _refuse(*_of: object) -> None:
    """Nobody opens a file again that was closed: something else may lie there."""
    raise HistoryError(Trouble.NOT_OPEN, "the history is closed")


def _read(row: Any, decode: Callable[[Any], T]) -> T | None:
    """The record of `row`; None for one that cannot be read: it stays where it is."""
    try:
        return decode(row)
    except rows.UNREADABLE as error:
        log.info("a row is passed over: %s", type(error).__name__)
        return None


def _self_test_of(found: list[Any]) -> SelfTestRecord:
    return SelfTestRecord(
        self_test_id=found[0].self_test_id,
        taken_at=rows.self_test_moment_of(found[0]),
        checks=tuple(
            check for row in found if row.check_name is not None and (check := _read(row, rows.check_of))
        ),
    )


def _unfinished_of(row: Any) -> SessionRecord:
    return replace(rows.session_of(row), plan=rows.plan_of(row.plan_json))


def _unknown(session_id: str) -> HistoryError:
    return HistoryError(Trouble.REPLACED, f"session {session_id} is not in it")


def _self_test_number(row: Any) -> int:
    return int(row.self_test_number)


def _add(connection: Connection, table: Table, row: rows.RowValues, *, key: str) -> bool:
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
