"""What is kept of a finished check."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from supple.domain.findings import RULES_VERSION, Finding
from supple.domain.record import Check, SelfTestRecord
from supple.domain.self_test import SelfTestRun
from supple.domain.self_test_pages import Answer, CheckPage, Question
from supple.domain.side import Side
from supple.services.self_test_keeping import floor_checks, floor_results, floor_run
from supple.services.sitting_keeping import can_be_gone_on_with, closed_off

NOON = datetime(2026, 7, 22, 12, tzinfo=UTC)


def record_of(run: SelfTestRun, *, ended: bool = True) -> SelfTestRecord:
    return SelfTestRecord(self_test_id="t1", taken_at=NOON, checks=floor_checks(run, ended=ended))


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
    record = record_of(run)
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
    run.answer(Answer.OTHER)
    run.answer(Answer.FINISH)
    record = record_of(run)
    assert [(c.side, c.answer, c.finding) for c in record.checks] == [(Side.LEFT, "pain", Finding.PAIN)]
    assert record.finding(Check.HIP_LENGTH_FLOOR, Side.RIGHT) is None


def test_a_skipped_try_says_what_could_not_be_read() -> None:
    run = started()
    one_try(run, Answer.NOT_SURE, back=Answer.NOT_SURE)
    run.answer(Answer.GO_ON)
    record = record_of(run)
    assert record.checks[0].answer == "not sure, back not sure"
    assert record.finding(Check.HIP_LENGTH_FLOOR, Side.LEFT) is Finding.UNKNOWN


def test_nothing_is_kept_when_no_hip_was_checked() -> None:
    run = SelfTestRun()
    run.report_pain()
    run.answer(Answer.MILD)
    assert floor_checks(run) == ()


def left_after(*touches: Answer) -> SelfTestRecord:
    """What is on disk when somebody leaves after these tries."""
    run = started()
    for touch in touches:
        one_try(run, touch)
    return record_of(run, ended=False)


def test_a_check_that_was_left_goes_on_with_the_try_that_comes_next() -> None:
    record = left_after(Answer.LIFTED, Answer.FLAT, Answer.SMALL_GAP)
    assert not record.is_finished
    assert can_be_gone_on_with(record, now=NOON + timedelta(hours=2))
    run = floor_run(record.checks)
    assert run.page == CheckPage(question=Question.HUG, side=Side.RIGHT, try_number=2)
    assert record_of(run, ended=False) == record


def test_it_is_not_gone_on_with_after_three_hours_nor_when_it_was_finished() -> None:
    record = left_after(Answer.FLAT)
    assert not can_be_gone_on_with(record, now=NOON + timedelta(hours=3, seconds=1))
    run = started()
    for touch in (Answer.FLAT,) * 4:
        one_try(run, touch)
    assert not can_be_gone_on_with(record_of(run), now=NOON)
    assert not can_be_gone_on_with(None, now=NOON)


def test_after_pain_only_a_mild_one_lets_it_go_on_with_the_other_hip() -> None:
    for kind, goes_on in ((Answer.MILD, True), (Answer.OTHER, False)):
        run = started()
        run.report_pain()
        run.answer(kind)
        record = record_of(run, ended=False)
        assert can_be_gone_on_with(record, now=NOON) is goes_on
        if goes_on:
            again = floor_run(record.checks)
            assert again.page is not None
            assert again.page.question is Question.PAIN_MILD


def test_tries_in_an_order_that_cannot_be_are_left_alone() -> None:
    record = left_after(Answer.FLAT, Answer.FLAT)
    turned = replace(record, checks=record.checks * 3)
    assert not can_be_gone_on_with(turned, now=NOON)
    assert {check.finding for check in closed_off(turned).checks} == {Finding.UNKNOWN}


def test_what_was_found_can_be_read_from_the_rows() -> None:
    run = started()
    for touch in (Answer.LIFTED, Answer.FLAT, Answer.NOT_SURE, Answer.FLAT):
        one_try(run, touch)
        if touch is Answer.NOT_SURE:
            run.answer(Answer.GO_ON)
    assert floor_results(floor_checks(run)) == run.results
