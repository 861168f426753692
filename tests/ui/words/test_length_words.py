"""Lengths in words: comma and point, inches and centimetres, and what is no number."""

import pytest

from supple.domain.settings import Lengths
from supple.ui.words.angle_words import level_words
from supple.ui.words.length_words import length_words, range_words, read_length, unit_in_use


@pytest.mark.parametrize(
    ("words", "cm"),
    [
        ("67.5", 67.5),
        ("67,5", 67.5),
        (" 67 ", 67.0),
        (".5", 0.5),
        ("67,", 67.0),
        ("٦٧٫٥", 67.5),
        ("", None),
        ("-3", None),
        ("6e1", None),
        ("1,067.5", None),
        ("nan", None),
        ("67 cm", None),
    ],
)
def test_a_comma_and_a_point_both_divide(words: str, cm: float | None) -> None:
    assert read_length(words, Lengths.CM) == cm


def test_inches_are_kept_as_centimetres() -> None:
    assert read_length("22.5", Lengths.INCHES) == 57.15
    assert length_words(57.15, Lengths.INCHES) == "22.5"


def test_a_range_in_inches_lies_inside_of_the_one_in_centimetres() -> None:
    assert range_words((10.0, 120.0), Lengths.INCHES) == ("4", "47")
    assert range_words((10.0, 120.0), Lengths.CM) == ("10", "120")


def test_what_was_chosen_wins_over_the_system() -> None:
    assert unit_in_use(Lengths.INCHES) is Lengths.INCHES
    assert unit_in_use(Lengths.CM) is Lengths.CM
    assert unit_in_use(Lengths.SYSTEM) in (Lengths.CM, Lengths.INCHES)


def test_an_angle_needs_no_sign() -> None:
    assert level_words(16.1) == "16° above level"
    assert level_words(-7.6) == "8° below level"
    assert level_words(0.4) == "Level"
