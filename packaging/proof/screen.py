"""A picture of what Xvfb shows, taken from its frame buffer file, so that no program for it must be installed."""

import struct
import zlib
from pathlib import Path

HEADER = struct.Struct(">25I")  # of X11/XWDFile.h; the fields used are named below
SIZE, WIDTH, HEIGHT, BITS, STRIDE, COLOURS = 0, 4, 5, 11, 12, 19
COLOUR_BYTES = 12


def save_screen(frame_buffer: Path, target: Path) -> None:
    """Write the screen behind `frame_buffer` (Xvfb -fbdir) to `target` as PNG; 24 bits on a little-endian machine."""
    width, height, lines = read_lines(frame_buffer)
    rows = bytearray()
    for line in lines:
        pixels = bytearray(width * 3)
        pixels[0::3], pixels[1::3], pixels[2::3] = line[2::4], line[1::4], line[0::4]
        rows += b"\0" + pixels
    target.write_bytes(png(bytes(rows), width=width, height=height))


def read_lines(frame_buffer: Path) -> tuple[int, int, list[bytes]]:
    """Width and height in pixels, and the lines of the screen: blue, green, red and nothing, a byte each."""
    data = frame_buffer.read_bytes()
    head = HEADER.unpack_from(data)
    if head[BITS] != 32:
        raise ValueError(f"the screen has {head[BITS]} bits for a pixel, not 32")
    start = head[SIZE] + head[COLOURS] * COLOUR_BYTES
    width, height, stride = head[WIDTH], head[HEIGHT], head[STRIDE]
    return width, height, [data[start + y * stride :][: width * 4] for y in range(height)]


def brightness(frame_buffer: Path) -> float:
    """The mean of green in the middle of the screen, 0 to 255."""
    width, height, lines = read_lines(frame_buffer)
    middle = [line[width : width * 3][1::4] for line in lines[height // 4 : height * 3 // 4]]
    return sum(map(sum, middle)) / sum(map(len, middle))


def png(rows: bytes, *, width: int, height: int) -> bytes:
    """`rows` of RGB, each after its filter byte, as a PNG file."""
    head = struct.pack(">2I5B", width, height, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(rows, 1)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        for kind, body in chunks
    )
