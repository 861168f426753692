"""What is asked of a record: a finding belongs to a check and a side."""

from datetime import UTC, datetime

from supple.domain.findings import Finding
from supple.domain.record import Check, CheckRecord, SelfTestRecord
from supple.domain.side import Side

NOON = datetime(2026, 7, 22, 12, tzinfo=UTC)


def test_a_finding_belongs_to_a_check_and_a_side() -> None:
    held = CheckRecord(
        check=Check.HIP_HOLD, side=Side.LEFT, try_number=1, answer="held", finding=Finding.LIMITED
    )
    lay_level = CheckRecord(
        check=Check.HIP_LENGTH_FLOOR, side=Side.LEFT, try_number=1, answer="flat", finding=Finding.LEVEL
    )
    taken = SelfTestRecord(self_test_id="t1", taken_at=NOON, checks=(held, lay_level))
    assert taken.finding(Check.HIP_LENGTH_FLOOR, Side.LEFT) is Finding.LEVEL
    assert taken.finding(Check.HIP_HOLD, Side.LEFT) is Finding.LIMITED
    assert taken.finding(Check.HIP_HOLD, Side.RIGHT) is None
