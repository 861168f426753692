"""What was ruled about exercises and their words: codes, easier forms, and phrases that may not stand."""

import ast
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from supple.domain.catalogue import Catalogue
from supple.domain.exercise import Caution

PROGRAM = Path(__file__).parents[2] / "src" / "supple"
GENTLE = {"brisk_walk", "breathing_90_90", "pelvic_tilt", "seated_pelvic_tilt"}
END_RANGE = {
    *("a1_piriformis_supine", "a2_glute_seated_twist", "a3_half_kneeling_hip_flexor", "mod_thomas_stretch"),
    *("couch_stretch", "standing_hip_flexor", "pigeon", "seated_figure4", "butterfly", "happy_baby"),
    *("hamstring_strap", "sidelying_quad", "supine_twist", "childs_pose"),
}
ALSO = {
    Caution.FAI: "knee_to_chest childs_pose mod_thomas_stretch",
    Caution.HIP_ANT: "sidelying_quad leg_swings dead_bug",
    Caution.THR_90: "standing_march",
    Caution.THR: "clamshell cat_cow bird_dog side_plank",
    Caution.SPINE_EXT: "bird_dog cat_cow pigeon",
    Caution.SPINE_FLEX: "a2_glute_seated_twist happy_baby cat_cow seated_pelvic_tilt seated_figure4",
    Caution.OSTEO: "pigeon cat_cow knee_to_chest",
    Caution.OSTEO_MILD: "seated_figure4 butterfly seated_pelvic_tilt hip_90_90",
    Caution.ABD: "side_plank seated_march",
    Caution.BP: "glute_bridge dead_bug psoas_march bird_dog childs_pose pigeon",
    Caution.HYPER: "leg_swings",
    Caution.KNEE_KNEEL: "childs_pose pigeon side_plank",
    Caution.KNEE_TWIST: "a1_piriformis_supine seated_figure4",
    Caution.PUBIC: "a3_half_kneeling_hip_flexor couch_stretch standing_hip_flexor pigeon clamshell leg_swings "
    "hip_90_90 happy_baby",
    Caution.WRIST: "a2_glute_seated_twist hip_90_90 pigeon",
    Caution.SHOULDER: "bird_dog dead_bug childs_pose",
    Caution.LATHIP: "sidelying_quad open_book",
}
"""What an exercise carries beside what its first list had (docs/EVIDENCE.md 6)."""

NEVER = (
    "a clinician",
    "health professional",
    "speak to",
    "bent square",
    "square bend",
    "worth watching",
    "opens to the front",
    "not until your surgical team says so",
    "the article's routine",
    "the article’s routine",
    "risk is low",
    "no harm",
    "let's redo",
    "the plan still works",
    "in general applies",
)
DANGER_ONLY = re.compile(r"\bg(?:ives?|ave|iving) way\b", re.IGNORECASE)
NAMES_OF_DANGER = re.compile(r"\bleg (?:that )?gives way\b")  # a sign to stop


@pytest.mark.parametrize("caution", ALSO, ids=str)
def test_every_exercise_carries_the_codes_that_were_ruled(catalogue: Catalogue, caution: Caution) -> None:
    ids = set(ALSO[caution].split()) | (END_RANGE if caution is Caution.HYPER else set())
    without = [i for i in sorted(ids) if caution not in catalogue.exercise(i).avoid]
    assert without == []


def test_in_the_first_days_of_severe_pain_only_walking_breathing_and_pelvic_tilts_are_left(
    catalogue: Catalogue,
) -> None:
    assert {e.id for e in catalogue.exercises if Caution.SPINE_ACUTE not in e.avoid} == GENTLE


def test_no_code_stands_twice(catalogue: Catalogue) -> None:
    for exercise in catalogue.exercises:
        assert len(set(exercise.avoid)) == len(exercise.avoid), exercise.id


def test_the_easier_exercise_is_no_harder_and_the_harder_one_no_easier(catalogue: Catalogue) -> None:
    for exercise in catalogue.exercises:
        if exercise.easier_id:
            assert catalogue.exercise(exercise.easier_id).difficulty <= exercise.difficulty, exercise.id
        if exercise.harder_id:
            assert catalogue.exercise(exercise.harder_id).difficulty >= exercise.difficulty, exercise.id


def test_going_easier_comes_to_an_end(catalogue: Catalogue) -> None:
    for exercise in catalogue.exercises:
        seen = [exercise.id]
        while (easier := catalogue.exercise(seen[-1]).easier_id) is not None:
            assert easier not in seen
            seen.append(easier)


