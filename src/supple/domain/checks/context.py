"""What a person says beside the checks: sitting, activity, how the tight feeling behaves; all of it may be left out.

The lines in the answers are those of `bands.SITS_LONG_H` and `bands.ACTIVE_MIN` (docs/EVIDENCE.md 3.11).
"""

from dataclasses import dataclass
from enum import StrEnum

from supple.domain.checks.decision_rules import Lean


class HoursSitting(StrEnum):
    """How long somebody sits on most days."""

    LITTLE = "up to 4 h a day"
    SOME = "4 to 7 h a day"
    LONG = "over 7 h a day"


class Activity(StrEnum):
    """How long somebody is active in a week."""

    LITTLE = "under 150 min a week"
    ENOUGH = "150 min a week or more"


class Feeling(StrEnum):
    """How the tight feeling behaves."""

    EASES = "eases for hours after stretching"
    SOON_BACK = "comes back within the hour"
    LATE = "is worse late in a run or after climbing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What was said, None where nothing was."""

    sitting: HoursSitting | None = None
    activity: Activity | None = None
    feeling: Feeling | None = None

    @property
    def leans(self) -> tuple[Lean, ...]:
        """Which ways it leans; both is no lean at all."""
        sits = self.sitting is HoursSitting.LONG and self.activity is not Activity.ENOUGH
        tires = self.feeling in (Feeling.SOON_BACK, Feeling.LATE)
        return (*((Lean.LENGTH,) if sits else ()), *((Lean.STRENGTH,) if tires else ()))


NOTHING_SAID = Context()
