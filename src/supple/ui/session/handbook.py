"""What a session has at hand about its exercises."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from supple.domain.exercise import Exercise
from supple.ui.session.mat_note import Beside


def nothing_easier(_exercise_id: str) -> Exercise | None:
    """Nothing is known of easier exercises."""
    return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Handbook:
    """`easier_than` gives the easier version of an exercise that this person may do, if there is one.

    `beside` is what wants care and the person's own words about exercises, by their ids.
    """

    exercise: Callable[[str], Exercise]
    easier_than: Callable[[str], Exercise | None] = nothing_easier
    beside: Mapping[str, Beside] = field(default_factory=dict)
