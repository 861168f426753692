"""What of the past still holds now: pain until it is rated anew, signs until seen about, a sore hip for its day."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from supple.domain.consent import MILD_HIP, Consent
from supple.domain.findings import Finding
from supple.domain.pain import Sign
from supple.domain.record import (
    Check,
    CheckRecord,
    Occasion,
    PainRecord,
    SelfTestRecord,
    SessionRecord,
    whole_round,
)
from supple.domain.side import Side
from supple.domain.standing import ahead_of, hip_is_sore, hurt_today, open_signs, pain_now

NOW = datetime(2026, 7, 22, 18, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)


def pain(score: int | None, at: datetime = NOW, *, occasion: Occasion = Occasion.DURING) -> PainRecord:
    return PainRecord(pain_id=f"{at}", rated_at=at, occasion=occasion, score=score)


def signed(*signs: Sign, at: datetime = NOW, exercise_id: str = "a1") -> PainRecord:
    return replace(pain(None, at), signs=frozenset(signs), exercise_id=exercise_id)


@pytest.mark.parametrize(
    ("pains", "holds"),
    [
        ([], None),
        ([pain(None)], None),
        ([pain(6)], 6),
        ([pain(6, NOW - DAY)], None),
        ([pain(8, NOW - 30 * DAY)], 8),
        ([pain(8, NOW - 30 * DAY), pain(2, NOW - 20 * DAY)], None),
        ([pain(8, NOW - HOUR), pain(2)], 2),
        ([pain(2), pain(8, NOW - HOUR)], 2),
        ([pain(2, NOW - HOUR), pain(9, occasion=Occasion.WORST_24H)], 2),
        ([pain(9, NOW + 400 * DAY)], None),
        ([pain(9, NOW + 3 * DAY)], None),
        ([pain(9, NOW + HOUR)], 9),
    ],
)
def test_strong_pain_holds_until_it_is_rated_anew_and_any_other_for_its_day(
    pains: list[PainRecord], holds: int | None
) -> None:
    assert pain_now(pains, NOW) == holds


def test_a_red_sign_holds_however_old_until_it_was_seen_about() -> None:
    told = [signed(Sign.NUMB, at=NOW - 400 * DAY), signed(Sign.SHARP)]
    answers = whole_round(NOW)
    assert open_signs(told, answers) == {Sign.NUMB}
    assert open_signs(told, None) == {Sign.NUMB}
    assert open_signs(told, replace(answers, agreed_at={Consent.SIGN: NOW - 401 * DAY})) == {Sign.NUMB}
    assert open_signs(told, replace(answers, agreed_at={Consent.SIGN: NOW})) == frozenset()
    at_once = [
        signed(Sign.NUMB)
    ]  # seen about in the very moment: dated like the sign when the clock was set back
    assert open_signs(at_once, replace(answers, agreed_at={Consent.SIGN: NOW})) == frozenset()


def test_pain_below_the_knee_has_spread_down_the_leg() -> None:
    assert open_signs([replace(pain(1), place="below the knee")], None) == {Sign.SPREADING}
    assert open_signs([replace(pain(1), place="knee")], None) == frozenset()


def test_sharp_pain_ends_its_exercise_for_the_day_alone() -> None:
    told = [
        signed(Sign.SHARP),
        signed(Sign.SHARP, at=NOW - DAY, exercise_id="a2"),
        signed(Sign.NUMB, exercise_id="a3"),
        signed(Sign.SHARP, exercise_id=""),
    ]
    assert hurt_today(told, NOW) == {"a1"}
    assert open_signs([signed(Sign.SHARP)], None) == frozenset()


def test_a_hip_that_hurt_in_the_check_is_sore_for_the_day_or_until_it_was_mild() -> None:
    check = CheckRecord(
        check=Check.HIP_LENGTH_FLOOR, side=Side.LEFT, try_number=1, answer="x", finding=Finding.PAIN
    )
    sore = SelfTestRecord(self_test_id="t", taken_at=NOW - HOUR, checks=(check,))
    answers = whole_round(NOW - DAY)
    assert hip_is_sore(sore, answers, NOW)
    assert not hip_is_sore(sore, answers, NOW + DAY)
    assert not hip_is_sore(None, answers, NOW)
    assert not hip_is_sore(replace(sore, checks=(replace(check, finding=Finding.LIMITED),)), answers, NOW)
    assert not hip_is_sore(sore, replace(answers, agreed_at={MILD_HIP: NOW}), NOW)
    assert hip_is_sore(sore, replace(answers, agreed_at={MILD_HIP: NOW - 2 * HOUR}), NOW)


def test_a_session_of_the_future_tells_that_the_clock_was_set_back() -> None:
    begun = SessionRecord(
        session_id="s", started_at=NOW + HOUR, ended_at=None, routine_id="r", routine="R", planned_s=60, sets_planned=3,
    )  # fmt: skip
    soon = replace(begun, started_at=NOW + timedelta(minutes=1))
    assert ahead_of(NOW, [begun, soon]) == (begun,)
