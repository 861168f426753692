"""Reads SQLite's write-ahead log as a file: what it holds, what of that SQLite takes, and the same put right.

The format is SQLite's own ("WAL-mode File Format"): a header of 32 bytes, then frames of 24 bytes and one page.
"""

import struct
import sys
from array import array
from pathlib import Path

_HEADER = struct.Struct(">8I")
_FRAME = struct.Struct(">6I")
_BIG_ENDIAN_SUMS = 0x377F0683
_LITTLE_ENDIAN_SUMS = 0x377F0682
_VERSION = 3007000
_SMALLEST_PAGE, _LARGEST_PAGE = 512, 65536
_32_BITS = 0xFFFFFFFF
_MOST_BYTES = (
    256 * 1024**2
)  # SQLite folds it in at 4 MB; one beyond this is nothing that we could have written

Sums = tuple[int, int]


def log_of(database: Path) -> Path:
    """Where SQLite keeps the write-ahead log of `database`."""
    return database.with_name(database.name + "-wal")


def index_of(database: Path) -> Path:
    """Where SQLite keeps the index of that log: nothing that would be missed."""
    return database.with_name(database.name + "-shm")


def has_log(database: Path) -> bool:
    """Whether something waits in the log; raises OSError other than for a missing one."""
    try:
        return log_of(database).stat().st_size > 0
    except FileNotFoundError:
        return False


def log_is_cut(log: Path) -> bool:
    """Whether the file `log` holds a commit that SQLite does not take; raises OSError.

    Frames of an earlier round, which can lie behind, are no part of it.
    """
    if log.stat().st_size > _MOST_BYTES:
        return True
    content = log.read_bytes()
    header = _read_header(content)
    if header is None:
        return True
    page, salts, order, sums = header
    frames = _frames(content, page)
    held = max((number for number, frame in enumerate(frames, 1) if frame[2:4] == salts), default=0)
    taken = 0
    for number, frame in enumerate(frames[:held], 1):
        start = _HEADER.size + (number - 1) * (_FRAME.size + page)
        if frame[2:4] != salts or frame[0] == 0:
            break
        sums = _frame_sums(content, start, page, order, sums)
        if frame[4:6] != sums:
            break
        if frame[1]:
            taken = number
    return any(frame[1] and frame[2:4] == salts for frame in frames[taken:held])


def misses_pages(content: bytes, mended: bytes) -> bool:
    """Whether `mended` had to leave out a frame of `content` that does not even say which page it is."""
    page = _page_size(content) or 0
    look = (len(mended) - _HEADER.size) // (_FRAME.size + page)
    frames = _frames(content, page)
    salts = _salts(content, frames)
    return look < max((n for n, frame in enumerate(frames, 1) if frame[1] and frame[2:4] == salts), default=0)


def mended_log(content: bytes) -> bytes | None:
    """The log with every sum put right, up to its last commit, so that SQLite takes all of it; None without one."""
    page = _page_size(content)
    if page is None or len(content) > _MOST_BYTES:
        return None
    frames = _frames(content, page)
    if not frames:
        return None
    salts = _salts(content, frames)
    last = max((n for n, frame in enumerate(frames, 1) if frame[1] and frame[2:4] == salts), default=0)
    if not last:
        return None
    pages = frames[last - 1][1]
    order = sys.byteorder
    magic = _BIG_ENDIAN_SUMS if order == "big" else _LITTLE_ENDIAN_SUMS
    head = struct.pack(">6I", magic, _VERSION, page, 0, *salts)
    sums = _sums(head, order, (0, 0))
    out = bytearray(head + struct.pack(">2I", *sums))
    for number in range(last):  # all up to the last are of this round, whatever is left of their heads
        if not 1 <= frames[number][0] <= pages:
            continue
        start = _HEADER.size + number * (_FRAME.size + page)
        frame = frames[number]
        body = content[start + _FRAME.size : start + _FRAME.size + page]
        begun = struct.pack(">2I", frame[0], frame[1])
        sums = _sums(body, order, _sums(begun, order, sums))
        out += begun + struct.pack(">4I", *salts, *sums) + body
    return bytes(out)


def _read_header(content: bytes) -> tuple[int, tuple[int, ...], str, Sums] | None:
    """Page size, salts, the order of bytes in sums, and the sums the frames go on from; None when it is not whole."""
    page = _page_size(content)
    if page is None or len(content) < _HEADER.size:
        return None
    magic, version, told, _round, *salts, first, second = _HEADER.unpack_from(content)
    if magic not in (_BIG_ENDIAN_SUMS, _LITTLE_ENDIAN_SUMS) or version != _VERSION or told != page:
        return None
    order = "big" if magic == _BIG_ENDIAN_SUMS else "little"
    sums = _sums(content[:24], order, (0, 0))
    return (page, tuple(salts), order, sums) if sums == (first, second) else None


def _salts(content: bytes, frames: list[tuple[int, ...]]) -> tuple[int, ...]:
    """What the frames of this round are known by: from the head, or else from those that come first."""
    header = _read_header(content)
    if header is not None:
        return header[1]
    first = [frame[2:4] for frame in frames[:3]]
    return max(first, key=first.count)


def _page_size(content: bytes) -> int | None:
    if len(content) < _HEADER.size + _FRAME.size:
        return None
    told: int = _HEADER.unpack_from(content)[2]
    right = _SMALLEST_PAGE <= told <= _LARGEST_PAGE and told & (told - 1) == 0
    return told if right else 4096  # what SQLite makes unless it is asked for another


def _frames(content: bytes, page: int) -> list[tuple[int, ...]]:
    """The heads of all frames that are there as a whole."""
    step = _FRAME.size + page
    return [
        _FRAME.unpack_from(content, start) for start in range(_HEADER.size, len(content) - step + 1, step)
    ]


def _frame_sums(content: bytes, start: int, page: int, order: str, sums: Sums) -> Sums:
    sums = _sums(content[start : start + 8], order, sums)
    return _sums(content[start + _FRAME.size : start + _FRAME.size + page], order, sums)


def _sums(piece: bytes, order: str, sums: Sums) -> Sums:
    words = array("I", piece)
    if order != sys.byteorder:
        words.byteswap()
    first, second = sums
    for at in range(0, len(words), 2):
        first = (first + words[at] + second) & _32_BITS
        second = (second + words[at + 1] + first) & _32_BITS
    return first, second
