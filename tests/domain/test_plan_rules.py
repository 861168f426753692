"""How a plan moves: by rule, one thing at a time, each with its cause, and so that it can be taken back."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from supple.domain.pain import Light, Sign
from supple.domain.plan import PlanCause, PlanMove, PlanStep, Rung
from supple.domain.plan_changes import (
    can_be_taken_back,
    kept_on,
    paused,
    resumed,
    set_anew,
    step_put_off,
    step_taken,
    taken_back,
    was_away,
    week_back,
)
from supple.domain.plan_day import PlanDue
from supple.domain.plan_rules import settled
from supple.domain.session import SessionOutcome

from .plan_life import MONDAY, STRENGTH, Life, plan_of

WEEK = timedelta(days=7)
SECOND, THIRD, FOURTH = MONDAY + WEEK, MONDAY + 2 * WEEK, MONDAY + 3 * WEEK


def life() -> Life:
    return Life(plan_of())


def in_week(number: int) -> Life:
    """Somebody for whom all went well up to a week."""
    lived = life()
    lived.well_until(MONDAY + (number - 1) * WEEK)
    assert lived.place.week == number
    return lived


def test_a_plan_that_goes_well_takes_four_weeks_and_says_each_step() -> None:
    lived = in_week(4)
    lived.well_until(MONDAY + 4 * WEEK)
    assert lived.moves == [PlanMove.NEXT_WEEK] * 3 + [PlanMove.OVER]
    assert [c.week for c in lived.plan.holding] == [2, 3, 4, 5]
    assert lived.look().due is PlanDue.OVER


def test_the_next_morning_decides_whether_a_session_was_green() -> None:
    lived = life()
    lived.train()
    assert lived.done[-1].light is None
    lived.sleep()
    lived.answer(2)
    assert lived.done[-1].light is Light.GREEN


@pytest.mark.parametrize(
    ("told", "light", "cause"),
    [
        ({"before": 4}, Light.AMBER, PlanCause.PAIN_BEFORE),
        ({"after": 5}, Light.AMBER, PlanCause.PAIN_AFTER),
        ({"after": 6}, Light.RED, PlanCause.PAIN_AFTER),
        ({"outcome": SessionOutcome.STOPPED_FOR_PAIN, "after": None}, Light.AMBER, PlanCause.STOPPED),
        ({"sign": Sign.SHARP}, Light.AMBER, PlanCause.SHARP),
        ({"sign": Sign.NUMB}, Light.RED, PlanCause.SIGN),
        ({"outcome": SessionOutcome.STOPPED}, None, None),
    ],
)
def test_what_was_told_of_a_session_makes_it_amber_or_red(
    told: dict[str, object], light: Light | None, cause: PlanCause | None
) -> None:
    lived = life()
    lived.train(**told)
    lived.sleep()
    lived.answer(0)
    assert (lived.done[-1].light, lived.done[-1].cause) == (light, cause)


@pytest.mark.parametrize(
    ("score", "stiffer", "before", "cause"),
    [
        (4, False, 4, PlanCause.PAIN_BEFORE),
        (4, False, 1, PlanCause.PAIN_MORNING),
        (3, False, 1, PlanCause.WORSE_MORNING),
        (1, True, 1, PlanCause.STIFFER),
    ],
)
def test_the_morning_after_makes_amber(score: int, stiffer: bool, before: int, cause: PlanCause) -> None:
    lived = life()
    lived.train(before=before)
    lived.sleep()
    lived.answer(score, stiffer=stiffer)
    assert (lived.done[-1].light, lived.done[-1].cause) == (Light.AMBER, cause)


def test_amber_halves_what_is_left_of_the_week_and_the_week_after_which_is_the_same() -> None:
    lived = in_week(2)
    lived.look()
    lived.train(after=5)
    lived.sleep()
    today = lived.look()
    row = today.rows[1]
    assert (lived.place.week, lived.place.half, row.week.number) == (2, True, 2)
    assert [day.half for day in row.days if day.day > MONDAY + WEEK and day.minutes] == [True] * 3
    again = today.rows[today.rows.index(row) + 1]
    assert (again.week.number, again.week.half, again.week.again) == (2, True, True)
    whole = max(day.minutes for day in today.rows[-1].days)
    assert max(day.minutes for day in again.days) < whole
    assert lived.plan.holding[-1].number == 5


def test_two_green_sessions_end_the_half_week_and_nothing_else_does() -> None:
    lived = in_week(2)
    lived.look()
    lived.until(SECOND + timedelta(days=2))
    lived.train(after=5)
    lived.until(THIRD)
    assert (lived.place.week, lived.place.half) == (2, True)
    lived.green()
    lived.until(FOURTH - timedelta(days=4))
    lived.train(after=None)
    lived.sleep()
    lived.answer(put_off=True)
    lived.until(FOURTH)
    assert (lived.place.week, lived.place.half) == (2, True)
    assert lived.moves[-1] is PlanMove.HALF_AGAIN
    lived.green()
    lived.green()
    lived.until(FOURTH + WEEK)
    assert (lived.place.week, lived.place.half) == (3, False)
    assert lived.moves[-1] is PlanMove.FULL_AGAIN


def test_amber_that_is_told_on_monday_is_of_the_week_before_and_nothing_goes_up() -> None:
    lived = life()
    lived.green(days=2)
    lived.green(days=4)  # Wednesday
    lived.day = SECOND - timedelta(days=1)
    lived.look()
    lived.train()
    lived.sleep()
    lived.look()
    assert lived.place.week == 1  # the question is open
    lived.answer(5)
    lived.look()
    assert (lived.place.week, lived.place.half) == (1, True)
    assert PlanMove.NEXT_WEEK not in lived.moves


def test_a_week_without_two_green_sessions_is_done_once_more_and_that_can_be_taken_back() -> None:
    lived = life()
    lived.until(MONDAY + timedelta(days=4))
    lived.green()
    lived.until(SECOND)
    assert lived.moves == [PlanMove.WEEK_AGAIN]
    assert (lived.place.week, lived.plan.holding[0].cause) == (1, PlanCause.NOT_TWO_GREEN)
    lived.until(SECOND + timedelta(days=3))
    lived.green()
    lived.until(THIRD)
    assert lived.moves == [PlanMove.WEEK_AGAIN, PlanMove.NEXT_WEEK]  # two in a row, with last week's


def test_red_makes_the_plan_stand_until_the_signs_were_asked_and_answered() -> None:
    lived = in_week(2)
    lived.look()
    lived.train(after=7)
    assert lived.look().due is PlanDue.STANDS
    lived.until(FOURTH)
    today = lived.look()
    assert today.due is PlanDue.STANDS
    assert today.next_on is None
    assert lived.place.week == 2
    lived.asked_at = lived.now
    lived.hour += 1
    today = lived.look()
    assert (lived.place.week, lived.place.half, lived.place.stands) == (2, True, False)
    assert today.due is PlanDue.SESSION
    assert not can_be_taken_back(lived.plan, lived.plan.holding[-2])


def test_answers_from_before_do_not_let_a_plan_go_on_nor_does_an_open_sign() -> None:
    lived = in_week(2)
    lived.asked_at = lived.now
    lived.train(sign=Sign.NUMB)
    assert lived.look().due is PlanDue.STANDS
    lived.hour += 1
    lived.asked_at = lived.now
    lived.plan = settled(lived.plan, replace(lived.known, signs=frozenset({Sign.NUMB})))
    assert lived.place.stands


def test_seven_days_without_a_session_lead_one_week_back_once() -> None:
    lived = in_week(3)
    lived.green()
    lived.until(THIRD + timedelta(days=6))
    assert PlanMove.WEEK_BACK not in lived.moves
    lived.until(THIRD + timedelta(days=7))
    back = lived.plan.holding[-1]
    assert (back.move, back.week, back.number) == (PlanMove.WEEK_BACK, 2, 7)
    assert lived.look().missed == back
    lived.until(THIRD + timedelta(days=40))
    assert lived.place.week == 2
    assert lived.moves.count(PlanMove.WEEK_BACK) == 1
    lived.train()
    assert lived.look().missed is None


def test_staying_in_the_week_is_one_press_and_so_is_having_been_away() -> None:
    lived = in_week(3)
    lived.green()
    lived.until(THIRD + timedelta(days=9))
    back = week_back(lived.plan)
    assert back is not None
    stays = replace(lived, plan=taken_back(lived.plan, back, lived.now))
    stays.look()
    assert (stays.place.week, week_back(stays.plan)) == (3, None)
    lived.plan = was_away(lived.plan, lived.done[-1], lived.now)
    today = lived.look()
    assert lived.place.week == 3
    assert lived.plan.pauses[-1].cause is PlanCause.AWAY
    assert [day.mark for day in today.rows[2].days[1:]] == ["paused"] * 6


def test_one_day_a_week_is_no_missed_week() -> None:
    lived = Life(plan_of(controls=replace(plan_of().begun_with, days=frozenset({0}))))
    for _ in range(3):
        lived.green()
        lived.until(lived.day + timedelta(days=7 - lived.day.weekday()))
    assert PlanMove.WEEK_BACK not in lived.moves


def test_a_pause_moves_nothing() -> None:
    lived = in_week(3)
    lived.green()
    lived.plan = paused(lived.plan, PlanCause.HOLIDAY, lived.now, last=THIRD + timedelta(days=20))
    lived.until(THIRD + timedelta(days=14))
    today = lived.look()
    assert (today.due, today.place.week, lived.moves[-1]) == (PlanDue.PAUSED, 3, PlanMove.PAUSED)
    assert today.next_on == THIRD + timedelta(days=21)
    lived.plan = resumed(lived.plan, lived.now)
    assert lived.look().due is PlanDue.SESSION
    assert lived.place.week == 3
    lived.until(THIRD + timedelta(days=21))
    assert PlanMove.WEEK_BACK in lived.moves  # a week without a session after the pause


def test_two_green_sessions_offer_one_step_up_from_the_third_week_on() -> None:
    lived = in_week(2)
    lived.green()
    lived.green(days=2)
    assert lived.look().offer is None
    lived.well_until(THIRD)
    assert lived.look().offer is None
    lived.green()
    assert lived.look().offer is None
    lived.green()
    offer = lived.look().offer
    assert offer is not None
    assert (offer.step.rung, offer.step.exercise_id) == (Rung.HARDER, "a3_half_kneeling_hip_flexor")
    assert offer.harder.startswith("Raise the arm")
    lived.plan = step_taken(lived.plan, offer.step, lived.now)
    assert lived.look().offer is None
    lived.green(days=2)
    assert lived.look().offer is None
    lived.green()
    second = lived.look().offer
    assert second is not None
    assert (second.step.rung, second.step.exercise_id) == (Rung.REPS, "glute_bridge")


def test_not_yet_is_asked_again_after_two_more_green_sessions() -> None:
    lived = in_week(3)
    lived.green()
    lived.green()
    offer = lived.look().offer
    assert offer is not None
    lived.plan = step_put_off(lived.plan, offer.step, lived.now)
    lived.green(days=2)
    assert lived.look().offer is None
    lived.green()
    assert lived.look().offer == offer


def test_strength_goes_up_by_repetitions_then_sets_then_a_harder_form() -> None:
    lived = Life(plan_of(STRENGTH))
    lived.well_until(FOURTH)
    lived.plan = kept_on(lived.plan, lived.now)
    rungs = []
    for _ in range(30):
        if lived.look().due is PlanDue.SESSION:
            lived.green()
        else:
            lived.sleep()
        offer = lived.look().offer
        if offer is not None:
            rungs.append(offer.step.rung)
            lived.plan = step_taken(lived.plan, offer.step, lived.now)
    assert rungs == sorted(rungs, key=list(Rung).index)
    assert rungs[:2] == [Rung.REPS] * 2
    assert len(set(lived.plan.steps)) == len(rungs)


def test_a_step_that_was_taken_is_in_the_session_and_taken_back_it_is_not() -> None:
    lived = in_week(3)
    lived.green()
    lived.green()
    before = lived.look().session
    up = PlanStep(rung=Rung.REPS, exercise_id="glute_bridge", amount=2)
    lived.plan = step_taken(lived.plan, up, lived.now)
    reps = {s.exercise_id: s.dose.reps for s in lived.look().session.offer.shown.steps}
    assert reps["glute_bridge"] == 12
    lived.plan = taken_back(lived.plan, lived.plan.holding[-1], lived.now)
    assert lived.look().session == before


def test_a_harder_form_that_was_taken_stands_in_the_note_of_the_session() -> None:
    lived = in_week(3)
    lived.green()
    lived.green()
    offer = lived.look().offer
    assert offer is not None
    assert offer.harder not in lived.look().session.offer.shown.note
    lived.plan = step_taken(lived.plan, offer.step, lived.now)
    shown = lived.look().session.offer.shown
    assert shown.note.endswith(f"Half-kneeling hip flexor stretch: {offer.harder}")


def test_a_day_belongs_to_the_clock_of_where_the_person_was() -> None:
    lived = life()
    lived.look()
    session = lived.train()
    tokyo = session.started_at.astimezone(timezone(timedelta(hours=9))).replace(hour=23)
    lived.sessions[-1] = replace(session, started_at=tokyo, ended_at=tokyo + timedelta(minutes=15))
    lived.sleep()
    lived.answer()
    lived.look()
    assert [each.day for each in lived.done] == [MONDAY]
    assert lived.done[-1].light is Light.GREEN


def test_a_rating_that_is_taken_back_takes_its_change_with_it() -> None:
    lived = in_week(2)
    lived.train()
    lived.sleep()
    lived.answer(5)
    lived.look()
    assert lived.place.half
    lived.pains.pop()
    lived.look()
    assert not lived.place.half
    assert lived.plan.changes[-1].taken_back_at is not None


def test_other_controls_hold_from_today_on_and_can_be_taken_back() -> None:
    lived = in_week(2)
    lived.plan = set_anew(lived.plan, replace(lived.plan.controls, days=frozenset({3, 5})), lived.now)
    planned = [day.day.weekday() for day in lived.look().rows[1].days if day.mark == "planned"]
    assert planned == [3, 5]
    lived.plan = taken_back(lived.plan, lived.plan.holding[-1], lived.now)
    assert lived.plan.controls == lived.plan.begun_with


def test_a_clock_that_was_set_back_before_the_plan_began_changes_nothing() -> None:
    lived = in_week(2)
    early = replace(lived.known, now=datetime(2026, 1, 1, 8, tzinfo=UTC))
    assert settled(lived.plan, early) == lived.plan


def test_days_to_check_again_lie_in_the_second_and_the_last_week() -> None:
    today = life().look()
    checks = [day.day for row in today.rows for day in row.days if day.is_check]
    assert checks == [date(2026, 7, 11), date(2026, 7, 25)]
