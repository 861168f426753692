"""The demo presses what a person presses in the real window; when a button does nothing, it says so and fails."""

import csv
import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.real_time

SPEED = "150"

BREAK_START_ROUTINE = """
import sys
from pathlib import Path
from supple.app.demo import demo
from supple.app.demo import hand
from supple.app.start_offer import StartOffer

hand.PATIENCE_S = 4.0
StartOffer.start_routine = lambda self, routine_id: None

sys.exit(demo.run_demo(Path(sys.argv[1]), speed=150))
"""


def play(*arguments: str, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    return subprocess.run(
        [sys.executable, *arguments],
        capture_output=True,
        text=True,
        timeout=110,
        env=environment,
        cwd=cwd,
        check=False,
    )


@pytest.mark.slow
def test_the_demo_leaves_every_room_and_the_csv_of_what_it_pressed(tmp_path: Path, resources: object) -> None:
    done = play("-m", "supple", "demo", ".", "--speed", SPEED, cwd=tmp_path)  # as ./run does it
    assert done.returncode == 0, done.stderr
    for room in ("today", "library", "routines", "progress", "learn", "settings", "warning-signs"):
        assert (tmp_path / f"{room}.png").stat().st_size > 10_000
    with (tmp_path / "sets.csv").open(encoding="utf-8", newline="") as lines:
        sides = [row["side"] for row in csv.DictReader(lines) if row["outcome"] == "completed"]
    assert sides.count("left") == sides.count("right") == 18
    with (tmp_path / "self-tests.csv").open(encoding="utf-8", newline="") as lines:
        angles = [float(row["angle_deg"]) for row in csv.DictReader(lines) if row["angle_deg"]]
    assert len(angles) == 4  # two photos of each hip, as they were marked
    assert (tmp_path / "photo-result.png").stat().st_size > 10_000
    for file in ("sessions.csv", "self-tests.csv", "pain.csv", "plan.csv"):
        assert (tmp_path / file).exists()


@pytest.mark.slow
def test_a_start_routine_that_does_nothing_fails_the_demo(tmp_path: Path, resources: object) -> None:
    script = tmp_path / "broken.py"
    script.write_text(BREAK_START_ROUTINE, encoding="utf-8")
    done = play(str(script), str(tmp_path / "out"))
    assert done.returncode == 1
    assert "Begin session" in done.stderr
