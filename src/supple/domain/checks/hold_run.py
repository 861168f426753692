"""A timed hold from its first page to the last: which page comes next, and the tries so far.

Sides take turns, so that each rests while the other one works; mild pain ends its side, any other the whole check.
What is done on both legs, first or by turns, belongs to both sides.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from supple.domain.checks.hold import SIDES, HoldForm, HoldRules, HoldTry
from supple.domain.side import Side


class HoldQuestion(StrEnum):
    """One page."""

    PREPARE = "prepare"
    BOTH_LEGS = "both legs"
    NOT_YET = "not yet"
    HOLD = "hold"
    FORM = "form"
    PAIN_NOTED = "pain noted"
    PAIN_MILD = "pain mild"
    PAIN_ADVICE = "pain advice"


BEFORE_A_TRY = (HoldQuestion.PREPARE, HoldQuestion.BOTH_LEGS, HoldQuestion.NOT_YET)
AFTER_PAIN = (HoldQuestion.PAIN_NOTED, HoldQuestion.PAIN_MILD, HoldQuestion.PAIN_ADVICE)


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldStep:
    """Where the person is; `side` is the leg that is lifted or carries, BOTH before it comes to one."""

    question: HoldQuestion
    side: Side
    try_number: int

    @property
    def keys(self) -> tuple[tuple[Side, int], ...]:
        """The tries that are done here."""
        sides = SIDES if self.side is Side.BOTH else (self.side,)
        return tuple((side, self.try_number) for side in sides)


class HoldRun:
    """What was done and answered; nothing is stored anywhere until someone takes it."""

    def __init__(self, rules: HoldRules, tries: Sequence[HoldTry] = ()) -> None:
        """At the first page; after `tries` at the clock of the one that follows them."""
        self._rules = rules
        self._tries: dict[tuple[Side, int], HoldTry] = {(t.side, t.try_number): t for t in tries}
        self._only: Side | None = None
        self._before_redo: dict[tuple[Side, int], HoldTry] | None = None
        self._before_pain: tuple[HoldStep, dict[tuple[Side, int], HoldTry]] | None = None
        self._step: HoldStep | None = self._first(HoldQuestion.PREPARE)
        if tries:
            self._go_to_next()
            if rules.both_first and self._step is not None and self._step.question is HoldQuestion.HOLD:
                self._step = self._first(HoldQuestion.BOTH_LEGS)

    @property
    def step(self) -> HoldStep | None:
        """The page to show, or None at the end."""
        return self._step

    @property
    def rules(self) -> HoldRules:
        """What is held, how long and how often."""
        return self._rules

    @property
    def tries(self) -> tuple[HoldTry, ...]:
        """Every try whose clock was stopped, or that hurt, in the order of the check."""
        return tuple(self._tries[key] for key in self._whole_order if key in self._tries)

    @property
    def present(self) -> HoldTry | None:
        """The try of the present page, if the clock was stopped or it was answered before."""
        step = self._step
        return None if step is None else self._tries.get((step.side, step.try_number))

    @property
    def next_side(self) -> Side:
        """The side that is done or comes next."""
        if self._step is not None and self._step.side is not Side.BOTH:
            return self._step.side
        coming = self._next_key()
        return SIDES[0] if coming is None else coming[0]

    @property
    def progress(self) -> tuple[int, int]:
        """Which try this is, and of how many."""
        step = self._step
        order = self._order
        return (len(order) if step is None else order.index(step.keys[0]) + 1), len(order)

    @property
    def ended_by_pain(self) -> bool:
        """Whether pain was noted that nobody called mild."""
        return any(t.pain and not t.mild for t in self._tries.values())

    @property
    def is_redone(self) -> bool:
        """Whether one side is done again."""
        return self._before_redo is not None

    def begin(self) -> None:
        """From the first page to both legs or the clock, or to what ended the hold where one went back from that."""
        first = self._order[0]
        if first in self._tries:
            self._step = HoldStep(question=HoldQuestion.FORM, side=first[0], try_number=first[1])
        elif self._rules.both_first:
            self._step = self._first(HoldQuestion.BOTH_LEGS)
        else:
            self._go_to_next()

    def tell_both(self, *, steady: bool) -> None:
        """How it was on both legs: only who was steady goes on to one."""
        if steady:
            self._go_to_next()
        else:
            self._step = self._first(HoldQuestion.NOT_YET)

    def stop(self, seconds: float) -> None:
        """The clock was stopped after `seconds`: ask what ended the hold."""
        step = self._step
        if step is None or step.question is not HoldQuestion.HOLD:
            raise ValueError(f"the clock does not run on {step}")
        for side, number in step.keys:
            self._tries[side, number] = HoldTry(side=side, try_number=number, stopped_s=seconds)
        self._step = replace(step, question=HoldQuestion.FORM, side=step.keys[0][0])

    def answer(self, form: HoldForm, *, counted_s: int) -> None:
        """What ended the hold, and at which second that was, if before the clock was stopped: never later."""
        step, present = self._step, self.present
        if step is not None and present is None and not self._rules.cap_s:
            present = HoldTry(side=step.side, try_number=step.try_number)
        if step is None or present is None or step.question is not HoldQuestion.FORM:
            raise ValueError(f"{form} does not answer {step}")
        late = counted_s < int(present.stopped_s)
        key = step.side, step.try_number
        self._tries[key] = replace(present, form=form, set_back_s=counted_s if late else None)
        self._go_to_next()

    def again(self) -> None:
        """Do the present try again; where both legs take turns that is all of it."""
        if self._rules.by_turns:
            self._tries.clear()
            self._step = self._first(HoldQuestion.HOLD)
        elif self._step is not None:
            self._tries.pop((self._step.side, self._step.try_number), None)
            self._step = replace(self._step, question=HoldQuestion.HOLD)

    def report_pain(self) -> None:
        """It hurts, on whatever page; where pain is noted already nothing happens."""
        step = self._step
        if step is None or step.question in AFTER_PAIN:
            return
        self._before_pain = step, dict(self._tries)
        for side, number in step.keys:
            self._tries[side, number] = HoldTry(side=side, try_number=number, pain=True)
        self._step = replace(step, question=HoldQuestion.PAIN_NOTED)

    def tell_pain(self, *, mild: bool) -> None:
        """How it was: after mild pain the other side may follow, after any other the check ends."""
        step = self._step
        if step is None:
            return
        for key in step.keys:
            self._tries[key] = replace(self._tries[key], mild=mild)
        if not mild:
            self._step = replace(step, question=HoldQuestion.PAIN_ADVICE)
        elif self._next_key() is None:
            self._end()
        elif self._rules.by_turns:
            self._go_to_next()
        else:
            self._step = replace(step, question=HoldQuestion.PAIN_MILD)

    def go_on(self) -> None:
        """After mild pain: the other side."""
        self._go_to_next()

    def finish(self) -> None:
        """End here."""
        self._end()

    def back(self) -> bool:
        """The page before; False on the first one. What was answered stays until it is answered anew."""
        step = self._step
        if step is None:
            return self._back_to_the_last()
        if step.question in AFTER_PAIN and self._rules.by_turns and self._before_pain is not None:
            self._step, self._tries = self._before_pain
            return True
        if step.question in AFTER_PAIN:
            for key in step.keys:
                self._tries.pop(key, None)
            if step.side is Side.BOTH and self._rules.both_first:
                self._step = self._first(HoldQuestion.BOTH_LEGS)
            elif self._tries or self.is_redone:
                self._step = replace(step, question=self._work)
            else:
                self._step = self._first(HoldQuestion.PREPARE)
            return True
        if step.question in BEFORE_A_TRY:
            return self._back_before_a_try(step)
        order = self._order
        before = [key for key in order[: order.index((step.side, step.try_number))] if key in self._tries]
        if before:
            self._step = HoldStep(question=HoldQuestion.FORM, side=before[-1][0], try_number=before[-1][1])
            return True
        if self.is_redone:
            self.give_up_redo()
        else:
            both = self._rules.both_first and step.question is HoldQuestion.HOLD
            self._step = self._first(HoldQuestion.BOTH_LEGS if both else HoldQuestion.PREPARE)
        return True

    def redo(self, side: Side) -> None:
        """After the end: do `side` again; what was found on the other side stays."""
        self._before_redo = dict(self._tries)
        self._only = side
        self._tries = {key: t for key, t in self._tries.items() if key[0] is not side}
        self._step = HoldStep(question=self._work, side=side, try_number=1)

    def give_up_redo(self) -> None:
        """Everything is as it was before a side was done again."""
        if self._before_redo is not None:
            self._tries = self._before_redo
        self._end()

    def say_mild(self) -> None:
        """After the end: every pain that was noted was mild and in the muscle after all."""
        self._tries = {key: replace(t, mild=t.pain) for key, t in self._tries.items()}

    @property
    def _whole_order(self) -> tuple[tuple[Side, int], ...]:
        numbers = range(1, self._rules.tries + 1)
        if not self._rules.cap_s:  # nothing tires: one leg, then the other
            return tuple((side, number) for side in SIDES for number in numbers)
        return tuple((side, number) for number in numbers for side in SIDES)

    @property
    def _work(self) -> HoldQuestion:
        """The page on which a try is done."""
        return HoldQuestion.HOLD if self._rules.cap_s else HoldQuestion.FORM

    @property
    def _order(self) -> tuple[tuple[Side, int], ...]:
        return tuple(key for key in self._whole_order if self._only in (None, key[0]))

    def _first(self, question: HoldQuestion) -> HoldStep:
        """A page before the first try."""
        side = Side.BOTH if self._rules.both_first or self._rules.by_turns else self._order[0][0]
        return HoldStep(question=question, side=side, try_number=1)

    def _back_before_a_try(self, step: HoldStep) -> bool:
        if step.question is HoldQuestion.PREPARE:
            return False
        if self._tries:  # it was cut off after them
            return self._back_to_the_last()
        both = step.question is HoldQuestion.NOT_YET
        self._step = self._first(HoldQuestion.BOTH_LEGS if both else HoldQuestion.PREPARE)
        return True

    def _next_key(self) -> tuple[Side, int] | None:
        """The first try that is not done, of a side that does not hurt."""
        sore = {t.side for t in self._tries.values() if t.pain}
        return next(
            (
                key
                for key in self._order
                if key[0] not in sore and (key not in self._tries or self._tries[key].form is None)
            ),
            None,
        )

    def _go_to_next(self) -> None:
        step = self._step
        following: tuple[tuple[Side, int], ...] = ()
        if (
            step is not None and step.question is HoldQuestion.FORM
        ):  # one that was gone back from is shown again
            order = self._order
            following = order[order.index((step.side, step.try_number)) + 1 :]
        done = next((key for key in following if key in self._tries and not self._tries[key].pain), None)
        coming = self._next_key()
        if done is not None and (coming is None or self._order.index(done) < self._order.index(coming)):
            self._step = HoldStep(question=HoldQuestion.FORM, side=done[0], try_number=done[1])
        elif coming is None:
            self._end()
        else:
            asks = coming in self._tries
            if self._rules.by_turns and not asks:
                self._step = self._first(HoldQuestion.HOLD)
                return
            question = HoldQuestion.FORM if asks else self._work
            self._step = HoldStep(question=question, side=coming[0], try_number=coming[1])

    def _end(self) -> None:
        self._step = None
        self._only = None
        self._before_redo = None

    def _back_to_the_last(self) -> bool:
        done = [key for key in self._whole_order if key in self._tries]
        if not done:
            both = self._rules.both_first
            self._step = self._first(HoldQuestion.BOTH_LEGS if both else HoldQuestion.PREPARE)
            return True
        last = self._tries[done[-1]]
        question = HoldQuestion.PAIN_NOTED if last.pain else HoldQuestion.FORM
        starts_on_both = self._rules.both_first or self._rules.by_turns
        both = starts_on_both and all(each.pain for each in self._tries.values()) and len(done) > 1
        side = Side.BOTH if both else last.side
        self._step = HoldStep(question=question, side=side, try_number=last.try_number)
        return True
