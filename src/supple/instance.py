"""One window for each data folder: a lock, and a way for a second start to bring the first window to the front."""

import os
import stat
import sys
import time
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QFileSystemWatcher, QLockFile, QObject, Signal

LOCK = "supple.lock"
KNOCK = "supple.raise"
ANSWER_S = 2.0  # a window that takes longer to answer a knock hangs
_LOOK_S = 0.02
_PLAIN = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)  # follow no link, wait for no pipe


class Instance(QObject):
    """Whether this program is the one that has the data folder open.

    The kernel holds the lock: it ends with its process, whatever the file says. A second start knocks by adding to a
    file that the first one watches and empties: no sockets, and it works wherever files do.
    """

    raise_requested = Signal(str)  # what the second start was asked to begin with, "" for nothing

    def __init__(self, data_dir: Path, parent: QObject | None = None) -> None:
        """Nothing is locked yet; `data_dir` exists."""
        super().__init__(parent)
        self._knock = data_dir / KNOCK
        self._lock = (
            _WindowsLock(data_dir / LOCK) if sys.platform == "win32" else _KernelLock(data_dir / LOCK)
        )
        self._watcher: QFileSystemWatcher | None = None

    def acquire(self) -> bool:
        """Take the folder; False when a window has it already.

        Where no lock can be written nothing else can be either: then the folder counts as taken by us, and the
        history will say what is wrong.
        """
        if not self._lock.take():
            return False
        if QCoreApplication.instance() is not None:  # a command has no window to bring to the front
            self._listen()
        return True

    @property
    def holder(self) -> str:
        """The number of the process that has the folder, as it wrote it down; "" when that cannot be read."""
        return self._lock.holder()

    def ask_first_to_raise(self, wanted: str = "") -> bool:
        """Knock: the window that has the folder comes to the front, and begins what is `wanted`.

        Whether it answered; a window that hangs does not.
        """
        until_s = time.monotonic() + ANSWER_S
        knocked = False
        while time.monotonic() < until_s:
            if not knocked:
                knocked = self._write(f"knock {wanted}\n".encode(), os.O_APPEND)
            elif self._is_read():
                return True
            if QCoreApplication.instance() is not None:
                QCoreApplication.processEvents()
            time.sleep(_LOOK_S)
        return False

    def release(self) -> None:
        """Let go of the folder."""
        if self._watcher is not None:
            self._watcher.deleteLater()
            self._watcher = None
            with suppress(OSError):
                self._knock.unlink(missing_ok=True)
        self._lock.give_back()

    def _listen(self) -> None:
        _take_link_away(self._knock)
        if self._write(b"", os.O_CREAT | os.O_TRUNC):
            self._watcher = QFileSystemWatcher([str(self._knock)], self)
            self._watcher.fileChanged.connect(self._let_in)

    def _let_in(self, _path: str) -> None:
        try:
            knocks = self._knock.read_text(encoding="utf-8").splitlines()
        except (OSError, ValueError):
            return
        if knocks:
            self._write(b"", os.O_TRUNC)  # which is the answer
            self.raise_requested.emit(knocks[-1].partition(" ")[2])

    def _is_read(self) -> bool:
        """Whether the window has emptied the file, or taken it away at its own end."""
        try:
            return self._knock.stat().st_size == 0
        except FileNotFoundError:
            return True
        except OSError:
            return False

    def _write(self, words: bytes, how: int) -> bool:
        """Write to the knock file, only if it is a plain file."""
        try:
            file = os.open(self._knock, os.O_WRONLY | how | _PLAIN, 0o600)
        except OSError:
            return False
        try:
            if not stat.S_ISREG(os.fstat(file).st_mode):
                return False
            os.write(file, words)
        except OSError:
            return False
        finally:
            os.close(file)
        return True


def _take_link_away(path: Path) -> None:
    """A link in the place of a file that is ours alone: without it there would be no lock, and no way to knock."""
    with suppress(OSError):
        if path.is_symlink():
            path.unlink()


class _KernelLock:
    """flock on a file that also names the process, for people and for older versions of Supple."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file = -1

    def take(self) -> bool:
        import fcntl

        _take_link_away(self._path)
        while True:
            try:
                file = os.open(self._path, os.O_RDWR | os.O_CREAT | _PLAIN, 0o600)
            except OSError:
                return True  # nothing can be written here
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                os.close(file)
                return False
            except OSError:  # a file system that knows no locks
                os.close(file)
                return True
            if self._is_at_its_place(file):
                break
            os.close(file)  # whoever had it took it away meanwhile
        self._file = file
        with suppress(OSError):
            os.ftruncate(file, 0)
            os.write(file, f"{os.getpid()}\nsupple\n{os.uname().nodename}\n".encode())
        return True

    def holder(self) -> str:
        try:
            file = os.open(self._path, os.O_RDONLY | _PLAIN)
        except OSError:
            return ""
        try:
            first = os.read(file, 40).split(b"\n")[0]
        except OSError:
            return ""
        finally:
            os.close(file)
        return first.decode() if first.isdigit() else ""

    def give_back(self) -> None:
        if self._file == -1:
            return
        with suppress(OSError):
            self._path.unlink()  # while it is still ours
        os.close(self._file)
        self._file = -1

    def _is_at_its_place(self, file: int) -> bool:
        try:
            return os.path.samestat(os.fstat(file), self._path.stat())
        except OSError:
            return False


class _WindowsLock:
    """QLockFile, which Windows itself holds."""

    def __init__(self, path: Path) -> None:
        self._lock = QLockFile(str(path))
        self._lock.setStaleLockTime(0)  # a lock gets old only with its process: a window stays open for days

    def take(self) -> bool:
        return self._lock.tryLock(0) or self._lock.error() is not QLockFile.LockError.LockFailedError

    def holder(self) -> str:
        return str(self._lock.getLockInfo()[0] or "")

    def give_back(self) -> None:
        self._lock.unlock()
