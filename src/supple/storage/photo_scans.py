"""Cuts a progressive JPEG after the scans that suffice for a small picture: decoding them takes half of the time."""

from collections.abc import Iterator
from typing import Protocol

_START, _END = b"\xff\xd8", b"\xff\xd9"
_SCAN, _LAST = 0xDA, 0xD9
_PROGRESSIVE = 0xC2
_INSIDE = frozenset((0x00, 0xFF, *range(0xD0, 0xD8)))  # what may follow 0xFF among the data of a scan
_PIECE = 1 << 20


class Readable(Protocol):
    """What is read from the present place on."""

    def read(self, size: int = -1, /) -> bytes:
        """At most so many bytes; none at the end."""


def first_scans(stream: Readable) -> bytes | None:
    """A JPEG of the mean of every block and its coarsest waves; None for what has no such scans, or ends before them.

    The scans are those of the JPEG standard (ITU-T T.81, G.1): the mean of all components, then bands of waves.
    """
    bytes_read = _Bytes(stream)
    if bytes_read.take(0, 2) != _START:
        return None
    means: set[int] = set()
    components = 0
    at = 2
    for kind, begin, end in _segments(bytes_read, at):
        if kind == _PROGRESSIVE:
            components = bytes_read.take(begin + 9, 1)[0]
        elif kind == _SCAN and not components:
            return None
        elif kind == _SCAN:
            number = bytes_read.take(begin + 4, 1)[0]
            told = bytes_read.take(begin + 5, 2 * number + 2)
            if told[-2] == 0:
                means.update(told[: 2 * number : 2])
            elif len(means) == components:
                return bytes_read.take(0, end) + _END
    return None


def _segments(data: "_Bytes", at: int) -> Iterator[tuple[int, int, int]]:
    """Each segment's kind, beginning and end; a scan's data belongs to it."""
    while True:
        head = data.take(at, 4)
        if len(head) < 4 or head[0] != 0xFF or head[1] == _LAST:
            return
        end = at + 2 + int.from_bytes(head[2:], "big")
        if head[1] == _SCAN:
            found = data.marker_from(end)
            if found is None:
                return
            end = found
        yield head[1], at, end
        at = end


class _Bytes:
    """A stream's bytes, read as far as they are asked for."""

    def __init__(self, stream: Readable) -> None:
        self._stream = stream
        self._data = bytearray()

    def take(self, begin: int, count: int) -> bytes:
        """Fewer at the end."""
        while len(self._data) < begin + count and self._more():
            pass
        return bytes(self._data[begin : begin + count])

    def marker_from(self, at: int) -> int | None:
        """Where the data of a scan ends; None where the stream ends before."""
        while True:
            at = self._data.find(0xFF, at)
            if at < 0 or at + 1 >= len(self._data):
                at = len(self._data) - 1 if at < 0 else at
                if not self._more():
                    return None
            elif self._data[at + 1] in _INSIDE:
                at += 1
            else:
                return at

    def _more(self) -> bool:
        piece = self._stream.read(_PIECE)
        self._data += piece
        return bool(piece)
