"""After "It hurts": where and how much in two taps, what the rules say, and then: easier, the next set, or the end."""

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from supple.domain.pain import PLACES, Counsel, PainTold, Sign, may_go_on
from supple.ui.kit.banner import Tone
from supple.ui.kit.button import ButtonKind
from supple.ui.kit.call_frame import CallFrame
from supple.ui.kit.chip import Chip
from supple.ui.kit.flow_layout import FlowLayout
from supple.ui.kit.note_field import TYPED_MS
from supple.ui.kit.pain_scale import PainScale
from supple.ui.kit.reader import Told, tell
from supple.ui.kit.sheet import Sheet
from supple.ui.kit.sign_list import SignList
from supple.ui.kit.text import Text
from supple.ui.kit.theme import Theme
from supple.ui.words.pain_words import Advice, advice, every_advice, place_word, sign_word

NOTHING = PainTold(score=None)
GAP = 12
TAP = 44  # the least height of what is tapped by somebody in pain


class _Group(QWidget):
    """Chips that answer one question."""

    def __init__(self, name: str, chips: Sequence[Chip]) -> None:
        super().__init__()
        flow = FlowLayout(gap=8, line_gap=8)
        for chip in chips:
            flow.addWidget(chip)

        tell(self, Told.GROUP)
        self.setAccessibleName(name)
        self.setLayout(flow)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)


class _Question(QVBoxLayout):
    """What is asked, close over what answers it."""

    def __init__(self, theme: Theme, words: str, answers: QWidget) -> None:
        super().__init__()

        self.setSpacing(8)
        self.addWidget(Text(theme, words, weight=600))
        self.addWidget(answers)


