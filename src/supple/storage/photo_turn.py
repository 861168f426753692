"""The eight ways in which a camera may have been held, and how a place on the photo lies in its file."""

from dataclasses import dataclass

from PIL import Image

Box = tuple[float, float, float, float]

_METHODS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
_RIGHT = {1: 6, 6: 3, 3: 8, 8: 1, 2: 7, 7: 4, 4: 5, 5: 2}


@dataclass(frozen=True, slots=True)
class Turn:
    """`exif` is the number that cameras write, 1 to 8; raises ValueError for any other."""

    exif: int = 1

    def __post_init__(self) -> None:
        """There are eight."""
        if self.exif not in _RIGHT:
            raise ValueError(f"a turn of {self.exif}")

    def right(self) -> "Turn":
        """A quarter more, clockwise."""
        return Turn(_RIGHT[self.exif])

    def size_of(self, width: int, height: int) -> tuple[int, int]:
        """Width and height after the turn, or before it."""
        return (height, width) if self.exif >= 5 else (width, height)

    def apply(self, image: Image.Image) -> Image.Image:
        """The right way up."""
        return image.transpose(_METHODS[self.exif]) if self.exif in _METHODS else image

    def raw_box(self, box: Box, width: int, height: int) -> Box:
        """Where `box` of what is seen lies in the file, whose picture is `width` by `height`."""
        one = self._raw_point(box[0], box[1], width, height)
        other = self._raw_point(box[2], box[3], width, height)
        return (
            min(one[0], other[0]), min(one[1], other[1]), max(one[0], other[0]), max(one[1], other[1]),
        )  # fmt: skip

    def _raw_point(self, x: float, y: float, width: int, height: int) -> tuple[float, float]:
        return {
            1: (x, y),
            2: (width - x, y),
            3: (width - x, height - y),
            4: (x, height - y),
            5: (y, x),
            6: (y, height - x),
            7: (width - y, height - x),
            8: (width - y, x),
        }[self.exif]
