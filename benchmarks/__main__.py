"""Runs the probes in turn and prints each figure as a ratio to a bare window: .venv/bin/python -m benchmarks.

Then, once: memory in a session, the longest stall of the demo, browsing, the mat, a photo, ./run over python.
"""

import argparse
import importlib.util
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from benchmarks.year import add_a_plan, write_a_year

WITH_PLAN = "today, with a plan"
HERE = Path(__file__).resolve().parent
Figures = dict[str, float]


@dataclass(frozen=True, slots=True)
class Limit:
    """What one figure may be at most: a ratio to the bare window's or another's figure, or a plain number."""

    figure: str
    most: float
    ratio_to: str | None = None


TODAY = [
    Limit("painted_ms", 1.7, ratio_to="painted_ms"),
    Limit("completed_ms", 4.0, ratio_to="painted_ms"),
    Limit("memory_mb", 2.2, ratio_to="memory_mb"),
    Limit("idle_cpu_percent", 0.5),
]
PLAN = [Limit("completed_ms", 1.05, ratio_to="completed_ms")]  # beside Today of the same year without one
SESSION = [Limit("memory_mb", 2.8, ratio_to="memory_mb")]
DEMO = [Limit("longest_stall_ms", 50.0)]
BROWSE = [
    Limit("open_ms", 60.0),
    Limit("browsed_mb", 60.0),
    Limit("loop_cpu_percent", 8.0),
]
PHOTO = [
    Limit("preview_ms", 700.0),
    Limit("progressive_ms", 700.0),
    Limit("preview_times", 6.0),
    Limit("progressive_times", 1.5),
    Limit("drag_ms", 16.0),
    Limit("photo_mb", 300.0),
    Limit("left_mb", 60.0),
]
MAT = [
    Limit("mat_mb", 60.0),
    Limit("moving_cpu_percent", 15.0),
    Limit("resting_cpu_percent", 1.0),
]
RUN = [Limit("run_extra_ms", 300.0)]


@contextmanager
def screen() -> Iterator[str]:
    """A screen of our own, so that no compositor and no other window takes part."""
    reader, writer = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writer), "-noreset", "-nolisten", "tcp", "-screen", "0", "1920x1200x24"],
        pass_fds=(writer,),
        stderr=subprocess.DEVNULL,
    )
    os.close(writer)
    with os.fdopen(reader) as pipe:
        number = pipe.readline().strip()
    try:
        yield f":{number}"
    finally:
        server.terminate()
        server.wait()


def measure(display: str, *arguments: str, script: str = "probe.py", patience_s: float = 60) -> Figures:
    environment = os.environ | {
        "DISPLAY": display,
        "QT_QPA_PLATFORM": "xcb",
        "PYTHONPATH": str(HERE.parent / "src"),
    }
    environment["SUPPLE_BENCH_STARTED_NS"] = str(time.monotonic_ns())
    result = subprocess.run(
        [sys.executable, str(HERE / script), *arguments],
        env=environment,
        capture_output=True,
        text=True,
        timeout=patience_s,
        check=False,
    )
    if result.returncode != 0:
        sys.exit(f"the probe {arguments[0]} failed:\n{result.stderr}")
    sys.stderr.write(result.stderr if script == "play.py" else "")
    figures: Figures = json.loads(result.stdout.splitlines()[-1])
    return figures


def cost_of_run() -> Figures:
    """Milliseconds that `./run --version` takes longer than python itself, medians of ten in turn."""
    commands = {
        "run": [str(HERE.parent / "run"), "--version"],
        "python": [sys.executable, "-m", "supple", "--version"],
    }
    environment = os.environ | {"PYTHONPATH": str(HERE.parent / "src")}
    taken: dict[str, list[float]] = {name: [] for name in commands}
    for turn in range(11):
        for name, command in commands.items():
            begun = time.monotonic()
            subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, check=True)
            if turn:
                taken[name].append((time.monotonic() - begun) * 1000)
    return {"run_extra_ms": statistics.median(taken["run"]) - statistics.median(taken["python"])}


