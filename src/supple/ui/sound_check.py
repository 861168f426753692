"""The sound check of the first start: "Did you hear this?", and advice for when not."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from supple.ui.button import Button, Kind, Size
from supple.ui.card import Card
from supple.ui.dialog_page import DialogPage
from supple.ui.flow_layout import FlowLayout
from supple.ui.text import Text
from supple.ui.theme import TextRole, Theme

READING = 640


class SoundCheck(DialogPage):
    """`test_asked` wants the chime played; `answered` says whether it was heard; `skipped` leaves it open."""

    test_asked = Signal()
    answered = Signal(bool)
    skipped = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent=parent)
        self._theme = theme
        self._pane = QWidget()
        self._question = Text(theme, role=TextRole.DISPLAY)
        self._lead = Text(theme, role=TextRole.LEAD, tone="text2")
        self._status = Text(theme, tone="text2")
        self._advice = Card(theme)
        self.play = Button(
            theme, self.tr("Play the sound"), icon="volume-2", kind=Kind.PRIMARY, size=Size.HERO
        )
        self.yes = Button(theme, self.tr("Yes, I heard it"), size=Size.LARGE)
        self.no = Button(theme, self.tr("No"), size=Size.LARGE)
        self.go_on = Button(theme, self.tr("Go on with pictures only"), size=Size.LARGE)
        self.skip = Button(theme, self.tr("Skip"), kind=Kind.QUIET)

        self.set_title(self.tr("Sound"))
        self._fill_advice()
        self._lay_out_pane()
        self._ask()
        self._arrange_pane()

        self.play.clicked.connect(self._play)
        self.yes.clicked.connect(self._say_yes)
        self.no.clicked.connect(self._advise)
        self.go_on.clicked.connect(self._say_no)
        self.skip.clicked.connect(self.skipped)
        theme.changed.connect(self._arrange_pane)

    @property
    def question(self) -> str:
        """The large words."""
        return self._question.text()

    @property
    def status(self) -> str:
        """What came of the last try."""
        return self._status.text()

    @property
    def advises(self) -> bool:
        """Whether the advice is shown."""
        return not self._advice.isHidden()

    def show_tested(self, words: str) -> None:
        """What came of the test: "" when the chime is playing."""
        self.play.setEnabled(True)
        self._say(words or self.tr("The chime is playing."))
        self.yes.setEnabled(not words)
        self.no.setEnabled(True)
        if words:
            self._advise()

    def _lay_out_pane(self) -> None:
        layout = QVBoxLayout(self._pane)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(16)
        layout.addWidget(self._question)
        layout.addWidget(self._lead)
        layout.addSpacing(8)
        layout.addWidget(self.play, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self._status)
        answers = FlowLayout(gap=16, line_gap=8)
        for button in (self.yes, self.no, self.go_on):
            answers.addWidget(button)
        layout.addLayout(answers)
        layout.addWidget(self._advice)
        self.body.addStretch(1)
        row = QHBoxLayout()  # an alignment would forget that wrapped words grow downwards
        row.addStretch(1)
        row.addWidget(self._pane, 1000)
        row.addStretch(1)
        self.body.addLayout(row)
        self.body.addStretch(2)
        self.foot.addStretch(1)
        self.foot.addWidget(self.skip)
        self.setFocusProxy(self.play)

    def _fill_advice(self) -> None:
        self._advice.body.addWidget(
            Text(self._theme, self.tr("What may help"), role=TextRole.LEAD, weight=600)
        )
        for advice in (
            self.tr("Turn up the volume of your computer, and look that it is not muted."),
            self.tr("Look which speaker or headphones your system's sound settings have chosen."),
            self.tr("Check cables, batteries and Bluetooth, then play the sound again."),
            self.tr(
                "Everything is shown on the screen too: side, phase and seconds. Sound can be set up later."
            ),
        ):
            self._advice.body.addWidget(Text(self._theme, advice))

    def _ask(self) -> None:
        self._question.set_text(self.tr("Can you hear Supple?"))
        self._lead.set_text(
            self.tr(
                "In a session you may not see the screen: a voice and chimes tell you when to hold, "
                "change sides and rest. Let us try them."
            )
        )
        self._say("")
        self._advice.hide()
        self.go_on.hide()
        self.yes.setEnabled(False)
        self.no.setEnabled(False)

    def _play(self) -> None:
        self.play.setEnabled(False)
        self._question.set_text(self.tr("Did you hear this?"))
        self._lead.hide()  # it was read; now the answers are to be in view
        self._say(self.tr("Listen…"))
        self.play.set_text(self.tr("Play it again"))
        self.test_asked.emit()

    def _say(self, words: str) -> None:
        self._status.set_text(words)
        self._status.setVisible(bool(words))
        self.play.setAccessibleDescription(words)

    def _say_yes(self) -> None:
        heard = True
        self.answered.emit(heard)

    def _say_no(self) -> None:
        heard = False
        self.answered.emit(heard)

    def _advise(self) -> None:
        self._advice.show()
        self.no.hide()
        self.go_on.show()

    def _arrange_pane(self) -> None:
        self._pane.setMaximumWidth(self._theme.px(READING))
