"""What the checks have to do with the routine that is suggested, on the findings and on Today."""

import pytest
from tests.domain.taken import FLOOR, held, on_the_floor, taken, tried
from tests.ui.content_fixtures import shipped

from supple.domain.checks.decision import decision_of
from supple.domain.findings import Finding
from supple.domain.record import SelfTestRecord
from supple.domain.side import Side
from supple.ui.words.found_words import found_words, suggested_words

CATALOGUE = shipped()
LENGTH = "The check tells about length, not strength, so this plan does a little of both, both sides alike."
CHOOSE = "Nothing stood out, so choose what suits your day."


@pytest.mark.parametrize(
    ("found", "why"),
    [
        ((Finding.LIMITED, Finding.BELOW), LENGTH),
        ((Finding.LIMITED, Finding.UNKNOWN), LENGTH),
        ((Finding.BELOW, Finding.LEVEL), CHOOSE),
        ((Finding.LEVEL, None), CHOOSE),
        ((Finding.UNKNOWN, Finding.UNKNOWN), "The check could not tell, so this begins gently."),
    ],
)
def test_the_first_routine_says_why_it_follows(found: tuple[Finding, Finding | None], why: str) -> None:
    decision = decision_of(on_the_floor(*found))
    first = CATALOGUE.routine(decision.routines[0])
    assert suggested_words(first, decision).startswith(why)


def test_what_is_only_one_more_choice_gives_no_reason() -> None:
    decision = decision_of(on_the_floor(Finding.LIMITED, None))
    other = CATALOGUE.routine(decision.routines[1])
    assert suggested_words(other, decision) == other.note


def test_where_no_hip_was_checked_nothing_was_found_to_give_as_a_reason() -> None:
    gentle = CATALOGUE.routine(decision_of(None).routines[0])
    assert suggested_words(gentle, decision_of(None)) == gentle.note


def with_lifts(length: Finding, left_s: float, right_s: float) -> SelfTestRecord:
    sides = ((Side.LEFT, left_s), (Side.RIGHT, right_s))
    return taken(
        *(tried(FLOOR, side, length) for side, _ in sides),
        *(held(side, seconds, early=seconds < 15) for side, seconds in sides),
    )


@pytest.mark.parametrize(
    ("test", "said"),
    [
        (with_lifts(Finding.LIMITED, 28, 28), "the front of both hips may be limited: length first."),
        (with_lifts(Finding.LEVEL, 12, 28), "the left lift tired early: strength first."),
        (with_lifts(Finding.LEVEL, 12, 11), "both lifts tired early: strength first."),
        (with_lifts(Finding.LEVEL, 28, 28), "neither hip stood out"),
        (with_lifts(Finding.UNKNOWN, 28, 12), "the right lift tired early: a little for length"),
        (with_lifts(Finding.LIMITED, 12, 28), "the left hip may be limited: a little for length"),
        (on_the_floor(Finding.LEVEL, Finding.LIMITED), "the right thigh stayed higher"),
        (on_the_floor(Finding.UNKNOWN, Finding.UNKNOWN), "could not tell for either hip"),
    ],
)
def test_today_names_the_side_and_what_it_leads_to(test: SelfTestRecord, said: str) -> None:
    assert said in found_words(decision_of(test))
