"""Started once: begins an exercise of repetitions in the real window and measures the mat.

usage: mat.py DATA_DIR. Prints one line of JSON: `open_ms` from the press on Begin to the end of the mat's first paint,
`mat_mb`, the memory that the mat added by the end, and `moving_cpu_percent` and `resting_cpu_percent` of one core while
the figure moves and while the session is paused.
"""

import json
import sys
import time
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer

from play import print_error
from probe import memory_mb
from supple.app.demo.hand import Hand, Script, Seen, press
from supple.app.program import Program
from supple.app.start import run
from supple.ui.session.session_page import SessionPage

EXERCISE = "dead_bug"
SETTLES_MS = 2_000
GETS_READY_MS = 14_000  # longer than getting ready takes: a set is under way
WATCHED_MS = 8_000


class Watch(QObject):
    """Begins the exercise as a person does and measures one thing after the other."""

    def __init__(self, program: Program) -> None:
        super().__init__(program)
        self.figures: dict[str, float] = {}
        self._program = program
        self._before_mb = self._pressed_s = 0.0
        self._hand = Hand(self._begin(), done=print_error)
        program.today_completed.connect(self._begin_soon)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The mat was painted; what follows it in this turn belongs to the paint."""
        if event.type() == QEvent.Type.Paint and isinstance(watched, SessionPage):
            self._application().removeEventFilter(self)
            QTimer.singleShot(0, self, self._note_opened)
        return False

    def _application(self) -> QCoreApplication:
        application = QCoreApplication.instance()
        assert application is not None
        return application

    def _begin_soon(self) -> None:
        QTimer.singleShot(
            SETTLES_MS, self, self._hand.begin
        )  # when everything is loaded that loads by itself

    def _begin(self) -> Script:
        self._program.flows.library.show_exercise(EXERCISE)
        yield Seen("Start now")
        press("Start now")
        yield Seen("Begin session")
        self._before_mb = memory_mb()
        self._application().installEventFilter(self)
        self._pressed_s = time.monotonic()
        press("Begin session")
        yield Seen("Pause")

    def _note_opened(self) -> None:
        self.figures["open_ms"] = (time.monotonic() - self._pressed_s) * 1000
        QTimer.singleShot(GETS_READY_MS, self, self._watch_moving)

    def _watch_moving(self) -> None:
        self._begun_s, self._used_s = time.monotonic(), time.process_time()
        QTimer.singleShot(WATCHED_MS, self, self._note_moving)

    def _share(self) -> float:
        return (time.process_time() - self._used_s) / (time.monotonic() - self._begun_s) * 100

    def _note_moving(self) -> None:
        self.figures["moving_cpu_percent"] = self._share()
        self.figures["mat_mb"] = memory_mb() - self._before_mb
        press("Pause")
        QTimer.singleShot(SETTLES_MS, self, self._watch_resting)

    def _watch_resting(self) -> None:
        self._begun_s, self._used_s = time.monotonic(), time.process_time()
        QTimer.singleShot(WATCHED_MS, self, self._note_resting)

    def _note_resting(self) -> None:
        self.figures["resting_cpu_percent"] = self._share()
        self._application().exit(0)  # quit() would ask whether to stop the session


if __name__ == "__main__":
    watches: list[Watch] = []

    def drive(program: Program) -> None:
        watches.append(Watch(program))

    run(Path(sys.argv[1]), driver=drive)
    print(json.dumps(watches[0].figures))
