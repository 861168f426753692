"""What checks amount to: every row of the table, how sure it is, whose side the plan follows, and the words for it."""

from datetime import timedelta
from pathlib import Path

import make_decision_tables
import pytest

from supple.domain.checks.context import Activity, Context, Feeling, HoursSitting
from supple.domain.checks.decision import Decision, decision_of
from supple.domain.checks.decision_rules import (
    PAIN,
    RULES,
    Emphasis,
    Grade,
    Lean,
    Length,
    Rule,
    Strength,
    rule_for,
)
from supple.domain.findings import Finding
from supple.domain.record import Check, CheckRecord, SelfTestRecord
from supple.domain.side import Side
from supple.storage.safety_content import decode_readings

from .taken import EDGE, FLOOR, TAPE, TODAY, held, on_the_floor, taken, tried

WORDS = decode_readings(
    (Path(__file__).resolve().parents[2] / "assets/content/en/readings.json").read_bytes()
)
LEFT, RIGHT = Side.LEFT, Side.RIGHT
LENGTHS = {
    Length.LIMITED: (tried(FLOOR, LEFT, Finding.LIMITED),),
    Length.FREE: (tried(FLOOR, LEFT, Finding.LEVEL),),
    Length.UNKNOWN: (tried(FLOOR, LEFT, Finding.UNKNOWN),),
}
LIFTS = {
    Strength.EARLY: (held(LEFT, 11.4, early=True),),
    Strength.GOOD: (held(LEFT, 26.0, early=False),),
    Strength.UNKNOWN: (),
}
SAID = {
    None: Context(),
    Lean.LENGTH: Context(sitting=HoursSitting.LONG, activity=Activity.LITTLE),
    Lean.STRENGTH: Context(feeling=Feeling.SOON_BACK),
}


def left(decision: Decision) -> str:
    return decision.sides[LEFT].rule.rule_id


@pytest.mark.parametrize("rule", RULES, ids=[rule.rule_id for rule in RULES])
def test_every_row_of_the_table_is_reached_and_leads_where_it_says(rule: Rule) -> None:
    checks = (*LENGTHS[rule.length], *LIFTS[rule.strength])
    found = decision_of(taken(*checks), context=SAID[rule.lean])
    assert (left(found), found.routines) == (rule.rule_id, rule.routines)
    said = WORDS.rules[rule.rule_id]
    assert said.title
    assert said.sentence.endswith(".")


def test_there_is_a_row_for_everything_that_can_be_found() -> None:
    for length in Length:
        for strength in Strength:
            for lean in (None, *Lean):
                assert rule_for(length, strength, lean) in RULES
    assert set(WORDS.rules) == {rule.rule_id for rule in (PAIN, *RULES)}


def test_what_lies_beside_the_checks_decides_only_where_something_was_not_checked() -> None:
    sits, comes_back = SAID[Lean.LENGTH], SAID[Lean.STRENGTH]
    both = taken(*LENGTHS[Length.LIMITED], *LIFTS[Strength.EARLY])
    assert {left(decision_of(both, context=said)) for said in SAID.values()} == {"both"}
    alone = taken(*LENGTHS[Length.LIMITED])
    assert left(decision_of(alone, context=comes_back)) == "length_alone"
    contrary = Context(sitting=HoursSitting.LONG, feeling=Feeling.LATE)
    assert left(decision_of(alone, context=contrary)) == "length_alone", "both leans are no lean"
    some = Context(sitting=HoursSitting.SOME)
    moves = Context(sitting=HoursSitting.LONG, activity=Activity.ENOUGH)
    assert [left(decision_of(alone, context=said)) for said in (some, moves)] == ["length_alone"] * 2
    assert "sit for more than 7 hours" in WORDS.why(decision_of(alone, context=sits).sides[LEFT])


