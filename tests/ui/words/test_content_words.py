"""Doses, times and sides in words."""

import pytest
from PySide6.QtWidgets import QApplication
from tests.ui.content_fixtures import shipped

from supple.domain.exercise import Equipment, Muscle
from supple.domain.minutes import whole_minutes
from supple.domain.side import Side
from supple.ui.words.content_words import (
    clock_words,
    dose_words,
    equipment_words,
    leg_words,
    minutes_words,
    muscle_words,
    order_words,
)


@pytest.mark.parametrize(
    ("exercise_id", "dose", "order"),
    [
        ("a1_piriformis_supine", "10 s, 10 times on each side", "Left, then right, in turns"),
        ("a2_glute_seated_twist", "20 s, 4 times on each side", "All of the right side first, then the left"),
        ("childs_pose", "30 s, 2 times", ""),
        ("dead_bug", "6 slow repetitions, 2 times on each side", "Sides change after each repetition"),
        ("pelvic_tilt", "10 slow repetitions, once", ""),
        ("open_book", "6 slow repetitions, once on each side", "All of the left side first, then the right"),
    ],
)
def test_a_dose_and_its_order(qapp: QApplication, exercise_id: str, dose: str, order: str) -> None:
    exercise = shipped().exercise(exercise_id)
    assert dose_words(exercise.dose) == dose
    assert order_words(exercise.dose, first_side=exercise.first_side) == order


def test_times(qapp: QApplication) -> None:
    assert minutes_words(whole_minutes(755_000)) == "13 min"
    assert [clock_words(ms) for ms in (755_000, 60_000, 45_000)] == ["12 min 35 s", "1 min", "45 s"]


def test_every_word_of_the_vocabularies_can_be_said(qapp: QApplication) -> None:
    assert len(muscle_words(Muscle).split(", ")) == len(Muscle)
    assert equipment_words((Equipment.MAT, Equipment.CUSHION)) == "Mat, cushion"
    assert equipment_words(Equipment)


def test_a_side_is_a_leg_where_it_is_one(qapp: QApplication) -> None:
    catalogue = shipped()
    assert leg_words(catalogue.exercise("a1_piriformis_supine"), Side.LEFT) == "Left leg"
    assert leg_words(catalogue.exercise("side_plank"), Side.RIGHT) == "Right side"