def medians(rounds: list[Figures]) -> Figures:
    return {name: statistics.median(figures[name] for figures in rounds) for name in rounds[0]}


def refuse_uncompiled() -> None:
    """Without byte code the imports take several times as long, and the figures mean nothing."""
    spec = importlib.util.find_spec("sqlalchemy")
    assert spec is not None
    assert spec.origin is not None
    if (
        "PYTHONDONTWRITEBYTECODE" in os.environ
        or not Path(importlib.util.cache_from_source(spec.origin)).exists()
    ):
        sys.exit("The packages are not byte-compiled: unset PYTHONDONTWRITEBYTECODE and start ./run once.")


def report(name: str, figures: Figures, bare: Figures, limits: list[Limit]) -> bool:
    """Print a line per limit and tell whether all are kept."""
    kept = True
    for limit in limits:
        value = figures[limit.figure] / (bare[limit.ratio_to] if limit.ratio_to else 1)
        within = value <= limit.most
        kept &= within
        shown = f"{value:6.2f} of at most {limit.most:4.2f}  {'ok' if within else 'TOO MUCH'}"
        print(f"{name:22} {limit.figure:18} {figures[limit.figure]:9.1f}  {shown}")
    return kept


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=10)
    parser.add_argument("--starts", action="store_true", help="only how the window starts")
    asked = parser.parse_args()
    rounds: int = asked.rounds
    refuse_uncompiled()
    with screen() as display, tempfile.TemporaryDirectory() as folder:
        empty, year, plan, mat, photo = (
            Path(folder) / name for name in ("empty", "year", "plan", "mat", "photo")
        )
        for place in (empty, year, plan, mat, photo):
            place.mkdir(mode=0o700)
        write_a_year(year)
        write_a_year(plan)
        for place in (mat, photo):  # where another probe left a session without an end, that is offered first
            write_a_year(place)
        add_a_plan(plan)
        probes = {
            "bare": ["bare"],
            "today, empty": ["today", str(empty)],
            "today, one year": ["today", str(year)],
            WITH_PLAN: ["today", str(plan)],
        }
        taken: dict[str, list[Figures]] = {name: [] for name in probes}
        out = Path(folder) / "out"
        out.mkdir()
        for turn in range(rounds + 1):
            # In turn, so that a busy moment of the machine falls on all alike; the first turn warms up.
            for name, arguments in probes.items():
                figures = measure(display, *arguments)
                if turn:
                    taken[name].append(figures)
        played: list[tuple[str, Figures, list[Limit]]] = []
        if not asked.starts:
            session = measure(display, "session", str(year), script="play.py", patience_s=120)
            demo = measure(display, "demo", str(out), script="play.py", patience_s=240)
            played = [
                ("session", session, SESSION),
                ("demo", demo, DEMO),
                ("browsing", measure(display, str(year), script="browse.py", patience_s=180), BROWSE),
                ("the mat", measure(display, str(mat), script="mat.py", patience_s=180), MAT),
                ("a photo", measure(display, str(photo), script="photo.py", patience_s=180), PHOTO),
                ("./run over python", cost_of_run(), RUN),
            ]
    bare = medians(taken.pop("bare"))
    print("bare window: " + ", ".join(f"{name} {value:.1f}" for name, value in bare.items()))
    with_plan, without = (medians(taken[name]) for name in (WITH_PLAN, "today, one year"))
    kept = [report(name, medians(figures), bare, TODAY) for name, figures in taken.items()]
    kept.append(report("a plan beside none", with_plan, without, PLAN))
    kept += [report(name, figures, bare, limits) for name, figures, limits in played]
    return 0 if all(kept) else 1


if __name__ == "__main__":
    sys.exit(main())
