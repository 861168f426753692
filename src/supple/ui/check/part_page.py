"""One page of a check: the picture of the leg, what to do or what is asked, and the answers."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from supple.domain.self_test_text import AnswerText, Shot
from supple.domain.side import Side
from supple.domain.wording import fill
from supple.ui.check.part_panel import PartPanel
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


@dataclass(frozen=True, slots=True, kw_only=True)
class PartView:
    """What a page shows; the texts are templates for `side`, whose tag says `hip`.

    `chosen` is the place of the answer that was given before, `goes_on` lets Continue be pressed without one; an answer
    goes on by itself where `waits` is not set. `done` of `parts` are behind.
    """

    title: str
    where: str
    folder: str
    side: Side
    hip: str
    shot: Shot
    question: str
    lead: str = ""
    note: str = ""
    caption: str = ""
    answers: Sequence[AnswerText] = ()
    chosen: int | None = None
    waits: bool = False
    signs: bool = False
    again: bool = False
    hurts: bool = True
    done: int = 0
    parts: int = 1


class PartPage(DialogPage):
    """Shows one view at a time; `answered` carries the place of the answer, or -1 for Continue without answers."""

    answered = Signal(int)

    def __init__(
        self,
        theme: Theme,
        pictures: Pictures,
        *,
        beside: QWidget | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """`beside` stands under the answers where they wait for Continue."""
        super().__init__(theme, "", parent=parent)
        self._theme = theme
        self._view: PartView | None = None
        self._bar = SessionBar(theme, thickness=6)
        self.signs = Button(theme, self.tr("Warning signs"), kind=ButtonKind.STOP_QUIET, icon="octagon-alert")
        self._stage = Stage(theme, pictures)
        self._tag = SideTag(theme, Side.LEFT, height=52)
        self._caption = Text(theme, tone="text2")
        self._panel = PartPanel(theme, pictures, beside=beside)
        self._columns = StageColumns(self._stage, self._tag, self._caption)
        self.back = Button(theme, self.tr("Back"), icon="arrow-left")
        self.leave = Button(theme, self.tr("Leave the check"), kind=ButtonKind.QUIET)
        self.again = Button(theme, self.tr("Do this try again"), kind=ButtonKind.QUIET, icon="rotate-ccw")
        self.hurts = Button(theme, self.tr("It hurts"), kind=ButtonKind.STOP, icon="hand")
        self._continue = Button(theme, self.tr("Continue"), kind=ButtonKind.PRIMARY, trailing="arrow-right")

        kept_free = self._continue.sizePolicy()
        kept_free.setRetainSizeWhenHidden(True)  # or "It hurts" would come where Continue was
        self._continue.setSizePolicy(kept_free)
        self._continue.installEventFilter(self)
        self._lay_out()
        self._adapt()

        self._panel.chosen_changed.connect(self._take)
        self._panel.looked_at.connect(self._look_at)
        self._panel.signs.clicked.connect(self.signs.click)
        self._continue.clicked.connect(self._go_on)
        self.narrowed.connect(self._adapt)
        theme.changed.connect(self._adapt)

    @property
    def stage(self) -> Stage:
        """The picture."""
        return self._stage

    @property
    def panel(self) -> PartPanel:
        """The words and answers."""
        return self._panel

    def show_view(self, view: PartView) -> None:
        """Show `view` and put the keyboard on its question."""
        self._view = view
        self.set_title(view.title, view.where)
        self._show_tag(view)
        self._caption.set_text(fill(view.caption, side=view.side))
        room = self._caption.line_height() + CAPTION_GAP if view.caption else 0
        self._stage.set_headroom(0, 0 if self._caption.isHidden() else room)
        self._panel.show_view(view)
        self._show_shot(view, view.chosen)
        self._bar.set_shares([1.0] * view.parts)
        self._bar.set_done(view.done / view.parts)
        self._bar.set_sentence(self.tr("Part {done} of {parts}").format(done=view.done, parts=view.parts))
        self.hurts.setEnabled(view.hurts)
        self.again.setVisible(view.again)
        self.leave.setVisible(not view.again)
        self._show_continue()
        self._order_tabs()
        self.scroll_to_top()
        self.take_focus()

    def take_focus(self) -> None:
        """The keyboard, and with it the screen reader, is on the question."""
        focus_or_say(self._panel.question)
        QTimer.singleShot(0, self, self._bring_question_into_sight)  # laid out by then

    def first_focus(self) -> QWidget:
        """The question."""
        return self._panel.question

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on, Esc asks for leaving, a digit chooses."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._continue.isVisible():
                self._continue.click()
        elif event.key() == Qt.Key.Key_Escape:
            self.leave.click()
        elif not self._panel.choose_number(digit_of(event) or 0):
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Wherever Qt would have put the keyboard: it begins at the question."""
        super().showEvent(event)
        QTimer.singleShot(0, self, self.take_focus)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The second half of a double click on Continue does not pass over a page."""
        return event.type() is QEvent.Type.MouseButtonDblClick or super().eventFilter(watched, event)

    def _bring_question_into_sight(self) -> None:
        scroll_to(self._panel.question)

    def _show_shot(self, view: PartView, place: int | None) -> None:
        """The picture of the answer at `place`, or the page's own."""
        answer = None if place is None else view.answers[place]
        shot = answer.shot if answer is not None and answer.shot is not None else view.shot
        alt = fill(shot.alt, side=view.side)
        self._stage.show_still(view.folder, shot.scene, side=view.side, alt=alt)

    def _show_tag(self, view: PartView) -> None:
        self._columns.show_side(view.side, fill(view.hip, side=view.side))

    def _show_continue(self) -> None:
        asks = self._view is not None and bool(self._view.answers)
        self._continue.setVisible(not asks or self._panel.chosen is not None)

    def _take(self, place: int) -> None:
        view = self._view
        if view is None:
            return
        self._show_shot(view, place)
        self._show_continue()
        if not view.waits:
            self.answered.emit(place)

    def _look_at(self, place: int) -> None:
        if self._view is not None and self._panel.chosen is None:
            self._show_shot(self._view, place)

    def _go_on(self) -> None:
        chosen = self._panel.chosen
        self.answered.emit(-1 if chosen is None else chosen)

    def _lay_out(self) -> None:
        self.top.addWidget(self._bar, 0, Qt.AlignmentFlag.AlignVCenter)
        self.top.addWidget(self.signs)
        self._columns.addWidget(self._panel)
        self.body.addLayout(self._columns, 1)
        for button in (self.back, self.leave, self.again):
            self.foot.addWidget(button)
        self.foot.addStretch(1)
        self.foot.addWidget(self.hurts)
        self.foot.addWidget(self._continue)

    def _adapt(self) -> None:
        self._columns.adapt(narrow=self.narrow, width=self.width(), scale=self._theme.scale)
        self._panel.set_compact(self.narrow)
        fit_bar(self._bar, narrow=self.narrow, scale=self._theme.scale)

    def _order_tabs(self) -> None:
        chain: list[QWidget] = [self._panel.signs, *self._panel.stops, self._continue, self.hurts]
        chain += [self.again, self.back, self.leave, self.signs]
        for before, after in pairwise(chain):
            self.setTabOrder(before, after)
