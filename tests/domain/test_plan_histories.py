"""Whatever a person does and tells, a plan never goes up two steps at once nor after amber, and can be taken back."""

from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from supple.domain.pain import Light
from supple.domain.plan import PlanCause, PlanChange, PlanControls, PlanMove, PlanRecord
from supple.domain.plan_calendar import DayMark
from supple.domain.plan_changes import (
    can_be_taken_back,
    paused,
    resumed,
    set_anew,
    step_put_off,
    step_taken,
    taken_back,
    was_away,
)
from supple.domain.plan_proposal import PLANS_OF, first_controls
from supple.domain.plan_rules import settled
from supple.domain.plan_weeks import (
    GOES_UP,
    STRENGTH_PLAN,
    closed_days,
    days_that_fit,
    most_days,
    place_on,
)
from supple.domain.session import SessionOutcome

from .plan_life import LENGTH, STRENGTH, Life, plan_of

UP = (PlanMove.NEXT_WEEK, PlanMove.FULL_AGAIN, PlanMove.STEP_UP)
DEEDS = ("train", "train", "train", "train", "nothing", "take", "leave", "back", "pause", "resume", "anew")
DAYS = st.tuples(
    st.sampled_from(DEEDS),
    st.integers(0, 7) | st.just(1) | st.just(2),  # pain after
    st.integers(0, 6) | st.just(1) | st.just(2) | st.none(),  # pain the next morning, None: not answered
    st.sampled_from((1, 1, 1, 1, 2, 5, 9)),  # days until the next time the program is opened
)
BASES = st.sampled_from(
    (LENGTH, STRENGTH, replace(LENGTH, lead="combined"), replace(LENGTH, lead="cannot tell"))
)


def live(life: Life, days: list[tuple[str, int, int | None, int]]) -> None:
    """Open the program, do something, and judge every change that came."""
    for deed, after, morning, sleep in days:
        before = life.plan
        today = life.look()
        judge(life, before)
        match deed:
            case "train":
                life.train(after=after, outcome=SessionOutcome.COMPLETED)
            case "take" if today.offer is not None:
                life.plan = step_taken(life.plan, today.offer.step, life.now)
                judge(life, before)
            case "leave" if today.offer is not None:
                life.plan = step_put_off(life.plan, today.offer.step, life.now)
            case "pause":
                life.plan = paused(life.plan, PlanCause.ILLNESS, life.now)
            case "resume":
                life.plan = resumed(life.plan, life.now)
            case "anew":
                days_set = days_that_fit(life.plan.controls.routine_id, frozenset({after % 7, sleep % 7}))
                life.plan = set_anew(life.plan, replace(life.plan.controls, days=days_set), life.now)
            case "back":
                takes_something_back(life)
            case _:
                pass
        last = life.sessions[-1] if life.sessions else None
        life.sleep(sleep)
        if deed == "train" and last is not None and morning is not None and sleep < 7:
            life.answer(morning)
        if life.place.stands and after % 2:
            life.asked_at = life.now
            life.hour += 1


def judge(life: Life, before: PlanRecord) -> None:
    """What came since `before` goes up by one thing at most, and for a reason."""
    new = [change for change in life.plan.changes if change not in before.changes]
    ups = [change for change in new if change.move in UP and change.holds]
    if life.plan.controls.routine_id in GOES_UP:
        assert len(ups) <= 1 or len({change.day for change in ups}) == len(ups), new
        for change in ups:
            goes_up_for_a_reason(life, change)
    assert settled(life.plan, life.known) == life.plan, "the rules said something twice"
    for row in life.look().rows:
        planned = [day for day in row.days if day.mark is DayMark.PLANNED]
        assert len(planned) <= most_days(life.plan.controls.routine_id)
        assert all(day.minutes > 0 for day in planned)


def goes_up_for_a_reason(life: Life, change: PlanChange) -> None:
    """Two green sessions in a row, and after them nothing amber or red."""
    done = [each for each in life.done if each.counts and each.session.started_at < life.now]
    before = [each for each in done if each.day < change.day or change.move is PlanMove.STEP_UP]
    lights = [each.light for each in before]
    assert any(a is b is Light.GREEN for a, b in pairwise(lights)), (change, lights)
    if change.move is PlanMove.STEP_UP:
        assert lights[-2:] == [Light.GREEN, Light.GREEN]
        assert not life.place.half
    halved = [c for c in life.plan.holding if c.move is PlanMove.HALF and c.day < change.day]
    if change.move is PlanMove.NEXT_WEEK and halved:
        since = [each for each in before if each.day > halved[-1].day]
        assert len(since) >= 2


def takes_something_back(life: Life) -> None:
    """The last change that can be: then everything is as it was before it."""
    open_ = [change for change in life.plan.changes if can_be_taken_back(life.plan, change)]
    if not open_:
        return
    change = open_[-1]
    without = replace(life.plan, changes=tuple(c for c in life.plan.changes if c is not change))
    life.plan = taken_back(life.plan, change, life.now)
    assert life.plan.controls == without.controls
    assert life.plan.steps == without.steps
    assert life.plan.pauses == without.pauses
    for n in range(40):
        day = life.day + timedelta(days=n - 20)
        assert place_on(life.plan, day, today=life.day) == place_on(without, day, today=life.day)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(BASES, st.lists(DAYS, min_size=5, max_size=30))
def test_no_life_makes_a_plan_go_up_by_two_things_or_after_amber(
    basis: object, days: list[tuple[str, int, int | None, int]]
) -> None:
    life = Life(plan_of(basis))
    live(life, days)
    ids = [change.change_id for change in life.plan.changes]
    assert len(ids) == len(set(ids)), "a change was made twice"


@given(st.sampled_from(sorted(GOES_UP)), st.frozensets(st.integers(0, 6), min_size=1))
def test_the_days_that_can_be_chosen_leave_a_day_between_strength(
    routine_id: str, days: frozenset[int]
) -> None:
    fit = days_that_fit(routine_id, days)
    assert 1 <= len(fit) <= most_days(routine_id)
    if routine_id == STRENGTH_PLAN:
        assert not any((day + 1) % 7 in fit for day in fit)
    assert not set(closed_days(routine_id, fit)) & fit


@given(BASES, st.frozensets(st.integers(0, 6), min_size=1), st.integers(1, 12))
def test_having_been_away_leaves_a_plan_where_it_was(basis: object, days: frozenset[int], gone: int) -> None:
    controls = first_controls(basis)
    controls = replace(controls, days=days_that_fit(controls.routine_id, days))
    life = Life(plan_of(basis, controls))
    life.well_until(life.day + timedelta(days=14))
    week = life.place.week
    life.sleep(gone)
    if life.place.over:
        return
    life.plan = was_away(life.plan, life.done[-1] if life.done else None, life.now)
    life.look()
    assert life.place.week >= week
    assert not any(change.move is PlanMove.WEEK_BACK for change in life.plan.holding)


def test_every_reading_leads_to_a_plan() -> None:
    for lead, routine_ids in PLANS_OF.items():
        assert routine_ids, lead
        controls = first_controls(replace(LENGTH, lead=lead))
        assert isinstance(controls, PlanControls)
        assert controls.days
