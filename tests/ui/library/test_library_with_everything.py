"""The library as it will be when every exercise has its pictures: all are found, sorted and whole."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from tests.ui.check_fixtures import stand
from tests.ui.content_fixtures import ASSETS

from supple.domain.catalogue import Catalogue
from supple.domain.exercise import Area, Category, Equipment, Muscle, Position
from supple.domain.library_criteria import Quality
from supple.storage.content import load_catalogue
from supple.ui.figure.pictures import Pictures
from supple.ui.kit.button import Button
from supple.ui.kit.chip import Chip
from supple.ui.kit.field import SearchField
from supple.ui.kit.menu_chip import MenuChip
from supple.ui.kit.text import Text
from supple.ui.kit.theme import Theme
from supple.ui.library.library_card import LibraryCard
from supple.ui.library.library_filter import LibraryFilter, choices
from supple.ui.library.library_page import LibraryPage


def everything() -> Catalogue:
    """The shipped catalogue as if no picture were missing."""

    def read(name: str) -> bytes:
        return (ASSETS / "content" / "en" / name).read_bytes()

    return load_catalogue(read, has_picture=lambda folder, scene: True)


CATALOGUE = everything()


def found(words: str) -> set[str]:
    return {e.id for e in CATALOGUE.exercises if LibraryFilter(words=words).shows(e)}


@pytest.fixture
def page(theme: Theme, tmp_path: Path) -> LibraryPage:
    return LibraryPage(theme, Pictures(str(tmp_path)), CATALOGUE)


def test_every_exercise_has_a_card_and_the_search_counts_them(page: LibraryPage) -> None:
    assert set(page.shown_ids) == {e.id for e in CATALOGUE.exercises}
    assert page.findChildren(SearchField)[0].placeholderText() == "Search 31 exercises"


@pytest.mark.parametrize("kind", [Area, Position])
def test_areas_and_positions_leave_no_exercise_out_and_none_is_empty(kind: type[Area | Position]) -> None:
    chips = choices(kind, CATALOGUE.exercises)
    assert set(chips) == set(kind)
    left = [
        {e.id for e in CATALOGUE.exercises if LibraryFilter(criteria=frozenset({w})).shows(e)} for w in chips
    ]
    assert all(0 < len(ids) < len(CATALOGUE.exercises) for ids in left)
    assert set().union(*left) == {e.id for e in CATALOGUE.exercises}


def test_each_exercise_has_one_position() -> None:
    for exercise in CATALOGUE.exercises:
        fits = [p for p in Position if LibraryFilter(criteria=frozenset({p})).shows(exercise)]
        assert fits == [exercise.position]


def test_the_qualities_mean_what_they_say() -> None:
    def left(quality: Quality) -> set[str]:
        return {e.id for e in CATALOGUE.exercises if LibraryFilter(criteria=frozenset({quality})).shows(e)}

    kneeling = {"a3_half_kneeling_hip_flexor", "couch_stretch", "childs_pose", "cat_cow", "bird_dog"}
    assert not left(Quality.NO_KNEELING) & kneeling
    assert left(Quality.AT_A_DESK) >= {
        "seated_figure4",
        "seated_march",
        "seated_pelvic_tilt",
        "standing_hip_flexor",
    }
    assert not left(Quality.NO_EQUIPMENT) & {
        "hamstring_strap",
        "seated_figure4",
        "psoas_march",
        "mod_thomas_stretch",
    }
    assert left(Quality.NO_EQUIPMENT) >= {"brisk_walk", "glute_bridge", "cat_cow"}


@pytest.mark.parametrize("vocabulary", [Category, Position, Equipment, Muscle, Area])
def test_the_search_finds_by_every_word_that_is_used(
    vocabulary: type[Category | Position | Equipment | Muscle | Area],
) -> None:
    for word in vocabulary:
        having = {
            e.id
            for e in CATALOGUE.exercises
            if word in (e.category, e.position, *e.equipment, *e.primary, *e.secondary, *e.areas)
        }
        assert having <= found(word), word


@pytest.mark.parametrize(
    ("words", "exercise_id"),
    [("frog", ""), ("happy", "happy_baby"), ("figure 4", "seated_figure4"), ("clam", "clamshell")],
)
def test_the_search_finds_names_and_other_names(words: str, exercise_id: str) -> None:
    assert (exercise_id in found(words)) if exercise_id else not found(words)


BACK = {e.id for e in CATALOGUE.exercises if Area.BACK in e.areas}


def test_the_words_of_chips_and_of_people_find_what_the_chips_find() -> None:
    assert found("desk") == {e.id for e in CATALOGUE.exercises if e.desk}
    assert found("at a desk") == found("desk")
    assert found("lower back") == BACK
    assert (
        found("psoas")
        == found("iliopsoas")
        == {e.id for e in CATALOGUE.exercises if Muscle.ILIOPSOAS in (*e.primary, *e.secondary)}
    )
    assert found("on the side") == {e.id for e in CATALOGUE.exercises if e.position is Position.SIDE_LYING}
    assert found("no kneeling") == {e.id for e in CATALOGUE.exercises if not e.kneels}
    assert found("kneeling") < found("")
    assert "glute_bridge" not in found("kneeling")


def test_what_fits_best_stands_first(page: LibraryPage) -> None:
    field = page.findChildren(SearchField)[0]
    field.setText("psoas")
    assert page.shown_ids[0] == "psoas_march"
    field.setText("back")
    assert set(page.shown_ids[: len(BACK)]) == BACK  # before what is done lying on the back
    field.setText("")
    assert page.shown_ids == tuple(e.id for e in CATALOGUE.shown_exercises)


def test_where_nothing_fits_all_of_it_what_is_near_is_offered(page: LibraryPage, qtbot: QtBot) -> None:
    stand(qtbot, page, 1072, 800)
    field = page.findChildren(SearchField)[0]
    field.setText("back pain")
    assert set(page.shown_ids) == BACK
    assert "Nothing fits all of “back pain”. This comes near:" in read(page)
    field.setText("hamstrng")
    assert "hamstring_strap" in page.shown_ids
    next(chip for chip in page.findChildren(Chip) if chip.text() == "At a desk").click()
    field.setText("clamshell")
    assert page.shown_ids == ("clamshell",)
    assert "Nothing fits “clamshell” and what is chosen. This comes near:" in read(page)
    clear = next(b for b in page.findChildren(Button) if b.isVisible() and b.text() == "Clear")
    clear.click()
    assert field.text() == ""
    assert len(page.shown_ids) == len(CATALOGUE.exercises)
    assert "near" not in read(page)


def read(page: LibraryPage) -> str:
    return " ".join(text.text() for text in page.findChildren(Text) if text.isVisible())


@pytest.mark.parametrize(
    ("width", "height", "text_percent"), [(820, 600, 100), (900, 600, 200), (1600, 900, 100)]
)
def test_no_card_and_no_chip_is_cut_off(
    qtbot: QtBot, theme: Theme, page: LibraryPage, width: int, height: int, text_percent: int
) -> None:
    theme.set_text_percent(text_percent)
    window = stand(qtbot, page, width, height)
    qtbot.waitUntil(lambda: len(page.findChildren(LibraryCard)) == len(CATALOGUE.exercises))
    qtbot.wait(50)  # the cards that came last are laid out
    assert page.widget().width() <= page.viewport().width()
    parts = [*page.findChildren(LibraryCard), *page.findChildren(Chip), *page.findChildren(MenuChip)]
    for part in parts:
        edge = part.mapTo(page.widget(), part.rect().bottomRight())
        assert edge.x() < page.viewport().width(), part.accessibleName()
        assert edge.y() < page.widget().height(), part.accessibleName()
    for card in page.findChildren(LibraryCard):
        for label in card.findChildren(QLabel):
            if label.isVisible():
                assert label.height() >= label.heightForWidth(label.width()), (card.exercise.id, label.text())
                assert label.mapTo(card, label.rect().bottomRight()).y() < card.height()
    window.hide()
