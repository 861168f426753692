"""The pages of the guided floor check, the answers each offers, and what a finished try amounts to."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from supple.domain.findings import Finding, Reading, Touch, read_try
from supple.domain.side import Side

TRIES = 2
SIDES = (Side.LEFT, Side.RIGHT)


class Question(StrEnum):
    """One page of the check; the pages without a side stand before the first hip."""

    WALK = "walk"
    LIE_DOWN = "lie down"
    HUG = "hug"
    LET_GO = "let go"
    TOUCH = "touch"
    BACK_FLAT = "back flat"
    PAIN = "pain"
    UNREADABLE = "unreadable"
    PAIN_NOTED = "pain noted"
    PAIN_MILD = "pain mild"
    PAIN_ADVICE = "pain advice"


class Answer(StrEnum):
    """Everything a person can answer; which ones a page offers is in OFFERED."""

    CONTINUE = "continue"
    FLAT = "flat"
    SMALL_GAP = "small gap"
    LIFTED = "clearly lifted"
    NOT_SURE = "not sure"
    SAME = "the same as before"
    YES = "yes"
    NO = "no"
    REDO = "redo"
    GO_ON = "go on"
    FINISH = "finish"
    MILD = "mild and in the muscle"
    OTHER = "something else"
    HURTS = "it hurts"
    """Offered nowhere and taken everywhere: the button "It hurts"."""


OFFERED: dict[Question, tuple[Answer, ...]] = {
    Question.WALK: (Answer.CONTINUE,),
    Question.LIE_DOWN: (Answer.CONTINUE,),
    Question.HUG: (Answer.CONTINUE,),
    Question.LET_GO: (Answer.CONTINUE,),
    Question.TOUCH: (Answer.FLAT, Answer.SMALL_GAP, Answer.LIFTED, Answer.NOT_SURE, Answer.SAME),
    Question.BACK_FLAT: (Answer.YES, Answer.NO, Answer.NOT_SURE),
    Question.PAIN: (Answer.NO, Answer.YES),
    Question.UNREADABLE: (Answer.REDO, Answer.GO_ON),
    Question.PAIN_NOTED: (Answer.MILD, Answer.OTHER),
    Question.PAIN_MILD: (Answer.GO_ON, Answer.FINISH),
    Question.PAIN_ADVICE: (Answer.FINISH,),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckPage:
    """Where the person is: `side` is the leg that is WATCHED (None before the first hip), `try_number` from 1."""

    question: Question
    side: Side | None
    try_number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Try:
    """One finished try on one side; `mild` is what was said of a pain."""

    side: Side
    try_number: int
    touch: Touch | None
    back_flat: bool | None
    pain: bool = False
    mild: bool = False

    @property
    def reading(self) -> Reading:
        """How it reads."""
        return read_try(touch=self.touch, back_flat=self.back_flat, pain=self.pain)


@dataclass(frozen=True, slots=True, kw_only=True)
class SideResult:
    """The finding of one side; `tries_differed` asks for the words "your two tries differed"."""

    side: Side
    finding: Finding
    tries_differed: bool


TOUCHES = {
    Answer.FLAT: Touch.FLAT,
    Answer.SMALL_GAP: Touch.SMALL_GAP,
    Answer.LIFTED: Touch.LIFTED,
    Answer.NOT_SURE: Touch.NOT_SURE,
}
_ANSWER = {touch: answer for answer, touch in TOUCHES.items()}


def answers_of(each: Try) -> Iterator[Answer]:
    """The answers from hugging the knee to the end of a try."""
    yield Answer.CONTINUE
    if each.touch is not None:
        yield Answer.CONTINUE
        yield _ANSWER[each.touch]
        if not each.pain:
            yield {True: Answer.YES, False: Answer.NO, None: Answer.NOT_SURE}[each.back_flat]
    yield Answer.HURTS if each.pain else Answer.NO
    if each.pain and each.mild:
        yield Answer.MILD


def is_pain(page: CheckPage, answer: Answer) -> bool:
    """Whether `answer` to `page` says that it hurts."""
    return answer is Answer.HURTS or (page.question is Question.PAIN and answer is Answer.YES)
