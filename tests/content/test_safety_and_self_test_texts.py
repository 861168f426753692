"""safety.json and self_test.json: complete, worded with care, and never naming a side by themselves."""

import json
import re
from pathlib import Path

import pytest

from supple.domain.exercise import Caution
from supple.domain.findings import Finding
from supple.domain.safety import HIDING, Group, Urgency, in_group
from supple.domain.self_test import OFFERED, Answer, Question
from supple.storage.safety_content import decode_safety, decode_self_test

CONTENT = Path(__file__).parents[2] / "assets/content"
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
    assert [len(in_group(SAFETY.questions, group)) for group in Group] == [10, 10, 13]
    assert len({q.id for q in SAFETY.questions}) == 33
    for question in SAFETY.questions:
        assert question.text.endswith("?")
        assert question.short
        if question.group is not Group.CHECK_FIRST:
            assert question.sign.endswith(".")
            assert question.urgency is not Urgency.NONE


def test_every_urgency_and_every_group_has_its_words() -> None:
    assert set(SAFETY.groups) == set(Group)
    assert set(SAFETY.actions) == {*(str(u) for u in Urgency if u is not Urgency.NONE), "ended"}


def test_every_caution_says_why() -> None:
    assert set(SAFETY.reasons) == set(Caution)
    assert set(SAFETY.reasons) >= HIDING


def test_nothing_ticked_is_worded_as_decided() -> None:
    assert SAFETY.all_no_text == (
        "Nothing you ticked points to an emergency. That does not rule everything out. "
        "Stop and get help if anything in this list appears."
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
