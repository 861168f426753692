"""Asks the C library to give the memory of a picture back when the picture goes, instead of keeping it for the next."""

import sys
from contextlib import suppress

M_MMAP_THRESHOLD = -3  # mallopt(3)
LARGE_BYTES = 256 * 1024
"""Above it memory comes from the system and goes back to it; a decoded frame of a loop has 1.9 MB.

glibc raises its own limit (128 kB) to the size of whatever was freed last, and then keeps what rooms left behind: in a
session begun from Routines that was 9 of 95 MB. Its price: reading a picture takes longer, and between two pages of the
check the window is held some 9 ms longer.
"""


def keep_no_pictures() -> None:
    """Hold the limit where it is; a system whose C library has no such limit is left as it is."""
    if not sys.platform.startswith("linux"):
        return
    from ctypes import CDLL

    with suppress(OSError, AttributeError):  # musl has no mallopt
        CDLL(None).mallopt(M_MMAP_THRESHOLD, LARGE_BYTES)
