"""Started once per measurement: opens a bare window or Supple, and prints what was measured as one line of JSON.

usage: probe.py bare | today DATA_DIR. The environment holds the time of the start in SUPPLE_BENCH_STARTED_NS.
"""

import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer

if TYPE_CHECKING:
    from supple.app.program import Program

SETTLE_MS = 1_000
IDLE_MS = 3_000


def since_start_ms() -> float:
    return (time.monotonic_ns() - int(os.environ["SUPPLE_BENCH_STARTED_NS"])) / 1e6


def memory_mb() -> float:
    """The share of memory (PSS) of this process and those it started, less the pages of the mapped resource file."""
    return sum(memory_of_mb(process) for process in ("self", *children("self")))


def children(process: str) -> list[str]:
    """The processes that `process` started and that still run, with theirs."""
    found: list[str] = []
    for task in Path(f"/proc/{process}/task").iterdir():
        for child in (task / "children").read_text(encoding="ascii").split():
            found += [child, *children(child)]
    return found


def memory_of_mb(process: str) -> float:
    total_kb, counted = 0, True
    for line in Path(f"/proc/{process}/smaps").read_text(encoding="utf-8").splitlines():
        if line[0] in "0123456789abcdef" and "-" in line.split(" ", 1)[0]:
            counted = not line.endswith("supple.rcc")
        elif counted and line.startswith("Pss:"):
            total_kb += int(line.split()[1])
    return total_kb / 1024


class Probe(QObject):
    """Notes the end of the first paint, the completion of Today, then memory and idle processor time, and quits."""

    def __init__(self) -> None:
        super().__init__()
        self.figures: dict[str, float] = {}
        self._cpu_s = 0.0
        application = QCoreApplication.instance()
        assert application is not None
        application.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            application = QCoreApplication.instance()
            assert application is not None
            application.removeEventFilter(self)
            QTimer.singleShot(0, self.note_painted)
        return False

    def note_painted(self) -> None:
        self.figures["painted_ms"] = since_start_ms()

    def complete(self) -> None:
        """Today is filled in; what it posted to be painted is painted before this timer fires."""
        QTimer.singleShot(0, self.note_completed)

    def note_completed(self) -> None:
        self.figures["completed_ms"] = since_start_ms()
        QTimer.singleShot(SETTLE_MS, self.note_memory)

    def note_memory(self) -> None:
        self.figures["memory_mb"] = memory_mb()
        self._cpu_s = time.process_time()
        QTimer.singleShot(IDLE_MS, self.finish)

    def finish(self) -> None:
        self.figures["idle_cpu_percent"] = (time.process_time() - self._cpu_s) / (IDLE_MS / 1000) * 100
        QCoreApplication.quit()


def bare() -> dict[str, float]:
    from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

    application = QApplication(sys.argv)
    window = QMainWindow()
    window.setCentralWidget(QLabel("Bare"))
    window.resize(1280, 800)
    probe = Probe()
    window.show()
    QTimer.singleShot(0, probe.complete)
    application.exec()
    return probe.figures


def today(data_dir: Path) -> dict[str, float]:
    from supple.app.start import run

    probes: list[Probe] = []

    def drive(program: "Program") -> None:
        probes.append(Probe())
        program.today_completed.connect(probes[0].complete)

    run(data_dir, driver=drive)
    return probes[0].figures


if __name__ == "__main__":
    kinds: dict[str, Callable[[], dict[str, float]]] = {
        "bare": bare,
        "today": lambda: today(Path(sys.argv[2])),
    }
    print(json.dumps(kinds[sys.argv[1]]()))
