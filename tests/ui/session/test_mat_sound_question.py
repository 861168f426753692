"""Whether sound is heard: asked over the mat, never over the ring, and not asked where it is known that nothing is."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from tests.ui.session.test_session_page import Mat, pictures

from supple.domain.routine import PhaseKind
from supple.ui.figure.pictures import Pictures
from supple.ui.kit.theme import Theme
from supple.ui.session.mat_sound_question import MatSoundQuestion

__all__ = ["pictures"]
NOTHING = "No sound device was found."
SIZES = [(860, 500), (900, 600), (1024, 640), (1280, 800), (1920, 1080), (700, 1000)]


class Asked(Mat):
    """A mat in its first "Get ready", with the question over it."""

    def __init__(self, qtbot: QtBot, theme: Theme, pictures: Pictures, *, volume: int = 70) -> None:
        super().__init__(qtbot, theme, pictures)
        self.page.show_sound(volume=volume, on=True)
        self.question = MatSoundQuestion(theme, self.page, self.player)
        self.settled = 0
        self.question.settled.connect(self._settle)

    def _settle(self) -> None:
        self.settled += 1

    def resize(self, width: int, height: int) -> None:
        self.window.resize(width, height)
        self.page.resize(width, height)
        self.qtbot.wait(20)

    def covered(self) -> list[str]:
        """What of the mat lies under it."""
        mat, spot = self.page.mat, self.question.geometry()
        parts = {
            "ring": mat.ring,
            "row": mat.row,
            "picture": mat.stage,
            "step": mat.line,
            "name": mat.heading,
        }
        parts |= {"controls": self.page.controls}
        return [
            name
            for name, part in parts.items()
            if part.isVisible() and _lies(part, self.page).intersects(spot)
        ]

    @property
    def words(self) -> list[str]:
        """What can be read and pressed on it."""
        return [
            word
            for part in self.question.findChildren(QWidget)
            if part.isVisible() and (word := getattr(part, "text", str)() or part.accessibleName())
        ]


def _lies(part: QWidget, page: QWidget):
    return part.rect().translated(part.mapTo(page, part.rect().topLeft()))


@pytest.fixture
def asked(qtbot: QtBot, theme: Theme, pictures: Pictures) -> Iterator[Asked]:
    asked = Asked(qtbot, theme, pictures)
    asked.player.start()
    yield asked
    asked.player.stop()
    asked.player.deleteLater()


@pytest.mark.parametrize("percent", [100, 150, 200])
@pytest.mark.parametrize("size", SIZES, ids=str)
def test_neither_the_question_nor_its_advice_covers_anything_of_the_mat(
    asked: Asked, theme: Theme, size: tuple[int, int], percent: int
) -> None:
    theme.set_text_percent(percent)
    asked.resize(*size)
    for press in (None, asked.question.no.click):
        if press is not None:
            press()
        asked.qtbot.wait(20)
        assert asked.question.isVisible()
        assert asked.covered() == []
        ring = asked.page.mat.ring
        assert ring.height() >= ring.sizeHint().height() * 0.9  # less air, whole figures
        assert asked.page.rect().contains(asked.question.geometry())


def test_it_is_gone_with_the_hold_answered_or_not_and_gives_its_room_back(asked: Asked) -> None:
    ring = asked.page.mat.ring.geometry()
    asked.qtbot.wait(20)
    asked.run_to(PhaseKind.HOLD)
    assert not asked.question.isVisible()
    free = asked.page.mat.ring.geometry()
    assert free.top() < ring.top() or free == ring

    asked.player.previous()
    asked.qtbot.wait(20)
    asked.question.no.click()
    asked.run_to(PhaseKind.HOLD)
    assert not asked.question.isVisible()
    assert asked.page.mat.ring.geometry() == free
    assert asked.settled == 0  # the advice may not have been read


def test_where_it_is_known_that_there_is_no_device_one_line_says_so_and_nothing_is_asked(
    asked: Asked,
) -> None:
    asked.question.show_trouble(NOTHING, heard=False)
    QCoreApplication.processEvents()
    assert asked.words == [NOTHING]
    asked.run_to(PhaseKind.HOLD)
    assert not asked.question.isVisible()
    assert asked.settled == 0


def test_a_device_that_comes_while_one_gets_ready_is_asked_about(asked: Asked) -> None:
    asked.question.show_trouble(NOTHING, heard=False)
    asked.question.show_trouble("", heard=False)
    assert asked.words == ["Did you hear this?", "Yes, I heard it", "No"]
    asked.question.yes.click()
    assert asked.settled == 1


def test_after_a_no_the_real_cause_is_named_where_it_is_known(asked: Asked) -> None:
    other = "Headphones is not connected: sound comes from another device meanwhile."
    asked.question.show_trouble(other, heard=True)
    assert "Did you hear this?" in asked.words
    asked.question.no.click()
    assert other in asked.words
    asked.question.close_advice.click()
    assert asked.settled == 1


def test_a_volume_turned_down_here_is_named_as_the_cause(
    qtbot: QtBot, theme: Theme, pictures: Pictures
) -> None:
    asked = Asked(qtbot, theme, pictures, volume=0)
    asked.player.start()
    asked.question.no.click()
    assert any("volume in Supple is 0" in word for word in asked.words)
    asked.player.stop()
    asked.player.deleteLater()


def test_a_no_before_the_trouble_is_known_is_not_counted_as_heard(asked: Asked) -> None:
    asked.question.no.click()
    asked.question.show_trouble(NOTHING, heard=False)
    assert "Did you hear this?" not in asked.words
    assert NOTHING in asked.words
    asked.question.close_advice.click()
    assert asked.settled == 0
