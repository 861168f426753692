"""The pages of the check at the edge of a bed, what each offers, and what a finished try amounts to."""

from dataclasses import dataclass
from enum import StrEnum

from supple.domain.checks.angle import read_angle
from supple.domain.checks.tape import Tape
from supple.domain.findings import Finding
from supple.domain.self_test_pages import Answer
from supple.domain.side import Side

HEAVY_S = 10
"""How long the leg hangs before it is measured (docs/EVIDENCE.md 3.10)."""


class EdgeWay(StrEnum):
    """How the angle is read: by a helper with a tape, or from photos that are marked afterwards."""

    TAPE = "tape"
    PHOTO = "photo"


class EdgeQuestion(StrEnum):
    """One page; the first four stand before the first hip, FINISH after the last.

    PHOTO stands in the place of MEASURE, BACK_FLAT and PAIN: those are asked with each photo.
    """

    SET_UP = "set up"
    SIT = "sit"
    ROLL_BACK = "roll back"
    HAND = "hand"
    LOWER = "lower"
    HEAVY = "heavy"
    MEASURE = "measure"
    PHOTO = "photo"
    BACK_FLAT = "back flat"
    PAIN = "pain"
    UNREADABLE = "unreadable"
    BRING_BACK = "bring back"
    PAIN_NOTED = "pain noted"
    PAIN_MILD = "pain mild"
    PAIN_ADVICE = "pain advice"
    FINISH = "finish"


BEFORE_A_HIP = (EdgeQuestion.SET_UP, EdgeQuestion.SIT, EdgeQuestion.ROLL_BACK, EdgeQuestion.HAND)
OF_A_TRY = (
    EdgeQuestion.LOWER,
    EdgeQuestion.HEAVY,
    EdgeQuestion.MEASURE,
    EdgeQuestion.BACK_FLAT,
    EdgeQuestion.PAIN,
    EdgeQuestion.BRING_BACK,
)
OF_A_PHOTO = (EdgeQuestion.LOWER, EdgeQuestion.HEAVY, EdgeQuestion.PHOTO, EdgeQuestion.BRING_BACK)
LYING = (EdgeQuestion.ROLL_BACK, EdgeQuestion.HAND, *OF_A_PHOTO)
"""The pages of OF_A_PHOTO and before them on which one lies and cannot see the screen: any key goes on."""
AFTER_PAIN = (EdgeQuestion.PAIN_NOTED, EdgeQuestion.PAIN_MILD, EdgeQuestion.PAIN_ADVICE)
OFFERED: dict[EdgeQuestion, tuple[Answer, ...]] = {
    EdgeQuestion.BACK_FLAT: (Answer.YES, Answer.NO, Answer.NOT_SURE),
    EdgeQuestion.PAIN: (Answer.NO, Answer.YES),
    EdgeQuestion.UNREADABLE: (Answer.REDO, Answer.GO_ON),
    EdgeQuestion.PAIN_NOTED: (Answer.MILD, Answer.OTHER),
    EdgeQuestion.PAIN_MILD: (Answer.GO_ON, Answer.FINISH),
    EdgeQuestion.PAIN_ADVICE: (Answer.FINISH,),
}
"""The answers of the pages that ask; the others are gone on from, MEASURE with three numbers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EdgePage:
    """Where the person is: `side` is the leg that HANGS (None before the first hip), `try_number` from 1."""

    question: EdgeQuestion
    side: Side | None
    try_number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class EdgeTry:
    """One finished try on one side; `mild` is what was said of a pain."""

    side: Side
    try_number: int
    tape: Tape | None
    back_flat: bool | None
    pain: bool = False
    mild: bool = False

    @property
    def reading(self) -> Finding:
        """How it reads."""
        angle_deg = self.tape.angle_deg if self.tape is not None else None
        return read_angle(angle_deg=angle_deg, back_flat=self.back_flat, pain=self.pain)
