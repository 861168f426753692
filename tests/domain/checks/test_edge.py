"""The check at the edge: its pages in order, going back, pain, and what the tries amount to."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supple.domain.checks.edge import EdgeRun, Given
from supple.domain.checks.edge_pages import EdgePage, EdgeQuestion, EdgeWay
from supple.domain.checks.tape import Tape
from supple.domain.findings import Finding
from supple.domain.self_test_pages import Answer, SideResult
from supple.domain.side import Side

GO, YES, NO = Answer.CONTINUE, Answer.YES, Answer.NO
ABOVE = Tape(hip_cm=56.0, knee_cm=67.5, thigh_cm=41.5)
LEVEL = Tape(hip_cm=56.0, knee_cm=57.0, thigh_cm=41.5)
BELOW = Tape(hip_cm=56.0, knee_cm=50.0, thigh_cm=41.5)
ORDINARY: dict[EdgeQuestion, Given] = {
    EdgeQuestion.MEASURE: LEVEL,
    EdgeQuestion.BACK_FLAT: YES,
    EdgeQuestion.PAIN: NO,
}
ANYTHING = [*Answer, ABOVE, BELOW]


def lie_back() -> EdgeRun:
    run = EdgeRun()
    give(run, GO, GO, GO, GO)
    return run


def give(run: EdgeRun, *given: Given) -> None:
    for each in given:
        run.give(each)


def one_try(run: EdgeRun, tape: Tape, *, flat: Answer = YES) -> None:
    give(run, GO, GO, tape, flat, NO)


def page(run: EdgeRun) -> EdgePage:
    assert run.page is not None
    return run.page


def test_both_hips_are_measured_twice_and_the_knee_comes_back_before_each_change() -> None:
    run = EdgeRun()
    seen = []
    while run.page is not None:
        seen.append((run.page.question, run.page.side, run.page.try_number))
        run.give(ORDINARY.get(page(run).question, GO))
    of_a_try = [
        EdgeQuestion.LOWER,
        EdgeQuestion.HEAVY,
        EdgeQuestion.MEASURE,
        EdgeQuestion.BACK_FLAT,
        EdgeQuestion.PAIN,
    ]
    places = [(Side.LEFT, 1), (Side.LEFT, 2), (Side.RIGHT, 1), (Side.RIGHT, 2)]
    expected = [(question, None, 1) for question in list(EdgeQuestion)[:4]]
    for side, number in places:
        expected += [(question, side, number) for question in of_a_try]
        last = (side, number) == places[-1]
        expected.append((EdgeQuestion.FINISH if last else EdgeQuestion.BRING_BACK, side, number))
    assert seen == expected


def test_above_level_twice_may_be_limited_and_of_two_tries_the_milder_counts() -> None:
    run = lie_back()
    one_try(run, ABOVE)
    run.give(GO)
    one_try(run, ABOVE)
    run.give(GO)
    one_try(run, ABOVE)
    run.give(GO)
    one_try(run, BELOW)
    assert run.results == (
        SideResult(side=Side.LEFT, finding=Finding.LIMITED, tries_differed=False),
        SideResult(side=Side.RIGHT, finding=Finding.BELOW, tries_differed=True),
    )


def test_a_back_that_was_not_flat_makes_the_try_unreadable_and_it_can_be_done_again_or_skipped() -> None:
    run = lie_back()
    one_try(run, ABOVE, flat=Answer.NOT_SURE)
    assert page(run).question is EdgeQuestion.UNREADABLE
    run.give(Answer.REDO)
    assert page(run) == EdgePage(question=EdgeQuestion.LOWER, side=Side.LEFT, try_number=1)
    one_try(run, ABOVE, flat=NO)
    run.give(Answer.GO_ON)
    assert page(run).question is EdgeQuestion.BRING_BACK
    assert run.results[0].finding is Finding.UNKNOWN


def test_the_pages_that_measure_take_a_tape_and_the_others_do_not() -> None:
    run = lie_back()
    with pytest.raises(ValueError, match="does not answer"):
        run.give(LEVEL)
    give(run, GO, GO)
    with pytest.raises(ValueError, match="does not answer"):
        run.give(GO)


def test_mild_pain_leads_to_the_other_hip_if_the_person_wants() -> None:
    run = lie_back()
    run.give(GO)
    run.report_pain()
    assert page(run).question is EdgeQuestion.PAIN_NOTED
    run.give(Answer.MILD)
    assert page(run).question is EdgeQuestion.PAIN_MILD
    run.give(Answer.GO_ON)
    assert page(run) == EdgePage(question=EdgeQuestion.LOWER, side=Side.RIGHT, try_number=1)
    assert run.results[0].finding is Finding.PAIN
    assert not run.ended_by_pain


def test_other_pain_ends_the_check_with_the_advice() -> None:
    run = lie_back()
    one_try(run, ABOVE)
    give(run, GO, GO, GO, ABOVE, YES, YES)
    give(run, Answer.OTHER)
    assert page(run).question is EdgeQuestion.PAIN_ADVICE
    run.give(Answer.FINISH)
    assert run.page is None
    assert run.ended_by_pain
    assert run.results == (SideResult(side=Side.LEFT, finding=Finding.PAIN, tries_differed=False),)


def test_a_knee_that_hurts_on_its_way_back_is_pain_of_that_try_and_its_numbers_stay() -> None:
    run = lie_back()
    one_try(run, LEVEL)
    run.report_pain()
    assert run.results[0].finding is Finding.PAIN
    assert run.tries[0].tape == LEVEL


def test_pain_before_a_leg_hangs_ends_it_and_no_try_holds_it() -> None:
    run = EdgeRun()
    run.give(GO)
    run.report_pain()
    run.give(Answer.MILD)
    assert run.page is None
    assert run.hurt_before_a_hip
    assert run.tries == ()


def test_going_back_shows_what_was_given_and_another_number_replaces_it() -> None:
    run = lie_back()
    give(run, GO, GO, ABOVE)
    run.back()
    assert run.previous == ABOVE
    give(run, LEVEL, YES, NO)
    assert run.tries[0].tape == LEVEL
    for _ in range(20):
        run.back()
    assert page(run).question is EdgeQuestion.SET_UP
    assert not run.can_go_back


def test_more_is_behind_with_every_page_and_all_of_it_only_at_the_end() -> None:
    run = EdgeRun()
    passed = []
    while run.page is not None:
        passed.append(run.passed)
        run.give(ORDINARY.get(page(run).question, GO))
    assert passed == sorted(set(passed))
    assert passed[-1] < 1.0 == run.passed


@given(st.lists(st.sampled_from(ANYTHING), max_size=60))
def test_after_a_kill_it_goes_on_at_the_page_that_follows_and_nothing_counts_twice(
    wanted: list[Given],
) -> None:
    run = EdgeRun()
    for each in wanted:
        try:
            run.give(each)
        except ValueError:
            continue
    again = EdgeRun.after(run.tries)
    assert again.tries == run.tries
    assert again.results == run.results


def test_tries_in_an_order_that_cannot_be_are_refused() -> None:
    run = lie_back()
    one_try(run, LEVEL)
    with pytest.raises(ValueError, match=r"place|answer"):
        EdgeRun.after([*run.tries, *run.tries])


def test_a_side_done_again_begins_by_sitting_down_and_leaves_the_other_as_it_was() -> None:
    run = lie_back()
    for tape in (ABOVE, ABOVE, LEVEL, LEVEL):
        one_try(run, tape)
        run.give(GO)
    assert run.page is None
    run.redo(Side.LEFT)
    assert page(run).question is EdgeQuestion.SIT
    give(run, GO, GO, GO)
    assert page(run) == EdgePage(question=EdgeQuestion.LOWER, side=Side.LEFT, try_number=1)
    one_try(run, BELOW)
    run.give(GO)
    one_try(run, BELOW)
    assert page(run).question is EdgeQuestion.FINISH
    run.give(GO)
    assert [result.finding for result in run.results] == [Finding.BELOW, Finding.LEVEL]


def test_back_from_the_first_page_of_a_side_done_again_brings_all_back() -> None:
    run = lie_back()
    for tape in (ABOVE, ABOVE, LEVEL, LEVEL):
        one_try(run, tape)
        run.give(GO)
    run.redo(Side.LEFT)
    run.back()
    assert run.page is None
    assert run.results[0].finding is Finding.LIMITED


def test_pain_can_be_called_mild_after_the_end() -> None:
    run = lie_back()
    run.report_pain()
    give(run, Answer.OTHER, Answer.FINISH)
    assert run.ended_by_pain
    run.say_mild()
    assert not run.ended_by_pain
    assert run.tries[0].mild


def test_on_the_way_to_photos_each_hip_has_two_and_nothing_is_asked_where_one_lies() -> None:
    run = EdgeRun(EdgeWay.PHOTO)
    seen = []
    while run.page is not None:
        assert run.offers == ()
        if run.page.question is EdgeQuestion.PHOTO:
            seen.append((run.page.side, run.page.try_number))
        run.give(GO)
    assert seen == [(Side.LEFT, 1), (Side.LEFT, 2), (Side.RIGHT, 1), (Side.RIGHT, 2)]
    assert run.tries == ()


def test_on_the_way_to_photos_mild_pain_on_the_second_hip_ends_it() -> None:
    run = EdgeRun(EdgeWay.PHOTO)
    while page(run).side is not Side.RIGHT:
        run.give(GO)
    run.report_pain()
    run.give(Answer.MILD)
    assert run.page is None
    assert [(each.side, each.mild) for each in run.tries] == [(Side.RIGHT, True)]
