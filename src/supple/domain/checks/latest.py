"""Which self-test counts as the last: for whatever stands on Today, for each side, and for what is compared with it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from supple.domain.checks.found import AT_LENGTH, best_hold, lengths_of, milder
from supple.domain.findings import Finding
from supple.domain.measurement import Measurement
from supple.domain.record import Check, SelfTestRecord
from supple.domain.side import Side

SHOWN_TOGETHER = timedelta(weeks=12)
"""What was found longer than this before the newest self-test is not shown beside it: by then all of it is due again
(docs/EVIDENCE.md 8.5)."""
BESIDE_LENGTH = (Check.HIP_HOLD, Check.BRIDGE_HOLD, Check.MARCH, Check.HEEL_TO_BUTTOCK)
"""What is told beside length, the first that was done."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundBeside:
    """What a check found that does not measure the hip's length; `hold` is None where no time can be read."""

    check: Check
    finding: Finding
    hold: Measurement | None
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class LatestFound:
    """The last that is known of one side, each with its day: its length, by whatever check, and what else there is."""

    length: Finding | None = None
    length_on: date | None = None
    beside: FoundBeside | None = None

    @property
    def on(self) -> date | None:
        """The day of the first of them that is shown."""
        if self.length_on is not None:
            return self.length_on
        return None if self.beside is None else self.beside.on


def tells(taken: SelfTestRecord, side: Side | None = None) -> bool:
    """Whether a self-test found something, for `side` or for either; one under way has no findings yet."""
    return any(
        each.finding is not None and each.check is not Check.SAFETY and (side is None or each.side is side)
        for each in taken.checks
    )


def last_that_tells(tests: Sequence[SelfTestRecord]) -> SelfTestRecord | None:
    """The newest self-test that found something; `tests` are oldest first."""
    return next((taken for taken in reversed(tests) if tells(taken)), None)


def latest_found(tests: Sequence[SelfTestRecord], side: Side) -> LatestFound | None:
    """The last that is known of `side`: each of it out of the newest self-test that tells it. None for nothing."""
    last = last_that_tells(tests)
    if last is None:
        return None
    shown = [taken for taken in reversed(tests) if last.taken_at - taken.taken_at <= SHOWN_TOGETHER]
    length = next((taken for taken in shown if lengths_of(taken, side)), None)
    beside = next((found for taken in shown if (found := _beside(taken, side)) is not None), None)
    if length is None and beside is None:
        return None
    return LatestFound(
        length=milder(lengths_of(length, side)) if length is not None else None,
        length_on=length.taken_at.date() if length is not None else None,
        beside=beside,
    )


def last_to_compare(tests: Sequence[SelfTestRecord], taken: SelfTestRecord) -> SelfTestRecord | None:
    """The newest self-test before `taken` that found something by a check of its own; None where none did."""
    checks = {each.check for each in taken.checks} & {*AT_LENGTH, *BESIDE_LENGTH}
    for before in reversed(tests):
        is_before = before.self_test_id != taken.self_test_id and before.taken_at <= taken.taken_at
        if is_before and any(each.check in checks and each.finding is not None for each in before.checks):
            return before
    return None


def _beside(taken: SelfTestRecord, side: Side) -> FoundBeside | None:
    for check in BESIDE_LENGTH:
        finding = taken.finding(check, side)
        if finding is not None:
            hold = best_hold(taken, check, side)
            return FoundBeside(check=check, finding=finding, hold=hold, on=taken.taken_at.date())
    return None
