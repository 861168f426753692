"""The clock on the wall, also where the system's offset is of no place on earth."""

import os
import subprocess
import sys

import pytest


@pytest.mark.parametrize("zone", ["X24", "X25", "X-30", "Nowhere/At-All"])
def test_a_zone_of_a_day_or_more_is_no_crash(zone: str) -> None:
    program = "from supple.services.local_time import local_now; print(local_now().utcoffset())"
    told = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, env={**os.environ, "TZ": zone}
    )
    assert (told.stdout.strip(), told.stderr) == ("0:00:00", "")