@pytest.mark.parametrize(
    ("checks", "grade"),
    [
        ((tried(FLOOR, LEFT, Finding.LIMITED), held(LEFT, 26, early=False)), Grade.LOW),
        ((tried(FLOOR, LEFT, Finding.LIMITED), tried(EDGE, LEFT, Finding.LIMITED, 16, error=3)), Grade.LOW),
        (
            (
                tried(FLOOR, LEFT, Finding.LIMITED),
                tried(EDGE, LEFT, Finding.LIMITED, 16, error=3),
                held(LEFT, 26, early=False),
            ),
            Grade.MODERATE,
        ),
        (
            (
                tried(EDGE, LEFT, Finding.LIMITED, 16, error=3),
                tried(TAPE, LEFT, Finding.LIMITED, 12, error=3),
                held(LEFT, 26, early=False),
            ),
            Grade.LOW,
        ),
        (
            (
                tried(FLOOR, LEFT, Finding.LEVEL),
                held(LEFT, 11, early=True),
                tried(Check.MARCH, LEFT, Finding.LIMITED),
            ),
            Grade.MODERATE,
        ),
        (
            (
                tried(FLOOR, LEFT, Finding.LEVEL),
                held(LEFT, 11, early=True),
                tried(Check.MARCH, LEFT, Finding.LEVEL),
            ),
            Grade.LOW,
        ),
        ((tried(FLOOR, LEFT, Finding.UNKNOWN),), None),
    ],
)
def test_it_is_moderately_sure_only_where_two_different_checks_agree(
    checks: tuple[CheckRecord, ...], grade: Grade | None
) -> None:
    assert decision_of(taken(*checks)).sides[LEFT].grade is grade


def with_lift(finding: Finding, days: int, rules: str) -> SelfTestRecord:
    at = TODAY - timedelta(days=days)
    return taken(tried(FLOOR, LEFT, finding, rules=rules), held(LEFT, 27, early=False), at=at)


@pytest.mark.parametrize(
    ("earlier", "grade"),
    [
        (with_lift(Finding.LIMITED, 14, "floor-2"), Grade.MODERATE),
        (with_lift(Finding.LEVEL, 14, "floor-2"), Grade.LOW),
        (with_lift(Finding.LIMITED, 0, "floor-2"), Grade.LOW),
        (with_lift(Finding.LIMITED, 14, "floor-1"), Grade.LOW),
    ],
    ids=["two days", "something else then", "the same day", "other rules"],
)
def test_the_same_check_on_two_days_makes_it_moderately_sure(earlier: SelfTestRecord, grade: Grade) -> None:
    now = with_lift(Finding.LIMITED, 0, "floor-2")
    assert decision_of(now, earlier=earlier).sides[LEFT].grade is grade


def test_where_two_checks_of_length_differ_the_milder_counts_and_it_says_so() -> None:
    found = decision_of(
        taken(tried(FLOOR, LEFT, Finding.LEVEL), tried(EDGE, LEFT, Finding.LIMITED, 9, error=3))
    )
    assert left(found) == "length_clear"
    assert found.sides[LEFT].length_finding is Finding.LEVEL
    assert WORDS.why(found.sides[LEFT]).startswith("On the floor the left thigh was about level. Two checks")
    assert "Two checks of length differ; the milder counts." in WORDS.why(found.sides[LEFT])


@pytest.mark.parametrize(
    ("left_found", "right_found", "follows", "routine"),
    [
        (Finding.LIMITED, Finding.LEVEL, LEFT, "mixed_plan"),
        (Finding.LEVEL, Finding.LIMITED, RIGHT, "mixed_plan"),
        (Finding.LIMITED, Finding.LIMITED, None, "mixed_plan"),
        (Finding.UNKNOWN, Finding.BELOW, RIGHT, "pre_workout"),
        (Finding.BELOW, Finding.LEVEL, None, "pre_workout"),
        (None, Finding.LIMITED, None, "mixed_plan"),
        (Finding.UNKNOWN, Finding.UNKNOWN, None, "gentle_week1"),
    ],
)
def test_the_plan_follows_the_more_limited_side(
    left_found: Finding | None, right_found: Finding | None, follows: Side | None, routine: str
) -> None:
    found = decision_of(on_the_floor(left_found, right_found))
    assert (found.follows, found.routines[0]) == (follows, routine)


def test_one_sentence_over_both_says_which_side_it_follows() -> None:
    limited = decision_of(on_the_floor(Finding.LEVEL, Finding.LIMITED))
    assert WORDS.follows_words(limited) == "The plan follows your right side, the more limited one."
    tired = decision_of(
        taken(
            tried(FLOOR, LEFT, Finding.LEVEL),
            tried(FLOOR, RIGHT, Finding.LEVEL),
            held(LEFT, 28, early=False),
            held(RIGHT, 12, early=True),
        )
    )
    assert WORDS.follows_words(tired) == "The plan follows your right side, where the lift tired earlier."
    assert WORDS.follows_words(decision_of(on_the_floor(Finding.LEVEL, Finding.LEVEL))) == ""


