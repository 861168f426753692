"""A mistake in the content is told with the file, the entry and the field it is in."""

from collections.abc import Callable
from typing import Any

import pytest

from supple.storage.content_entries import ContentError

A1 = "a1_piriformis_supine"


def loading_says(spoiler: Any) -> str:
    with pytest.raises(ContentError) as caught:
        spoiler.load()
    return str(caught.value)


def names(message: str, *parts: str) -> bool:
    return all(part in message for part in parts)


def test_an_unknown_muscle(spoiler: Any) -> None:
    spoiler.entry("exercises.json", A1)["primary"] = ["iliopsas"]
    assert names(loading_says(spoiler), "exercises.json", A1, "primary[0]", "iliopsas")


def test_an_unknown_piece_of_equipment(spoiler: Any) -> None:
    spoiler.entry("exercises.json", A1)["equipment"] = ["trampoline"]
    assert names(loading_says(spoiler), "exercises.json", A1, "equipment[0]", "trampoline")


def test_a_time_in_the_wrong_unit(spoiler: Any) -> None:
    spoiler.entry("exercises.json", A1)["dose"]["hold_s"] = 10_000
    assert names(loading_says(spoiler), "exercises.json", A1, "dose", "10000")


def test_a_time_as_words(spoiler: Any) -> None:
    spoiler.entry("exercises.json", A1)["dose"]["hold_s"] = "10 s"
    assert names(loading_says(spoiler), "exercises.json", A1, "dose.hold_s")


def test_a_field_nobody_reads(spoiler: Any) -> None:
    dose = spoiler.entry("exercises.json", A1)["dose"]
    dose["hold_ms"] = dose.pop("hold_s")
    assert names(loading_says(spoiler), "exercises.json", A1, "dose.hold_ms")


def test_a_misspelt_field_of_a_step(spoiler: Any) -> None:
    spoiler.entry("exercises.json", A1)["steps"][1]["altt"] = "x"
    assert names(loading_says(spoiler), "exercises.json", A1, "steps[1].altt")


def test_a_field_that_is_missing(spoiler: Any) -> None:
    del spoiler.entry("exercises.json", A1)["felt"]
    assert names(loading_says(spoiler), "exercises.json", A1, "felt")


def test_two_exercises_of_one_id(spoiler: Any) -> None:
    spoiler.file("exercises.json")[1]["id"] = A1
    assert names(loading_says(spoiler), "exercises.json", A1, "two entries")


def test_a_routine_with_an_exercise_that_is_not_there(spoiler: Any) -> None:
    spoiler.entry("routines.json", "article_short")["steps"][1]["exercise"] = "a9"
    assert names(loading_says(spoiler), "routines.json", "article_short", "steps[1].exercise", "a9")


def test_a_routine_that_changes_what_a_dose_does_not_have(spoiler: Any) -> None:
    spoiler.entry("routines.json", "article_short")["steps"][0]["dose"] = {"seconds": 20}
    assert names(loading_says(spoiler), "routines.json", "article_short", "seconds")


def test_a_routine_with_a_dose_that_cannot_be_played(spoiler: Any) -> None:
    spoiler.entry("routines.json", "article_short")["steps"][0]["dose"] = {"sets": 0}
    assert names(loading_says(spoiler), "routines.json", "article_short", "steps[0].dose", "sets")


def test_an_unknown_block_of_a_lesson(spoiler: Any) -> None:
    spoiler.entry("lessons.json", "cause")["blocks"][1]["kind"] = "video"
    assert names(loading_says(spoiler), "lessons.json", "cause", "blocks[1].kind", "video")


def test_a_misspelt_field_of_a_lessons_picture(spoiler: Any) -> None:
    spoiler.entry("lessons.json", "cause")["blocks"][0]["pictures"][0]["sid"] = "left"
    assert names(loading_says(spoiler), "lessons.json", "cause", "blocks[0].pictures[0].sid")


def test_a_file_that_is_no_json(spoiler: Any) -> None:
    spoiler._read = lambda name: b"[{"
    assert names(loading_says(spoiler), "exercises.json")


@pytest.mark.parametrize("word", ["left", "Right"])
def test_a_side_in_words(spoiler: Any, word: str) -> None:
    spoiler.entry("exercises.json", A1)["steps"][1]["text"] = f"Rest your {word} ankle."
    (problem,) = spoiler.problems()
    assert names(problem, "exercises.json", A1, "steps[1].text", word)


def test_a_missing_picture(spoiler: Any) -> None:
    spoiler.pictures = lambda folder, scene: folder == A1 and scene != "step_3"
    (problem,) = [p for p in spoiler.problems() if "exercises.json" in p]
    assert names(problem, "exercises.json", A1, "a1_piriformis_supine/step_3")


