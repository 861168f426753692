"""What an answer about pain calls for: what ends a set, an exercise, the session, and what closes everything."""

import pytest

from supple.domain.pain import RED_SIGNS, Counsel, Sign, counsel, may_go_on, red_signs

NONE: frozenset[Sign] = frozenset()


def test_sharp_pain_alone_is_no_red_sign_and_all_others_are() -> None:
    assert {Sign.SPREADING, Sign.NUMB, Sign.GIVING_WAY, Sign.CHEST} == RED_SIGNS
    assert red_signs(place="below the knee", signs=NONE) == {Sign.SPREADING}


@pytest.mark.parametrize(
    ("score", "place", "signs", "wanted"),
    [
        (3, "thigh", NONE, Counsel.GO_ON),
        (4, "thigh", NONE, Counsel.EASE_OFF),
        (5, "thigh", NONE, Counsel.EASE_OFF),
        (6, "thigh", NONE, Counsel.STOP),
        (2, "thigh", {Sign.SHARP}, Counsel.LEAVE_OUT),
        (6, "thigh", {Sign.SHARP}, Counsel.STOP),
        (2, "below the knee", NONE, Counsel.SEE_SOMEONE),
        (2, "thigh", {Sign.GIVING_WAY}, Counsel.SEE_SOMEONE),
        (0, "thigh", {Sign.GIVING_WAY, Sign.CHEST}, Counsel.GET_HELP),
        (None, "thigh", NONE, None),
    ],
)
def test_the_weightiest_answer_decides(
    score: int | None, place: str, signs: set[Sign], wanted: Counsel | None
) -> None:
    assert counsel(score=score, place=place, signs=frozenset(signs)) is wanted


@pytest.mark.parametrize(
    ("found", "exercise", "session", "lasts"),
    [
        (Counsel.GO_ON, False, False, False),
        (Counsel.EASE_OFF, False, False, False),
        (Counsel.LEAVE_OUT, True, False, False),
        (Counsel.STOP, True, True, False),
        (Counsel.SEE_SOMEONE, True, True, True),
        (Counsel.GET_HELP, True, True, True),
    ],
)
def test_what_each_counsel_ends(found: Counsel, *, exercise: bool, session: bool, lasts: bool) -> None:
    assert (found.ends_exercise, found.ends_session, found.lasts) == (exercise, session, lasts)


def test_the_next_set_needs_a_place_and_a_number_or_a_sign() -> None:
    assert may_go_on(score=2, place="thigh", signs=NONE)
    assert may_go_on(score=None, place="thigh", signs=frozenset({Sign.SHARP}))
    assert not may_go_on(score=2, place="", signs=NONE)
    assert not may_go_on(score=None, place="thigh", signs=NONE)
    assert not may_go_on(score=6, place="thigh", signs=NONE)
    assert not may_go_on(score=2, place="thigh", signs=frozenset({Sign.NUMB}))
