"""What is due today follows what was done, found and felt, and never offers what is not open."""

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone

import pytest
from tests.ui.content_fixtures import A1, A2, A3, shipped

from supple.domain.findings import Finding
from supple.domain.offered import NO_LIMITS, Limits, offered
from supple.domain.record import (
    STIFFER,
    Check,
    CheckRecord,
    Occasion,
    PainRecord,
    SelfTestRecord,
    SessionRecord,
)
from supple.domain.session import SessionOutcome
from supple.domain.side import Side
from supple.domain.today import (
    AFTER_TRAINING,
    GENTLE,
    USUAL,
    Because,
    Due,
    TodaysPlan,
    WhatIsKnown,
    todays_plan,
)

NOW = datetime(2026, 7, 22, 18, tzinfo=timezone(timedelta(hours=2)))
YESTERDAY = NOW - timedelta(days=1)
CATALOGUE = shipped()
ALL_PUT_AWAY = Limits(put_away=frozenset(exercise.id for exercise in CATALOGUE.exercises))


def plan(known: WhatIsKnown, limits: Limits = NO_LIMITS) -> TodaysPlan:
    return todays_plan([offered(routine, CATALOGUE, limits) for routine in CATALOGUE.routines], known)


def session(
    begun: datetime = NOW,
    *,
    routine_id: str = USUAL,
    outcome: SessionOutcome | None = SessionOutcome.COMPLETED,
    pain_after: int | None = None,
) -> SessionRecord:
    return SessionRecord(
        session_id=f"{routine_id} {begun}", started_at=begun, routine_id=routine_id, routine="R",
        planned_s=60, sets_planned=2, outcome=outcome, pain_after=pain_after,
    )  # fmt: skip


def check(left: Finding, right: Finding, *, taken_at: datetime = YESTERDAY) -> SelfTestRecord:
    checks = tuple(
        CheckRecord(check=Check.HIP_LENGTH_FLOOR, side=side, try_number=1, answer="", finding=finding)
        for side, finding in ((Side.LEFT, left), (Side.RIGHT, right))
    )
    return SelfTestRecord(self_test_id="t", taken_at=taken_at, checks=checks)


def known(*sessions: SessionRecord, pains: tuple[PainRecord, ...] = ()) -> WhatIsKnown:
    return WhatIsKnown(now=NOW, sessions=sessions, pains=pains)


def test_nothing_known_offers_the_usual_routine_and_one_for_after_training() -> None:
    today = plan(known())
    assert (today.due, today.because, today.offer.whole.id) == (Due.ROUTINE, Because.USUAL, USUAL)
    assert (today.trained.whole.id, today.trained_done) == (AFTER_TRAINING, False)


def test_a_routine_done_today_is_done_and_comes_again_tomorrow() -> None:
    today = plan(known(session()))
    assert (today.due, today.next_on) == (Due.DONE, date(2026, 7, 23))
    assert not today.startable


@pytest.mark.parametrize(
    "other",
    [
        session(YESTERDAY),
        session(routine_id="desk_day"),
        session(outcome=SessionOutcome.STOPPED),
        session(outcome=SessionOutcome.INTERRUPTED),
        session(outcome=None),
    ],
)
def test_another_day_another_routine_or_a_session_that_was_stopped_is_not_done(other: SessionRecord) -> None:
    assert plan(known(other)).due is Due.ROUTINE


def test_after_five_days_of_seven_the_next_day_is_one_of_rest() -> None:
    week = [session(NOW - timedelta(days=days)) for days in (0, 1, 2, 4, 6)]
    assert plan(known(*week)).next_on == date(2026, 7, 24)
    assert plan(known(*week[:4])).next_on == date(2026, 7, 23)


def test_the_routine_for_after_training_is_done_apart() -> None:
    today = plan(known(session(routine_id=AFTER_TRAINING)))
    assert (today.due, today.trained_done) == (Due.ROUTINE, True)


@pytest.mark.parametrize(
    "bad", [session(outcome=SessionOutcome.STOPPED_FOR_PAIN), session(pain_after=6)], ids=["stopped", "after"]
)
def test_after_a_session_that_hurt_it_is_enough_for_today_and_gentle_tomorrow(bad: SessionRecord) -> None:
    today = plan(known(bad))
    assert (today.due, today.offer.whole.id) == (Due.ENOUGH, GENTLE)
    tomorrow = plan(replace(known(bad), now=NOW + timedelta(days=1)))
    assert (tomorrow.due, tomorrow.because, tomorrow.offer.whole.id) == (Due.ROUTINE, Because.BAD_DAY, GENTLE)
    later = plan(replace(known(bad), now=NOW + timedelta(days=2)))
    assert later.offer.whole.id == USUAL


@pytest.mark.parametrize(("score", "note"), [(4, ""), (6, ""), (0, STIFFER), (None, STIFFER)])
def test_a_morning_after_that_is_not_green_makes_a_gentle_day(score: int | None, note: str) -> None:
    morning = PainRecord(pain_id="p", rated_at=NOW, occasion=Occasion.NEXT_MORNING, score=score, note=note)
    today = plan(known(session(YESTERDAY), pains=(morning,)))
    assert (today.because, today.offer.whole.id, today.morning) == (Because.MORNING, GENTLE, morning)
    tomorrow = replace(known(session(YESTERDAY), pains=(morning,)), now=NOW + timedelta(days=1))
    assert plan(tomorrow).because is Because.USUAL


