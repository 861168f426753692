"""The library: searching, filtering, and exercises that are not offered."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot
from tests.ui.content_fixtures import A1, A2, A3, shipped

from supple.domain.exercise import Area, Caution, Position
from supple.domain.library_criteria import Quality
from supple.domain.offered import NO_LIMITS, Limits
from supple.ui.figure.pictures import Pictures
from supple.ui.kit.chip import Chip
from supple.ui.kit.field import SearchField
from supple.ui.kit.theme import Theme
from supple.ui.library.library_card import LibraryCard
from supple.ui.library.library_filter import LibraryFilter
from supple.ui.library.library_page import LibraryPage


@pytest.fixture
def page(qtbot: QtBot, theme: Theme) -> LibraryPage:
    page = LibraryPage(theme, Pictures(), shipped())
    qtbot.addWidget(page)
    page.resize(1072, 800)
    return page


def chip(page: LibraryPage, word: str) -> Chip:
    return next(found for found in page.findChildren(Chip) if found.text() == word)


def card(page: LibraryPage, exercise_id: str) -> LibraryCard:
    return next(found for found in page.findChildren(LibraryCard) if found.exercise.id == exercise_id)


def test_every_exercise_with_pictures_has_a_card(page: LibraryPage) -> None:
    assert {A1, A2, A3} <= set(page.shown_ids)


def test_typing_searches_at_once(qtbot: QtBot, page: LibraryPage) -> None:
    field = page.findChildren(SearchField)[0]
    qtbot.keyClicks(field, "pirif")
    assert A1 in page.shown_ids
    assert A3 not in page.shown_ids
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert A3 in page.shown_ids


def test_a_search_without_result_offers_everything_again(page: LibraryPage) -> None:
    field = page.findChildren(SearchField)[0]
    field.setText("zzz")
    assert page.shown_ids == ()
    page.show_all()
    assert field.text() == ""
    assert A1 in page.shown_ids


def test_no_kneeling_takes_the_kneeling_stretch_away(page: LibraryPage) -> None:
    chip(page, "No kneeling").click()
    assert A3 not in page.shown_ids
    assert A1 in page.shown_ids


def test_two_positions_widen_and_a_quality_narrows() -> None:
    exercises = {e.id: e for e in shipped().exercises}
    both = LibraryFilter(criteria=frozenset({Position.SUPINE, Position.HALF_KNEELING}))
    assert both.shows(exercises[A1])
    assert both.shows(exercises[A3])
    standing = LibraryFilter(criteria=frozenset({Position.HALF_KNEELING, Quality.NO_KNEELING}))
    assert not any(standing.shows(e) for e in exercises.values())


def test_an_area_and_words_must_both_fit() -> None:
    exercises = {e.id: e for e in shipped().exercises}
    assert LibraryFilter(words="seated", criteria=frozenset({Area.BUTTOCK})).shows(exercises[A2])
    assert not LibraryFilter(words="kneeling", criteria=frozenset({Area.BUTTOCK})).shows(exercises[A2])


def test_pressing_a_card_opens_its_exercise(qtbot: QtBot, page: LibraryPage) -> None:
    for press in ("click", "enter"):
        with qtbot.waitSignal(page.exercise_opened) as told:
            if press == "click":
                card(page, A2).click()
            else:
                qtbot.keyClick(card(page, A2), Qt.Key.Key_Return)
        assert told.args == [A2]


def test_what_is_not_offered_stays_and_says_why_and_what_instead(page: LibraryPage) -> None:
    catalogue = shipped()
    note = next(n for n in catalogue.cautions if n.hides and n.id in catalogue.exercise(A1).avoid)
    page.set_limits(Limits(answered=frozenset({note.id})))
    said = card(page, A1).accessibleDescription()
    assert A1 in page.shown_ids
    assert "Not for now: " in said
    assert note.instead.rstrip(".") in said


def test_what_is_only_marked_says_to_take_care(page: LibraryPage) -> None:
    catalogue = shipped()
    exercise = catalogue.exercise(A1)
    mark = next(n for n in catalogue.cautions if not n.hides and n.id in exercise.avoid)
    page.set_limits(Limits(answered=frozenset({Caution(mark.id)})))
    assert "Take care: " in card(page, A1).accessibleDescription()
    page.set_limits(Limits(put_away=frozenset({A1})))
    assert "You put it away." in card(page, A1).accessibleDescription()
    page.set_limits(NO_LIMITS)
    assert "Take care: " not in card(page, A1).accessibleDescription()


def test_a_card_names_the_exercise_for_a_screen_reader(page: LibraryPage) -> None:
    assert card(page, A3).accessibleName() == shipped().exercise(A3).name
    assert "Half-kneeling".lower() in card(page, A3).accessibleDescription()


def test_no_part_of_a_card_becomes_a_window_of_its_own(page: LibraryPage) -> None:
    assert page.shown_ids
    assert not QGuiApplication.topLevelWindows()


def test_a_search_can_be_cleared_by_its_cross(page: LibraryPage) -> None:
    field = page._search
    (cross,) = field.actions()
    assert not cross.isVisible()
    field.setText("piriformis")
    assert cross.isVisible()
    assert cross.text() == "Clear the search"
    cross.trigger()
    assert field.text() == ""


def test_for_whom_the_floor_is_hard_chair_and_standing_come_first(qtbot: QtBot, page: LibraryPage) -> None:
    usual = page.shown_ids
    page.set_limits(Limits(chair_first=True))
    order = page.shown_ids
    first = [shipped().exercise(i).stays_off_the_floor for i in order]
    assert first == sorted(first, reverse=True)
    assert first[0]
    assert set(order) == set(usual)
    page.resize(1072, 800)
    page.show()
    qtbot.wait(20)
    top = min(
        (found for found in page.findChildren(LibraryCard) if found.isVisible()),
        key=lambda found: (found.mapTo(page, found.rect().topLeft()).y(), found.x()),
    )
    assert top.exercise.id == order[0]
    card(page, order[0]).setFocus()
    qtbot.keyClick(card(page, order[0]), Qt.Key.Key_Tab)
    assert card(page, order[1]).hasFocus()
    page.set_limits(NO_LIMITS)
    assert page.shown_ids == usual


def test_chair_and_standing_come_first_before_all_cards_are_made(qtbot: QtBot, theme: Theme) -> None:
    page = LibraryPage(theme, Pictures(), shipped())
    qtbot.addWidget(page)
    page.set_limits(Limits(chair_first=True))
    assert shipped().exercise(page.shown_ids[0]).stays_off_the_floor
    assert len(page.shown_ids) == len(set(page.shown_ids)) == len(shipped().shown_exercises)
