"""The history as the rest of the program sees it: what can be asked of it, and how keeping records can fail."""

from collections.abc import Collection, Iterable
from datetime import datetime
from typing import Protocol, TypeVar

from supple.domain.checks.kept_photo import PhotoRecord
from supple.domain.record import PainRecord, SessionRecord, SetRecord
from supple.domain.side import Side
from supple.domain.trouble import SurroundingsError, Trouble
from supple.services.writes import Write

T = TypeVar("T")


class HistoryError(SurroundingsError):
    """The surroundings (disk, rights, another program) kept a record from being read or written."""

    def __init__(self, trouble: Trouble, detail: str = "") -> None:
        """Keep the trouble for the sentence and the detail for the log."""
        super().__init__(f"{trouble}: {detail}" if detail else str(trouble))
        self.trouble = trouble
        self.detail = detail


class History(Protocol):
    """Where records are kept. All of it may raise HistoryError and be called from any thread.

    What gives several records gives the oldest first, reading as it is iterated (HistoryError can come then).
    """

    def write(self, write: Write) -> None:
        """Keep what `write` says, in one transaction; written again (the same id) it changes nothing.

        HistoryError of Trouble.REPLACED: the session that it belongs to is not there.
        """

    def read(
        self, kind: type[T], *, since: datetime | None = None, until: datetime | None = None
    ) -> Iterable[T]:
        """The records of a kind; `since` and `until` bound when they begin, `until` excluded."""

    def newest(self, kind: type[T]) -> T | None:
        """The record of a kind that was written last."""

    def signed_pains(self) -> Iterable[PainRecord]:
        """Every rating that was told with a sign, or below the knee."""

    def sets_of(self, session_id: str) -> Iterable[SetRecord]:
        """The sets of one session in the order they were done."""

    def photo(self, photo_id: str) -> PhotoRecord | None:
        """The copy of one photo; None when it is not kept any more."""

    def last_photo(self, side: Side, besides: Collection[str]) -> PhotoRecord | None:
        """The copy of a photo of `side` that was kept last, not one of those `besides`."""

    def unfinished_session(self) -> SessionRecord | None:
        """The newest session without an end: the program was closed or cut off while it ran."""
