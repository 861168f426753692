"""Opens a photo: first small, by a draft, then at full size, which is decoded once and held once, never stored.

Metadata is asked for the turn of the camera alone. Pillow is imported here, when a photo is opened.
"""

import struct
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from stat import S_ISDIR, S_ISREG
from typing import IO, Any, NamedTuple, cast

from PIL import Image, UnidentifiedImageError

from supple.domain.checks.photo_trouble import MOST_MEGAPIXELS, PhotoError, PhotoLeftError, PhotoTrouble
from supple.storage.photo_scans import first_scans
from supple.storage.photo_turn import Turn

Image.MAX_IMAGE_PIXELS = None  # it would warn at 90 megapixels; ours is asked before anything is decoded

_CORE: Any = vars(Image)["core"]
_CORE.set_block_size(64 * 1024 * 1024)  # more than the C library keeps for itself when it is freed

PREVIEW = (1600, 1200)
COARSE = 4
"""From so many times the small picture on, the first scans of a progressive JPEG hold all that it shows."""
STEP = 0.02
"""How far reading goes on before it is told again."""
FORMATS = ("JPEG", "PNG", "WEBP")
_CAN_MOVE = ("PNG", "WEBP")  # a JPEG of a phone may hold a second picture, and is a photo all the same
_HEIC_MARKS = (b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1")
_ORIENTATION = 0x0112
_BROKEN = (OSError, SyntaxError, ValueError, EOFError, IndexError, struct.error, KeyError, TypeError)


class Pixels(NamedTuple):
    """A picture as Qt takes it: four bytes a pixel, blue first."""

    width: int
    height: int
    data: bytes


class PhotoFile:
    """One photo while it is open: `preview`, then `load`; `part` shows any of it at any size, the right way up."""

    def __init__(self, source: Path | bytes, *, progressed: Callable[[float], None] | None = None) -> None:
        """Raises PhotoError when it is none that can be opened. Its file stays open until it is loaded."""
        self._stream = _Watched(_opened(source), progressed)
        self._image: Image.Image | None = None
        self._preview: Image.Image | None = None
        self._is_of_first_scans = False
        try:
            self._head = self._identified()
            self._whole = self._head.size
            self.turn = _turn_of(self._head)
        except BaseException:
            self.close()
            raise

    @property
    def size(self) -> tuple[int, int]:
        """Width and height the right way up."""
        return self.turn.size_of(*self._whole)

    @property
    def can_be_seen(self) -> bool:
        """Whether there is a picture yet, small or full."""
        return self._preview is not None

    def leave(self) -> None:
        """Nobody wants it any more: reading ends as soon as it can."""
        self._stream.left = True

    def close(self) -> None:
        """Let go of the file; what is decoded can be seen on."""
        self._stream.close()

    def preview(self) -> None:
        """Decode it small, if its kind can be; else not yet. Raises PhotoError for a file that ends early."""
        if self._head.format != "JPEG" and not isinstance(self._head, _jpeg()):
            return
        try:
            head = self._first_scans() or self._head
            head.draft("RGB", PREVIEW)
            self._preview = _loaded(head)
        except MemoryError as error:
            self.close()
            raise PhotoError(PhotoTrouble.NO_MEMORY) from error
        except BaseException:
            self.close()
            raise
        self._stream.seek(0)

    def load(self) -> None:
        """Decode it at full size; its file is closed then."""
        try:
            head = self._head if self._preview is None else self._identified()
            self._image = _plain(_loaded(head))
            if self._preview is None or self._is_of_first_scans:
                self._preview = _shrunk(self._image)
        except MemoryError as error:
            raise PhotoError(PhotoTrouble.NO_MEMORY) from error
        finally:
            self.close()
        self._head = self._preview  # or a picture that was made plain would be held twice

    def turn_right(self) -> None:
        """Turn what is seen by a quarter, clockwise."""
        self.turn = self.turn.right()

    def part(
        self, box: tuple[float, float, float, float], *, width: int, height: int, smooth: bool = True
    ) -> Pixels:
        """What lies in `box` (left, top, right, bottom, in its pixels) at another size; before `load` less sharp."""
        shown = self._preview if self._image is None or self._is_coarse(box, width) else self._image
        if shown is None:
            return Pixels(0, 0, b"")
        raw = self.turn.raw_box(box, *self._whole)
        across, down = shown.width / self._whole[0], shown.height / self._whole[1]
        scaled = (raw[0] * across, raw[1] * down, raw[2] * across, raw[3] * down)
        inside = (
            max(0.0, scaled[0]), max(0.0, scaled[1]), min(shown.width, scaled[2]), min(shown.height, scaled[3]),
        )  # fmt: skip
        size = self.turn.size_of(width, height)
        how = Image.Resampling.BILINEAR if smooth else Image.Resampling.NEAREST
        cut = shown.resize(size, how, box=inside, reducing_gap=2.0 if smooth else None)
        upright = self.turn.apply(_seen(cut))
        return Pixels(upright.width, upright.height, upright.tobytes("raw", "BGRX"))

    def _is_coarse(self, box: tuple[float, float, float, float], width: int) -> bool:
        """Whether the small picture is as sharp as what is asked for."""
        if self._preview is None or not self._whole[0]:
            return False
        return (box[2] - box[0]) * self._preview.width / self._whole[0] >= width

    def _first_scans(self) -> Image.Image | None:
        """The head of what suffices for the small picture of a large progressive JPEG; None of any other."""
        across, down = (whole / small for whole, small in zip(self._whole, PREVIEW, strict=True))
        if "progressive" not in self._head.info or min(across, down) < COARSE:
            return None
        self._stream.seek(0)
        scans = first_scans(self._stream)
        self._stream.seek(0)
        self._is_of_first_scans = scans is not None
        return None if scans is None else Image.open(BytesIO(scans), formats=("JPEG",))

    def _identified(self) -> Image.Image:
        """Its head, read; what cannot be a photo of ours ends here."""
        start = self._stream.read(32)
        self._stream.seek(0)
        if not start:
            raise PhotoError(PhotoTrouble.EMPTY)
        heic = start[4:8] == b"ftyp" and start[8:12] in _HEIC_MARKS
        try:
            image = _heic(self._stream) if heic else _pillow(self._stream, FORMATS)
        except UnidentifiedImageError as error:
            raise PhotoError(_unknown(start)) from error
        except (PhotoError, PhotoLeftError):
            raise
        except _BROKEN as error:
            raise PhotoError(PhotoTrouble.ENDS_EARLY) from error
        if image.width * image.height > MOST_MEGAPIXELS * 1_000_000:
            raise PhotoError(PhotoTrouble.TOO_LARGE)
        if image.format in _CAN_MOVE and getattr(image, "is_animated", False):
            raise PhotoError(PhotoTrouble.MOVING)
        return image


class _Watched:
    """A file that says how far it was read, and ends when the photo was left."""

    def __init__(self, stream: IO[bytes], progressed: Callable[[float], None] | None) -> None:
        self._stream = stream
        self._progressed = progressed
        self._length = max(1, stream.seek(0, 2))
        self.left = False
        self._told = 0.0
        stream.seek(0)

    def read(self, size: int = -1) -> bytes:
        if self.left:
            raise PhotoLeftError
        data = self._stream.read(size)
        part = min(1.0, self._stream.tell() / self._length)
        if self._progressed is not None and (part - self._told >= STEP or part == 1.0):
            self._told = part
            self._progressed(part)
        return data

    def seek(self, offset: int, whence: int = 0) -> int:
        return self._stream.seek(offset, whence)

    def tell(self) -> int:
        return self._stream.tell()

    def close(self) -> None:
        self._progressed = None  # or the photo and whoever listens would hold each other
        self._stream.close()


def _opened(source: Path | bytes) -> IO[bytes]:
    if isinstance(source, bytes):
        return BytesIO(source)
    try:
        mode = source.stat().st_mode
        if S_ISDIR(mode):
            raise PhotoError(PhotoTrouble.FOLDER)
        if not S_ISREG(mode):  # a pipe would be waited for
            raise PhotoError(PhotoTrouble.NOT_A_PHOTO)
        return source.open("rb")
    except FileNotFoundError as error:
        raise PhotoError(PhotoTrouble.GONE) from error
    except PermissionError as error:
        raise PhotoError(PhotoTrouble.NO_RIGHT) from error
    except (OSError, ValueError) as error:
        raise PhotoError(PhotoTrouble.UNREADABLE) from error


def _pillow(stream: _Watched, formats: tuple[str, ...]) -> Image.Image:
    """Its head read by Pillow, which needs to read, seek and tell, nothing else of a file."""
    return Image.open(cast("IO[bytes]", stream), formats=formats)


def _jpeg() -> type[Image.Image]:
    from PIL.JpegImagePlugin import JpegImageFile

    return JpegImageFile


def _heic(stream: _Watched) -> Image.Image:
    """Raises PhotoError where the reader of this kind is missing."""
    try:
        from pi_heif import HeifImagePlugin, register_heif_opener
    except ImportError as error:
        raise PhotoError(PhotoTrouble.NO_HEIC) from error
    register_heif_opener(thumbnails=False)
    del HeifImagePlugin
    return _pillow(stream, ("HEIF",))


def _unknown(start: bytes) -> PhotoTrouble:
    """A file that begins as a photo does was cut off; any other is none."""
    begins = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")
    webp = start[:4] == b"RIFF" and start[8:12] == b"WEBP"
    return PhotoTrouble.ENDS_EARLY if start.startswith(begins) or webp else PhotoTrouble.NOT_A_PHOTO


def _turn_of(image: Image.Image) -> Turn:
    """The turn of the camera; 1 where it is missing or nonsense."""
    try:
        tags = Image.Exif()
        tags.load(image.info.get("exif", b""))  # asking the picture itself may decode all of it
        return Turn(int(tags.get(_ORIENTATION, 1)))
    except PhotoLeftError:
        raise
    except (*_BROKEN, OverflowError):
        return Turn(1)


def _loaded(image: Image.Image) -> Image.Image:
    try:
        image.load()
    except (PhotoError, PhotoLeftError):
        raise
    except _BROKEN as error:
        raise PhotoError(PhotoTrouble.ENDS_EARLY) from error
    return image


def _plain(image: Image.Image) -> Image.Image:
    """In a mode that can be scaled: palettes and 16 bits of grey cannot."""
    if image.mode.startswith("I"):
        return image.convert("I").point(_to_eight_bits).convert("L")
    if image.mode == "P":
        return image.convert("RGBA" if "transparency" in image.info else "RGB")
    return image.convert("L") if image.mode == "1" else image


def _to_eight_bits(value: Any) -> Any:
    return value * (1 / 257)


def _shrunk(image: Image.Image) -> Image.Image:
    factor = min(PREVIEW[0] / image.width, PREVIEW[1] / image.height, 1.0)
    size = (max(1, round(image.width * factor)), max(1, round(image.height * factor)))
    return image.resize(size, Image.Resampling.BILINEAR, reducing_gap=2.0)


def _seen(image: Image.Image) -> Image.Image:
    """As it is seen: what is clear lies on white."""
    if image.mode in ("RGBA", "LA", "PA"):
        ground = Image.new("RGBA", image.size, "white")
        ground.alpha_composite(image.convert("RGBA"))
        return ground.convert("RGB")
    return image.convert("RGB")