def test_a_green_morning_leaves_the_day_as_it_is() -> None:
    morning = PainRecord(pain_id="p", rated_at=NOW, occasion=Occasion.NEXT_MORNING, score=3)
    assert plan(known(session(YESTERDAY), pains=(morning,))).because is Because.USUAL
    later = replace(morning, score=5, occasion=Occasion.BEFORE)
    assert plan(known(session(YESTERDAY), pains=(later,))).because is Because.USUAL


def test_after_pain_in_the_hip_check_no_routine_is_due() -> None:
    today = plan(replace(known(), sore_hip=True))
    assert today.due is Due.SORE_HIP
    assert today.rests


def test_an_answer_begins_with_the_gentle_week() -> None:
    today = plan(replace(known(), start_with=GENTLE))
    assert (today.because, today.offer.whole.id) == (Because.START_GENTLY, GENTLE)


def test_with_nothing_left_of_the_usual_routine_another_takes_its_place() -> None:
    today = plan(known(), Limits(put_away=frozenset({A1, A2, A3})))
    assert (today.due, today.because) == (Due.ROUTINE, Because.INSTEAD)
    assert today.offer.routine is not None
    assert today.offer.whole.id != USUAL


def test_with_nothing_left_of_any_routine_it_says_so() -> None:
    assert plan(known(), ALL_PUT_AWAY).due is Due.NOTHING


@pytest.mark.parametrize(
    ("left", "right", "fits"),
    [
        (Finding.LIMITED, Finding.LEVEL, "mixed_plan"),
        (Finding.LIMITED, Finding.LIMITED, "mixed_plan"),
        (Finding.LIMITED, Finding.UNKNOWN, "mixed_plan"),
        (Finding.BELOW, Finding.LEVEL, "pre_workout"),
        (Finding.UNKNOWN, Finding.UNKNOWN, GENTLE),
    ],
)
def test_what_was_found_decides_what_is_due_and_the_usual_one_stays(
    left: Finding, right: Finding, fits: str
) -> None:
    today = plan(replace(known(), self_tests=(check(left, right),)))
    assert (today.due, today.because, today.offer.whole.id) == (Due.ROUTINE, Because.FOUND, fits)
    assert today.instead is not None
    assert today.instead.whole.id == USUAL


def test_what_was_found_holds_for_four_weeks() -> None:
    old = check(Finding.LIMITED, Finding.LIMITED, taken_at=NOW - timedelta(days=29))
    today = plan(replace(known(), self_tests=(old,)))
    assert (today.because, today.offer.whole.id, today.instead, today.found.sides) == (
        Because.USUAL,
        USUAL,
        None,
        {},
    )


def test_the_side_that_stayed_higher_is_known_only_when_both_can_be_told() -> None:
    one = plan(replace(known(), self_tests=(check(Finding.LIMITED, Finding.LEVEL),)))
    unsure = plan(replace(known(), self_tests=(check(Finding.LIMITED, Finding.UNKNOWN),)))
    assert (one.found.higher, unsure.found.higher) == (Side.LEFT, None)


def test_an_answer_and_a_bad_day_come_before_what_was_found() -> None:
    found = check(Finding.LIMITED, Finding.LIMITED)
    answered = plan(replace(known(), self_tests=(found,), start_with="desk_day"))
    assert (answered.because, answered.offer.whole.id) == (Because.START_GENTLY, "desk_day")
    hurt = plan(replace(known(session(YESTERDAY, pain_after=6)), self_tests=(found,)))
    assert (hurt.because, hurt.offer.whole.id) == (Because.BAD_DAY, GENTLE)
    assert (answered.instead, hurt.instead) == (None, None)


def test_what_fits_the_finding_but_is_not_open_is_passed_over() -> None:
    found = check(Finding.BELOW, Finding.BELOW)
    wanted = set(CATALOGUE.routine("pre_workout").exercise_ids)
    kept = set(CATALOGUE.routine("desk_day").exercise_ids) - wanted
    today = plan(replace(known(), self_tests=(found,)), Limits(put_away=frozenset(wanted)))
    assert kept
    assert (today.because, today.offer.whole.id) == (Because.FOUND, "desk_day")


def test_the_routine_that_fits_is_done_when_it_was_done_and_so_is_the_day_after_the_usual_one() -> None:
    found = check(Finding.LIMITED, Finding.LIMITED)
    for routine_id in ("mixed_plan", USUAL):
        today = plan(replace(known(session(routine_id=routine_id)), self_tests=(found,)))
        assert (today.due, today.offer.whole.id, today.instead) == (Due.DONE, routine_id, None)


def test_pain_that_the_check_found_brings_no_routine_of_its_own() -> None:
    today = plan(replace(known(), self_tests=(check(Finding.PAIN, Finding.LIMITED),)))
    assert today.because is Because.USUAL
