"""The angle by tape: asin of the difference over the thigh, an error that covers the truth, numbers no leg has."""

from math import inf, nan, radians, sin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supple.domain.checks.angle import read_angle
from supple.domain.checks.tape import (
    HEIGHT_CM,
    READ_TO_CM,
    THIGH_CM,
    Place,
    Tape,
    are_too_far_apart,
    is_possible,
)
from supple.domain.findings import Finding

HEIGHTS = st.floats(30.0, 90.0)
THIGHS = st.floats(30.0, 55.0)
OFF = st.floats(-READ_TO_CM, READ_TO_CM)


def tape(hip_cm: float, knee_cm: float, thigh_cm: float = 40.0) -> Tape:
    return Tape(hip_cm=hip_cm, knee_cm=knee_cm, thigh_cm=thigh_cm)


@pytest.mark.parametrize(
    ("hip_cm", "knee_cm", "thigh_cm", "angle_deg"),
    [(56.0, 67.5, 41.5, 16.1), (50.0, 50.0, 40.0, 0.0), (52.0, 50.0, 40.0, -2.9), (50.0, 70.0, 40.0, 30.0)],
)
def test_the_angle_is_how_far_the_knee_is_above_the_hip(
    hip_cm: float, knee_cm: float, thigh_cm: float, angle_deg: float
) -> None:
    assert tape(hip_cm, knee_cm, thigh_cm).angle_deg == pytest.approx(angle_deg, abs=0.05)


@given(hip_cm=HEIGHTS, angle_deg=st.floats(-40.0, 60.0), thigh_cm=THIGHS, errors=st.tuples(OFF, OFF, OFF))
def test_the_error_covers_the_truth_while_each_number_is_right_to_a_centimetre(
    hip_cm: float, angle_deg: float, thigh_cm: float, errors: tuple[float, float, float]
) -> None:
    knee_cm = hip_cm + thigh_cm * sin(radians(angle_deg))
    told = [true + off for true, off in zip((hip_cm, knee_cm, thigh_cm), errors, strict=True)]
    if not all(is_possible(place, cm) for place, cm in zip(Place, told, strict=True)):
        return
    if are_too_far_apart(hip_cm=told[0], knee_cm=told[1], thigh_cm=told[2]):
        return
    measured = tape(*told)
    assert abs(measured.angle_deg - angle_deg) <= measured.error_deg + 1e-6


@given(hip_cm=HEIGHTS, rise_cm=st.floats(-20.0, 20.0), thigh_cm=THIGHS)
def test_the_error_that_is_told_is_whole_and_never_smaller(
    hip_cm: float, rise_cm: float, thigh_cm: float
) -> None:
    if not is_possible(Place.KNEE, hip_cm + rise_cm):
        return
    measured = tape(hip_cm, hip_cm + rise_cm, thigh_cm)
    assert measured.error_deg - 1e-6 <= measured.told_error_deg < measured.error_deg + 1


def test_a_level_thigh_of_40_cm_is_right_to_three_degrees() -> None:
    assert tape(50.0, 50.0).error_deg == pytest.approx(2.94, abs=0.01)


@given(hip_cm=HEIGHTS, rise_cm=st.floats(-20.0, 20.0), thigh_cm=THIGHS)
def test_a_thigh_as_far_below_level_as_above_has_the_same_angle_and_error(
    hip_cm: float, rise_cm: float, thigh_cm: float
) -> None:
    if not (is_possible(Place.KNEE, hip_cm + rise_cm) and is_possible(Place.KNEE, hip_cm - rise_cm)):
        return
    above, below = tape(hip_cm, hip_cm + rise_cm, thigh_cm), tape(hip_cm, hip_cm - rise_cm, thigh_cm)
    assert above.angle_deg == pytest.approx(-below.angle_deg)
    assert above.error_deg == pytest.approx(below.error_deg)


@given(hip_cm=st.floats(40.0, 70.0), rise_cm=st.floats(-20.0, 20.0), lift_cm=st.floats(0.0, 10.0))
def test_a_higher_bed_changes_nothing(hip_cm: float, rise_cm: float, lift_cm: float) -> None:
    low, high = tape(hip_cm, hip_cm + rise_cm), tape(hip_cm + lift_cm, hip_cm + rise_cm + lift_cm)
    assert high.angle_deg == pytest.approx(low.angle_deg)


@pytest.mark.parametrize(
    ("place", "cm"),
    [(Place.KNEE, 167.5), (Place.HIP, 9.9), (Place.THIGH, 19.9), (Place.THIGH, 70.1), (Place.HIP, nan)],
)
def test_a_number_that_no_tape_says_there_is_impossible(place: Place, cm: float) -> None:
    assert not is_possible(place, cm)


@pytest.mark.parametrize("place", Place)
def test_endless_is_impossible(place: Place) -> None:
    assert not is_possible(place, inf)


def test_the_ends_of_the_ranges_are_possible() -> None:
    assert all(is_possible(Place.HIP, cm) for cm in HEIGHT_CM)
    assert all(is_possible(Place.THIGH, cm) for cm in THIGH_CM)


def test_heights_that_differ_by_more_than_the_thigh_are_of_no_leg() -> None:
    with pytest.raises(ValueError, match="more than the thigh"):
        tape(40.0, 81.0)
    assert tape(40.0, 80.0).angle_deg == pytest.approx(90.0)
    assert tape(80.0, 40.0).error_deg > 0


def test_an_impossible_number_makes_no_tape() -> None:
    with pytest.raises(ValueError, match=r"b of 167\.5 cm"):
        tape(56.0, 167.5)


@pytest.mark.parametrize(
    ("angle_deg", "finding"),
    [
        (-5.0, Finding.BELOW),
        (-4.9, Finding.LEVEL),
        (0.0, Finding.LEVEL),
        (4.9, Finding.LEVEL),
        (5.0, Finding.LIMITED),
    ],
)
def test_within_five_degrees_a_thigh_is_about_level(angle_deg: float, finding: Finding) -> None:
    assert read_angle(angle_deg=angle_deg, back_flat=True, pain=False) is finding


def test_without_a_flat_back_or_an_angle_nothing_can_be_told_and_pain_comes_first() -> None:
    assert read_angle(angle_deg=20.0, back_flat=False, pain=False) is Finding.UNKNOWN
    assert read_angle(angle_deg=20.0, back_flat=None, pain=False) is Finding.UNKNOWN
    assert read_angle(angle_deg=None, back_flat=True, pain=False) is Finding.UNKNOWN
    assert read_angle(angle_deg=-20.0, back_flat=True, pain=True) is Finding.PAIN
