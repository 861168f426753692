"""The content as it ships: complete, consistent, and without the words that may not stand in it."""

import json
import time
from collections.abc import Callable, Iterator
from operator import attrgetter
from typing import Any

from supple.domain.catalogue import Catalogue
from supple.domain.catalogue_validation import FRIGHTENING, forbidden_words, problems
from supple.domain.exercise import DoseKind, Order, Position
from supple.domain.routine import PhaseKind, compile_timeline
from supple.domain.side import Side
from supple.storage.content import load_catalogue

ARTICLE = ("a1_piriformis_supine", "a2_glute_seated_twist", "a3_half_kneeling_hip_flexor")
VALUES = ("first_side", "side", "id", "sources", "url", "never_say")
"""Fields that hold values or addresses, not words for a person."""


def test_nothing_is_wrong_with_the_shipped_content(
    catalogue: Catalogue, has_picture: Callable[[str, str], bool]
) -> None:
    assert problems(catalogue, has_picture=has_picture) == ()


def test_all_thirty_one_exercises_and_nine_routines_are_there(catalogue: Catalogue) -> None:
    assert (len(catalogue.exercises), len(catalogue.routines)) == (31, 9)


def test_every_exercise_has_the_words_for_every_picture_it_will_get(
    files: dict[str, bytes], catalogue: Catalogue
) -> None:
    everything = load_catalogue(files.__getitem__, has_picture=lambda folder, scene: True)
    assert problems(everything, has_picture=lambda folder, scene: True) == ()
    assert {e.id for e in everything.shown_exercises} == {e.id for e in catalogue.exercises}
    assert everything.startable_routines == everything.routines
    for exercise in everything.exercises:
        assert [mistake.scene for mistake in sorted(exercise.pairs, key=attrgetter("scene"))] == [
            "mistake_1",
            "mistake_2",
        ], exercise.id


def test_the_picture_of_an_exercise_with_sides_says_on_which_side(catalogue: Catalogue) -> None:
    for exercise in catalogue.exercises:
        if exercise.has_sides:
            for alt in (exercise.card_alt, exercise.loop_alt):
                assert "{target}" in alt or "{Target}" in alt, exercise.id


def test_right_and_wrong_form_are_told_apart_in_words(catalogue: Catalogue) -> None:
    for exercise in catalogue.exercises:
        alts = [alt for pair in exercise.pairs for alt in (pair.right_alt, pair.wrong_alt)]
        assert len(set(alts)) == len(alts), exercise.id


def test_decoding_takes_less_than_five_milliseconds(files: dict[str, bytes]) -> None:
    def once() -> float:
        start = time.perf_counter()
        load_catalogue(files.__getitem__, has_picture=lambda folder, scene: True)
        return time.perf_counter() - start

    assert min(once() for _ in range(5)) < 0.005


def test_the_article_routine_is_the_table_of_the_decisions(catalogue: Catalogue) -> None:
    phases = compile_timeline(catalogue.routine("article_routine")).phases

    def per_step(kind: PhaseKind) -> list[int]:
        return [sum(p.kind is kind and p.step == step for p in phases) for step in (1, 2, 3)]

    assert len(phases) == 72
    assert per_step(PhaseKind.PREPARE) == [1, 1, 1]
    assert per_step(PhaseKind.SWITCH) == [19, 1, 1]
    assert per_step(PhaseKind.REST) == [0, 6, 6]
    holds = [p for p in phases if p.kind is PhaseKind.HOLD]
    assert len(holds) == 36
    assert [sum(p.side is side for p in holds) for side in (Side.LEFT, Side.RIGHT)] == [18, 18]
    assert sum(p.duration_ms for p in holds) == 520_000
    assert phases[-1].end_ms == 755_000


