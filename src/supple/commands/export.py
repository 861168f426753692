"""`supple export`: the history as CSV, without a window."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from supple.commands.failure import Failure, file_failure, history_failure
from supple.commands.targets import outside, there
from supple.domain.trouble import Trouble
from supple.services.csv_tables import What
from supple.services.export import Days, export_all, export_csv
from supple.services.history import History, HistoryError
from supple.services.local_time import local_now
from supple.storage import DATABASE

ALL = "all"


def export(folder: Path, target: Path, *, what: str, days: Days) -> str:
    """Write the history in `folder` to `target`; returns what has to be said about it, "" for nothing.

    Before the first start of the window the files have their header row only.
    """
    target = outside(target, there(folder))
    if what == ALL and target.suffix.lower() != ".zip" and target.is_file():
        raise Failure(f"{target} is a file: give a folder, or a name that ends in .zip, for all files.")
    if days.first is not None and days.last is not None and days.first > days.last:
        raise Failure(f"--from {days.first} is after --to {days.last}: nothing lies between them.")
    try:
        with _looked_at(folder) as (history, said):
            _write(history, target, what, days)
            return said
    except HistoryError as error:
        raise history_failure(error, folder) from error
    except OSError as error:
        raise file_failure(error, target) from error


@contextmanager
def _looked_at(folder: Path) -> Iterator[tuple[History, str]]:
    """A copy of the history, so that nothing of it is changed, and what has to be said about it."""
    from supple.storage.database import look_for_copy, open_history, open_memory_history
    from supple.storage.faults import sorted_faults
    from supple.storage.looking import copied
    from supple.storage.whole import read_through

    database = folder / DATABASE
    if not database.exists():
        look_for_copy(database)
        nothing = open_memory_history()
        yield nothing, ""
        nothing.close()
        return
    if not database.is_file():
        raise HistoryError(Trouble.DAMAGED, "it is no file")
    with copied(database) as copy:
        history = open_history(copy.parent, now=local_now())
        try:
            with sorted_faults(database):
                amiss = read_through(copy)
            lost = history.log_care is not None and history.log_care.lost
            yield history, _words(amiss.unreadable + amiss.orphans, lost=lost)
        finally:
            history.close()


def _words(amiss: int, *, lost: bool) -> str:
    said = []
    if amiss:
        entries = "One entry" if amiss == 1 else f"{amiss} entries"
        said.append(f"{entries} of your history cannot be read as a whole; what can be read is in the file.")
    if lost:
        said.append("Part of what was written last cannot be read: open the window, which keeps it aside.")
    return " ".join(said)


def _write(history: History, target: Path, what: str, days: Days) -> None:
    if what == ALL:
        export_all(history, target, days=days)
    else:
        export_csv(history, What(what), target, days=days)
