"""What is kept of a hip check while it is under way, and what of one that was left: go on with it, or close it."""

from datetime import datetime
from uuid import uuid4

from supple.app.keeping import Keeping
from supple.app.shipped_files import wall_clock
from supple.domain.record import SelfTestRecord
from supple.domain.self_test import SelfTestRun
from supple.domain.self_test_pages import Try
from supple.services.self_test_keeping import run_of, run_to_go_on, self_test_record
from supple.services.writes import AddSelfTest


class CheckKeeping:
    """The record of one check: its tries are on disk as they are given, its findings when it ended."""

    def __init__(self, keeping: Keeping) -> None:
        """No check is under way."""
        self._keeping = keeping
        self._self_test_id = ""
        self._taken_at: datetime | None = None
        self._kept: tuple[Try, ...] = ()
        self._left: SelfTestRecord | None = None
        self._last: SelfTestRecord | None = None
        self._earlier: SelfTestRecord | None = None

    def begin(self) -> None:
        """A new check."""
        self._self_test_id, self._taken_at, self._kept = uuid4().hex, None, ()
        self._earlier = self._last

    def compare_with(self, last: SelfTestRecord | None) -> None:
        """Take up the last check of the history that came to its end, for the next one."""
        self._last = last

    @property
    def earlier(self) -> SelfTestRecord | None:
        """The check before this one."""
        return self._earlier

    def remember(self, last: SelfTestRecord | None) -> None:
        """Take up the newest check of the history, which may have been left in the middle."""
        if last is not None and not last.is_finished and last.self_test_id != self._self_test_id:
            self._left = last

    @property
    def left(self) -> SelfTestRecord | None:
        """What is on disk of the check that was left."""
        return self._left

    def unfinished(self) -> SelfTestRun | None:
        """The check that was left and can be gone on with; one that cannot any more is closed."""
        run = run_to_go_on(self._left, now=wall_clock())
        if run is None:
            self.close_left()
        return run

    def go_on(self) -> None:
        """The check that was left is the one under way again."""
        if self._left is not None:
            self._self_test_id, self._taken_at = self._left.self_test_id, self._left.taken_at
            self._kept = run_of(self._left).tries
            self._left = None

    def close_left(self) -> None:
        """The check that was left stays as it is: its sides have the findings its tries allow."""
        left, self._left = self._left, None
        record = None
        if left is not None:
            record = self_test_record(run_of(left), self_test_id=left.self_test_id, taken_at=left.taken_at)
        self._write(record)

    def follow(self, run: SelfTestRun) -> None:
        """Keep the tries so far; while a side is done again what was found before stays."""
        if run.is_redone or run.page is None or run.tries == self._kept:
            return
        self._kept = run.tries
        self._write(self._record(run, ended=False) or self._nothing())

    def end(self, run: SelfTestRun) -> SelfTestRecord | None:
        """Keep the findings."""
        record = self._record(run, ended=True)
        self._kept = run.tries
        self._write(record)
        return record

    def leave(self, run: SelfTestRun) -> SelfTestRecord | None:
        """It may be gone on with for a while; after pain that was not mild it ends here, with what was found."""
        if run.ended_by_pain:
            return self.end(run)
        self._left = None if run.is_redone else self._record(run, ended=False)
        return None

    def _record(self, run: SelfTestRun, *, ended: bool) -> SelfTestRecord | None:
        self._taken_at = self._taken_at or wall_clock()
        return self_test_record(run, self_test_id=self._self_test_id, taken_at=self._taken_at, ended=ended)

    def _nothing(self) -> SelfTestRecord:
        """The only try was taken back."""
        return SelfTestRecord(
            self_test_id=self._self_test_id, taken_at=self._taken_at or wall_clock(), checks=()
        )

    def _write(self, record: SelfTestRecord | None) -> None:
        if record is not None:
            self._keeping.write(AddSelfTest(self_test=record))
