"""One check of a self-test on its pages: what the runner of the chosen checks asks of each, and what it is told.

A check is a `CheckPart` of its own and an entry in `app/flows/check_parts.py`; nothing else knows which there are.
"""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from supple.domain.record import CheckRecord
from supple.domain.side import Side


class CheckPart(QObject):
    """One check, both sides, from its first page to its last; the window shows its pages, one at a time.

    It keeps nothing itself. It ends with `finished` or `hurt`, once each time it is begun or come back to.
    """

    page_changed = Signal(QWidget)
    """Show this page over the window."""
    kept = Signal(object)
    """tuple[CheckRecord, ...]: every try so far, without findings; after each try that is done or taken back."""
    finished = Signal(object)
    """tuple[CheckRecord, ...]: every try with the finding of its side, pain that was mild included."""
    hurt = Signal(object)
    """The same, () where no side was tried; there was pain that ends the sitting."""
    went_back = Signal()
    """Back from its first page."""
    leave_wanted = Signal()
    """The person wants to leave the sitting; whoever hears it asks."""
    signs_wanted = Signal()
    """Show the warning signs."""
    told_before = Signal(bool, bool)
    """It hurt, and it was mild, before a side was tried: no try can hold that. Told again when it changes."""

    def begin(self, done: Sequence[CheckRecord] = ()) -> None:
        """Show the first page, or after a sitting that was cut off the one that follows the tries in `done`."""
        raise NotImplementedError

    def come_back(self) -> None:
        """Show the last page again, with its answer: the person went back from what follows."""
        raise NotImplementedError

    def redo(self, side: Side) -> None:
        """After the end: do `side` again; `finished` follows with what was found on the other one too."""
        raise NotImplementedError

    def say_mild(self) -> tuple[CheckRecord, ...]:
        """After the end: every pain that was noted was mild and in the muscle after all; what was found with that."""
        raise NotImplementedError

    @property
    def tries(self) -> int:
        """How many tries are done and would be kept if the sitting were left now."""
        raise NotImplementedError

    @property
    def found(self) -> tuple[CheckRecord, ...]:
        """Every try so far with the finding its side has by now."""
        raise NotImplementedError

    @property
    def asks_before_it_is_left(self) -> bool:
        """Whether leaving now is asked about first: from the first side on, and once it hurt."""
        raise NotImplementedError

    @property
    def ended_by_pain(self) -> bool:
        """Whether pain was noted that nobody called mild."""
        raise NotImplementedError

    @property
    def is_redone(self) -> bool:
        """Whether one side is done again: until that ends, what was found before stands."""
        return False

    def close(self) -> None:
        """Stop what runs and let go of the pages; nothing is emitted any more."""
        raise NotImplementedError
