"""What the tables of the history have in common: their kinds of columns, and how values stand in them.

Times are UTC text of fixed width, so that text order is time order, beside the minutes that the person's own clock was
ahead of UTC. `number` is the order in which rows were written.
"""

import json
import math
from datetime import UTC, datetime, timedelta, timezone
from enum import StrEnum
from typing import Any

import msgspec
from sqlalchemy import REAL, CheckConstraint, Column, Integer, MetaData, Text
from sqlalchemy.sql.schema import SchemaItem

metadata = MetaData()
_TIME_PATTERN = "????-??-??T??:??:??.??????Z"

RowValues = dict[str, Any]
"""The values of one row by column name."""

UNREADABLE = (ValueError, TypeError, OverflowError, RecursionError, msgspec.MsgspecError)
"""What reading a row can raise when somebody else has written it."""

_MOST_OFFSET_MIN = 1439  # the schema allows a minute more than Python's clocks do
_MOST_S = 7 * 24 * 3600.0  # no session takes a week


def key() -> Column[Any]:
    """The order in which rows were written."""
    return Column("number", Integer, primary_key=True)


def text(name: str) -> Column[Any]:
    """A text that is there, if only as an empty one."""
    return Column(name, Text, nullable=False)


def one_of(name: str, words: type[StrEnum], *, nullable: bool = False) -> list[SchemaItem]:
    """A text column that holds one of `words`, and the check for it."""
    listed = ", ".join(f"'{word}'" for word in words)
    return [Column(name, Text, nullable=nullable), CheckConstraint(f"{name} IN ({listed})")]


def at_least(name: str, least: int, *, whole: bool = False, nullable: bool = False) -> list[SchemaItem]:
    """A column of numbers not below `least`."""
    column: Column[Any] = Column(name, Integer if whole else REAL, nullable=nullable)
    return [column, CheckConstraint(f"{name} >= {least}")]


def time(name: str, *, nullable: bool = False) -> list[SchemaItem]:
    """A moment: `<name>_at` in UTC and `<name>_offset_min`."""
    return [
        Column(f"{name}_at", Text, nullable=nullable),
        Column(f"{name}_offset_min", Integer, nullable=nullable),
        CheckConstraint(f"{name}_at GLOB '{_TIME_PATTERN}'"),
        CheckConstraint(f"{name}_offset_min BETWEEN -1440 AND 1440"),
    ]


def utc_text(moment: datetime) -> str:
    """`moment` as the tables hold it; ValueError for one without an offset."""
    if moment.utcoffset() is None:
        raise ValueError(f"{moment} has no offset from UTC")
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ").rjust(27, "0")


def time_row(name: str, moment: datetime) -> RowValues:
    """The two columns of a moment."""
    offset = moment.utcoffset() or timedelta()
    return {f"{name}_at": utc_text(moment), f"{name}_offset_min": round(offset / timedelta(minutes=1))}


def moment_of(text: str, offset_min: int | None) -> datetime:
    """The moment two columns stand for, on the clock of where the person was."""
    offset_min = min(max(offset_min or 0, -_MOST_OFFSET_MIN), _MOST_OFFSET_MIN)
    zone = timezone(timedelta(minutes=offset_min)) if offset_min else UTC
    return datetime.fromisoformat(text).astimezone(zone)


def seconds_of(number: float) -> float:
    """A length as a column holds it, brought into what a session can last; ValueError for none."""
    if math.isnan(number):
        raise ValueError("a length that is no number")
    return min(max(float(number), 0.0), _MOST_S)


def listed(text: str) -> list[str]:
    """The words of a column that holds a list of them; ValueError for anything else."""
    found = json.loads(text)
    if not isinstance(found, list) or not all(isinstance(word, str) for word in found):
        raise ValueError("no list of words")
    return found
