"""What of a session is to be played, and what was done of it before it was cut off."""

from dataclasses import dataclass

from supple.domain.routine import SHIPPED_PACE, Pace, Timeline
from supple.domain.session import SetEnded


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """`pace` is also that of an easier exercise which comes in after pain; it begins at phase `at`.

    `earlier` are the attempts at sets before the session was cut off, `done_ms` how long it had run by then.
    """

    timeline: Timeline
    pace: Pace = SHIPPED_PACE
    at: int = 0
    earlier: tuple[SetEnded, ...] = ()
    done_ms: int = 0
