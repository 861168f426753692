"""Which exercises load the place where it was sharp: by areas, muscles and what a knee does not like."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from tests.ui.mat_fixtures import exercise

from supple.domain.exercise import Area, Caution, Muscle
from supple.domain.pain import PLACES, Sign
from supple.domain.record import Occasion, PainRecord
from supple.domain.same_place import loaded_of, loads, sharp_places

PLAIN = replace(exercise("a1"), areas=(), primary=(), secondary=(), avoid=())


@pytest.mark.parametrize(
    ("place", "change"),
    [
        ("low back", {"areas": (Area.BACK,)}),
        ("low back", {"areas": (Area.TRUNK,)}),
        ("buttock", {"areas": (Area.BUTTOCK,)}),
        ("front of the hip", {"areas": (Area.FRONT_OF_HIP,)}),
        ("groin", {"areas": (Area.FRONT_OF_HIP,)}),
        ("groin", {"secondary": (Muscle.ADDUCTORS,)}),
        ("thigh", {"areas": (Area.THIGH,)}),
        ("knee", {"areas": (Area.THIGH,)}),
        ("knee", {"avoid": (Caution.KNEE_KNEEL,)}),
    ],
)
def test_what_works_there_loads_it_and_nothing_else_does(place: str, change: dict[str, object]) -> None:
    working = replace(PLAIN, **change)
    assert loads(working, place)
    assert not loads(PLAIN, place)


def test_of_a_place_that_was_not_named_nobody_can_tell() -> None:
    assert loads(PLAIN, "somewhere else")
    assert not loads(PLAIN, "")


def test_the_first_sore_place_is_named() -> None:
    back = replace(PLAIN, areas=(Area.BACK, Area.BUTTOCK))
    assert loaded_of(back, {"buttock", "low back"}) == "low back"
    assert loaded_of(back, {"knee"}) == ""
    assert loaded_of(back, set(PLACES)) == "low back"


def test_sharp_pain_is_remembered_by_its_session() -> None:
    told = PainRecord(
        pain_id="p",
        rated_at=datetime(2026, 7, 22, 18, tzinfo=UTC),
        occasion=Occasion.DURING,
        score=None,
        session_id="s1",
        place="groin",
        signs=frozenset({Sign.SHARP}),
    )
    milder = replace(told, place="knee", signs=frozenset())
    assert sharp_places([told, milder], "s1") == {"groin"}
    assert sharp_places([told], "s2") == frozenset()
