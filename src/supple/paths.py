"""Where a person's data live, and what is wrong when they cannot."""

import os
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryFile

VARIABLE = "SUPPLE_DATA_DIR"


class DataFolderError(Exception):
    """The data folder cannot be used; its text is one sentence for the person."""


def data_folder(chosen: str | None, environment: Mapping[str, str]) -> Path:
    """The data folder: the one asked for, else SUPPLE_DATA_DIR, else the platform's own. Nothing is made yet."""
    wanted = chosen or environment.get(VARIABLE)
    if wanted:
        return Path(wanted).expanduser().absolute()
    from platformdirs import user_data_path  # 10 ms that a chosen folder need not cost

    return user_data_path("supple", appauthor=False)


def prepare(folder: Path, *, chosen: bool) -> None:
    """Make sure that `folder` is there, for its owner alone, and can be written; raises DataFolderError.

    In a `chosen` place only the last folder is made: a disk that is not there must not be mistaken for a new start.
    """
    gone = _broken_link(folder)
    if gone is not None:
        raise DataFolderError(
            f"{gone} is a link to {gone.readlink()}, which is not there: connect the disk it is on, or choose another"
            " data folder."
        )
    try:
        if chosen and not folder.parent.is_dir():
            raise DataFolderError(
                f"The folder {folder.parent} is not there: connect the disk it is on, or choose another data folder."
            )
        folder.mkdir(mode=0o700, parents=not chosen, exist_ok=True)
        with TemporaryFile(dir=folder):
            pass
    except (FileExistsError, NotADirectoryError) as error:
        raise DataFolderError(f"{folder} is a file: choose a folder for the data.") from error
    except OSError as error:
        raise DataFolderError(
            f"Nothing can be written in the data folder {folder} ({os.strerror(error.errno or 0)}):"
            " allow it for your user, or choose another with --data-dir."
        ) from error


def _broken_link(folder: Path) -> Path | None:
    """The link on the way to `folder`, itself included, that leads to nothing; None without one."""
    return next(
        (place for place in (folder, *folder.parents) if place.is_symlink() and not place.exists()), None
    )
