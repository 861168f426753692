"""What ticked safety questions close, hide and mark, and when group A is asked again."""

from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from supple.domain.record import Occasion, PainRecord, SafetyRecord
from supple.domain.safety import (
    HIDING,
    Group,
    Urgency,
    group_a_due,
    ids_of,
    in_group,
    judge,
)
from supple.domain.safety_run import SafetyRun, SafetyStep, groups_to_ask_again
from supple.storage.safety_content import decode_safety

CONTENT = decode_safety((Path(__file__).parents[2] / "assets/content/safety.json").read_bytes())
QUESTIONS = CONTENT.questions
NOON = datetime(2026, 7, 22, 12, tzinfo=timezone(timedelta(hours=2)))


def pain(score: int | None, at: datetime) -> PainRecord:
    return PainRecord(pain_id="p", rated_at=at, occasion=Occasion.AFTER, score=score)


@pytest.mark.parametrize("question", [q.id for q in in_group(QUESTIONS, Group.EMERGENCY)])
def test_any_yes_in_a_is_an_emergency_and_closes_everything(question: str) -> None:
    clearance = judge({question}, QUESTIONS)
    assert clearance.emergency
    assert clearance.closed
    assert not clearance.self_test_open


@pytest.mark.parametrize("question", [q.id for q in in_group(QUESTIONS, Group.SEE_DOCTOR)])
def test_any_yes_in_b_means_a_doctor_first_and_closes_everything(question: str) -> None:
    clearance = judge({question}, QUESTIONS)
    assert clearance.see_doctor
    assert not clearance.emergency
    assert clearance.closed
    assert not clearance.self_test_open


def test_same_day_advice_is_for_b1_b6_b9_and_b7_if_it_gets_worse() -> None:
    same_day = [q.id for q in QUESTIONS if judge({q.id}, QUESTIONS).same_day]
    worsening = [q.id for q in QUESTIONS if judge({q.id}, QUESTIONS).same_day_if_worsening]
    assert same_day == ["B1", "B6", "B9"]
    assert worsening == ["B7"]


def test_the_more_urgent_of_two_answers_counts() -> None:
    assert judge({"B2", "B7"}, QUESTIONS).urgency is Urgency.SAME_DAY_IF_WORSENING
    assert judge({"B2", "B9", "B7"}, QUESTIONS).urgency is Urgency.SAME_DAY
    assert judge({"B9", "A3"}, QUESTIONS).urgency is Urgency.EMERGENCY


def test_nothing_ticked_closes_nothing() -> None:
    clearance = judge((), QUESTIONS)
    assert not clearance.closed
    assert clearance.self_test_open
    assert clearance.cautions == frozenset()


def test_only_the_marked_questions_of_c_close_the_self_test_and_each_says_why() -> None:
    closing = [
        q for q in in_group(QUESTIONS, Group.CHECK_FIRST) if judge({q.id}, QUESTIONS).self_test_reasons
    ]
    assert [q.id for q in closing] == ["C4a", "C4c", "C7"]
    for question in closing:
        clearance = judge({question.id}, QUESTIONS)
        assert not clearance.self_test_open
        assert not clearance.closed
        assert all(reason.endswith(".") for reason in clearance.self_test_reasons)


def test_pregnancy_closes_the_self_test_only_after_sixteen_weeks() -> None:
    assert judge({"C3"}, QUESTIONS).self_test_open
    late = judge({"C3", "C3-over-16-weeks"}, QUESTIONS)
    assert not late.self_test_open
    assert late.self_test_reasons
    assert not late.closed


def test_osteoporosis_closes_the_edge_version_only() -> None:
    clearance = judge({"C5"}, QUESTIONS)
    assert clearance.self_test_open
    assert clearance.edge_closed


def test_under_eighteen_ends_the_program_without_an_emergency() -> None:
    clearance = judge({"C11"}, QUESTIONS)
    assert clearance.ended
    assert clearance.closed
    assert not clearance.emergency
    assert CONTENT.action(clearance) is CONTENT.actions["ended"]


def test_the_codes_that_hide_are_those_of_the_decision() -> None:
    assert {str(code) for code in HIDING} == {
        "THR",
        "THR_ANT",
        "THR_90",
        "OSTEO",
        "PREG_SUPINE",
        "PREG_TWIST",
        "ABD",
        "FAI",
        "HIP_ANT",
        "SPINE_ACUTE",
    }


def test_long_lasting_trouble_starts_with_the_gentle_week() -> None:
    clearance = judge({"C2"}, QUESTIONS)
    assert clearance.start_with == "gentle_week1"
    assert clearance.advice == (
        "A physiotherapist or doctor can help more than a program. The gentle week is a reasonable start.",
    )


