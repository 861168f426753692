"""The words and pictures of the timed holds; every text is a template in which {target} is the leg that works."""

from collections.abc import Mapping
from dataclasses import dataclass

from supple.domain.checks.hold import HoldForm
from supple.domain.checks.hold_run import HoldQuestion
from supple.domain.record import Check
from supple.domain.self_test_text import AnswerText, Shot


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldPageText:
    """A page before the clock or after pain: what to do, what is asked, and a small note."""

    question: str
    shot: Shot
    lead: str = ""
    note: str = ""
    caption: str = ""
    answers: tuple[AnswerText, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldText:
    """One hold: `stop_when` stands beside the clock, `full` when it reached its end, `ready` while it counts down."""

    exercise_id: str
    title: str
    hip: str
    pages: Mapping[HoldQuestion, HoldPageText]
    shot: Shot
    ready: str
    stop_when: str
    full: str
    question: str
    late: str
    forms: Mapping[HoldForm, AnswerText]


@dataclass(frozen=True, slots=True, kw_only=True)
class StrengthText:
    """Everything of strength.json."""

    holds: Mapping[Check, HoldText]
