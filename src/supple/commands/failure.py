"""Why a command could not be done, in one sentence."""

import os
from pathlib import Path

from supple.services.history import HistoryError


class Failure(Exception):  # noqa: N818 - it is the word a person would use
    """A command cannot be done; its text is the one sentence for standard error."""


def history_failure(error: HistoryError, folder: Path) -> Failure:
    """The sentence for a history that cannot be read or written."""
    from supple.ui.words.trouble_words import trouble_sentence, trouble_title

    sentence = trouble_sentence(error.trouble, folder=str(folder))
    return Failure(f"{trouble_title(error.trouble)}. {sentence}")


def file_failure(error: OSError, file: Path) -> Failure:
    """The sentence for a file that cannot be written or read."""
    if not file.parent.is_dir():
        return Failure(
            f"The folder {file.parent} is not there: make it, or choose another place for {file.name}."
        )
    if isinstance(error, IsADirectoryError):
        return Failure(f"{file} is a folder or a device: choose the name of a file.")
    return Failure(
        f"{file} could not be written or read ({os.strerror(error.errno or 0)}): choose another place."
    )
