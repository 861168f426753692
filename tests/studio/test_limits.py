"""The one table of limits: every limit names its picture, and what fails today is known and only becomes less."""

from pathlib import Path

import pytest
from assets.studio import known
from assets.studio.limits import TABLE, Kind, is_beyond
from assets.studio.recipe import all_exercises
from assets.studio.value import Value

ROOT = Path(__file__).parents[2]
PICTURES = ROOT / "assets" / "pictures"


def test_every_limit_names_the_picture_that_made_it() -> None:
    names = {exercise.id for exercise in all_exercises()}
    for kind in Kind:
        limit = TABLE[kind]
        assert limit.unit, kind
        assert any(name in limit.made_by for name in names) or "cards" in limit.made_by, kind


@pytest.mark.parametrize(
    ("kind", "holds", "fails"),
    [
        (Kind.GAP, 5.0, 5.2),
        (Kind.GLOW, 150, 149),
        (Kind.GLOW_MOST, 33.3, 33.5),
        (Kind.GLOW_CHECK, 0, 1),
        (Kind.ALPHA, 48, 47),
        (Kind.MOVES, 4.0, 3.9),
        (Kind.FILLS, 35, 34.9),
        (Kind.CUT_OFF, 0, 1),
    ],
)
def test_a_limit_that_is_just_reached_holds(kind: Kind, holds: float, fails: float) -> None:
    assert not is_beyond(kind, holds)
    assert is_beyond(kind, fails)


def test_a_value_says_which_way_its_limit_goes() -> None:
    dim, floating = (
        Value(Kind.GLOW, 6, "card", "erector spinae"),
        Value(Kind.GAP, 14, "pose a", "target.foot"),
    )
    assert str(dim).endswith("6 px, least 150")
    assert str(floating).endswith("14 mm, limit 5")
    assert not Value(Kind.GAP, 14, "pose a", "target.foot", why="the foot is lifted").is_beyond


def found() -> known.Found:
    return known.recorded(PICTURES, all_exercises())


def test_no_new_failure_joins_those_that_are_known() -> None:
    assert known.new_failures(found()) == []


def test_what_is_mended_has_left_the_list_of_known_failures() -> None:
    assert known.mended(found()) == []


def test_only_exercises_and_limits_that_there_are_stand_on_the_list() -> None:
    assert set(known.known()) <= {exercise.id for exercise in all_exercises()}
    assert {kind for kinds in known.known().values() for kind in kinds} <= {str(kind) for kind in Kind}


def test_the_list_of_known_failures_only_shrinks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(known, "LIST", tmp_path / "known.toml")
    known.write({"bird_dog": frozenset({Kind.GLOW, Kind.GAP}), "march": frozenset({Kind.GAP})})
    record = {
        "bird_dog": {Kind.GLOW: 80.0, Kind.GAP: 2.0},
        "march": {Kind.GAP: 1.0},
        "pigeon": {Kind.GAP: 20.0},
    }
    assert known.mended(record) == [f"bird_dog: {Kind.GAP}", f"march: {Kind.GAP}"]
    assert known.new_failures(record) == [f"pigeon: {Kind.GAP}"]
    known.take_out_mended(record)
    assert known.known() == {"bird_dog": frozenset({str(Kind.GLOW)})}


def test_an_exercise_that_was_never_gauged_begins_with_all_that_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(known, "LIST", tmp_path / "known.toml")
    monkeypatch.setattr(known, "RECORD", tmp_path / "gauged.json")
    exercise = next(exercise for exercise in all_exercises() if exercise.id == "pigeon")
    worst = {
        Kind.GAP: Value(Kind.GAP, 20, "pose a", "other.foot"),
        Kind.HEM: Value(Kind.HEM, 3, "card", "top"),
    }
    assert known.remember("pigeon", worst)
    known.begin("pigeon", known.recorded(tmp_path, [exercise]))
    assert known.known() == {"pigeon": frozenset({str(Kind.GAP)})}
    assert not known.remember("pigeon", {Kind.GAP: Value(Kind.GAP, 2, "pose a", "other.foot")})
    known.take_out_mended(known.recorded(tmp_path, [exercise]))
    assert known.known() == {}