class _HelpNow(QWidget):
    """Whom to call and what to say, in the place of all that needs no answer any more."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        frame = CallFrame(theme)

        frame.set_words(
            self.tr("Your local emergency number"),
            self.tr("Call it now, or ask someone near you to call."),
            tone="stop",
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(frame)
        layout.addWidget(
            SignList(
                theme, (self.tr("Do not drive yourself."), self.tr("Say what you noticed and when it began."))
            )
        )
        layout.addStretch(1)


class HurtSheet(Sheet):
    """Nothing goes on before place and number, or place and sign, are told; some answers end the exercise or all.

    The signs come first, so that none lies under the edge of a small window. One that calls for help folds the rest.

    Its size and its buttons stay where they are whatever is answered. `pain_told` comes before the choice, when
    anything was told; then exactly one of the choices. `easier_offered` comes once, when the easier version may be
    chosen. With an answer that ends the session any way out of the sheet ends it. `pain_drafted` comes soon after each
    answer, with an empty one when all were taken back: the power may go before the choice.
    """

    easier_offered = Signal()
    help_called_for = Signal()  # once for each time that an answer calls for it
    pain_told = Signal(object)  # PainTold
    pain_drafted = Signal(object)  # PainTold
    easier_chosen = Signal()
    go_on_chosen = Signal()
    next_exercise_chosen = Signal()
    end_chosen = Signal()
    left_without_exercise = Signal()  # Esc, but the exercise is over for the day
    signs_wanted = Signal()  # the sheet stays

    def __init__(
        self,
        theme: Theme,
        *,
        easier: str = "",
        form: str = "",
        has_more: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        """`easier` names the easier exercise; "" means half the range and half the time, done in the easier `form`.

        `has_more`: another exercise follows.
        """
        super().__init__(theme, title="", tone=Tone.STOP, width=820, parent=parent)
        self._where: str = ""
        self._easier = easier
        self._form = form
        self._has_more = has_more
        self._is_offered = self._calls_for_help = False
        self._told: PainTold | None = None
        self._drafted = NOTHING
        self._answering = QTimer(self, singleShot=True, interval=TYPED_MS)
        self._places = [Chip(theme, place_word(place), height=TAP) for place in PLACES]
        self._place_group = _Group(self.tr("Where does it hurt?"), self._places)
        self.scale = PainScale(theme, name=self.tr("How much does it hurt?"))
        signs = (Sign.CHEST, *(sign for sign in Sign if sign is not Sign.CHEST))  # the gravest is seen first
        self._signs = {sign: Chip(theme, sign_word(sign), height=TAP) for sign in signs}
        self._sign_group = _Group(self.tr("Any of these?"), list(self._signs.values()))
        self._asked = QStackedWidget()  # or whom to call
        self._offer = Text(theme, self._offer_words(over=False), tone="text2")
        self.warning_signs = self.add_button(self.tr("Warning signs"), kind=ButtonKind.QUIET, leading=True)
        self.mistake = self.add_button(self.tr("Pressed by mistake"), kind=ButtonKind.QUIET, leading=True)
        self.go_on = self.add_button(self._ways_on()[0])
        self.go_easier = self.add_button(self.tr("Go on easier"))
        self.end = self.add_button(self.tr("End here"), kind=ButtonKind.PRIMARY)

        self.go_on.keep_room_for(*self._ways_on())
        for way in (self.go_on, self.go_easier):
            stays = way.sizePolicy()
            stays.setRetainSizeWhenHidden(True)
            way.setSizePolicy(stays)
        self._lay_out(theme)
        self.set_first_focus(self._places[0])
        self.keep_room_for(
            [
                self._asking(),
                *((each.bold, each.sentence) for each in every_advice()),
            ]
        )
        self._judge()

        for chip in self._places:
            chip.clicked.connect(self._choose_place)
        for chip in self._signs.values():
            chip.toggled.connect(self._judge)
        self.scale.chosen.connect(self._judge)
        for chip in (*self._places, *self._signs.values()):
            chip.clicked.connect(self._wait)
        self.scale.chosen.connect(self._wait)
        self._answering.timeout.connect(self._draft)
        self.warning_signs.clicked.connect(self.signs_wanted)
        self.mistake.clicked.connect(self._take_back)
        self.go_on.clicked.connect(self._go_on)
        self.go_easier.clicked.connect(self._go_easier)
        self.end.clicked.connect(self._end)
        self.dismissed.connect(self._leave)

    @property
    def advice(self) -> Advice | None:
        """What the answers so far call for."""
        return advice(score=self.scale.score, place=self._where, signs=self._told_signs)

    @property
    def ends_session(self) -> bool:
        """Whether the answers so far end the session."""
        counsel = self._counsel
        return counsel is not None and counsel.ends_session

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A figure tells how much, wherever the keyboard is."""
        if not self.scale.takes_key(event):
            super().keyPressEvent(event)

    def end_here(self) -> None:
        """As its button does."""
        self.end.click()

    @property
    def _counsel(self) -> Counsel | None:
        found = self.advice
        return found.counsel if found is not None else None

    @property
    def _told_signs(self) -> frozenset[Sign]:
        return frozenset(sign for sign, chip in self._signs.items() if chip.isChecked())

    def place_chip(self, place: str) -> Chip:
        """The chip of `place`."""
        return self._places[PLACES.index(place)]

    def sign_chip(self, sign: Sign) -> Chip:
        """The chip of `sign`."""
        return self._signs[sign]

    def tell(self) -> None:
        """Tell the answers as they are, if there are any that were not told; the signs stand in the note."""
        self._answering.stop()
        told = self._answers()
        if told == NOTHING:
            self._draft()
        elif told != self._told:
            self._told = told
            self.pain_told.emit(told)

    def _answers(self) -> PainTold:
        signs = self._told_signs
        note = ", ".join(sign.value for sign in self._signs if sign in signs)
        return PainTold(score=self.scale.score, place=self._where, note=note, signs=signs)

    def _wait(self) -> None:
        if not self._answering.isActive():
            self._answering.start()

    def _draft(self) -> None:
        answers = self._answers()
        if answers != self._drafted:
            self._drafted = answers
            self.pain_drafted.emit(answers)

    def _lay_out(self, theme: Theme) -> None:
        for chip in self._places:  # one at most, as a screen reader knows it of radio buttons
            tell(chip, Told.RADIO)
        form = QWidget()
        asked = QVBoxLayout(form)
        asked.setContentsMargins(0, 0, 0, 0)
        asked.setSpacing(GAP)
        asked.addLayout(_Question(theme, self.tr("Where does it hurt?"), self._place_group))
        asked.addLayout(_Question(theme, self.tr("How much, from 0 to 10?"), self.scale))
        asked.addWidget(self._offer)
        asked.addStretch(1)
        self.body.setSpacing(GAP)
        self._asked.setProperty("role", "clear")
        self._asked.addWidget(form)
        self._asked.addWidget(_HelpNow(theme))
        self.body.addLayout(_Question(theme, self.tr("Any of these?"), self._sign_group))
        self.body.addWidget(self._asked)
        self.body.addStretch(1)

    def _choose_place(self) -> None:
        pressed = self.sender()
        self._where = ""
        for place, chip in zip(PLACES, self._places, strict=True):
            if chip is not pressed:
                chip.setChecked(False)
            elif chip.isChecked():
                self._where = place
        self._judge()

    def _judge(self) -> None:
        """Show what the answers call for in the head, and which ways on are open."""
        found, counsel = self.advice, self._counsel
        over = counsel is Counsel.LEAVE_OUT
        goes_on = may_go_on(score=self.scale.score, place=self._where, signs=self._told_signs)
        easier = goes_on and (bool(self._easier) or not over)
        self.go_on.set_text(self._ways_on()[over])
        self.go_on.setEnabled(goes_on and (self._has_more or not over))
        self.go_easier.setEnabled(easier)
        self.mistake.setEnabled(self._answers() == NOTHING)
        first = easier and not over  # after sharp pain the end stays the first choice
        self.go_easier.set_kind(ButtonKind.PRIMARY if first else ButtonKind.SECONDARY)
        self.end.set_kind(ButtonKind.SECONDARY if first else ButtonKind.PRIMARY)
        self._offer.setMinimumHeight(self._offer.height() if self.isVisible() else 0)
        self._offer.set_text("" if self.ends_session else self._offer_words(over=over and not easier))
        self._asked.setCurrentIndex(counsel is Counsel.GET_HELP)
        for way in (self.go_on, self.go_easier):
            way.setVisible(counsel is not Counsel.GET_HELP)
        if found is not None:
            self.set_title(found.bold, found.sentence, urgent=found.counsel.ends_session)
        else:
            self.set_title(*self._asking())
        calls, before = counsel is Counsel.GET_HELP, self._calls_for_help
        self._calls_for_help = calls
        if calls and not before:
            self.help_called_for.emit()
        if easier and not self._is_offered:
            self._is_offered = True
            self.easier_offered.emit()

    def _ways_on(self) -> tuple[str, str]:
        """What follows where this exercise goes on, and where it is over."""
        return self.tr("Next set"), self.tr("Next exercise")

    def _asking(self) -> tuple[str, str]:
        missing = self.tr("The session is paused. To go on, say where, and how much or which sign.")
        if self._where:
            missing = self.tr("The session is paused. To go on, say how much, or which sign.")
        return self.tr("It hurts"), missing

    def _offer_words(self, *, over: bool) -> str:
        if over:
            return self.tr("**Easier:** nothing stands in for this exercise today.")
        if self._easier:
            words = self.tr("**Easier:** {exercise}, in place of what is left of this one.")
            return words.format(exercise=self._easier)
        half = self.tr("**Easier:** half the range and half the time, for what is left of this exercise.")
        return f"{half} {self._form}".strip()

    def _go_on(self) -> None:
        over = self._counsel is Counsel.LEAVE_OUT
        self.close_sheet()
        self.tell()
        if over:
            self.next_exercise_chosen.emit()
        else:
            self.go_on_chosen.emit()

    def _go_easier(self) -> None:
        self.close_sheet()
        self.tell()
        self.easier_chosen.emit()

    def _end(self) -> None:
        self.close_sheet()
        self.tell()
        self.end_chosen.emit()

    def _take_back(self) -> None:
        """As Esc does, in sight; only while nothing is told."""
        self.close_sheet()
        self._leave()

    def _leave(self) -> None:
        """Esc: what the answers end is over all the same."""
        counsel = self._counsel
        if counsel is not None and counsel.ends_session:
            self._end()
            return
        self.tell()
        if counsel is Counsel.LEAVE_OUT:
            self.left_without_exercise.emit()
