"""The guided check as a full page: the picture of the tested leg, the question, the answers."""

from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from supple.domain.self_test import PARTS, SelfTestRun
from supple.domain.self_test_pages import Answer, CheckPage, Question
from supple.domain.self_test_text import SelfTestText
from supple.domain.side import Side
from supple.ui.check.self_test_panel import SelfTestPanel, watched
from supple.ui.check.stage_columns import StageColumns, fit_bar
from supple.ui.figure.pictures import Pictures
from supple.ui.figure.stage import Stage
from supple.ui.kit.button import Button, ButtonKind
from supple.ui.kit.dialog_page import DialogPage
from supple.ui.kit.digit_keys import digit_of
from supple.ui.kit.first_focus import focus_or_say
from supple.ui.kit.scrolling import scroll_to
from supple.ui.kit.session_bar import SessionBar
from supple.ui.kit.side_tag import SideTag
from supple.ui.kit.text import Text
from supple.ui.kit.theme import Theme

CAPTION_GAP = 8


class SelfTestPage(DialogPage):
    """Walks a SelfTestRun; an answer goes on by itself.

    `answered` comes after every answer that is taken or taken back, `finished` carries the run at its end, `left` comes
    when it ended before a hip was checked; `leave_wanted` asks for leaving, `went_back` for what came before.
    """

    answered = Signal()
    finished = Signal(object)
    left = Signal()
    leave_wanted = Signal()
    went_back = Signal()
    warning_signs_opened = Signal()

    def __init__(
        self, theme: Theme, pictures: Pictures, text: SelfTestText, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, text.title, parent=parent)
        self._theme = theme
        self._text = text
        self._run = SelfTestRun()
        self._bar = SessionBar(theme, thickness=6)
        self._signs = Button(
            theme, self.tr("Warning signs"), kind=ButtonKind.STOP_QUIET, icon="octagon-alert", name=None
        )
        self._stage = Stage(theme, pictures)
        self._tag = SideTag(theme, Side.LEFT, height=52)
        self._caption = Text(theme, tone="text2")
        self._panel = SelfTestPanel(theme, text)
        self._columns = StageColumns(self._stage, self._tag, self._caption)
        self._back = Button(theme, self.tr("Back"), icon="arrow-left")
        self._leave = Button(theme, self.tr("Leave the check"), kind=ButtonKind.QUIET)
        self._hurts = Button(theme, self.tr("It hurts"), kind=ButtonKind.STOP, icon="hand")
        self._continue = Button(theme, self.tr("Continue"), kind=ButtonKind.PRIMARY, trailing="arrow-right")

        kept_free = self._continue.sizePolicy()
        kept_free.setRetainSizeWhenHidden(True)  # or "It hurts" would come where Continue was
        self._continue.setSizePolicy(kept_free)
        self._continue.installEventFilter(self)
        self._lay_out()
        self._adapt()
        self._show_page()

        self._panel.answer_given.connect(self._take)
        self._panel.answer_looked_at.connect(self._show_picture_of)
        self._panel.signs.clicked.connect(self._open_signs)
        self._signs.clicked.connect(self._open_signs)
        self._back.clicked.connect(self._go_back)
        self._leave.clicked.connect(self._ask_to_leave)
        self._hurts.clicked.connect(self._report_pain)
        self._continue.clicked.connect(self._go_on)
        self.narrowed.connect(self._adapt)
        theme.changed.connect(self._adapt)

    @property
    def run(self) -> SelfTestRun:
        """The pages visited and the answers given."""
        return self._run

    @property
    def stage(self) -> Stage:
        """The picture."""
        return self._stage

    @property
    def tag(self) -> SideTag:
        """The large tag that names the tested hip."""
        return self._tag

    @property
    def panel(self) -> SelfTestPanel:
        """The words and answers."""
        return self._panel

    @property
    def caption(self) -> str:
        """The words under the picture."""
        return self._caption.text()

    def begin(self, run: SelfTestRun | None = None) -> None:
        """Go on with `run`, or start anew; whatever was answered before is gone."""
        self._run = run or SelfTestRun()
        self._show_page()

    def resume(self) -> None:
        """Show the run's page again, after one went back from the findings."""
        self._show_page()

    def take_focus(self) -> None:
        """The keyboard, and with it the screen reader, is on the question."""
        focus_or_say(self._panel.question)
        QTimer.singleShot(0, self, self._bring_question_into_sight)  # laid out by then

    def _bring_question_into_sight(self) -> None:
        """Also where it had the focus already: after a digit the next question has it too."""
        scroll_to(self._panel.question)

    def first_focus(self) -> QWidget:
        """The question, which a screen reader reads."""
        return self._panel.question

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on, a digit answers, Esc asks to leave; a key held down does it once."""
        if event.isAutoRepeat():
            event.accept()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._continue.isVisible():
                self._continue.click()
        elif event.key() == Qt.Key.Key_Escape:
            self._ask_to_leave()
        elif not self._panel.choose_number(digit_of(event) or 0):
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Wherever Qt would have put the keyboard: it begins at the question."""
        super().showEvent(event)
        QTimer.singleShot(0, self, self.take_focus)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The second half of a double click on Continue does not pass over a page."""
        return event.type() is QEvent.Type.MouseButtonDblClick or super().eventFilter(watched, event)

    def _lay_out(self) -> None:
        self.top.addWidget(self._bar, 0, Qt.AlignmentFlag.AlignVCenter)
        self.top.addWidget(self._signs)
        self._columns.addWidget(self._panel)
        self.body.addLayout(self._columns, 1)
        self.foot.addWidget(self._back)
        self.foot.addWidget(self._leave)
        self.foot.addStretch(1)
        self.foot.addWidget(self._hurts)
        self.foot.addWidget(self._continue)

    def _adapt(self) -> None:
        self._columns.adapt(narrow=self.narrow, width=self.width(), scale=self._theme.scale)
        self._panel.set_compact(self.narrow)
        fit_bar(self._bar, narrow=self.narrow, scale=self._theme.scale)

    def _show_page(self) -> None:
        page = self._run.page
        if page is None:
            self._end()
            return
        text = self._text.pages[page.question]
        self.set_title(self._text.title, self._where(page))
        self._show_tag(page.side)
        self._caption.set_text(watched(text.caption, page.side))
        self._panel.show_page(self._run, page)
        self._show_picture()
        self._show_progress()
        self._hurts.setEnabled(not self._run.is_after_pain)
        self._continue.setVisible(not self._panel.cards or self._panel.chosen is not None)
        self._order_tabs()
        self.scroll_to_top()
        self.take_focus()

    def _show_tag(self, side: Side | None) -> None:
        self._columns.show_side(side or Side.BOTH, "" if side is None else watched(self._text.hip, side))

    def _show_picture(self) -> None:
        self._show_picture_of(self._panel.chosen)

    def _show_picture_of(self, answer: Answer | None) -> None:
        """The picture of `answer`, on which the keyboard or the mouse is; without one the page's own."""
        page = self._run.page
        if page is None:
            return
        shot = self._text.shot(page, answer)
        round_one = page.question is Question.BACK_FLAT  # its edge would run into the tag and the caption
        tag = self._tag.sizeHint().height() + CAPTION_GAP if round_one else 0
        caption = (
            self._caption.line_height() + CAPTION_GAP if round_one and not self._caption.isHidden() else 0
        )
        self._stage.set_headroom(tag, caption)
        self._stage.show_still(
            self._text.exercise_id,
            shot.scene,
            side=page.side or Side.BOTH,
            alt=watched(shot.alt, page.side),
        )

    def _show_progress(self) -> None:
        done, parts = self._run.progress
        self._bar.set_shares(PARTS)
        self._bar.set_done(self._run.passed - 1e-6)  # or rounding begins the next pill
        self._bar.set_sentence(self.tr("Part {done} of {parts}").format(done=done, parts=parts))

    def _where(self, page: CheckPage) -> str:
        if page.side is None:
            return self.tr("Before you start")
        hip = watched(self._text.hip, page.side)
        told = self.tr("{hip}, first try") if page.try_number == 1 else self.tr("{hip}, second try")
        return told.format(hip=hip)

    def _order_tabs(self) -> None:
        chain: list[QWidget] = [self._panel.signs, *self._panel.cards, self._continue, self._hurts]
        chain += [self._back, self._leave, self._signs]
        for before, after in pairwise(chain):
            self.setTabOrder(before, after)

    def _go_on(self) -> None:
        answer = self._panel.chosen if self._panel.cards else Answer.CONTINUE
        if answer is not None:
            self._take(answer)

    def _take(self, answer: Answer) -> None:
        self._run.answer(answer)
        self.answered.emit()
        self._show_page()

    def _go_back(self) -> None:
        if self._run.can_go_back:
            self._run.back()
            self.answered.emit()
            self._show_page()
        else:
            self.went_back.emit()

    def _report_pain(self) -> None:
        self._run.report_pain()
        self.answered.emit()
        self._show_page()

    def _ask_to_leave(self) -> None:
        self.leave_wanted.emit()

    def _open_signs(self) -> None:
        self.warning_signs_opened.emit()

    def _end(self) -> None:
        self._panel.breaths.hide()
        if self._run.results:
            self.finished.emit(self._run)
        else:
            self.left.emit()
