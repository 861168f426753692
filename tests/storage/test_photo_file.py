"""A photo of a phone is opened whatever kind it is, and what cannot be opened says why."""

import os
import struct
import subprocess
import sys
import zlib
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from supple.domain.checks.photo_trouble import PhotoError, PhotoLeftError, PhotoTrouble
from supple.storage.photo_file import PhotoFile, Pixels
from supple.storage.photo_turn import Turn

DATA = Path(__file__).parents[1] / "data"
WITHOUT_MEMORY = """
import resource, sys
from pathlib import Path
from supple.domain.checks.photo_trouble import PhotoError
from supple.storage.photo_file import PhotoFile
photo = PhotoFile(Path(sys.argv[1]))
resource.setrlimit(resource.RLIMIT_AS, (200_000_000, 200_000_000))
try:
    photo.load()
except PhotoError as error:
    print(error.trouble)
"""
RED, GREEN, BLUE, WHITE = (255, 0, 0), (0, 160, 0), (0, 0, 255), (255, 255, 255)
CORNERS = {(0, 0): RED, (1, 0): GREEN, (0, 1): BLUE, (1, 1): WHITE}


def quarters(mode: str = "RGB", size: tuple[int, int] = (120, 80)) -> Image.Image:
    """Red and green over blue and white."""
    image = Image.new("RGB", size)
    half = (size[0] // 2, size[1] // 2)
    for (across, down), colour in CORNERS.items():
        image.paste(colour, (across * half[0], down * half[1], (across + 1) * half[0], (down + 1) * half[1]))
    return image.convert(mode, dither=Image.Dither.NONE)


def saved(image: Image.Image, path: Path, **how: object) -> Path:
    image.save(path, **how)
    return path


def opened(path: Path) -> PhotoFile:
    photo = PhotoFile(path)
    photo.preview()
    photo.load()
    return photo


def corners(pixels: Pixels) -> list[tuple[int, int, int]]:
    """The colours near the corners: upper left, upper right, lower left, lower right."""
    found = []
    for down in (0.2, 0.8):
        for across in (0.2, 0.8):
            at = 4 * (int(pixels.height * down) * pixels.width + int(pixels.width * across))
            blue, green, red = pixels.data[at : at + 3]
            found.append((red, green, blue))
    return found


def looks_like(found: list[tuple[int, int, int]], *wanted: tuple[int, int, int]) -> bool:
    return all(
        abs(a - b) < 60
        for one, other in zip(found, wanted, strict=True)
        for a, b in zip(one, other, strict=True)
    )


def whole(photo: PhotoFile, width: int = 60, height: int = 40) -> Pixels:
    return photo.part((0, 0, *photo.size), width=width, height=height)


def trouble_of(path: Path) -> PhotoTrouble:
    with pytest.raises(PhotoError) as told:
        opened(path)
    return told.value.trouble


@pytest.mark.parametrize(("name", "kind"), [("a.jpg", "JPEG"), ("a.png", "PNG"), ("a.webp", "WEBP")])
def test_jpeg_png_and_webp_are_opened(tmp_path: Path, name: str, kind: str) -> None:
    photo = opened(saved(quarters(), tmp_path / name, format=kind))
    assert photo.size == (120, 80)
    assert looks_like(corners(whole(photo)), RED, GREEN, BLUE, WHITE)


def test_heic_of_a_phone_is_opened() -> None:
    photo = opened(DATA / "quarters.heic")
    assert photo.size == (120, 80)
    assert looks_like(corners(whole(photo)), RED, GREEN, BLUE, WHITE)


@pytest.mark.parametrize("exif", range(1, 9))
def test_a_photo_stands_upright_however_the_camera_was_held(tmp_path: Path, exif: int) -> None:
    turn = Turn(exif)
    raw = quarters()
    upright_size = turn.size_of(*raw.size)
    tags = Image.Exif()
    tags[0x0112] = exif
    photo = opened(saved(raw, tmp_path / "a.jpg", exif=tags, quality=95))
    assert photo.size == upright_size
    seen = whole(photo, *turn.size_of(60, 40))
    assert looks_like(corners(seen), *corners_of(turn.apply(raw)))
    half = photo.part(
        (0, 0, upright_size[0] / 2, upright_size[1] / 2), width=30, height=30, smooth=False
    )  # the upper left quarter is one colour
    assert looks_like(corners(half), *[corners_of(turn.apply(raw))[0]] * 4)


def corners_of(image: Image.Image) -> list[tuple[int, int, int]]:
    data = image.convert("RGB").tobytes("raw", "BGRX")
    return corners(Pixels(image.width, image.height, data))


def test_four_turns_come_back_to_the_beginning() -> None:
    for exif in range(1, 9):
        turn = Turn(exif)
        seen = [turn]
        for _ in range(3):
            seen.append(seen[-1].right())
        assert len({each.exif for each in seen}) == 4
        assert seen[-1].right() == turn


def test_a_turn_by_hand_turns_what_is_seen_clockwise(tmp_path: Path) -> None:
    photo = opened(saved(quarters(), tmp_path / "a.png"))
    photo.turn_right()
    assert photo.size == (80, 120)
    assert looks_like(corners(whole(photo, 40, 60)), BLUE, RED, WHITE, GREEN)


def test_nonsense_about_the_turn_is_passed_over(tmp_path: Path) -> None:
    tags = Image.Exif()
    tags[0x0112] = 77
    assert opened(saved(quarters(), tmp_path / "a.jpg", exif=tags)).turn == Turn(1)


@pytest.mark.parametrize("mode", ["CMYK", "L"])
def test_a_photo_for_printing_or_in_grey_is_opened(tmp_path: Path, mode: str) -> None:
    photo = opened(saved(quarters(mode), tmp_path / "a.jpg", quality=95))
    assert looks_like(corners(whole(photo)), *corners_of(quarters(mode)))


@pytest.mark.parametrize("mode", ["P", "RGBA", "LA", "1", "L"])
def test_every_kind_of_png_is_opened(tmp_path: Path, mode: str) -> None:
    photo = opened(saved(quarters(mode), tmp_path / "a.png"))
    assert looks_like(corners(whole(photo)), *corners_of(quarters(mode).convert("RGB")))


def test_sixteen_bits_are_told_from_each_other(tmp_path: Path) -> None:
    row = struct.pack("<100H", *[0] * 50, *[30_000] * 50)
    image = Image.frombytes("I;16", (100, 100), row * 100)
    found = corners(whole(opened(saved(image, tmp_path / "a.png")), 40, 40))
    assert looks_like(found, (0, 0, 0), (117, 117, 117), (0, 0, 0), (117, 117, 117))


def test_what_is_clear_lies_on_white(tmp_path: Path) -> None:
    clear = Image.new("RGBA", (80, 80), (255, 0, 0, 0))
    assert looks_like(corners(whole(opened(saved(clear, tmp_path / "a.png")), 40, 40)), *[WHITE] * 4)


def test_a_progressive_photo_has_a_small_picture_before_it_is_loaded(tmp_path: Path) -> None:
    photo = PhotoFile(saved(quarters(size=(4000, 3000)), tmp_path / "a.jpg", progressive=True))
    photo.preview()
    assert photo.can_be_seen
    assert looks_like(corners(whole(photo)), RED, GREEN, BLUE, WHITE)
    assert photo.size == (4000, 3000)
    photo.load()
    assert looks_like(corners(whole(photo)), RED, GREEN, BLUE, WHITE)


def test_what_was_pasted_is_opened_like_a_file(tmp_path: Path) -> None:
    buffer = BytesIO()
    quarters().save(buffer, "PNG")
    photo = PhotoFile(buffer.getvalue())
    photo.load()
    assert looks_like(corners(whole(photo)), RED, GREEN, BLUE, WHITE)


def test_a_file_that_is_no_photo_says_so(tmp_path: Path) -> None:
    (tmp_path / "notes.pdf").write_bytes(b"%PDF-1.7 not a photo at all, however long it is")
    assert trouble_of(tmp_path / "notes.pdf") is PhotoTrouble.NOT_A_PHOTO
    quarters().save(tmp_path / "a.gif")
    assert trouble_of(tmp_path / "a.gif") is PhotoTrouble.NOT_A_PHOTO


def test_an_empty_file_says_so(tmp_path: Path) -> None:
    (tmp_path / "a.jpg").touch()
    assert trouble_of(tmp_path / "a.jpg") is PhotoTrouble.EMPTY


@pytest.mark.parametrize("name", ["a.jpg", "a.png", "a.webp"])
@pytest.mark.parametrize("part", [0.02, 0.5, 0.95])
def test_a_file_that_ends_too_early_says_so(tmp_path: Path, name: str, part: float) -> None:
    noise = Image.effect_noise((300, 200), 80).convert("RGB")
    whole_file = saved(noise, tmp_path / name).read_bytes()
    (tmp_path / name).write_bytes(whole_file[: int(len(whole_file) * part)])
    assert trouble_of(tmp_path / name) is PhotoTrouble.ENDS_EARLY


def test_a_heic_that_ends_too_early_says_so(tmp_path: Path) -> None:
    data = (DATA / "quarters.heic").read_bytes()
    (tmp_path / "a.heic").write_bytes(data[: len(data) // 2])
    assert trouble_of(tmp_path / "a.heic") is PhotoTrouble.ENDS_EARLY


def png_of(width: int, height: int) -> bytes:
    """A PNG that says it is so large and holds a few bytes: what a bomb is made of."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    body = zlib.compress(b"\0" * 1000)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", body) + chunk(b"IEND", b"")


@pytest.mark.parametrize("size", [(10_001, 10_000), (60_000, 60_000), (2_000_000_000, 2)])
def test_a_photo_over_a_hundred_megapixels_is_not_unpacked(tmp_path: Path, size: tuple[int, int]) -> None:
    (tmp_path / "bomb.png").write_bytes(png_of(*size))
    assert trouble_of(tmp_path / "bomb.png") is PhotoTrouble.TOO_LARGE


def test_a_photo_for_which_there_is_no_memory_says_so(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(png_of(9_000, 9_000))
    ended = subprocess.run(
        [sys.executable, "-c", WITHOUT_MEMORY, tmp_path / "a.png"], capture_output=True, text=True, check=True
    )
    assert ended.stdout.strip() == PhotoTrouble.NO_MEMORY


@pytest.mark.parametrize("name", ["a.png", "a.webp"])
def test_a_moving_picture_says_so(tmp_path: Path, name: str) -> None:
    frames = [quarters(), quarters().rotate(180)]
    frames[0].save(tmp_path / name, save_all=True, append_images=frames[1:], duration=100)
    assert trouble_of(tmp_path / name) is PhotoTrouble.MOVING


def test_a_jpeg_with_a_second_picture_in_it_is_a_photo(tmp_path: Path) -> None:
    frames = [quarters(), quarters().rotate(180)]
    frames[0].save(tmp_path / "a.jpg", format="MPO", save_all=True, append_images=frames[1:])
    assert looks_like(corners(whole(opened(tmp_path / "a.jpg"))), RED, GREEN, BLUE, WHITE)


def test_a_folder_is_no_photo(tmp_path: Path) -> None:
    assert trouble_of(tmp_path) is PhotoTrouble.FOLDER


def test_a_photo_that_was_deleted_meanwhile_says_so(tmp_path: Path) -> None:
    assert trouble_of(tmp_path / "gone.jpg") is PhotoTrouble.GONE


def test_a_photo_that_is_deleted_while_it_is_opened_is_read_to_its_end(tmp_path: Path) -> None:
    path = saved(quarters(size=(2000, 1500)), tmp_path / "a.jpg")
    photo = PhotoFile(path)
    photo.preview()
    path.unlink()
    photo.load()
    assert looks_like(corners(whole(photo)), RED, GREEN, BLUE, WHITE)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_photo_without_the_right_to_read_it_says_so(tmp_path: Path) -> None:
    path = saved(quarters(), tmp_path / "a.jpg")
    path.chmod(0)
    assert trouble_of(path) is PhotoTrouble.NO_RIGHT


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.jpg")
    assert trouble_of(tmp_path / "pipe.jpg") is PhotoTrouble.NOT_A_PHOTO


def test_a_photo_that_was_left_is_not_read_to_its_end(tmp_path: Path) -> None:
    photo = PhotoFile(saved(quarters(size=(3000, 2000)), tmp_path / "a.png"))
    photo.leave()
    with pytest.raises(PhotoLeftError):
        photo.load()


def test_how_far_a_photo_was_read_is_told(tmp_path: Path) -> None:
    told: list[float] = []
    noise = Image.effect_noise((600, 400), 80).convert("RGB")
    PhotoFile(saved(noise, tmp_path / "a.jpg", quality=95), progressed=told.append).load()
    assert told[-1] == 1.0
    assert len({round(part, 2) for part in told}) > 2
