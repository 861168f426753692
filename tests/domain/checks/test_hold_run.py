"""The pages of a timed hold: sides take turns, a try can be done again, pain ends a side or all of it."""

import pytest

from supple.domain.checks.hold import RULES, HoldForm
from supple.domain.checks.hold_run import HoldQuestion, HoldRun
from supple.domain.record import Check
from supple.domain.side import Side

LIFT = RULES[Check.HIP_HOLD]
BRIDGE = RULES[Check.BRIDGE_HOLD]
MARCH = RULES[Check.MARCH]
HEEL = RULES[Check.HEEL_TO_BUTTOCK]
STEADY = HoldForm.STEADY


def one_try(run: HoldRun, seconds: float = 20.0, form: HoldForm = STEADY) -> None:
    run.stop(seconds)
    run.answer(form, counted_s=int(seconds))


def begun() -> HoldRun:
    run = HoldRun(LIFT)
    run.begin()
    return run


def place(run: HoldRun) -> tuple[HoldQuestion, Side, int]:
    assert run.step is not None
    return run.step.question, run.step.side, run.step.try_number


def test_the_sides_take_turns_so_that_each_rests() -> None:
    run = begun()
    seen = []
    while run.step is not None:
        seen.append((run.step.side, run.step.try_number))
        one_try(run)
    assert seen == [(Side.LEFT, 1), (Side.RIGHT, 1), (Side.LEFT, 2), (Side.RIGHT, 2)]
    assert len(run.tries) == 4


def test_a_clock_is_set_back_and_never_forward() -> None:
    run = begun()
    run.stop(17.4)
    run.answer(HoldForm.LEANED, counted_s=13)
    assert run.tries[0].seconds == 13.0
    run.stop(17.4)
    run.answer(HoldForm.LEANED, counted_s=25)
    assert run.tries[1].seconds == 17.4


def test_a_try_is_done_again_in_the_place_of_the_first() -> None:
    run = begun()
    run.stop(5.0)
    run.again()
    assert place(run) == (HoldQuestion.HOLD, Side.LEFT, 1)
    assert run.tries == ()


def test_going_back_shows_what_was_answered_and_forward_again_asks_nothing_twice() -> None:
    run = begun()
    one_try(run)
    run.stop(18.0)
    assert run.back()
    assert place(run) == (HoldQuestion.FORM, Side.LEFT, 1)
    assert run.present is not None
    assert run.present.form is STEADY
    run.answer(HoldForm.SANK, counted_s=20)
    assert place(run) == (HoldQuestion.FORM, Side.RIGHT, 1)
    assert run.back()
    assert run.back()
    assert place(run)[0] is HoldQuestion.PREPARE
    assert not run.back()
    run.begin()
    assert place(run) == (HoldQuestion.FORM, Side.LEFT, 1)


def test_from_what_follows_one_comes_back_to_the_last_answer() -> None:
    run = begun()
    while run.step is not None:
        one_try(run)
    assert run.back()
    assert place(run) == (HoldQuestion.FORM, Side.RIGHT, 2)


@pytest.mark.parametrize("before", [0, 1, 2])
def test_mild_pain_ends_its_side_and_the_other_one_goes_on_if_wanted(before: int) -> None:
    run = begun()
    for _ in range(before):
        one_try(run)
    assert run.step is not None
    sore = run.step.side
    run.report_pain()
    assert place(run)[0] is HoldQuestion.PAIN_NOTED
    run.tell_pain(mild=True)
    assert place(run)[0] is HoldQuestion.PAIN_MILD
    run.go_on()
    while run.step is not None:
        assert run.step.side is sore.other
        one_try(run)
    assert not run.ended_by_pain


def test_any_other_pain_ends_all_of_it_and_can_be_called_mild_after() -> None:
    run = begun()
    run.report_pain()
    run.tell_pain(mild=False)
    assert place(run)[0] is HoldQuestion.PAIN_ADVICE
    run.finish()
    assert run.step is None
    assert run.ended_by_pain
    run.say_mild()
    assert not run.ended_by_pain


