"""What a check measures: a value, its unit, and how far it may be off."""

from dataclasses import dataclass
from enum import StrEnum


class Unit(StrEnum):
    """What a value counts."""

    DEGREES = "deg"
    SECONDS = "s"


@dataclass(frozen=True, slots=True, kw_only=True)
class Measurement:
    """`error` is half the width of what the value may be, in the same unit; None where nobody knows it.

    Raises ValueError for an error below zero.
    """

    value: float
    unit: Unit
    error: float | None = None

    def __post_init__(self) -> None:
        """An error has no sign."""
        if self.error is not None and self.error < 0:
            raise ValueError(f"an error of {self.error}")
