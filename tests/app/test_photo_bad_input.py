"""Whatever file is given for a photo: it is opened, or a sentence names it and the way out; the page stays usable."""

import os
import struct
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from pytestqt.qtbot import QtBot

from supple.app.program import Program

from .conftest import Open
from .photo_walk import SIZE, answer, open_page, pasted, photo_of_a_thigh, to_the_photo
from .window import sees, words

Make = Callable[[Path], Path]
HEIC = Path(__file__).parents[1] / "data/quarters.heic"


def notes(folder: Path) -> Path:
    (folder / "a.jpg").write_text("What I want to ask the physiotherapist.")
    return folder / "a.jpg"


def nothing(folder: Path) -> Path:
    (folder / "a.jpg").touch()
    return folder / "a.jpg"


def cut_off(ending: str) -> Make:
    """Half of a photo of this kind."""

    def make(folder: Path) -> Path:
        file = folder / f"a.{ending}"
        if ending == "heic":
            file.write_bytes(HEIC.read_bytes())
        else:
            Image.effect_noise((400, 300), 80).convert("RGB").save(file)
        file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])
        return file

    return make


def png_that_says(width: int, height: int) -> Make:
    """A PNG of a few bytes that says it is so large: what a decompression bomb is made of."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    def make(folder: Path) -> Path:
        head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
        body = zlib.compress(bytes(100_000))
        (folder / "a.png").write_bytes(
            b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", body) + chunk(b"IEND", b"")
        )
        return folder / "a.png"

    return make


def animated(ending: str) -> Make:
    def make(folder: Path) -> Path:
        one = Image.effect_noise((120, 90), 80).convert("RGB")
        one.save(folder / f"a.{ending}", save_all=True, append_images=[one.rotate(180)], duration=100)
        return folder / f"a.{ending}"

    return make


def folder_of_photos(folder: Path) -> Path:
    (folder / "Camera").mkdir()
    return folder / "Camera"


def gone(folder: Path) -> Path:
    return folder / "a.jpg"


def locked(folder: Path) -> Path:
    if os.geteuid() == 0:
        pytest.skip("root may read everything")
    file = photo_of_a_thigh(folder / "a.jpg", 16)
    file.chmod(0)
    return file


def pipe(folder: Path) -> Path:
    os.mkfifo(folder / "a.jpg")
    return folder / "a.jpg"


BAD = {
    "not a photo": (notes, "This file cannot be read as a photo: “a.jpg”."),
    "0 bytes": (nothing, "This file is empty: “a.jpg”."),
    **{
        f"a truncated {ending}": (cut_off(ending), f"The file ends too early or is damaged: “a.{ending}”.")
        for ending in ("jpg", "png", "webp", "heic")
    },
    "over 100 megapixels": (
        png_that_says(10_001, 10_000),
        "This photo has over 100 megapixels: “a.png”. Save it smaller.",
    ),
    "a bomb": (png_that_says(60_000, 60_000), "This photo has over 100 megapixels: “a.png”."),
    **{
        f"an animated {ending}": (animated(ending), f"This is a moving picture: “a.{ending}”.")
        for ending in ("png", "webp")
    },
    "a folder": (folder_of_photos, "This is a folder: “Camera”. Open it and choose the photos in it."),
    "deleted meanwhile": (gone, "This photo is not there any more: “a.jpg”."),
    "no right to read": (locked, "This file may not be read: “a.jpg”."),
    "a pipe": (pipe, "This file cannot be read as a photo: “a.jpg”."),
}


@pytest.fixture
def program(qtbot: QtBot, opened: Open, data: Path) -> Program:
    """The first photo is asked for."""
    program = opened(data)
    to_the_photo(qtbot, program)
    return program


@pytest.mark.parametrize("what", BAD)
def test_what_cannot_be_opened_is_named_and_another_file_can_be(
    qtbot: QtBot, program: Program, tmp_path: Path, what: str
) -> None:
    make, sentence = BAD[what]
    (tmp_path / "given").mkdir()
    pasted(open_page(program), make(tmp_path / "given"))
    qtbot.waitUntil(sees(sentence))
    page = open_page(program)
    assert page.photo is None
    assert not page.go_on.isEnabled()
    pasted(page, photo_of_a_thigh(tmp_path / "good.jpg", 16))
    qtbot.waitUntil(lambda: page.photo is not None)
    assert sentence not in words()


@pytest.mark.parametrize("what", BAD)
def test_among_several_it_is_named_and_the_others_can_be_measured(
    qtbot: QtBot, program: Program, tmp_path: Path, what: str
) -> None:
    make, sentence = BAD[what]
    (tmp_path / "given").mkdir()
    pasted(open_page(program), photo_of_a_thigh(tmp_path / "good.jpg", 16), make(tmp_path / "given"))
    qtbot.waitUntil(sees(sentence))
    assert "Which hip does good.jpg show?" in names_of_choices(program)


def names_of_choices(program: Program) -> list[str]:
    from supple.ui.check.photo_sort_page import PhotoSortPage

    page = program.window.full
    assert isinstance(page, PhotoSortPage)
    return [choice.accessibleName() for choice in page.choices if choice.isVisible()]


def saved(image: Image.Image, path: Path, **how: object) -> Path:
    image.save(path, **how)
    return path


@pytest.mark.parametrize("mode", ["CMYK", "L", "I;16", "P", "RGBA", "1"])
def test_a_photo_of_an_unusual_kind_can_be_marked(
    qtbot: QtBot, program: Program, tmp_path: Path, mode: str
) -> None:
    thigh = Image.open(photo_of_a_thigh(tmp_path / "thigh.png", 16))
    image = thigh.convert("L") if mode == "I;16" else thigh.convert(mode)
    if mode == "I;16":
        image = Image.frombytes(mode, SIZE, b"".join(bytes((each, each)) for each in image.tobytes()))
    path = saved(image, tmp_path / ("a.jpg" if mode == "CMYK" else "a.png"))
    pasted(open_page(program), path)
    qtbot.waitUntil(lambda: open_page(program).photo is not None)
    answer(open_page(program))
    assert open_page(program).go_on.isEnabled()


@pytest.mark.parametrize("exif", range(1, 9))
def test_a_photo_stands_upright_however_the_phone_was_held(
    qtbot: QtBot, program: Program, tmp_path: Path, exif: int
) -> None:
    tags = Image.Exif()
    tags[0x0112] = exif
    path = saved(Image.new("RGB", (800, 600)), tmp_path / "a.jpg", exif=tags)
    pasted(open_page(program), path)
    qtbot.waitUntil(lambda: open_page(program).photo is not None)
    photo = open_page(program).photo
    assert photo is not None
    assert photo.size == ((800, 600) if exif < 5 else (600, 800))
