"""Wherever a routine is shown, its minutes and what is left out of it agree: lists, pages, sheets, Today, paper."""

import re
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot
from tests.ui.content_fixtures import A1, A3, shipped
from tests.ui.today.test_today_page import NOW, TODAY
from tests.ui.verdicts import by_pain_alone

from supple.app.today_offer import offer
from supple.domain.exercise import Caution
from supple.domain.offered import NO_LIMITS, Limits, offered
from supple.domain.overview import Stretch, WhatWasDone, overview
from supple.domain.progress import today_summary
from supple.domain.record import SessionRecord
from supple.domain.routine import Pace
from supple.domain.today import USUAL, WhatIsKnown
from supple.ui.figure.pictures import Pictures
from supple.ui.kit.theme import Theme
from supple.ui.paper.routine_sheet import RoutineSheet
from supple.ui.progress.progress_summary import ProgressSummary
from supple.ui.progress.session_table import SessionModel
from supple.ui.routines.routine_page import RoutinePage
from supple.ui.routines.routines_page import RoutinesPage
from supple.ui.session.start_sheet import StartSheet
from supple.ui.today.today_cards import WeekCard
from supple.ui.today.today_page import TodayPage
from supple.ui.today.week_strip import WeekStrip
from supple.ui.words.morning_words import morning_words

CATALOGUE = shipped()
SOME_LIMITS = {
    "nothing left out": NO_LIMITS,
    "put away": Limits(put_away=frozenset({A1})),
    "answers": Limits(answered=frozenset({Caution.THR_90})),
    "what I avoid": Limits(own=frozenset({Caution.SCIATICA, Caution.WRIST})),
    "hurt today": Limits(ended_today=frozenset({A3})),
    "a slow pace": Limits(pace=Pace(prepare_s=60, switch_s=30)),
    "gently": Limits(gently=True),
}


def minutes_read(widget: QWidget) -> set[int]:
    """Every whole number of minutes that can be read."""
    read = " | ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget))
    return {int(number) for number in re.findall(r"\b(\d+) min\b(?! \d)", read)}


@pytest.mark.parametrize("limits", SOME_LIMITS.values(), ids=SOME_LIMITS)
@pytest.mark.parametrize("routine_id", [routine.id for routine in CATALOGUE.startable_routines])
def test_minutes_are_the_same_in_every_place(
    qtbot: QtBot, theme: Theme, routine_id: str, limits: Limits
) -> None:
    found = offered(CATALOGUE.routine(routine_id), CATALOGUE, limits)
    pictures = Pictures()
    routines = RoutinesPage(theme, pictures, CATALOGUE)
    page = RoutinePage(theme, pictures, CATALOGUE)
    for place in (routines, page):
        qtbot.addWidget(place)
        place.set_limits(limits)
        place.show()
    page.show_routine(routine_id)
    row = next(row for row in routines.rows if row.routine.id == routine_id)
    paper = RoutineSheet(found, CATALOGUE, pictures)
    assert minutes_read(row) == {found.minutes}
    assert found.minutes in minutes_read(page)
    assert f"{found.minutes} min" in paper.facts
    if found.routine is not None:
        sheet = StartSheet(theme, found, exercise_by_id=CATALOGUE.exercise, judge=by_pain_alone)
        qtbot.addWidget(sheet)
        assert sheet.accessibleDescription().startswith(f"{found.minutes} min, ")
        assert f"{found.sets} set" in sheet.accessibleDescription()
    if routine_id == USUAL:
        today = TodayPage(theme, pictures, offer(CATALOGUE, limits, WhatIsKnown(now=NOW)), today=TODAY)
        qtbot.addWidget(today)
        today.show()
        assert found.minutes in minutes_read(today)


@pytest.mark.parametrize("limits", SOME_LIMITS.values(), ids=SOME_LIMITS)
def test_an_exercise_is_left_out_in_every_place_or_in_none(
    qtbot: QtBot, theme: Theme, limits: Limits
) -> None:
    whole = CATALOGUE.routine(USUAL)
    found = offered(whole, CATALOGUE, limits)
    assert found.routine is not None
    page = RoutinePage(theme, Pictures(), CATALOGUE)
    qtbot.addWidget(page)
    page.set_limits(limits)
    page.show_routine(USUAL)
    sheet = StartSheet(theme, found, exercise_by_id=CATALOGUE.exercise, judge=by_pain_alone)
    qtbot.addWidget(sheet)
    for stands in found.left_out:
        name = CATALOGUE.exercise(stands.exercise_id).name
        assert name in offer(CATALOGUE, limits, WhatIsKnown(now=NOW)).left_out
        assert name not in " ".join(label.text() for label in sheet.findChildren(QLabel))
        assert name not in [step.exercise_id for step in found.shown.steps]
    assert len(found.left_out) + len(found.shown.steps) == len(whole.steps)


@pytest.mark.parametrize(("seconds", "words"), [(5.0, "under 1 min"), (59.2, "under 1 min"), (60.0, "1 min")])
def test_less_than_a_minute_says_so_wherever_what_was_done_is_shown(
    qtbot: QtBot, theme: Theme, seconds: float, words: str
) -> None:
    begun = SessionRecord(
        session_id="s",
        started_at=NOW,
        routine_id="r",
        routine="R",
        planned_s=60,
        sets_planned=2,
        done_s=seconds,
    )
    card = WeekCard(theme, today=TODAY)
    strip = WeekStrip(theme)
    progress = ProgressSummary(theme)
    for widget in (card, strip, progress):
        qtbot.addWidget(widget)
    summary = today_summary(today=TODAY, first_weekday=1, sessions=(begun,))
    card.show_summary(summary)
    strip.set_week(summary.week, today=TODAY)
    done = WhatWasDone(sessions=(begun,))
    progress.show_overview(overview(done, Stretch.ALL, today=TODAY), done=done)
    model = SessionModel(theme)
    model.show_entries([begun], told={}, names={}, today=TODAY)
    assert words in [label.text() for label in card.findChildren(QLabel)]
    assert strip.sentence.endswith(f", {words}")
    assert words in [label.text() for label in progress.findChildren(QLabel)]
    assert words in [model.index(0, column).data() for column in range(model.columnCount())]
    assert words in morning_words(begun, NOW + timedelta(days=1)).about
