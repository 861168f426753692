"""The whole program in this process, on a data folder of its own, and gone with its test."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.audio.null_sink import null_sink

from supple.app.program import Program

from .window import ready_folder, small_disk

__all__ = ["null_sink"]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Of somebody who has answered the safety questions and left sound off."""
    return ready_folder(tmp_path / "data")


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A small disk of its own; name it before `opened`, so that the program ends before the disk goes."""
    with small_disk(tmp_path / "disk") as place:
        yield place


class Open:
    """Opens the window on a folder, as `start.run` does; `speed` multiplies the session's clock."""

    def __init__(self, qtbot: QtBot, application: QApplication) -> None:
        self._qtbot = qtbot
        self._application = application
        self._programs: list[Program] = []

    def __call__(self, folder: Path, *, speed: float = 1.0, complete: bool = True) -> Program:
        program = Program(self._application, data_dir=folder, speed=speed)
        self._programs.append(program)
        program.window.resize(900, 600)
        if complete:
            with self._qtbot.waitSignal(program.today_completed, timeout=10_000):
                program.show()
            program.window.resize(900, 600)  # the screen that nobody sees is 800 wide
        else:
            program.show()
        return program

    @property
    def programs(self) -> tuple[Program, ...]:
        """Those that are open."""
        return tuple(self._programs)

    def end(self, program: Program) -> None:
        """Let the program end as it does when its last window was closed."""
        self._programs.remove(program)
        program.window.set_close_guard(None)
        program.window.close()
        program.finish()
        program.window.deleteLater()
        program.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def end_all(self) -> None:
        for program in self._programs.copy():
            self.end(program)


@pytest.fixture
def opened(qtbot: QtBot, qapp: QApplication) -> Iterator[Open]:
    """Whole programs in this process, gone with their test."""
    opened = Open(qtbot, qapp)
    yield opened
    opened.end_all()
