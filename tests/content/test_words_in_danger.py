"""What is said when something may be dangerous: help at once, and nothing that makes a person wait."""

import ast
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from supple.domain.pain import Sign
from supple.domain.safety import Group, Urgency, judge
from supple.domain.spoken import Phrase, phrase_clip
from supple.storage.safety_content import decode_safety
from supple.storage.spoken_content import decode_spoken
from supple.ui.words.pain_words import advice

PROGRAM = Path(__file__).parents[2] / "src" / "supple"
CHEST = re.compile(r"chest pain|trouble breathing|breathless", re.IGNORECASE)
CALLS = re.compile(r"call (?:your local emergency number|for help) now|get emergency help", re.IGNORECASE)
LISTED = re.compile(r"(?:^|/)(?:sign|short|feeling)$")
"""Entries of a list whose heading or next line says what to do."""
WEAKER = re.compile(r"\b(?:weakness|getting weaker)\b", re.IGNORECASE)
WAITS = re.compile(r"getting worse|within a few days|today if", re.IGNORECASE)


def _said(value: Any, place: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield place, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _said(inner, f"{place}/{key}")
    elif isinstance(value, list):
        for inner in value:
            yield from _said(inner, place)


@pytest.fixture(scope="session")
def said(files: dict[str, bytes]) -> list[tuple[str, str]]:
    """Every text of the content and of the program, with its place."""
    found = [each for name, content in files.items() for each in _said(json.loads(content), name)]
    for path in sorted(PROGRAM.rglob("*.py")):
        tree = ast.parse(path.read_text("utf-8"))
        documented = {
            id(node.body[0].value)
            for node in ast.walk(tree)
            if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
            if node.body and isinstance(node.body[0], ast.Expr)
        }
        found += [
            (path.name, node.value)
            for node in ast.walk(tree)
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in documented
        ]
    return found


def test_wherever_chest_pain_or_breath_is_named_help_is_called_now(
    said: list[tuple[str, str]], files: dict[str, bytes]
) -> None:
    lessons = json.loads(files["lessons.json"])
    blocks = next(lesson for lesson in lessons if lesson["id"] == "when_to_see_someone")["blocks"]
    at_once = next(n for n, block in enumerate(blocks) if block.get("text", "").startswith("At once"))
    listed = {*blocks[at_once + 1]["points"], "Chest pain, dizziness or breathlessness"}  # that is a button
    silent = [
        (place, text)
        for place, text in said
        if CHEST.search(text) and not CALLS.search(text)
        if not text.endswith("?") and not LISTED.search(place) and text not in listed
    ]
    assert silent == []


def test_a_leg_that_gets_weaker_never_waits(said: list[tuple[str, str]]) -> None:
    """Where weakness or one numb leg may wait for a doctor, growing weakness is said to need help at once."""
    waiting = [
        (place, text)
        for place, text in said
        if WAITS.search(text) and (WEAKER.search(text) or "numbness below the knee" in text)
        if not re.search(r"getting weaker[^.]*(?:help (?:now|at once))", text)
    ]
    assert waiting == []


def test_what_is_said_after_a_numb_or_weak_leg_sends_a_weaker_one_for_help(files: dict[str, bytes]) -> None:
    safety = decode_safety(files["safety.json"])
    for question in safety.questions:
        if question.group is Group.SEE_DOCTOR and "weakness" in question.text:
            action = safety.action(judge({question.id}, safety.questions))
            assert action is not None
            for words in (action.sentence, question.sign):
                assert "getting weaker, get emergency help now" in words, question.id


def test_burning_blood_or_fever_with_back_pain_is_for_today(files: dict[str, bytes]) -> None:
    safety = decode_safety(files["safety.json"])
    assert judge({"B10"}, safety.questions).urgency is Urgency.SAME_DAY
    lessons = json.loads(files["lessons.json"])
    blocks = next(lesson for lesson in lessons if lesson["id"] == "when_to_see_someone")["blocks"]
    today = next(n for n, block in enumerate(blocks) if block.get("text") == "A doctor, today")
    assert any(point.startswith("Burning or blood") for point in blocks[today + 1]["points"])


def test_every_question_says_what_it_asks_about(files: dict[str, bytes]) -> None:
    """A question that begins with "it" or "this" is answered for something else."""
    for question in decode_safety(files["safety.json"]).questions:
        for text in (question.text, question.sign):
            assert not re.match(r"(?:Did|Has|Does) (?:it|this)\b|It\b|This\b", text), question.id


def test_who_is_under_age_is_told_when_to_call(files: dict[str, bytes]) -> None:
    first = decode_safety(files["safety.json"]).actions["ended"].steps[0]
    assert "call your local emergency number now" in first
    for sign in ("numbness between the legs", "bladder or bowels", "leg getting weaker", "chest pain"):
        assert sign in first


def test_chest_pain_sends_for_help_even_if_it_eases() -> None:
    said = advice(score=1, place="", signs=frozenset({Sign.CHEST}))
    assert said is not None
    assert "call your local emergency number now, even if it eases" in said.sentence
    assert "Unless" not in said.sentence


def test_a_leg_that_fails_or_goes_numb_in_a_session_is_told_when_it_is_an_emergency() -> None:
    for sign in (Sign.SPREADING, Sign.NUMB, Sign.GIVING_WAY):
        said = advice(score=1, place="", signs=frozenset({sign}))
        assert said is not None
        assert "If a leg gets weaker or it is numb between the legs, get emergency help now" in said.sentence


def test_the_voice_says_for_what_to_call_for_help(files: dict[str, bytes]) -> None:
    said = decode_spoken(files["spoken.json"]).texts[phrase_clip(Phrase.HURT)]
    first, then = said.removeprefix("Come out of it slowly. ").split(". ", 1)
    assert first == "For chest pain or trouble breathing, call for help now", "the gravest is said first"
    assert "if a leg gives way" in then
    assert then.endswith("If it is sharp, leave this exercise.")
