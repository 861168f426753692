"""A usual mistake of an exercise, and the two pictures that tell it from the right form."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Mistake:
    """A usual mistake; with a `scene` ("mistake_1") it stands beside the right form in two pictures."""

    text: str
    scene: str = ""
    right_alt: str = ""
    wrong_alt: str = ""

    @property
    def right_scene(self) -> str:
        """The picture of the right form."""
        return f"{self.scene}_right"

    @property
    def wrong_scene(self) -> str:
        """The picture of the mistake."""
        return f"{self.scene}_wrong"
