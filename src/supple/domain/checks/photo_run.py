"""The photos of one check, side by side: what was answered about each, its two markings, and what comes next."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from supple.domain.checks.photo import MOST_PHOTOS, Marking, PhotoReading, PhotosOfASide, thigh_deg
from supple.domain.findings import Finding
from supple.domain.side import Side

SIDES = (Side.LEFT, Side.RIGHT)


class Said(StrEnum):
    """The answers to a question about a photo."""

    YES = "yes"
    NO = "no"
    NOT_SURE = "not sure"


@dataclass(frozen=True, slots=True, kw_only=True)
class PhotoTry:
    """One photo that was looked at; `reading` is None for one that is kept out, `photo_id` is that of its copy."""

    side: Side
    back_flat: Said
    camera_level: Said
    reading: PhotoReading | None = None
    photo_id: str = ""

    @property
    def counts(self) -> bool:
        """Whether it is measured: an arched back or a camera from elsewhere would hide what the hip does."""
        return self.back_flat is Said.YES and self.camera_level is Said.YES


class PhotoRun:
    """Which hip and photo it is; a side has two photos or three, and one more where they contradict each other."""

    def __init__(self, tries: Sequence[PhotoTry] = ()) -> None:
        """`tries` are those of a sitting that was cut off."""
        self._tries = list(tries)
        self._hurt: Side | None = None
        self._mild = False
        self._side: Side | None = SIDES[0]
        self._more: Side | None = None
        self._redone: Side | None = None
        if tries:
            self._side = tries[-1].side
            self._go_on()

    @property
    def tries(self) -> tuple[PhotoTry, ...]:
        """Every photo so far, those that are kept out too."""
        return tuple(self._tries)

    @property
    def side(self) -> Side | None:
        """The hip whose photo comes next; None when both are done."""
        return self._side

    @property
    def number(self) -> int:
        """Which photo of its side comes next, from 1."""
        return len(self.reading(self._side).photos) + 1 if self._side is not None else 0

    @property
    def photos(self) -> int:
        """How many photos the side has in all, as far as is known."""
        return max(MOST_PHOTOS, self.number)

    def room(self, side: Side) -> int:
        """How many photos of `side` may still come: three a side, and the one more that was asked for."""
        if self._side is None or SIDES.index(side) < SIDES.index(self._side):
            return 0
        alone = self._more is not None or self._redone is not None
        if alone and side is not self._side:
            return 0
        if side is self._more:
            return 1
        return max(0, MOST_PHOTOS - len(self.reading(side).photos))

    @property
    def may_go_on(self) -> bool:
        """Whether the side has what it needs, so that a further photo may stay out."""
        return self.number > MOST_PHOTOS - 1

    @property
    def hurt(self) -> Side | None:
        """The hip at which it hurt, which ended the check."""
        return self._hurt

    @property
    def was_mild(self) -> bool:
        """Whether the pain was said to be mild and in the muscle."""
        return self._hurt is not None and self._mild

    @property
    def sides(self) -> tuple[Side, ...]:
        """The hips of which there is anything."""
        return tuple(side for side in SIDES if side is self._hurt or any(t.side is side for t in self._tries))

    def reading(self, side: Side | None) -> PhotosOfASide:
        """What the photos of `side` say together."""
        counted = (each.reading for each in self._tries if each.side is side)
        return PhotosOfASide(photos=tuple(reading for reading in counted if reading is not None))

    def keep_out(self, *, back_flat: Said, camera_level: Said) -> None:
        """The next photo of the side is not measured."""
        if self._side is not None:
            self._tries.append(PhotoTry(side=self._side, back_flat=back_flat, camera_level=camera_level))

    def add(self, first: Marking, second: Marking, *, photo_id: str = "") -> None:
        """The next photo of the side was marked twice; `photo_id` is that of its copy, if one is kept."""
        if self._side is None:
            return
        reading = PhotoReading(first_deg=thigh_deg(first), second_deg=thigh_deg(second))
        self._tries.append(
            PhotoTry(
                side=self._side,
                back_flat=Said.YES,
                camera_level=Said.YES,
                reading=reading,
                photo_id=photo_id,
            )
        )
        self._go_on()

    def end_side(self) -> None:
        """No further photo of this hip."""
        if self._side is not None:
            alone = self._more is not None or self._redone is not None or self._side is SIDES[-1]
            self._side = None if alone else SIDES[-1]
            self._more = self._redone = None

    def take_one_more(self, side: Side) -> None:
        """One further photo of `side`, from the result."""
        self._side = self._more = side

    def leave_out(self, side: Side, number: int) -> None:
        """Photo `number` of `side`, from 1, does not count any more."""
        counted = [i for i, each in enumerate(self._tries) if each.side is side and each.reading is not None]
        self._tries.pop(counted[number - 1])

    def take_back(self) -> bool:
        """The last photo is done anew; False where there is none."""
        if not self._tries:
            self._side, self._more = SIDES[0], None
            return False
        self._side, self._more = self._tries.pop().side, None
        return True

    def report_pain(self) -> None:
        """It hurt at the hip whose photo was to come: the check ends."""
        self._hurt, self._mild = self._side or SIDES[-1], False

    def say_mild(self) -> None:
        """The pain was mild and in the muscle after all."""
        self._mild = True

    def redo(self, side: Side) -> None:
        """The photos of `side` are taken anew; nothing of the other one changes."""
        self._tries = [each for each in self._tries if each.side is not side]
        if self._hurt is side:
            self._hurt = None
        self._side = self._redone = side

    @property
    def is_redone(self) -> bool:
        """Whether one side is done again, and not yet done."""
        return self._redone is not None

    def finding(self, side: Side) -> Finding:
        """What was found for `side`."""
        return Finding.PAIN if side is self._hurt else self.reading(side).finding

    def _go_on(self) -> None:
        """To the other hip after three photos, or after the one that was asked for."""
        if self._side is self._more or len(self.reading(self._side).photos) >= MOST_PHOTOS:
            self.end_side()
