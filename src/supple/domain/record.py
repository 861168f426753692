"""What is remembered: sessions, sets, self-tests, pain ratings and safety answers, as plain values.

Every time is an aware datetime that keeps the offset of where the person was; ids are uuid4 hex.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from supple.domain.checks.context import Context
from supple.domain.checks.decision_rules import Grade
from supple.domain.findings import Finding
from supple.domain.measurement import Measurement
from supple.domain.pain import Sign, red_signs
from supple.domain.routine import SessionPlan
from supple.domain.safety import Group
from supple.domain.session import SessionOutcome, SetOutcome
from supple.domain.side import Side


class Occasion(StrEnum):
    """When a pain rating was given (docs/EVIDENCE.md 9.3)."""

    BEFORE = "before"
    DURING = "during"
    AFTER = "after"
    NEXT_MORNING = "next morning"
    WORST_24H = "worst in 24 h"


MILD_PAIN = "mild"
"""The word in a check's answer for a pain that was mild and in the muscle."""

IN_THE_CHECK, MILD_IN_THE_CHECK = "in the hip check", "in the hip check, mild"
"""The words in the note of a pain that was told before a hip was checked: there is no try that could hold it."""

STIFFER = "stiffer than usual"
"""The words in the note of a rating of the next morning for a tick beside it."""

NOT_ANSWERED = "not answered"
"""The words there for a question about the next morning that was put off: it is not asked again."""


class Check(StrEnum):
    """Which check a row of a self-test belongs to (docs/EVIDENCE.md 9.3)."""

    SAFETY = "safety"
    HIP_LENGTH_FLOOR = "hip_length_floor"
    HIP_LENGTH_EDGE = "hip_length_edge"
    HIP_LENGTH_TAPE = "hip_length_tape"
    HIP_HOLD = "hip_hold"
    BRIDGE_HOLD = "bridge_hold"
    MARCH = "march"
    HEEL_TO_BUTTOCK = "heel_to_buttock"


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionRecord:
    """One run of a routine; `outcome` and `ended_at` are None while it runs.

    `planned_s` is the timeline's length, `done_s` the running time without pauses, `sets_done` the sets completed
    (each counted once however often repeated). Pain is 0 to 10 or None. The session belongs to the local day of
    `started_at`. `plan` is known while the session runs and when it was cut off, so that it can go on.
    """

    session_id: str
    started_at: datetime
    routine_id: str
    routine: str
    planned_s: float
    sets_planned: int
    ended_at: datetime | None = None
    done_s: float = 0.0
    sets_done: int = 0
    outcome: SessionOutcome | None = None
    pain_before: int | None = None
    pain_after: int | None = None
    note: str = ""
    plan: SessionPlan | None = None

    @property
    def day(self) -> date:
        """The local day on which it began."""
        return self.started_at.date()


@dataclass(frozen=True, slots=True, kw_only=True)
class SetRecord:
    """One attempt at a set; `step` from 1, `set_number` per side from 1, `held_s` without pauses, one decimal."""

    set_id: str
    session_id: str
    started_at: datetime
    step: int
    exercise_id: str
    exercise: str
    side: Side
    set_number: int
    planned_s: float
    held_s: float
    outcome: SetOutcome
    planned_reps: int | None = None
    reps: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckRecord:
    """One try of one check on one side; `finding` is the finding of the side, None for the safety questions.

    `photo_id` is that of the copy of its photo, "" without one.
    """

    check: Check
    side: Side
    try_number: int
    answer: str
    finding: Finding | None = None
    measured: Measurement | None = None
    rules_version: str = ""
    photo_id: str = ""

    @property
    def was_mild(self) -> bool:
        """Whether its pain was said to be mild and in the muscle."""
        return MILD_PAIN in self.answer.split(", ")


@dataclass(frozen=True, slots=True, kw_only=True)
class SelfTestRecord:
    """One self-test, or the tries so far of one that is under way."""

    self_test_id: str
    taken_at: datetime
    checks: tuple[CheckRecord, ...]

    @property
    def is_finished(self) -> bool:
        """Whether it was taken to its end: while it is under way its tries are kept without a finding."""
        return all(check.finding is not None for check in self.checks)

    @property
    def rules_version(self) -> str:
        """The rules by which its findings were read."""
        return next((check.rules_version for check in self.checks if check.finding is not None), "")

    def finding(self, check: Check, side: Side) -> Finding | None:
        """What `check` found for `side`, None where it was not done."""
        done = (each for each in self.checks if each.check is check and each.side is side)
        return next((each.finding for each in done if each.finding is not None), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadSide:
    """The row of the table by which a side was read, and how sure that was; None where nothing was read."""

    rule_id: str
    grade: Grade | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingRecord:
    """What a self-test amounted to at a time, by the rules of then, and what was said beside it."""

    reading_id: str
    self_test_id: str
    read_at: datetime
    sides: Mapping[Side, ReadSide]
    context: Context
    rules_version: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PainRecord:
    """One rating, 0 to 10 (None when only a place was told)."""

    pain_id: str
    rated_at: datetime
    occasion: Occasion
    score: int | None
    session_id: str | None = None
    place: str = ""
    note: str = ""
    signs: frozenset[Sign] = frozenset()
    exercise_id: str = ""

    @property
    def red_signs(self) -> frozenset[Sign]:
        """The signs that close everything until they were seen about."""
        return red_signs(place=self.place, signs=self.signs)

    @property
    def was_stiffer(self) -> bool:
        """Whether the next morning was stiffer than usual."""
        return self.occasion is Occasion.NEXT_MORNING and self.note == STIFFER

    @property
    def was_answered(self) -> bool:
        """Whether a question about the next morning was answered at all."""
        return self.score is not None or self.was_stiffer


@dataclass(frozen=True, slots=True, kw_only=True)
class SafetyRecord:
    """The safety questions answered once: the ids that were ticked; none ticked is the empty set.

    A record stands for itself: what a round did not ask is copied from the one before. `asked_at` says when each group
    was last answered (a missing one never was), `agreed_at` when each consent was given, by its id, `noted` holds what
    was told beside them.
    """

    answered_at: datetime
    ticked: frozenset[str]
    asked_at: Mapping[Group, datetime] = field(default_factory=dict)
    agreed_at: Mapping[str, datetime] = field(default_factory=dict)
    noted: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteRecord:
    """What the person wrote to themselves about an exercise; "" is one that was taken away."""

    exercise_id: str
    written_at: datetime
    note: str


def whole_round(answered_at: datetime, ticked: frozenset[str] = frozenset()) -> SafetyRecord:
    """All groups answered at one time."""
    return SafetyRecord(answered_at=answered_at, ticked=ticked, asked_at=dict.fromkeys(Group, answered_at))
