"""Compares how soon the installed program and the source show their window: medians of starts in turn.

usage: python packaging/start_up.py PROGRAM [--rounds 10] [--most 1.3]
PROGRAM is the installed one, or unpacked from its package. Needs Xvfb and xdotool. The first start of each warms up.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
from benchmarks.__main__ import refuse_uncompiled, screen

PATIENCE_S = 30.0


def start_s(command: list[str], environment: dict[str, str]) -> float:
    """Seconds from the start of `command` until its window is on the screen."""
    with tempfile.TemporaryDirectory() as folder:
        begun = time.monotonic()
        with subprocess.Popen(
            [*command, "--data-dir", folder], env=environment, stderr=subprocess.DEVNULL
        ) as program:
            try:
                while not window_is_there(environment):
                    if time.monotonic() - begun > PATIENCE_S:
                        sys.exit(f"{command[0]} showed no window in {PATIENCE_S:.0f} s")
                return time.monotonic() - begun
            finally:
                program.kill()


def window_is_there(environment: dict[str, str]) -> bool:
    """Whether a window of Supple is on the screen now."""
    search = ["xdotool", "search", "--onlyvisible", "--class", "^supple$"]
    return subprocess.run(search, env=environment, stdout=subprocess.DEVNULL, check=False).returncode == 0


def main() -> int:
    """Measure, print, and say whether the limit is kept."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("program")
    parser.add_argument("--rounds", type=int, default=10)
    parser.add_argument("--most", type=float, default=1.3)
    asked = parser.parse_args()
    refuse_uncompiled()
    commands = {"installed": [asked.program], "source": [sys.executable, "-m", "supple"]}
    taken: dict[str, list[float]] = {name: [] for name in commands}
    with screen() as display:
        environment = os.environ | {
            "DISPLAY": display,
            "QT_QPA_PLATFORM": "xcb",
            "PYTHONPATH": str(ROOT / "src"),
        }
        for turn in range(asked.rounds + 1):
            for name, command in commands.items():
                seconds = start_s(command, environment)
                if turn:
                    taken[name].append(seconds)
    medians = {name: statistics.median(values) for name, values in taken.items()}
    ratio = medians["installed"] / medians["source"]
    words = ", ".join(f"{name} {seconds * 1000:.0f} ms" for name, seconds in medians.items())
    print(f"window on the screen: {words}; {ratio:.2f} of at most {asked.most}")
    return 0 if ratio <= asked.most else 1


if __name__ == "__main__":
    sys.exit(main())
