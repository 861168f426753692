"""For whom, and when, each check stays closed: one answer for whatever lists, begins or goes on with a check.

The gate of the whole program comes before this (`domain/gate.py`); who it closes has no check at all.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from supple.domain.checks.kinds import ORDER
from supple.domain.consent import Consent
from supple.domain.exercise import Caution
from supple.domain.gate import closes_the_check
from supple.domain.record import Check
from supple.domain.safety import Clearance, SafetyQuestion, SelfTestRule

AFTER_A_ROUTINE = timedelta(minutes=30)
"""What stretching does to a joint is gone within half an hour (docs/EVIDENCE.md 4.3)."""
BETWEEN_BRIDGES = timedelta(hours=48)
"""docs/EVIDENCE.md 3.7."""
STRENGTH = frozenset({Check.HIP_HOLD, Check.BRIDGE_HOLD, Check.MARCH, Check.HEEL_TO_BUTTOCK})
EDGE = frozenset({Check.HIP_LENGTH_EDGE, Check.HIP_LENGTH_TAPE})

_CLOSES_STRENGTH = frozenset(
    {
        Caution.THR,
        Caution.THR_ANT,
        Caution.THR_90,
        Caution.FAI,
        Caution.HIP_ANT,
        Caution.SPINE_ACUTE,
        Caution.OSTEO,
        Caution.OSTEO_MILD,
        Caution.ABD,
        Caution.BP,
        Caution.PREG_SUPINE,
        Caution.PREG_TWIST,
    }
)
"""Hip surgery, back surgery in its first year, thin bones and spinal fractures, the heart and blood pressure, a hip
problem or a strain, a hernia or recent tummy surgery, pregnancy (docs/EVIDENCE.md 3.6 and 3.7)."""
_CLOSES_EDGE = frozenset({Caution.OSTEO, Caution.OSTEO_MILD, Caution.BALANCE})
_CLOSES_HEEL = frozenset({Caution.KNEE_FLEX})
_OPENED_BY = {Caution.BP: Consent.HEART}
"""A consent that opens again what a caution closes."""


class Shut(StrEnum):
    """Why a check stays closed."""

    ANSWER = "an answer"
    AVOIDED = "what the person avoids"
    TRAINED = "a routine a moment ago"
    SOON = "the last one was a moment ago"


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosedCheck:
    """`question` is the answer that closes it, `reason` its own words, if any; `until`: when it opens again."""

    shut: Shut
    question: SafetyQuestion | None = None
    reason: str = ""
    until: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckStanding:
    """How things stand: the answers, what the person avoids, when a routine ended, when each check was done last."""

    now: datetime
    clearance: Clearance
    avoids: frozenset[Caution] = frozenset()
    trained_at: datetime | None = None
    last: Mapping[Check, datetime] = field(default_factory=dict)


def closing(check: Check, standing: CheckStanding) -> ClosedCheck | None:
    """Why `check` is closed now; None where it is open. What lasts comes before what passes."""
    if closes_the_check(standing.avoids):
        return ClosedCheck(shut=Shut.AVOIDED)
    answer = _closed_by(check, standing.clearance)
    if answer is not None:
        return answer
    trained = standing.trained_at
    if trained is not None and _is_recent(trained, standing.now, AFTER_A_ROUTINE):
        return ClosedCheck(shut=Shut.TRAINED, until=trained + AFTER_A_ROUTINE)
    last = standing.last.get(check)
    if check is Check.BRIDGE_HOLD and last is not None and _is_recent(last, standing.now, BETWEEN_BRIDGES):
        return ClosedCheck(shut=Shut.SOON, until=last + BETWEEN_BRIDGES)
    return None


def closings(standing: CheckStanding) -> dict[Check, ClosedCheck]:
    """Every check that is closed now, and why."""
    found = {check: closing(check, standing) for check in ORDER}
    return {check: why for check, why in found.items() if why is not None}


def _closed_by(check: Check, clearance: Clearance) -> ClosedCheck | None:
    """The answer that closes `check`."""
    if clearance.self_test_reasons:  # who may not hug a knee does none of the others either
        reason = clearance.self_test_reasons[0]
        asked = (question for question in clearance.ticked if question.self_test_reason == reason)
        return ClosedCheck(shut=Shut.ANSWER, question=next(asked, None), reason=reason)
    codes = frozenset[Caution]()
    if check in STRENGTH:
        codes = _CLOSES_STRENGTH | (_CLOSES_HEEL if check is Check.HEEL_TO_BUTTOCK else frozenset())
    elif check in EDGE:
        codes = _CLOSES_EDGE
    codes -= {caution for caution, consent in _OPENED_BY.items() if consent in clearance.agreed}
    if clearance.cautions & codes:
        return ClosedCheck(shut=Shut.ANSWER, question=_who_says(clearance, codes))
    if check in EDGE and clearance.closes_the_edge:
        return ClosedCheck(shut=Shut.ANSWER, question=_who_closes_the_edge(clearance))
    return None


def _who_says(clearance: Clearance, codes: frozenset[Caution]) -> SafetyQuestion | None:
    """The first yes from which one of `codes` follows now."""
    holding = codes & clearance.cautions
    return next(
        (q for q in clearance.ticked if holding & {*q.cautions, *q.first_year, *q.later}),
        None,
    )


def _who_closes_the_edge(clearance: Clearance) -> SafetyQuestion | None:
    return next((q for q in clearance.ticked if q.self_test is not SelfTestRule.OPEN), None)


def _is_recent(moment: datetime, now: datetime, within: timedelta) -> bool:
    """Less than `within` ago, whatever the clocks did; a moment of the future (the clock was set back) is not."""
    return timedelta() <= now.astimezone(UTC) - moment.astimezone(UTC) < within
