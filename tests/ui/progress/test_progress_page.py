"""Progress shows what was done: figures, calendar, plots, a table whose sessions open; and how to begin."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QTableView, QWidget
from pytestqt.qtbot import QtBot
from tests.services.refusing_history import RefusingHistory

from supple.domain.catalogue import Catalogue
from supple.domain.findings import RULES_VERSION, Finding
from supple.domain.lesson import Lessons
from supple.domain.pain import Sign
from supple.domain.progress import SHADES_FROM, DaySum
from supple.domain.record import (
    MILD_IN_THE_CHECK,
    NOT_ANSWERED,
    STIFFER,
    Check,
    CheckRecord,
    Occasion,
    PainRecord,
    SelfTestRecord,
    SessionRecord,
    SetRecord,
)
from supple.domain.session import SetOutcome
from supple.domain.side import Side
from supple.domain.trouble import Trouble
from supple.services.writes import AddPain, AddSelfTest, AddSet, BeginSession
from supple.ui.figure.pictures import Pictures
from supple.ui.kit.reader import said
from supple.ui.kit.theme import Theme
from supple.ui.plots.finding_plot import FindingPlot
from supple.ui.plots.heat_strip import HeatStrip
from supple.ui.plots.pain_plot import PainPlot
from supple.ui.progress.progress_page import ProgressPage

NOW = datetime(2026, 7, 22, 18, tzinfo=timezone(timedelta(hours=2)))
NOTHING = Catalogue(
    exercises=(),
    routines=(),
    reading=Lessons,
    cautions=(),
    with_pictures=frozenset(),
)


class Shelf(RefusingHistory):
    """A history that holds what lies in its lists once it was filled."""

    def __init__(self) -> None:
        super().__init__()
        self.session_list: list[SessionRecord] = []
        self.set_list: list[SetRecord] = []
        self.test_list: list[SelfTestRecord] = []
        self.pain_list: list[PainRecord] = []

    def fill(self) -> None:
        there = {session.session_id for session in self.session_list}
        for session in self.session_list:
            self.write(BeginSession(session=session))
        for record in self.set_list:
            if record.session_id in there:
                self.write(AddSet(record=record, done_s=755.0))
        for self_test in self.test_list:
            self.write(AddSelfTest(self_test=self_test))
        for pain in self.pain_list:
            self.write(AddPain(pain=pain))


def session(days_ago: int, *, before: int | None = 4, after: int | None = 2) -> SessionRecord:
    return SessionRecord(
        session_id=f"s{days_ago}",
        started_at=NOW - timedelta(days=days_ago),
        routine_id="article_routine",
        routine="After training",
        planned_s=755.0,
        sets_planned=36,
        done_s=755.0,
        sets_done=2,
        pain_before=before,
        pain_after=after,
    )


def sets(session_id: str) -> list[SetRecord]:
    left = SetRecord(
        set_id=f"{session_id}l",
        session_id=session_id,
        started_at=NOW,
        step=1,
        exercise_id="a1",
        exercise="Piriformis stretch",
        side=Side.LEFT,
        set_number=1,
        planned_s=10.0,
        held_s=10.0,
        outcome=SetOutcome.COMPLETED,
    )
    return [
        left,
        replace(left, set_id=f"{session_id}r", side=Side.RIGHT, held_s=4.2, outcome=SetOutcome.CUT_SHORT),
    ]


def a_test(left: Finding, right: Finding, *, rules: str = "", days_ago: int = 2) -> SelfTestRecord:
    checks = (
        CheckRecord(
            check=Check.HIP_LENGTH_FLOOR,
            side=side,
            try_number=1,
            answer="x",
            finding=finding,
            rules_version=rules,
        )
        for side, finding in ((Side.LEFT, left), (Side.RIGHT, right))
    )
    return SelfTestRecord(
        self_test_id=f"t{days_ago}", taken_at=NOW - timedelta(days=days_ago), checks=tuple(checks)
    )


@pytest.fixture
def empty() -> Iterator[Shelf]:
    empty = Shelf()
    yield empty
    empty.close()


@pytest.fixture
def shelf(empty: Shelf) -> Shelf:
    shelf = empty
    shelf.session_list = [session(40), session(9, before=None), session(1)]
    shelf.set_list = [*sets("s9"), *sets("s1")]
    shelf.test_list = [a_test(Finding.LIMITED, Finding.LEVEL)]
    return shelf


@pytest.fixture
def page(qtbot: QtBot, theme: Theme) -> ProgressPage:
    page = ProgressPage(theme, Pictures(), NOTHING)
    qtbot.addWidget(page)
    page.resize(1060, 700)
    page.show()
    return page


def test_pain_that_is_as_it_was_says_so_and_speaks_of_no_change(
    qtbot: QtBot, page: ProgressPage, empty: Shelf
) -> None:
    empty.session_list = [session(25, before=3), session(1, before=3)]
    show(qtbot, page, empty)
    said = "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())
    assert "3 on average, in the last seven days as in the first week." in said
    assert "Small changes" not in said


def show(qtbot: QtBot, page: ProgressPage, shelf: Shelf) -> None:
    if shelf.trouble is None:
        shelf.fill()
    page.show_history(shelf, today=NOW.date())
    page.wait()
    qtbot.wait(1)


def words(page: QWidget) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def button(page: QWidget, name: str) -> QAbstractButton:
    found = [b for b in page.findChildren(QAbstractButton) if (b.accessibleName() or b.text()) == name]
    assert len(found) == 1, name
    return found[0]


def cells(page: QWidget) -> list[list[str]]:
    model = page.findChildren(QTableView)[0].model()
    rows = range(model.rowCount())
    return [
        [str(model.index(row, c).data() or "").strip() for c in range(model.columnCount())] for row in rows
    ]


def test_an_empty_history_says_how_to_begin(qtbot: QtBot, page: ProgressPage, empty: Shelf) -> None:
    show(qtbot, page, empty)
    assert "Nothing to show yet" in words(page)
    assert not button(page, "Export CSV").isEnabled()
    assert button(page, "Start routine").isEnabled()
    assert button(page, "Start self-test").isEnabled()


def test_the_figures_are_those_of_the_last_four_weeks(qtbot: QtBot, page: ProgressPage, shelf: Shelf) -> None:
    show(qtbot, page, shelf)
    said = words(page)
    assert "2\nsessions" in said
    assert "26 min\non the mat" in said
    assert "2\nsets: 2 left, 0 right" in said


def test_a_longer_time_shows_more_without_reading_again(
    qtbot: QtBot, page: ProgressPage, shelf: Shelf
) -> None:
    show(qtbot, page, shelf)
    shelf.trouble = Trouble.IO
    button(page, "All").click()
    assert "3\nsessions" in words(page)
    assert [row[1] for row in cells(page)] == ["After training"] * 3


def test_a_session_shows_its_note_and_says_so_when_no_set_was_begun(
    qtbot: QtBot, page: ProgressPage, shelf: Shelf
) -> None:
    shelf.session_list = [replace(session(1), note="Left knee on the pillow", sets_done=0)]
    shelf.set_list = []
    show(qtbot, page, shelf)
    table = page.findChildren(QTableView)[0]
    table.setCurrentIndex(table.model().index(0, 0))
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert [row[1] for row in cells(page)] == [
        "After training",
        "Note: Left knee on the pillow",
        "No set was begun.",
    ]
    table.setCurrentIndex(table.model().index(1, 0))
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert len(cells(page)) == 3  # its note is no session
    table.setCurrentIndex(table.model().index(0, 0))
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert len(cells(page)) == 1


def pain(occasion: Occasion, score: int | None, **more: object) -> PainRecord:
    record = PainRecord(pain_id=f"{occasion}{score}{more}", rated_at=NOW, occasion=occasion, score=score)
    return replace(record, session_id="s1", **more)


HURT = pain(Occasion.DURING, 4, place="low back", note="sharp", signs=frozenset({Sign.SHARP}))
HURT_ELSEWHERE = pain(Occasion.DURING, None, place="below the knee")
MORNING = pain(Occasion.NEXT_MORNING, 2, note=STIFFER)


def test_a_closed_session_says_in_short_what_was_told_of_it(
    qtbot: QtBot, page: ProgressPage, shelf: Shelf
) -> None:
    shelf.session_list = [replace(session(1), note="Left knee on the pillow")]
    shelf.pain_list = [HURT, HURT_ELSEWHERE, MORNING]
    show(qtbot, page, shelf)
    assert cells(page)[0][1] == (
        "After training. Low back 4. Below the knee, down the leg. Next morning: pain 2, stiffer than usual. "
        "Left knee on the pillow."
    )


def test_an_open_session_says_all_that_was_told_of_it(qtbot: QtBot, page: ProgressPage, shelf: Shelf) -> None:
    shelf.session_list = [replace(session(1), note="Left knee on the pillow")]
    shelf.pain_list = [HURT, HURT_ELSEWHERE, MORNING]
    show(qtbot, page, shelf)
    table = page.findChildren(QTableView)[0]
    table.setCurrentIndex(table.model().index(0, 0))
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert [row[1] for row in cells(page)][:5] == [
        "After training",
        "It hurt: Low back, pain 4. Sharp, pinching or catching.",
        "It hurt: Below the knee, down the leg.",
        "Next morning: pain 2, stiffer than usual.",
        "Note: Left knee on the pillow",
    ]


def test_a_morning_that_was_put_off_is_not_shown(qtbot: QtBot, page: ProgressPage, shelf: Shelf) -> None:
    shelf.pain_list = [pain(Occasion.NEXT_MORNING, None, note=NOT_ANSWERED)]
    show(qtbot, page, shelf)
    assert cells(page)[0][1] == "After training"


def test_pain_told_outside_of_sessions_has_its_row(qtbot: QtBot, page: ProgressPage, shelf: Shelf) -> None:
    earlier = replace(pain(Occasion.BEFORE, 7, note="Woke me up"), session_id=None)
    shelf.pain_list = [
        replace(earlier, rated_at=NOW - timedelta(days=3)),
        replace(HURT, session_id=None),
        replace(pain(Occasion.DURING, None, note=MILD_IN_THE_CHECK), session_id=None),
    ]
    show(qtbot, page, shelf)
    assert cells(page)[:4] == [
        ["Wed 22 July", "Pain in the hip check: mild, in the muscle.", "", "", "–"],
        [
            "Wed 22 July",
            "Pain, told outside of a session. Low back. Sharp, pinching or catching.",
            "",
            "",
            "4",
        ],
        ["▸  Tue 21 July", "After training", "13 min", "1 of 36", "4 → 2"],
        ["Sun 19 July", "Pain, told outside of a session. Woke me up.", "", "", "7"],
    ]
    table = page.findChildren(QTableView)[0]
    table.setCurrentIndex(table.model().index(0, 0))
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert len(cells(page)) == 5


def test_a_long_note_can_be_read_to_its_end(qtbot: QtBot, page: ProgressPage, shelf: Shelf) -> None:
    shelf.session_list = [replace(session(1), note="Went slowly and breathed out. " * 20)]
    show(qtbot, page, shelf)
    table = page.findChildren(QTableView)[0]
    table.setCurrentIndex(table.model().index(0, 0))
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert table.rowHeight(1) > 3 * table.rowHeight(2)
    assert table.columnSpan(1, 1) == 4
    before = table.rowHeight(1)
    page.resize(820, 600)
    qtbot.waitUntil(lambda: table.rowHeight(1) > before)
    assert table.verticalScrollBar().maximum() == 0


def test_a_screen_reader_hears_whether_a_session_is_open(
    qtbot: QtBot, page: ProgressPage, shelf: Shelf
) -> None:
    show(qtbot, page, shelf)
    table = page.findChildren(QTableView)[0]
    day = table.model().index(0, 0)
    table.setCurrentIndex(day)
    assert day.data(Qt.ItemDataRole.AccessibleTextRole) == "Tue 21 July, closed"
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert day.data(Qt.ItemDataRole.AccessibleTextRole) == "Tue 21 July, open"
    assert said(table) == "Tue 21 July, open"
    assert table.accessibleDescription() == "Enter opens a session and closes it again."


@pytest.mark.parametrize(
    ("days_and_ratings", "sentence"),
    [
        ([(1, None, None)], "How you felt before and after shows here once you rate a session or two."),
        (
            [(1, None, 2)],
            "Pain was rated after sessions, not before. How it changes shows here once you rate it before them too.",
        ),
        (
            [(1, 4, 2)],
            "Pain before your last rated session: 4. How it changes shows here two weeks after the first.",
        ),
        (
            [(20, 5, 2), (9, 3, 2)],
            "Pain before your last rated session, Mon 13 July: 3. None was rated in the last seven days.",
        ),
    ],
)
def test_what_is_missing_for_a_sentence_about_pain_is_said(
    qtbot: QtBot,
    page: ProgressPage,
    shelf: Shelf,
    days_and_ratings: list[tuple[int, int | None, int | None]],
    sentence: str,
) -> None:
    shelf.session_list = [session(days, before=b, after=a) for days, b, a in days_and_ratings]
    show(qtbot, page, shelf)
    assert sentence in words(page)


def test_the_table_has_the_newest_session_first(qtbot: QtBot, page: ProgressPage, shelf: Shelf) -> None:
    show(qtbot, page, shelf)
    assert cells(page) == [
        ["▸  Tue 21 July", "After training", "13 min", "1 of 36", "4 → 2"],
        ["▸  Mon 13 July", "After training", "13 min", "1 of 36", "– → 2"],
    ]


def test_a_session_opens_to_its_sets_and_closes_again(qtbot: QtBot, page: ProgressPage, shelf: Shelf) -> None:
    show(qtbot, page, shelf)
    table = page.findChildren(QTableView)[0]
    table.setFocus()
    table.setCurrentIndex(table.model().index(0, 0))
    height = table.height()
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert cells(page)[:3] == [
        ["▾  Tue 21 July", "After training", "13 min", "1 of 36", "4 → 2"],
        ["Left, set 1", "Piriformis stretch", "10 s", "completed", ""],
        ["Right, set 1", "Piriformis stretch", "4.2 s", "cut short", ""],
    ]
    assert table.height() > height
    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert len(cells(page)) == 2
    assert table.height() == height


def test_only_the_page_scrolls(qtbot: QtBot, page: ProgressPage, shelf: Shelf) -> None:
    shelf.session_list = [session(days) for days in range(26, -1, -1)]
    show(qtbot, page, shelf)
    table = page.findChildren(QTableView)[0]
    assert table.verticalScrollBar().maximum() == 0
    assert page.horizontalScrollBar().maximum() == 0
    table.setFocus()
    qtbot.waitUntil(lambda: page.verticalScrollBar().maximum() > 0)
    table.setCurrentIndex(table.model().index(26, 0))
    qtbot.waitUntil(lambda: page.verticalScrollBar().value() > 0)


def test_a_narrow_page_keeps_day_routine_time_and_pain(
    qtbot: QtBot, page: ProgressPage, shelf: Shelf
) -> None:
    show(qtbot, page, shelf)
    page.resize(820, 600)
    table = page.findChildren(QTableView)[0]
    assert [c for c in range(5) if table.isColumnHidden(c)] == [3]


def test_a_screen_reader_hears_what_the_drawings_show(qtbot: QtBot, page: ProgressPage, shelf: Shelf) -> None:
    show(qtbot, page, shelf)
    pain, found = page.findChildren(PainPlot)[0], page.findChildren(FindingPlot)[0]
    assert pain.accessibleDescription() == "2 sessions with pain ratings. The last: 4 before, 2 after."
    assert found.accessibleDescription() == (
        "Last self-test 20 July. Left side: May be limited, Right side: About level."
    )
    strip = page.findChildren(HeatStrip)[0]
    qtbot.keyClick(strip, Qt.Key.Key_Up)
    assert strip.sentence == "Tue 21 July, 13 min"
    model = page.findChildren(QTableView)[0].model()
    assert model.index(1, 4).data(Qt.ItemDataRole.AccessibleTextRole) == "not rated before, 2 after"


def test_the_calendar_says_from_when_a_day_is_darkest(qtbot: QtBot, page: ProgressPage, shelf: Shelf) -> None:
    show(qtbot, page, shelf)
    assert f"{SHADES_FROM[-1]} min or more" in words(page)
    assert f"{SHADES_FROM[0]} min" in words(page)


@pytest.mark.parametrize(("minutes", "shade"), [(0, 0), (0.2, 1), (7, 1), (8, 2), (14, 2), (15, 3), (90, 3)])
def test_a_day_is_as_dark_as_the_calendar_says(minutes: float, shade: int) -> None:
    day = DaySum(day=date(2026, 7, 22), sessions=1, done_s=minutes * 60)
    assert day.shade == shade
    assert (shade == len(SHADES_FROM) - 1) == (minutes >= SHADES_FROM[-1])


def test_a_history_that_cannot_be_read_is_told(qtbot: QtBot, page: ProgressPage, shelf: Shelf) -> None:
    shelf.trouble = Trouble.IO
    show(qtbot, page, shelf)
    assert "Your history cannot be read now." in words(page)
    shelf.trouble = None
    show(qtbot, page, shelf)
    assert "Your history cannot be read now." not in words(page)


@pytest.mark.parametrize("finding", [Finding.UNKNOWN, Finding.PAIN, Finding.BELOW])
def test_every_finding_can_be_drawn(qtbot: QtBot, page: ProgressPage, shelf: Shelf, finding: Finding) -> None:
    shelf.test_list = [a_test(finding, Finding.LEVEL)]
    show(qtbot, page, shelf)
    assert not page.grab().isNull()


def test_large_text_and_the_dark_theme_can_be_drawn(
    qtbot: QtBot, page: ProgressPage, shelf: Shelf, theme: Theme
) -> None:
    from supple.ui.kit.theme import Scheme

    show(qtbot, page, shelf)
    theme.set_text_percent(200)
    theme.set_scheme(Scheme.DARK)
    assert not page.grab().isNull()
    assert page.horizontalScrollBar().maximum() == 0


def test_checks_read_by_other_rules_are_shown_with_a_word_of_care(
    qtbot: QtBot, page: ProgressPage, shelf: Shelf
) -> None:
    earlier = a_test(Finding.LIMITED, Finding.LEVEL, rules="floor-1", days_ago=20)
    later = a_test(Finding.LEVEL, Finding.LEVEL, rules=RULES_VERSION, days_ago=2)
    shelf.test_list = [earlier, later]
    show(qtbot, page, shelf)
    assert "Since Monday 20 July the check asks its middle answer in other words" in words(page)


def test_checks_read_by_the_same_rules_need_no_word_of_care(
    qtbot: QtBot, page: ProgressPage, shelf: Shelf
) -> None:
    shelf.test_list = [a_test(Finding.LEVEL, Finding.LEVEL, rules=RULES_VERSION)]
    show(qtbot, page, shelf)
    assert "in other words" not in words(page)


def test_under_the_findings_each_side_says_what_became_of_it(
    qtbot: QtBot, page: ProgressPage, shelf: Shelf
) -> None:
    earlier = a_test(Finding.LIMITED, Finding.LEVEL, rules=RULES_VERSION, days_ago=20)
    later = a_test(Finding.LEVEL, Finding.LEVEL, rules=RULES_VERSION, days_ago=2)
    shelf.test_list = [earlier, later]
    show(qtbot, page, shelf)
    said = "On the floor, left: could be measurement. On the floor, right: about the same."
    assert said in words(page)