def test_pain_that_was_told_by_mistake_is_taken_back() -> None:
    run = begun()
    one_try(run)
    run.report_pain()
    assert run.back()
    assert place(run) == (HoldQuestion.HOLD, Side.RIGHT, 1)
    assert not run.ended_by_pain


def test_it_goes_on_after_the_tries_that_are_done_and_asks_about_one_that_was_not() -> None:
    run = begun()
    one_try(run)
    run.stop(11.0)
    again = HoldRun(LIFT, run.tries)
    assert place(again) == (HoldQuestion.FORM, Side.RIGHT, 1)
    again.answer(STEADY, counted_s=11)
    assert place(HoldRun(LIFT, again.tries)) == (HoldQuestion.HOLD, Side.LEFT, 2)


def test_one_side_is_done_again_or_left_as_it_was() -> None:
    run = begun()
    while run.step is not None:
        one_try(run)
    before = run.tries
    run.redo(Side.RIGHT)
    assert run.is_redone
    one_try(run, 9.0)
    run.stop(8.0)
    run.give_up_redo()
    assert run.tries == before
    run.redo(Side.RIGHT)
    one_try(run, 9.0)
    one_try(run, 8.0)
    assert run.step is None
    assert [t.seconds for t in run.tries if t.side is Side.RIGHT] == [9.0, 8.0]
    assert [t.seconds for t in run.tries if t.side is Side.LEFT] == [20.0, 20.0]


def on_both_feet() -> HoldRun:
    run = HoldRun(BRIDGE)
    run.begin()
    assert place(run)[0] is HoldQuestion.BOTH_LEGS
    return run


def test_only_who_is_steady_on_both_feet_goes_on_to_one() -> None:
    run = on_both_feet()
    run.tell_both(steady=False)
    assert place(run)[0] is HoldQuestion.NOT_YET
    run.finish()
    assert (run.step, run.tries) == (None, ())
    assert run.back()
    assert place(run)[0] is HoldQuestion.BOTH_LEGS
    run.tell_both(steady=True)
    assert place(run) == (HoldQuestion.HOLD, Side.LEFT, 1)


def test_a_bridge_is_held_once_on_each_foot() -> None:
    run = on_both_feet()
    run.tell_both(steady=True)
    one_try(run, 41.0)
    assert place(run) == (HoldQuestion.HOLD, Side.RIGHT, 1)
    one_try(run, 60.0)
    assert run.step is None
    assert [(each.side, each.seconds) for each in run.tries] == [(Side.LEFT, 41.0), (Side.RIGHT, 60.0)]


def test_pain_on_both_feet_is_pain_of_both_sides_and_nobody_goes_on_to_one_foot() -> None:
    run = on_both_feet()
    run.report_pain()
    assert place(run)[0] is HoldQuestion.PAIN_NOTED
    run.tell_pain(mild=True)
    assert run.step is None
    assert [(each.side, each.pain, each.mild) for each in run.tries] == [
        (Side.LEFT, True, True),
        (Side.RIGHT, True, True),
    ]
    assert run.back()
    assert run.back()
    assert (place(run)[0], run.tries) == (HoldQuestion.BOTH_LEGS, ())


def test_back_leads_from_one_foot_to_both_and_to_the_first_page() -> None:
    run = on_both_feet()
    run.tell_both(steady=True)
    assert run.back()
    assert place(run)[0] is HoldQuestion.BOTH_LEGS
    assert run.back()
    assert place(run)[0] is HoldQuestion.PREPARE
    assert not run.back()


