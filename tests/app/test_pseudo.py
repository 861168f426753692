"""In a language of accents and long words, also from right to left: all can be read and reached, nothing is English.

packaging/proof/sizes.py --pseudo does the same with every place.
"""

import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from supple.app.languages import voice_folder
from supple.app.shipped_files import read_content, read_shipped
from supple.domain.side import Side
from supple.domain.wording import fill
from supple.storage.safety_content import decode_readings, decode_self_test
from supple.ui.check.findings_page import FindingsPage
from supple.ui.figure.pictures import Pictures
from supple.ui.kit.banner import Tone
from supple.ui.kit.chip import Chip
from supple.ui.kit.flow_layout import ColumnsLayout, FlowLayout
from supple.ui.kit.pain_scale import PainScale
from supple.ui.kit.room import Room
from supple.ui.kit.text import Text
from supple.ui.kit.theme import Theme
from supple.ui.plots.heat_strip import HeatDay, HeatStrip
from supple.ui.shell.main_window import MainWindow
from supple.ui.today.week_strip import WeekStrip
from supple.ui.words.day_words import weekday_and_date

from . import fit, tab_walk
from .conftest import Open
from .pseudo import PSEUDO, PSEUDO_FROM_RIGHT, left_in_english, make, plain_words, pseudo, spoken
from .test_sizes import SMALLEST
from .views import PLACES

SIZE = (900, 600)
PATIENCE = 20
RECORDED = "The article's routine After training A session"  # stays as it was written
PLACES_BY_NAME = {place.name: place for place in PLACES}


@pytest.fixture(scope="module")
def languages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make(tmp_path_factory.mktemp("pseudo"))


@pytest.fixture
def language(request: pytest.FixtureRequest, qapp: QApplication, languages: Path) -> Iterator[str]:
    with spoken(languages, request.param):
        yield request.param


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    theme = Theme(qapp)
    yield theme
    theme.deleteLater()


def test_words_get_longer_and_what_is_filled_in_stays() -> None:
    assert pseudo("{minutes} min, **All**") == "{minutes} ɱííñ, **Ááĺĺ**"
    assert len(pseudo("Rate the pain again")) >= len("Rate the pain again") * 1.3
    assert fill(pseudo("{Target} leg"), side=Side.LEFT) == pseudo("Left leg")


@pytest.mark.parametrize("language", [PSEUDO_FROM_RIGHT], indirect=True)
def test_a_language_says_from_which_side_it_is_read(language: str) -> None:
    assert QApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft
    assert QCoreApplication.translate("Counts", "%n set(s)", "", 3) == pseudo("%n set(s)").replace("%n", "3")


@pytest.mark.parametrize("language", [PSEUDO_FROM_RIGHT], indirect=True)
def test_what_a_language_lacks_is_english(language: str) -> None:
    assert read_content("sources.json") == read_shipped(":/content/en/sources.json")
    assert read_content("routines.json") != read_shipped(":/content/en/routines.json")
    assert voice_folder() == ":/voice/en"


@pytest.mark.parametrize(
    ("system", "language"), [("eo.UTF-8", "eo"), ("de_DE.UTF-8", "en"), ("C.UTF-8", "en")]
)
def test_the_window_speaks_the_systems_language_where_it_can(
    languages: Path, system: str, language: str
) -> None:
    ask = (
        "import sys; from PySide6.QtCore import QResource; QResource.registerResource(sys.argv[1])\n"
        "from supple.app.languages import language_of_the_person; print(language_of_the_person())"
    )
    environment = {**os.environ, "LC_ALL": system, "LANG": system, "LANGUAGE": ""}
    command = [sys.executable, "-c", ask, str(languages)]
    said = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    assert said.stdout.strip() == language


@pytest.mark.parametrize("language", [PSEUDO_FROM_RIGHT], indirect=True)
def test_a_week_runs_from_the_side_from_which_is_read(qtbot: QtBot, theme: Theme, language: str) -> None:
    strip = WeekStrip(theme)
    qtbot.addWidget(strip)
    strip.resize(strip.sizeHint())
    strip.set_week((), today=date(2026, 7, 22))
    before = strip.focus_rect().left()
    qtbot.keyClick(strip, Qt.Key.Key_Left)
    assert strip.focus_rect().left() < before
    assert strip.sentence.split(",")[0] == weekday_and_date(date(2026, 7, 23))


