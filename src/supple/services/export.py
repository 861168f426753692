"""Writes the history as CSV: streamed, beside the old file, and put in its place when it is whole."""

import csv
import io
import zipfile
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import IO

from supple.domain.record import SafetyRecord, SelfTestRecord
from supple.services.csv_tables import (
    COLUMNS,
    What,
    note_cells,
    pain_cells,
    safety_cells,
    self_test_cells,
    session_cells,
    set_cells,
)
from supple.services.history import History
from supple.services.replace_file import replacing

_MARGIN = timedelta(days=2)  # a local day lies within this of the same day in UTC
_Taken = SelfTestRecord | SafetyRecord
_FIRST_YEAR, _LAST_YEAR = 1000, 9998


@dataclass(frozen=True, slots=True, kw_only=True)
class Days:
    """The local days that are wanted, both ends included; None is without end."""

    first: date | None = None
    last: date | None = None

    def __contains__(self, day: date) -> bool:
        """Whether `day` is wanted."""
        return (self.first is None or day >= self.first) and (self.last is None or day <= self.last)

    @property
    def bounds(self) -> dict[str, datetime | None]:
        """`since` and `until` for History, a little too wide."""
        return {"since": _moment(self.first, -_MARGIN), "until": _moment(self.last, _MARGIN)}


ALL_DAYS = Days()


def export_csv(history: History, what: What, file: Path, *, days: Days = ALL_DAYS) -> None:
    """Write one CSV file; raises HistoryError or OSError, and then leaves `file` as it was."""
    with replacing(file) as raw:
        _write(history, what, raw, days)


def export_all(history: History, target: Path, *, days: Days = ALL_DAYS) -> None:
    """Write every CSV: into the archive `target` when its name ends in .zip, else into a folder of that name.

    Raises HistoryError or OSError, and then all files are as they were before.
    """
    if target.suffix.lower() != ".zip":
        target.mkdir(exist_ok=True)
        with ExitStack() as files:  # none takes its place before all are written
            for what in What:
                _write(history, what, files.enter_context(replacing(target / f"{what}.csv")), days)
        return
    with replacing(target) as raw, zipfile.ZipFile(raw, "w", zipfile.ZIP_DEFLATED) as archive:
        for what in What:
            with archive.open(f"{what}.csv", "w") as member:
                _write(history, what, member, days)


def _write(history: History, what: What, raw: IO[bytes], days: Days) -> None:
    text = io.TextIOWrapper(raw, encoding="utf-8", newline="")
    try:
        writer = csv.writer(text)
        writer.writerow(COLUMNS[what])
        writer.writerows(_rows(history, what, days))
        text.flush()
    finally:
        text.detach()


def _rows(history: History, what: What, days: Days) -> Iterator[list[str]]:
    match what:
        case What.SESSIONS:
            for session in history.sessions(**days.bounds):
                if session.day in days:
                    yield session_cells(session)
        case What.SETS:
            yield from _set_rows(history, days)
        case What.SELF_TESTS:
            yield from _self_test_rows(history, days)
        case What.PAIN:
            for pain in history.pains(**days.bounds):
                if pain.rated_at.date() in days:
                    yield pain_cells(pain)
        case What.NOTES:
            for note in history.notes():
                if note.note and note.written_at.date() in days:
                    yield note_cells(note)


def _set_rows(history: History, days: Days) -> Iterator[list[str]]:
    """The sets of the wanted sessions: a set after midnight belongs to the day its session began."""
    wanted = {session.session_id for session in history.sessions(**days.bounds) if session.day in days}
    for record in history.sets(**days.bounds):
        if record.session_id in wanted:
            yield set_cells(record)


def _self_test_rows(history: History, days: Days) -> Iterator[list[str]]:
    """Self-tests and rounds of safety questions by their time."""
    taken_by_time: list[_Taken] = [*history.self_tests(**days.bounds), *history.safeties(**days.bounds)]
    for taken in sorted(taken_by_time, key=_taken_at):
        if _taken_at(taken).date() not in days:
            continue
        yield from safety_cells(taken) if isinstance(taken, SafetyRecord) else self_test_cells(taken)


def _taken_at(taken: _Taken) -> datetime:
    return taken.answered_at if isinstance(taken, SafetyRecord) else taken.taken_at


def _moment(day: date | None, margin: timedelta) -> datetime | None:
    """Midnight of `day` and `margin`; None, without end, where the calendar ends."""
    if day is None or not _FIRST_YEAR <= day.year <= _LAST_YEAR:
        return None
    return datetime.combine(day, time(), tzinfo=UTC) + margin
