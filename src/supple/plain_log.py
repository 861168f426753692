"""A log of a few files in turn that follows no link and waits for no pipe; what cannot be written is not logged."""

import os
from io import TextIOWrapper
from logging import LogRecord
from logging.handlers import RotatingFileHandler
from pathlib import Path

from supple.storage.files import close_to_others, open_plain


class PlainLog(RotatingFileHandler):
    """Writes to `path`; `most_bytes` later it is moved aside, as one of `kept`."""

    def __init__(self, path: Path, *, most_bytes: int, kept: int) -> None:
        """Raises OSError when `path` cannot be a plain file of ours; nothing is kept open before there is a word."""
        os.close(open_plain(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND))
        close_to_others(path)
        super().__init__(path, maxBytes=most_bytes, backupCount=kept, encoding="utf-8", delay=True)

    def _open(self) -> TextIOWrapper:
        return open(self.baseFilename, "a", encoding="utf-8", opener=open_plain)

    def handleError(self, record: LogRecord) -> None:
        """Nobody is told: that a log cannot be written is no reason to say anything on the terminal."""