def _only(there: Callable[[str], bool]) -> Callable[[str, str], bool]:
    """Pictures of the first exercise only, those that `there` says."""
    return lambda folder, scene: folder == A1 and there(scene)


@pytest.mark.parametrize("missing", ["card", "loop_00", "mistake_1_wrong", "mistake_2_right", "turn_07"])
def test_an_exercise_with_only_some_of_its_pictures(spoiler: Any, missing: str) -> None:
    spoiler.pictures = _only(lambda scene: scene != missing)
    (problem,) = [p for p in spoiler.problems() if "exercises.json" in p]
    assert names(problem, "exercises.json", A1, f"{A1}/{missing} is missing")


def test_an_exercise_of_which_only_a_mistake_is_drawn(spoiler: Any) -> None:
    spoiler.pictures = _only(lambda scene: scene.startswith("mistake_1"))
    found = [p for p in spoiler.problems() if "exercises.json" in p]
    assert any(names(p, A1, f"{A1}/card") for p in found)
    assert not any(names(p, "mistake") or names(p, "turn") for p in found)


def test_pairs_and_turntable_may_wait_for_their_pictures(spoiler: Any) -> None:
    spoiler.pictures = _only(lambda scene: not scene.startswith(("mistake", "turn")))
    assert not [p for p in spoiler.problems() if "exercises.json" in p]


def test_a_misspelt_field_of_a_mistake(spoiler: Any) -> None:
    spoiler.entry("exercises.json", A1)["mistakes"][1]["wrong"] = "x"
    assert names(loading_says(spoiler), "exercises.json", A1, "mistakes[1].wrong")


def test_a_mistake_as_bare_words(spoiler: Any) -> None:
    spoiler.entry("exercises.json", A1)["mistakes"][1] = "Hurrying"
    assert names(loading_says(spoiler), "exercises.json", A1, "mistakes[1]")


@pytest.mark.parametrize("field", ["scene", "right_alt", "wrong_alt"])
def test_a_mistake_that_is_only_half_described(spoiler: Any, field: str) -> None:
    del spoiler.entry("exercises.json", A1)["mistakes"][1][field]
    assert any(names(p, "exercises.json", A1, "mistakes[1]") for p in spoiler.problems())


@pytest.mark.parametrize("scene", ["step_1", "mistake_2"])
def test_a_mistake_that_shows_another_picture(spoiler: Any, scene: str) -> None:
    spoiler.entry("exercises.json", A1)["mistakes"][1]["scene"] = scene
    assert any(names(p, "exercises.json", A1, "mistakes[1].scene", scene) for p in spoiler.problems())


def test_a_missing_picture_of_a_lesson(spoiler: Any) -> None:
    spoiler.pictures = lambda folder, scene: folder.startswith("a")
    found = [p for p in spoiler.problems() if "lessons.json" in p]
    assert any(names(problem, "self_test", "blocks[0]", "hip_length_floor/step_3") for problem in found)


def test_a_picture_without_a_description(spoiler: Any) -> None:
    spoiler.entry("exercises.json", A1)["steps"][0]["alt"] = ""
    problems = [p for p in spoiler.problems() if A1 in p]
    assert names(problems[0], "exercises.json", "steps[0].alt")


def test_an_easier_exercise_that_is_not_there(spoiler: Any) -> None:
    spoiler.entry("exercises.json", A1)["easier_id"] = "nap"
    assert any(names(p, "exercises.json", A1, "easier_id", "nap") for p in spoiler.problems())


def test_a_source_that_is_not_there(spoiler: Any) -> None:
    spoiler.entry("exercises.json", A1)["sources"] = ["hearsay"]
    assert any(names(p, "exercises.json", A1, "hearsay") for p in spoiler.problems())


def test_a_side_where_both_are_worked(spoiler: Any) -> None:
    spoiler.entry("exercises.json", "cat_cow")["brief"] = "Move the {target} side."
    assert any(names(p, "exercises.json", "cat_cow", "brief", "{target}") for p in spoiler.problems())


def test_a_template_that_does_not_exist(spoiler: Any) -> None:
    spoiler.entry("exercises.json", A1)["felt"] = "in the {side} buttock"
    assert any(names(p, "exercises.json", A1, "felt", "{side}") for p in spoiler.problems())


def test_a_caution_nobody_explains(spoiler: Any) -> None:
    del spoiler.file("codes.json")[0]
    assert any(names(p, "codes.json", "THR") for p in spoiler.problems())


def test_a_word_that_is_never_said(spoiler: Any) -> None:
    spoiler.entry("lessons.json", "cause")["lead"] = "You fail the check."
    assert any(names(p, "lessons.json", "cause", "fail") for p in spoiler.problems())


def test_a_mark_in_the_text_without_its_source(spoiler: Any) -> None:
    spoiler.entry("lessons.json", "cause")["sources"].pop()
    assert any(names(p, "lessons.json", "cause", "sources") for p in spoiler.problems())
