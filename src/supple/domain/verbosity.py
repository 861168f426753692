"""How much is heard."""

from enum import StrEnum


class Verbosity(StrEnum):
    """How much is heard: `FULL` and `BRIEF` speak, the others do not."""

    FULL = "full"
    BRIEF = "brief"
    CHIMES_ONLY = "chimes only"
    SILENT = "silent"

    @property
    def speaks(self) -> bool:
        """Whether there is a voice at all."""
        return self in (Verbosity.FULL, Verbosity.BRIEF)
