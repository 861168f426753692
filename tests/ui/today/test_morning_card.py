"""The question of the morning after: a number answers it at once, and for a while it can be taken back."""

from collections.abc import Iterator
from datetime import datetime, timedelta, timezone

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from supple.domain.record import SessionRecord
from supple.ui.kit.digit_keys import FIRST_PLACE
from supple.ui.kit.reader import said, teach_readers
from supple.ui.kit.theme import Theme
from supple.ui.today import morning_card
from supple.ui.today.morning_card import MorningCard
from supple.ui.words.morning_words import morning_words

NOW = datetime(2026, 7, 22, 8, tzinfo=timezone(timedelta(hours=2)))
SESSION = SessionRecord(
    session_id="s", started_at=NOW - timedelta(hours=14), routine_id="r", routine="The three hip stretches",
    planned_s=755, sets_planned=36, done_s=755, pain_before=3, pain_after=1,
)  # fmt: skip
Told = list[tuple[int | None, bool]]


class Shown:
    def __init__(self, qtbot: QtBot, theme: Theme) -> None:
        self.window = QWidget()
        self.card = MorningCard(theme, morning_words(SESSION, NOW), parent=self.window)
        self.told: Told = []
        self.settled = self.undone = 0
        qtbot.addWidget(self.window)
        self.window.resize(980, 300)
        self.card.resize(980, 160)
        self.card.told.connect(self._take)
        self.card.settled.connect(self._settle)
        self.card.undone.connect(self._undo)
        with qtbot.waitActive(self.window):
            self.window.show()
            self.window.activateWindow()

    def _take(self, score: int | None, stiffer: bool) -> None:
        self.told.append((score, stiffer))

    def _settle(self) -> None:
        self.settled += 1

    def _undo(self) -> None:
        self.undone += 1


@pytest.fixture
def shown(qtbot: QtBot, theme: Theme) -> Iterator[Shown]:
    yield Shown(qtbot, theme)


def press(qtbot: QtBot, button: QAbstractButton) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_it_says_which_session_it_asks_about() -> None:
    words = morning_words(SESSION, NOW)
    assert words.question == "How is your back this morning?"
    assert words.about == (
        "After yesterday’s session: The three hip stretches, 13 min. Then: pain 3 before, 1 after."
    )


def test_later_in_the_day_and_days_after_it_says_so() -> None:
    words = morning_words(SESSION, NOW + timedelta(days=1, hours=8))
    assert words.question == "How is your back today?"
    assert words.about.startswith("After the session on Tuesday: ")
    assert words.answered == "Pain {score} today."


def test_a_number_is_told_at_once_and_the_card_folds_to_it(qtbot: QtBot, shown: Shown) -> None:
    press(qtbot, shown.card.scale.button(2))
    assert shown.told == [(2, False)]
    assert shown.card.is_folded
    assert not shown.card.scale.isVisible()
    assert said(shown.card) == "Pain 2 this morning."


def test_undo_asks_again_with_nothing_answered(qtbot: QtBot, shown: Shown) -> None:
    press(qtbot, shown.card.tick)
    press(qtbot, shown.card.scale.button(8))
    press(qtbot, shown.card.undo)
    assert (shown.undone, shown.card.is_folded, shown.card.scale.score) == (1, False, None)
    assert not shown.card.tick.isChecked()
    assert shown.card.scale.button(0).hasFocus()
    press(qtbot, shown.card.scale.button(8))
    assert shown.told[-1] == (8, False)


@pytest.mark.parametrize("before", [True, False])
def test_the_tick_may_come_before_or_after_the_number(qtbot: QtBot, shown: Shown, before: bool) -> None:
    if before:
        press(qtbot, shown.card.tick)
        assert shown.told == [(None, True)]
        assert not shown.card.is_folded
    press(qtbot, shown.card.scale.button(1))
    assert shown.card.tick_after.isChecked() is before
    if not before:
        press(qtbot, shown.card.tick_after)
    assert shown.told[-1] == (1, True)


