"""The sheet after a session: what was done on each side, pain and a note told once, no praise."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot
from tests.app.fit import cut_words
from tests.ui.mat_fixtures import Stand, exercise

from supple.domain.pain import PainTold, Sign
from supple.domain.session import SessionEnded, SessionOutcome
from supple.domain.side import Side
from supple.domain.summary import SideDone, summarise
from supple.ui.kit.banner import Banner
from supple.ui.kit.reader import said
from supple.ui.kit.theme import Theme
from supple.ui.session.after_sheet import AfterSheet, AfterTold
from supple.ui.words.pain_words import Advice, lasting_advice


class After:
    """A session that was stopped on the way, and the sheet over its window."""

    def __init__(
        self,
        qtbot: QtBot,
        theme: Theme,
        *,
        run_ms: int,
        outcome: SessionOutcome,
        advice: Advice | None = None,
    ) -> None:
        stand = Stand()
        ends: list[SessionEnded] = []
        stand.player.ended.connect(ends.append)
        stand.player.start()
        stand.run_ms(run_ms)
        stand.player.stop(outcome)
        self.window = QWidget()
        self.window.resize(1280, 800)
        qtbot.addWidget(self.window)
        self.window.show()
        self.sheet = AfterSheet(
            theme,
            ended=ends[0],
            lines=summarise(stand.player.timeline, stand.player.sets_ended),
            exercise_by_id=exercise,
            advice=advice,
        )
        self.told: list[AfterTold] = []
        self.sheet.told.connect(self.told.append)
        self.sheet.open_over(self.window)

    @property
    def words(self) -> str:
        return " | ".join(label.text() for label in self.sheet.findChildren(QLabel))


@pytest.fixture
def after(qtbot: QtBot, theme: Theme) -> After:
    return After(qtbot, theme, run_ms=755_000, outcome=SessionOutcome.STOPPED)


def test_a_completed_routine_tells_sets_and_minutes(after: After) -> None:
    assert after.sheet.title == "The routine is done."
    assert after.sheet.accessibleDescription() == "13 min, 36 of 36 sets."
    assert after.words.count("10 of 10") == 2
    assert after.words.count("4 of 4") == 4


def test_advice_is_heard_with_the_sheet_and_at_once(qtbot: QtBot, theme: Theme) -> None:
    told = PainTold(score=None, place="low back", signs=frozenset({Sign.NUMB}))
    advice = lasting_advice(told)
    assert advice is not None
    after = After(qtbot, theme, run_ms=60_000, outcome=SessionOutcome.STOPPED_FOR_PAIN, advice=advice)
    spoken = after.sheet.accessibleDescription()
    assert spoken.startswith(f"{advice.bold} {advice.sentence} ")
    assert spoken.endswith("sets.")
    (banner,) = after.sheet.findChildren(Banner)
    assert advice.sentence in said(banner)


def test_the_sheet_stays_whole_when_words_grow_while_it_is_open(after: After, theme: Theme) -> None:
    after.window.resize(860, 500)
    theme.set_text_percent(200)
    QApplication.processEvents()
    assert cut_words(after.window) == []


def test_it_never_praises(after: After) -> None:
    words = after.words.lower()
    assert "!" not in words
    assert not any(praise in words for praise in ("great", "well done", "good job", "congrat", "amazing"))


def test_done_with_nothing_answered_tells_nothing_but_once(after: After) -> None:
    after.sheet.done.click()
    assert after.told == [AfterTold(pain_after=None, note="")]
    assert after.sheet.isHidden()


def test_pain_and_note_are_told_by_enter_in_the_note(after: After, qtbot: QtBot) -> None:
    after.sheet.scale.button(2).click()
    qtbot.keyClicks(after.sheet.note, "  better on the left ")
    qtbot.keyClick(after.sheet.note, Qt.Key.Key_Return)
    assert after.told == [AfterTold(pain_after=2, note="better on the left")]


def test_escape_keeps_what_was_told(after: After, qtbot: QtBot) -> None:
    after.sheet.scale.button(5).click()
    qtbot.keyClick(after.sheet, Qt.Key.Key_Escape)
    assert after.told == [AfterTold(pain_after=5, note="")]


def test_a_stopped_session_says_what_is_kept(qtbot: QtBot, theme: Theme) -> None:
    after = After(qtbot, theme, run_ms=100_000, outcome=SessionOutcome.STOPPED_FOR_PAIN)
    assert after.sheet.title == "Stopped because it hurt."
    assert after.sheet.accessibleDescription().endswith("of 36 sets.")


def test_a_repeated_set_counts_once_and_as_its_longest(qtbot: QtBot) -> None:
    stand = Stand()
    stand.player.start()
    stand.run_ms(15_000 + 4_000)
    stand.player.previous()
    stand.run_ms(10_000)
    stand.player.stop()
    first = summarise(stand.player.timeline, stand.player.sets_ended)[0]
    assert first.sides == (
        SideDone(side=Side.LEFT, done=1, planned=10),
        SideDone(side=Side.RIGHT, done=0, planned=10),
    )
    assert first.held_ms == 10_000


def test_a_figure_tells_the_pain_from_done_and_is_written_in_the_note(after: After, qtbot: QtBot) -> None:
    qtbot.keyClick(after.sheet.done, Qt.Key.Key_4)
    assert after.sheet.scale.score == 4
    qtbot.keyClick(after.sheet.note, Qt.Key.Key_2)
    assert (after.sheet.scale.score, after.sheet.note.text()) == (4, "2")
