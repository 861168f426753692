"""No text of Today is painted smaller than the smallest of the design, or in less room than its figures need."""

from pathlib import Path

import pytest
from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from supple.ui.kit.ring import Ring
from supple.ui.kit.theme import TextRole

from .conftest import Open
from .places_plan import PLACES

TODAY = [place for place in PLACES if place.within == "TodayPage"]


@pytest.fixture
def painted(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, int, float, float]]:
    """Words that are painted without a label: with the pixels of their font, how high they are, and their room."""
    found: list[tuple[str, int, float, float]] = []
    draw = QPainter.drawText

    def note_and_draw(painter: QPainter, *told: object) -> object:
        words = next((each for each in told if isinstance(each, str)), "")
        room = next((each.height() for each in told if isinstance(each, QRectF | QRect)), 1000.0)
        high = QFontMetricsF(painter.font()).tightBoundingRect(words).height()
        found.append((words, painter.font().pixelSize(), high, float(room)))
        return draw(painter, *told)

    monkeypatch.setattr(QPainter, "drawText", note_and_draw)
    return found


@pytest.mark.parametrize("place", TODAY, ids=lambda place: place.name)
@pytest.mark.parametrize(("size", "percent"), [((860, 500), 200), ((900, 600), 100), ((1280, 800), 200)])
def test_every_word_of_today_can_be_read(
    qtbot: QtBot,
    opened: Open,
    tmp_path: Path,
    painted: list[tuple[str, int, float, float]],
    place: object,
    size: tuple[int, int],
    percent: int,
) -> None:
    at = next(each for each in TODAY if each is place)
    program = opened(at.folder(tmp_path / "data"))
    at.reach(qtbot, program)
    window = program.window
    window.theme.set_text_percent(percent)
    window.resize(*size)
    QTest.qWait(60)
    painted.clear()
    page = next(each for each in window.findChildren(QWidget) if type(each).__name__ == "TodayPage")
    page.grab()
    smallest = window.theme.font(TextRole.CAPTION).pixelSize()
    assert smallest == window.theme.px(13)
    for each in page.findChildren(QWidget):
        if each.isVisible() and not isinstance(each, Ring):
            each.grab()
    assert painted
    assert [words for words, pixels, _, _ in painted if words.strip() and pixels < smallest] == []
    assert [words for words, _, high, room in painted if high > room + 1] == []
    labels = [label for label in page.findChildren(QLabel) if label.isVisible() and label.text()]
    assert labels
    low = [label.text() for label in labels if label.height() < QFontMetricsF(label.font()).capHeight()]
    assert low == []
