"""The one gate: what may begin, how, and the honest way back where it may not.

Everything that begins anything asks `decide`; nobody decides for themselves. A further fact in a standing never opens
what was closed.
"""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from supple.domain.exercise import Caution
from supple.domain.pain import AMBER_TO, Sign, is_strong
from supple.domain.safety import Clearance, Group


class Way(StrEnum):
    """What somebody wants to begin."""

    SESSION = "a routine"
    EXERCISE = "one exercise"
    CHOICE = "the choice of checks"
    CHECK = "the hip check"
    RESUME = "a session that was cut short"
    PAPER = "a routine on paper"
    PLAN = "a plan of four weeks"


class Why(StrEnum):
    """Why something stays closed, in the order in which it has to be dealt with."""

    ENDED = "under age"
    UNANSWERED = "no safety question answered yet"
    ANSWERS = "an answer"
    DUE = "questions are due"
    SIGN = "a sign that has to be seen about"
    STRONG_PAIN = "strong pain"
    SORE_HIP = "pain in today's hip check"
    TOO_SORE = "pain with which only gentle exercise begins"
    CHECK_ANSWER = "an answer that closes the check"
    CHECK_AVOIDED = "what the person avoids closes the check"
    HURT_TODAY = "the exercise hurt today"
    LEFT_OUT = "nothing of it is offered"


class Back(StrEnum):
    """A way back from what is closed."""

    ANSWER_NOW = "answer the questions"
    CHANGE_ANSWERS = "change the answers"
    TELL_SEEN = "tell that it was seen about"
    RATE_PAIN = "rate the pain again"
    TELL_MILD = "tell that it was mild and in the muscle"
    ELSEWHERE = "choose something else"
    SETTINGS = "change what is avoided"


_BACK: dict[Why, tuple[Back, ...]] = {
    Why.ENDED: (Back.CHANGE_ANSWERS,),
    Why.UNANSWERED: (Back.ANSWER_NOW,),
    Why.ANSWERS: (Back.CHANGE_ANSWERS,),
    Why.DUE: (Back.ANSWER_NOW,),
    Why.SIGN: (Back.TELL_SEEN,),
    Why.STRONG_PAIN: (Back.RATE_PAIN,),
    Why.SORE_HIP: (Back.TELL_MILD,),
    Why.TOO_SORE: (Back.RATE_PAIN,),
    Why.CHECK_ANSWER: (Back.CHANGE_ANSWERS,),
    Why.CHECK_AVOIDED: (Back.SETTINGS,),
    Why.HURT_TODAY: (Back.ELSEWHERE,),
    Why.LEFT_OUT: (Back.ELSEWHERE,),
}
_CLOSES_THE_CHECK = frozenset({Caution.SPINE_ACUTE})
"""What a person avoids of this closes the hip check and the check at an edge (docs/EVIDENCE.md 3.6)."""
_GENTLE_WAYS = frozenset({Way.SESSION, Way.EXERCISE})
"""What can be done at half the dose and in easier forms; with pain above amber nothing else begins."""
_WHOLE_WAYS = frozenset({Way.RESUME})
"""What is done as it was or not at all: one exercise left out closes it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How things stand with one person now.

    `due` are the groups to be asked before anything begins, `pain` is 0 to 10 as last told (None: nothing that still
    holds), `signs` are those that were not seen about yet. `hidden` are the exercises that are not for this person,
    `chosen` those of them that the person put away or avoids; `hurt_today` are
    those that end for the day; `avoids` is what the person set under "What I avoid".
    """

    answered: bool
    clearance: Clearance
    due: frozenset[Group] = frozenset()
    pain: int | None = None
    signs: frozenset[Sign] = frozenset()
    sore_hip: bool = False
    may_walk: bool = True
    hidden: frozenset[str] = frozenset()
    chosen: frozenset[str] = frozenset()
    hurt_today: frozenset[str] = frozenset()
    avoids: frozenset[Caution] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What the gate says; made by `decide` alone. `reasons` are in the order in which they are dealt with.

    `brings_back` are the ways by which what is left out comes back, as far as there are some.
    """

    way: Way
    reasons: tuple[Why, ...] = ()
    gently: bool = False
    brings_back: tuple[Back, ...] = ()

    @property
    def open(self) -> bool:
        """Whether it may begin; when `gently`, only with half the dose and easier forms, after the stop rules."""
        return not self.reasons

    @property
    def back(self) -> tuple[Back, ...]:
        """The ways back from the first reason; the next one comes when that is dealt with."""
        if not self.reasons:
            return ()
        ways = _BACK[self.reasons[0]]
        return (*ways, *self.brings_back) if self.reasons[0] is Why.LEFT_OUT else ways


class GateClosedError(Exception):
    """Something was begun that the gate had closed: a bug."""


def decide(way: Way, standing: Standing, *, exercises: Collection[str] = ()) -> Verdict:
    """Whether `way` may begin; `exercises` are those it would hold, as far as that is known."""
    sore = standing.pain is not None and standing.pain > AMBER_TO
    strong = is_strong(standing.pain)
    hurt = frozenset[str]() if way is Way.PAPER else standing.hurt_today  # a sheet is for other days too
    closed = {
        Why.ENDED: standing.clearance.ended,
        Why.UNANSWERED: not standing.answered,
        Why.ANSWERS: standing.clearance.closed and not standing.clearance.ended,
        Why.DUE: standing.answered and bool(standing.due),
        Why.SIGN: bool(standing.signs),
        Why.STRONG_PAIN: strong,
        Why.SORE_HIP: standing.sore_hip and way is not Way.PAPER,
        Why.TOO_SORE: sore and not strong and way not in _GENTLE_WAYS,
        Why.CHECK_ANSWER: way is Way.CHECK and bool(standing.clearance.self_test_reasons),
        Why.CHECK_AVOIDED: way is Way.CHECK and closes_the_check(standing.avoids),
        Why.HURT_TODAY: _is_left_out(way, exercises, hurt - standing.hidden),
        Why.LEFT_OUT: _is_left_out(way, exercises, hurt | standing.hidden),
    }
    reasons = tuple(why for why, holds in closed.items() if holds)
    left_out = frozenset(exercises) & standing.hidden
    brings_back = {Back.SETTINGS: left_out & standing.chosen, Back.CHANGE_ANSWERS: left_out - standing.chosen}
    return Verdict(
        way=way,
        reasons=reasons,
        gently=sore,
        brings_back=tuple(back for back, which in brings_back.items() if which),
    )


def closes_the_check(avoided: Collection[Caution]) -> bool:
    """Whether what a person set under "What I avoid" closes the check."""
    return not _CLOSES_THE_CHECK.isdisjoint(avoided)


def admit(verdict: Verdict, *ways: Way) -> None:
    """Raise GateClosedError unless `verdict` opens one of `ways`: the last look before something begins."""
    if not verdict.open or verdict.way not in ways:
        raise GateClosedError(f"{verdict.way} with {verdict.reasons} begins nothing of {ways}")


def _is_left_out(way: Way, exercises: Collection[str], left_out: frozenset[str]) -> bool:
    """Whether too little of `exercises` remains: a session goes on with the rest."""
    wanted = frozenset(exercises)
    if way in _WHOLE_WAYS:
        return bool(wanted & left_out)
    return bool(wanted) and wanted <= left_out
