"""The first start of anything, and the safety questions again: who it is for, what is asked, and what follows."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from supple.domain.consent import Consent
from supple.domain.record import SafetyRecord
from supple.domain.safety import Clearance, Group
from supple.domain.safety_run import SafetyRun, SafetyStep
from supple.domain.safety_text import SafetyContent
from supple.ui.figure.pictures import Pictures
from supple.ui.kit.theme import Theme
from supple.ui.safety.ask_page import AskPage
from supple.ui.safety.safety_page import FollowUpPane, QuestionsPane
from supple.ui.safety.warning_sheet import WarningSheet
from supple.ui.safety.welcome_page import WelcomePage
from supple.ui.safety.words_pane import WordsPane


class FirstStart(QStackedWidget):
    """Full page. `answered` carries the record as soon as answers count (at once for a stop), `finished` comes when it
    can be left, `left` when it was put off. Who leaves with something new ticked comes where Continue leads.
    """

    answered = Signal(object)
    ticked = Signal(object)  # the record if nothing more is heard: somebody may end the program right now
    finished = Signal()
    left = Signal()
    warning_signs_opened = Signal()
    room_changed = Signal()  # for banners

    def __init__(
        self,
        theme: Theme,
        content: SafetyContent,
        *,
        now: datetime,
        last: SafetyRecord | None = None,
        groups: Sequence[Group] = tuple(Group),
        asks_age: bool = True,
        can_be_put_off: bool = False,
        for_someone_else: bool = False,
        pictures: Pictures | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Ask `groups`, showing what was told `last`; `pictures` give the welcome one."""
        super().__init__(parent)
        self._theme = theme
        self._safety = content
        self._groups = tuple(groups)
        self._someone_else = for_someone_else
        self._is_first = (last is None or not last.asked_at) and not for_someone_else
        self._run = SafetyRun(content.questions, now=now, last=last, groups=groups, asks_age=asks_age)
        self._sheet: WarningSheet | None = None
        self._welcome: WelcomePage | None = None
        if asks_age:
            self._welcome = WelcomePage(theme, content, pictures, for_someone_else=for_someone_else)
            self._welcome.age_told.connect(self._tell_age)
            self._welcome.not_now.clicked.connect(self._put_off)
            self.addWidget(self._welcome)
        self._ask = AskPage(theme, can_be_put_off=can_be_put_off)
        self.addWidget(self._ask)

        self._ask.answered.connect(self._answer)
        self._ask.followed_up.connect(self._answer_follow_up)
        self._ask.read.connect(self.finished)
        self._ask.back.clicked.connect(self._go_back)
        self._ask.not_now.clicked.connect(self._put_off)
        self._ask.ticked.connect(self._tell_ticks)
        self._ask.signs.clicked.connect(self.warning_signs_opened)
        self._show_step()

    def first_focus(self) -> QWidget:
        """The heading of what is asked, or the answer to the first question there is."""
        if self._welcome is not None and self.currentWidget() is self._welcome:
            return self._welcome.adult
        return self._ask.first_focus()

    @property
    def foot_bar(self) -> QWidget | None:
        """The buttons of the page that asks; the welcome has room at its top."""
        return None if self.currentWidget() is self._welcome else self._ask.foot_bar

    @property
    def room_for_banners(self) -> int:
        """Of the page that is on."""
        return self._on.room_for_banners

    def leave_room(self, px: int) -> None:
        """On the page that is on."""
        self._on.leave_room(px)

    @property
    def _on(self) -> WelcomePage | AskPage:
        welcome = self._welcome
        return welcome if welcome is not None and self.currentWidget() is welcome else self._ask

    @property
    def run(self) -> SafetyRun:
        """Where the person is and what was told."""
        return self._run

    @property
    def welcome(self) -> WelcomePage | None:
        """The first page, if it is one of these."""
        return self._welcome

    @property
    def page(self) -> AskPage:
        """The page that asks."""
        return self._ask

    @property
    def pane(self) -> QWidget | None:
        """What is shown of the questions now."""
        return None if self.currentWidget() is self._welcome else self._ask.pane

    @property
    def warning_sheet(self) -> WarningSheet | None:
        """The stop sheet while it is open."""
        return self._sheet

    def may_leave(self) -> bool:
        """Whether the program may end now; what was just ticked and closes is answered first, with what to do."""
        if not self._ticks or not self._run.would_close(self._ticks):
            return True
        self._answer(self._ticks | self._run.shown)
        return False

    @property
    def _ticks(self) -> frozenset[str]:
        """What stands ticked on the screen and is not answered yet."""
        pane = self.pane
        return pane.ticked if isinstance(pane, QuestionsPane) and self._run.group else frozenset()

    def _tell_ticks(self) -> None:
        if not self._someone_else:
            self.ticked.emit(self._run.unfinished(self._ticks))

    def _put_off(self) -> None:
        """What is ticked counts: nobody gets rid of the advice by leaving before it."""
        ticks = self._ticks
        closes = self._run.would_close(ticks)
        if ticks and self._run.fresh(ticks) and (closes or not self._someone_else):
            self._answer(ticks | self._run.shown)
            return
        if self._run.fresh() and not self._someone_else:
            self.answered.emit(self._run.unfinished())
        self.left.emit()

    def _show_step(self) -> None:
        match self._run.step:
            case SafetyStep.AGE if self._welcome is not None:
                self._turn_to(self._welcome)
                self.setAccessibleName(self._welcome.accessibleName())
                self._welcome.adult.setFocus()
                return
            case SafetyStep.STOP:
                self._stop()
                return
            case SafetyStep.DONE:
                self._finish()
                return
            case SafetyStep.FOLLOW_UP:
                pane: QWidget = FollowUpPane(self._theme, self._run.asked[0])
            case _:
                pane = self._questions_pane(self._run.group or Group.EMERGENCY)
        self._show(pane)

    def _turn_to(self, page: WelcomePage | AskPage) -> None:
        self.setCurrentWidget(page)
        self.room_changed.emit()

    def _show(self, pane: QWidget) -> None:
        self._turn_to(self._ask)
        self._ask.set_title(self._name(), self._place())
        self.setAccessibleName(self._ask.title)
        self._ask.show_pane(pane, can_go_back=self._run.can_go_back and self._run.step is not SafetyStep.DONE)

    def _questions_pane(self, group: Group) -> QuestionsPane:
        again = self._run.asked_before if group is Group.CHECK_FIRST else None
        return QuestionsPane(
            self._theme,
            self._safety.groups[group],
            self._run.asked,
            ticked=self._run.shown,
            before=again,
            so_far=self._so_far(),
        )

    def _so_far(self) -> str:
        """What "None of these" meant, said after A and B were both answered so."""
        asked = {Group.EMERGENCY, Group.SEE_DOCTOR} <= set(self._groups)
        last = self._run.group is Group.CHECK_FIRST
        told = any(question.group is not Group.CHECK_FIRST for question in self._run.clearance.ticked)
        return self._safety.all_no_text if asked and last and not told else ""

    def _name(self) -> str:
        if self._someone_else:
            return self.tr("Someone else")
        return self.tr("Welcome to Supple") if self._is_first else self.tr("Safety questions")

    def _place(self) -> str:
        """Which screen of how many; nothing when there is only one."""
        group = Group.CHECK_FIRST if self._run.step is SafetyStep.FOLLOW_UP else self._run.group
        if group is None or len(self._groups) == 1:
            return ""
        long, short = self.tr("Safety questions, {number} of {count}"), self.tr("{number} of {count}")
        told = short if self._name() == self.tr("Safety questions") else long
        return told.format(number=self._groups.index(group) + 1, count=len(self._groups))

    def _tell_age(self, adult: bool) -> None:
        self._run.tell_age(adult=adult)
        self._show_step()

    def _answer(self, ticked: Iterable[str]) -> None:
        self._run.answer(ticked)
        self._show_step()

    def _answer_follow_up(self, number: int) -> None:
        self._run.answer_follow_up(number)
        self._show_step()

    def _go_back(self) -> None:
        self._run.back(self._ticks)
        self._show_step()

    def _finish(self) -> None:
        """The answers count; what follows from them is said if there is anything to say."""
        self.answered.emit(self._run.keep())
        points = self._points(self._run.clearance)
        if not points:
            self.finished.emit()
            return
        self._show(
            WordsPane(
                self._theme,
                title=self.tr("What follows from your answers"),
                lead=self._safety.all_no_text,
                points=points,
            )
        )

    def _points(self, clearance: Clearance) -> tuple[str, ...]:
        """What is new to say: only of what this round asked."""
        if Group.CHECK_FIRST not in self._groups:
            return ()
        points = [*clearance.advice, *clearance.self_test_reasons]
        if clearance.cautions:
            points.append(self.tr("Some exercises are left out or marked. Each says why in the library."))
        if points and not self._someone_else:
            points.append(
                self.tr("Your answers can be seen and changed under **Warning signs** at any time.")
            )
        return tuple(dict.fromkeys(points))

    def _stop(self) -> None:
        """Keep the answer at once, then say what to do over the whole window."""
        self.answered.emit(self._run.keep())
        self._drop_sheet()
        sheet = self._sheet = WarningSheet(
            self._theme,
            self._safety,
            self._run.clearance,
            offers=self._run.offers,
            gone=self._run.no_longer_ticked,
            is_kept=not self._someone_else,
            parent=self.window(),
        )
        sheet.understood.connect(self.finished)
        sheet.agreed.connect(self._agree)
        sheet.mistaken.connect(self._take_back)
        sheet.change_wanted.connect(self._change_answer)
        sheet.signs.clicked.connect(self.warning_signs_opened)
        sheet.closed.connect(self._drop_sheet)
        sheet.open_over(self.window())

    def _agree(self, consents: Iterable[Consent]) -> None:
        self._run.agree(consents)
        self._show_step()

    def _take_back(self) -> None:
        self._run.take_back()
        self._show_step()

    def _change_answer(self) -> None:
        """Back to the screen whose answer stopped, with that answer shown."""
        if self._run.step is SafetyStep.STOP:
            self._go_back()

    def _drop_sheet(self) -> None:
        if self._sheet is not None:
            self._sheet.deleteLater()
            self._sheet = None
