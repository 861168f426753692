"""The hip check at the edge of a bed: which page comes next, and what was measured so far.

The order is that of docs/EVIDENCE.md 3.10: two tries on the left, the knee brought back, two on the right, then up.
"""

from collections.abc import Sequence
from dataclasses import replace

from supple.domain.checks.edge_pages import (
    AFTER_PAIN,
    BEFORE_A_HIP,
    OF_A_PHOTO,
    OF_A_TRY,
    OFFERED,
    EdgePage,
    EdgeQuestion,
    EdgeTry,
    EdgeWay,
)
from supple.domain.checks.tape import Tape
from supple.domain.findings import Finding, combine
from supple.domain.self_test_pages import SIDES, TRIES, Answer, SideResult
from supple.domain.side import Side

FIRST = EdgePage(question=EdgeQuestion.SET_UP, side=None, try_number=1)
_THEN = {
    EdgeQuestion.SET_UP: EdgeQuestion.SIT,
    EdgeQuestion.SIT: EdgeQuestion.ROLL_BACK,
    EdgeQuestion.ROLL_BACK: EdgeQuestion.HAND,
    EdgeQuestion.LOWER: EdgeQuestion.HEAVY,
    EdgeQuestion.HEAVY: EdgeQuestion.MEASURE,
    EdgeQuestion.MEASURE: EdgeQuestion.BACK_FLAT,
    EdgeQuestion.BACK_FLAT: EdgeQuestion.PAIN,
    EdgeQuestion.PAIN: EdgeQuestion.PAIN_NOTED,
    EdgeQuestion.PAIN_NOTED: EdgeQuestion.PAIN_ADVICE,
    EdgeQuestion.UNREADABLE: EdgeQuestion.LOWER,
}
_THEN_BY_PHOTO = {EdgeQuestion.HEAVY: EdgeQuestion.PHOTO}
_BACK_FLAT = {Answer.YES: True, Answer.NO: False}
Given = Answer | Tape


