"""`supple backup` and `supple restore`: a person's data as one file, and back."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from supple.commands.failure import Failure, file_failure, history_failure
from supple.commands.targets import outside
from supple.instance import Instance
from supple.services.history import HistoryError
from supple.services.local_time import local_now
from supple.storage.backup import NothingToBackUpError, make_backup
from supple.storage.restore import BackupError
from supple.storage.restore import restore as put_back


def backup(folder: Path, target: Path) -> str:
    """Write the backup; returns what is said about it."""
    target = outside(target, folder)
    try:
        make_backup(folder, target, now=local_now())
    except NothingToBackUpError as error:
        raise Failure(f"There is nothing to back up in {folder} yet.") from error
    except HistoryError as error:
        raise history_failure(error, folder) from error
    except OSError as error:
        raise file_failure(error, target) from error
    return f"Your data were saved in {target}."


def restore_command(folder: Path, source: Path) -> str:
    """Put the backup in place of the data; returns what is said about it."""
    source = source.expanduser().absolute()
    with alone(folder):
        try:
            aside = put_back(source, folder, now=local_now())
        except BackupError as error:
            raise Failure(f"{source} {error}") from error
        except FileNotFoundError as error:
            raise Failure(f"There is no file {source}.") from error
        except HistoryError as error:
            raise history_failure(error, folder) from error
        except OSError as error:
            raise file_failure(error, source) from error
    kept = "" if aside is None else f" What was there before is kept in {aside}."
    return f"Your data were restored from {source}.{kept}"


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """While this lasts no window can open the data; raises Failure when one has them open."""
    instance = Instance(folder)
    if not instance.acquire():
        raise Failure("Supple's window is open: close it, then try again.")
    try:
        yield
    finally:
        instance.release()
