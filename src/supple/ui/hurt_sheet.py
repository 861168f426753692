"""After "It hurts": where and how much in two taps, what the rules say, and then: easier, the next set, or the end."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from supple.domain.pain import PLACES, Light, PainTold, Sign
from supple.ui.banner import Banner, Tone
from supple.ui.button import Kind
from supple.ui.chip import Chip
from supple.ui.flow_layout import FlowLayout
from supple.ui.pain_scale import PainScale
from supple.ui.pain_words import Advice, advice, place_word, sign_word
from supple.ui.sheet import Sheet
from supple.ui.text import Text
from supple.ui.theme import Theme

TAP = 44  # the least height of what is tapped by somebody in pain
TONES = {Light.GREEN: Tone.INFO, Light.AMBER: Tone.CAUTION}


class HurtSheet(Sheet):
    """Every answer may be left out. With a red answer there is no going on: any way out of the sheet ends the session.

    `pain_told` comes before the choice, when anything was told; then exactly one of the choices.
    `easier_offered` comes once, when the number is known and no sign stands against going on.
    """

    easier_offered = Signal()
    pain_told = Signal(object)  # PainTold
    easier_chosen = Signal()
    go_on_chosen = Signal()
    end_chosen = Signal()
    warning_signs_chosen = Signal()  # after end_chosen
    left_open = Signal()  # Esc without a red answer: neither

    def __init__(
        self, theme: Theme, *, easier: str = "", form: str = "", parent: QWidget | None = None
    ) -> None:
        """`easier` names the easier exercise; "" means half the range and half the time, done in the easier `form`."""
        super().__init__(theme, title="", tone=Tone.STOP, width=820, parent=parent)
        self._where: str = ""
        self._easier = easier
        self._form = form
        self._is_offered = False
        self._places = [Chip(theme, place_word(place), height=TAP) for place in PLACES]
        self.scale = PainScale(theme, name=self.tr("How much does it hurt?"))
        signs = (Sign.CHEST, *(sign for sign in Sign if sign is not Sign.CHEST))  # the gravest is seen first
        self._signs = {sign: Chip(theme, sign_word(sign), height=TAP) for sign in signs}
        self._banners = {light: Banner(theme, tone=tone, bold="") for light, tone in TONES.items()}
        self._bring_advice = QTimer(self)
        self._bring_advice.setSingleShot(True)
        self.warning_signs = self.add_button(self.tr("Warning signs"), kind=Kind.QUIET, leading=True)
        self.go_on = self.add_button(self.tr("Next set"))
        self.go_easier = self.add_button(self.tr("Go on easier"), kind=Kind.PRIMARY)
        self.end = self.add_button(self.tr("End here"), kind=Kind.PRIMARY)

        self._lay_out(theme)
        self.set_first_focus(self._places[0])
        self._judge()

        for chip in self._places:
            chip.clicked.connect(self._choose_place)
        for chip in self._signs.values():
            chip.toggled.connect(self._judge)
        self.scale.chosen.connect(self._judge)
        self.warning_signs.clicked.connect(self._end_with_warning_signs)
        self.go_on.clicked.connect(self._go_on)
        self.go_easier.clicked.connect(self._go_easier)
        self.end.clicked.connect(self._end)
        self._bring_advice.timeout.connect(self._show_advice)
        self.dismissed.connect(self._leave)

    @property
    def advice(self) -> Advice | None:
        """What the answers so far call for."""
        return advice(score=self.scale.score, place=self._where, signs=self._told_signs)

    @property
    def _told_signs(self) -> frozenset[Sign]:
        return frozenset(sign for sign, chip in self._signs.items() if chip.isChecked())

    def place_chip(self, place: str) -> Chip:
        """The chip of `place`."""
        return self._places[PLACES.index(place)]

    def sign_chip(self, sign: Sign) -> Chip:
        """The chip of `sign`."""
        return self._signs[sign]

    def _lay_out(self, theme: Theme) -> None:
        places, signs = FlowLayout(gap=8, line_gap=8), FlowLayout(gap=8, line_gap=8)
        for chip in self._places:
            places.addWidget(chip)
        for chip in self._signs.values():
            signs.addWidget(chip)
        self.body.addLayout(places)
        self.body.addWidget(Text(theme, self.tr("How much, from 0 to 10?"), weight=600))
        self.body.addWidget(self.scale)
        self.body.addWidget(Text(theme, self.tr("Any of these?"), weight=600))
        self.body.addLayout(signs)
        for banner in self._banners.values():
            self.body.addWidget(banner)
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
        """Show what the answers call for; a red one stands in the head, and takes going on away."""
        found = self.advice
        red = found is not None and found.light is Light.RED
        shown = None if found is None or red else self._banners[found.light]
        for banner in self._banners.values():
            banner.setVisible(banner is shown)
        if found and shown is not None:
            shown.set_words(found.bold, found.sentence)
        offered = found is not None and not red
        self.go_on.setEnabled(not red)
        self.go_easier.setVisible(offered)
        self.end.set_kind(Kind.SECONDARY if offered else Kind.PRIMARY)
        self.warning_signs.setVisible(red)
        if found and red:
            self.set_title(found.bold, found.sentence, urgent=True)
        elif offered:
            self.set_title(self.tr("Go on with something easier?"), self._offer_words())
        else:
            self.set_title(
                self.tr("Where does it hurt?"),
                self.tr("The session is paused. Every answer is optional."),
            )
        if shown is not None and self.isVisible():
            self._bring_advice.start()
        if offered and not self._is_offered:
            self._is_offered = True
            self.easier_offered.emit()

    def _show_advice(self) -> None:
        """Scroll to the banner, which has its place only now."""
        for banner in self._banners.values():
            if banner.isVisible():
                self._scroll.ensureWidgetVisible(banner)

    def _offer_words(self) -> str:
        if self._easier:
            return self.tr("{exercise}, in place of what is left of this one.").format(exercise=self._easier)
        half = self.tr("Half the range and half the time, for what is left of this exercise.")
        return f"{half} {self._form}".strip()

    @property
    def _is_red(self) -> bool:
        found = self.advice
        return found is not None and found.light is Light.RED

    def _tell(self) -> None:
        """Tell the answers once, if there are any; the signs stand in the note."""
        signs = self._told_signs
        if self._where or signs or self.scale.score is not None:
            note = ", ".join(sign.value for sign in self._signs if sign in signs)
            told = PainTold(score=self.scale.score, place=self._where, note=note, signs=signs)
            self.pain_told.emit(told)

    def _go_on(self) -> None:
        self.close_sheet()
        self._tell()
        self.go_on_chosen.emit()

    def _go_easier(self) -> None:
        self.close_sheet()
        self._tell()
        self.easier_chosen.emit()

    def _end(self) -> None:
        self.close_sheet()
        self._tell()
        self.end_chosen.emit()

    def _end_with_warning_signs(self) -> None:
        self._end()
        self.warning_signs_chosen.emit()

    def _leave(self) -> None:
        """Esc: with a red answer the session is over all the same."""
        if self._is_red:
            self._end()
        else:
            self._tell()
            self.left_open.emit()
