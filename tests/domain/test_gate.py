"""The one gate: every fact that closes closes, nothing that is added opens, and each refusal has a way back."""

from dataclasses import replace
from itertools import chain, combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supple.domain.exercise import Caution
from supple.domain.gate import Back, GateClosedError, Standing, Way, Why, admit, decide
from supple.domain.pain import RED_SIGNS, Sign
from supple.domain.safety import Clearance, Group, Urgency

FREE = Standing(answered=True, clearance=Clearance())
CLOSED = Clearance(urgency=Urgency.SAME_DAY)
EXERCISES = ("a1", "a2", "a3")
EVERY_SIGN = [*(frozenset({sign}) for sign in RED_SIGNS), RED_SIGNS]

exercise_sets = st.sets(st.sampled_from(EXERCISES)).map(frozenset)
clearances = st.builds(
    Clearance,
    ended=st.booleans(),
    urgency=st.sampled_from(Urgency),
    self_test_reasons=st.sampled_from([(), ("a reason",)]),
)
standings = st.builds(
    Standing,
    answered=st.booleans(),
    clearance=clearances,
    due=st.sets(st.sampled_from(Group)).map(frozenset),
    pain=st.none() | st.integers(0, 10),
    signs=st.sets(st.sampled_from(sorted(RED_SIGNS))).map(frozenset),
    sore_hip=st.booleans(),
    hidden=exercise_sets,
    hurt_today=exercise_sets,
    avoids=st.sets(st.sampled_from(Caution)).map(frozenset),
)


def worse(standing: Standing, data: st.DataObject) -> Standing:
    """The same standing with one more fact that closes, or with more pain."""
    made = {
        "unanswered": replace(standing, answered=False),
        "closed": replace(standing, clearance=replace(standing.clearance, urgency=Urgency.EMERGENCY)),
        "under age": replace(standing, clearance=replace(standing.clearance, ended=True)),
        "check": replace(standing, clearance=replace(standing.clearance, self_test_reasons=("a reason",))),
        "due": replace(standing, due=standing.due | {data.draw(st.sampled_from(Group))}),
        "sign": replace(standing, signs=standing.signs | {data.draw(st.sampled_from(sorted(RED_SIGNS)))}),
        "sore hip": replace(standing, sore_hip=True),
        "hidden": replace(standing, hidden=standing.hidden | {data.draw(st.sampled_from(EXERCISES))}),
        "hurt": replace(standing, hurt_today=standing.hurt_today | {data.draw(st.sampled_from(EXERCISES))}),
        "avoids": replace(standing, avoids=standing.avoids | {data.draw(st.sampled_from(Caution))}),
        "pain": replace(standing, pain=data.draw(st.integers(standing.pain or 0, 10))),
    }
    return made[data.draw(st.sampled_from(sorted(made)))]


@given(standing=standings, way=st.sampled_from(Way), exercises=exercise_sets, data=st.data())
def test_a_further_fact_never_opens_what_was_closed(
    standing: Standing, way: Way, exercises: frozenset[str], data: st.DataObject
) -> None:
    before = decide(way, standing, exercises=exercises)
    after = decide(way, worse(standing, data), exercises=exercises)
    assert before.open or not after.open
    assert after.gently or not before.gently


@given(standing=standings, way=st.sampled_from(Way), exercises=exercise_sets)
def test_what_is_closed_says_why_and_leads_back(
    standing: Standing, way: Way, exercises: frozenset[str]
) -> None:
    verdict = decide(way, standing, exercises=exercises)
    assert verdict.open is not bool(verdict.back)
    assert list(verdict.reasons) == [why for why in Why if why in verdict.reasons]


@given(standing=standings, way=st.sampled_from(Way), exercises=exercise_sets)
def test_asking_with_fewer_exercises_known_never_closes_more(
    standing: Standing, way: Way, exercises: frozenset[str]
) -> None:
    assert decide(way, standing).open or not decide(way, standing, exercises=exercises).open


@given(standing=standings, exercises=exercise_sets)
def test_with_pain_above_amber_only_gentle_ways_open(standing: Standing, exercises: frozenset[str]) -> None:
    for pain in range(6, 11):
        for way in Way:
            verdict = decide(way, replace(standing, pain=pain), exercises=exercises)
            assert not verdict.open or (verdict.gently and pain == 6 and way in (Way.SESSION, Way.EXERCISE))


@pytest.mark.parametrize("way", Way)
def test_somebody_whom_nothing_stops_begins(way: Way) -> None:
    verdict = decide(way, FREE, exercises=EXERCISES)
    assert verdict.open
    assert not verdict.gently


