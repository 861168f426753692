"""The way through the safety questions: its screens, its stops, and what is kept of it."""

from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from supple.domain.consent import Consent
from supple.domain.record import SafetyRecord, whole_round
from supple.domain.safety import Group, judge_record
from supple.domain.safety_run import SafetyRun, SafetyStep
from supple.storage.safety_content import decode_safety

QUESTIONS = decode_safety(
    (Path(__file__).parents[2] / "assets/content/en/safety.json").read_bytes()
).questions
NOON = datetime(2026, 7, 22, 12, tzinfo=timezone(timedelta(hours=2)))
EARLIER = NOON - timedelta(days=3)


def run_of(*groups: Group, last: SafetyRecord | None = None, asks_age: bool = False) -> SafetyRun:
    return SafetyRun(QUESTIONS, now=NOON, last=last, groups=groups or tuple(Group), asks_age=asks_age)


def told(ticked: set[str], **more: object) -> SafetyRecord:
    return replace(whole_round(EARLIER, frozenset(ticked)), **more)


def test_the_first_start_asks_the_age_then_a_b_and_c() -> None:
    run = run_of(asks_age=True)
    steps = [run.step]
    run.tell_age(adult=True)
    for _ in range(3):
        steps.append(run.step)
        run.answer(())
    assert steps == [SafetyStep.AGE, SafetyStep.EMERGENCY, SafetyStep.SEE_DOCTOR, SafetyStep.CHECK_FIRST]
    assert run.step is SafetyStep.DONE
    assert run.record == whole_round(NOON)


def test_under_eighteen_ends_before_a_and_can_be_taken_back() -> None:
    run = run_of(asks_age=True)
    run.tell_age(adult=False)
    assert run.step is SafetyStep.STOP
    assert run.offers == ()
    assert run.record.ticked == {"C11"}
    assert run.clearance.ended
    run.back()
    run.tell_age(adult=True)
    assert run.group is Group.EMERGENCY
    assert run.record.ticked == frozenset()


@pytest.mark.parametrize(("before", "yes"), [(0, "A4"), (1, "B4"), (2, "C4a"), (2, "C6")])
def test_a_yes_that_closes_stops_at_once(before: int, yes: str) -> None:
    run = run_of()
    for _ in range(before):
        run.answer(())
    run.answer({yes})
    assert run.step is SafetyStep.STOP
    assert run.finished
    assert run.record.ticked == {yes}


def test_back_from_a_stop_shows_the_answer_and_lets_it_be_taken_back() -> None:
    run = run_of()
    run.answer({"A2"})
    run.back()
    assert run.group is Group.EMERGENCY
    assert run.shown == {"A2"}
    run.answer(())
    assert run.step is SafetyStep.SEE_DOCTOR
    assert run.record.ticked == frozenset()


def test_after_going_back_and_answering_anew_a_yes_in_a_still_stops() -> None:
    run = run_of()
    for _ in range(3):
        run.answer(())
    for _ in range(3):
        run.back()
    run.answer({"A8"})
    assert run.step is SafetyStep.STOP


def test_a_yes_in_b_stays_ticked_and_goes_on_with_the_consent() -> None:
    run = run_of()
    run.answer(())
    run.answer({"B3"})
    assert run.offers == (Consent.SEEN,)
    run.agree([Consent.SEEN])
    assert run.group is Group.CHECK_FIRST
    run.answer(())
    assert run.step is SafetyStep.DONE
    assert run.record.ticked == {"B3"}
    assert run.record.agreed_at == {Consent.SEEN: NOON}
    assert not run.clearance.closed


def test_a_new_yes_in_b_asks_for_the_consent_anew() -> None:
    agreed = told({"B3"}, agreed_at={Consent.SEEN: EARLIER}, noted={Consent.SEEN: "B3"})
    run = run_of(Group.SEE_DOCTOR, last=agreed)
    run.answer({"B3"})
    assert run.step is SafetyStep.DONE
    run = run_of(Group.SEE_DOCTOR, last=agreed)
    run.answer({"B3", "B9"})
    assert run.step is SafetyStep.STOP


