"""The morning after a session is asked about once, and what is said of it makes the day green, amber or red."""

from dataclasses import replace
from datetime import datetime, timedelta, timezone

import pytest

from supple.domain.morning import (
    MorningSays,
    is_worse,
    light_of,
    may_be_undone,
    says_of,
    this_morning,
    to_ask_about,
)
from supple.domain.pain import Light
from supple.domain.record import NOT_ANSWERED, STIFFER, Occasion, PainRecord, SessionRecord
from supple.domain.session import SessionOutcome

NOW = datetime(2026, 7, 22, 8, tzinfo=timezone(timedelta(hours=2)))
YESTERDAY = NOW - timedelta(hours=14)


def session(
    begun: datetime = YESTERDAY,
    *,
    session_id: str = "s",
    outcome: SessionOutcome | None = SessionOutcome.COMPLETED,
    sets_done: int = 3,
    pain_before: int | None = None,
) -> SessionRecord:
    return SessionRecord(
        session_id=session_id, started_at=begun, ended_at=begun + timedelta(minutes=13), routine_id="r",
        routine="R", planned_s=60, sets_planned=3, sets_done=sets_done, outcome=outcome, pain_before=pain_before,
    )  # fmt: skip


def morning(score: int | None, *, note: str = "", at: datetime = NOW) -> PainRecord:
    return PainRecord(
        pain_id=f"p{at}", rated_at=at, occasion=Occasion.NEXT_MORNING, score=score, session_id="s", note=note
    )


def test_the_day_after_a_session_it_is_asked_how_it_is() -> None:
    assert to_ask_about([session()], [], NOW) == session()


@pytest.mark.parametrize("told", [morning(2), morning(None, note=STIFFER), morning(None, note=NOT_ANSWERED)])
def test_answered_or_put_off_it_is_not_asked_again(told: PainRecord) -> None:
    assert to_ask_about([session()], [told], NOW + timedelta(days=1)) is None
    assert to_ask_about([session()], [replace(told, session_id=None)], NOW) is None


def test_an_answer_of_an_earlier_morning_answers_nothing_of_this_session() -> None:
    before = replace(morning(2, at=YESTERDAY - timedelta(hours=8)), session_id="earlier")
    assert to_ask_about([session()], [before], NOW) == session()


def test_other_ratings_are_no_answer() -> None:
    after = replace(morning(2, at=YESTERDAY + timedelta(minutes=14)), occasion=Occasion.AFTER)
    assert to_ask_about([session()], [after], NOW) == session()


def test_it_is_not_asked_on_the_day_of_the_session_itself() -> None:
    assert to_ask_about([session()], [], YESTERDAY + timedelta(hours=2)) is None
    assert to_ask_about([session(), session(NOW - timedelta(hours=1), session_id="t")], [], NOW) is None


def test_after_midnight_there_was_no_night_yet() -> None:
    late = session(NOW.replace(hour=0) - timedelta(minutes=20))
    assert to_ask_about([late], [], late.started_at + timedelta(hours=2)) is None
    assert to_ask_about([late], [], late.started_at + timedelta(hours=8)) == late


def test_days_later_it_is_still_asked_but_not_after_a_week() -> None:
    assert to_ask_about([session()], [], NOW + timedelta(days=5)) == session()
    assert to_ask_about([session()], [], NOW + timedelta(days=6)) is None


def test_of_two_sessions_the_later_is_asked_about() -> None:
    later = session(YESTERDAY + timedelta(hours=1), session_id="later")
    assert to_ask_about([later, session()], [], NOW) == later


@pytest.mark.parametrize(
    "nothing",
    [
        session(outcome=None),
        session(sets_done=0, outcome=SessionOutcome.STOPPED),
        session(NOW + timedelta(days=1)),
    ],
    ids=["still open", "nothing done", "of a clock that was wrong"],
)
def test_nothing_is_asked_where_there_was_nothing_to_feel(nothing: SessionRecord) -> None:
    assert to_ask_about([nothing], [], NOW) is None


def test_a_session_that_ended_for_pain_is_asked_about_though_no_set_was_done() -> None:
    hurt = session(sets_done=0, outcome=SessionOutcome.STOPPED_FOR_PAIN)
    assert to_ask_about([hurt], [], NOW) == hurt


@pytest.mark.parametrize(
    ("score", "note", "light"),
    [
        (0, "", Light.GREEN),
        (3, "", Light.GREEN),
        (4, "", Light.AMBER),
        (5, "", Light.AMBER),
        (6, "", Light.RED),
        (10, STIFFER, Light.RED),
        (0, STIFFER, Light.AMBER),
        (None, STIFFER, Light.AMBER),
    ],
)
def test_the_number_and_the_stiffness_make_the_light(score: int | None, note: str, light: Light) -> None:
    assert light_of(morning(score, note=note), [session()]) is light


def test_two_points_more_than_before_the_session_are_worse() -> None:
    with_before = [session(pain_before=1)]
    assert light_of(morning(2), with_before) is Light.GREEN
    assert light_of(morning(3), with_before) is Light.AMBER
    assert is_worse(morning(3), with_before)
    assert not is_worse(morning(3), [session(pain_before=2)])


def test_this_morning_is_what_was_said_last_today() -> None:
    told = [morning(5, at=NOW - timedelta(days=1)), morning(2), morning(4, at=NOW + timedelta(minutes=1))]
    assert this_morning(told, NOW.date()) == told[2]
    assert this_morning([morning(None, note=NOT_ANSWERED)], NOW.date()) is None


@pytest.mark.parametrize(
    ("told", "says"),
    [
        (morning(4, note=STIFFER), MorningSays.SORE),
        (morning(3), MorningSays.WORSE),
        (morning(None, note=STIFFER), MorningSays.STIFF),
    ],
)
def test_of_a_morning_the_weightiest_is_said(told: PainRecord, says: MorningSays) -> None:
    assert says_of(told, [session(pain_before=1)]) is says


def test_what_was_told_of_a_morning_can_be_taken_back_until_a_session_or_the_next_day() -> None:
    told = morning(2)
    assert may_be_undone(told, [session()], NOW.date())
    assert not may_be_undone(told, [session(), session(NOW + timedelta(hours=1))], NOW.date())
    assert not may_be_undone(told, [session()], NOW.date() + timedelta(days=1))
