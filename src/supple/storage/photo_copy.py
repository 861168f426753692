"""Makes the small copy of a photo that a person keeps: nothing but its pixels, the right way up."""

from io import BytesIO
from typing import NamedTuple

from PIL import Image
from PIL.WebPImagePlugin import WebPImageFile

from supple.domain.checks.kept_photo import small_size
from supple.storage.photo_file import PhotoFile

QUALITY = 80
"""Of WebP: 40 to 90 kB for a room with a person; the edge of a knee is as sharp as in the photo."""


class SmallCopy(NamedTuple):
    """A WebP and its size; `factor` is how much smaller it is than the photo."""

    width: int
    height: int
    factor: float
    pixels: bytes


def small_copy(photo: PhotoFile) -> SmallCopy:
    """The copy of `photo` as it is turned now; takes up to some tenths of a second."""
    whole = photo.size
    width, height = small_size(*whole)
    seen = photo.part((0.0, 0.0, float(whole[0]), float(whole[1])), width=width, height=height)
    image = Image.frombytes("RGB", (seen.width, seen.height), seen.data, "raw", "BGRX")
    out = BytesIO()
    image.save(out, WebPImageFile.format, quality=QUALITY)  # a new picture: it never had anything but pixels
    return SmallCopy(
        width=seen.width, height=seen.height, factor=seen.width / whole[0], pixels=out.getvalue()
    )