class EdgeRun:
    """The pages visited and what was given on each; nothing is stored anywhere until someone takes the tries."""

    def __init__(self, way: EdgeWay = EdgeWay.TAPE) -> None:
        """Begin at the first page."""
        self.way = way
        self._trail: list[tuple[EdgePage, Given]] = []
        self._ahead: list[tuple[EdgePage, Given]] = []
        self._page: EdgePage | None = FIRST
        self._before_redo: list[tuple[EdgePage, Given]] = []
        self._redo_from = 0
        self._first_side = SIDES[0]

    @classmethod
    def after(cls, tries: Sequence[EdgeTry], way: EdgeWay = EdgeWay.TAPE) -> "EdgeRun":
        """A run in which `tries` were done, at the page that follows; raises ValueError for an order there is not."""
        run = cls(way)
        for each in tries:
            run._go_to_try(each)
            for given in _given_in(each):
                run.give(given)
        return run

    @property
    def page(self) -> EdgePage | None:
        """The page to show, or None when the check is finished."""
        return self._page

    @property
    def can_go_back(self) -> bool:
        """Whether there is a page before this one."""
        return bool(self._trail)

    @property
    def previous(self) -> Given | None:
        """What was given on this page before going back; None for a fresh page and after "It hurts"."""
        if not self._ahead or self._ahead[-1][0] != self._page:
            return None
        given = self._ahead[-1][1]
        return None if given is Answer.HURTS else given

    @property
    def offers(self) -> tuple[Answer, ...]:
        """The answers of the present page; none where it is gone on from, and at the end."""
        return OFFERED.get(self._page.question, ()) if self._page is not None else ()

    @property
    def is_after_pain(self) -> bool:
        """Whether the present page follows a pain that was noted."""
        return self._page is not None and self._page.question in AFTER_PAIN

    @property
    def of_a_try(self) -> tuple[EdgeQuestion, ...]:
        """The pages of one try, in their order."""
        return OF_A_TRY if self.way is EdgeWay.TAPE else OF_A_PHOTO

    @property
    def parts(self) -> tuple[int, ...]:
        """Pages of each part that `progress` counts: what comes before the first hip, then each try."""
        return (len(BEFORE_A_HIP), *((len(self.of_a_try),) * TRIES * len(SIDES)))

    @property
    def progress(self) -> tuple[int, int]:
        """Which part is under way, and of how many."""
        page = self._page
        if page is None or page.question is EdgeQuestion.FINISH:
            return len(self.parts), len(self.parts)
        if page.side is None:
            return 1, len(self.parts)
        return 1 + TRIES * SIDES.index(page.side) + page.try_number, len(self.parts)

    @property
    def passed(self) -> float:
        """How much is behind, from 0 to 1: more with every page on the way, and 1 only at the end."""
        page, whole, pages = self._page, sum(self.parts), self.of_a_try
        if page is None:
            return 1.0
        if page.question is EdgeQuestion.FINISH:
            return (whole - 0.5) / whole
        if page.side is None:
            place = (
                BEFORE_A_HIP.index(page.question)
                if page.question in BEFORE_A_HIP
                else len(BEFORE_A_HIP) - 0.5
            )
            return place / whole
        tries = TRIES * SIDES.index(page.side) + page.try_number - 1
        before = len(BEFORE_A_HIP) + len(pages) * tries
        in_order = page.question in pages
        return (before + (pages.index(page.question) if in_order else len(pages) - 1.5)) / whole

    def give(self, given: Given) -> None:
        """Take what was answered or measured; raises ValueError for what the page does not ask."""
        if self._page is None or not self._takes(given):
            raise ValueError(f"{given} does not answer {self._page}")
        done = (self._page, given)
        if self._ahead and self._ahead[-1] == done:
            self._ahead.pop()
        else:
            self._ahead.clear()
        self._trail.append(done)
        self._page = self._following(self._page, given)

    def report_pain(self) -> None:
        """It hurts, on whatever page: the check ends for this side, before the first hip altogether.

        Where pain is noted already, and after the end, nothing happens.
        """
        if (
            self._page is not None
            and not self.is_after_pain
            and self._page.question is not EdgeQuestion.FINISH
        ):
            self.give(Answer.HURTS)

    def back(self) -> None:
        """Return to the page before, what was given there taken back but shown; at the first page nothing happens.

        Back from the first page of a side that is done again brings the end back, with all that was found.
        """
        if self.is_redone and len(self._trail) == self._redo_from:
            self.give_up_redo()
        elif self._trail:
            done = self._trail.pop()
            self._ahead.append(done)
            self._page = done[0]

    @property
    def is_redone(self) -> bool:
        """Whether one side is done again, or was."""
        return bool(self._before_redo)

    def redo(self, side: Side) -> None:
        """After the end: sit down again and do `side` anew; what was found on the other side stays."""
        self._before_redo = self._trail
        self._trail = [done for done in self._trail if done[0].side is not side]
        self._ahead.clear()
        self._redo_from = len(self._trail)
        self._first_side = side
        self._page = EdgePage(question=EdgeQuestion.SIT, side=None, try_number=1)

    def give_up_redo(self) -> None:
        """Everything is as it was before a side was done again."""
        self._trail, self._before_redo = self._before_redo, []
        self._ahead.clear()
        self._page = None

    def say_mild(self) -> None:
        """After the end: every pain that was noted was mild and in the muscle after all."""
        told = [done for done in self._trail if done[0].question is not EdgeQuestion.PAIN_ADVICE]
        self._trail = [(page, Answer.MILD if given is Answer.OTHER else given) for page, given in told]
        self._ahead.clear()

    @property
    def pain_noted(self) -> bool:
        """Whether pain was noted anywhere, before the first hip too."""
        return any(_is_pain(page, given) for page, given in self._trail)

    @property
    def hurt_before_a_hip(self) -> bool:
        """Whether pain was noted before a leg hung: no try holds it."""
        return any(page.side is None and _is_pain(page, given) for page, given in self._trail)

    @property
    def pain_was_mild(self) -> bool:
        """Whether every pain that was noted was said to be mild and in the muscle."""
        pains = sum(_is_pain(page, given) for page, given in self._trail)
        return 0 < pains == sum(given is Answer.MILD for _, given in self._trail)

    @property
    def ended_by_pain(self) -> bool:
        """Whether pain was noted that nobody called mild: nothing of this check goes on."""
        return self.pain_noted and not self.pain_was_mild

    @property
    def asks_before_it_is_left(self) -> bool:
        """From the first hip on, and once it hurt."""
        return self._page is not None and (self._page.side is not None or self.pain_noted)

    @property
    def tries(self) -> tuple[EdgeTry, ...]:
        """Every finished try, left before right; a try done again replaces the one that could not be read."""
        done: dict[tuple[Side, int], EdgeTry] = {}
        tape: Tape | None = None
        back_flat: bool | None = None
        for page, given in self._trail:
            if page.side is None:
                continue
            key = page.side, page.try_number
            if isinstance(given, Tape):
                tape = given
            elif page.question is EdgeQuestion.PAIN or given is Answer.HURTS:
                if key not in done or page.question is not EdgeQuestion.BRING_BACK:
                    done[key] = EdgeTry(
                        side=page.side,
                        try_number=page.try_number,
                        tape=tape,
                        back_flat=back_flat,
                        pain=_is_pain(page, given),
                    )
                else:  # the try is done and read, and the knee hurts on its way back
                    done[key] = replace(done[key], pain=True)
                tape = back_flat = None
            elif page.question is EdgeQuestion.BACK_FLAT and isinstance(given, Answer):
                back_flat = _BACK_FLAT.get(given)
            elif given is Answer.MILD:
                done[key] = replace(done[key], mild=True)
        return tuple(done[side, number] for side in SIDES for number in (1, 2) if (side, number) in done)

    @property
    def results(self) -> tuple[SideResult, ...]:
        """The finding of each side that had a try, left before right; of two tries the milder counts."""
        found = []
        for side in SIDES:
            readings = tuple(each.reading for each in self.tries if each.side is side)
            if readings:
                finding, differed = combine(readings)
                found.append(SideResult(side=side, finding=finding, tries_differed=differed))
        return tuple(found)

    def _takes(self, given: Given) -> bool:
        if self._page is None:
            return False
        if given is Answer.HURTS:
            return True
        if self._page.question is EdgeQuestion.MEASURE:
            return isinstance(given, Tape)
        return given in (self.offers or (Answer.CONTINUE,))

    def _following(self, page: EdgePage, given: Given) -> EdgePage | None:
        match page.question, given:
            case _, Answer.HURTS:
                return replace(page, question=EdgeQuestion.PAIN_NOTED)
            case EdgeQuestion.PAIN, Answer.NO if self._reading(page) is Finding.UNKNOWN:
                return replace(page, question=EdgeQuestion.UNREADABLE)
            case (
                (EdgeQuestion.PHOTO, _)
                | (EdgeQuestion.PAIN, Answer.NO)
                | (EdgeQuestion.UNREADABLE, Answer.GO_ON)
            ):
                return self._after_try(page)
            case (EdgeQuestion.PAIN_NOTED, Answer.MILD) | (EdgeQuestion.PAIN_MILD, _):
                return self._after_mild(page, given)
            case (EdgeQuestion.HAND, _) | (EdgeQuestion.BRING_BACK, _):
                return self._next_try(page)
            case _:
                own = _THEN_BY_PHOTO if self.way is EdgeWay.PHOTO else {}
                then = own.get(page.question) or _THEN.get(page.question)
                return None if then is None else replace(page, question=then)

    def _reading(self, page: EdgePage) -> Finding:
        return next(t.reading for t in self.tries if (t.side, t.try_number) == (page.side, page.try_number))

    def _after_try(self, page: EdgePage) -> EdgePage:
        """The knee comes back before anything else; after the last try that is how one gets up."""
        last = page.try_number == TRIES and self._other_to_come(page) is None
        return replace(page, question=EdgeQuestion.FINISH if last else EdgeQuestion.BRING_BACK)

    def _next_try(self, page: EdgePage) -> EdgePage:
        if page.side is None:
            return EdgePage(question=EdgeQuestion.LOWER, side=self._first_side, try_number=1)
        if page.try_number < TRIES:
            return replace(page, question=EdgeQuestion.LOWER, try_number=page.try_number + 1)
        other = self._other_to_come(page)
        if other is None:
            return replace(page, question=EdgeQuestion.FINISH)
        return EdgePage(question=EdgeQuestion.LOWER, side=other, try_number=1)

    def _after_mild(self, page: EdgePage, given: Given) -> EdgePage | None:
        """Only mild pain leads to the other hip: for that the sore one would be hugged."""
        other = self._other_to_come(page)
        if page.question is EdgeQuestion.PAIN_NOTED:
            return None if other is None else replace(page, question=EdgeQuestion.PAIN_MILD)
        if given is Answer.FINISH or other is None:
            return None
        return EdgePage(question=EdgeQuestion.LOWER, side=other, try_number=1)

    def _other_to_come(self, page: EdgePage) -> Side | None:
        """The other hip, unless it was tried already, or no hip was begun."""
        if page.side is None or any(before.side is page.side.other for before, _ in self._trail):
            return None
        return page.side.other

    def _go_to_try(self, each: EdgeTry) -> None:
        """Go on over pages that ask nothing to the first page of this try."""
        wanted = EdgePage(question=EdgeQuestion.LOWER, side=each.side, try_number=each.try_number)
        while self._page is not None and self._page != wanted:
            skips = Answer.GO_ON in self.offers
            self.give(Answer.GO_ON if skips else Answer.CONTINUE)
        if self._page is None:
            raise ValueError(f"{each} has no place")


def _given_in(each: EdgeTry) -> tuple[Given, ...]:
    """What was given from the lowering of the leg to the end of a try."""
    told: list[Given] = [Answer.CONTINUE]
    if each.tape is not None:
        told += [Answer.CONTINUE, each.tape]
        told.append({True: Answer.YES, False: Answer.NO, None: Answer.NOT_SURE}[each.back_flat])
    if not each.pain:
        return (*told, Answer.NO)
    return (*told, Answer.HURTS, Answer.MILD if each.mild else Answer.OTHER)


def _is_pain(page: EdgePage, given: Given) -> bool:
    return given is Answer.HURTS or (page.question is EdgeQuestion.PAIN and given is Answer.YES)