def test_a_bridge_that_was_cut_off_begins_on_both_feet_again() -> None:
    run = on_both_feet()
    run.tell_both(steady=True)
    one_try(run, 41.0)
    again = HoldRun(BRIDGE, run.tries)
    assert place(again)[0] is HoldQuestion.BOTH_LEGS
    assert again.next_side is Side.RIGHT
    again.tell_both(steady=True)
    assert place(again) == (HoldQuestion.HOLD, Side.RIGHT, 1)
    cut_off = HoldRun(BRIDGE, run.tries)
    assert cut_off.back()
    assert place(cut_off) == (HoldQuestion.FORM, Side.LEFT, 1)


def marched(seconds: float = 80.0) -> HoldRun:
    run = HoldRun(MARCH)
    run.begin()
    assert place(run) == (HoldQuestion.HOLD, Side.BOTH, 1)
    run.stop(seconds)
    return run


def test_a_march_is_one_go_of_both_feet_and_each_side_is_asked_after_it() -> None:
    run = marched()
    assert place(run) == (HoldQuestion.FORM, Side.LEFT, 1)
    run.answer(STEADY, counted_s=80)
    assert place(run) == (HoldQuestion.FORM, Side.RIGHT, 1)
    run.answer(HoldForm.ROCKED, counted_s=80)
    assert run.step is None
    assert [(each.side, each.form) for each in run.tries] == [
        (Side.LEFT, STEADY),
        (Side.RIGHT, HoldForm.ROCKED),
    ]
    assert run.back()
    assert place(run) == (HoldQuestion.FORM, Side.RIGHT, 1)


def test_a_march_that_is_done_again_is_done_again_with_both_feet() -> None:
    run = marched()
    run.answer(STEADY, counted_s=80)
    run.again()
    assert (place(run), run.tries) == ((HoldQuestion.HOLD, Side.BOTH, 1), ())


def test_pain_in_a_march_is_pain_of_both_sides_and_told_by_mistake_it_goes_away() -> None:
    run = HoldRun(MARCH)
    run.begin()
    run.report_pain()
    assert run.back()
    assert (place(run), run.tries) == ((HoldQuestion.HOLD, Side.BOTH, 1), ())
    run.report_pain()
    run.tell_pain(mild=True)
    assert run.step is None
    assert {(each.side, each.pain, each.mild) for each in run.tries} == {
        (Side.LEFT, True, True),
        (Side.RIGHT, True, True),
    }


def test_pain_told_on_the_page_of_one_side_belongs_to_that_side() -> None:
    run = marched()
    run.report_pain()
    assert run.back()
    assert place(run) == (HoldQuestion.FORM, Side.LEFT, 1)
    run.report_pain()
    run.tell_pain(mild=True)
    assert place(run) == (HoldQuestion.FORM, Side.RIGHT, 1)
    run.answer(STEADY, counted_s=80)
    assert run.step is None
    assert [(each.side, each.pain) for each in run.tries] == [(Side.LEFT, True), (Side.RIGHT, False)]


def test_a_march_that_was_cut_off_at_its_question_asks_it_again() -> None:
    assert place(HoldRun(MARCH, marched().tries)) == (HoldQuestion.FORM, Side.LEFT, 1)


def test_a_heel_is_asked_twice_on_one_side_and_then_on_the_other_without_a_clock() -> None:
    run = HoldRun(HEEL)
    run.begin()
    seen = []
    while run.step is not None:
        seen.append(place(run))
        run.answer(HoldForm.PAST, counted_s=0)
    assert seen == [
        (HoldQuestion.FORM, side, number) for side in (Side.LEFT, Side.RIGHT) for number in (1, 2)
    ]
    assert run.back()
    assert place(run) == (HoldQuestion.FORM, Side.RIGHT, 2)


def test_pain_of_a_heel_that_was_told_by_mistake_asks_again() -> None:
    run = HoldRun(HEEL)
    run.begin()
    run.answer(HoldForm.PAST, counted_s=0)
    run.report_pain()
    assert run.back()
    assert place(run) == (HoldQuestion.FORM, Side.LEFT, 2)
    run.report_pain()
    run.tell_pain(mild=True)
    run.go_on()
    assert place(run) == (HoldQuestion.FORM, Side.RIGHT, 1)
