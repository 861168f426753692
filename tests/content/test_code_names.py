"""What a code is called: the movement, or every reason it can come from, and no illness that nobody told."""

import json
import re

import pytest

from supple.domain.catalogue import Catalogue
from supple.domain.exercise import Caution
from supple.domain.safety import SafetyQuestion
from supple.storage.safety_content import decode_safety
from supple.storage.spoken_content import decode_spoken

CONDITIONS = (
    *("hernia", "surgery", "birth", "pregnan", "osteoporosis", "thin bones", "fracture", "impingement"),
    *("blood pressure", "heart", "ligament", "meniscus", "replacement", "pain", "hurts", "tingling"),
    *("dizz", "flexible joints", "arthritis", "dysplasia", "labral", "blackout"),
)


@pytest.fixture(scope="module")
def brought(files: dict[str, bytes]) -> list[tuple[Caution, SafetyQuestion]]:
    """Each code with each question of which a yes brings it."""
    return [
        (caution, question)
        for question in decode_safety(files["safety.json"]).questions
        for caution in (*question.cautions, *question.first_year, *question.later)
    ]


def _conditions(text: str) -> set[str]:
    return {condition for condition in CONDITIONS if condition in text.lower()}


def test_no_name_tells_a_person_of_an_illness_they_did_not_tell(
    catalogue: Catalogue, brought: list[tuple[Caution, SafetyQuestion]]
) -> None:
    names = {note.id: note.name for note in catalogue.cautions}
    untold = [
        (names[caution], question.id)
        for caution, question in brought
        if _conditions(names[caution])
        if not _conditions(names[caution]) & _conditions(f"{question.text} {question.short}")
    ]
    assert untold == []


def test_when_an_exercise_is_left_out_every_reason_for_it_is_said(
    catalogue: Catalogue, brought: list[tuple[Caution, SafetyQuestion]]
) -> None:
    whens = {note.id: note.when for note in catalogue.cautions}
    unsaid = [
        (whens[caution], question.id)
        for caution, question in brought
        if not set(re.findall(r"[a-z]{4,}", whens[caution].lower()))
        & set(re.findall(r"[a-z]{4,}", question.short.lower())) - {"with", "that"}
    ]
    assert unsaid == []


def test_the_voice_names_no_illness_with_a_mark(
    files: dict[str, bytes], brought: list[tuple[Caution, SafetyQuestion]]
) -> None:
    words = decode_spoken(files["spoken.json"]).texts
    untold = [
        (said, question.id)
        for caution, question in brought
        if (said := words.get(f"care-{caution.value.lower().replace('_', '-')}"))
        if _conditions(said)
        if not _conditions(said) & _conditions(f"{question.text} {question.short}")
    ]
    assert untold == []


def test_what_hides_after_the_team_agreed_does_not_wait_for_the_team(files: dict[str, bytes]) -> None:
    for note in json.loads(files["codes.json"]):
        assert "until your surgical team" not in note["when"], note["id"]