def test_after_a_while_it_is_settled(qtbot: QtBot, theme: Theme, monkeypatch: pytest.MonkeyPatch) -> None:
    assert morning_card.UNDO_MS == 6000
    monkeypatch.setattr(morning_card, "UNDO_MS", 30)
    shown = Shown(qtbot, theme)
    with qtbot.waitSignal(shown.card.settled):
        press(qtbot, shown.card.scale.button(0))
    assert shown.settled == 1


@pytest.mark.parametrize("figure", range(10))
def test_a_figure_key_answers_from_anywhere_in_the_card(qtbot: QtBot, shown: Shown, figure: int) -> None:
    shown.card.not_today.setFocus()
    qtbot.keyClick(shown.card.not_today, str(figure))
    assert shown.told == [(figure, False)]
    assert shown.card.undo.hasFocus()


def test_figures_answer_by_their_place_on_a_french_keyboard(shown: Shown) -> None:
    shown.card.not_today.setFocus()
    nought = QKeyEvent(QEvent.Type.KeyPress, 0xE0, Qt.KeyboardModifier.NoModifier, FIRST_PLACE + 9, 0, 0, "à")
    QApplication.sendEvent(shown.card.not_today, nought)
    assert shown.told == [(0, False)]


def test_whoever_hears_the_window_has_time_to_take_it_back(
    qtbot: QtBot, theme: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(morning_card, "UNDO_MS", 20)
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    shown = Shown(qtbot, theme)
    shown.card.scale.button(2).setFocus()
    qtbot.keyClick(shown.card.scale.button(2), Qt.Key.Key_Space)
    assert shown.card.undo.hasFocus()
    qtbot.wait(80)
    assert shown.settled == 0
    with qtbot.waitSignal(shown.card.settled):
        shown.card.undo.clearFocus()


def test_one_and_nought_make_ten(qtbot: QtBot, shown: Shown) -> None:
    shown.card.scale.button(0).setFocus()
    qtbot.keyClick(shown.card.scale.button(0), Qt.Key.Key_1)
    qtbot.keyClick(shown.card.undo, Qt.Key.Key_0)
    assert shown.told == [(1, False), (10, False)]
    qtbot.keyClick(shown.card.undo, Qt.Key.Key_0)
    assert len(shown.told) == 2


def test_not_today_puts_it_off(qtbot: QtBot, shown: Shown) -> None:
    with qtbot.waitSignal(shown.card.put_off):
        press(qtbot, shown.card.not_today)
    assert shown.told == []


def test_the_question_is_heard_once_when_it_can_be_seen(
    qtbot: QtBot, theme: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    card = MorningCard(theme, morning_words(SESSION, NOW), parent=window)
    assert said(card) == ""
    window.show()
    assert said(card) == "How is your back this morning?"
    heard: list[str] = []
    monkeypatch.setattr(morning_card, "announce", lambda _card, words: heard.append(words))
    window.hide()
    window.show()
    assert heard == []


def test_a_screen_reader_finds_a_group_of_radio_buttons(shown: Shown) -> None:
    teach_readers()
    group = QAccessible.queryAccessibleInterface(shown.card.scale)
    two = QAccessible.queryAccessibleInterface(shown.card.scale.button(2))
    assert group is not None and two is not None
    assert group.role() is QAccessible.Role.Grouping
    assert group.text(QAccessible.Text.Name) == "How is your back this morning?"
    assert two.role() is QAccessible.Role.RadioButton
    assert two.text(QAccessible.Text.Name) == "Pain 2 of 10"


@pytest.mark.parametrize(("width", "beside"), [(980, True), (760, False)])
def test_the_tick_stands_beside_the_numbers_where_there_is_room(
    qtbot: QtBot, shown: Shown, width: int, beside: bool
) -> None:
    shown.card.resize(width, 240)
    qtbot.waitUntil(lambda: (shown.card.tick.x() > shown.card.scale.geometry().right()) is beside)
    assert shown.card.not_today.geometry().right() <= width
