"""The row of filters over the library: menus of ticks with counts, the three qualities, what is left."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.ui.check_fixtures import stand
from tests.ui.library.test_library_with_everything import CATALOGUE

from supple.domain.exercise import Area, Category, Equipment, Position
from supple.ui.figure.pictures import Pictures
from supple.ui.kit.button import Button
from supple.ui.kit.chip import Chip
from supple.ui.kit.menu_chip import MenuChip
from supple.ui.kit.popover import Popover
from supple.ui.kit.text import Text
from supple.ui.kit.theme import Theme
from supple.ui.kit.tick_row import TickRow
from supple.ui.library.library_filter import LibraryFilter, counts
from supple.ui.library.library_page import LibraryPage

ALL = len(CATALOGUE.exercises)


@pytest.fixture
def page(qtbot: QtBot, theme: Theme) -> Iterator[LibraryPage]:
    page = LibraryPage(theme, Pictures(), CATALOGUE)
    window = stand(qtbot, page, 1072, 800)
    yield page
    window.hide()


def popover(page: LibraryPage) -> Popover:
    return page.window().findChildren(Popover)[-1]


def count(page: LibraryPage) -> str:
    return next(text.text() for text in page.filters.findChildren(Text) if " of " in text.text())


def having(area: Area) -> set[str]:
    return {exercise.id for exercise in CATALOGUE.exercises if area in exercise.areas}


def test_there_are_four_menus_and_three_chips_in_one_row(page: LibraryPage) -> None:
    menus, chips = page.findChildren(MenuChip), page.findChildren(Chip)
    assert [menu.accessibleName() for menu in menus] == ["Where", "Position", "Kind", "Needs"]
    assert [chip.text() for chip in chips] == ["No kneeling", "At a desk", "No equipment"]
    assert len({one.mapTo(page, QPoint(0, 0)).y() for one in [*menus, *chips]}) == 1
    assert {one.height() for one in [*menus, *chips]} == {32}
    assert count(page) == f"{ALL} of {ALL}"


def test_a_narrow_window_wraps_them_to_two_rows_at_most(qtbot: QtBot, theme: Theme) -> None:
    page = LibraryPage(theme, Pictures(), CATALOGUE)
    window = stand(qtbot, page, 820, 600)
    page.filters.menu(Position).click()
    page.filters.menu(Position).row(Position.SUPINE.name).click()
    page.filters.menu(Area).click()
    page.filters.menu(Area).row(Area.FRONT_OF_HIP.name).click()
    QApplication.processEvents()
    parts = [*page.findChildren(MenuChip), *page.findChildren(Chip)]
    assert len({one.mapTo(page, QPoint(0, 0)).y() for one in parts}) <= 2
    window.hide()


def test_ticks_stay_open_filter_at_once_and_say_so_on_the_chip(qtbot: QtBot, page: LibraryPage) -> None:
    where = page.filters.menu(Area)
    QTest.mouseClick(where, Qt.MouseButton.LeftButton)
    assert popover(page).isVisible()
    where.row(Area.FRONT_OF_HIP.name).click()
    assert where.is_open
    assert set(page.shown_ids) == having(Area.FRONT_OF_HIP)
    assert where.accessibleName() == "Where: Front of the hip"
    assert count(page) == f"{len(having(Area.FRONT_OF_HIP))} of {ALL}"
    where.row(Area.BUTTOCK.name).click()
    assert set(page.shown_ids) == having(Area.FRONT_OF_HIP) | having(Area.BUTTOCK)
    assert where.accessibleName() == "Where: Front of the hip, Buttock"
    qtbot.keyClick(QApplication.focusWidget() or page, Qt.Key.Key_Escape)
    assert not where.is_open
    assert where.hasFocus()


def test_each_tick_says_how_many_it_would_show_beside_the_other_filters(page: LibraryPage) -> None:
    kind = page.filters.menu(Category)
    kind.click()
    stretches = {e.id for e in CATALOGUE.exercises if e.category is Category.STRETCH}
    assert kind.row(Category.STRETCH.name).number == len(stretches)
    page.filters.menu(Area).click()
    page.filters.menu(Area).row(Area.BUTTOCK.name).click()
    kind.click()
    row = kind.row(Category.STRETCH.name)
    assert row.number == len(stretches & having(Area.BUTTOCK))
    row.click()
    assert set(page.shown_ids) == stretches & having(Area.BUTTOCK)


def test_what_none_is_left_of_cannot_be_ticked(page: LibraryPage) -> None:
    next(chip for chip in page.findChildren(Chip) if chip.text() == "No equipment").click()
    needs = page.filters.menu(Equipment)
    needs.click()
    assert needs.row(Equipment.CHAIR.name).number == 0
    assert not needs.row(Equipment.CHAIR.name).isEnabled()
    assert needs.row(Equipment.MAT.name).isEnabled()


def test_clear_takes_back_the_ticks_of_its_menu_alone(page: LibraryPage) -> None:
    for menu, choice in ((Area, Area.BUTTOCK), (Category, Category.STRETCH)):
        page.filters.menu(menu).click()
        page.filters.menu(menu).row(choice.name).click()
    clear = next(b for b in popover(page).findChildren(Button) if b.accessibleName() == "Clear: Kind")
    clear.click()
    assert set(page.shown_ids) == having(Area.BUTTOCK)
    assert page.filters.menu(Category).accessibleName() == "Kind"
    assert not page.filters.menu(Category).row(Category.STRETCH.name).isChecked()


def test_an_open_menu_follows_its_chip_when_the_window_changes(page: LibraryPage) -> None:
    needs = page.filters.menu(Equipment)
    needs.click()
    for size in ((900, 600), (1280, 800), (760, 600)):
        page.window().resize(*size)
        page.resize(*size)
        QApplication.processEvents()
        corner = needs.mapTo(page.window(), QPoint(0, needs.height()))
        panel = popover(page)._panel.geometry()
        assert 0 <= panel.top() - corner.y() <= 8
        assert panel.left() <= corner.x() <= panel.right()


def test_positions_stand_from_lying_to_standing(page: LibraryPage) -> None:
    page.filters.menu(Position).click()
    rows = [row.text() for row in popover(page).findChildren(TickRow) if row.isVisible()]
    assert (rows[0], rows[-1]) == ("Lying on the back", "Standing")


def test_the_cross_and_delete_take_them_back_without_opening(qtbot: QtBot, page: LibraryPage) -> None:
    where = page.filters.menu(Area)
    for way in ("cross", "delete"):
        where.click()
        where.row(Area.BUTTOCK.name).click()
        popover(page).shut()
        QApplication.processEvents()
        if way == "cross":
            spot = QPoint(where.width() - 18, where.height() // 2)
            QTest.mouseClick(where, Qt.MouseButton.LeftButton, pos=spot)
        else:
            qtbot.keyClick(where, Qt.Key.Key_Delete)
        assert not where.is_open
        assert len(page.shown_ids) == ALL


def test_a_menu_is_worked_by_keys_alone(qtbot: QtBot, page: LibraryPage) -> None:
    where = page.filters.menu(Area)
    where.setFocus()
    qtbot.keyClick(where, Qt.Key.Key_Return)
    first = where.row(Area.FRONT_OF_HIP.name)
    assert first.hasFocus()
    qtbot.keyClick(first, Qt.Key.Key_Down)
    second = where.row(Area.BUTTOCK.name)
    assert second.hasFocus()
    qtbot.keyClick(second, Qt.Key.Key_Space)
    assert set(page.shown_ids) == having(Area.BUTTOCK)
    qtbot.keyClick(second, Qt.Key.Key_Return)
    assert len(page.shown_ids) == ALL
    qtbot.keyClick(first, Qt.Key.Key_Up)
    qtbot.keyClick(where.row(Area.TRUNK.name), Qt.Key.Key_Tab)
    assert not where.is_open or popover(page).isAncestorOf(QApplication.focusWidget() or page)


def test_a_press_beside_it_closes_it_and_does_nothing_else(page: LibraryPage) -> None:
    where = page.filters.menu(Area)
    where.click()
    over = popover(page)
    QTest.mouseClick(over, Qt.MouseButton.LeftButton, pos=QPoint(over.width() - 60, over.height() - 60))
    assert not where.is_open
    assert len(page.shown_ids) == ALL


def test_leaving_the_room_closes_it(page: LibraryPage) -> None:
    where = page.filters.menu(Area)
    where.click()
    over = popover(page)
    page.hide()
    assert not over.isVisible()


@pytest.mark.parametrize(("width", "height", "percent"), [(820, 600, 100), (820, 600, 200), (1072, 800, 100)])
def test_it_lies_inside_the_window_and_what_is_lower_scrolls(
    qtbot: QtBot, theme: Theme, width: int, height: int, percent: int
) -> None:
    theme.set_text_percent(percent)
    page = LibraryPage(theme, Pictures(), CATALOGUE)
    window = stand(qtbot, page, width, height)
    for menu in (Area, Position, Category, Equipment):
        page.filters.menu(menu).click()
        over = popover(page)
        QApplication.processEvents()
        last = list(page.filters.menu(menu)._rows.values())[-1]
        clear = next(b for b in over.findChildren(Button) if b.isVisible())
        for part in (clear, *over.findChildren(Text)):
            inside = over.rect().contains(part.mapTo(over, part.rect().bottomRight()))
            assert inside or not part.isVisible(), part
        assert last.width() >= last.sizeHint().width()
        over.shut()
    window.hide()


def test_the_counts_of_a_menu_leave_its_own_ticks_aside() -> None:
    wanted = LibraryFilter(criteria=frozenset({Area.BUTTOCK}))
    found = counts(Area, CATALOGUE.exercises, wanted)
    assert found[Area.BACK] == len(having(Area.BACK))
