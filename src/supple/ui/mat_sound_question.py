"""The small card in the first "Get ready": "Did you hear this?", with advice for when not; the session goes on."""

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from supple.domain.routine import Phase, PhaseKind
from supple.ui.button import Button, Kind
from supple.ui.flow_layout import FlowLayout
from supple.ui.mat_view import CONTROLS_U
from supple.ui.session_page import SessionPage
from supple.ui.session_player import SessionPlayer
from supple.ui.text import Text
from supple.ui.theme import TextRole, Theme

GAP = 8


class MatSoundQuestion(QFrame):
    """Stands over `page` while one gets ready, and goes with the first hold; `settled` when it need not come again."""

    settled = Signal()

    def __init__(self, theme: Theme, page: SessionPage, player: SessionPlayer) -> None:
        super().__init__(page)
        self._page = page
        self._advises = False
        self._question = Text(theme, self.tr("Did you hear this?"), weight=600)
        self._advice = Text(
            theme,
            self.tr(
                "Look at your computer's volume, that it is not muted, and which speaker it has chosen. Settings, "
                "Sound plays a test. The screen shows everything too."
            ),
            role=TextRole.CAPTION,
        )
        self.yes = Button(theme, self.tr("Yes, I heard it"))
        self.no = Button(theme, self.tr("No"))
        self.close_advice = Button(theme, kind=Kind.ICON, icon="x", name=self.tr("Close"))

        self.setProperty("role", "card")
        self.setAccessibleName(self.tr("Sound"))
        self._advice.hide()
        self.close_advice.hide()
        buttons = FlowLayout(gap=8, line_gap=8)
        for button in (self.yes, self.no):
            buttons.addWidget(button)
        top = QHBoxLayout()
        top.addWidget(self._question, 1)
        top.addWidget(self.close_advice)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 8, 16, 12)
        layout.setSpacing(6)
        layout.addLayout(top)
        layout.addWidget(self._advice)
        layout.addLayout(buttons)
        self.hide()

        page.installEventFilter(self)
        player.phase_started.connect(self._follow)
        player.ended.connect(self._leave)
        self.yes.clicked.connect(self._settle)
        self.no.clicked.connect(self._advise)
        self.close_advice.clicked.connect(self._settle)
        theme.changed.connect(self._place)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay where it is when the window grows."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show):
            QTimer.singleShot(0, self, self._place)  # when the page has arranged itself
        return super().eventFilter(watched, event)

    def _follow(self, phase: Phase) -> None:
        if phase.kind is PhaseKind.PREPARE:
            self.show()
            self._place()
            self.raise_()
        elif not self._advises:
            self.hide()

    def _advise(self) -> None:
        self._advises = True
        self._question.set_text(self.tr("What may help"))
        self._advice.show()
        self.yes.hide()
        self.no.hide()
        self.close_advice.show()
        self.close_advice.setFocus()
        self._place()

    def _settle(self) -> None:
        self._leave()
        self.settled.emit()

    def _leave(self) -> None:
        self.hide()
        self._page.setFocus()
        self._advises = False

    def _place(self) -> None:
        """Under the ring, over the controls: neither the side, the picture nor the steps are covered."""
        ring = self._page.mat.ring.geometry()
        layout = self.layout()
        height = layout.totalHeightForWidth(ring.width()) if layout is not None else 0
        foot = round(CONTROLS_U * self._page.mat.unit)
        self.setGeometry(ring.x(), self._page.height() - foot - height - GAP, ring.width(), height)