def test_a_yes_in_a_offers_no_way_on_before_a_is_answered_anew() -> None:
    run = run_of()
    run.answer({"A2"})
    assert run.offers == ()
    run.agree([Consent.SEEN])
    assert run.step is SafetyStep.STOP
    anew = SafetyRun(QUESTIONS, now=NOON + timedelta(days=1), last=run.record, groups=(Group.EMERGENCY,))
    assert anew.shown == {"A2"}
    anew.answer({"A2"})
    assert anew.offers == (Consent.SEEN,)
    anew.agree([Consent.SEEN])
    assert anew.step is SafetyStep.DONE
    assert anew.record.ticked == {"A2"}
    assert not anew.clearance.closed


def test_a_yes_in_a_that_is_not_ticked_now_holds_until_somebody_has_looked_or_it_was_a_mistake() -> None:
    for way_on in ("seen", "mistake"):
        run = run_of(Group.EMERGENCY, last=told({"A8"}))
        run.answer(())
        assert run.step is SafetyStep.STOP
        assert [question.id for question in run.no_longer_ticked] == ["A8"]
        assert run.record.ticked == {"A8"}
        if way_on == "seen":
            run.agree([Consent.SEEN])
        else:
            run.take_back()
        assert run.step is SafetyStep.DONE
        assert run.record.ticked == frozenset()
        assert (Consent.SEEN in run.record.agreed_at) is (way_on == "seen")


def test_surgery_and_heart_wait_for_their_own_consents() -> None:
    run = run_of(Group.CHECK_FIRST)
    run.answer({"C4a", "C6"})
    assert run.offers == (Consent.SURGERY, Consent.HEART)
    run.agree([Consent.SURGERY])
    assert run.step is SafetyStep.STOP
    assert run.offers == (Consent.HEART,)
    run.agree([Consent.HEART])
    assert run.step is SafetyStep.DONE


def test_what_is_asked_further_comes_one_by_one_and_goes_with_its_answer() -> None:
    run = run_of(Group.CHECK_FIRST)
    run.answer({"C3", "C5"})
    assert run.asked[0].id == "C5"
    run.answer_follow_up(1)
    assert run.asked[0].id == "C3"
    run.answer_follow_up(1)
    assert run.step is SafetyStep.DONE
    assert run.record.ticked == {"C3", "C5", "C5a", "C3-pregnant"}
    assert run.record.noted == {"pregnant_since": "2026-04-29"}
    run.back()
    assert run.group is Group.CHECK_FIRST
    run.answer({"C3"})
    run.answer_follow_up(5)
    assert run.record.ticked == {"C3", "C3-birth"}
    assert run.record.noted == {"birth_on": "2026-07-22"}
    run.back()
    run.answer(())
    assert run.record.ticked == frozenset()
    assert run.record.noted == {}


def test_back_surgery_is_dated_by_the_latest_day_that_was_told() -> None:
    run = run_of(Group.CHECK_FIRST)
    run.answer({"C4d"})
    run.answer_follow_up(3)
    assert run.record.noted == {"surgery_on": "2025-07-22"}
    run.agree([Consent.SURGERY])
    assert {str(caution) for caution in run.clearance.cautions} == {"SPINE_EXT", "SPINE_FLEX"}


def test_what_was_asked_once_stands_ticked_under_the_question_of_today() -> None:
    run = run_of(Group.CHECK_FIRST, last=told({"C4c"}))
    assert run.shown == {"C4d"}
    run.answer({"C4d"})
    run.answer_follow_up(0)
    assert run.record.ticked == {"C4d"}


def test_answers_that_are_not_asked_again_stay_with_their_dates() -> None:
    run = run_of(Group.EMERGENCY, last=told({"C8"}))
    run.answer(())
    assert run.step is SafetyStep.DONE
    assert run.record.ticked == {"C8"}
    assert run.record.asked_at == {
        Group.EMERGENCY: NOON,
        Group.SEE_DOCTOR: EARLIER,
        Group.CHECK_FIRST: EARLIER,
    }


def test_a_stop_in_a_leaves_b_and_c_unasked() -> None:
    run = run_of()
    run.answer({"A1"})
    assert set(run.record.asked_at) == {Group.EMERGENCY}
    assert judge_record(run.record, QUESTIONS, NOON).emergency


def test_a_group_takes_only_its_own_answers() -> None:
    run = run_of()
    with pytest.raises(ValueError, match="B1"):
        run.answer({"B1"})
    with pytest.raises(ValueError, match="follow-up"):
        run.answer_follow_up(0)
