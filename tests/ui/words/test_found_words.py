"""What the check has to do with the routine that the findings page suggests."""

import pytest
from tests.ui.content_fixtures import shipped

from supple.domain.findings import Finding, leads_to
from supple.ui.words.found_words import suggested_words

CATALOGUE = shipped()
LENGTH = "The check tells about length, not strength, so this plan does a little of both, both sides alike."


@pytest.mark.parametrize(
    ("found", "why"),
    [
        ((Finding.LIMITED, Finding.BELOW), LENGTH),
        ((Finding.LIMITED, Finding.UNKNOWN), LENGTH),
        ((Finding.BELOW, Finding.LEVEL), "Nothing stood out, so choose what suits your day."),
        ((Finding.LEVEL,), "Nothing stood out, so choose what suits your day."),
        ((Finding.UNKNOWN, Finding.UNKNOWN), "The check could not tell, so this begins gently."),
    ],
)
def test_the_first_routine_says_why_it_follows(found: tuple[Finding, ...], why: str) -> None:
    first = CATALOGUE.routine(leads_to(found)[0])
    assert suggested_words(first, found).startswith(why)


def test_what_is_only_one_more_choice_gives_no_reason() -> None:
    other = CATALOGUE.routine(leads_to((Finding.LIMITED,))[1])
    assert suggested_words(other, (Finding.LIMITED,)) == other.note


def test_where_every_hip_hurt_nothing_was_found_to_give_as_a_reason() -> None:
    gentle = CATALOGUE.routine(leads_to(())[0])
    assert suggested_words(gentle, ()) == gentle.note
