"""`supple export`: the history as CSV, without a window."""

from pathlib import Path

from supple.commands.failure import Failure, file_failure, history_failure, local_now
from supple.services.csv_tables import What
from supple.services.export import Days, export_all, export_csv
from supple.services.history import History, HistoryError
from supple.services.nothing_kept import NothingKept
from supple.storage import DATABASE

ALL = "all"


def export(folder: Path, target: Path, *, what: str, days: Days) -> None:
    """Write the history in `folder` to `target`; without a history there the files have their header row only."""
    target = target.expanduser().absolute()
    if what == ALL and target.suffix.lower() != ".zip" and target.is_file():
        raise Failure(f"{target} is a file: give a folder, or a name that ends in .zip, for all files.")
    try:
        if (folder / DATABASE).exists():
            from supple.storage.database import open_history

            history = open_history(folder, now=local_now())
            try:
                _write(history, target, what, days)
            finally:
                history.close()
        else:
            _write(NothingKept(), target, what, days)
    except HistoryError as error:
        raise history_failure(error, folder) from error
    except OSError as error:
        raise file_failure(error, target) from error


def _write(history: History, target: Path, what: str, days: Days) -> None:
    if what == ALL:
        export_all(history, target, days=days)
    else:
        export_csv(history, What(what), target, days=days)
