"""The findings of more than the floor check: a row for each check, a reading for each side, what changed since."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from tests.domain.taken import EDGE, FLOOR, TODAY, held, on_the_floor, taken, tried
from tests.ui.check_fixtures import decision, pictures_at, self_test, stand

from supple.domain.checks.sitting import sitting
from supple.domain.findings import Finding
from supple.domain.record import Check, SelfTestRecord
from supple.domain.side import Side
from supple.ui.check.findings_page import FindingsPage
from supple.ui.check.routine_card import RoutineOffer
from supple.ui.kit.theme import Theme

LEFT, RIGHT = Side.LEFT, Side.RIGHT
PLAN = RoutineOffer(
    routine_id="tight_plan",
    name="Length-first plan",
    facts="15 min.",
    minutes=15,
    sentence="",
    exercise_id="a3",
)
Show = Callable[..., FindingsPage]
FULL = taken(
    tried(FLOOR, LEFT, Finding.LIMITED),
    tried(FLOOR, RIGHT, Finding.LEVEL),
    tried(EDGE, LEFT, Finding.LIMITED, 16.3, error=3),
    tried(EDGE, RIGHT, Finding.LEVEL, 0, error=3),
    held(LEFT, 26.4, early=False),
    tried(Check.HIP_HOLD, LEFT, Finding.LEVEL, 24, number=2),
    held(RIGHT, 30, early=False),
    tried(Check.BRIDGE_HOLD, LEFT, Finding.LEVEL, 38),
    tried(Check.BRIDGE_HOLD, RIGHT, Finding.LEVEL, 41),
    tried(Check.MARCH, LEFT, Finding.LEVEL),
    tried(Check.MARCH, RIGHT, Finding.LIMITED),
)


@pytest.fixture
def show(qtbot: QtBot, theme: Theme, tmp_path: Path) -> Iterator[Show]:
    page = FindingsPage(theme, pictures_at(tmp_path / "pictures"), self_test(), decision())
    window = stand(qtbot, page)

    def show(test: SelfTestRecord, earlier: SelfTestRecord | None = None) -> FindingsPage:
        page.show_sitting(sitting(test, earlier=earlier), (PLAN,), may_walk=True)
        return page

    yield show
    window.hide()


def test_each_side_has_a_row_for_every_check_and_a_reading(show: Show) -> None:
    left, right = show(FULL).cards
    assert left.word.text() == "May be limited"
    assert "stayed above level" in left.sentence.text(), "level is said where an angle was measured"
    assert left.rows.sentences == (
        "On the floor: Lifted.",
        "Photo: 15° to 20° above level, 16° above level, give or take 3°.",
        "Lift hold: 26 s of 30 s, best of two.",
        "Bridge hold: 38 s.",
        "Slow march: Steady.",
    )
    assert right.rows.sentences[1:3] == (
        "Photo: 5° below to 5° above, level, give or take 3°.",
        "Lift hold: 30 s of 30 s.",
    )
    assert right.rows.sentences[-1] == "Slow march: Not steady."
    assert (left.reading.title.text(), left.reading.grade.text()) == ("Length first", "Moderately sure")
    assert (right.reading.title.text(), right.reading.grade.text()) == ("Neither stands out", "Not very sure")
    assert (
        "16° above level, give or take 3°, and the left lift lasted 26\N{NO-BREAK SPACE}s."
        in left.reading.why.text()
    )


def test_a_card_is_heard_whole_from_the_finding_to_the_reason(show: Show) -> None:
    heard = show(FULL).cards[0].word.accessibleName()
    order = (
        "Left hip: May be limited.",
        "Lift hold: 26 s",
        "Length first, Moderately sure.",
        "Two checks of length agree.",
    )
    assert [heard.find(part) for part in order] == sorted(heard.find(part) for part in order)
    assert all(part in heard for part in order)


def test_both_cards_stay_equal_and_their_rows_lie_on_the_same_lines(show: Show) -> None:
    page = show(FULL)
    left, right = page.cards
    assert (left.width(), left.height()) == (right.width(), right.height())
    heights = [{card.rows.rows[check].height() for card in page.cards} for check in (EDGE, Check.HIP_HOLD)]
    assert all(len(each) == 1 for each in heights)


def test_with_the_floor_check_alone_the_lift_says_that_it_was_not_done(show: Show) -> None:
    left, _ = show(on_the_floor(Finding.LIMITED, Finding.BELOW)).cards
    assert left.rows.sentences == ("On the floor: Lifted.", "Lift hold: Not done.")
    assert left.reading.title.text() == "Combined"
    assert "strength was not checked" in left.reading.sentence.text()
    assert "level" not in left.reading.words, "on the floor nothing is above or below level"


def test_with_the_lift_alone_the_length_is_not_claimed(show: Show) -> None:
    left, right = show(taken(held(LEFT, 12, early=True), held(RIGHT, 28, early=False))).cards
    assert left.word.text() == "Length not checked"
    assert left.sentence.text() == "The length of your left hip was not checked this time."
    assert (left.reading.title.text(), right.reading.title.text()) == ("Combined", "Cannot tell")
    assert left.redo_small.isHidden()


def test_one_side_that_was_not_checked_can_be_checked_now(show: Show) -> None:
    left, right = show(on_the_floor(Finding.LEVEL, None)).cards
    assert (right.word.text(), right.redo.text()) == ("Not checked", "Check the right hip")
    assert right.reading.isHidden()
    assert not left.redo_small.isHidden()


def test_a_retaken_check_says_by_side_what_became_of_it(show: Show) -> None:
    before = taken(
        tried(EDGE, LEFT, Finding.LIMITED, 28, error=3),
        tried(EDGE, RIGHT, Finding.LEVEL, 1, error=3),
        held(LEFT, 20, early=False),
        tried(FLOOR, RIGHT, Finding.LEVEL, rules="floor-1"),
        at=TODAY - timedelta(days=28),
    )
    left, right = show(FULL, before).cards
    rows = left.rows.rows
    assert rows[EDGE].change.text() == "Since last time: changed."
    assert rows[Check.HIP_HOLD].change.text() == "Since last time: could be measurement."
    assert rows[FLOOR].change.text() == ""
    assert right.rows.rows[EDGE].change.text() == "Since last time: about the same."
    assert "compare with care" in right.rows.rows[FLOOR].change.text()


def test_pain_at_the_lift_leaves_the_side_out_and_keeps_what_was_found_of_its_length(show: Show) -> None:
    test = taken(
        tried(FLOOR, LEFT, Finding.LEVEL), tried(Check.HIP_HOLD, LEFT, Finding.PAIN, answer="pain, mild")
    )
    left, _ = show(test).cards
    assert left.word.text() == "About level"
    assert left.rows.sentences[-1] == "Lift hold: Pain noted."
    assert left.reading.title.text() == "Left side not read"
    assert left.reading.grade.isHidden()


def test_it_always_says_when_to_see_someone(show: Show) -> None:
    assert (
        "not better in 4 to 6 weeks, or it is getting worse, see a physiotherapist." in show(FULL).always_said
    )


@pytest.mark.parametrize(("width", "height", "percent"), [(900, 600, 100), (1280, 800, 200), (900, 600, 200)])
def test_nothing_is_wider_than_the_window(
    show: Show, theme: Theme, width: int, height: int, percent: int
) -> None:
    theme.set_text_percent(percent)
    page = show(FULL)
    page.resize(width, height)
    assert page.minimumSizeHint().width() <= width
