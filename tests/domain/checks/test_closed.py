"""For whom each check is closed: every answer of the file, what is avoided, a routine just done, two bridges."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from tests.ui.check_fixtures import safety

from supple.domain.checks.closed import EDGE, STRENGTH, CheckStanding, Shut, closing, closings
from supple.domain.checks.kinds import ORDER
from supple.domain.consent import Consent
from supple.domain.exercise import Caution
from supple.domain.record import Check
from supple.domain.safety import BIRTH_ON, PREGNANT_SINCE, SURGERY_ON, Clearance, SafetyQuestion, judge

NOW = datetime(2026, 7, 22, 18, tzinfo=UTC)
AGREED = dict.fromkeys(Consent, NOW - timedelta(hours=1))
LONG_AGO = (NOW - timedelta(days=800)).date().isoformat()
FLOOR, HEEL, BRIDGE = Check.HIP_LENGTH_FLOOR, Check.HEEL_TO_BUTTOCK, Check.BRIDGE_HOLD


def answered(*ids: str, agreed: bool = True, **noted: str) -> Clearance:
    return judge(ids, safety().questions, agreed_at=AGREED if agreed else {}, noted=noted, now=NOW)


def closed_to(clearance: Clearance) -> set[Check]:
    return set(closings(CheckStanding(now=NOW, clearance=clearance)))


@pytest.mark.parametrize(
    "ticked",
    [("C4a",), ("C4e",), ("C4c",), ("C4d",), ("C5",), ("C5", "C5a"), ("C7",), ("C8",)],
    ids=str,
)
def test_strength_is_closed_for_whom_it_must_be_even_when_exercise_was_agreed(
    ticked: tuple[str, ...],
) -> None:
    assert closed_to(answered(*ticked)) >= STRENGTH


@pytest.mark.parametrize(
    "noted",
    [
        {PREGNANT_SINCE: (NOW - timedelta(weeks=8)).date().isoformat()},
        {PREGNANT_SINCE: (NOW - timedelta(weeks=20)).date().isoformat()},
        {BIRTH_ON: (NOW - timedelta(weeks=4)).date().isoformat()},
    ],
)
def test_strength_is_closed_in_pregnancy_and_after_a_birth(noted: dict[str, str]) -> None:
    after = "C3-birth" if BIRTH_ON in noted else "C3-pregnant"
    assert closed_to(answered("C3", after, **noted)) >= STRENGTH


def test_a_heart_condition_closes_strength_until_a_doctor_agreed_and_the_edge_after_that_too() -> None:
    assert closed_to(answered("C6", agreed=False)) >= STRENGTH
    assert closed_to(answered("C6")) == EDGE


def test_back_surgery_long_ago_leaves_strength_open() -> None:
    assert not closed_to(answered("C4d", **{SURGERY_ON: LONG_AGO})) & STRENGTH


def test_knee_surgery_closes_the_heel_to_the_buttock_and_nothing_else() -> None:
    assert closed_to(answered("C4b")) == {HEEL}


@pytest.mark.parametrize("ticked", ["C5", "C10"])
def test_thin_bones_and_poor_balance_close_the_edge_and_not_the_floor(ticked: str) -> None:
    closed = closed_to(answered(ticked))
    assert closed >= EDGE
    assert FLOOR not in closed


@pytest.mark.parametrize(
    "question", [q for q in safety().questions if q.self_test_reason], ids=lambda q: q.id
)
def test_whoever_may_not_do_the_floor_check_does_none(question: SafetyQuestion) -> None:
    clearance = replace(answered(), self_test_reasons=(question.self_test_reason,), ticked=(question,))
    assert closed_to(clearance) == set(ORDER)


def test_who_ticked_nothing_has_every_check() -> None:
    assert closed_to(answered()) == set()


def test_every_check_that_an_answer_closes_names_the_answer() -> None:
    for question in safety().questions:
        clearance = answered(question.id)
        if clearance.closed:
            continue  # the gate closes everything
        for check, why in closings(CheckStanding(now=NOW, clearance=clearance)).items():
            assert why.question == question, f"{check}: {question.id}"


def test_what_a_person_avoids_closes_all() -> None:
    standing = CheckStanding(now=NOW, clearance=answered(), avoids=frozenset({Caution.SPINE_ACUTE}))
    assert {why.shut for why in closings(standing).values()} == {Shut.AVOIDED}
    assert len(closings(standing)) == len(ORDER)


def test_nothing_is_checked_within_half_an_hour_after_a_routine() -> None:
    trained = NOW - timedelta(minutes=29)
    why = closing(FLOOR, CheckStanding(now=NOW, clearance=answered(), trained_at=trained))
    assert why is not None
    assert (why.shut, why.until) == (Shut.TRAINED, trained + timedelta(minutes=30))
    earlier = CheckStanding(now=NOW, clearance=answered(), trained_at=NOW - timedelta(minutes=30))
    assert closing(FLOOR, earlier) is None
    ahead = CheckStanding(now=NOW, clearance=answered(), trained_at=NOW + timedelta(minutes=5))
    assert closing(FLOOR, ahead) is None, "the clock was set back"


def test_the_bridge_is_not_done_again_within_two_days_and_the_others_are() -> None:
    last = dict.fromkeys(ORDER, NOW - timedelta(hours=47))
    assert set(closings(CheckStanding(now=NOW, clearance=answered(), last=last))) == {BRIDGE}
    last = dict.fromkeys(ORDER, NOW - timedelta(hours=48))
    assert closings(CheckStanding(now=NOW, clearance=answered(), last=last)) == {}


@pytest.mark.parametrize(
    ("last", "open_again"),
    [
        (datetime(2026, 10, 24, 18, tzinfo=timezone(timedelta(hours=2))), "2026-10-26T17:00+01:00"),
        (datetime(2026, 10, 24, 18, tzinfo=ZoneInfo("Europe/Berlin")), "2026-10-26T17:00+01:00"),
        (datetime(2027, 3, 27, 18, tzinfo=timezone(timedelta(hours=1))), "2027-03-29T19:00+02:00"),
        (datetime(2026, 7, 20, 9, tzinfo=timezone(timedelta(hours=9))), "2026-07-21T20:00-04:00"),
    ],
    ids=["summer time ends", "summer time ends, in a zone", "summer time begins", "from Tokyo to New York"],
)
def test_two_days_after_a_bridge_are_48_hours_whatever_the_clocks_do(last: datetime, open_again: str) -> None:
    opens = datetime.fromisoformat(open_again)
    if last.tzinfo is not None and not isinstance(last.tzinfo, timezone):
        opens = opens.astimezone(last.tzinfo)
    for now, is_closed in ((opens - timedelta(minutes=1), True), (opens, False)):
        standing = CheckStanding(now=now, clearance=answered(), last={BRIDGE: last})
        assert (closing(BRIDGE, standing) is not None) is is_closed, now
