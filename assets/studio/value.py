"""One measured value of an exercise: what was measured where, and whether a reason excuses it."""

from dataclasses import dataclass

from .limits import TABLE, Kind, is_beyond, share_of_limit


@dataclass(frozen=True, slots=True)
class Value:
    """One measured value: where it was found, and whether a reason in the pose file excuses it."""

    kind: Kind
    value: float
    where: str
    what: str
    why: str = ""

    @property
    def is_beyond(self) -> bool:
        """Whether the value fails the exercise."""
        return is_beyond(self.kind, self.value) and not self.why

    @property
    def share(self) -> float:
        """How bad it is against its limit."""
        return share_of_limit(self.kind, self.value)

    def __str__(self) -> str:
        limit = TABLE[self.kind]
        held = f"{self.value:.0f} {limit.unit}, {'least' if limit.least else 'limit'} {limit.value:.0f}"
        return f"{self.where}: {self.kind}, {self.what}: {held}" + (f" ({self.why})" if self.why else "")
