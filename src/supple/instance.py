"""One window for each data folder: a lock, and a way for a second start to bring the first window to the front."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QFileSystemWatcher, QLockFile, QObject, Signal

LOCK = "supple.lock"
KNOCK = "supple.raise"


class Instance(QObject):
    """Whether this program is the one that has the data folder open.

    A second start knocks by adding to a file that the first one watches: no sockets, and it works wherever files do.
    """

    raise_requested = Signal(str)  # what the second start was asked to begin with, "" for nothing

    def __init__(self, data_dir: Path, parent: QObject | None = None) -> None:
        """Nothing is locked yet; `data_dir` exists."""
        super().__init__(parent)
        self._knock = data_dir / KNOCK
        self._lock = QLockFile(str(data_dir / LOCK))
        self._lock.setStaleLockTime(0)  # a lock gets old only with its process: a window stays open for days
        self._watcher: QFileSystemWatcher | None = None

    def acquire(self) -> bool:
        """Take the folder; False when a window has it already.

        Where no lock can be written nothing else can be either: then the folder counts as taken by us, and the
        history will say what is wrong.
        """
        if not self._lock.tryLock(0) and self._lock.error() is QLockFile.LockError.LockFailedError:
            return False
        if QCoreApplication.instance() is not None:  # a command has no window to bring to the front
            self._listen()
        return True

    def ask_first_to_raise(self, wanted: str = "") -> None:
        """Knock: the window that has the folder comes to the front, and begins what is `wanted`."""
        try:
            with self._knock.open("ab") as file:
                file.write(f"knock {wanted}\n".encode())
        except OSError:
            return

    def release(self) -> None:
        """Let go of the folder."""
        if self._watcher is not None:
            self._watcher.deleteLater()
            self._watcher = None
            self._knock.unlink(missing_ok=True)
        self._lock.unlock()

    def _listen(self) -> None:
        try:
            self._knock.write_bytes(b"")
        except OSError:
            return
        self._watcher = QFileSystemWatcher([str(self._knock)], self)
        self._watcher.fileChanged.connect(self._let_in)

    def _let_in(self, _path: str) -> None:
        try:
            knocks = self._knock.read_text(encoding="utf-8").splitlines()
        except (OSError, ValueError):
            return
        self.raise_requested.emit(knocks[-1].partition(" ")[2] if knocks else "")
