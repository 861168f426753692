"""The strip over the mat in the first "Get ready": "Did you hear this?", or why nothing can be heard."""

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QVBoxLayout

from supple.domain.routine import Phase, PhaseKind
from supple.play.session_player import SessionPlayer
from supple.ui.kit.button import Button, ButtonKind
from supple.ui.kit.text import Text
from supple.ui.kit.theme import TextRole, Theme
from supple.ui.session.mat_view import MARGIN_U
from supple.ui.session.session_page import SessionPage

GAP = 8


class MatSoundQuestion(QFrame):
    """At the top of `page` while one gets ready; the mat makes room for it, so that it covers nothing.

    `settled` when it need not come again. Where it is known that nothing can be heard it asks nothing and settles
    nothing: it says why. The session goes on meanwhile.
    """

    settled = Signal()

    def __init__(self, theme: Theme, page: SessionPage, player: SessionPlayer) -> None:
        super().__init__(page)
        self._page = page
        self._advises = self._told = self._is_ready = False
        self._trouble, self._is_silent = "", False
        self._question = Text(theme, weight=600)
        self._advice = Text(theme, role=TextRole.CAPTION)
        self.yes = Button(theme, self.tr("Yes, I heard it"))
        self.no = Button(theme, self.tr("No"))
        self.close_advice = Button(theme, kind=ButtonKind.ICON, icon="x", name=self.tr("Close"))

        self.setProperty("role", "card")
        self.setAccessibleName(self.tr("Sound"))
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addStretch(1)
        words.addWidget(self._question)
        words.addWidget(self._advice)
        words.addStretch(1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, GAP, GAP, GAP)
        layout.setSpacing(GAP)
        layout.addLayout(words, 1)
        for button in (self.yes, self.no, self.close_advice):
            layout.addWidget(button)
        self._show_words()
        self.hide()

        page.installEventFilter(self)
        page.room_changed.connect(self._place)
        player.phase_started.connect(self._follow)
        player.ended.connect(self._leave)
        self.yes.clicked.connect(self._settle)
        self.no.clicked.connect(self._advise)
        self.close_advice.clicked.connect(self._close_advice)
        theme.changed.connect(self._place)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay where it is when the window grows."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show):
            QTimer.singleShot(0, self, self._place)  # when the page has arranged itself
        return super().eventFilter(watched, event)

    def show_trouble(self, words: str, *, heard: bool) -> None:
        """What is wrong with sound, and whether it is `heard` elsewhere; nothing takes it back."""
        self._trouble, self._is_silent = words, bool(words) and not heard
        self._show_words()
        self._place()

    def _follow(self, phase: Phase) -> None:
        self._is_ready = phase.kind is PhaseKind.PREPARE
        if self._is_ready and not (self._is_silent and self._told):
            self.show()
            self.raise_()
            self._place()
        elif not self._is_ready:
            self._told = self._told or self._is_silent  # said once; the heading goes on saying "No sound"
            self._leave()

    def _advise(self) -> None:
        self._advises = True
        self._show_words()
        self.close_advice.setFocus()
        self._place()

    def _show_words(self) -> None:
        asks = not self._advises and not self._is_silent
        if asks:
            self._question.set_text(self.tr("Did you hear this?"))
        else:
            self._question.set_text(self._trouble)
        self._question.setVisible(not self._advises)
        self._advice.set_text(self._cause() if self._advises else "")
        self._advice.setVisible(self._advises)
        self.yes.setVisible(asks)
        self.no.setVisible(asks)
        self.close_advice.setVisible(self._advises)

    def _cause(self) -> str:
        """Why nothing was heard, where that is known; otherwise where to look."""
        if self._trouble:
            return self._trouble
        if not self._page.volume.volume:
            return self.tr("The volume in Supple is 0: the sound button, at the bottom, turns it up.")
        return self.tr(
            "Is the computer muted, or another speaker chosen? Settings, Sound plays a test. The screen shows it too."
        )

    def _close_advice(self) -> None:
        if self._is_silent:
            self._told = True
            self._advises = False
            self._leave()
        else:
            self._settle()

    def _settle(self) -> None:
        self._advises = False
        self._leave()
        self.settled.emit()

    def _leave(self) -> None:
        """Give the room and the keys back."""
        focus = QApplication.focusWidget()
        was_inside = focus is not None and self.isAncestorOf(focus)
        self.hide()
        self._place()
        if was_inside:  # not where a sheet over the page has it by now
            self._page.setFocus()

    def _place(self) -> None:
        """Across the top; the mat begins under it."""
        layout = self.layout()
        if self.isHidden() or layout is None:
            self._page.leave_head(0)
            return
        margin = round(MARGIN_U * self._page.mat.unit)
        width = self._page.width() - 2 * margin
        height = max(layout.totalHeightForWidth(width), layout.totalMinimumSize().height())
        self.setGeometry(margin, self._page.under_banners + GAP, width, height)
        self._page.leave_head(height + GAP)
