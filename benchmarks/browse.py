"""Started once: opens every exercise in the real window, several times over, then lets one moving picture run.

usage: browse.py DATA_DIR. Prints one line of JSON: `open_ms`, the median from asking for an exercise to the end of the
paint of its first picture, `slowest_open_ms`, `browsed_mb`, the memory that browsing added once the first exercise was
seen to the end of the last round, and `loop_cpu_percent` of one core over whole cycles of a loop.
"""

import json
import statistics
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer

from supple.lean import begin_lean

begin_lean()  # as the program does before it imports the rest: else PySide keeps the text of each module

from probe import memory_mb
from supple.app.program import Program
from supple.app.start import run
from supple.ui.figure.pictures import Pictures
from supple.ui.figure.stage import FRAME_MS, HOLD_FRAMES
from supple.ui.library.exercise_stage import ExerciseStage

ROUNDS = 3
SEEN_MS = 350  # as long as a person in a hurry looks at one exercise
LOOP_SETTLES_MS = 1500
CYCLES = 2
LOOPED = "a3_half_kneeling_hip_flexor"


class Browser(QObject):
    """Opens one exercise after the other and measures each; ends the program after the loop was measured."""

    def __init__(self, program: Program) -> None:
        super().__init__(program)
        self.figures: dict[str, float] = {}
        self._program = program
        self._opened_ms: list[float] = []
        self._asked_s = 0.0
        self._waits = False
        self._before_mb = 0.0
        self._ids = self._order()
        program.today_completed.connect(self._begin_soon)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The stage of the exercise was painted; what follows it in this turn belongs to the paint."""
        if self._waits and event.type() == QEvent.Type.Paint and isinstance(watched.parent(), ExerciseStage):
            self._waits = False
            QTimer.singleShot(0, self._note_opened)
        return False

    def _order(self) -> Iterator[str]:
        shown = [exercise.id for exercise in self._program.flows.catalogue.shown_exercises]
        for _ in range(ROUNDS):
            yield from shown

    def _begin_soon(self) -> None:
        QTimer.singleShot(2000, self._begin)  # when everything is loaded that loads by itself

    def _begin(self) -> None:
        application = QCoreApplication.instance()
        assert application is not None
        self._before_mb = memory_mb()
        application.installEventFilter(self)
        self._open_next()

    def _open_next(self) -> None:
        exercise_id = next(self._ids, None)
        if exercise_id is None:
            self._end_browsing()
            return
        self._waits, self._asked_s = True, time.monotonic()
        self._program.flows.library.show_exercise(exercise_id)

    def _note_opened(self) -> None:
        self._opened_ms.append((time.monotonic() - self._asked_s) * 1000)
        QTimer.singleShot(SEEN_MS, self._open_next)

    def _end_browsing(self) -> None:
        opened = self._opened_ms[1:]  # the first makes the page, which a later one finds
        self.figures = {
            "first_open_ms": self._opened_ms[0],
            "open_ms": statistics.median(opened),
            "slowest_open_ms": max(opened),
            "browsed_mb": memory_mb() - self._before_mb,
        }
        self._program.flows.library.show_exercise(LOOPED)
        QTimer.singleShot(LOOP_SETTLES_MS, self._watch_loop)

    def _watch_loop(self) -> None:
        frames = Pictures().loop_frames(LOOPED)
        cycle_ms = FRAME_MS * 2 * (frames - 1 + HOLD_FRAMES)
        begun_s, used_s = time.monotonic(), time.process_time()

        def note() -> None:
            share = (time.process_time() - used_s) / (time.monotonic() - begun_s)
            self.figures["loop_cpu_percent"] = share * 100
            self._program.window.close()

        QTimer.singleShot(CYCLES * cycle_ms, note)


if __name__ == "__main__":
    browsers: list[Browser] = []

    def drive(program: Program) -> None:
        browsers.append(Browser(program))

    run(Path(sys.argv[1]), driver=drive)
    print(json.dumps(browsers[0].figures))
