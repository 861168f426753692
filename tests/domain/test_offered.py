"""What is left out, marked, halved and counted for one person, from the one place that decides it."""

from dataclasses import replace

import pytest
from tests.domain.test_catalogue import CATALOGUE, DOSE, exercise, routine
from tests.ui.content_fixtures import shipped

from supple.domain.exercise import Caution, DoseKind
from supple.domain.minutes import whole_minutes
from supple.domain.offered import (
    NO_LIMITS,
    Limits,
    Reason,
    allowance,
    easier_form,
    first_open,
    half_dose,
    made_easier,
    offered,
    suggested,
)
from supple.domain.routine import Pace

A = exercise("a", Caution.THR, Caution.WRIST)
B = exercise("b")
C = replace(exercise("c", Caution.SCIATICA), easier_id="b")
BOOK = replace(CATALOGUE, exercises=(A, B, C), with_pictures=frozenset({"a", "b", "c"}))
ABC = routine("a", "b", "c")


def answered(*cautions: Caution) -> Limits:
    return Limits(answered=frozenset(cautions))


@pytest.mark.parametrize(
    ("length_ms", "minutes"),
    [(0, 0), (400, 1), (5_000, 1), (60_000, 1), (60_400, 1), (61_000, 2), (199_000, 4), (755_000, 13)],
)
def test_minutes_are_rounded_up_to_whole_ones(length_ms: int, minutes: int) -> None:
    assert whole_minutes(length_ms) == minutes


def test_without_limits_a_routine_is_whole() -> None:
    offer = offered(ABC, BOOK, NO_LIMITS)
    assert offer.routine == ABC
    assert offer.left_out == ()
    assert offer.marked == {}


def test_an_answer_hides_with_some_cautions_and_marks_with_the_others() -> None:
    hidden = allowance(A, BOOK, answered(Caution.THR))
    marked = allowance(A, BOOK, answered(Caution.WRIST))
    assert (hidden.reason, [n.id for n in hidden.hidden_by]) == (Reason.ANSWERS, [Caution.THR])
    assert (marked.reason, [n.id for n in marked.marked_by]) == (None, [Caution.WRIST])
    assert allowance(B, BOOK, answered(*Caution)) == allowance(B, BOOK, NO_LIMITS)


def test_what_a_person_avoids_themselves_is_hidden_even_where_an_answer_would_mark() -> None:
    own = allowance(A, BOOK, Limits(own=frozenset({Caution.WRIST})))
    assert own.reason is Reason.OWN
    both = allowance(A, BOOK, Limits(answered=frozenset({Caution.WRIST}), own=frozenset({Caution.WRIST})))
    assert (both.reason, both.marked_by) == (Reason.OWN, ())


def test_a_very_painful_back_hides_whatever_its_source() -> None:
    sore = exercise("sore", Caution.SPINE_ACUTE)
    book = replace(BOOK, exercises=(sore,), with_pictures=frozenset({"sore"}))
    assert not allowance(sore, book, answered(Caution.SPINE_ACUTE)).is_open
    assert not allowance(sore, book, Limits(own=frozenset({Caution.SPINE_ACUTE}))).is_open


def test_what_is_left_out_says_each_exercise_and_its_reason() -> None:
    limits = Limits(
        answered=frozenset({Caution.THR}), put_away=frozenset({"b"}), ended_today=frozenset({"c"})
    )
    offer = offered(ABC, BOOK, limits)
    assert offer.routine is None
    assert [(s.exercise_id, s.reason) for s in offer.left_out] == [
        ("a", Reason.ANSWERS),
        ("b", Reason.PUT_AWAY),
        ("c", Reason.ENDED_TODAY),
    ]
    assert offer.reasons == (Reason.ANSWERS, Reason.ENDED_TODAY, Reason.PUT_AWAY)
    assert offer.shown == ABC


def test_an_exercise_without_its_pictures_is_left_out() -> None:
    offer = offered(ABC, replace(BOOK, with_pictures=frozenset({"a"})), NO_LIMITS)
    assert offer.shown.exercise_ids == ("a",)
    assert offer.reasons == (Reason.NOT_DRAWN,)


def test_minutes_and_sets_are_those_of_what_is_left_at_the_persons_own_pace() -> None:
    whole = offered(ABC, BOOK, NO_LIMITS)
    less = offered(ABC, BOOK, Limits(put_away=frozenset({"a", "b"})))
    slow = offered(ABC, BOOK, Limits(pace=Pace(prepare_s=60, switch_s=60)))
    assert (whole.sets, less.sets) == (6, 2)
    assert less.minutes < whole.minutes < slow.minutes


def test_marked_exercises_are_told_with_their_words() -> None:
    offer = offered(ABC, BOOK, answered(Caution.WRIST, Caution.SCIATICA))
    assert {i: [n.id for n in notes] for i, notes in offer.marked.items()} == {
        "a": [Caution.WRIST],
        "c": [Caution.SCIATICA],
    }


def test_the_easier_form_is_offered_only_when_it_is_open() -> None:
    assert easier_form(C, BOOK, NO_LIMITS) == B
    assert easier_form(C, BOOK, Limits(put_away=frozenset({"b"}))) is None
    assert easier_form(A, BOOK, NO_LIMITS) is None


def test_made_easier_is_the_easier_exercise_or_half_the_dose() -> None:
    a, _, c = ABC.steps
    assert made_easier(c, BOOK, NO_LIMITS).exercise_id == "b"
    assert made_easier(a, BOOK, NO_LIMITS).dose.hold_s == 5


def test_half_a_dose_is_half_the_sets_or_half_of_the_one() -> None:
    assert half_dose(DOSE.with_sets(5)).sets == 3
    assert half_dose(DOSE).hold_s == 5
    reps = replace(DOSE, kind=DoseKind.REPS, hold_s=None, reps=5, rep_s=3)
    assert half_dose(reps).reps == 3


def test_gently_is_half_the_dose_in_easier_forms() -> None:
    gentle = offered(routine("a", "c"), BOOK, Limits(gently=True)).shown
    assert gentle.exercise_ids == ("a", "b")
    assert all(step.dose.hold_s == 5 for step in gentle.steps)


def test_gently_does_no_exercise_twice() -> None:
    assert offered(ABC, BOOK, Limits(gently=True)).shown.exercise_ids == ("a", "b", "c")


def test_a_check_suggests_what_is_open_and_no_more_than_two() -> None:
    catalogue = shipped()
    wanted = ("mixed_plan", "article_routine", "gentle_week1")
    assert [one.whole.id for one in suggested(wanted, catalogue, NO_LIMITS)] == [
        "mixed_plan",
        "article_routine",
    ]
    mixed = frozenset(catalogue.routine("mixed_plan").exercise_ids)
    left = suggested(wanted, catalogue, Limits(put_away=mixed))
    assert "mixed_plan" not in [one.whole.id for one in left]
    assert suggested((), catalogue, NO_LIMITS) == ()


def test_the_first_routine_of_which_something_is_open_is_played_without_what_is_left_out() -> None:
    gone, kept = routine("a"), routine("a", "b")
    found = first_open([gone, kept], BOOK, Limits(put_away=frozenset({"a"})))
    assert found is not None
    assert found.exercise_ids == ("b",)
    assert first_open([gone], BOOK, Limits(put_away=frozenset({"a"}))) is None
