"""With words 40 % longer, as some languages have them, everything can still be read and reached, with text at 200 %."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from supple.app.demo.hand import visible_words
from supple.ui.kit.segmented import Segmented

from . import fit
from .conftest import Open
from .longer_words import LongerWords, longer
from .views import PLACES

SMALLEST, SMALLEST_DRAWN = (860, 500), (900, 600)
PLACES_BY_NAME = {place.name: place for place in PLACES}


@pytest.fixture
def longer_words() -> Iterator[None]:
    """The program's own words lengthened; content has words of its own."""
    translator = LongerWords()
    QCoreApplication.installTranslator(translator)
    yield
    QCoreApplication.removeTranslator(translator)


def test_words_get_longer_and_what_is_filled_in_stays() -> None:
    assert longer("{minutes} min, **All**") == "{minutes} miin, **Aall**"
    assert len(longer("Rate the pain again")) >= len("Rate the pain again") * 1.3


@pytest.mark.slow
@pytest.mark.usefixtures("longer_words")
@pytest.mark.qt_log_ignore("This plugin does not support")
@pytest.mark.parametrize(
    "name",
    [
        "room-today-begun",
        "room-library",
        "room-progress",
        "room-settings",
        "room-warning-signs",
        "start",
        "hurt-told",
        "after",
        "findings",
        "mat-hold",
    ],
)
def test_everything_fits(qtbot: QtBot, opened: Open, tmp_path: Path, name: str) -> None:
    place = PLACES_BY_NAME[name]
    program = opened(place.folder(tmp_path / "data"), speed=place.speed, complete=place.complete)
    program.parts.theme.set_text_percent(200)
    program.window.resize(1280, 800)
    place.reach(program)
    size = SMALLEST_DRAWN if name == "hurt-told" else SMALLEST  # its foot of three ways is high
    program.window.resize(*size)
    qtbot.wait(50)
    fit.to_top(program.window)
    assert program.window.size().toTuple() == size
    assert fit.cut_words(program.window) == []
    assert fit.overlaps(program.window) == []
    assert fit.unreachable(program.window) == []
    if name in ("room-progress", "start"):
        assert visible_words(Segmented)
    program.window.set_close_guard(None)
