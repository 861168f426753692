"""What is kept of a self-test while it is under way, and what of one that was left: go on with it, or close it."""

from collections.abc import Sequence
from datetime import datetime
from uuid import uuid4

from supple.app.keeping import Keeping
from supple.app.shipped_files import wall_clock
from supple.domain.checks.kinds import in_sitting_order
from supple.domain.checks.latest import last_to_compare
from supple.domain.record import Check, CheckRecord, SelfTestRecord
from supple.services.sitting_keeping import Done, by_check, can_be_gone_on_with, closed_off
from supple.services.writes import AddSelfTest


class CheckKeeping:
    """The record of one self-test: its tries are on disk as they are given, its findings as each check ends."""

    def __init__(self, keeping: Keeping) -> None:
        """No self-test is under way."""
        self._keeping = keeping
        self._self_test_id = ""
        self._taken_at: datetime | None = None
        self._done: dict[Check, Done] = {}
        self._left: SelfTestRecord | None = None
        self._before: Sequence[SelfTestRecord] = ()
        self._written: SelfTestRecord | None = None

    def begin(self) -> None:
        """A new one."""
        self._self_test_id, self._taken_at, self._done = uuid4().hex, None, {}

    def compare_with(self, before: Sequence[SelfTestRecord]) -> None:
        """Take up the self-tests of the history, oldest first, for the one under way."""
        self._before = before

    @property
    def self_test_id(self) -> str:
        """Its id."""
        return self._self_test_id

    @property
    def earlier(self) -> SelfTestRecord | None:
        """The self-test before this one with a check that both have."""
        whole = self.record
        return last_to_compare(self._before, whole) if whole is not None else None

    @property
    def record(self) -> SelfTestRecord | None:
        """The whole so far; None where nothing was done."""
        return self._whole() if self.checks else None

    @property
    def written(self) -> SelfTestRecord | None:
        """What was sent to the disk last; it may not be there yet."""
        return self._written

    def remember(self, last: SelfTestRecord | None) -> None:
        """Take up the newest self-test of the history, which may have been left in the middle."""
        if last is not None and not last.is_finished and last.self_test_id != self._self_test_id:
            self._left = last

    @property
    def left(self) -> SelfTestRecord | None:
        """What is on disk of the self-test that was left, if it may be gone on with; one that may not is closed."""
        if not can_be_gone_on_with(self._left, now=wall_clock()):
            self.close_left()
        return self._left

    @property
    def checks(self) -> tuple[CheckRecord, ...]:
        """What was done so far, in the order of a sitting."""
        return tuple(row for check in in_sitting_order(self._done) for row in self._done[check])

    def done(self, check: Check) -> Done:
        """The tries of `check` so far."""
        return self._done.get(check, ())

    def go_on(self) -> None:
        """The self-test that was left is the one under way again."""
        if self._left is not None:
            self._self_test_id, self._taken_at = self._left.self_test_id, self._left.taken_at
            self._done = by_check(self._left)
            self._left = None

    def close_left(self) -> None:
        """The self-test that was left stays as it is: its sides have the findings its tries allow."""
        left, self._left = self._left, None
        if left is not None and left.checks:
            self._write(closed_off(left))

    def keep(self, check: Check, rows: Done) -> SelfTestRecord | None:
        """Keep what was done of `check` in the place of what was kept of it before; the whole, None for nothing."""
        if rows != self.done(check):
            self._done[check] = rows
            self._write(self._whole())
        return self.record

    def leave(self) -> None:
        """It may be gone on with for a while."""
        whole = self._whole()
        self._left = None if whole.is_finished else whole

    def _whole(self) -> SelfTestRecord:
        self._taken_at = self._taken_at or wall_clock()
        return SelfTestRecord(self_test_id=self._self_test_id, taken_at=self._taken_at, checks=self.checks)

    def _write(self, record: SelfTestRecord) -> None:
        self._written = record
        self._keeping.write(AddSelfTest(self_test=record))
