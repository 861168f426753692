"""Looking things up, and what is shown, hidden and marked."""

from dataclasses import replace

import pytest

from supple.domain.catalogue import Catalogue, CatalogueError, CautionNote
from supple.domain.exercise import Category, Caution, Dose, DoseKind, Exercise, Instruction, Order, Position
from supple.domain.lesson import Lessons
from supple.domain.routine import Routine, Step
from supple.domain.side import Side

DOSE = Dose(kind=DoseKind.HOLD, sets=1, order=Order.ALTERNATE, prepare_s=5, switch_s=6, hold_s=10)


def exercise(exercise_id: str, *avoid: Caution) -> Exercise:
    return Exercise(
        id=exercise_id, name=exercise_id, category=Category.STRETCH, areas=(), position=Position.SUPINE,
        equipment=(), primary=(), secondary=(), difficulty=1, side_means="leg", first_side=Side.LEFT,
        purpose="", felt="", brief="", dose=DOSE, dose_note="", mistakes=(), avoid=avoid, evidence="",
        sources=(), card_alt="", loop_alt="",
        steps=(Instruction(text="", scene="step_1", alt=""), Instruction(text="", scene="step_1", alt="")),
    )  # fmt: skip


def note(caution: Caution) -> CautionNote:
    return CautionNote(id=caution, name=caution, when="when", instead="instead")


def routine(*exercise_ids: str) -> Routine:
    steps = tuple(Step(exercise_id=i, dose=DOSE) for i in exercise_ids)
    return Routine(id="r", name="R", when="", days="", note="", steps=steps)


CATALOGUE = Catalogue(
    exercises=(exercise("a", Caution.THR, Caution.WRIST), exercise("b")),
    routines=(routine("a", "b"),),
    reading=Lessons,
    cautions=tuple(note(caution) for caution in Caution),
    with_pictures=frozenset({"a"}),
)


def test_looking_up_what_is_not_there_says_what_and_which() -> None:
    assert CATALOGUE.exercise("b").id == "b"
    with pytest.raises(CatalogueError, match="there is no exercise c"):
        CATALOGUE.exercise("c")
    with pytest.raises(LookupError, match="there is no routine c"):
        CATALOGUE.routine("c")


def test_only_exercises_with_pictures_are_shown() -> None:
    assert [e.id for e in CATALOGUE.shown_exercises] == ["a"]


def test_a_routine_needs_the_pictures_of_all_its_exercises() -> None:
    assert CATALOGUE.startable(routine("a"))
    assert not CATALOGUE.startable(routine("a", "b"))
    assert CATALOGUE.startable_routines == ()
    whole = replace(CATALOGUE, with_pictures=frozenset({"a", "b"}))
    assert whole.startable_routines == whole.routines


def test_the_scenes_of_an_exercise_are_its_card_and_its_steps_each_once() -> None:
    assert exercise("a").scenes == ("card", "step_1")


def test_an_exercise_names_sides_when_a_set_works_one() -> None:
    held = exercise("a")
    assert held.has_sides
    both = replace(held, dose=replace(DOSE, order=Order.BOTH))
    reps = replace(held, dose=replace(DOSE, kind=DoseKind.REPS, hold_s=None, reps=6, rep_s=4))
    turns = replace(reps, dose=replace(reps.dose, order=Order.ONE_SIDE_THEN_OTHER))
    assert [both.has_sides, reps.has_sides, turns.has_sides] == [False, False, True]
