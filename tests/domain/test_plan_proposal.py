"""What is proposed follows from what was found and set, says why, and never does more than it says."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supple.domain.exercise import Caution, Equipment
from supple.domain.minutes import whole_minutes
from supple.domain.offered import Limits
from supple.domain.plan import HAD_BY_MOST, PlanBasis, PlanLead
from supple.domain.plan_calendar import DayMark, PlanContent
from supple.domain.plan_outlook import Outlook, outlook
from supple.domain.plan_proposal import (
    PLANS_OF,
    THINGS,
    PlanWhy,
    Proposal,
    first_controls,
    propose,
    with_routine,
)
from supple.domain.plan_session import KNEELING_STRETCH, plan_session
from supple.domain.plan_weeks import DayClosed
from supple.domain.record import Occasion, PainRecord
from supple.domain.routine import compile_timeline
from supple.domain.side import Side

from .plan_life import CONTENT, LENGTH, MONDAY, STRENGTH, Life, plan_of

SATURDAY = date(2026, 6, 27)
EDGE = HAD_BY_MOST | {Equipment.BED}


def proposal(
    basis: PlanBasis = LENGTH,
    *,
    content: PlanContent = CONTENT,
    today: date = SATURDAY,
    **settings: object,
) -> Proposal:
    controls = replace(first_controls(basis), **settings)
    return propose(basis, controls, content, today=today)


def whys(proposed: Proposal) -> Mapping[PlanWhy, str]:
    return {reason.why: reason.fitted.exercise_id if reason.fitted else "" for reason in proposed.reasons}


def sets(proposed: Proposal) -> dict[str, tuple[int, int]]:
    """How many sets left and right have of each exercise, as they are played."""
    routine = proposed.session.offer.routine
    assert routine is not None
    return {s.exercise_id: (s.sets_on(Side.LEFT), s.sets_on(Side.RIGHT)) for s in routine.steps}


@pytest.mark.parametrize(
    ("lead", "routine_id", "in_weeks"),
    [
        (PlanLead.LENGTH, "tight_plan", [3, 4, 5, 5]),
        (PlanLead.STRENGTH, "weak_plan", [3, 3, 3, 3]),
        (PlanLead.COMBINED, "mixed_plan", [3, 3, 4, 4]),
        (PlanLead.NEITHER, "pre_workout", [3, 3, 3, 3]),
        (PlanLead.CANNOT_TELL, "gentle_week1", [5, 5, 5, 5]),
    ],
)
def test_each_reading_leads_to_its_routine_in_four_weeks(
    lead: PlanLead, routine_id: str, in_weeks: list[int]
) -> None:
    proposed = proposal(PlanBasis(lead=lead))
    assert proposed.controls.routine_id == routine_id
    assert [row.planned for row in proposed.rows] == in_weeks
    assert proposed.starts_on == MONDAY


def test_where_neither_stands_out_the_person_chooses() -> None:
    proposed = proposal(PlanBasis(lead=PlanLead.NEITHER))
    assert proposed.choices == ("pre_workout", "desk_day")
    assert with_routine(proposed.controls, proposed.basis, "desk_day").routine_id == "desk_day"


def test_the_minutes_of_a_day_are_those_of_its_session() -> None:
    proposed = proposal(has=EDGE)
    routine = proposed.session.offer.routine
    assert routine is not None
    minutes = whole_minutes(compile_timeline(routine).total_ms)
    days = [day for day in proposed.rows[1].days if day.mark is DayMark.PLANNED]
    assert {day.minutes for day in days} == {minutes} == {proposed.whole}
    assert {day.minutes for day in proposed.rows[0].days if day.minutes} == {6}


def test_the_more_limited_side_has_one_set_more_of_one_stretch_and_says_so() -> None:
    proposed = proposal(has=EDGE)
    more = {i: both for i, both in sets(proposed).items() if both[0] != both[1]}
    assert more == {"mod_thomas_stretch": (3, 2)}
    (reason,) = (r for r in proposed.reasons if r.why is PlanWhy.ONE_MORE)
    assert (reason.side, reason.number) == (Side.LEFT, 16.0)
    alike = proposal(has=EDGE, one_more=None)
    assert all(left == right for left, right in sets(alike).values())
    assert PlanWhy.ONE_MORE not in whys(alike)


def test_strength_first_has_sides_alike_and_a_day_between() -> None:
    proposed = proposal(STRENGTH)
    assert not proposed.may_one_more
    assert all(left == right for left, right in sets(proposed).values())
    assert set(proposed.closed.values()) == {DayClosed.BETWEEN}
    assert PlanWhy.DAY_BETWEEN in whys(proposed)


def test_without_an_edge_the_half_kneeling_stretch_gets_two_sets_more() -> None:
    proposed = proposal(one_more=None)
    assert "mod_thomas_stretch" not in sets(proposed)
    assert sets(proposed)[KNEELING_STRETCH] == (4, 4)
    assert PlanWhy.NO_EDGE in whys(proposed)


def test_the_front_of_the_thigh_is_stretched_only_when_something_points_to_it() -> None:
    has = EDGE | {Equipment.STRAP}
    assert "sidelying_quad" not in sets(proposal(has=has))
    assert PlanWhy.NO_FRONT_THIGH in whys(proposal(has=has))
    pointed = proposal(replace(LENGTH, front_thigh=True), has=has)
    assert "sidelying_quad" in sets(pointed)
    assert PlanWhy.FRONT_THIGH in whys(pointed)


def test_without_kneeling_nothing_kneels_and_at_a_desk_nothing_lies_down() -> None:
    for basis in (LENGTH, STRENGTH):
        for i in sets(proposal(basis, no_kneeling=True)):
            exercise = CONTENT.catalogue.exercise(i)
            assert not exercise.kneels
            assert Caution.KNEE_KNEEL not in exercise.avoid
        for i in sets(proposal(basis, at_a_desk=True)):
            assert CONTENT.catalogue.exercise(i).stays_off_the_floor


def test_an_exercise_that_an_answer_hides_has_another_in_its_place_or_none_and_says_so() -> None:
    hidden = PlanContent(
        catalogue=CONTENT.catalogue, limits=Limits(own=frozenset({Caution.THR_90, Caution.SPINE_ACUTE}))
    )
    proposed = proposal(STRENGTH, content=hidden)
    ids = proposed.session.offer.shown.exercise_ids
    for i in ids:
        assert not {Caution.THR_90, Caution.SPINE_ACUTE} & set(CONTENT.catalogue.exercise(i).avoid)
    fitted = {f.exercise_id: f.instead for f in proposed.session.fitted}
    assert fitted["psoas_march"] == ""
    assert PlanWhy.LEFT_OUT in whys(proposed)


def test_where_nothing_is_open_there_is_nothing_to_begin() -> None:
    closed = Limits(put_away=frozenset(e.id for e in CONTENT.catalogue.exercises))
    proposed = proposal(content=PlanContent(catalogue=CONTENT.catalogue, limits=closed))
    assert proposed.empty
    assert all(day.minutes == 0 for row in proposed.rows for day in row.days)


def test_about_ten_minutes_are_offered_where_it_takes_longer() -> None:
    proposed = proposal(has=EDGE)
    assert proposed.short is not None
    assert proposed.short <= 10 < proposed.whole
    assert proposal(has=EDGE, shorter=True).session.minutes == proposed.short
    assert proposal(PlanBasis(lead=PlanLead.NEITHER)).short is None


@pytest.mark.parametrize(
    ("today", "starts_on"),
    [
        (MONDAY, MONDAY),
        (MONDAY + timedelta(days=2), MONDAY + timedelta(days=2)),  # Wednesday, Friday and Sunday are left
        (MONDAY + timedelta(days=3), MONDAY + timedelta(days=7)),
        (SATURDAY, MONDAY),
    ],
)
def test_a_plan_begins_this_week_where_its_first_week_still_fits(today: date, starts_on: date) -> None:
    proposed = proposal(today=today)
    assert proposed.starts_on == starts_on
    assert proposed.rows[0].planned == 3
    assert min(day.day for day in proposed.rows[0].days if day.minutes) == starts_on


def test_one_strength_day_lies_in_the_fourth_week_of_length_first() -> None:
    proposed = proposal(has=EDGE)
    strength = [day for row in proposed.rows for day in row.days if day.strength]
    assert len(strength) == 1
    assert strength[0] in proposed.rows[3].days
    assert strength[0].minutes > proposed.whole


@given(
    st.sampled_from([*PlanLead]),
    st.frozensets(st.sampled_from(THINGS)),
    st.booleans(),
    st.booleans(),
    st.booleans(),
    st.frozensets(st.sampled_from([*Caution]), max_size=4),
)
def test_whatever_is_set_a_session_is_of_what_is_at_hand_and_half_is_never_more(
    lead: PlanLead,
    has: frozenset[Equipment],
    shorter: bool,
    no_kneeling: bool,
    at_a_desk: bool,
    own: frozenset[Caution],
) -> None:
    basis = replace(LENGTH, lead=lead)
    content = PlanContent(catalogue=CONTENT.catalogue, limits=Limits(own=own))
    controls = replace(
        first_controls(basis, has=has), shorter=shorter, no_kneeling=no_kneeling, at_a_desk=at_a_desk
    )
    for week in (1, 2):
        whole = plan_session(controls, _Day(week, half=False), content.catalogue, content.limits)
        half = plan_session(controls, _Day(week, half=True), content.catalogue, content.limits)
        assert half.minutes <= whole.minutes
        if whole.offer.routine is None:
            continue
        assert len(set(whole.offer.routine.exercise_ids)) == len(whole.offer.routine.steps)
        for step in whole.offer.routine.steps:
            exercise = content.catalogue.exercise(step.exercise_id)
            assert set(exercise.equipment) <= has | {Equipment.NONE}
            assert not own & set(exercise.avoid)
        more = [s for s in whole.offer.routine.steps if s.sets_on(Side.LEFT) != s.sets_on(Side.RIGHT)]
        assert len(more) <= 1


def test_one_set_more_shows_in_the_sets_that_are_played() -> None:
    routine = proposal(has=EDGE).session.offer.routine
    assert routine is not None
    played = [
        (p.side, p.set_number, p.sets)
        for p in compile_timeline(routine).sets
        if p.exercise_id == "mod_thomas_stretch"
    ]
    assert played == [
        (Side.LEFT, 1, 3),
        (Side.LEFT, 2, 3),
        (Side.LEFT, 3, 3),
        (Side.RIGHT, 1, 2),
        (Side.RIGHT, 2, 2),
    ]


def rated(life: Life, days: int, score: int) -> PainRecord:
    at = life.now + timedelta(days=days)
    return PainRecord(pain_id=f"{days}-{score}", rated_at=at, occasion=Occasion.BEFORE, score=score)


@pytest.mark.parametrize(
    ("first", "later", "days", "said"),
    [
        ((6, 6), (6, 5), 42, Outlook.NOT_BETTER),
        ((6, 6), (6, 5), 30, Outlook.GO_ON),
        ((6, 6), (4, 4), 42, Outlook.GO_ON),
        ((3, 3), (2, 2), 42, Outlook.GO_ON),  # 30 %
        ((2, 2), (4, 4), 14, Outlook.WORSE),
        ((2, 2), (4,), 14, Outlook.GO_ON),  # one rating says nothing
    ],
)
def test_not_better_after_six_weeks_or_worse_at_any_time_means_to_see_someone(
    first: tuple[int, ...], later: tuple[int, ...], days: int, said: Outlook
) -> None:
    life = Life(plan_of())
    pains = [rated(life, n, score) for n, score in enumerate(first)]
    pains += [rated(life, days - n, score) for n, score in enumerate(later)]
    assert outlook(life.plan, pains, MONDAY + timedelta(days=days)) is said


class _Day:
    def __init__(self, week: int, *, half: bool) -> None:
        self.week = week
        self.half = half


def test_every_reading_has_routines_that_are_there() -> None:
    for ids in PLANS_OF.values():
        for routine_id in ids:
            assert CONTENT.catalogue.routine(routine_id).steps