@pytest.mark.parametrize("language", [PSEUDO_FROM_RIGHT], indirect=True)
def test_a_calendar_runs_from_the_side_from_which_is_read(qtbot: QtBot, theme: Theme, language: str) -> None:
    strip, today = HeatStrip(theme), date(2026, 7, 22)
    qtbot.addWidget(strip)
    days = [today + timedelta(days=n) for n in range(-40, 3)]
    strip.set_days([HeatDay(day, 0, str(day)) for day in days], today=today)
    strip.resize(strip.sizeHint())
    before = strip.focus_rect().left()
    assert strip.rect().contains(strip.focus_rect())
    assert before < strip.width() / 2  # the newest week is at the end, which is the left
    qtbot.keyClick(strip, Qt.Key.Key_Right)
    assert strip.focus_rect().left() > before
    assert strip.sentence == str(today - timedelta(days=7))


@pytest.mark.qt_log_ignore("This plugin does not support")
@pytest.mark.parametrize("language", [PSEUDO_FROM_RIGHT], indirect=True)
@pytest.mark.parametrize("columns", [False, True])
def test_what_wraps_begins_at_the_side_from_which_is_read(
    qtbot: QtBot, theme: Theme, language: str, columns: bool
) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    chips = [Chip(theme, word) for word in ("one", "two", "three")]
    layout = ColumnsLayout(min_column=120, max_columns=2) if columns else FlowLayout()
    page.setLayout(layout)
    for chip in chips:
        layout.addWidget(chip)
    width = 300 if columns else chips[0].sizeHint().width() + chips[1].sizeHint().width() + 20
    page.resize(width, 200)
    page.show()
    one, two, three = (chip.geometry() for chip in chips)
    assert two.right() < one.left()
    assert three.top() > one.top()
    assert one.right() == three.right() == page.width() - 1


@pytest.mark.qt_log_ignore("This plugin does not support")
@pytest.mark.parametrize("language", [PSEUDO_FROM_RIGHT], indirect=True)
def test_the_left_hip_stays_at_the_left(qtbot: QtBot, theme: Theme, language: str) -> None:
    text = decode_self_test(read_content("self_test.json"))
    words = decode_readings(read_content("readings.json"))
    page = FindingsPage(theme, Pictures(), text, words)
    qtbot.addWidget(page)
    page.resize(1280, 800)
    page.show()
    left, right = (card.mapTo(page, card.rect().center()).x() for card in page.cards)
    assert left < right


@pytest.mark.qt_log_ignore("This plugin does not support")
@pytest.mark.parametrize("language", [PSEUDO_FROM_RIGHT], indirect=True)
@pytest.mark.parametrize("place", ["hurt", "start"])
def test_tab_goes_through_a_sheet_as_it_is_read(
    qtbot: QtBot, opened: Open, tmp_path: Path, language: str, place: str
) -> None:
    at = PLACES_BY_NAME[place]
    program = opened(at.folder(tmp_path / "data"), speed=at.speed)
    at.reach(program)
    fit.to_top(program.window)
    assert tab_walk.out_of_order(program.window) == []
    program.window.set_close_guard(None)


@pytest.mark.slow
@pytest.mark.qt_log_ignore("This plugin does not support")
@pytest.mark.parametrize("language", [PSEUDO], indirect=True)
@pytest.mark.parametrize("place", ["hurt", "hurt-told", "hurt-help", "hurt-closing", "stop"])
def test_a_sheet_over_the_mat_fits_in_the_smallest_window_with_large_and_long_words(
    qtbot: QtBot, opened: Open, tmp_path: Path, language: str, place: str
) -> None:
    at = PLACES_BY_NAME[place]
    program = opened(at.folder(tmp_path / "data"), speed=at.speed)
    at.reach(program)
    window = program.window
    window.theme.set_text_percent(200)
    window.resize(*SMALLEST)
    qtbot.wait(60)
    fit.to_top(window)
    assert fit.cut_words(window) == []
    assert fit.overlaps(window) == []
    assert fit.unreachable(window) == []
    assert tab_walk.out_of_sight(window) == []
    window.set_close_guard(None)


@pytest.mark.qt_log_ignore("This plugin does not support")
@pytest.mark.parametrize("language", [PSEUDO_FROM_RIGHT], indirect=True)
def test_a_banner_leaves_the_rail_alone(qtbot: QtBot, opened: Open, data: Path, language: str) -> None:
    window = opened(data).window
    window.show_banner("news", tone=Tone.CAUTION, bold="Ñ")
    qtbot.wait(30)
    banner = window.banner("news")
    assert banner is not None
    rail = window.rail
    at = QRect(rail.mapTo(window, QPoint(0, 0)), rail.size())
    assert at.left() > window.width() / 2
    assert not at.intersects(QRect(banner.mapTo(window, QPoint(0, 0)), banner.size()))


