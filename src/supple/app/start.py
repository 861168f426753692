"""Starts the window, from the command line to the event loop, in the order written here: paint first, then the rest."""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QLibraryInfo,
    QObject,
    QResource,
    QSettings,
    QTimer,
    Signal,
)
from PySide6.QtWidgets import QApplication

import supple
from supple.app.languages import ENGLISH, language_of_the_person, speak
from supple.app.start_mark import StartMark
from supple.crash import CrashHook, Log
from supple.desktop.end_signals import EndSignals
from supple.desktop.input_method import ask_ibus_for_fcitx, give_back
from supple.desktop.portal import hand_back_environment, prefer_portal
from supple.instance import Instance
from supple.lean import begin_lean, end_lean

if TYPE_CHECKING:
    from supple.app.program import Program

translate = QCoreApplication.translate
RESOURCE_FILE = "supple.rcc"
EXIT_BROKEN = 1
SETTLED_MS = 1500  # by then everything that stays is there


def run(
    data_dir: Path,
    *,
    speed: float = 1.0,
    driver: Callable[["Program"], None] | None = None,
    begin: str = "",
) -> int:
    """Open the window on `data_dir` (which exists and is writable) and return the exit code.

    `speed` multiplies the session's clock and `driver` is handed the program once it is shown: both for `demo`.
    `begin` is one of `cli.STARTS`, or "" to open on Today.
    """
    os.umask(0o077)
    begin_lean()
    keep_qt_settings_in(data_dir)
    QCoreApplication.setApplicationName("supple")
    QApplication.setApplicationDisplayName("Supple")
    QApplication.setDesktopFileName("supple")
    by_portal = prefer_portal()
    plugins = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath))
    input_before = ask_ibus_for_fcitx(os.environ, plugins)
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)  # noqa: S101 - narrows the type; there is no other kind
    if by_portal:
        hand_back_environment()
        QCoreApplication.sendPostedEvents()  # whether the desktop is dark, if it has said so already
    give_back(os.environ, input_before)
    log = Log(data_dir / "logs")
    if not _register_resources():
        _tell(
            translate("start", "Some of Supple's own files are missing."),
            translate(
                "start", "The pictures and words in {0} cannot be read. Please install Supple again."
            ).replace("{0}", RESOURCE_FILE),
        )
        return EXIT_BROKEN
    speak(
        language_of_the_person() if driver is None else ENGLISH
    )  # a driver presses what is called in English
    instance = Instance(data_dir)
    if not instance.acquire():
        return 0 if instance.ask_first_to_raise(begin) else _tell_that_it_hangs(instance.holder)
    crash = _CrashDialog(log.path)
    CrashHook(log, crash.tell).install()
    from supple.app.program import Program

    mark = StartMark(data_dir)
    program = Program(application, data_dir=data_dir, speed=speed, careful=mark.begin())
    program.settled.connect(mark.finish)
    instance.raise_requested.connect(program.raise_window)
    ending = EndSignals()
    ending.asked.connect(program.end)
    application.commitDataRequest.connect(program.keep_what_was_typed)
    program.show()
    program.begin(begin)
    QTimer.singleShot(0, program, log.open)
    QTimer.singleShot(SETTLED_MS, program, end_lean)
    if driver is not None:
        driver(program)
    code = application.exec()
    ending.give_back()
    program.finish()
    if not crash.told:
        mark.finish()
    instance.release()
    _take_apart(program)
    return EXIT_BROKEN if crash.told else code


def _take_apart(program: "Program") -> None:
    """All widgets go while Python is whole: at its own end Qt would ask layouts and filters that have lost parts."""
    for each in (*QApplication.topLevelWidgets(), program):
        each.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def keep_qt_settings_in(folder: Path) -> None:
    """Qt's own dialog for files remembers where one was: in the folder of the data, not in one of other programs.

    To be called before Qt first reads settings of its own. Windows and macOS have dialogs of their own.
    """
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, str(folder))


class _CrashDialog(QObject):
    """Says that the program failed and where the log is, then ends it."""

    _failed = Signal(str)

    def __init__(self, log: Path) -> None:
        super().__init__()
        self._log = log
        self.told = False
        self._failed.connect(self._show)

    def tell(self, traceback: str) -> None:
        """Show it; from another thread as soon as the window's own comes to it."""
        self._failed.emit(traceback)

    def _show(self, traceback: str) -> None:
        self.told = True
        from supple.app.crash_dialog import CrashDialog

        CrashDialog(self._log, traceback).exec()
        QCoreApplication.exit(EXIT_BROKEN)


def _tell_that_it_hangs(holder: str) -> int:
    """A window that has the folder and does not answer: who it is, and what can be done."""
    _tell(
        translate("start", "Supple is open already, but it does not answer."),
        translate(
            "start",
            "It is process {0}. Wait a moment and start Supple again; if it still does not answer, end that process "
            "first. Every finished set is kept.",
        ).replace("{0}", holder or "?"),
    )
    return EXIT_BROKEN


def _register_resources() -> bool:
    """Map the one binary resource file; False when it is missing or not ours."""
    return QResource.registerResource(str(Path(supple.__file__).with_name(RESOURCE_FILE)))


def _tell(bold: str, sentence: str) -> None:
    """One plain dialog with one way out; the words go to standard error too, for those without a screen."""
    print(f"supple: {bold} {sentence}", file=sys.stderr)  # noqa: T201 - the terminal is a reader here
    from PySide6.QtWidgets import QMessageBox

    box = QMessageBox(QMessageBox.Icon.Critical, "Supple", bold)
    box.setInformativeText(sentence)
    box.exec()
