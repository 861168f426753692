"""A plan's parts as text: what a newer version wrote is kept as it stands, and the rest is read.

A plan is one row; its controls, its basis and its changes are JSON. An entry that this version does not know stays in
`PlanRecord.unread`, in its place by number, and is written back with the others.
"""

from dataclasses import fields
from typing import Any

import msgspec

from supple.domain.plan import PlanBasis, PlanChange, PlanControls
from supple.domain.plan_weeks import PLANNED
from supple.domain.week import WEEK_DAYS

_FIELDS = {field.name for field in fields(PlanChange)}


def encoded(value: PlanControls | PlanBasis) -> str:
    """One of them as JSON."""
    return msgspec.json.encode(value).decode()


def decoded_controls(text: str) -> PlanControls:
    """Raises msgspec.MsgspecError or ValueError for what is none."""
    return _sensible(msgspec.json.decode(text, type=PlanControls))


def decoded_basis(text: str) -> PlanBasis:
    """Raises msgspec.MsgspecError for what is none."""
    return msgspec.json.decode(text, type=PlanBasis)


def encoded_changes(changes: tuple[PlanChange, ...], unread: tuple[str, ...]) -> str:
    """All changes in their order, those that could not be read where they stood."""
    entries: list[Any] = [msgspec.to_builtins(change) for change in changes]
    for text in unread:
        place, _, content = text.partition(":")
        entries.insert(int(place), msgspec.json.decode(content))
    return msgspec.json.encode(entries).decode()


def decoded_changes(text: str) -> tuple[tuple[PlanChange, ...], tuple[str, ...]]:
    """The changes that can be read, and the others with their places; raises msgspec.MsgspecError for no list."""
    changes: list[PlanChange] = []
    unread: list[str] = []
    for place, entry in enumerate(msgspec.json.decode(text, type=list[Any])):
        try:
            change = _change(entry)
            if change.controls is not None:
                _sensible(change.controls)
            changes.append(change)
        except (msgspec.MsgspecError, ValueError):
            unread.append(f"{place}:{msgspec.json.encode(entry).decode()}")
    return tuple(changes), tuple(unread)


def _change(entry: Any) -> PlanChange:
    """ValueError for one that says more than is known here: it would be lost in writing."""
    change = msgspec.convert(entry, PlanChange)
    if not set(entry) <= _FIELDS:
        raise ValueError("a change with more in it")
    return change


def _sensible(controls: PlanControls) -> PlanControls:
    """Days that a week has, of a routine that there is; ValueError for others."""
    if (
        not controls.days
        or not controls.days <= set(range(WEEK_DAYS))
        or not 1 <= controls.week_begins <= WEEK_DAYS
    ):
        raise ValueError("days that no week has")
    if controls.routine_id not in PLANNED:
        raise ValueError("a routine that no plan of this version is of")
    return controls
