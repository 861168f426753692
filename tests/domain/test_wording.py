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


def test_words_of_another_language_can_be_filled_in() -> None:
    words = {Side.LEFT: "links", Side.RIGHT: "rechts", Side.BOTH: "beide"}
    assert fill("{Target} und {other}", side=Side.LEFT, words=words) == "Links und rechts"


def test_other_braces_stay() -> None:
    assert fill("{side} {target}", side=Side.LEFT) == "{side} left"
