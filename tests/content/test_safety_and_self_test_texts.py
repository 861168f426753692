"""safety.json and self_test.json: complete, worded with care, and never naming a side by themselves."""

import json
import re
from itertools import groupby
from pathlib import Path

import pytest

from supple.domain.consent import Consent
from supple.domain.findings import Finding
from supple.domain.safety import (
    BIRTH_ON,
    PREGNANT_SINCE,
    SURGERY_ON,
    Asked,
    Group,
    Urgency,
    in_group,
)
from supple.domain.self_test_pages import OFFERED, Answer, Question
from supple.storage.safety_content import decode_safety, decode_self_test

CONTENT = Path(__file__).parents[2] / "assets/content/en"
SAFETY = decode_safety((CONTENT / "safety.json").read_bytes())
SELF_TEST = decode_self_test((CONTENT / "self_test.json").read_bytes())


def all_words(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return [word for each in value.values() for word in all_words(each)]
    if isinstance(value, list):
        return [word for each in value for word in all_words(each)]
    return []


@pytest.mark.parametrize("name", ["safety.json", "self_test.json"])
def test_no_text_names_a_side_or_uses_a_word_we_never_say(name: str) -> None:
    for text in all_words(json.loads((CONTENT / name).read_text("utf-8"))):
        assert not re.search(r"\b(left|right)\b", text, re.IGNORECASE), f"{name}: {text}"
        assert not re.search(
            r"positive|negative|\bfail|you have tight|this is why|pelvis is tilted|all clear|you are safe",
            text,
            re.IGNORECASE,
        ), f"{name}: {text}"


def test_no_emergency_digits_are_shown() -> None:
    for action in SAFETY.actions.values():
        words = " ".join([action.title, action.sentence, action.call, action.call_hint, *action.steps])
        assert not re.search(r"\d", words)
    assert SAFETY.actions[Urgency.EMERGENCY].call == "Your local emergency number"
    assert SAFETY.actions[Urgency.EMERGENCY].title == "Get emergency help now"


def test_the_groups_hold_their_questions_and_every_sign_of_a_and_b_is_a_statement() -> None:
    assert [len(in_group(SAFETY.questions, group)) for group in Group] == [10, 10, 16]
    assert len({q.id for q in SAFETY.questions}) == len(SAFETY.questions)
    for question in SAFETY.questions:
        assert question.text.endswith("?")
        assert question.short
        if question.group is not Group.CHECK_FIRST:
            assert question.sign.endswith(".")
            assert question.urgency is not Urgency.NONE


def test_every_question_that_is_listed_stands_in_a_section_of_two_or_three_words() -> None:
    for group in Group:
        sections = [question.section for question in in_group(SAFETY.questions, group)]
        assert all(1 < len(section.split()) <= 3 for section in sections)
        assert len(list(groupby(sections))) == len(set(sections)), "a section stands in one piece"


def test_what_is_asked_further_ticks_and_notes_what_is_known() -> None:
    ids = {question.id: question for question in SAFETY.questions}
    for question in SAFETY.questions:
        for answer in question.follow_up.answers if question.follow_up else ():
            assert not answer.ticks or ids[answer.ticks].asked is Asked.FOLLOW_UP
            assert answer.noted in ("", SURGERY_ON, PREGNANT_SINCE, BIRTH_ON)
        assert not question.becomes or ids[question.becomes].asked is Asked.LISTED


def test_no_id_of_the_first_version_has_gone_or_changed_its_group() -> None:
    old = [f"A{n}" for n in range(1, 11)] + [f"B{n}" for n in range(1, 11)]
    old += ["C1", "C2", "C3", "C3-over-16-weeks", "C4a", "C4b", "C4c", *(f"C{n}" for n in range(5, 12))]
    group_of = {question.id: question.group.value for question in SAFETY.questions}
    assert all(group_of[i] == i[0] for i in old)


def test_the_audited_questions_are_worded_as_decided() -> None:
    texts = {question.id: question.text for question in SAFETY.questions}
    assert "in the last few weeks" in texts["A7"]
    assert texts["B6"] == (
        "Did your pain begin after a minor fall, cough or lift, and is any one of these true: you are over 50, "
        "you have thin bones (osteoporosis), you take long-term steroid tablets?"
    )
    assert texts["C5a"] == "Have you had a spinal fracture?"
    assert texts["C12"] == "Do you have pain, tingling or numbness down a leg that you have had for a while?"
    assert texts["C13"].startswith("Does arching back bring")
    assert texts["C14"].startswith("Does bending forward bring")
    advice = {question.id: question.advice for question in SAFETY.questions}
    assert advice["C4a"] == "Do no exercises here until your surgical team agrees."


def test_sixteen_weeks_are_named_only_where_the_weeks_are_known() -> None:
    named = [q.id for q in SAFETY.questions if "16 weeks" in f"{q.text} {q.short} {q.advice}"]
    assert named == ["C3-over-16-weeks"]
    assert "16" not in (CONTENT / "codes.json").read_text("utf-8")


def test_what_poor_balance_begins_with_needs_no_floor() -> None:
    """C10: chair and standing versions are offered first."""
    routines = {r["id"]: r for r in json.loads((CONTENT / "routines.json").read_text("utf-8"))}
    exercises = {e["id"]: e for e in json.loads((CONTENT / "exercises.json").read_text("utf-8"))}
    starts = {question.id: question.start_with for question in SAFETY.questions if question.start_with}
    assert starts == {"C1": "gentle_week1", "C2": "gentle_week1", "C10": "desk_day"}
    positions = {exercises[step["exercise"]]["position"] for step in routines["desk_day"]["steps"]}
    assert positions == {"standing", "sitting on a chair"}


def test_every_consent_has_its_words() -> None:
    assert set(SAFETY.consents) == set(Consent)


def test_every_urgency_and_every_consent_of_an_answer_says_what_to_do() -> None:
    assert set(SAFETY.groups) == set(Group)
    urgencies = {str(u) for u in Urgency if u is not Urgency.NONE}
    assert set(SAFETY.actions) == {*urgencies, "ended", Consent.SURGERY, Consent.HEART}


def test_nothing_ticked_is_worded_as_decided() -> None:
    assert SAFETY.all_no_text == (
        "Nothing you ticked points to an emergency. That does not rule everything out. "
        "Stop and get help if any of the warning signs appears."
    )


def test_every_page_and_every_answer_of_the_check_has_its_words() -> None:
    assert set(SELF_TEST.pages) == set(Question)
    for question, answers in OFFERED.items():
        offered = () if answers == (Answer.CONTINUE,) else answers
        assert tuple(SELF_TEST.pages[question].answers) == offered
    assert set(SELF_TEST.findings) == set(Finding)


def test_every_page_after_the_first_two_names_the_tested_leg() -> None:
    for question in (
        Question.HUG,
        Question.LET_GO,
        Question.TOUCH,
        Question.BACK_FLAT,
        Question.PAIN,
        Question.UNREADABLE,
    ):
        page = SELF_TEST.pages[question]
        assert "{target}" in page.note
        assert "{target}" in page.shot.alt
        for answer in page.answers.values():
            assert answer.shot is None or "{target}" in answer.shot.alt


def test_the_picture_follows_the_answer_and_nothing_is_shown_before() -> None:
    shown = {
        answer: text.shot.scene if text.shot else None
        for answer, text in SELF_TEST.pages[Question.TOUCH].answers.items()
    }
    assert shown == {
        Answer.FLAT: "below",
        Answer.SMALL_GAP: "level",
        Answer.LIFTED: "limited",
        Answer.NOT_SURE: None,
        Answer.SAME: None,
    }
    assert SELF_TEST.pages[Question.TOUCH].shot.scene == "step_4"


def test_the_findings_are_worded_as_decided() -> None:
    words = {finding: text.word for finding, text in SELF_TEST.findings.items()}
    assert words == {
        Finding.BELOW: "Rests down",
        Finding.LEVEL: "About level",
        Finding.LIMITED: "May be limited",
        Finding.UNKNOWN: "Cannot tell",
        Finding.PAIN: "Pain noted",
    }
    assert SELF_TEST.always_say == (
        "This is a rough home check. Professionals using the same test often disagree.",
        "These checks are not proven to tell tight and weak apart.",
    )


def test_a_mistake_names_the_file_and_the_place() -> None:
    data = json.loads((CONTENT / "safety.json").read_text("utf-8"))
    data["questions"][3]["cautions"] = ["KNEE"]
    with pytest.raises(ValueError, match=r"safety\.json.*KNEE.*questions"):
        decode_safety(json.dumps(data).encode())