@pytest.mark.parametrize(
    ("exercise_id", "form"),
    [
        ("a1_piriformis_supine", "Leave the {other} foot on the floor"),
        ("bird_dog", "Move only the leg"),
        ("dead_bug", "Heel taps"),
        ("hip_90_90", "Lean back on your hands"),
        ("mod_thomas_stretch", "On the floor"),
        ("happy_baby", "One leg at a time"),
    ],
)
def test_some_have_an_easier_form_of_their_own(catalogue: Catalogue, exercise_id: str, form: str) -> None:
    exercise = catalogue.exercise(exercise_id)
    assert exercise.easier_id is None
    assert exercise.easier.startswith(form)


def test_an_easier_form_is_not_what_the_steps_say_already(catalogue: Catalogue) -> None:
    for exercise in catalogue.exercises:
        steps = " ".join(step.text for step in exercise.steps).lower()
        assert exercise.easier.lower().rstrip(".") not in steps, exercise.id


def test_what_rests_on_no_source_says_so_and_what_says_so_promises_nothing(catalogue: Catalogue) -> None:
    for exercise in catalogue.exercises:
        if not exercise.sources:
            assert "not tested by itself" in exercise.evidence, exercise.id
    for exercise_id in ("knee_to_chest", "childs_pose", "cat_cow", "supine_twist"):
        assert "For comfort; not tested by itself." in catalogue.exercise(exercise_id).evidence


@pytest.mark.parametrize(
    ("source", "not_for"),
    [
        ("who2023", ["breathing_90_90", *sorted(END_RANGE)]),
        ("verhagen2016", []),
    ],
)
def test_a_source_stands_only_where_it_says_so(catalogue: Catalogue, source: str, not_for: list[str]) -> None:
    for exercise_id in not_for:
        assert source not in catalogue.exercise(exercise_id).sources, exercise_id


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _strings(inner)


def test_no_struck_phrase_stands_in_the_content(files: dict[str, bytes]) -> None:
    found = [
        (name, text)
        for name, content in files.items()
        for text in _strings(json.loads(content))
        if any(phrase in text.lower() for phrase in NEVER)
    ]
    assert found == []


def test_no_struck_phrase_is_said_by_the_program_itself() -> None:
    found = [
        (path.name, node.value)
        for path in sorted(PROGRAM.rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
        if any(phrase in node.value.lower() for phrase in NEVER)
    ]
    assert found == []


def test_giving_way_is_said_of_a_failing_leg_alone(files: dict[str, bytes]) -> None:
    found = [
        (name, text)
        for name, content in files.items()
        for text in _strings(json.loads(content))
        if DANGER_ONLY.search(NAMES_OF_DANGER.sub("", text))
    ]
    assert found == []


def test_the_disclaimer_is_the_same_in_every_place(files: dict[str, bytes]) -> None:
    sentence = json.loads(files["safety.json"])["disclaimer"]
    assert sentence.endswith("If unsure, ask a doctor or physiotherapist.")
    assert json.loads(files["self_test.json"])["disclaimer"] == sentence
    about = ast.parse((PROGRAM / "ui/settings/settings_about.py").read_text("utf-8"))
    assert sentence in [node.value for node in ast.walk(about) if isinstance(node, ast.Constant)]


def test_two_routines_never_share_their_description(catalogue: Catalogue) -> None:
    whens = [routine.when for routine in catalogue.routines]
    notes = [routine.note for routine in catalogue.routines]
    assert len(set(whens)) == len(whens)
    assert len(set(notes)) == len(notes)


def test_the_three_hip_stretches_say_on_their_page_where_they_come_from(catalogue: Catalogue) -> None:
    routine = catalogue.routine("article_routine")
    assert routine.name == "The three hip stretches"
    assert "from the article that Supple grew from" in routine.note


def test_the_side_of_the_march_and_the_dead_bug_is_the_leg_that_moves(catalogue: Catalogue) -> None:
    assert catalogue.exercise("psoas_march").side_means == "leg that pushes away"
    assert catalogue.exercise("dead_bug").side_means == "leg that lowers"


def test_what_a_caution_offers_instead_does_not_carry_it(catalogue: Catalogue) -> None:
    named = {
        Caution.OSTEO: ("glute_bridge", "bird_dog"),
        Caution.SCIATICA: ("pelvic_tilt",),
        Caution.SPINE_FLEX: ("standing_hip_flexor",),
        Caution.FAI: ("glute_bridge",),
        Caution.KNEE_TWIST: ("standing_hip_flexor",),
        Caution.SPINE_ACUTE: ("brisk_walk",),
    }
    for caution, exercise_ids in named.items():
        for exercise_id in exercise_ids:
            assert caution not in catalogue.exercise(exercise_id).avoid, (caution, exercise_id)
