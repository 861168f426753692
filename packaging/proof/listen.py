"""How loud the recording of a session was: prints the peak, and fails when nothing was heard.

usage: listen.py RAW [LEAST]   16-bit samples of one channel; LEAST is the peak that counts as heard (default 2000)
"""

import array
import sys
from pathlib import Path


def peak(samples: bytes) -> int:
    """The largest sample, 0 to 32768."""
    values = array.array("h", samples[: len(samples) // 2 * 2])
    return max((abs(value) for value in values), default=0)


if __name__ == "__main__":
    loudest = peak(Path(sys.argv[1]).read_bytes())
    least = int(sys.argv[2]) if len(sys.argv) > 2 else 2000
    print(f"the loudest sample is {loudest} of 32768")
    sys.exit(0 if loudest >= least else 1)
