"""Filling a side into a sentence."""

import pytest

from supple.domain.side import Side
from supple.domain.wording import fill


@pytest.mark.parametrize(
    ("side", "words"),
    [
        (Side.LEFT, "Left ankle above the right knee; the left one, Right hand."),
        (Side.RIGHT, "Right ankle above the left knee; the right one, Left hand."),
    ],
)
def test_both_sides_of_a_sentence_turn_together(side: Side, words: str) -> None:
    template = "{Target} ankle above the {other} knee; the {target} one, {Other} hand."
    assert fill(template, side=side) == words


@pytest.mark.parametrize(
    ("side", "words"),
    [
        (Side.LEFT, "Pie izquierdo lejos, la mano en la rodilla derecha."),
        (Side.RIGHT, "Pie derecho lejos, la mano en la rodilla izquierda."),
    ],
)
def test_a_sentence_of_another_language_has_the_words_in_the_form_it_needs(side: Side, words: str) -> None:
    template = "Pie {target:izquierdo|derecho} lejos, la mano en la rodilla {other:izquierda|derecha}."
    assert fill(template, side=side) == words


def test_other_braces_stay() -> None:
    assert fill("{side} {target}", side=Side.LEFT) == "{side} left"
