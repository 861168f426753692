"""Writes the history as CSV: streamed, beside the old file, and put in its place when it is whole."""

import csv
import io
import zipfile
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import chain
from operator import itemgetter
from pathlib import Path
from typing import IO, Any

from supple.domain.record import SessionRecord
from supple.services.csv_tables import COLUMNS, CSV_PARTS, CsvPart, What
from supple.services.history import History
from supple.services.replace_file import replacing

_MARGIN = timedelta(days=2)  # a local day lies within this of the same day in UTC
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
    wanted = _sessions_on(history, days) if what is What.SETS else None
    told = [_told(history, part, days, wanted) for part in CSV_PARTS[what]]
    in_order = told[0] if len(told) == 1 else sorted(chain(*told), key=itemgetter(0))
    for _, rows in in_order:
        yield from rows


def _told(
    history: History, part: CsvPart[Any], days: Days, wanted: frozenset[str] | None
) -> Iterator[tuple[datetime, Iterator[list[str]]]]:
    """When each record is of, and its rows; a set after midnight belongs to the day its session began."""
    for record in history.read(part.kind, **days.bounds):
        when = getattr(record, part.when)
        if when.date() in days if wanted is None else record.session_id in wanted:
            yield when, part.cells(record)


def _sessions_on(history: History, days: Days) -> frozenset[str]:
    sessions = history.read(SessionRecord, **days.bounds)
    return frozenset(session.session_id for session in sessions if session.day in days)


def _moment(day: date | None, margin: timedelta) -> datetime | None:
    """Midnight of `day` and `margin`; None, without end, where the calendar ends."""
    if day is None or not _FIRST_YEAR <= day.year <= _LAST_YEAR:
        return None
    return datetime.combine(day, time(), tzinfo=UTC) + margin
