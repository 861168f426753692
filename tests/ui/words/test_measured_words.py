"""What changed between two self-tests in words, for Progress."""

from datetime import timedelta

from tests.domain.taken import EDGE, FLOOR, TODAY, held, taken, tried

from supple.domain.checks.retest import retests
from supple.domain.findings import Finding
from supple.domain.side import Side
from supple.ui.words.measured_words import changes_words

BEFORE = TODAY - timedelta(days=28)


def test_each_side_says_what_became_of_each_check() -> None:
    before = taken(
        tried(FLOOR, Side.LEFT, Finding.LIMITED),
        tried(EDGE, Side.RIGHT, Finding.LIMITED, 20, error=3),
        held(Side.LEFT, 12, early=True),
        at=BEFORE,
    )
    after = taken(
        tried(FLOOR, Side.LEFT, Finding.LIMITED),
        tried(EDGE, Side.RIGHT, Finding.LEVEL, 4, error=3),
        held(Side.LEFT, 18, early=False),
    )
    assert changes_words(retests(before, after)) == (
        "On the floor, left: about the same. Photo, right: changed. Lift hold, left: could be measurement. "
        "About the same is a fine result."
    )


def test_other_rules_are_compared_with_a_word_of_warning() -> None:
    before = taken(tried(FLOOR, Side.LEFT, Finding.BELOW, rules="floor-1"), at=BEFORE)
    after = taken(tried(FLOOR, Side.LEFT, Finding.LIMITED, rules="floor-2"))
    assert changes_words(retests(before, after)).endswith(
        "left: changed. It was asked or read in another way then: compare with care."
    )


def test_without_a_self_test_before_there_is_nothing_to_say() -> None:
    assert changes_words(()) == ""
