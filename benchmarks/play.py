"""Started once per measurement: plays a session or the whole demo in the real window and prints one line of JSON.

usage: play.py session DATA_DIR | demo OUT_DIR. What holds the GUI thread for long is told on standard error.
"""

import json
import sys
import time
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer

from supple.lean import begin_lean

begin_lean()  # as the program does before it imports the rest: else PySide keeps the text of each module

from probe import memory_mb
from supple.app.demo.demo import Demo
from supple.app.demo.hand import DemoError, Hand, Script, Seen, press
from supple.app.program import Program
from supple.app.start import run

SPEED = 20.0
SESSION_MS = 30_000  # most of the article's routine at that speed: all three exercises
MEMORY_EVERY_MS = 2_000
WORTH_A_LINE_MS = 30.0
START = "Start The three hip stretches"


def begin_a_session() -> Script:
    yield Seen("Routines")
    press("Routines")  # on a day on which the year has its session, Today offers none
    yield Seen(START)
    press(START)
    yield Seen("Begin session")
    press("Begin session")
    yield Seen("Pause")


def session(data_dir: Path) -> dict[str, float]:
    """The largest memory seen while the article's routine plays twenty times as fast."""
    figures = {"memory_mb": 0.0}
    keep: list[QObject] = []

    def watch() -> None:
        figures["memory_mb"] = max(figures["memory_mb"], memory_mb())

    def end() -> None:
        QCoreApplication.exit(0)  # quit() would ask whether to stop the session

    def drive(program: Program) -> None:
        hand = Hand(begin_a_session(), done=print_error)
        timer = QTimer(program, interval=MEMORY_EVERY_MS)
        timer.timeout.connect(watch)
        timer.start()
        keep.extend((hand, timer))
        program.today_completed.connect(hand.begin)
        QTimer.singleShot(SESSION_MS, end)

    run(data_dir, speed=SPEED, driver=drive)
    return figures


def print_error(error: DemoError | None) -> None:
    if error is not None:
        print(error, file=sys.stderr)


class Stalls(QObject):
    """The longest time for which the GUI thread could not answer; waiting for a processor does not count."""

    def __init__(self) -> None:
        super().__init__()
        self.longest_ms = 0.0
        self.at = ""
        self._timer = QTimer(self, interval=2, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.look)
        self.forget()
        self._timer.start()

    def forget(self) -> None:
        """What happens up to now does not count."""
        self._last_s = time.monotonic() - queued_s()

    def look(self) -> None:
        now_s = time.monotonic() - queued_s()
        gap_ms = (now_s - self._last_s) * 1000
        self._last_s = now_s
        if gap_ms > WORTH_A_LINE_MS:
            print(f"{gap_ms:6.1f} ms held {self.at}", file=sys.stderr)
        self.longest_ms = max(self.longest_ms, gap_ms)


def queued_s() -> float:
    """How long this thread has waited for a processor so far."""
    return int(Path("/proc/thread-self/schedstat").read_text(encoding="ascii").split()[1]) / 1e9


def play_demo(out_dir: Path) -> dict[str, float]:
    """The demo, with its own pictures taken out of the measurement: nobody but the demo takes them."""
    stalls: list[Stalls] = []

    class Watched(Demo):
        def drive(self, program: Program) -> None:
            program.today_completed.connect(self._watch)
            super().drive(program)

        def _watch(self) -> None:
            if not stalls:
                stalls.append(Stalls())

        def _keep_picture(self, name: str) -> None:
            if stalls:
                stalls[0].look()
                stalls[0].at = f"after {name}"
            super()._keep_picture(name)
            if stalls:
                stalls[0].forget()

    data_dir = out_dir / "data"
    data_dir.mkdir(mode=0o700)
    demo = Watched(out_dir, speed=SPEED)
    run(data_dir, speed=SPEED, driver=demo.drive)
    if demo.error is not None:
        raise demo.error
    return {"longest_stall_ms": stalls[0].longest_ms}


if __name__ == "__main__":
    kind, folder = sys.argv[1], Path(sys.argv[2])
    print(json.dumps(session(folder) if kind == "session" else play_demo(folder)))
