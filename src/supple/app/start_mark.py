"""A mark on the disk for as long as a start lasts: one that is still there tells that the last start did not finish."""

import os
import stat
from contextlib import suppress
from pathlib import Path

MARK = "supple.starting"
_ANEW = os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_NOFOLLOW", 0)


class StartMark:
    """In the data folder, whose lock its user holds; a mark that cannot be written marks nothing."""

    def __init__(self, folder: Path) -> None:
        """Nothing is looked at yet."""
        self._path = folder / MARK
        self._is_ours = False

    def begin(self) -> bool:
        """Mark the beginning of a start; whether the last one was cut off before its end.

        What others have put in its place (a folder, a link) tells nothing and is left as it is.
        """
        try:
            found = self._path.lstat()
        except OSError:
            cut_off = False
        else:
            if not stat.S_ISREG(found.st_mode):
                return False
            cut_off = self._is_ours = True
        if not cut_off:
            with suppress(OSError):
                os.close(os.open(self._path, _ANEW, 0o600))
                self._is_ours = True
        return cut_off

    def finish(self) -> None:
        """The start came to its end: the window stands and answers, or was closed in order."""
        if self._is_ours:
            self._is_ours = False
            with suppress(OSError):
                self._path.unlink()
