"""The guided floor check of hip length: which page comes next, and what the answers so far amount to.

The order of pages is that of docs/EVIDENCE.md 3.8: hug one knee, watch the OTHER leg; two tries on each side.
"""

from dataclasses import dataclass, replace
from enum import StrEnum

from supple.domain.findings import Finding, Reading, Touch, combine, read_try
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


class Answer(StrEnum):
    """Everything a person can answer; which ones a page offers is in OFFERED."""

    CONTINUE = "continue"
    FLAT = "flat"
    SMALL_GAP = "small gap"
    LIFTED = "clearly lifted"
    NOT_SURE = "not sure"
    YES = "yes"
    NO = "no"
    REDO = "redo"
    GO_ON = "go on"
    FINISH = "finish"
    HURTS = "it hurts"
    """Offered nowhere and taken everywhere: the button "It hurts"."""


OFFERED: dict[Question, tuple[Answer, ...]] = {
    Question.WALK: (Answer.CONTINUE,),
    Question.LIE_DOWN: (Answer.CONTINUE,),
    Question.HUG: (Answer.CONTINUE,),
    Question.LET_GO: (Answer.CONTINUE,),
    Question.TOUCH: (Answer.FLAT, Answer.SMALL_GAP, Answer.LIFTED, Answer.NOT_SURE),
    Question.BACK_FLAT: (Answer.YES, Answer.NO, Answer.NOT_SURE),
    Question.PAIN: (Answer.NO, Answer.YES),
    Question.UNREADABLE: (Answer.REDO, Answer.GO_ON),
    Question.PAIN_NOTED: (Answer.GO_ON, Answer.FINISH),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """Where the person is: `side` is the leg that is WATCHED (None before the first hip), `try_number` from 1."""

    question: Question
    side: Side | None
    try_number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Try:
    """One finished try on one side: what was answered and how it reads."""

    side: Side
    try_number: int
    touch: Touch | None
    back_flat: bool | None
    reading: Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class SideResult:
    """The finding of one side; `tries_differed` asks for the words "your two tries differed"."""

    side: Side
    finding: Finding
    tries_differed: bool


def offered(page: Page) -> tuple[Answer, ...]:
    """The answers of `page`: after pain one can go on only while a hip is still to come."""
    if page.question is Question.PAIN_NOTED and page.side is not SIDES[0]:
        return (Answer.FINISH,)
    return OFFERED[page.question]


def _is_pain(page: Page, answer: Answer) -> bool:
    return answer is Answer.HURTS or (page.question is Question.PAIN and answer is Answer.YES)


FIRST = Page(question=Question.WALK, side=None, try_number=1)
_TOUCH = {
    Answer.FLAT: Touch.FLAT,
    Answer.SMALL_GAP: Touch.SMALL_GAP,
    Answer.LIFTED: Touch.LIFTED,
    Answer.NOT_SURE: Touch.NOT_SURE,
}


_THEN = {
    Question.WALK: Question.LIE_DOWN,
    Question.HUG: Question.LET_GO,
    Question.LET_GO: Question.TOUCH,
    Question.TOUCH: Question.BACK_FLAT,
    Question.BACK_FLAT: Question.PAIN,
    Question.PAIN: Question.PAIN_NOTED,
    Question.UNREADABLE: Question.HUG,
}


class SelfTestRun:
    """The pages visited and the answers given; nothing is stored anywhere until someone takes the result."""

    def __init__(self) -> None:
        """Begin at the first page."""
        self._trail: list[tuple[Page, Answer]] = []
        self._ahead: list[tuple[Page, Answer]] = []
        self._page: Page | None = FIRST

    @property
    def page(self) -> Page | None:
        """The page to show, or None when the check is finished."""
        return self._page

    @property
    def can_go_back(self) -> bool:
        """Whether there is a page before this one."""
        return bool(self._trail)

    @property
    def previous_answer(self) -> Answer | None:
        """What was answered on this page before going back; None for a fresh page and after "It hurts"."""
        if self._page is None or not self._ahead or self._ahead[-1][0] != self._page:
            return None
        answer = self._ahead[-1][1]
        return answer if answer in offered(self._page) else None

    @property
    def offers(self) -> tuple[Answer, ...]:
        """The answers of the present page; none when the check is finished."""
        return offered(self._page) if self._page else ()

    @property
    def progress(self) -> tuple[int, int]:
        """How many parts are begun, and of how many: two before the first hip, then two for each try."""
        parts = 2 + 2 * TRIES * len(SIDES)
        page = self._page
        if page is None:
            return parts, parts
        if page.side is None:
            return (1 if page.question is Question.WALK else 2), parts
        before = 2 + 2 * (TRIES * SIDES.index(page.side) + page.try_number - 1)
        return before + (1 if page.question in (Question.HUG, Question.LET_GO) else 2), parts

    def answer(self, answer: Answer) -> None:
        """Take the answer to the present page; raises ValueError for one the page does not offer."""
        if self._page is None or answer not in (*offered(self._page), Answer.HURTS):
            raise ValueError(f"{answer} does not answer {self._page}")
        given = (self._page, answer)
        if self._ahead and self._ahead[-1] == given:
            self._ahead.pop()
        else:
            self._ahead.clear()
        self._trail.append(given)
        self._page = self._following(self._page, answer)

    def report_pain(self) -> None:
        """It hurts, on whatever page: the check ends for this side, before the first hip altogether.

        Where pain is noted already, and after the end, nothing happens.
        """
        if self._page is not None and self._page.question is not Question.PAIN_NOTED:
            self.answer(Answer.HURTS)

    def back(self) -> None:
        """Return to the page before, its answer taken back but shown; at the first page nothing happens."""
        if self._trail:
            given = self._trail.pop()
            self._ahead.append(given)
            self._page = given[0]

    @property
    def pain_noted(self) -> bool:
        """Whether pain was noted anywhere, before the first hip too."""
        return any(_is_pain(page, answer) for page, answer in self._trail)

    @property
    def tries(self) -> tuple[Try, ...]:
        """Every finished try in order; a try done again replaces the unreadable one."""
        done: dict[tuple[Side, int], Try] = {}
        touch: Touch | None = None
        back_flat: bool | None = None
        for page, answer in self._trail:
            if page.question is Question.TOUCH:
                touch = _TOUCH.get(answer)
            elif page.question is Question.BACK_FLAT:
                back_flat = {Answer.YES: True, Answer.NO: False}.get(answer)
            if page.side is not None and (page.question is Question.PAIN or answer is Answer.HURTS):
                reading = read_try(touch=touch, back_flat=back_flat, pain=_is_pain(page, answer))
                done[page.side, page.try_number] = Try(
                    side=page.side,
                    try_number=page.try_number,
                    touch=touch,
                    back_flat=back_flat,
                    reading=reading,
                )
                touch = back_flat = None
        return tuple(done.values())

    @property
    def results(self) -> tuple[SideResult, ...]:
        """The finding of each side that had a try, left before right."""
        found = []
        for side in SIDES:
            readings = tuple(t.reading for t in self.tries if t.side is side)
            if readings:
                finding, differed = combine(readings)
                found.append(SideResult(side=side, finding=finding, tries_differed=differed))
        return tuple(found)

    def _following(self, page: Page, answer: Answer) -> Page | None:
        match page.question, answer:
            case _, Answer.HURTS:
                return replace(page, question=Question.PAIN_NOTED)
            case Question.PAIN, Answer.NO:
                unreadable = self.tries[-1].reading is Reading.UNKNOWN
                return replace(page, question=Question.UNREADABLE) if unreadable else self._after_try(page)
            case Question.UNREADABLE, Answer.GO_ON:
                return self._after_try(page)
            case Question.PAIN_NOTED, _:
                return self._next_side(page) if answer is Answer.GO_ON else None
            case Question.LIE_DOWN, _:
                return Page(question=Question.HUG, side=SIDES[0], try_number=1)
            case _:
                return replace(page, question=_THEN[page.question])

    def _after_try(self, page: Page) -> Page | None:
        if page.try_number < TRIES:
            return Page(question=Question.HUG, side=page.side, try_number=page.try_number + 1)
        return self._next_side(page)

    def _next_side(self, page: Page) -> Page | None:
        if page.side is SIDES[0]:
            return Page(question=Question.HUG, side=SIDES[1], try_number=1)
        return None
