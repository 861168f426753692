"""Tries what the program works with: Qt's parts, its readers of pictures and sounds, a database and its migrations."""

from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory

from supple.domain.record import SessionRecord
from supple.services.history import HistoryError
from supple.services.local_time import local_now
from supple.storage import DATABASE, REVISIONS

QT_MODULES = (
    "QtCore",
    "QtGui",
    "QtWidgets",
    "QtSvg",
    "QtPrintSupport",
    "QtMultimedia",
    "QtTest",
    "QtTextToSpeech",
)
"""Every part of Qt that Supple uses; a test compares it with the source."""

Line = tuple[str, str, bool]


def working_findings() -> list[Line]:
    """Subject, words, and whether it is broken; the resource file has been registered before."""
    return [_qt(), _database(), _drawings(), _moving(), _sounds()]


def _qt() -> Line:
    unavailable = []
    for name in QT_MODULES:
        try:
            import_module(f"PySide6.{name}")
        except ImportError as error:
            unavailable.append(f"{name} is unavailable: {error}")
    if unavailable:
        return "Qt", "; ".join(unavailable), True
    from PySide6.QtCore import qVersion

    return "Qt", f"{qVersion()}, all {len(QT_MODULES)} parts", False


def _database() -> Line:
    """In a folder of its own: the oldest schema made by its migration, brought to the newest, read and closed."""
    try:
        from alembic.util import CommandError
        from sqlalchemy.exc import SQLAlchemyError

        from supple.storage.database import connect, open_history
        from supple.storage.migrations.run import upgrade
    except ImportError as error:
        return "database", f"unavailable: {error}", True
    try:
        with TemporaryDirectory(prefix="supple-doctor-") as name:
            folder = Path(name)
            (folder / DATABASE).touch()
            engine = connect(folder / DATABASE)
            try:
                with engine.connect() as connection:
                    upgrade(connection, REVISIONS[0])
            finally:
                engine.dispose()
            history = open_history(folder, now=local_now())
            count = len(tuple(history.read(SessionRecord)))
            history.close()
    except (HistoryError, OSError, CommandError, SQLAlchemyError) as error:
        return "database", f"unavailable: {error}", True
    return "database", f"schema {REVISIONS[0]} to {REVISIONS[-1]}, {count} sessions in a new one", bool(count)


def _drawings() -> Line:
    from PySide6.QtSvg import QSvgRenderer

    files = _files(":/icons", ".svg")
    bad = [file for file in files if not QSvgRenderer(file).isValid()]
    return _counted("icons", files, bad)


def _moving() -> Line:
    """The first frame of every picture, as the window reads it."""
    from PySide6.QtGui import QImageReader

    files = _files(":/pictures", ".webp")
    bad = [file for file in files if QImageReader(file).read().isNull()]
    return _counted("picture files", files, bad)


def _sounds() -> Line:
    from supple.audio.sound_stream import AudioBuffer

    files = [*_files(":/cues", ".wav"), *_files(":/voice", ".wav")]
    bad = []
    for file in files:
        try:
            if not AudioBuffer.read(file).length_ms:
                bad.append(file)
        except (OSError, EOFError, ValueError):
            bad.append(file)
    return _counted("sound files", files, bad)


def _files(folder: str, ending: str) -> list[str]:
    from PySide6.QtCore import QDirIterator

    walk = QDirIterator(folder, QDirIterator.IteratorFlag.Subdirectories)
    found = []
    while walk.hasNext():
        file = walk.next()
        if file.endswith(ending):
            found.append(file)
    return sorted(found)


def _counted(subject: str, files: list[str], bad: list[str]) -> Line:
    if bad:
        return subject, f"{len(bad)} of {len(files)} cannot be read, {bad[0].removeprefix(':/')} first", True
    return (
        subject,
        f"all {len(files)} can be read" if files else "there are none: install Supple again",
        not files,
    )
