"""The whole program in this process, on a data folder of its own, and gone with its test."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.audio.null_sink import null_sink

from supple.app.program import Program

from .window import ready_folder

__all__ = ["null_sink"]

Open = Callable[..., Program]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Of somebody who has answered the safety questions and left sound off."""
    return ready_folder(tmp_path / "data")


@pytest.fixture
def opened(qtbot: QtBot, qapp: QApplication) -> Iterator[Open]:
    """Open the window on a folder, as `start.run` does; speed multiplies the session's clock."""
    programs: list[Program] = []

    def open_program(folder: Path, *, speed: float = 1.0, complete: bool = True) -> Program:
        program = Program(qapp, data_dir=folder, speed=speed)
        programs.append(program)
        program.window.resize(900, 600)
        if complete:
            with qtbot.waitSignal(program.today_completed, timeout=10_000):
                program.show()
        else:
            program.show()
        return program

    yield open_program
    for program in programs:
        end(program)


def end(program: Program) -> None:
    """Let the program end as it does when its last window was closed."""
    program.window.set_close_guard(None)
    program.window.close()
    program.finish()
    program.window.deleteLater()
    program.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
