"""The guided floor check of hip length: which page comes next, and what the answers so far amount to.

The order of pages is that of docs/EVIDENCE.md 3.8: hug one knee, watch the OTHER leg; two tries on each side.
"""

from collections.abc import Sequence
from dataclasses import replace

from supple.domain.findings import Reading, Touch, combine
from supple.domain.self_test_pages import (
    OFFERED,
    SIDES,
    TOUCHES,
    TRIES,
    Answer,
    CheckPage,
    Question,
    SideResult,
    Try,
    answers_of,
    is_pain,
)
from supple.domain.side import Side

_AFTER_PAIN = (Question.PAIN_NOTED, Question.PAIN_MILD, Question.PAIN_ADVICE)
_READABLE = (Reading.BELOW, Reading.LEVEL, Reading.LIMITED)
FIRST = CheckPage(question=Question.WALK, side=None, try_number=1)
_THEN = {
    Question.WALK: Question.LIE_DOWN,
    Question.HUG: Question.LET_GO,
    Question.LET_GO: Question.TOUCH,
    Question.TOUCH: Question.BACK_FLAT,
    Question.BACK_FLAT: Question.PAIN,
    Question.PAIN: Question.PAIN_NOTED,
    Question.PAIN_NOTED: Question.PAIN_ADVICE,
    Question.UNREADABLE: Question.HUG,
}
_Given = tuple[CheckPage, Answer]


OF_A_TRY = (Question.HUG, Question.LET_GO, Question.TOUCH, Question.BACK_FLAT, Question.PAIN)
PARTS = (1, 1, *((2, 3) * TRIES * len(SIDES)))
"""Pages of each part that `progress` counts."""


