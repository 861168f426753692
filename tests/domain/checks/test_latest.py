"""Which self-test counts as the last, for each side and for what is compared with it."""

from datetime import timedelta

from tests.domain.taken import EDGE, FLOOR, TAPE, TODAY, held, on_the_floor, taken, tried

from supple.domain.checks.latest import last_that_tells, last_to_compare, latest_found, tells
from supple.domain.findings import Finding
from supple.domain.record import Check, CheckRecord, SelfTestRecord
from supple.domain.side import Side

LEFT, RIGHT = Side.LEFT, Side.RIGHT
DAY = timedelta(days=1)
FLOOR_TEST = on_the_floor(Finding.LIMITED, Finding.LEVEL, at=TODAY - 20 * DAY)
LIFT_TEST = taken(held(LEFT, 18, early=True), held(RIGHT, 30, early=False), at=TODAY - 3 * DAY)


def under_way(at_days_ago: int = 0) -> SelfTestRecord:
    """Its tries are kept without a finding."""
    row = CheckRecord(check=FLOOR, side=LEFT, try_number=1, answer="flat")
    return taken(row, at=TODAY - at_days_ago * DAY)


def test_a_self_test_by_tape_or_photo_counts_as_one_on_the_floor_does() -> None:
    for check in (TAPE, EDGE):
        test = taken(tried(check, LEFT, Finding.LIMITED, 16, error=3))
        found = latest_found((FLOOR_TEST, test), LEFT)
        assert found is not None
        assert (found.length, found.length_on) == (Finding.LIMITED, TODAY.date())


def test_a_side_that_was_not_checked_keeps_what_was_found_before() -> None:
    test = taken(tried(TAPE, LEFT, Finding.BELOW, -8, error=3))
    found = latest_found((FLOOR_TEST, test), RIGHT)
    assert found is not None
    assert (found.length, found.length_on) == (Finding.LEVEL, FLOOR_TEST.taken_at.date())


def test_a_lift_alone_is_shown_beside_the_length_of_before_each_with_its_day() -> None:
    found = latest_found((FLOOR_TEST, LIFT_TEST), LEFT)
    assert found is not None
    assert found.beside is not None
    assert (found.length, found.on) == (Finding.LIMITED, FLOOR_TEST.taken_at.date())
    assert (found.beside.check, found.beside.on) == (Check.HIP_HOLD, LIFT_TEST.taken_at.date())
    assert found.beside.hold is not None
    assert found.beside.hold.value == 18


def test_a_lift_alone_is_all_there_is_when_nothing_else_was_checked() -> None:
    found = latest_found((LIFT_TEST,), RIGHT)
    assert found is not None
    assert found.length is None
    assert found.on == LIFT_TEST.taken_at.date()


def test_of_one_sitting_with_several_the_milder_length_and_the_lift_are_told() -> None:
    test = taken(
        tried(FLOOR, LEFT, Finding.LIMITED),
        tried(TAPE, LEFT, Finding.LEVEL, 2, error=3),
        tried(Check.MARCH, LEFT, Finding.LEVEL),
        held(LEFT, 20, early=False),
    )
    found = latest_found((test,), LEFT)
    assert found is not None
    assert found.beside is not None
    assert (found.length, found.beside.check) == (Finding.LEVEL, Check.HIP_HOLD)


def test_what_is_twelve_weeks_older_than_the_newest_is_not_shown_beside_it() -> None:
    old = on_the_floor(Finding.LIMITED, Finding.LEVEL, at=LIFT_TEST.taken_at - timedelta(weeks=12, minutes=1))
    found = latest_found((old, LIFT_TEST), LEFT)
    assert found is not None
    assert found.length is None
    alone = latest_found((old,), LEFT)
    assert alone is not None
    assert alone.length is Finding.LIMITED


def test_one_under_way_and_the_questions_alone_tell_nothing() -> None:
    asked = taken(tried(Check.SAFETY, LEFT, Finding.LEVEL))
    assert not tells(under_way())
    assert not tells(asked)
    assert last_that_tells((FLOOR_TEST, under_way(), asked)) is FLOOR_TEST
    assert latest_found((under_way(),), LEFT) is None
    assert tells(FLOOR_TEST, RIGHT)
    assert not tells(taken(held(LEFT, 5, early=True)), RIGHT)


def test_a_check_is_compared_with_the_newest_before_that_has_it_too() -> None:
    again = on_the_floor(Finding.LEVEL, Finding.LEVEL, at=TODAY)
    tests = (FLOOR_TEST, LIFT_TEST, under_way(1), again)
    assert last_to_compare(tests, again) is FLOOR_TEST
    assert last_to_compare((LIFT_TEST,), again) is None
    assert last_to_compare(tests, FLOOR_TEST) is None
