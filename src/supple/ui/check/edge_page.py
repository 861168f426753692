"""The check at the edge as a full page: the picture of the hanging leg, what to do, and the numbers of the tape."""

from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QMouseEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from supple.domain.checks.edge import EdgeRun, Given
from supple.domain.checks.edge_pages import LYING, EdgePage, EdgeQuestion, EdgeWay
from supple.domain.checks.edge_text import EdgeText, hanging, lead_and_question
from supple.domain.checks.tape import Place, Tape
from supple.domain.self_test_pages import Answer
from supple.domain.settings import Lengths
from supple.domain.side import Side
from supple.ui.check.edge_panel import EdgePanel
from supple.ui.check.stage_columns import StageColumns, fit_bar
from supple.ui.check.tape_panel import TapePanel
from supple.ui.check.tape_stage import TapeStage
from supple.ui.figure.pictures import Pictures
from supple.ui.kit.button import Button, ButtonKind
from supple.ui.kit.dialog_page import DialogPage
from supple.ui.kit.digit_keys import digit_of
from supple.ui.kit.first_focus import focus_or_say
from supple.ui.kit.keys import Act, pressed
from supple.ui.kit.scrolling import scroll_to
from supple.ui.kit.session_bar import SessionBar
from supple.ui.kit.side_tag import SideTag
from supple.ui.kit.text import Text
from supple.ui.kit.theme import TextRole, Theme

TAG_GAP = 8