@pytest.mark.parametrize(("angles", "higher"), [((16, 6), LEFT), ((6, 16), RIGHT), ((15, 6), None)])
def test_sides_differ_from_ten_degrees_on(angles: tuple[float, float], higher: Side | None) -> None:
    sides = zip((LEFT, RIGHT), angles, strict=True)
    found = decision_of(taken(*(tried(EDGE, side, Finding.LIMITED, angle, error=3) for side, angle in sides)))
    assert found.higher is higher
    assert found.follows is higher, "both may be limited: the plan follows the one that stayed higher"


def test_pain_leaves_its_side_out_and_nothing_is_suggested_unless_it_was_mild() -> None:
    hurt = decision_of(on_the_floor(Finding.LIMITED, Finding.PAIN))
    assert hurt.sides[RIGHT].rule.emphasis is Emphasis.LEFT_OUT
    assert (hurt.is_hurt, hurt.routines) == (True, ())
    mild = decision_of(
        taken(tried(FLOOR, LEFT, Finding.LIMITED), tried(FLOOR, RIGHT, Finding.PAIN, answer="pain, mild"))
    )
    assert (mild.is_hurt, mild.routines[0]) == (False, "mixed_plan")


def test_without_any_hip_there_is_no_reading_and_it_begins_gently() -> None:
    assert (decision_of(None).sides, decision_of(None).routines) == ({}, ("gentle_week1",))


@pytest.mark.parametrize(
    ("checks", "why"),
    [
        (
            (tried(EDGE, LEFT, Finding.LIMITED, 16.2, error=3.4), held(LEFT, 26.9, early=False)),
            "The left thigh was 16° above level, give or take 4°, and the left lift lasted 26 s.",
        ),
        (
            (tried(TAPE, LEFT, Finding.LEVEL, 0.2, error=3), held(LEFT, 30, early=False)),
            "The left thigh was level, give or take 3°, and the left lift lasted the full 30 s.",
        ),
        (
            (tried(EDGE, LEFT, Finding.BELOW, -8, error=4),),
            "The left thigh was 8° below level, give or take 4°.",
        ),
        (
            (tried(FLOOR, LEFT, Finding.BELOW), held(LEFT, 18, early=True), held(RIGHT, 29, early=False)),
            "On the floor the left thigh rested down, and the left lift lasted 18 s, 11 s less than the other.",
        ),
        (
            (held(LEFT, 11, early=True),),
            "The left lift lasted 11 s.",
        ),
    ],
)
def test_why_is_one_sentence_with_side_and_numbers(checks: tuple[CheckRecord, ...], why: str) -> None:
    found = WORDS.why(decision_of(taken(*checks)).sides[LEFT]).replace("\N{NO-BREAK SPACE}", " ")
    assert found == why
    assert not {"+", "±", "−"} & set(found)


def test_the_best_of_the_tries_that_can_be_read_counts() -> None:
    checks = (
        tried(FLOOR, LEFT, Finding.LEVEL),
        tried(Check.HIP_HOLD, LEFT, Finding.LEVEL, 18, number=1, answer="leaned back"),
        tried(Check.HIP_HOLD, LEFT, Finding.LEVEL, 29, number=2, answer="not sure"),
    )
    assert "the left lift lasted 18\N{NO-BREAK SPACE}s" in WORDS.why(decision_of(taken(*checks)).sides[LEFT])


def test_of_two_photos_the_middle_counts_with_the_larger_error() -> None:
    checks = [
        tried(EDGE, LEFT, Finding.LIMITED, angle, number=number, error=error)
        for number, (angle, error) in enumerate([(12, 3), (15, 5)], start=1)
    ]
    assert "14° above level, give or take 5°" in WORDS.why(decision_of(taken(*checks)).sides[LEFT])


def test_no_sentence_claims_more_than_may_be_said() -> None:
    said = [text.sentence for text in WORDS.rules.values()]
    for word in ("weak", "positive", "negative", "fail", "you have tight", "this is why", "pelvis is tilted"):
        assert not any(word in sentence.lower() for sentence in said), word
    assert not any("level" in words for finding, words in WORDS.floor.items() if finding is not Finding.LEVEL)


def test_the_page_of_tables_is_made_from_the_rules() -> None:
    assert make_decision_tables.PAGE.read_text(encoding="utf-8") == make_decision_tables.page_text(), (
        "run packaging/make_decision_tables.py"
    )
