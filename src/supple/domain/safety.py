"""The safety questions, what the ticked ones close, hide and mark, and when group A is asked again.

Questions, codes and actions are those of content/safety.json (EVIDENCE 3.2). Nothing ticked is NOT clearance.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from supple.domain.exercise import Caution
from supple.domain.pain import STRONG_PAIN

if TYPE_CHECKING:
    from supple.domain.record import PainRecord

REASK_DAYS = 7

HIDING = frozenset(
    {
        Caution.THR,
        Caution.THR_ANT,
        Caution.THR_90,
        Caution.OSTEO,
        Caution.PREG_SUPINE,
        Caution.PREG_TWIST,
        Caution.ABD,
        Caution.FAI,
        Caution.HIP_ANT,
        Caution.SPINE_ACUTE,
    }
)
"""An exercise with one of these that applies is not offered and not startable; all other codes mark it."""

SETTABLE = frozenset(
    {
        Caution.SCIATICA,
        Caution.SPINE_EXT,
        Caution.SPINE_FLEX,
        Caution.SPINE_ACUTE,
        Caution.KNEE_CROSSED,
        Caution.KNEE_TWIST,
        Caution.WRIST,
        Caution.SHOULDER,
        Caution.LATHIP,
        Caution.PUBIC,
    }
)
"""What a person may set without a safety question: Settings, "What I avoid"."""


class Group(StrEnum):
    """The three screens of questions, in the order they are asked."""

    EMERGENCY = "A"
    SEE_DOCTOR = "B"
    CHECK_FIRST = "C"


class SelfTestRule(StrEnum):
    """What a yes does to the self-test."""

    OPEN = "open"
    CLOSED = "closed"
    CLOSED_IF_FOLLOW_UP = "closed if the follow-up is a yes"
    EDGE_CLOSED = "edge version closed"


class Urgency(StrEnum):
    """How soon a person should be seen, mildest first."""

    NONE = "none"
    WITHIN_DAYS = "within a few days"
    SAME_DAY_IF_WORSENING = "same day if worsening"
    SAME_DAY = "same day"
    EMERGENCY = "emergency"


@dataclass(frozen=True, slots=True, kw_only=True)
class SafetyQuestion:
    """One item of a group: `text` asks, `sign` says the same as a plain statement, `short` follows "You ticked:".

    `follow_up_id` is the id kept in the record when the follow-up question is answered yes.
    """

    id: str
    group: Group
    text: str
    sign: str = ""
    short: str = ""
    urgency: Urgency = Urgency.NONE
    cautions: tuple[Caution, ...] = ()
    self_test: SelfTestRule = SelfTestRule.OPEN
    self_test_reason: str = ""
    advice: str = ""
    start_with: str = ""
    follow_up: str = ""
    follow_up_id: str = ""
    ends: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Clearance:
    """What the answers open and close; made by `judge`, never "all clear"."""

    ticked: tuple[SafetyQuestion, ...] = ()
    urgency: Urgency = Urgency.NONE
    ended: bool = False
    self_test_reasons: tuple[str, ...] = ()
    edge_closed: bool = False
    cautions: frozenset[Caution] = frozenset()
    advice: tuple[str, ...] = ()
    start_with: str | None = None

    @property
    def emergency(self) -> bool:
        """Whether emergency help is needed now."""
        return self.urgency is Urgency.EMERGENCY

    @property
    def see_doctor(self) -> bool:
        """Whether a doctor should look first, but not as an emergency."""
        return self.urgency not in (Urgency.NONE, Urgency.EMERGENCY)

    @property
    def same_day(self) -> bool:
        """Whether the doctor should be reached today."""
        return self.urgency is Urgency.SAME_DAY

    @property
    def same_day_if_worsening(self) -> bool:
        """Whether today counts only if it is getting worse."""
        return self.urgency is Urgency.SAME_DAY_IF_WORSENING

    @property
    def closed(self) -> bool:
        """Whether the self-test and all exercises are closed."""
        return self.ended or self.urgency is not Urgency.NONE

    @property
    def self_test_open(self) -> bool:
        """Whether the floor check may be taken."""
        return not self.closed and not self.self_test_reasons


def judge(ticked: Iterable[str], questions: Sequence[SafetyQuestion]) -> Clearance:
    """What follows from the ids that were ticked; ids that no question knows are ignored."""
    ids = frozenset(ticked)
    yes = tuple(question for question in questions if question.id in ids)
    urgencies = [question.urgency for question in yes]
    return Clearance(
        ticked=yes,
        urgency=max(urgencies, key=list(Urgency).index, default=Urgency.NONE),
        ended=any(question.ends for question in yes),
        self_test_reasons=tuple(q.self_test_reason for q in yes if _closes_self_test(q, ids)),
        edge_closed=any(question.self_test is not SelfTestRule.OPEN for question in yes),
        cautions=frozenset(caution for question in yes for caution in question.cautions),
        advice=tuple(question.advice for question in yes if question.advice),
        start_with=next((question.start_with for question in yes if question.start_with), None),
    )


def in_group(questions: Iterable[SafetyQuestion], group: Group) -> tuple[SafetyQuestion, ...]:
    """The questions of one screen, in order."""
    return tuple(question for question in questions if question.group is group)


def ids_of(questions: Iterable[SafetyQuestion], group: Group) -> frozenset[str]:
    """Every id a record may hold for `group`, follow-ups with it."""
    found = in_group(questions, group)
    return frozenset(q.id for q in found) | frozenset(q.follow_up_id for q in found if q.follow_up_id)


def group_a_due(last: datetime | None, now: datetime, pains: "Iterable[PainRecord]") -> bool:
    """Whether group A is to be asked again: never asked, 7 local days ago, or strong pain logged since.

    An answer dated more than a day ahead (the clock was set back) counts as due.
    """
    if last is None:
        return True
    days = (now.date() - last.date()).days
    if days >= REASK_DAYS or days < -1:
        return True
    return any(
        pain.score is not None and pain.score >= STRONG_PAIN and pain.rated_at > last for pain in pains
    )


def _closes_self_test(question: SafetyQuestion, ticked: frozenset[str]) -> bool:
    match question.self_test:
        case SelfTestRule.CLOSED:
            return True
        case SelfTestRule.CLOSED_IF_FOLLOW_UP:
            return question.follow_up_id in ticked
        case _:
            return False
