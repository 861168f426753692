"""The sheets of a plan: which of two rests, for how long it pauses, and whether it ends."""

from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from supple.domain.plan import PlanCause
from supple.ui.kit.button import ButtonKind
from supple.ui.kit.segmented import Segment, Segmented
from supple.ui.kit.sheet import Sheet
from supple.ui.kit.text import Text
from supple.ui.kit.theme import Theme
from supple.ui.words.day_words import weekday_and_date

OPEN = "open"
_WEEKS = (1, 2)


class WhichRestsSheet(Sheet):
    """A plan runs already; Esc leaves everything as it is."""

    rest_chosen = Signal()
    end_chosen = Signal()

    def __init__(self, theme: Theme, *, running: str, proposed: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, title="", width=680, parent=parent)
        words = self.tr(
            "Only one plan runs at a time. While “{proposed}” runs, “{running}” can rest and go on later, or end."
        )
        self.set_title(
            self.tr("A plan runs already"),
            words.replace("{proposed}", proposed).replace("{running}", running),
        )
        self._not_now = self.add_button(self.tr("Not now"), kind=ButtonKind.QUIET, leading=True)
        self._end = self.add_button(self.tr("End it"))
        self._rest = self.add_button(self.tr("Let it rest"), kind=ButtonKind.PRIMARY)
        for button, name in (
            (self._end, self.tr("End {running}")),
            (self._rest, self.tr("Let {running} rest")),
        ):
            button.set_name(name.replace("{running}", running))

        self.set_first_focus(self._not_now)

        self._not_now.clicked.connect(self.close_sheet)
        self._end.clicked.connect(self._tell_end)
        self._rest.clicked.connect(self._tell_rest)
        self.closed.connect(self.deleteLater)

    def _tell_end(self) -> None:
        self.close_sheet()
        self.end_chosen.emit()

    def _tell_rest(self) -> None:
        self.close_sheet()
        self.rest_chosen.emit()


class PauseSheet(Sheet):
    """Why, and until when; nothing is due meanwhile, and nothing moves."""

    pause_chosen = Signal(object, object)  # PlanCause, the last day or None

    def __init__(self, theme: Theme, *, today: date, parent: QWidget | None = None) -> None:
        super().__init__(theme, title="", width=680, parent=parent)
        self._today = today
        self.set_title(
            self.tr("Pause the plan"),
            self.tr("Nothing is due meanwhile, and nothing moves. It can be gone on with any day."),
        )
        self._cause = Segmented(
            theme,
            [
                Segment(PlanCause.HOLIDAY, self.tr("Holiday")),
                Segment(PlanCause.ILLNESS, self.tr("Illness")),
                Segment(PlanCause.ASKED, self.tr("Something else")),
            ],
            name=self.tr("Why"),
            key=PlanCause.HOLIDAY,
        )
        self._length = Segmented(
            theme,
            [
                *(Segment(str(weeks), self.tr("%n week(s)", "", weeks)) for weeks in _WEEKS),
                Segment(OPEN, self.tr("Until I go on")),
            ],
            name=self.tr("How long"),
            key="1",
        )
        self._until = Text(theme, tone="text2")
        self._not_now = self.add_button(self.tr("Not now"), kind=ButtonKind.QUIET, leading=True)
        self._pause = self.add_button(self.tr("Pause"), kind=ButtonKind.PRIMARY)

        self.body.setSpacing(12)
        for part in (
            Text(theme, self.tr("Why"), weight=600, heading=0),
            self._cause,
            Text(theme, self.tr("How long"), weight=600, heading=0),
            self._length,
            self._until,
        ):
            self.body.addWidget(part)
        self.body.addStretch(1)
        self._say_until()

        self._length.chosen.connect(self._say_until)
        self._not_now.clicked.connect(self.close_sheet)
        self._pause.clicked.connect(self._tell_pause)
        self.closed.connect(self.deleteLater)

    @property
    def _last(self) -> date | None:
        """The last day without anything due: a week from today has its seven days."""
        if self._length.key in (None, OPEN):
            return None
        return self._today + timedelta(weeks=int(self._length.key or 1), days=-1)

    def _say_until(self) -> None:
        if self._last is None:
            self._until.set_text(self.tr("It goes on when you press Go on now."))
            return
        words = self.tr("From {day} it goes on.")
        self._until.set_text(words.replace("{day}", weekday_and_date(self._last + timedelta(days=1))))

    def _tell_pause(self) -> None:
        cause, last = PlanCause(self._cause.key or PlanCause.ASKED), self._last
        self.close_sheet()
        self.pause_chosen.emit(cause, last)


class EndSheet(Sheet):
    """Asks once; what was done stays."""

    end_confirmed = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, title="", width=560, parent=parent)
        self.set_title(
            self.tr("End the plan?"),
            self.tr(
                "What was done stays. Supple is as useful without a plan, and another can begin at any time."
            ),
        )
        self._keep = self.add_button(self.tr("Keep it"))
        self._end = self.add_button(self.tr("End plan"), kind=ButtonKind.PRIMARY)

        self.set_first_focus(self._keep)

        self._keep.clicked.connect(self.close_sheet)
        self._end.clicked.connect(self._confirm)
        self.closed.connect(self.deleteLater)

    def _confirm(self) -> None:
        self.close_sheet()
        self.end_confirmed.emit()
