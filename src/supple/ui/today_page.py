"""Today: one button for what is due, the last findings, the week, and "I just trained"."""

from collections.abc import Collection
from datetime import date
from math import ceil

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QWidget

from supple.domain.catalogue import Catalogue
from supple.domain.exercise import Caution, Equipment
from supple.domain.progress import TodaySummary
from supple.domain.routine import MS, Routine, compile_timeline, without
from supple.domain.wording import fill
from supple.ui.day_words import weekday_and_date
from supple.ui.flow_layout import ColumnsLayout
from supple.ui.hero import Hero
from supple.ui.page import GUTTER_NARROW, GUTTER_WIDE, Page
from supple.ui.pictures import Pictures
from supple.ui.text import Text
from supple.ui.theme import Theme
from supple.ui.today_cards import FindingsCard, TrainedCard, WeekCard

CARD_WEIGHTS = (7, 6, 6)
CARD_LEAST = 224


class TodayPage(Page):
    """Made with what ships, for the first paint; `show_summary` adds what is the person's own."""

    routine_started = Signal(str)
    steps_requested = Signal(str)
    self_test_started = Signal()
    trained_pressed = Signal()

    def __init__(
        self,
        theme: Theme,
        pictures: Pictures,
        catalogue: Catalogue,
        *,
        routine_id: str,
        trained_id: str,
        today: date,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, QCoreApplication.translate("Room", "Today"), parent=parent)
        self._catalogue = catalogue
        self._routine = catalogue.routine(routine_id)
        self._after_training = catalogue.routine(trained_id)
        self._date = Text(theme, tone="text2", align=Qt.AlignmentFlag.AlignRight, wraps=False)
        self._hero = Hero(theme, pictures)
        self._findings = FindingsCard(theme)
        self._week = WeekCard(theme, today=today)
        self._trained = TrainedCard(theme)
        self._cards = ColumnsLayout(
            min_column=theme.px(CARD_LEAST), max_columns=3, gap=GUTTER_WIDE, weights=CARD_WEIGHTS
        )

        self._date.set_text(weekday_and_date(today))
        self.header.addWidget(self._date)
        for card in (self._findings, self._week, self._trained):
            self._cards.addWidget(card)
        self.body.addWidget(self._hero, 1)
        self.body.addLayout(self._cards)
        self.set_avoids(())
        self._show_picture()
        self._fit()

        self._hero.started.connect(self._start)
        self._hero.steps_requested.connect(self._ask_for_steps)
        self._findings.self_test_started.connect(self.self_test_started)
        self._trained.trained_pressed.connect(self.trained_pressed)
        self.narrowed.connect(self._fit)
        theme.changed.connect(self._fit)

    def show_summary(self, summary: TodaySummary) -> None:
        """Show the person's last findings and week."""
        self._date.set_text(weekday_and_date(summary.today))
        self._findings.show_summary(summary)
        self._week.show_summary(summary)

    def set_avoids(self, avoids: Collection[Caution]) -> None:
        """Leave out what the person's answers hide, and name it."""
        hidden = self._catalogue.hidden_ids(avoids)
        routine = without(self._routine, hidden)
        self._hero.set_words(
            due=self._routine.when,
            name=self._routine.name,
            lead=_first_sentence(self._routine.note),
            minutes=_minutes(routine or self._routine),
            steps=self._steps(routine or self._routine),
            equipment=self._equipment(routine or self._routine),
        )
        self._hero.set_note(self._left_out(self._routine, hidden))
        self._hero.set_startable(routine is not None and self._catalogue.startable(routine))
        after = without(self._after_training, hidden)
        self._trained.set_words(
            sentence=self.tr("{name}, while the muscles are warm.").format(name=self._after_training.name),
            minutes=_minutes(after or self._after_training),
        )
        self._trained.set_startable(after is not None and self._catalogue.startable(after))

    def _steps(self, routine: Routine) -> str:
        number = len(routine.steps)
        words = self.tr("1 exercise") if number == 1 else self.tr("{number} exercises")
        return words.format(number=number)

    def _left_out(self, routine: Routine, hidden: frozenset[str]) -> str:
        names = [self._catalogue.exercise(i).name for i in routine.exercise_ids if i in hidden]
        if not names:
            return ""
        if len(names) == len(routine.exercise_ids):
            return self.tr("Not for now, because of your safety answers. The Library says why.")
        return self.tr("Left out because of your safety answers: {names}").format(names=", ".join(names))

    def _equipment(self, routine: Routine) -> str:
        things = {
            thing
            for exercise_id in routine.exercise_ids
            for thing in self._catalogue.exercise(exercise_id).equipment
            if thing is not Equipment.NONE
        }
        return ", ".join(str(thing) for thing in Equipment if thing in things).capitalize()

    def _show_picture(self) -> None:
        step = self._routine.steps[-1]
        exercise = self._catalogue.exercise(step.exercise_id)
        alt = fill(exercise.card_alt, side=step.first_side)
        self._hero.show_picture(exercise.id, side=step.first_side, alt=alt)

    def _start(self) -> None:
        self.routine_started.emit(self._routine.id)

    def _ask_for_steps(self) -> None:
        self.steps_requested.emit(self._routine.id)

    def _fit(self) -> None:
        """Follow the width and the text size."""
        self._hero.set_narrow(self.narrow)
        self._cards.set_gap(GUTTER_NARROW if self.narrow else GUTTER_WIDE)
        self._cards.set_min_column(self._theme.px(CARD_LEAST))
        for card in (self._findings, self._week, self._trained):
            card.set_narrow(narrow=self.narrow)


def _minutes(routine: Routine) -> str:
    """The routine's length, rounded up: nobody minds being done early."""
    minutes = ceil(compile_timeline(routine).total_ms / MS / 60)
    return QCoreApplication.translate("TodayPage", "{minutes} min").format(minutes=minutes)


def _first_sentence(note: str) -> str:
    return note.split(". ")[0].rstrip(".") + "." if note else ""
