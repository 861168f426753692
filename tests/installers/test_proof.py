"""What the proof of the installers sees and hears with: pictures of a screen, the loudness of a recording."""

from pathlib import Path

from listen import peak
from PIL import Image
from screen import BITS, COLOURS, HEADER, HEIGHT, SIZE, STRIDE, WIDTH, brightness, save_screen

RED, GREY = bytes((0, 0, 255, 0)), bytes((100, 100, 100, 0))


def frame_buffer(file: Path, *, width: int, height: int, pixel: bytes) -> Path:
    """A screen of one colour but for a red first pixel, with a map of colours and padded lines as Xvfb has them."""
    head = [0] * 25
    head[SIZE], head[WIDTH], head[HEIGHT], head[BITS] = HEADER.size + 8, width, height, 32
    head[STRIDE], head[COLOURS] = width * 4 + 16, 3
    line = pixel * width + bytes(16)
    first = RED + line[4:]
    file.write_bytes(HEADER.pack(*head) + bytes(8 + 3 * 12) + first + line * (height - 1))
    return file


def test_a_picture_has_the_screens_size_and_colours(tmp_path: Path) -> None:
    save_screen(frame_buffer(tmp_path / "fb", width=8, height=6, pixel=GREY), tmp_path / "screen.png")
    with Image.open(tmp_path / "screen.png") as picture:
        assert picture.size == (8, 6)
        assert picture.getpixel((0, 0)) == (255, 0, 0)
        assert picture.getpixel((7, 5)) == (100, 100, 100)


def test_the_brightness_of_the_middle_tells_a_dark_screen_from_a_light_one(tmp_path: Path) -> None:
    grey = frame_buffer(tmp_path / "grey", width=8, height=8, pixel=GREY)
    white = frame_buffer(tmp_path / "white", width=8, height=8, pixel=bytes((255, 255, 255, 0)))
    assert (brightness(grey), brightness(white)) == (100, 255)


def test_a_recording_is_as_loud_as_its_loudest_sample() -> None:
    assert peak(b"") == 0
    assert peak(b"\x10\x00\x00\x80\x00\x01") == 32768