@pytest.mark.parametrize("way", Way)
@pytest.mark.parametrize(
    ("standing", "why", "back"),
    [
        (replace(FREE, answered=False), Why.UNANSWERED, Back.ANSWER_NOW),
        (replace(FREE, clearance=CLOSED), Why.ANSWERS, Back.CHANGE_ANSWERS),
        (replace(FREE, clearance=Clearance(ended=True)), Why.ENDED, Back.CHANGE_ANSWERS),
        *((replace(FREE, due=frozenset({group})), Why.DUE, Back.ANSWER_NOW) for group in Group),
        *((replace(FREE, signs=signs), Why.SIGN, Back.TELL_SEEN) for signs in EVERY_SIGN),
        *((replace(FREE, pain=pain), Why.STRONG_PAIN, Back.RATE_PAIN) for pain in (7, 8, 10)),
    ],
)
def test_what_closes_closes_every_way(way: Way, standing: Standing, why: Why, back: Back) -> None:
    verdict = decide(way, standing)
    assert verdict.reasons == (why,)
    assert verdict.back == (back,)


def test_the_questions_come_before_what_was_told_and_before_the_pain() -> None:
    standing = replace(FREE, due=frozenset({Group.SEE_DOCTOR}), signs=frozenset({Sign.NUMB}), pain=8)
    assert decide(Way.SESSION, standing).reasons == (Why.DUE, Why.SIGN, Why.STRONG_PAIN)


def test_an_answer_that_closes_the_check_closes_the_check_alone() -> None:
    standing = replace(FREE, clearance=Clearance(self_test_reasons=("Your surgical team first.",)))
    assert [way for way in Way if not decide(way, standing).open] == [Way.CHECK]


def test_after_a_sore_hip_only_paper_is_left_until_it_was_mild() -> None:
    verdicts = {way: decide(way, replace(FREE, sore_hip=True)) for way in Way}
    assert [way for way, verdict in verdicts.items() if verdict.open] == [Way.PAPER]
    assert verdicts[Way.SESSION].back == (Back.TELL_MILD,)


def test_a_very_painful_back_that_is_avoided_closes_the_check_alone() -> None:
    standing = replace(FREE, avoids=frozenset({Caution.SPINE_ACUTE}))
    verdicts = {way: decide(way, standing) for way in Way}
    assert [way for way, verdict in verdicts.items() if not verdict.open] == [Way.CHECK]
    assert verdicts[Way.CHECK].back == (Back.SETTINGS,)
    assert decide(Way.CHECK, replace(FREE, avoids=frozenset({Caution.WRIST}))).open


@pytest.mark.parametrize(("way", "opens"), [(Way.SESSION, True), (Way.EXERCISE, True), (Way.RESUME, False)])
def test_a_routine_goes_on_without_what_hurt_but_a_session_cut_short_does_not(
    way: Way, *, opens: bool
) -> None:
    standing = replace(FREE, hurt_today=frozenset({"a1"}))
    assert decide(way, standing, exercises=EXERCISES).open is opens
    assert decide(way, standing, exercises=("a1",)).reasons[0] is Why.HURT_TODAY


def test_nothing_is_begun_of_which_all_is_left_out() -> None:
    halves = replace(FREE, hidden=frozenset({"a1", "a2"}), hurt_today=frozenset({"a3"}))
    assert decide(Way.SESSION, halves, exercises=EXERCISES).reasons == (Why.LEFT_OUT,)
    assert decide(Way.PAPER, halves, exercises=EXERCISES).open
    assert not decide(Way.PAPER, halves, exercises=("a1", "a2")).open


def test_what_is_left_out_names_the_ways_by_which_it_comes_back() -> None:
    hidden = replace(FREE, hidden=frozenset({"a1", "a2", "a3"}))
    by_choice, both = replace(hidden, chosen=hidden.hidden), replace(hidden, chosen=frozenset({"a1"}))
    way = Way.SESSION
    assert decide(way, hidden, exercises=("a1",)).back == (Back.ELSEWHERE, Back.CHANGE_ANSWERS)
    assert decide(way, by_choice, exercises=("a1",)).back == (Back.ELSEWHERE, Back.SETTINGS)
    assert decide(way, both, exercises=("a1", "a2")).back == (
        Back.ELSEWHERE,
        Back.SETTINGS,
        Back.CHANGE_ANSWERS,
    )
    assert decide(way, both, exercises=("a2", "a3")).back == (Back.ELSEWHERE, Back.CHANGE_ANSWERS)


def test_what_the_gate_closed_cannot_be_begun_by_mistake() -> None:
    admit(decide(Way.SESSION, FREE), Way.SESSION, Way.EXERCISE)
    with pytest.raises(GateClosedError):
        admit(decide(Way.SESSION, replace(FREE, pain=9)), Way.SESSION)
    with pytest.raises(GateClosedError):
        admit(decide(Way.PAPER, FREE), Way.SESSION)


def test_every_pair_of_closing_facts_is_closed_for_every_way() -> None:
    facts = {
        "answered": False,
        "clearance": CLOSED,
        "due": frozenset({Group.EMERGENCY}),
        "pain": 8,
        "signs": frozenset({Sign.CHEST}),
    }
    for names in chain(combinations(facts, 1), combinations(facts, 2)):
        standing = replace(FREE, **{name: facts[name] for name in names})
        assert not any(decide(way, standing).open for way in Way), names
