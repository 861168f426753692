"""Today: what is due, the last findings by side, the week, and what is left out."""

from datetime import date, timedelta

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from tests.ui.content_fixtures import shipped

from supple.app.today_offer import offer
from supple.domain.exercise import Caution
from supple.domain.findings import Finding
from supple.domain.offered import NO_LIMITS, Limits
from supple.domain.progress import DaySum, TodaySummary
from supple.domain.side import Side
from supple.ui.button import Button
from supple.ui.pictures import Pictures
from supple.ui.side_tag import SideTag
from supple.ui.theme import Theme
from supple.ui.today_page import TodayPage

TODAY = date(2026, 7, 22)
MONDAY = date(2026, 7, 20)


def summary(*, left: Finding | None = None, right: Finding | None = None, sessions: int = 0) -> TodaySummary:
    week = tuple(
        DaySum(day=MONDAY + timedelta(days=n), sessions=int(n < sessions), done_s=840.0 * (n < sessions))
        for n in range(7)
    )
    taken = date(2026, 7, 8) if left or right else None
    return TodaySummary(today=TODAY, left=left, right=right, taken_on=taken, week=week)


@pytest.fixture
def page(qtbot: QtBot, theme: Theme) -> TodayPage:
    page = TodayPage(
        theme,
        Pictures(),
        offer(shipped(), NO_LIMITS),
        today=TODAY,
    )
    qtbot.addWidget(page)
    page.resize(1072, 800)
    return page


def words(page: TodayPage) -> str:
    return " | ".join(label.text() for label in page.findChildren(QLabel) if label.isVisibleTo(page))


def button(page: TodayPage, name: str) -> Button:
    return next(b for b in page.findChildren(Button) if name in (b.accessibleName(), b.text()))


def test_start_routine_starts_the_articles_routine(qtbot: QtBot, page: TodayPage) -> None:
    with qtbot.waitSignal(page.routine_started) as told:
        button(page, "Start routine").click()
    assert told.args == ["article_routine"]


def test_the_other_three_buttons_do_what_they_say(qtbot: QtBot, page: TodayPage) -> None:
    for name, signal in (
        ("See the steps", page.steps_requested),
        ("Start self-test", page.self_test_started),
        ("I just trained", page.trained_pressed),
    ):
        with qtbot.waitSignal(signal):
            button(page, name).click()


def test_it_says_how_long_the_routine_takes(page: TodayPage) -> None:
    assert "13 min" in words(page)
    assert "3 exercises" in words(page)


def test_each_finding_stands_beside_the_tag_of_its_side(page: TodayPage) -> None:
    page.show_summary(summary(left=Finding.LIMITED, right=Finding.LEVEL))
    rows = {tag.side: tag.parentWidget() for tag in page.findChildren(SideTag)}
    said = {side: row.findChildren(QLabel)[0].text() for side, row in rows.items() if row is not None}
    assert said == {Side.LEFT: "May be limited", Side.RIGHT: "About level"}
    assert "8 July" in words(page)


def test_nothing_done_yet_is_said_calmly(page: TodayPage) -> None:
    page.show_summary(summary())
    assert "Not checked yet" in words(page)
    assert "No session yet this week." in words(page)


def test_the_week_says_sessions_and_minutes(page: TodayPage) -> None:
    page.show_summary(summary(sessions=2))
    assert "2 sessions" in words(page)
    assert "28 min" in words(page)
    page.show_summary(summary(sessions=1))
    assert "1 session |" in words(page)


def test_what_the_safety_answers_hide_is_left_out_and_named(page: TodayPage) -> None:
    page.set_offer(offer(shipped(), Limits(answered=frozenset({Caution.THR}))))
    said = words(page)
    assert "because of your answers" in said
    page.set_offer(offer(shipped(), NO_LIMITS))
    assert "because of your answers" not in words(page)
    assert button(page, "Start routine").isEnabled()


@pytest.mark.parametrize("width", [640, 820, 1072, 2000])
@pytest.mark.parametrize("percent", [100, 200])
def test_nothing_is_cut_at_any_width_or_text_size(
    page: TodayPage, theme: Theme, width: int, percent: int
) -> None:
    theme.set_text_percent(percent)
    page.show_summary(summary(left=Finding.LIMITED, right=Finding.LEVEL, sessions=2))
    page.resize(width, 800)
    page.grab()
    for found in page.findChildren(Button):
        right = found.mapTo(page, found.rect().topRight()).x()
        assert right <= width, found.text()
        assert found.width() >= found.minimumSizeHint().width()
