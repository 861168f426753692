"""Kills a session at random moments and looks whether a finished set was lost or kept twice.

.venv/bin/python -m benchmarks.kills [--kills 100] [--seed N]

Each time the program is started as after a crash: it goes on with the session that was cut off, or begins the next one.
"""

import argparse
import os
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.clock import ready_folder
from supple.domain.verbosity import Verbosity
from supple.storage import DATABASE

HERE = Path(__file__).resolve().parent
SPEED = 60.0
LONGEST_S = 2.5  # from the start of the session to the kill; a set is over every quarter of a second
PATIENCE_S = 60.0

SetDone = tuple[int, str, int]  # step, side, number


@dataclass(slots=True)
class Found:
    """What came of all kills."""

    kills: int = 0
    finished: int = 0
    sessions: int = 0
    lost: list[str] = field(default_factory=list)
    twice: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)

    @property
    def is_good(self) -> bool:
        return not (self.lost or self.twice or self.failed)


def kill_often(folder: Path, *, kills: int, chance: random.Random) -> Found:
    """Play and kill; `folder` is a data folder of somebody who answered the safety questions."""
    found = Found()
    told: set[SetDone] = set()  # of the session under way
    while found.kills < kills:
        lines, was_killed = _play_and_kill(folder, chance.uniform(0.0, LONGEST_S))
        if lines is None:
            found.failed.append("the program did not begin a session")
            return found
        found.kills += was_killed
        for line in lines:
            word, *parts = line.split()
            if word == "finished":
                told.add((int(parts[0]), parts[1], int(parts[2])))
                found.finished += 1
        _judge(folder, told, found)
        if "completed" in lines or not _is_open(folder):
            found.sessions += 1
            told.clear()
    return found


def _play_and_kill(folder: Path, after_s: float) -> tuple[list[str] | None, bool]:
    """What was told until the kill, and whether there was one; None when no session began."""
    process = subprocess.Popen(
        [sys.executable, str(HERE / "play_until_killed.py"), str(folder), str(SPEED)],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(HERE.parent / "src")},
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    with process.stdout as output:
        lines = []
        for line in output:
            lines.append(line.strip())
            if lines[-1] == "begun":
                break
        else:
            process.wait()
            return None, False
        deadline_s = time.monotonic() + after_s
        while process.poll() is None and time.monotonic() < deadline_s:
            time.sleep(0.001)
        was_killed = process.poll() is None
        process.send_signal(signal.SIGKILL)
        lines += [line.strip() for line in output]
    process.wait(PATIENCE_S)
    return lines, was_killed


def _judge(folder: Path, told: set[SetDone], found: Found) -> None:
    """Everything that was told must be on disk, and nothing twice."""
    with closing(sqlite3.connect(folder / DATABASE)) as connection:
        (last,) = connection.execute("SELECT max(number) FROM sessions").fetchone()
        question = (
            "SELECT sessions.number, step, side, set_number FROM sets JOIN sessions USING (session_id) "
            "WHERE sets.outcome = 'completed'"
        )
        kept = [tuple(row) for row in connection.execute(question)]
    there = {(step, side, number) for session, step, side, number in kept if session == last}
    found.lost += [f"{one} of session {last}, kill {found.kills}" for one in sorted(told - there)]
    found.twice += [f"{one}, kill {found.kills}" for one, count in Counter(kept).items() if count > 1]


def _is_open(folder: Path) -> bool:
    with closing(sqlite3.connect(folder / DATABASE)) as connection:
        return bool(connection.execute("SELECT count(*) FROM sessions WHERE outcome IS NULL").fetchone()[0])


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--seed", type=int, default=int(time.time()))
    chosen = parser.parse_args(arguments)
    print(f"seed {chosen.seed}")
    with tempfile.TemporaryDirectory() as name:
        folder = ready_folder(Path(name) / "data", Verbosity.SILENT)
        found = kill_often(folder, kills=chosen.kills, chance=random.Random(chosen.seed))  # noqa: S311 - moments
    print(
        f"{found.kills} kills in {found.sessions + 1} sessions, {found.finished} finished sets: "
        f"{len(found.lost)} lost, {len(found.twice)} kept twice"
    )
    for words in (*found.lost, *found.twice, *found.failed):
        print(f"  {words}")
    return 0 if found.is_good else 1


if __name__ == "__main__":
    sys.exit(main())
