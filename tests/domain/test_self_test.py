"""The guided check: the order of its pages, going back, pain, and how tries amount to findings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supple.domain.findings import Finding, Touch, combine, read_try, side_that_stayed_higher
from supple.domain.self_test import SelfTestRun
from supple.domain.self_test_pages import Answer, CheckPage, Question, SideResult
from supple.domain.side import Side

FLAT, GAP, LIFTED, UNSURE = Answer.FLAT, Answer.SMALL_GAP, Answer.LIFTED, Answer.NOT_SURE


def lie_down(run: SelfTestRun) -> None:
    run.answer(Answer.CONTINUE)
    run.answer(Answer.CONTINUE)


def one_try(run: SelfTestRun, touch: Answer, *, back: Answer = Answer.YES, pain: Answer = Answer.NO) -> None:
    for answer in (Answer.CONTINUE, Answer.CONTINUE, touch, back, pain):
        run.answer(answer)


def page(run: SelfTestRun) -> CheckPage:
    assert run.page is not None
    return run.page


def test_the_left_hip_is_checked_twice_then_the_right_hip_twice() -> None:
    run = SelfTestRun()
    lie_down(run)
    seen = []
    while run.page is not None:
        seen.append((run.page.side, run.page.try_number))
        one_try(run, FLAT)
    assert seen == [(Side.LEFT, 1), (Side.LEFT, 2), (Side.RIGHT, 1), (Side.RIGHT, 2)]
    assert run.results == (
        SideResult(side=Side.LEFT, finding=Finding.BELOW, tries_differed=False),
        SideResult(side=Side.RIGHT, finding=Finding.BELOW, tries_differed=False),
    )


def test_a_try_asks_in_the_order_of_the_script() -> None:
    run = SelfTestRun()
    lie_down(run)
    seen = []
    for answer in (Answer.CONTINUE, Answer.CONTINUE, FLAT, Answer.YES, Answer.NO):
        seen.append(page(run).question)
        run.answer(answer)
    assert seen == [Question.HUG, Question.LET_GO, Question.TOUCH, Question.BACK_FLAT, Question.PAIN]


def test_lifted_on_both_tries_may_be_limited() -> None:
    run = SelfTestRun()
    lie_down(run)
    one_try(run, LIFTED)
    one_try(run, LIFTED)
    assert run.results[0].finding is Finding.LIMITED


def test_the_milder_of_two_tries_counts_and_it_says_they_differed() -> None:
    run = SelfTestRun()
    lie_down(run)
    one_try(run, LIFTED)
    one_try(run, GAP)
    assert run.results == (SideResult(side=Side.LEFT, finding=Finding.LEVEL, tries_differed=True),)


def test_a_back_that_was_not_flat_cannot_be_read_and_can_be_done_again() -> None:
    run = SelfTestRun()
    lie_down(run)
    one_try(run, FLAT, back=Answer.NO)
    assert page(run).question is Question.UNREADABLE
    run.answer(Answer.REDO)
    assert page(run) == CheckPage(question=Question.HUG, side=Side.LEFT, try_number=1)
    one_try(run, FLAT)
    assert page(run) == CheckPage(question=Question.HUG, side=Side.LEFT, try_number=2)
    assert [t.reading for t in run.tries] == [Finding.BELOW]


def test_skipping_an_unreadable_try_goes_on_to_the_next() -> None:
    run = SelfTestRun()
    lie_down(run)
    one_try(run, UNSURE)
    run.answer(Answer.GO_ON)
    assert page(run).try_number == 2
    one_try(run, LIFTED)
    assert run.results[0].finding is Finding.UNKNOWN


def test_mild_pain_ends_the_check_for_that_side_and_offers_the_other() -> None:
    run = SelfTestRun()
    lie_down(run)
    one_try(run, LIFTED, pain=Answer.YES)
    assert page(run).question is Question.PAIN_NOTED
    assert run.offers == (Answer.MILD, Answer.OTHER)
    run.answer(Answer.MILD)
    assert run.offers == (Answer.GO_ON, Answer.FINISH)
    run.answer(Answer.GO_ON)
    assert page(run) == CheckPage(question=Question.HUG, side=Side.RIGHT, try_number=1)
    assert run.results[0].finding is Finding.PAIN


def test_any_other_pain_ends_the_check_for_both_sides() -> None:
    run = SelfTestRun()
    lie_down(run)
    run.report_pain()
    run.answer(Answer.OTHER)
    assert page(run).question is Question.PAIN_ADVICE
    assert run.offers == (Answer.FINISH,)
    run.answer(Answer.FINISH)
    assert run.page is None
    assert run.pain_noted
    assert not run.pain_was_mild


def test_after_pain_on_the_right_there_is_nothing_to_go_on_to() -> None:
    run = SelfTestRun()
    lie_down(run)
    one_try(run, FLAT)
    one_try(run, FLAT)
    run.report_pain()
    assert page(run).side is Side.RIGHT
    run.answer(Answer.MILD)
    assert run.page is None
    assert [r.finding for r in run.results] == [Finding.BELOW, Finding.PAIN]
    assert run.pain_was_mild


def test_it_hurts_on_any_page_can_be_taken_back_to_that_very_page() -> None:
    run = SelfTestRun()
    lie_down(run)
    run.answer(Answer.CONTINUE)
    where = page(run)
    run.report_pain()
    assert page(run).question is Question.PAIN_NOTED
    assert run.pain_noted
    run.report_pain()
    run.back()
    assert run.page == where
    assert not run.pain_noted
    assert run.results == ()
    assert run.previous_answer is None


def test_it_hurts_before_the_first_hip_ends_the_check_without_a_finding() -> None:
    for kind in (Answer.MILD, Answer.OTHER):
        run = SelfTestRun()
        run.report_pain()
        run.answer(kind)
        if run.page is not None:
            run.answer(Answer.FINISH)
        assert run.page is None
        assert run.pain_noted
        assert run.results == ()


def test_going_back_shows_every_earlier_answer_until_one_changes() -> None:
    run = SelfTestRun()
    lie_down(run)
    one_try(run, GAP)
    for _ in range(3):
        run.back()
    assert run.previous_answer is GAP
    assert run.tries == ()
    run.answer(GAP)
    assert run.previous_answer is Answer.YES
    run.back()
    run.answer(FLAT)
    assert run.previous_answer is None


def test_back_from_the_end_returns_to_the_last_question() -> None:
    run = SelfTestRun()
    lie_down(run)
    for _ in range(4):
        one_try(run, FLAT)
    assert run.page is None
    run.back()
    assert page(run) == CheckPage(question=Question.PAIN, side=Side.RIGHT, try_number=2)
    assert run.previous_answer is Answer.NO


def test_progress_never_runs_back_on_the_way_forward_and_ends_full() -> None:
    run = SelfTestRun()
    seen = [run.progress[0]]
    lie_down(run)
    for _ in range(4):
        for answer in (Answer.CONTINUE, Answer.CONTINUE, FLAT, Answer.YES, Answer.NO):
            seen.append(run.progress[0])
            run.answer(answer)
    assert seen == sorted(seen)
    assert run.progress == (10, 10)


def test_the_second_try_offers_the_same_as_before_once_it_was_done() -> None:
    run = SelfTestRun()
    lie_down(run)
    while page(run).question is not Question.TOUCH:
        run.answer(Answer.CONTINUE)
    assert Answer.SAME not in run.offers
    for answer in (GAP, Answer.YES, Answer.NO):
        run.answer(answer)
    assert Answer.SAME not in run.offers
    run.answer(Answer.CONTINUE)
    run.answer(Answer.CONTINUE)
    assert run.offers[-1] is Answer.SAME
    run.answer(Answer.SAME)
    assert page(run) == CheckPage(question=Question.HUG, side=Side.RIGHT, try_number=1)
    first, second = run.tries
    assert (second.touch, second.back_flat, second.reading) == (first.touch, True, Finding.LEVEL)
    assert run.results == (SideResult(side=Side.LEFT, finding=Finding.LEVEL, tries_differed=False),)
    run.back()
    assert run.previous_answer is Answer.SAME
    assert len(run.tries) == 1


def test_a_first_try_that_could_not_be_read_is_not_offered_again() -> None:
    run = SelfTestRun()
    lie_down(run)
    one_try(run, UNSURE)
    run.answer(Answer.GO_ON)
    run.answer(Answer.CONTINUE)
    run.answer(Answer.CONTINUE)
    assert Answer.SAME not in run.offers


def a_run(*touches: Answer) -> SelfTestRun:
    run = SelfTestRun()
    lie_down(run)
    for touch in touches:
        one_try(run, touch)
        if page_or_none(run) is Question.UNREADABLE:
            run.answer(Answer.GO_ON)
    return run


def page_or_none(run: SelfTestRun) -> Question | None:
    return run.page.question if run.page is not None else None


def test_one_side_can_be_done_again_and_the_other_stays() -> None:
    run = a_run(UNSURE, UNSURE, LIFTED, LIFTED)
    assert [r.finding for r in run.results] == [Finding.UNKNOWN, Finding.LIMITED]
    run.redo(Side.LEFT)
    assert page(run) == CheckPage(question=Question.HUG, side=Side.LEFT, try_number=1)
    one_try(run, FLAT)
    one_try(run, FLAT)
    assert run.page is None
    assert [r.finding for r in run.results] == [Finding.BELOW, Finding.LIMITED]


def test_back_from_the_first_page_of_a_side_done_again_brings_everything_back() -> None:
    run = a_run(FLAT, FLAT, UNSURE, UNSURE)
    before = run.tries
    run.redo(Side.RIGHT)
    run.answer(Answer.CONTINUE)
    run.back()
    run.back()
    assert run.page is None
    assert run.tries == before
    assert not run.is_redone


@given(st.lists(st.sampled_from((FLAT, GAP, LIFTED, UNSURE)), max_size=4))
def test_a_run_goes_on_after_the_tries_that_were_kept(touches: list[Answer]) -> None:
    run = a_run(*touches)
    again = SelfTestRun.after(run.tries)
    assert again.tries == run.tries
    if page_or_none(again) is Question.UNREADABLE:
        again.answer(Answer.GO_ON)
    if touches:
        assert again.page == run.page


@given(st.lists(st.integers(min_value=0, max_value=5), max_size=60))
def test_whatever_is_pressed_back_undoes_it(presses: list[int]) -> None:
    run = SelfTestRun()
    for press in presses:
        before = run.page, run.tries
        if press == 5:
            run.report_pain()
        elif run.page is not None:
            run.answer(run.offers[press % len(run.offers)])
        if (run.page, run.tries) == before:
            continue
        after = run.page, run.tries
        run.back()
        assert (run.page, run.tries) == before
        again = run.previous_answer
        if again is not None:
            run.answer(again)
        else:
            run.report_pain()
        assert (run.page, run.tries) == after


@given(st.lists(st.sampled_from(list(Answer)), max_size=80))
def test_each_side_has_a_finding_once_it_was_tried(answers: list[Answer]) -> None:
    run = SelfTestRun()
    for answer in answers:
        if run.page is not None and answer in (*run.offers, Answer.HURTS):
            if answer is Answer.HURTS:
                run.report_pain()
            else:
                run.answer(answer)
    assert {r.side for r in run.results} == {t.side for t in run.tries}
    for result in run.results:
        if any(t.reading is Finding.PAIN for t in run.tries if t.side is result.side):
            assert result.finding is Finding.PAIN


def test_a_try_reads_as_the_table_says() -> None:
    assert read_try(touch=Touch.FLAT, back_flat=True, pain=False) is Finding.BELOW
    assert read_try(touch=Touch.SMALL_GAP, back_flat=True, pain=False) is Finding.LEVEL
    assert read_try(touch=Touch.LIFTED, back_flat=True, pain=False) is Finding.LIMITED
    assert read_try(touch=Touch.NOT_SURE, back_flat=True, pain=False) is Finding.UNKNOWN
    assert read_try(touch=Touch.LIFTED, back_flat=None, pain=False) is Finding.UNKNOWN
    assert read_try(touch=Touch.FLAT, back_flat=True, pain=True) is Finding.PAIN


def test_one_lifted_try_alone_is_not_enough() -> None:
    assert combine((Finding.LIMITED,)) == (Finding.UNKNOWN, False)
    assert combine((Finding.LIMITED, Finding.UNKNOWN)) == (Finding.UNKNOWN, False)
    assert combine((Finding.LIMITED, Finding.LIMITED)) == (Finding.LIMITED, False)
    assert combine((Finding.LIMITED, Finding.LIMITED, Finding.UNKNOWN)) == (Finding.UNKNOWN, False)


@pytest.mark.parametrize("readings", [(Finding.PAIN, Finding.LEVEL), (Finding.LEVEL, Finding.PAIN)])
def test_pain_on_any_try_is_the_finding_whatever_the_other_showed(readings: tuple[Finding, ...]) -> None:
    assert combine(readings) == (Finding.PAIN, False)


def test_sides_differ_only_when_one_may_be_limited_and_the_other_is_freer() -> None:
    assert side_that_stayed_higher(left=Finding.LIMITED, right=Finding.LEVEL) is Side.LEFT
    assert side_that_stayed_higher(left=Finding.BELOW, right=Finding.LIMITED) is Side.RIGHT
    assert side_that_stayed_higher(left=Finding.LIMITED, right=Finding.LIMITED) is None
    assert side_that_stayed_higher(left=Finding.LIMITED, right=Finding.UNKNOWN) is None
    assert side_that_stayed_higher(left=Finding.BELOW, right=Finding.LEVEL) is None


def test_pain_can_be_said_to_have_been_mild_after_the_end() -> None:
    run = SelfTestRun()
    lie_down(run)
    one_try(run, FLAT)
    run.report_pain()
    run.answer(Answer.OTHER)
    run.answer(Answer.FINISH)
    assert not run.pain_was_mild
    run.say_mild()
    assert run.page is None
    assert run.pain_was_mild
    assert run.tries[-1].mild
    assert run.results[0].finding is Finding.PAIN


def test_every_answer_on_the_way_moves_on_and_only_the_last_one_fills_it() -> None:
    run = SelfTestRun()
    seen = [run.passed]
    way = [Answer.CONTINUE, Answer.CONTINUE]
    way += [Answer.CONTINUE, Answer.CONTINUE, Answer.FLAT, Answer.YES, Answer.NO] * 4
    for answer in way:
        assert run.passed < 1
        run.answer(answer)
        seen.append(run.passed)
    assert seen == sorted(set(seen))
    assert (seen[0], seen[-1]) == (0, 1)


def test_an_unreadable_last_try_is_not_the_end_yet() -> None:
    run = SelfTestRun()
    for answer in [Answer.CONTINUE, Answer.CONTINUE]:
        run.answer(answer)
    for _ in range(4):
        for answer in (Answer.CONTINUE, Answer.CONTINUE, Answer.NOT_SURE, Answer.NOT_SURE, Answer.NO):
            run.answer(answer)
        assert run.passed < 1
        run.answer(Answer.GO_ON)
    assert run.passed == 1
