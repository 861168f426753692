"""The program is killed at a few random moments and goes on each time; `benchmarks.kills` does it a hundred times."""

import random
from pathlib import Path

import pytest
from benchmarks.clock import ready_folder
from benchmarks.kills import kill_often

from supple.domain.verbosity import Verbosity


@pytest.mark.slow
@pytest.mark.real_time
def test_no_finished_set_is_lost_or_kept_twice(tmp_path: Path, resources: object) -> None:
    folder = ready_folder(tmp_path / "data", Verbosity.SILENT)
    found = kill_often(folder, kills=4, chance=random.Random(4))  # noqa: S311 - moments
    assert found.kills == 4
    assert found.finished > 0
    assert (found.lost, found.twice, found.failed) == ([], [], [])