class SelfTestRun:
    """The pages visited and the answers given; nothing is stored anywhere until someone takes the result."""

    def __init__(self) -> None:
        """Begin at the first page."""
        self._trail: list[_Given] = []
        self._ahead: list[_Given] = []
        self._page: CheckPage | None = FIRST
        self._before_redo: list[_Given] = []
        self._redo_from = 0

    @classmethod
    def after(cls, tries: Sequence[Try]) -> "SelfTestRun":
        """A run in which `tries` were done, at the page that follows them."""
        run = cls()
        for each in tries:
            run.answer_until(Question.HUG)
            for answer in answers_of(each):
                run.answer(answer)
        if tries and tries[-1].pain and not tries[-1].mild:
            run.answer(Answer.OTHER)
        return run

    def answer_until(self, question: Question) -> None:
        """Go on over pages that ask nothing, skipping a try that could not be read, to the next `question`."""
        while self._page is not None and self._page.question is not question:
            self.answer(Answer.GO_ON if Answer.GO_ON in self.offers else Answer.CONTINUE)

    @property
    def page(self) -> CheckPage | None:
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
        return answer if answer in self.offers else None

    @property
    def next_side(self) -> Side:
        """The hip that is checked or comes next; after mild pain the other one."""
        page = self._page
        if page is None or page.side is None:
            return SIDES[0]
        return page.side.other if page.question is Question.PAIN_MILD else page.side

    @property
    def is_after_pain(self) -> bool:
        """Whether the present page follows a pain that was noted."""
        return self._page is not None and self._page.question in _AFTER_PAIN

    @property
    def offers(self) -> tuple[Answer, ...]:
        """The answers of the present page; none when the check is finished."""
        if self._page is None:
            return ()
        same = self.first_try_to_repeat is not None
        return tuple(a for a in OFFERED[self._page.question] if a is not Answer.SAME or same)

    @property
    def first_try_to_repeat(self) -> Try | None:
        """On the question of a second try: the first try of this side, if it could be read."""
        page = self._page
        if page is None or page.question is not Question.TOUCH or page.try_number == 1:
            return None
        first = (t for t in self.tries if t.side is page.side and t.try_number == 1)
        return next((t for t in first if t.reading in _READABLE), None)

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

    @property
    def passed(self) -> float:
        """How much is behind, from 0 to 1: more with every answer on the way, and 1 only at the end."""
        page, whole = self._page, sum(PARTS)
        if page is None:
            return 1.0
        if page.side is None:
            places = {Question.WALK: 0.0, Question.LIE_DOWN: 1.0}
            return places.get(page.question, 1.5) / whole
        before = 2 + len(OF_A_TRY) * (TRIES * SIDES.index(page.side) + page.try_number - 1)
        in_order = page.question in OF_A_TRY
        return (before + (OF_A_TRY.index(page.question) if in_order else len(OF_A_TRY) - 0.5)) / whole

    def answer(self, answer: Answer) -> None:
        """Take the answer to the present page; raises ValueError for one the page does not offer."""
        if self._page is None or answer not in (*self.offers, Answer.HURTS):
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
        if self._page is not None and not self.is_after_pain:
            self.answer(Answer.HURTS)

    def back(self) -> None:
        """Return to the page before, its answer taken back but shown; at the first page nothing happens.

        Back from the first page of a side that is done again brings the end back, with all that was found.
        """
        if self.is_redone and len(self._trail) == self._redo_from:
            self.give_up_redo()
        elif self._trail:
            given = self._trail.pop()
            self._ahead.append(given)
            self._page = given[0]

    @property
    def is_redone(self) -> bool:
        """Whether one side is done again, or was."""
        return bool(self._before_redo)

    def redo(self, side: Side) -> None:
        """After the end: do `side` again; what was found on the other side stays."""
        self._before_redo = self._trail
        self._trail = [given for given in self._trail if given[0].side is not side]
        self._ahead.clear()
        self._redo_from = len(self._trail)
        self._page = CheckPage(question=Question.HUG, side=side, try_number=1)

    def give_up_redo(self) -> None:
        """Everything is as it was before a side was done again."""
        self._trail, self._before_redo = self._before_redo, []
        self._ahead.clear()
        self._page = None

    @property
    def pain_noted(self) -> bool:
        """Whether pain was noted anywhere, before the first hip too."""
        return any(is_pain(page, answer) for page, answer in self._trail)

    @property
    def hurt_before_a_hip(self) -> bool:
        """Whether pain was noted before a hip was checked: no try holds it."""
        return any(page.side is None and is_pain(page, answer) for page, answer in self._trail)

    @property
    def ended_by_pain(self) -> bool:
        """Whether pain was noted that nobody called mild: nothing of this check goes on."""
        return self.pain_noted and not self.pain_was_mild

    @property
    def asks_before_it_is_left(self) -> bool:
        """From the first hip on, and once it hurt."""
        return self.page is not None and (self.page.side is not None or self.pain_noted)

    @property
    def pain_was_mild(self) -> bool:
        """Whether every pain that was noted was said to be mild and in the muscle."""
        pains = sum(is_pain(page, answer) for page, answer in self._trail)
        return 0 < pains == sum(answer is Answer.MILD for _, answer in self._trail)

    def say_mild(self) -> None:
        """After the end: every pain that was noted was mild and in the muscle after all."""
        told = [given for given in self._trail if given[0].question is not Question.PAIN_ADVICE]
        self._trail = [(page, Answer.MILD if answer is Answer.OTHER else answer) for page, answer in told]
        self._ahead.clear()

    @property
    def tries(self) -> tuple[Try, ...]:
        """Every finished try, left before right; a try done again replaces the unreadable one."""
        done: dict[tuple[Side, int], Try] = {}
        touch: Touch | None = None
        back_flat: bool | None = None
        for page, answer in self._trail:
            if page.side is None:
                continue
            key = page.side, page.try_number
            if answer is Answer.SAME:
                done[key] = replace(done[page.side, 1], try_number=page.try_number)
            elif page.question is Question.PAIN or answer is Answer.HURTS:
                done[key] = Try(
                    side=page.side,
                    try_number=page.try_number,
                    touch=touch,
                    back_flat=back_flat,
                    pain=is_pain(page, answer),
                )
                touch = back_flat = None
            elif page.question is Question.TOUCH:
                touch = TOUCHES.get(answer)
            elif page.question is Question.BACK_FLAT:
                back_flat = {Answer.YES: True, Answer.NO: False}.get(answer)
            elif answer is Answer.MILD:
                done[key] = replace(done[key], mild=True)
        return tuple(done[side, number] for side in SIDES for number in (1, 2) if (side, number) in done)

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

    def _following(self, page: CheckPage, answer: Answer) -> CheckPage | None:
        match page.question, answer:
            case _, Answer.HURTS:
                return replace(page, question=Question.PAIN_NOTED)
            case (_, Answer.SAME) | (Question.UNREADABLE, Answer.GO_ON):
                return self._after_try(page)
            case Question.PAIN, Answer.NO:
                unreadable = self._reading(page) is Reading.UNKNOWN
                return replace(page, question=Question.UNREADABLE) if unreadable else self._after_try(page)
            case (Question.PAIN_NOTED, Answer.MILD) | (Question.PAIN_MILD | Question.PAIN_ADVICE, _):
                return self._after_pain(page, answer)
            case Question.LIE_DOWN, _:
                return CheckPage(question=Question.HUG, side=SIDES[0], try_number=1)
            case _:
                return replace(page, question=_THEN[page.question])

    def _reading(self, page: CheckPage) -> Reading:
        return next(t.reading for t in self.tries if (t.side, t.try_number) == (page.side, page.try_number))

    def _after_pain(self, page: CheckPage, answer: Answer) -> CheckPage | None:
        """Only mild pain leads to the other hip: for that the sore one would be hugged."""
        other = None if page.side is None or answer is Answer.FINISH else self._next_side(page)
        if other is None or answer is Answer.GO_ON:
            return other
        return replace(page, question=Question.PAIN_MILD)

    def _after_try(self, page: CheckPage) -> CheckPage | None:
        if page.try_number < TRIES:
            return CheckPage(question=Question.HUG, side=page.side, try_number=page.try_number + 1)
        return self._next_side(page)

    def _next_side(self, page: CheckPage) -> CheckPage | None:
        """The first page of the other hip, unless it was tried already."""
        tried = {each.side for each in self.tries}
        to_come = next((side for side in SIDES if side is not page.side and side not in tried), None)
        return None if to_come is None else CheckPage(question=Question.HUG, side=to_come, try_number=1)
