"""What is kept of a finished check."""

from datetime import UTC, datetime

from supple.domain.findings import RULES_VERSION, Finding
from supple.domain.record import Check
from supple.domain.self_test import Answer, SelfTestRun
from supple.domain.side import Side
from supple.services.self_test_keeping import self_test_record

NOON = datetime(2026, 7, 22, 12, tzinfo=UTC)


def one_try(run: SelfTestRun, touch: Answer, *, back: Answer = Answer.YES) -> None:
    for answer in (Answer.CONTINUE, Answer.CONTINUE, touch, back, Answer.NO):
        run.answer(answer)


def started() -> SelfTestRun:
    run = SelfTestRun()
    run.answer(Answer.CONTINUE)
    run.answer(Answer.CONTINUE)
    return run


def test_each_try_is_a_row_with_the_finding_of_its_side() -> None:
    run = started()
    for touch in (Answer.LIFTED, Answer.LIFTED, Answer.SMALL_GAP, Answer.FLAT):
        one_try(run, touch)
    record = self_test_record(run, self_test_id="t1", taken_at=NOON)
    assert record is not None
    assert [(c.side, c.try_number, c.answer, c.finding) for c in record.checks] == [
        (Side.LEFT, 1, "clearly lifted, back flat", Finding.LIMITED),
        (Side.LEFT, 2, "clearly lifted, back flat", Finding.LIMITED),
        (Side.RIGHT, 1, "small gap, back flat", Finding.BELOW),
        (Side.RIGHT, 2, "flat, back flat", Finding.BELOW),
    ]
    assert {c.check for c in record.checks} == {Check.HIP_LENGTH_FLOOR}
    assert {c.rules_version for c in record.checks} == {RULES_VERSION}
    assert record.taken_at == NOON


def test_pain_is_kept_for_the_side_that_hurt_and_no_other() -> None:
    run = started()
    run.report_pain()
    run.answer(Answer.FINISH)
    record = self_test_record(run, self_test_id="t1", taken_at=NOON)
    assert record is not None
    assert [(c.side, c.answer, c.finding) for c in record.checks] == [(Side.LEFT, "pain", Finding.PAIN)]
    assert record.finding(Side.RIGHT) is None


def test_a_skipped_try_says_what_could_not_be_read() -> None:
    run = started()
    one_try(run, Answer.NOT_SURE, back=Answer.NOT_SURE)
    run.answer(Answer.GO_ON)
    record = self_test_record(run, self_test_id="t1", taken_at=NOON)
    assert record is not None
    assert record.checks[0].answer == "not sure, back not sure"
    assert record.finding(Side.LEFT) is Finding.UNKNOWN


def test_nothing_is_kept_when_no_hip_was_checked() -> None:
    run = SelfTestRun()
    run.report_pain()
    run.answer(Answer.FINISH)
    assert self_test_record(run, self_test_id="t1", taken_at=NOON) is None
