"""The tables of the history as they are at the newest revision.

Times are UTC text of fixed width, so that text order is time order, beside the minutes that the person's own clock was
ahead of UTC. `number` is the order in which rows were written. A change here needs a migration: a test compares both.
"""

from enum import StrEnum
from typing import Any

from sqlalchemy import REAL, CheckConstraint, Column, ForeignKey, Index, Integer, MetaData, Table, Text
from sqlalchemy.sql.schema import SchemaItem

from supple.domain.findings import Finding
from supple.domain.record import Check, Occasion
from supple.domain.session import SessionOutcome, SetOutcome
from supple.domain.side import Side

metadata = MetaData()
_TIME_PATTERN = "????-??-??T??:??:??.??????Z"


def _text(name: str) -> Column[Any]:
    return Column(name, Text, nullable=False)


def _one_of(name: str, words: type[StrEnum], *, nullable: bool = False) -> list[SchemaItem]:
    """A text column that holds one of `words`, and the check for it."""
    listed = ", ".join(f"'{word}'" for word in words)
    return [Column(name, Text, nullable=nullable), CheckConstraint(f"{name} IN ({listed})")]


def _at_least(name: str, least: int, *, whole: bool = False, nullable: bool = False) -> list[SchemaItem]:
    """A column of numbers not below `least`."""
    column: Column[Any] = Column(name, Integer if whole else REAL, nullable=nullable)
    return [column, CheckConstraint(f"{name} >= {least}")]


def _time(name: str, *, nullable: bool = False) -> list[SchemaItem]:
    """A moment: `<name>_at` in UTC and `<name>_offset_min`."""
    return [
        Column(f"{name}_at", Text, nullable=nullable),
        Column(f"{name}_offset_min", Integer, nullable=nullable),
        CheckConstraint(f"{name}_at GLOB '{_TIME_PATTERN}'"),
        CheckConstraint(f"{name}_offset_min BETWEEN -1440 AND 1440"),
    ]


def _key() -> Column[Any]:
    return Column("number", Integer, primary_key=True)


sessions = Table(
    "sessions",
    metadata,
    _key(),
    Column("session_id", Text, nullable=False, unique=True),
    *_time("started"),
    *_time("ended", nullable=True),
    _text("routine_id"),
    _text("routine"),
    *_at_least("planned_s", 0),
    *_at_least("sets_planned", 0, whole=True),
    *_at_least("done_s", 0),
    *_one_of("outcome", SessionOutcome, nullable=True),
    _text("note"),
    Column("plan_json", Text),
    CheckConstraint("plan_json IS NULL OR json_valid(plan_json)"),
    CheckConstraint("(outcome IS NULL) = (ended_at IS NULL)"),
    CheckConstraint("ended_at >= started_at"),
    sqlite_strict=True,
)

sets = Table(
    "sets",
    metadata,
    _key(),
    Column("set_id", Text, nullable=False, unique=True),
    Column("session_id", Text, ForeignKey("sessions.session_id"), nullable=False),
    *_time("started"),
    *_at_least("step", 1, whole=True),
    _text("exercise_id"),
    _text("exercise"),
    *_one_of("side", Side),
    *_at_least("set_number", 1, whole=True),
    *_at_least("planned_s", 0),
    *_at_least("held_s", 0),
    *_one_of("outcome", SetOutcome),
    *_at_least("planned_reps", 1, whole=True, nullable=True),
    *_at_least("reps", 0, whole=True, nullable=True),
    sqlite_strict=True,
)

self_tests = Table(
    "self_tests",
    metadata,
    _key(),
    Column("self_test_id", Text, nullable=False, unique=True),
    *_time("taken"),
    sqlite_strict=True,
)

checks = Table(
    "checks",
    metadata,
    _key(),
    Column("self_test_id", Text, ForeignKey("self_tests.self_test_id"), nullable=False),
    *_one_of("check_name", Check),
    *_one_of("side", Side),
    *_at_least("try_number", 1, whole=True),
    _text("answer"),
    *_one_of("finding", Finding, nullable=True),
    Column("angle_deg", REAL),
    *_at_least("error_deg", 0, nullable=True),
    _text("rules_version"),
    sqlite_strict=True,
)

pains = Table(
    "pains",
    metadata,
    _key(),
    Column("pain_id", Text, nullable=False, unique=True),
    *_time("rated"),
    *_one_of("occasion", Occasion),
    Column("score", Integer),
    Column("session_id", Text, ForeignKey("sessions.session_id")),
    _text("place"),
    _text("note"),
    _text("signs"),
    _text("exercise_id"),
    CheckConstraint("score BETWEEN 0 AND 10"),
    CheckConstraint("json_valid(signs)"),
    sqlite_strict=True,
)

safety_answers = Table(
    "safety_answers",
    metadata,
    _key(),
    *_time("answered"),
    _text("ticked"),
    Column("details", Text),
    CheckConstraint("json_valid(ticked)"),
    CheckConstraint("details IS NULL OR json_valid(details)"),
    sqlite_strict=True,
)

notes = Table(
    "notes",
    metadata,
    _key(),
    Column("exercise_id", Text, nullable=False, unique=True),
    *_time("written"),
    _text("note"),
    sqlite_strict=True,
)

Index("sessions_by_start", sessions.c.started_at)
Index("sets_by_start", sets.c.started_at)
Index("sets_of_session", sets.c.session_id)
Index("checks_of_self_test", checks.c.self_test_id)
Index("pains_of_session", pains.c.session_id)
Index("pains_by_time", pains.c.rated_at)
