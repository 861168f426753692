"""The first start of anything: who it is for, the safety questions, and what follows from the answers."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from supple.domain.safety import Clearance, Group, SafetyQuestion, judge
from supple.domain.safety_run import SafetyRun, SafetyStep
from supple.domain.safety_text import SafetyContent
from supple.domain.side import Side
from supple.ui.button import Button, Kind
from supple.ui.dialog_page import DialogPage
from supple.ui.pictures import Pictures
from supple.ui.safety_page import FollowUpPane, QuestionsPane
from supple.ui.stage import Stage
from supple.ui.text import Text
from supple.ui.theme import Theme
from supple.ui.warning_sheet import WarningSheet
from supple.ui.words_pane import WordsPane

LARGE_TEXT = 1.5
PICTURE = "a3_half_kneeling_hip_flexor"


class FirstStart(DialogPage):
    """Full page. `answered` comes as soon as answers count (at once for a stop), `finished` when it can be left."""

    answered = Signal(object)
    finished = Signal()
    left = Signal()
    warning_signs_opened = Signal()

    def __init__(
        self,
        theme: Theme,
        content: SafetyContent,
        *,
        earlier: frozenset[str] = frozenset(),
        groups: Sequence[Group] = tuple(Group),
        with_welcome: bool = True,
        pictures: Pictures | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Ask `groups`, showing what was ticked `earlier`; `pictures` give the first screen one."""
        super().__init__(theme, content.welcome_title, parent=parent)
        self._theme = theme
        self._safety = content
        self._with_welcome = with_welcome
        self._groups = tuple(groups)
        self._name = self.tr("Welcome to Supple") if with_welcome else self.tr("Safety questions")
        self._run = SafetyRun(content.questions, earlier=earlier, groups=groups, with_welcome=with_welcome)
        self._stage = Stage(theme, pictures) if pictures else None
        self._pane: QWidget | None = None
        self._sheet: WarningSheet | None = None
        self._holder = QHBoxLayout()
        self._back = Button(theme, self.tr("Back"), icon="arrow-left")
        self._not_now = Button(theme, self.tr("Not now"), kind=Kind.QUIET)
        self._hint = Text(theme, self.tr("Tick what applies, or None of these."), tone="text2")
        self._continue = Button(theme, self.tr("Continue"), kind=Kind.PRIMARY, trailing="arrow-right")

        if self._stage is not None:
            self._stage.show_still(
                PICTURE, "card", side=Side.BOTH, alt=self.tr("A person stretching on a mat.")
            )
            self._stage.setMinimumHeight(440)
            self._holder.addWidget(self._stage, 600)
        self._holder.setSpacing(48)
        self._holder.addStretch(1)
        self.body.addLayout(self._holder)
        self.body.addStretch(1)
        self.foot.addWidget(self._back)
        self.foot.addWidget(self._not_now)
        self._not_now.setVisible(not with_welcome)
        self.foot.addStretch(1)
        self.foot.addWidget(self._hint, 3)
        self.foot.addWidget(self._continue)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._show_step()

        self.narrowed.connect(self._place_picture)
        theme.changed.connect(self._place_picture)
        self._back.clicked.connect(self._go_back)
        self._not_now.clicked.connect(self._leave)
        self._continue.clicked.connect(self._go_on)

    @property
    def run(self) -> SafetyRun:
        """Where the person is and what was ticked."""
        return self._run

    @property
    def pane(self) -> QWidget | None:
        """What the page shows now."""
        return self._pane

    @property
    def warning_sheet(self) -> WarningSheet | None:
        """The stop sheet while it is open."""
        return self._sheet

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on when that is possible; Esc leaves where leaving is offered."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._continue.click()
        elif event.key() == Qt.Key.Key_Escape and not self._with_welcome:
            self._leave()
        else:
            super().keyPressEvent(event)

    def _show_step(self) -> None:
        pane = self._make_pane()
        if self._pane is not None:
            self._holder.removeWidget(self._pane)
            self._pane.hide()
            self._pane.deleteLater()
        self._pane = pane
        self._holder.insertWidget(0, pane, 1000)
        pane.show()
        self._order_tabs()
        self.set_title(self._name, self._place())
        self._back.setVisible(self._run.can_go_back)
        self._place_picture()
        self._refresh()
        self.scroll_to_top()
        heading = getattr(pane, "heading", None)
        if isinstance(heading, Text):
            heading.setFocus(Qt.FocusReason.OtherFocusReason)

    def _order_tabs(self) -> None:
        cards: tuple[QWidget, ...] = ()
        if isinstance(self._pane, QuestionsPane | FollowUpPane):
            cards = self._pane.cards
        for before, after in pairwise((*cards, self._continue, self._back, self._not_now)):
            self.setTabOrder(before, after)

    def _place_picture(self) -> None:
        """The first and the last screen have a picture while there is room for it."""
        if self._stage is not None:
            roomy = not self.narrow and self._theme.scale < LARGE_TEXT
            self._stage.setVisible(roomy and isinstance(self._pane, WordsPane))

    def _make_pane(self) -> QWidget:
        match self._run.step:
            case SafetyStep.WHO_FOR:
                content = self._safety
                return WordsPane(
                    self._theme,
                    title=content.welcome_title,
                    lead=content.welcome_lead,
                    points=content.welcome_points,
                )
            case SafetyStep.FOLLOW_UP:
                follow_up = FollowUpPane(self._theme, self._run.asked[0])
                follow_up.changed.connect(self._refresh)
                return follow_up
            case SafetyStep.DONE | SafetyStep.STOP:
                return self._last_pane(judge(self._run.ticked, self._safety.questions))
            case _:
                return self._questions_pane(self._run.group or Group.EMERGENCY, self._run.asked)

    def _questions_pane(self, group: Group, questions: Sequence[SafetyQuestion]) -> QuestionsPane:
        pane = QuestionsPane(
            self._theme,
            self._safety.groups[group],
            questions,
            ticked=self._run.shown,
            none_ticked=self._run.answered,
        )
        pane.changed.connect(self._refresh)
        return pane

    def _last_pane(self, clearance: Clearance) -> WordsPane:
        points = [*clearance.advice, *clearance.self_test_reasons]
        if clearance.cautions:
            points.append(self.tr("Some exercises are left out or marked. Each says why in the library."))
        points.append(self.tr("Your answers can be seen and changed under **Warning signs** at any time."))
        return WordsPane(
            self._theme,
            title=self.tr("Thank you"),
            lead=self._safety.all_no_text,
            points=dict.fromkeys(points),
        )

    def _place(self) -> str:
        """Which screen of how many; nothing when there is only one."""
        group = Group.CHECK_FIRST if self._run.step is SafetyStep.FOLLOW_UP else self._run.group
        if group is None or len(self._groups) == 1:
            return ""
        long, short = self.tr("Safety questions, {number} of {count}"), self.tr("{number} of {count}")
        told = long if self._with_welcome else short
        return told.format(number=self._groups.index(group) + 1, count=len(self._groups))

    def _refresh(self) -> None:
        match self._pane:
            case QuestionsPane():
                ready = self._pane.ticked is not None
            case FollowUpPane():
                ready = self._pane.yes is not None
            case _:
                ready = True
        self._continue.setEnabled(ready)
        self._hint.setVisible(isinstance(self._pane, QuestionsPane) and not ready)

    def _go_on(self) -> None:
        match self._pane:
            case QuestionsPane() if self._pane.ticked is not None:
                self._run.answer(self._pane.ticked)
            case FollowUpPane() if self._pane.yes is not None:
                self._run.answer_follow_up(yes=self._pane.yes)
            case WordsPane() if self._run.step is SafetyStep.DONE:
                self.answered.emit(self._run.ticked)
                self.finished.emit()
                return
            case _:
                self._run.agree()
        if self._run.step is SafetyStep.STOP:
            self._stop()
        else:
            self._show_step()

    def _go_back(self) -> None:
        self._run.back()
        self._show_step()

    def _leave(self) -> None:
        self.left.emit()

    def _stop(self) -> None:
        """Keep the answer at once, then say what to do over the whole window."""
        self.answered.emit(self._run.ticked)
        self._sheet = WarningSheet(
            self._theme, self._safety, judge(self._run.ticked, self._safety.questions), parent=self.window()
        )
        self._sheet.understood.connect(self.finished)
        self._sheet.change_wanted.connect(self._change_answer)
        self._sheet.all_signs_wanted.connect(self.warning_signs_opened)
        self._sheet.closed.connect(self._drop_sheet)
        self._sheet.open_over(self.window())

    def _change_answer(self) -> None:
        """Back to the screen whose answer stopped, with that answer shown."""
        if self._run.step is SafetyStep.STOP:
            self._go_back()

    def _drop_sheet(self) -> None:
        if self._sheet is not None:
            self._sheet.deleteLater()
            self._sheet = None