def test_group_a_is_asked_again_after_seven_days_counted_as_days() -> None:
    asked = datetime(2026, 7, 15, 23, 50, tzinfo=UTC)
    assert not group_a_due(asked, datetime(2026, 7, 21, 23, 59, tzinfo=UTC), ())
    assert group_a_due(asked, datetime(2026, 7, 22, 0, 1, tzinfo=UTC), ())


def test_group_a_is_asked_when_it_never_was_or_the_clock_went_back() -> None:
    assert group_a_due(None, NOON, ())
    assert group_a_due(NOON + timedelta(days=30), NOON, ())


def test_strong_pain_logged_since_asks_group_a_again() -> None:
    asked = NOON - timedelta(days=1)
    assert group_a_due(asked, NOON, [pain(7, NOON)])
    assert not group_a_due(asked, NOON, [pain(6, NOON), pain(None, NOON)])
    assert not group_a_due(asked, NOON, [pain(9, asked - timedelta(hours=1))])


def test_the_first_start_asks_who_it_is_for_then_a_b_and_c() -> None:
    run = SafetyRun(QUESTIONS, with_welcome=True)
    steps = [run.step]
    run.agree()
    for _ in range(3):
        steps.append(run.step)
        run.answer(())
    assert steps == [
        SafetyStep.WHO_FOR,
        SafetyStep.EMERGENCY,
        SafetyStep.SEE_DOCTOR,
        SafetyStep.CHECK_FIRST,
    ]
    assert run.step is SafetyStep.DONE
    assert run.ticked == frozenset()


@pytest.mark.parametrize(("before", "yes"), [(0, "A4"), (1, "B4"), (2, "C11")])
def test_a_yes_that_closes_stops_at_once(before: int, yes: str) -> None:
    run = SafetyRun(QUESTIONS)
    for _ in range(before):
        run.answer(())
    run.answer({yes})
    assert run.step is SafetyStep.STOP
    assert run.finished
    assert run.ticked == {yes}


def test_back_from_a_stop_shows_the_answer_and_lets_it_be_taken_back() -> None:
    run = SafetyRun(QUESTIONS)
    run.answer({"A2"})
    run.back()
    assert run.group is Group.EMERGENCY
    assert run.shown == {"A2"}
    run.answer(())
    assert run.step is SafetyStep.SEE_DOCTOR
    assert run.ticked == frozenset()
    run.back()
    assert run.answered
    assert run.shown == frozenset()


def test_pregnancy_asks_about_the_weeks_and_keeps_the_answer_when_going_back() -> None:
    run = SafetyRun(QUESTIONS)
    run.answer(())
    run.answer(())
    run.answer({"C3", "C6"})
    assert run.step is SafetyStep.FOLLOW_UP
    assert run.asked[0].follow_up == "More than 16 weeks pregnant?"
    run.answer_follow_up(yes=True)
    assert run.ticked == {"C3", "C6", "C3-over-16-weeks"}
    run.back()
    run.back()
    assert run.group is Group.CHECK_FIRST
    run.answer({"C6"})
    assert run.step is SafetyStep.DONE
    assert run.ticked == {"C6"}


def test_answers_that_are_not_asked_again_stay() -> None:
    run = SafetyRun(QUESTIONS, earlier={"A1", "C8"}, groups=(Group.EMERGENCY,))
    assert run.shown == {"A1"}
    run.answer(())
    assert run.step is SafetyStep.DONE
    assert run.ticked == {"C8"}


def test_a_group_takes_only_its_own_answers() -> None:
    run = SafetyRun(QUESTIONS)
    with pytest.raises(ValueError, match="B1"):
        run.answer({"B1"})
    with pytest.raises(ValueError, match="follow-up"):
        run.answer_follow_up(yes=True)


def test_the_weekly_question_asks_everything_when_the_rooms_were_closed() -> None:
    open_last = SafetyRecord(answered_at=NOON, ticked=frozenset({"C8"}))
    closed_last = SafetyRecord(answered_at=NOON, ticked=frozenset({"B3"}))
    assert groups_to_ask_again(open_last, QUESTIONS) == (Group.EMERGENCY,)
    assert groups_to_ask_again(closed_last, QUESTIONS) == tuple(Group)


def test_the_ids_of_a_group_hold_its_follow_up() -> None:
    assert "C3-over-16-weeks" in ids_of(QUESTIONS, Group.CHECK_FIRST)
    assert len(ids_of(QUESTIONS, Group.EMERGENCY)) == 10
