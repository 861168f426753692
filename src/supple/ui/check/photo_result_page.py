"""What the photos of both hips showed, before the check goes on."""

from itertools import pairwise

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from supple.domain.checks.photo import side_that_measured_higher
from supple.domain.checks.photo_run import SIDES, PhotoRun
from supple.domain.checks.photo_text import PhotoText
from supple.domain.self_test_text import SelfTestText
from supple.domain.side import Side
from supple.domain.wording import fill
from supple.ui.check.photo_result_card import PhotoResultCard
from supple.ui.kit.banner import Banner, Tone
from supple.ui.kit.button import Button, ButtonKind
from supple.ui.kit.dialog_page import DialogPage
from supple.ui.kit.flow_layout import ColumnsLayout
from supple.ui.kit.session_bar import SessionBar
from supple.ui.kit.text import Text
from supple.ui.kit.theme import LARGE_TEXT, TextRole, Theme

CONTENT = 1080
COLUMN = 380


class PhotoResultPage(DialogPage):
    """Two equal cards; further photos are asked for from here."""

    leave_wanted = Signal()

    def __init__(
        self, theme: Theme, text: PhotoText, always: SelfTestText, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, text.title, parent=parent)
        self._theme = theme
        self._text = text
        self.bar = SessionBar(theme, thickness=6)
        self.signs = Button(theme, self.tr("Warning signs"), kind=ButtonKind.STOP_QUIET, icon="octagon-alert")
        self.cards = tuple(PhotoResultCard(theme, text, side) for side in SIDES)
        self._columns = ColumnsLayout(min_column=COLUMN, max_columns=2)
        self._differ = Banner(theme, tone=Tone.INFO, bold=" ")
        told = " ".join((always.always_say[0], always.disclaimer))
        self._always = Text(theme, told, role=TextRole.CAPTION, tone="text2")
        self.back = Button(theme, self.tr("Back"), icon="arrow-left")
        self.go_on = Button(theme, self.tr("Continue"), kind=ButtonKind.PRIMARY, trailing="arrow-right")

        self._lay_out()

        self.narrowed.connect(self._adapt)
        theme.changed.connect(self._adapt)

    def show_run(self, run: PhotoRun) -> None:
        """Show what was found."""
        self.set_title(self._text.title, self.tr("What your photos showed"))
        for card in self.cards:
            finding = run.finding(card.side) if card.side in run.sides else None
            card.show_reading(run.reading(card.side), finding)
        higher = side_that_measured_higher(left=run.reading(Side.LEFT), right=run.reading(Side.RIGHT))
        if higher is not None:
            self._differ.set_words("", fill(self._text.sides_differ, side=higher))
        self._differ.setVisible(higher is not None)
        self.scroll_to_top()

    def first_focus(self) -> QWidget:
        """What was found on the left."""
        return self.cards[0].word

    def showEvent(self, event: QShowEvent) -> None:
        """Wherever Qt would have put the keyboard: it begins at what was found."""
        super().showEvent(event)
        QTimer.singleShot(0, self, self._begin)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on, Esc asks whether to leave."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.go_on.click()
        elif event.key() == Qt.Key.Key_Escape:
            self.leave_wanted.emit()
        else:
            super().keyPressEvent(event)

    def _begin(self) -> None:
        if self.isVisible():
            self.cards[0].word.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        self.set_max_width(CONTENT)
        self.top.addWidget(self.bar, 0, Qt.AlignmentFlag.AlignVCenter)
        self.top.addWidget(self.signs)
        self.bar.set_done(1.0)
        self.bar.set_sentence(self.tr("All photos are measured"))
        for card in self.cards:
            self._columns.addWidget(card)
        self.body.setSpacing(14)
        self.body.addLayout(self._columns)
        self.body.addWidget(self._differ)
        self.body.addWidget(self._always)
        self.body.addStretch(1)
        self._differ.hide()
        self.foot.addWidget(self.back)
        self.foot.addStretch(1)
        self.foot.addWidget(self.go_on)
        chain: list[QWidget] = [button for card in self.cards for button in (card.one_more, card.leave_out)]
        chain += [self.go_on, self.back, self.signs]
        for before, after in pairwise(chain):
            self.setTabOrder(before, after)
        self._adapt()

    def _adapt(self) -> None:
        self._columns.set_min_column(self._theme.px(COLUMN))
        self._columns.set_gap(16 if self.narrow else 24)
        self.bar.setFixedWidth(160 if self.narrow else 298)
        self.bar.setVisible(self._theme.scale < LARGE_TEXT)
