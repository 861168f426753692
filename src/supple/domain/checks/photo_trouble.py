"""Why a photo cannot be opened: the kinds, each of which has its sentence on the page."""

from enum import StrEnum

from supple.domain.trouble import SurroundingsError

MOST_MEGAPIXELS = 100
"""Larger photos are not opened: their pixels would take 400 MB."""


class PhotoTrouble(StrEnum):
    """GONE: it was taken away meanwhile. MOVING: an animation. NO_HEIC: nothing here reads this kind.

    NO_MEMORY: its pixels find no room on this computer now.
    """

    NOT_A_PHOTO = "not a photo"
    EMPTY = "empty"
    ENDS_EARLY = "ends early"
    TOO_LARGE = "too large"
    MOVING = "moving"
    FOLDER = "folder"
    GONE = "gone"
    NO_RIGHT = "no right"
    UNREADABLE = "unreadable"
    NO_HEIC = "no heic"
    NO_MEMORY = "no memory"


class PhotoError(SurroundingsError):
    """A photo that cannot be opened; `trouble` says why."""

    def __init__(self, trouble: PhotoTrouble) -> None:
        super().__init__(trouble.value)
        self.trouble = trouble


class PhotoLeftError(SurroundingsError):
    """The person does not want the photo any more; nothing is to be said."""
