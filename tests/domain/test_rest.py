"""What is advised for the rest of a day that hurt, and when walking is no advice."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from supple.domain.pain import RED_SIGNS, Sign
from supple.domain.record import IN_THE_CHECK, MILD_IN_THE_CHECK, STIFFER, Occasion, PainRecord, SessionRecord
from supple.domain.rest import Rest, may_walk, rest_of
from supple.domain.session import SessionOutcome

NOW = datetime(2026, 7, 22, 18, 0, tzinfo=UTC)
YESTERDAY = NOW - timedelta(days=1)


def session(at: datetime = NOW, *, after: int | None = None, stopped: bool = False) -> SessionRecord:
    return SessionRecord(
        session_id="s",
        started_at=at,
        routine_id="r",
        routine="R",
        planned_s=60,
        sets_planned=2,
        outcome=SessionOutcome.STOPPED_FOR_PAIN if stopped else SessionOutcome.COMPLETED,
        pain_after=after,
    )


def pain(*, exercise_id: str = "", note: str = "", at: datetime = NOW) -> PainRecord:
    return PainRecord(
        pain_id="p", rated_at=at, occasion=Occasion.DURING, score=None, exercise_id=exercise_id, note=note
    )


@pytest.mark.parametrize("bad", [session(stopped=True), session(after=6)])
def test_a_session_that_hurt_makes_a_day_of_rest(bad: SessionRecord) -> None:
    assert rest_of([bad], [], NOW.date()) is Rest.OR_WALK
    assert rest_of([bad], [], NOW.date() + timedelta(days=1)) is Rest.NONE


def test_other_days_and_milder_pain_advise_nothing() -> None:
    assert rest_of([session(after=5), session(YESTERDAY, stopped=True)], [], NOW.date()) is Rest.NONE


@pytest.mark.parametrize(
    ("score", "note", "rest"),
    [(3, "", Rest.NONE), (4, "", Rest.EASIER), (0, STIFFER, Rest.EASIER), (7, "", Rest.EASIER)],
)
def test_a_morning_that_was_worse_makes_an_easier_day(score: int, note: str, rest: Rest) -> None:
    morning = PainRecord(pain_id="p", rated_at=NOW, occasion=Occasion.NEXT_MORNING, score=score, note=note)
    assert rest_of([session(YESTERDAY)], [morning], NOW.date()) is rest
    assert rest_of([session(YESTERDAY), session(stopped=True)], [morning], NOW.date()) is Rest.OR_WALK
    assert rest_of([session(YESTERDAY)], [morning], NOW.date() + timedelta(days=1)) is Rest.NONE


def test_where_the_walk_hurt_only_rest_is_advised() -> None:
    assert rest_of([session(stopped=True)], [pain(exercise_id="brisk_walk")], NOW.date()) is Rest.ONLY
    assert rest_of([session(stopped=True)], [pain(exercise_id="pigeon")], NOW.date()) is Rest.OR_WALK


@pytest.mark.parametrize("sign", sorted(RED_SIGNS))
def test_after_a_red_sign_nobody_is_sent_for_a_walk(sign: Sign) -> None:
    signed = replace(pain(exercise_id="pigeon"), signs=frozenset({sign}))
    assert not may_walk([signed], NOW.date())
    for days in (0, 1):
        day = NOW.date() + timedelta(days=days)
        assert rest_of([session(stopped=True)], [signed], day, signed=True) is Rest.SEEN
    sharp = replace(signed, signs=frozenset({Sign.SHARP}))
    assert may_walk([sharp], NOW.date())


def test_the_walk_before_the_check_counts_unless_its_pain_was_mild() -> None:
    assert not may_walk([pain(note=IN_THE_CHECK)], NOW.date())
    assert may_walk([pain(note=MILD_IN_THE_CHECK)], NOW.date())
    assert may_walk([pain(exercise_id="brisk_walk", at=YESTERDAY)], NOW.date())
