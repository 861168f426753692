"""What happens when the program itself is wrong: a log, one plain dialog, and an orderly end.

The log holds tracebacks and versions, never records: health data stay in the history alone.
"""

import errno
import faulthandler
import logging
import os
import re
import sys
import threading
import traceback
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from types import TracebackType

from supple.storage.files import close_to_others, make_private_folder, open_plain

LOG_NAME = "supple.log"
FAULT_NAME = "fault.log"
LOG_BYTES = 200_000
LOGS_KEPT = 3
_ADDING = os.O_WRONLY | os.O_CREAT | os.O_APPEND

_log = logging.getLogger("supple")


class Log:
    """The program's log in `folder`; opened behind the first paint, or by the crash that comes before it."""

    def __init__(self, folder: Path) -> None:
        """Nothing is written yet, but hard faults will be."""
        self._folder = folder
        self._opened = False
        with suppress(OSError):
            make_private_folder(folder)
            self._verify_folder()
            file = open_plain(folder / FAULT_NAME, _ADDING)
            close_to_others(folder / FAULT_NAME)
            faulthandler.enable(os.fdopen(file, "a", encoding="utf-8"))

    @property
    def path(self) -> Path:
        """The newest file of the log."""
        return self._folder / LOG_NAME

    def open(self) -> None:
        """Write what is logged from now on; asked again it does nothing. An unwritable folder means no log."""
        if self._opened:
            return
        from supple.plain_log import PlainLog

        self._opened = True
        try:
            self._verify_folder()
            handler = PlainLog(self.path, most_bytes=LOG_BYTES, kept=LOGS_KEPT)
        except OSError:
            return
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
        logging.getLogger().addHandler(handler)

    def _verify_folder(self) -> None:
        """Raises OSError for a link in its place: what that leads to is not ours to write in."""
        if self._folder.is_symlink():
            raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(self._folder))


def without_values(traceback: str) -> str:
    """`traceback` without what a database driver quotes of a person's records."""
    return re.sub(
        r"^\[parameters: .*?\]$", "[parameters left out]", traceback, flags=re.DOTALL | re.MULTILINE
    )


class CrashHook:
    """Installed as the hook of all threads: logs each failure, tells the person once, then lets the program end."""

    def __init__(self, log: Log, tell: Callable[[str], None]) -> None:
        """`tell` shows the traceback's text to the person and ends the program; any thread may call it."""
        self._file = log
        self._tell = tell
        self._told = False

    def install(self) -> None:
        """Take over sys.excepthook, and that of all threads."""
        sys.excepthook = self
        threading.excepthook = self._take_from_thread

    def _take_from_thread(self, failed: threading.ExceptHookArgs) -> None:
        if failed.exc_value is not None:
            self(failed.exc_type, failed.exc_value, failed.exc_traceback)

    def __call__(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Log and tell; Ctrl+C passes through, and a second failure on the way is only logged."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        self._file.open()
        words = without_values("".join(traceback.format_exception(kind, error, trace)))
        _log.critical("%s", words)
        sys.__excepthook__(kind, error, trace)
        if not self._told:
            self._told = True
            self._tell(words)
