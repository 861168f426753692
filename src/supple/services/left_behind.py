"""Whether what a program left in a folder still belongs to work that goes on, told by the process in its name."""

import os
import time
from pathlib import Path

FORGOTTEN_S = 3600.0  # no work of ours takes that long


def is_forgotten(place: Path, *, process: str) -> bool:
    """Whether nobody is at `place` any more, which the process of this number made; raises OSError."""
    if time.time() - place.stat().st_mtime > FORGOTTEN_S:
        return True
    if os.name != "posix":
        return False
    return not process.isdigit() or not _lives(int(process))


def _lives(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return True
    return True