@pytest.mark.qt_log_ignore("This plugin does not support")
@pytest.mark.parametrize("language", [PSEUDO_FROM_RIGHT], indirect=True)
def test_no_pain_stands_under_the_nought_in_every_language(qtbot: QtBot, theme: Theme, language: str) -> None:
    scale = PainScale(theme, name=pseudo("Pain now"))
    qtbot.addWidget(scale)
    scale.resize(900, 120)
    scale.show()
    none = next(text for text in scale.findChildren(Text) if text.text() == pseudo("0: no pain"))
    at = none.mapTo(scale, none.rect().topLeft()).x()
    nought, ten = scale.button(0), scale.button(10)
    assert abs(at - nought.x()) < abs(at - ten.x())


@pytest.fixture
def painted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Words that are painted without a label, as they are painted."""
    words: list[str] = []
    draw = QPainter.drawText

    def note_and_draw(painter: QPainter, *told: object) -> object:
        words.extend(each for each in told if isinstance(each, str))
        return draw(painter, *told)

    monkeypatch.setattr(QPainter, "drawText", note_and_draw)
    return words


def faults(window: MainWindow) -> list[str]:
    """What is cut, covered, out of reach or in English at the size that is looked at."""
    window.resize(*SIZE)
    QTest.qWait(50)
    fit.to_top(window)
    assert window.size().toTuple() == SIZE
    found = [*fit.cut_words(window), *fit.overlaps(window), *fit.unreachable(window)]
    return found + left_in_english(window, own=RECORDED)


@pytest.mark.slow
@pytest.mark.qt_log_ignore("This plugin does not support")
@pytest.mark.parametrize(
    ("language", "rooms"),
    [(PSEUDO, tuple(Room)), (PSEUDO_FROM_RIGHT, (Room.TODAY, Room.ROUTINES, Room.SETTINGS))],
    indirect=["language"],
)
def test_every_room_fits_and_is_not_in_english(
    opened: Open, tmp_path: Path, painted: list[str], language: str, rooms: tuple[Room, ...]
) -> None:
    progress = PLACES_BY_NAME["room-progress"]
    program = opened(progress.folder(tmp_path / "data"))
    program.window.theme.set_text_percent(200)
    progress.reach(program)
    for room in rooms:
        program.window.show_room(room)
        QTest.qWait(150)
        found = faults(program.window)
        for _ in range(PATIENCE):  # cards of the library come one after the other
            found = found and faults(program.window)
        assert (room, found) == (room, [])
    assert set().union(*map(plain_words, painted)) == set()
    assert len(set(painted)) > 10


@pytest.mark.slow
@pytest.mark.qt_log_ignore("This plugin does not support")
@pytest.mark.parametrize(
    ("name", "language"),
    [
        ("start", PSEUDO),
        ("hurt-told", PSEUDO),
        ("after", PSEUDO),
        ("findings", PSEUDO),
        ("findings-more", PSEUDO),
        ("edge-tape", PSEUDO),
        ("photo-asked", PSEUDO),
        ("photo-open", PSEUDO),
        ("photo-marked", PSEUDO),
        ("photo-blind", PSEUDO_FROM_RIGHT),
        ("photo-result", PSEUDO),
        ("choose", PSEUDO),
        ("plan-today", PSEUDO),
        ("plan-today-check", PSEUDO),
        ("plan-today-missed", PSEUDO),
        ("plan-progress", PSEUDO),
        ("plan-running", PSEUDO),
        ("plan-running", PSEUDO_FROM_RIGHT),
        ("plan-offer", PSEUDO),
        ("plan-over", PSEUDO),
        ("plan-none", PSEUDO),
        ("plan-proposal", PSEUDO),
        ("plan-proposal", PSEUDO_FROM_RIGHT),
        ("plan-change", PSEUDO),
        ("plan-others", PSEUDO),
        ("plan-pause", PSEUDO),
        ("plan-flare", PSEUDO),
        ("plan-rests", PSEUDO),
        ("mat-hold", PSEUDO_FROM_RIGHT),
    ],
    indirect=["language"],
)
def test_what_covers_a_room_fits_and_is_not_in_english(
    opened: Open, tmp_path: Path, painted: list[str], name: str, language: str
) -> None:
    place = PLACES_BY_NAME[name]
    program = opened(place.folder(tmp_path / "data"), speed=place.speed, complete=place.complete)
    program.window.theme.set_text_percent(200)
    program.window.resize(1280, 800)
    place.reach(program)
    assert faults(program.window) == []
    assert set().union(*map(plain_words, painted)) == set()
    program.window.set_close_guard(None)
