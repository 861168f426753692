"""One sitting of several checks as it is kept: what may be gone on with, which side is next, and how it is closed."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from supple.domain.checks.hold import RULES, hold_checks, hold_tries
from supple.domain.checks.hold_run import HoldRun
from supple.domain.checks.kinds import in_sitting_order
from supple.domain.findings import Finding
from supple.domain.record import Check, CheckRecord, SelfTestRecord
from supple.domain.resume import OFFERED_FOR
from supple.domain.side import Side
from supple.services.self_test_keeping import floor_checks, floor_run

Done = tuple[CheckRecord, ...]


def by_check(record: SelfTestRecord | None) -> dict[Check, Done]:
    """The rows of each check of `record`, in the order of a sitting."""
    rows = () if record is None else record.checks
    found = in_sitting_order({row.check for row in rows})
    return {check: tuple(row for row in rows if row.check is check) for check in found}


def unfinished_of(record: SelfTestRecord | None) -> Check | None:
    """The check in the middle of which `record` was left."""
    return next((check for check, rows in by_check(record).items() if _is_open(rows)), None)


def can_be_gone_on_with(record: SelfTestRecord | None, *, now: datetime) -> bool:
    """Whether it may be gone on with: up to three hours after it was begun, and not after pain that stopped it."""
    if record is None or record.is_finished or now - record.taken_at > OFFERED_FOR:
        return False
    check = unfinished_of(record)
    if check is None or ended_by_pain(record.checks):
        return False
    return next_side(check, by_check(record)[check]) is not None


def next_side(check: Check, done: Sequence[CheckRecord]) -> Side | None:
    """The side that follows the tries in `done`; None where nothing follows, or nobody can tell."""
    try:
        if check is Check.HIP_LENGTH_FLOOR:
            floor = floor_run(done)
            return None if floor.page is None else floor.next_side
        if check in RULES:
            hold = HoldRun(RULES[check], hold_tries(done, check))
            return None if hold.step is None else hold.next_side
    except ValueError:  # nothing Supple wrote
        return None
    return done[-1].side if done else Side.LEFT


def closed_off(record: SelfTestRecord) -> SelfTestRecord:
    """`record` as it stays when nobody goes on with it: its sides have the findings that their tries allow."""
    rows = [row for check, done in by_check(record).items() for row in _with_findings(check, done)]
    return replace(record, checks=tuple(rows))


def ended_by_pain(checks: Iterable[CheckRecord]) -> bool:
    """Whether somewhere it hurt and that was not called mild."""
    return any("pain" in row.answer.split(", ") and not row.was_mild for row in checks)


def _with_findings(check: Check, done: Done) -> Done:
    if not _is_open(done):
        return done
    try:
        if check is Check.HIP_LENGTH_FLOOR:
            return floor_checks(floor_run(done))
        if check in RULES:
            return hold_checks(check, hold_tries(done, check))
    except ValueError:
        pass  # nothing Supple wrote: it cannot tell
    return tuple(replace(row, finding=row.finding or Finding.UNKNOWN) for row in done)


def _is_open(rows: Sequence[CheckRecord]) -> bool:
    return any(row.finding is None for row in rows)
