"""The first scans of a progressive photo make a picture of their own, and are all that is read for it."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from supple.storage.photo_file import PREVIEW, PhotoFile
from supple.storage.photo_scans import first_scans

LARGE = (6400, 4800)
SMALL = (160, 120)


def noise(size: tuple[int, int], mode: str = "RGB") -> Image.Image:
    return Image.effect_noise((size[0] // 20, size[1] // 20), 90).resize(size).convert(mode)


def jpeg(image: Image.Image, **how: object) -> bytes:
    buffer = BytesIO()
    image.save(buffer, "JPEG", quality=90, **how)
    return buffer.getvalue()


def small(image: Image.Image) -> bytes:
    return image.convert("L").resize(SMALL, Image.Resampling.BILINEAR, reducing_gap=2.0).tobytes()


def differ(one: bytes, other: bytes) -> float:
    """How far two pictures lie apart, in steps of 255, at the mean."""
    return sum(abs(a - b) for a, b in zip(one, other, strict=True)) / len(one)


@pytest.mark.parametrize(("mode", "off"), [("RGB", 3), ("L", 3), ("CMYK", 15)])  # for printing: roughly
@pytest.mark.parametrize("sampling", ["4:4:4", "4:2:0"])
def test_the_first_scans_show_the_same_picture_from_fewer_bytes(mode: str, off: int, sampling: str) -> None:
    image = noise((1600, 1200), mode)
    data = jpeg(image, progressive=True, **({} if mode == "L" else {"subsampling": sampling}))
    scans = first_scans(BytesIO(data))
    assert scans is not None
    assert len(scans) < len(data) * 0.8
    with Image.open(BytesIO(scans)) as shown:
        assert shown.size == image.size
        shown.draft(shown.mode, (400, 300))
        assert differ(small(shown), small(image)) < off


@pytest.mark.parametrize("restart", [0, 5])
def test_a_photo_with_marks_to_begin_again_at_is_cut_between_scans(restart: int) -> None:
    data = jpeg(noise((800, 600)), progressive=True, restart_marker_blocks=restart)
    scans = first_scans(BytesIO(data))
    assert scans is not None
    assert data.startswith(scans[:-2])
    with Image.open(BytesIO(scans)) as shown:
        shown.load()


def test_what_has_no_such_scans_has_none() -> None:
    assert first_scans(BytesIO(jpeg(noise((800, 600))))) is None
    assert first_scans(BytesIO(b"")) is None
    assert first_scans(BytesIO(b"\x89PNG\r\n\x1a\n")) is None


def test_a_photo_that_ends_within_its_first_scans_has_none() -> None:
    data = jpeg(noise((800, 600)), progressive=True)
    scans = first_scans(BytesIO(data))
    assert scans is not None
    for end in range(0, len(scans), 97):
        assert first_scans(BytesIO(data[:end])) is None


def test_a_large_progressive_photo_is_as_sharp_as_any_once_it_is_loaded(tmp_path: Path) -> None:
    image = noise(LARGE)
    (tmp_path / "a.jpg").write_bytes(jpeg(image, progressive=True))
    read: list[float] = []
    photo = PhotoFile(tmp_path / "a.jpg", progressed=read.append)
    photo.preview()
    assert max(read) < 1.0
    before = photo.part((0, 0, *LARGE), width=SMALL[0], height=SMALL[1])
    photo.load()
    after = photo.part((0, 0, *LARGE), width=SMALL[0], height=SMALL[1])
    assert differ(before.data, after.data) < 3
    assert differ(_grey(after.data), small(image)) < 2
    assert min(side / least for side, least in zip(LARGE, PREVIEW, strict=True)) >= 4


def _grey(pixels: bytes) -> bytes:
    return Image.frombytes("RGB", SMALL, pixels, "raw", "BGRX").convert("L").tobytes()
