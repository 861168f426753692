"""What happens when the program itself is wrong: a log, one plain dialog, and an orderly end.

The log holds tracebacks and versions, never records: health data stay in the history alone.
"""

import faulthandler
import logging
import sys
import traceback
from collections.abc import Callable
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

LOG_NAME = "supple.log"
FAULT_NAME = "fault.log"
LOG_BYTES = 200_000
LOGS_KEPT = 3

_log = logging.getLogger("supple")


def log_to(folder: Path) -> Path:
    """Write the log and hard faults to `folder`; returns the log's path. An unwritable folder means no log."""
    path = folder / LOG_NAME
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        handler = RotatingFileHandler(
            path, maxBytes=LOG_BYTES, backupCount=LOGS_KEPT, encoding="utf-8", delay=True
        )
        fault_file = (folder / FAULT_NAME).open("a", encoding="utf-8")
    except OSError:
        return path
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.getLogger().addHandler(handler)
    faulthandler.enable(fault_file)
    return path


class CrashHook:
    """Installed as sys.excepthook: logs once, tells the person once, then lets the program end."""

    def __init__(self, tell: Callable[[str], None]) -> None:
        """`tell` shows the traceback's text to the person and ends the program."""
        self._tell = tell
        self._told = False

    def install(self) -> None:
        """Take over sys.excepthook."""
        sys.excepthook = self

    def __call__(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Log and tell; Ctrl+C passes through, and a second failure on the way is only logged."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        words = "".join(traceback.format_exception(kind, error, trace))
        _log.critical("%s", words)
        sys.__excepthook__(kind, error, trace)
        if not self._told:
            self._told = True
            self._tell(words)
