"""Doses that can be played, and which exercises name a side."""

from typing import Any

import pytest

from supple.domain.exercise import Dose, DoseKind, Order

HOLD: dict[str, Any] = {
    "kind": DoseKind.HOLD, "sets": 2, "order": Order.ALTERNATE, "prepare_s": 5, "hold_s": 10,
}  # fmt: skip
REPS: dict[str, Any] = {
    "kind": DoseKind.REPS, "sets": 2, "order": Order.ALTERNATE, "prepare_s": 5, "reps": 6, "rep_s": 4,
}  # fmt: skip


@pytest.mark.parametrize(
    "dose",
    [
        {**HOLD, "sets": 0},
        {**HOLD, "hold_s": 0},
        {**HOLD, "hold_s": None},
        {**HOLD, "rest_s": -1},
        {**HOLD, "hold_s": 10_000},
        {**HOLD, "switch_s": 6000},
        {**REPS, "reps": 0},
        {**REPS, "rep_s": None},
    ],
)
def test_a_dose_that_cannot_be_played_is_refused(dose: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"sets|hold_s|reps|below|seconds"):
        Dose(**dose)


def test_a_set_is_as_long_as_its_hold_or_its_reps() -> None:
    assert Dose(**HOLD).set_s == 10
    assert Dose(**REPS).set_s == 48
    assert Dose(**{**REPS, "order": Order.BOTH}).set_s == 24


def test_another_number_of_sets_changes_nothing_else() -> None:
    assert Dose(**HOLD).with_sets(5) == Dose(**{**HOLD, "sets": 5})