def test_the_article_routine_plays_the_three_exercises_as_dosed(catalogue: Catalogue) -> None:
    steps = catalogue.routine("article_routine").steps
    assert tuple(step.exercise_id for step in steps) == ARTICLE
    assert [(s.dose.hold_s, s.dose.sets, s.first_side) for s in steps] == [
        (10, 10, Side.LEFT),
        (20, 4, Side.RIGHT),
        (20, 4, Side.LEFT),
    ]
    assert [s.dose.order for s in steps] == [
        Order.ALTERNATE,
        Order.ONE_SIDE_THEN_OTHER,
        Order.ONE_SIDE_THEN_OTHER,
    ]


def test_the_short_routine_takes_199_seconds(catalogue: Catalogue) -> None:
    assert compile_timeline(catalogue.routine("article_short")).total_ms == 199_000


def test_every_routine_takes_as_long_as_its_file_says(files: dict[str, bytes], catalogue: Catalogue) -> None:
    for entry in json.loads(files["routines.json"]):
        assert compile_timeline(catalogue.routine(entry["id"])).total_ms == entry["total_s"] * 1000, entry[
            "id"
        ]


def test_the_first_stretch_alternates_only_where_the_decisions_say(catalogue: Catalogue) -> None:
    alternating = {
        routine.id
        for routine in catalogue.routines
        for step in routine.steps
        if step.exercise_id == ARTICLE[0] and step.dose.order is Order.ALTERNATE
    }
    assert alternating == {"article_routine", "article_short", "pre_workout"}


def test_a_change_of_leg_leaves_enough_time(catalogue: Catalogue) -> None:
    for routine in catalogue.routines:
        for step in routine.steps:
            exercise = catalogue.exercise(step.exercise_id)
            least_s = 6 if exercise.position is Position.SUPINE else 8
            if exercise.has_sides:
                assert step.dose.switch_s >= least_s, (routine.id, exercise.id)


def test_reps_are_never_held_and_holds_never_counted(catalogue: Catalogue) -> None:
    for exercise in catalogue.exercises:
        counted = exercise.dose.kind is DoseKind.REPS
        assert (exercise.dose.reps is not None) is counted, exercise.id
        assert (exercise.dose.hold_s is None) is counted, exercise.id


def test_the_two_article_routines_can_be_started(catalogue: Catalogue) -> None:
    ids = {routine.id for routine in catalogue.startable_routines}
    assert {"article_routine", "article_short"} <= ids
    assert set(ARTICLE) <= {exercise.id for exercise in catalogue.shown_exercises}


def test_the_words_left_and_right_and_what_frightens_stand_nowhere(files: dict[str, bytes]) -> None:
    for name, content in files.items():
        for field, text in _words(json.loads(content), name):
            assert forbidden_words(text) == (), (field, text)


def _words(value: Any, where: str) -> Iterator[tuple[str, str]]:
    """Every string of a content file with the way to it."""
    if isinstance(value, str):
        yield where, value
    elif isinstance(value, dict):
        for name, inner in value.items():
            if name not in VALUES:
                yield from _words(inner, f"{where}.{name}")
    elif isinstance(value, list):
        for place, inner in enumerate(value):
            yield from _words(inner, f"{where}[{place}]")


def test_the_guard_knows_the_frightening_words() -> None:
    for word in FRIGHTENING:
        assert forbidden_words(f"Your back is {word}.") == (word,)
    assert forbidden_words("Turn it to the Left.") == ("Left",)
    assert forbidden_words("A bright day is leftover.") == ()


def test_the_lessons_have_their_order_and_sources(catalogue: Catalogue) -> None:
    ids = [lesson.id for lesson in catalogue.lessons]
    assert ids == ["cause", "self_test", "stretches", "tight_or_weak", "more_checks", "when_to_see_someone"]
    for lesson in catalogue.lessons:
        assert lesson.sources, lesson.id
        for text in lesson.texts:
            assert "[" not in lesson.numbered(text)


def test_every_source_is_used_somewhere(catalogue: Catalogue) -> None:
    used = {source for exercise in catalogue.exercises for source in exercise.sources}
    used |= {source for lesson in catalogue.lessons for source in lesson.sources}
    assert used == {source.id for source in catalogue.sources}
