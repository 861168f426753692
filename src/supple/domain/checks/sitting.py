"""What the page after a sitting shows: its record, what that amounts to, and what became of it since the last."""

from dataclasses import dataclass, field

from supple.domain.checks.context import NOTHING_SAID, Context
from supple.domain.checks.decision import Decision, decision_of
from supple.domain.checks.retest import Retest, retests
from supple.domain.record import SelfTestRecord
from supple.domain.side import Side


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitting:
    """`taken` is None when no hip was checked.

    `differed` are the sides whose tries on the floor differed; `ended_by_pain`: there was pain that nobody called mild,
    so nothing goes on; `pain_noted`: there was any.
    """

    taken: SelfTestRecord | None
    decision: Decision
    changes: tuple[Retest, ...] = ()
    differed: frozenset[Side] = field(default_factory=frozenset)
    pain_noted: bool = False
    ended_by_pain: bool = False


def sitting(
    taken: SelfTestRecord | None,
    *,
    earlier: SelfTestRecord | None = None,
    context: Context = NOTHING_SAID,
    differed: frozenset[Side] = frozenset(),
    hurt: tuple[bool, bool] = (False, False),
) -> Sitting:
    """What `taken` amounts to beside the self-test before it; `hurt`: whether pain was noted, and ended it."""
    return Sitting(
        taken=taken,
        decision=decision_of(taken, earlier=earlier, context=context),
        changes=retests(earlier, taken) if taken is not None else (),
        differed=differed,
        pain_noted=hurt[0],
        ended_by_pain=hurt[1],
    )
