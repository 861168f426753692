"""What ticked safety questions close, hide and mark, what opens them again, and what is asked again when."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from supple.domain.consent import Consent
from supple.domain.exercise import Caution
from supple.domain.gate import Standing, Way, decide
from supple.domain.pain import Sign
from supple.domain.record import Occasion, PainRecord, SafetyRecord, whole_round
from supple.domain.safety import (
    HIDING,
    Clearance,
    Group,
    Urgency,
    due_groups,
    ids_of,
    in_group,
    judge,
    judge_record,
)
from supple.storage.safety_content import decode_safety

CONTENT = decode_safety((Path(__file__).parents[2] / "assets/content/en/safety.json").read_bytes())
QUESTIONS = CONTENT.questions
NOON = datetime(2026, 7, 22, 12, tzinfo=timezone(timedelta(hours=2)))


def pain(score: int | None, at: datetime) -> PainRecord:
    return PainRecord(pain_id="p", rated_at=at, occasion=Occasion.AFTER, score=score)


def check_is_open(clearance: Clearance) -> bool:
    """What the gate says of the hip check."""
    return decide(Way.CHECK, Standing(answered=True, clearance=clearance)).open


@pytest.mark.parametrize("question", [q.id for q in in_group(QUESTIONS, Group.EMERGENCY)])
def test_any_yes_in_a_is_an_emergency_and_closes_everything(question: str) -> None:
    clearance = judge({question}, QUESTIONS)
    assert clearance.emergency
    assert clearance.closed
    assert not check_is_open(clearance)


@pytest.mark.parametrize("question", [q.id for q in in_group(QUESTIONS, Group.SEE_DOCTOR)])
def test_any_yes_in_b_means_a_doctor_first_and_closes_everything(question: str) -> None:
    clearance = judge({question}, QUESTIONS)
    assert clearance.see_doctor
    assert not clearance.emergency
    assert clearance.closed
    assert not check_is_open(clearance)


def test_same_day_advice_is_for_b1_b6_b9_b10_and_b7_if_it_gets_worse() -> None:
    urgency = {q.id: judge({q.id}, QUESTIONS).urgency for q in QUESTIONS}
    same_day = [i for i, found in urgency.items() if found is Urgency.SAME_DAY]
    worsening = [i for i, found in urgency.items() if found is Urgency.SAME_DAY_IF_WORSENING]
    assert same_day == ["B1", "B6", "B9", "B10"]
    assert worsening == ["B7"]


def test_the_more_urgent_of_two_answers_counts() -> None:
    assert judge({"B2", "B7"}, QUESTIONS).urgency is Urgency.SAME_DAY_IF_WORSENING
    assert judge({"B2", "B9", "B7"}, QUESTIONS).urgency is Urgency.SAME_DAY
    assert judge({"B9", "A3"}, QUESTIONS).urgency is Urgency.EMERGENCY


def test_nothing_ticked_closes_nothing() -> None:
    clearance = judge((), QUESTIONS)
    assert not clearance.closed
    assert check_is_open(clearance)
    assert clearance.cautions == frozenset()


def test_what_closes_the_self_test_in_c_says_why_and_some_close_everything_until_it_is_agreed() -> None:
    closing = [
        q for q in in_group(QUESTIONS, Group.CHECK_FIRST) if judge({q.id}, QUESTIONS).self_test_reasons
    ]
    assert [q.id for q in closing] == ["C4a", "C4e", "C4d", "C7", "C8"]
    for question in closing:
        clearance = judge({question.id}, QUESTIONS)
        assert not check_is_open(clearance)
        assert all(reason.endswith(".") for reason in clearance.self_test_reasons)
    shut = {
        q.id: judge({q.id}, QUESTIONS).waits_for
        for q in QUESTIONS
        if q.group is Group.CHECK_FIRST and judge({q.id}, QUESTIONS).waits_for
    }
    assert shut == {
        "C4a": (Consent.SURGERY,),
        "C4e": (Consent.SURGERY,),
        "C4d": (Consent.SURGERY,),
        "C4c": (Consent.SURGERY,),
        "C6": (Consent.HEART,),
    }


@pytest.mark.parametrize(
    ("told", "consent", "days", "opens"),
    [
        ("B3", Consent.SEEN, 27, True),
        ("B3", Consent.SEEN, 28, False),
        ("A2", Consent.SEEN, 27, True),
        ("A2", Consent.SEEN, 28, False),
        ("C4a", Consent.SURGERY, 400, True),
        ("C6", Consent.HEART, 400, True),
        ("C6", Consent.SEEN, 1, False),
        ("B3", Consent.SEEN, -3, False),
    ],
)
def test_a_yes_stays_true_and_opens_with_its_consent_that_of_a_doctor_for_four_weeks(
    told: str, consent: Consent, days: int, opens: bool
) -> None:
    record = replace(whole_round(NOON, frozenset({told})), agreed_at={consent: NOON - timedelta(days=days)})
    clearance = judge_record(record, QUESTIONS, NOON)
    assert clearance.closed is not opens
    assert [question.id for question in clearance.ticked] == [told]


def test_a_consent_opens_only_what_it_was_given_for() -> None:
    record = replace(
        whole_round(NOON, frozenset({"B3", "B9"})),
        agreed_at={Consent.SEEN: NOON},
        noted={Consent.SEEN: "B3"},
    )
    clearance = judge_record(record, QUESTIONS, NOON)
    assert [question.id for question in clearance.holding] == ["B9"]
    assert clearance.urgency is Urgency.SAME_DAY


def test_weeks_of_pregnancy_count_on_by_the_calendar() -> None:
    early = replace(
        whole_round(NOON, frozenset({"C3", "C3-pregnant"})),
        noted={"pregnant_since": (NOON - timedelta(weeks=12)).date().isoformat()},
    )
    assert check_is_open(judge_record(early, QUESTIONS, NOON))
    assert judge_record(early, QUESTIONS, NOON).pregnant_weeks == 12
    late = judge_record(early, QUESTIONS, NOON + timedelta(days=29))
    assert not check_is_open(late)
    assert "16 weeks" in late.self_test_reasons[0]
    assert not late.closed


def test_after_a_birth_the_tummy_and_the_pelvis_are_minded_and_no_weeks_are_spoken_of() -> None:
    clearance = judge({"C3", "C3-birth"}, QUESTIONS, now=NOON)
    assert {Caution.ABD, Caution.PUBIC, Caution.PREG_SUPINE} <= clearance.cautions
    assert clearance.self_test_reasons == ()
    assert Caution.ABD not in judge({"C3", "C3-pregnant"}, QUESTIONS, now=NOON).cautions


def test_an_old_answer_means_what_it_meant() -> None:
    late = judge({"C3", "C3-over-16-weeks"}, QUESTIONS)
    assert late.self_test_reasons
    assert judge({"C4c"}, QUESTIONS).cautions == {Caution.SPINE_ACUTE}
    assert judge({"C11"}, QUESTIONS).ended


def test_back_surgery_leaves_nearly_everything_out_for_a_year_and_marks_from_then_on() -> None:
    record = replace(
        whole_round(NOON, frozenset({"C4d"})),
        agreed_at={Consent.SURGERY: NOON},
        noted={"surgery_on": (NOON - timedelta(days=300)).date().isoformat()},
    )
    fresh = judge_record(record, QUESTIONS, NOON)
    assert fresh.cautions == {Caution.SPINE_ACUTE}
    assert not check_is_open(fresh)
    assert not fresh.closed
    later = judge_record(record, QUESTIONS, NOON + timedelta(days=65))
    assert later.cautions == {Caution.SPINE_EXT, Caution.SPINE_FLEX}
    assert check_is_open(later)
    assert later.edge_closed


def test_an_answer_that_was_asked_further_is_told_once() -> None:
    told = judge({"C3", "C3-pregnant", "C9"}, QUESTIONS)
    assert [question.id for question in told.answers] == ["C9", "C3-pregnant"]
    assert [question.id for question in judge({"C3"}, QUESTIONS).answers] == ["C3"]


def test_hip_surgery_keeps_its_own_cautions() -> None:
    assert judge({"C4a"}, QUESTIONS).cautions == {Caution.THR, Caution.THR_ANT, Caution.THR_90}
    assert judge({"C4e"}, QUESTIONS).cautions == {Caution.FAI}


def test_the_edge_check_leaves_out_whom_it_can_harm() -> None:
    """Surgery, thin bones, a hip problem, the heart, a hernia, poor balance, late pregnancy (docs/EVIDENCE.md 3.6)."""
    closed = {q.id for q in in_group(QUESTIONS, Group.CHECK_FIRST) if judge({q.id}, QUESTIONS).edge_closed}
    assert closed == {"C4a", "C4e", "C4d", "C5", "C6", "C7", "C8", "C10"}
    assert check_is_open(judge({"C5"}, QUESTIONS))
    assert not check_is_open(judge({"C5", "C5a"}, QUESTIONS))
    weeks = {"pregnant_since": (NOON - timedelta(weeks=17)).date().isoformat()}
    assert judge({"C3"}, QUESTIONS, noted=weeks, now=NOON).edge_closed


def test_the_new_questions_about_the_back_mark_what_brings_the_pain_on() -> None:
    codes = {i: judge({i}, QUESTIONS).cautions for i in ("C12", "C13", "C14")}
    assert codes == {"C12": {Caution.SCIATICA}, "C13": {Caution.SPINE_EXT}, "C14": {Caution.SPINE_FLEX}}


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


def test_poor_balance_puts_chair_and_standing_versions_first() -> None:
    assert judge({"C10"}, QUESTIONS).chair_first
    assert judge({"C2", "C10"}, QUESTIONS).start_with == "desk_day"
    assert not judge({"C1"}, QUESTIONS).chair_first


def test_everything_is_asked_when_nothing_ever_was() -> None:
    assert due_groups(None, NOON) == tuple(Group)
    assert due_groups(SafetyRecord(answered_at=NOON, ticked=frozenset({"C11"})), NOON) == tuple(Group)


@pytest.mark.parametrize(
    ("days", "due"),
    [(6, ""), (7, "A"), (27, "A"), (28, "AB"), (55, "AB"), (56, "ABC"), (-1, ""), (-2, "ABC")],
)
def test_a_is_asked_weekly_b_every_four_weeks_c_every_eight_counted_in_days(days: int, due: str) -> None:
    asked = datetime(2026, 7, 15, 23, 50, tzinfo=UTC)
    now = datetime(2026, 7, 15, 0, 1, tzinfo=UTC) + timedelta(days=days)
    assert "".join(due_groups(whole_round(asked), now)) == due


def test_each_group_has_a_time_of_its_own() -> None:
    record = replace(
        whole_round(NOON - timedelta(days=30)), asked_at={g: NOON - timedelta(days=30) for g in Group}
    )
    record = replace(record, asked_at={**record.asked_at, Group.EMERGENCY: NOON})
    assert due_groups(record, NOON) == (Group.SEE_DOCTOR,)


def test_strong_pain_or_a_red_sign_since_asks_a_and_b_again() -> None:
    asked = NOON - timedelta(days=1)
    record = whole_round(asked)
    assert due_groups(record, NOON, [pain(7, NOON)]) == (Group.EMERGENCY, Group.SEE_DOCTOR)
    assert due_groups(record, NOON, [pain(6, NOON), pain(None, NOON)]) == ()
    assert due_groups(record, NOON, [pain(9, asked - timedelta(hours=1))]) == ()
    numb = replace(pain(None, NOON), signs=frozenset({Sign.NUMB}))
    assert due_groups(record, NOON, [], [numb]) == (Group.EMERGENCY, Group.SEE_DOCTOR)
    sharp = replace(pain(None, NOON), signs=frozenset({Sign.SHARP}))
    assert due_groups(record, NOON, [sharp]) == ()


@pytest.mark.parametrize(
    ("noted", "due"),
    [
        ({}, True),
        ({"pregnant_since": "not a date"}, True),
        ({"pregnant_since": "2026-07-01"}, False),
        ({"pregnant_since": "2025-09-20"}, True),
        ({"birth_on": "2026-07-01"}, False),
        ({"birth_on": "2026-04-21"}, False),  # 92 days
        ({"birth_on": "2026-04-20"}, True),
        ({"birth_on": "2026-04-01"}, True),
    ],
)
def test_c_is_asked_again_when_the_pregnancy_is_not_known_or_over(noted: dict[str, str], due: bool) -> None:
    record = replace(whole_round(NOON, frozenset({"C3"})), noted=noted)
    assert (Group.CHECK_FIRST in due_groups(record, NOON)) is due


def test_the_ids_of_a_group_hold_what_is_asked_further_and_what_was_asked_once_but_not_the_age() -> None:
    ids = ids_of(QUESTIONS, Group.CHECK_FIRST)
    assert {"C3-birth", "C3-over-16-weeks", "C4c", "C5a"} <= ids
    assert "C11" not in ids
    assert len(ids_of(QUESTIONS, Group.EMERGENCY)) == 10
