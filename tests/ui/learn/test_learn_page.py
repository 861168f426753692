"""Lessons: chosen from a list or a combo box, illustrated, with their sources and ways to the exercises."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QListWidget
from pytestqt.qtbot import QtBot
from tests.ui.check_fixtures import stand
from tests.ui.content_fixtures import A3, button, shipped, words

from supple.ui.figure.pictures import Pictures
from supple.ui.figure.stage import Stage
from supple.ui.kit.combo import Combo
from supple.ui.kit.theme import Theme
from supple.ui.learn.learn_page import LearnPage

LESSONS = [lesson.id for lesson in shipped().lessons]


@pytest.fixture
def page(qtbot: QtBot, theme: Theme) -> Iterator[LearnPage]:
    page = LearnPage(theme, Pictures(), shipped())
    window = stand(qtbot, page)
    yield page
    window.hide()


def test_the_list_holds_the_lessons_and_the_sources(page: LearnPage) -> None:
    lessons = page.findChildren(QListWidget)[0]
    assert [lessons.item(i).text() for i in range(lessons.count())] == [
        "Why it may hurt",
        "Checking your hips",
        "The three stretches",
        "Tight or weak?",
        "More checks to try",
        "When to see someone",
        "Sources",
    ]


def test_choosing_in_the_list_opens_the_lesson(page: LearnPage) -> None:
    page.findChildren(QListWidget)[0].setCurrentRow(3)
    assert page.lesson_id == "tight_or_weak"
    assert "Feeling stiff does not reliably mean being stiff." in words(page)


def test_a_narrow_window_has_a_combo_box_instead(qtbot: QtBot, theme: Theme) -> None:
    page = LearnPage(theme, Pictures(), shipped())
    window = stand(qtbot, page, 800, 600)
    combo = page.findChildren(Combo)[0]
    assert combo.isVisible()
    assert not page.findChildren(QListWidget)[0].isVisible()
    combo.setCurrentIndex(1)
    assert page.lesson_id == "self_test"
    assert page.findChildren(QListWidget)[0].currentRow() == 1
    window.hide()


@pytest.mark.parametrize("lesson_id", LESSONS)
def test_every_lesson_is_illustrated_and_names_its_sources(
    qtbot: QtBot, page: LearnPage, lesson_id: str
) -> None:
    page.show_lesson(lesson_id)
    qtbot.waitUntil(lambda: "Sources" in words(page))
    stages = [stage for stage in page.findChildren(Stage) if not stage.isHidden()]
    assert stages
    for stage in stages:
        assert stage.side is not None
        assert stage.alt
        assert "{" not in stage.alt
    read = words(page)
    assert "[" not in read
    assert "{" not in read


def test_an_exercise_named_in_a_lesson_can_be_opened(qtbot: QtBot, page: LearnPage) -> None:
    page.show_lesson("stretches")
    with qtbot.waitSignal(page.exercise_opened) as told:
        button(page, "Half-kneeling hip flexor stretch").click()
    assert told.args == [A3]


class _Browser(QObject):
    """Stands in for the browser."""

    def __init__(self) -> None:
        super().__init__()
        self.visited: list[str] = []

    @Slot(QUrl)
    def visit(self, url: QUrl) -> None:
        self.visited.append(url.toString())


def test_a_source_opens_in_the_browser(page: LearnPage) -> None:
    browser = _Browser()
    QDesktopServices.setUrlHandler("https", browser, "visit")
    page.show_lesson("sources")
    button(page, _selfback()).click()
    QDesktopServices.unsetUrlHandler("https")
    assert browser.visited == [shipped().source("selfback2021").url]


def _selfback() -> str:
    return f"Open in the browser: {shipped().source('selfback2021').words}"


def test_every_source_is_listed(page: LearnPage) -> None:
    page.show_lesson("sources")
    read = words(page)
    for source in shipped().sources:
        assert source.words in read


def test_the_list_stays_while_one_reads_and_marks_the_lesson(qtbot: QtBot, page: LearnPage) -> None:
    page.show_lesson("tight_or_weak")
    qtbot.waitUntil(lambda: page.verticalScrollBar().maximum() > 200)
    lessons = page.findChildren(QListWidget)[0]
    for way in (page.verticalScrollBar().maximum() // 2, page.verticalScrollBar().maximum()):
        page.verticalScrollBar().setValue(way)
        qtbot.wait(20)
        top = lessons.mapTo(page.viewport(), lessons.rect().topLeft()).y()
        assert top >= 0
        assert top + lessons.height() <= page.viewport().height()
        assert lessons.item(lessons.currentRow()).text() == "Tight or weak?"
