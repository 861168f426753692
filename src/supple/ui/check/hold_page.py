"""The clock of a hold, as the mat is: it counts down, then up, until a key, a press or a media key stops it."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QMouseEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from supple.desktop.media_words import MediaCommand
from supple.domain.checks.hold_clock import HoldState
from supple.domain.checks.hold_text import HoldText
from supple.domain.side import Side
from supple.play.hold_timer import HoldTimer
from supple.ui.check.clock_count import ClockCount
from supple.ui.check.hold_view import MARGIN_U, HoldView
from supple.ui.check.stop_target import StopTarget
from supple.ui.figure.pictures import Pictures
from supple.ui.kit.button import Button, ButtonKind, Size
from supple.ui.kit.keys import Act, key_words, pressed
from supple.ui.kit.mat_heading import Notice
from supple.ui.kit.reader import announce
from supple.ui.kit.side_tag import side_sentence
from supple.ui.kit.theme import LARGE_TEXT, Theme, set_property
from supple.ui.words.counts import seconds_words
from supple.ui.words.inside import inside

ACTS = (Act.HURTS, Act.SOUND, Act.FILL, Act.STOP)
HURT_U, CONTROL_U, WORD_U = 176, 64, 18
LEAST_CONTROL, LEAST_WORD = 44, 13
GAP_U, FOOT_AIR_U = 16, 36
FULL_MS = 2000
_MODIFIERS = (
    Qt.Key.Key_Shift,
    Qt.Key.Key_Control,
    Qt.Key.Key_Alt,
    Qt.Key.Key_AltGr,
    Qt.Key.Key_Meta,
    Qt.Key.Key_CapsLock,
    Qt.Key.Key_NumLock,
)


class HoldPage(QWidget):
    """One try at a time; `held` comes with the seconds once the clock was stopped or reached its end."""

    held = Signal(float)
    leave_wanted = Signal()
    sound_toggled = Signal(bool)
    room_changed = Signal()  # for banners

    def __init__(
        self, theme: Theme, pictures: Pictures, timer: HoldTimer, text: HoldText, count: ClockCount
    ) -> None:
        """`count` says what its figures are."""
        super().__init__()
        self._count = count
        self._theme = theme
        self._timer = timer
        self._text = text
        self._checked = self._side = Side.LEFT
        self._number = (1, 1)
        self._sound_on = self._speaks = True
        self._has_trouble = False
        self._made_full_screen = False
        self._under_banners = 0
        self.view = HoldView(theme, pictures, parent=self)
        self.target = StopTarget(theme, parent=self)
        self.sound = Button(theme, kind=ButtonKind.ICON, icon="volume-2", name=self.tr("Sound"), parent=self)
        self.full_screen = Button(
            theme, kind=ButtonKind.ICON, icon="maximize", name=self.tr("Full screen"), parent=self
        )
        self.hurts = Button(
            theme, self.tr("It hurts"), kind=ButtonKind.STOP, size=Size.HERO, icon="hand", parent=self
        )

        set_property(self.hurts, "edge", "true")
        self.setProperty("role", "page")
        self.setAccessibleName(text.title)
        for button in (self.sound, self.full_screen, self.hurts):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a press must not take the focus from the target
        self.hurts.set_tip(self.hurts.text(), key=key_words(Act.HURTS))
        self.full_screen.set_tip(self.full_screen.accessibleName(), key=key_words(Act.FILL))
        self.view.lower()
        for before, after in (
            (self.target, self.sound),
            (self.sound, self.full_screen),
            (self.full_screen, self.hurts),
        ):
            self.setTabOrder(before, after)

        self.target.pressed.connect(self._press)
        self.sound.clicked.connect(self.toggle_sound)
        self.full_screen.clicked.connect(self.toggle_full_screen)
        timer.ticked.connect(self._show_time)
        timer.changed.connect(self._show_state)
        theme.changed.connect(self._arrange)

    def begin(self, side: Side, *, number: int, tries: int, tried: int, sides: int, waits: bool) -> None:
        """A try of `side`, the `tried`th of `sides` on it and the `number`th of `tries` in all."""
        self._checked, self._number = side, (number, tries)
        self._side = side = self._count.side(side, 0)
        place = self.tr("try {number} of {tries}").format(number=tried, tries=sides)
        self.view.show_try(self._text, side, place=place if sides > 1 else "", tries=tries)
        self._timer.begin(self._checked, waits=waits)

    def show_sound(self, *, on: bool, speaks: bool, trouble: str = "") -> None:
        """Whether anything is heard, and a voice among it, or why not."""
        self._sound_on, self._speaks, self._has_trouble = on, speaks, bool(trouble)
        self.view.heading.set_notice(Notice.SOUND, self.tr("No sound") if trouble else "")
        words = trouble or (self.tr("Sound") if on else self.tr("Sound is off"))
        self.sound.set_icon("volume-2" if on and not trouble else "volume-x")
        self.sound.set_tip(words, key=key_words(Act.SOUND))
        self.sound.setAccessibleDescription(words)
        self._show_time()

    @property
    def foot_bar(self) -> QWidget | None:
        """Banners lie at the top: the target is at the foot."""
        return None

    @property
    def room_for_banners(self) -> int:
        """So much as leaves the side, the figures and the words whole."""
        return self.view.most_head

    def leave_room(self, px: int) -> None:
        """Banners lie on the highest `px`."""
        if px != self._under_banners:
            self._under_banners = px
            self.view.set_head(px)
            self.room_changed.emit()

    def obey(self, command: MediaCommand) -> None:
        """A media key stops a running clock and starts one that waits."""
        if command is MediaCommand.RAISE:
            self.window().raise_()
            self.window().activateWindow()
        elif self.isVisible() and self._timer.state in (HoldState.HOLDING, HoldState.WAITING):
            self._press()

    def toggle_sound(self) -> None:
        """Mute, or let it be heard again."""
        self.sound_toggled.emit(not self._sound_on)

    def toggle_full_screen(self) -> None:
        """Fill the screen, or give it back."""
        window = self.window()
        on = not window.isFullScreen()
        window.setWindowState(window.windowState() ^ Qt.WindowState.WindowFullScreen)
        self._made_full_screen = on
        self.full_screen.set_icon("minimize" if on else "maximize")
        self.full_screen.set_name(self.tr("Leave full screen") if on else self.tr("Full screen"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The mat's keys; while the clock runs every other key stops it, when it goes down."""
        if event.isAutoRepeat() or event.key() in _MODIFIERS:
            return
        found = pressed(event, ACTS)
        if found is not None:
            self._do(found.act)
        elif self._timer.state is HoldState.HOLDING or event.key() in (
            Qt.Key.Key_Return,
            Qt.Key.Key_Enter,
            Qt.Key.Key_Space,
        ):
            self._press()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press outside the controls stops a running clock."""
        if self._timer.state is HoldState.HOLDING:
            self._press()
        event.accept()

    def first_focus(self) -> QWidget:
        """The one target."""
        return self.target

    def showEvent(self, event: QShowEvent) -> None:
        """The target has the keyboard and keeps it."""
        super().showEvent(event)
        self.target.setFocus(Qt.FocusReason.OtherFocusReason)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing runs unseen; a screen that was filled from here is given back."""
        super().hideEvent(event)
        self._timer.rest()
        if self._made_full_screen and self.window().isFullScreen():
            self._made_full_screen = False
            self.window().setWindowState(self.window().windowState() ^ Qt.WindowState.WindowFullScreen)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fill the window."""
        super().resizeEvent(event)
        self._arrange()

    def _do(self, act: Act) -> None:
        match act:
            case Act.HURTS:
                self.hurts.click()
            case Act.SOUND:
                self.toggle_sound()
            case Act.FILL:
                self.toggle_full_screen()
            case Act.STOP:
                self._timer.rest()
                self.leave_wanted.emit()

    def _press(self) -> None:
        self._timer.press()

    def _show_state(self) -> None:
        state = self._timer.state
        word, sentence = self._phase_words(state)
        self.view.show_phase(word, sentence, working=state in (HoldState.HOLDING, HoldState.OVER))
        self._show_act(state)
        self._show_time()
        self._arrange()
        announce(self.target, " ".join((self.view.ring.figures.accessibleName(), self.view.sentence.text())))
        if state is HoldState.OVER:  # at its end by itself it is read and heard first what to do
            QTimer.singleShot(FULL_MS if self._timer.hold.is_full else 0, self, self._tell_held)

    def _tell_held(self) -> None:
        if self.isVisible() and self._timer.state is HoldState.OVER:
            self.held.emit(self._timer.hold.held_s)

    def _phase_words(self, state: HoldState) -> tuple[str, str]:
        match state:
            case HoldState.WAITING if self._timer.hold.was_too_short:
                return self.tr("Ready?"), self.tr("That was under a second. Start again when you are ready.")
            case HoldState.WAITING:
                return self.tr("Ready?"), self._text.ready
            case HoldState.READY:
                return self.tr("Get ready"), self._text.ready
            case HoldState.HOLDING:
                return self._count.working(self._timer.elapsed_ms), self._text.stop_when
            case HoldState.OVER:
                return self.tr("Rest"), self._text.full

    def _show_act(self, state: HoldState) -> None:
        keyboard = self.tr("Space")
        match state:
            case HoldState.WAITING:
                self.target.show_act(self.tr("Start the clock"), hint=keyboard, icon="play")
            case HoldState.READY:
                self.target.show_act(self.tr("Wait"), hint=keyboard, icon="pause")
            case _:
                hint = keyboard if self._theme.scale >= LARGE_TEXT else self.tr("Space, or a press anywhere")
                self.target.show_act(self.tr("Stop the clock"), hint=hint, icon="square")

    def _show_time(self) -> None:
        state, elapsed_ms = self._timer.state, self._timer.elapsed_ms
        counts = state in (HoldState.HOLDING, HoldState.OVER)
        if state is HoldState.HOLDING:
            self._follow(elapsed_ms)
        figures = str(self._timer.left_s) if state is HoldState.READY else ""
        figures = self._count.figures(elapsed_ms) if counts else figures
        self.view.ring.set_elapsed(elapsed_ms / (self._timer.cap_s * 1000), figures)
        under = self._count.under(self._timer.cap_s)
        self.view.under.set_text(self.tr("seconds to go") if state is HoldState.READY else under)
        number, tries = self._number
        done = (number - 1 + elapsed_ms / (self._timer.cap_s * 1000)) / tries
        self.view.heading.set_time_left(self._sound_words(), done=done)
        told = self.tr("Part {done} of {parts}").format(done=number, parts=tries)
        self.view.heading.set_done(done, told)
        self.view.ring.figures.setAccessibleName(self._status(state, elapsed_ms))

    def _sound_words(self) -> str:
        """What is heard; nothing where the notice beside it says that nothing is."""
        if self._has_trouble:
            return ""
        if not self._sound_on:
            return self.tr("Sound is off")
        return self.tr("Voice on") if self._speaks else self.tr("Sound on")

    def _follow(self, elapsed_ms: int) -> None:
        """The side and the word, where they change while the clock runs."""
        side, word = self._count.side(self._checked, elapsed_ms), self._count.working(elapsed_ms)
        if (side, word) != (self._side, self.view.row.word):
            self._side = side
            self.view.show_side(side)
            self.view.show_phase(word, self._text.stop_when, working=True)

    def _status(self, state: HoldState, elapsed_ms: int) -> str:
        word, _sentence = self._phase_words(state)
        words = self.tr("{side}, {phase}").format(side=side_sentence(self._side), phase=inside(word))
        if state is HoldState.WAITING:
            return words
        ready = state is HoldState.READY
        return f"{words}, {seconds_words(self._timer.left_s) if ready else self._count.told(elapsed_ms)}"

    def _arrange(self) -> None:
        self.view.setGeometry(self.rect())
        self.view.arrange()
        u = self.view.unit
        margin = round(MARGIN_U * u)
        px = round(max(WORD_U * u, LEAST_WORD * self._theme.scale))
        height = round(max(CONTROL_U * u, LEAST_CONTROL))
        gap = max(6, round(GAP_U * u))
        self.target.set_unit(u)
        middle = self.height() - round(FOOT_AIR_U * u) - self.target.height_px // 2
        x = self.width() - margin
        for button, width_u in ((self.hurts, HURT_U), (self.full_screen, 0), (self.sound, 0)):
            tall = self.target.height_px if button is self.hurts else height
            button.set_height(tall)
            button.set_pixels(px)
            width = max(button.sizeHint().width(), round(width_u * u))
            x -= width
            button.setGeometry(x, middle - tall // 2, width, tall)
            x -= gap * (2 if button is self.hurts else 1)
        width = min(self.target.sizeHint().width(), x - margin)
        tall = self.target.height_px
        self.target.setGeometry(margin, middle - tall // 2, width, tall)