class EdgeCheckPage(DialogPage):
    """Walks an EdgeRun; an answer goes on by itself.

    `given` comes after everything that is given or taken back, `ended` when the last page was gone on from, `went_back`
    for Back on the first; `shown` tells the page that is shown, and the keys of sound and screen are the mat's.
    """

    given = Signal()
    ended = Signal()
    went_back = Signal()
    shown = Signal(object)  # EdgePage
    leave_wanted = Signal()
    signs_wanted = Signal()
    sound_toggled = Signal()

    def __init__(
        self, theme: Theme, pictures: Pictures, text: EdgeText, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, text.title, parent=parent)
        self._theme = theme
        self._text = text
        self._run = EdgeRun()
        self._made_full_screen = False
        self._bar = SessionBar(theme, thickness=6)
        self._signs = Button(
            theme, self.tr("Warning signs"), kind=ButtonKind.STOP_QUIET, icon="octagon-alert", name=None
        )
        self._stage = TapeStage(theme, pictures)
        self._tag = SideTag(theme, Side.LEFT, height=52)
        self._caption = Text(theme, tone="text2")
        self.panel = EdgePanel(theme)
        self.tape = TapePanel(theme)
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

        self.panel.answer_given.connect(self._take)
        self.panel.skip.set_text(text.by_photo.skip)
        self.panel.skip.clicked.connect(self._end)
        self.panel.counter.ended.connect(self._leave_the_count)
        self.panel.signs.clicked.connect(self._ask_for_signs)
        self.tape.changed.connect(self._follow_tape)
        self.tape.fields.focused.connect(self._point_at)
        self.tape.fields.entered.connect(self._go_on)
        self._signs.clicked.connect(self._ask_for_signs)
        self._back.clicked.connect(self._go_back)
        self._leave.clicked.connect(self._ask_to_leave)
        self._hurts.clicked.connect(self._report_pain)
        self._continue.clicked.connect(self._go_on)
        self.narrowed.connect(self._adapt)
        theme.changed.connect(self._adapt)

    @property
    def run(self) -> EdgeRun:
        """The pages visited and what was given."""
        return self._run

    @property
    def stage(self) -> TapeStage:
        """The picture."""
        return self._stage

    @property
    def tag(self) -> SideTag:
        """The large tag that names the measured hip."""
        return self._tag

    def begin(self, run: EdgeRun, unit: Lengths) -> None:
        """Go on with `run`; lengths are typed in `unit`."""
        self._run = run
        self.tape.set_unit(unit)
        self.show_run()

    def show_run(self) -> None:
        """Show the run's page."""
        page = self._run.page
        if page is None:
            self._end()
            return
        text = self._text.page(page.question, self._run.way)
        measures = page.question is EdgeQuestion.MEASURE
        self.set_title(self._text.title_of(self._run.way), self._where(page))
        self._show_tag(page.side)
        self._caption.set_text(hanging(text.caption, page.side))
        self.panel.setVisible(not measures)
        self.tape.setVisible(measures)
        if measures and page.side is not None:
            self._show_tape(page, page.side)
        else:
            self.panel.show_page(self._run, page, text)
        self._stage.measure(page.side if measures else None)
        self._keep_clear(page)
        self._stage.show_still(
            self._text.exercise_id,
            text.shot.scene,
            side=page.side or Side.BOTH,
            alt=hanging(text.shot.alt, page.side),
        )
        self._show_progress()
        self._hurts.setEnabled(not self._run.is_after_pain and page.question is not EdgeQuestion.FINISH)
        self._offer_to_go_on()
        self._order_tabs()
        self.scroll_to_top()
        self.take_focus()
        self.shown.emit(page)

    def take_focus(self) -> None:
        """The keyboard, and with it the screen reader, is on the question."""
        focus_or_say(self.first_focus())
        QTimer.singleShot(0, self, self._bring_question_into_sight)  # laid out by then

    def first_focus(self) -> Text:
        """The question, which a screen reader reads."""
        page = self._run.page
        measures = page is not None and page.question is EdgeQuestion.MEASURE
        return self.tape.question if measures else self.panel.question

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space go on, a digit answers, H, M and F are the mat's, Esc asks to leave; each once."""
        act = pressed(event, (Act.HURTS, Act.SOUND, Act.FILL))
        if event.isAutoRepeat():
            event.accept()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            if self._continue.isVisible() and self._continue.isEnabled():
                self._continue.click()
        elif event.key() == Qt.Key.Key_Escape:
            self._ask_to_leave()
        elif act is not None and act.act is Act.HURTS:
            self._report_pain()
        elif act is not None and act.act is Act.SOUND:
            self.sound_toggled.emit()
        elif act is not None:
            self._turn_full_screen()
        elif self.panel.choose_number(digit_of(event) or 0):
            event.accept()
        elif self.takes_any_key and event.text().strip():
            self.press_on()
        else:
            super().keyPressEvent(event)

    @property
    def takes_any_key(self) -> bool:
        """Whether one lies there alone and cannot see the screen."""
        page = self._run.page
        return page is not None and self._run.way is EdgeWay.PHOTO and page.question in LYING

    def press_on(self) -> None:
        """What any key, click or media key does there."""
        if self.takes_any_key and self.isVisible():
            self._continue.click()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click beside the controls."""
        self.press_on()
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Its second half does not pass over a page."""
        event.accept()

    def showEvent(self, event: QShowEvent) -> None:
        """Wherever Qt would have put the keyboard: it begins at the question."""
        super().showEvent(event)
        QTimer.singleShot(0, self, self.take_focus)

    def hideEvent(self, event: QHideEvent) -> None:
        """Give back a screen that was filled from here."""
        super().hideEvent(event)
        if self._made_full_screen and self.window().isFullScreen():
            self._turn_full_screen()
        self._made_full_screen = False

    def _turn_full_screen(self) -> None:
        window = self.window()
        self._made_full_screen = not window.isFullScreen()
        window.setWindowState(window.windowState() ^ Qt.WindowState.WindowFullScreen)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The second half of a double click on Continue does not pass over a page."""
        return event.type() is QEvent.Type.MouseButtonDblClick or super().eventFilter(watched, event)

    def _lay_out(self) -> None:
        self.top.addWidget(self._bar, 0, Qt.AlignmentFlag.AlignVCenter)
        self.top.addWidget(self._signs)
        words = QVBoxLayout()
        words.addWidget(self.panel)
        words.addWidget(self.tape)
        self._columns.addLayout(words)
        self.body.addLayout(self._columns, 1)
        self.foot.addWidget(self._back)
        self.foot.addWidget(self._leave)
        self.foot.addStretch(1)
        self.foot.addWidget(self._hurts)
        self.foot.addWidget(self._continue)

    def _adapt(self) -> None:
        self._columns.adapt(narrow=self.narrow, width=self.width(), scale=self._theme.scale)
        self.panel.set_compact(self.narrow)
        self.tape.set_compact(self.narrow)
        fit_bar(self._bar, narrow=self.narrow, scale=self._theme.scale)
        if self._run.page is not None:
            self._keep_clear(self._run.page)

    def _keep_clear(self, page: EdgePage) -> None:
        """What the tag, the caption and the word under the floor stand on stays free of the picture."""
        beside = not self._columns.is_stacked
        caption = self._caption.line_height() if self._caption.text() and beside else 0
        floor = self._theme.line_height(TextRole.CAPTION) if page.question is EdgeQuestion.MEASURE else 0
        self._stage.set_headroom(
            self._tag.sizeHint().height() + TAG_GAP if beside and page.side is not None else 0,
            max(caption, floor),
        )

    def _show_tape(self, page: EdgePage, side: Side) -> None:
        lead, question = lead_and_question(self._text.pages[page.question], page)
        before = self._run.previous
        self.tape.show_page(
            lead=lead,
            question=question,
            thigh=hanging(self._text.thigh[page.try_number - 1], side),
            side=side,
            given=before if isinstance(before, Tape) else None,
        )
        first = next((each.tape for each in self._run.tries if each.side is side and each.tape), None)
        if first is not None and not isinstance(before, Tape):
            self.tape.fields.keep_thigh(first.thigh_cm)

    def _show_tag(self, side: Side | None) -> None:
        self._columns.show_side(side or Side.BOTH, "" if side is None else hanging(self._text.hip, side))

    def _show_progress(self) -> None:
        done, parts = self._run.progress
        self._bar.set_shares(self._run.parts)
        self._bar.set_done(self._run.passed - 1e-6)  # or rounding begins the next pill
        self._bar.set_sentence(self.tr("Part {done} of {parts}").format(done=done, parts=parts))

    def _where(self, page: EdgePage) -> str:
        if page.side is None:
            return self.tr("Before you start")
        if page.question is EdgeQuestion.FINISH:
            return self.tr("The end of the check")
        hip = hanging(self._text.hip, page.side)
        told = self.tr("{hip}, first try") if page.try_number == 1 else self.tr("{hip}, second try")
        return told.format(hip=hip)

    def _offer_to_go_on(self) -> None:
        page = self._run.page
        measures = page is not None and page.question is EdgeQuestion.MEASURE
        self._continue.setVisible(measures or not self.panel.cards or self.panel.chosen is not None)
        self._continue.setEnabled(not measures or self.tape.tape is not None)

    def _order_tabs(self) -> None:
        page = self._run.page
        chain: list[QWidget] = [self.panel.signs, *self.panel.cards, self.panel.skip]
        if page is not None and page.question is EdgeQuestion.MEASURE:
            units = [self.tape.unit.button(unit.value) for unit in (Lengths.CM, Lengths.INCHES)]
            chain = [*units, *(self.tape.fields.field(place).line for place in Place)]
        chain += [self._continue, self._hurts, self._back, self._leave, self._signs]
        for before, after in pairwise(chain):
            self.setTabOrder(before, after)

    def _leave_the_count(self) -> None:
        """Whoever lies there alone need not press for that."""
        if self._run.way is EdgeWay.PHOTO:
            self._go_on()

    def _follow_tape(self) -> None:
        self._offer_to_go_on()

    def _point_at(self, place: Place | None) -> None:
        page = self._run.page
        measures = page is not None and page.question is EdgeQuestion.MEASURE
        self._stage.measure(page.side if measures and page is not None else None, place)

    def _go_on(self) -> None:
        page = self._run.page
        if page is None:
            return
        given: Given | None = self.panel.chosen if self.panel.cards else Answer.CONTINUE
        if page.question is EdgeQuestion.MEASURE:
            given = self.tape.tape
        if given is not None:
            self._take(given)

    def _take(self, given: Given) -> None:
        self._run.give(given)
        self.given.emit()
        self.show_run()

    def _go_back(self) -> None:
        if self._run.can_go_back:
            self._run.back()
            self.given.emit()
            self.show_run()
        else:
            self.went_back.emit()

    def _end(self) -> None:
        self.ended.emit()

    def _ask_to_leave(self) -> None:
        self.leave_wanted.emit()

    def _ask_for_signs(self) -> None:
        self.signs_wanted.emit()

    def _report_pain(self) -> None:
        if self._hurts.isEnabled():
            self._run.report_pain()
            self.given.emit()
            self.show_run()

    def _bring_question_into_sight(self) -> None:
        """Also where it had the focus already: after a digit the next question has it too."""
        scroll_to(self.first_focus())
