"""The side of the body a set, a check or a picture is about."""

from enum import StrEnum


class Side(StrEnum):
    """LEFT and RIGHT are the person's own; BOTH is for work that has no side."""

    LEFT = "left"
    RIGHT = "right"
    BOTH = "both"

    @property
    def other(self) -> "Side":
        """The opposite side; BOTH is its own opposite."""
        match self:
            case Side.LEFT:
                return Side.RIGHT
            case Side.RIGHT:
                return Side.LEFT
            case Side.BOTH:
                return Side.BOTH
