"""The session's page: the mat view, its controls and keys, and the sheets that interrupt it."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QMouseEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from supple.desktop.media_words import MediaCommand
from supple.domain.routine import Phase
from supple.domain.session import PauseReason, SessionEnded, SessionState
from supple.domain.side import Side
from supple.domain.trouble import Trouble
from supple.play.session_player import SessionPlayer
from supple.ui.figure.pictures import Pictures
from supple.ui.kit.button import Button, ButtonKind, Size
from supple.ui.kit.keys import SESSION_ACTS, Act, pressed
from supple.ui.kit.mat_heading import Notice
from supple.ui.kit.reader import Told, tell
from supple.ui.kit.sheet import Sheet
from supple.ui.kit.theme import Theme
from supple.ui.session import mat_words
from supple.ui.session.handbook import Handbook
from supple.ui.session.hurt_sheet import HurtSheet
from supple.ui.session.mat_view import CONTROLS_U, MARGIN_U, MatView
from supple.ui.session.mat_volume import MatVolume
from supple.ui.session.pain_talk import PainTalk
from supple.ui.session.same_place_sheet import SamePlaceSheet
from supple.ui.session.session_controls import SessionControls
from supple.ui.session.session_steps import step
from supple.ui.session.stop_sheet import StopSheet

READY_HEIGHT_U, READY_WORD_U, READY_LEAST_PX = 88, 30, 18


class SessionPage(QWidget):
    """Follows `player`, which the caller starts once the page is shown; a press outside the controls pauses it."""

    ended = Signal(object)  # SessionEnded
    later_chosen = Signal()  # the window may close; the session stands and has no end
    went_on = Signal()  # nobody stops or closes after all
    warning_signs_opened = Signal()  # the session stands meanwhile
    room_changed = Signal()  # for banners
    volume_chosen = Signal(int)
    sound_toggled = Signal(bool)

    def __init__(
        self,
        theme: Theme,
        pictures: Pictures,
        player: SessionPlayer,
        handbook: Handbook,
        *,
        may_wait: Callable[[], bool] = bool,
        volume: int = 70,
        sound_on: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        """`may_wait` says whether the session can be gone on with at the next start."""
        super().__init__(parent)
        self._theme = theme
        self._player = player
        self._may_wait = may_wait
        self.pain = PainTalk(
            theme, player, exercise_by_id=handbook.exercise, easier_than=handbook.easier_than, parent=self
        )
        self._is_recorded = True
        self._sheet: Sheet | None = None
        self._goes_on_after_sheet = False
        self._made_full_screen = False
        self._head = self.under_banners = 0
        self.foot_bar = None  # banners lie at the top
        self.mat = MatView(
            theme,
            pictures,
            player.timeline,
            exercise_by_id=handbook.exercise,
            beside=handbook.beside,
            parent=self,
        )
        self.ready = Button(theme, self.tr("I am ready"), kind=ButtonKind.MAT, size=Size.HERO, parent=self)
        self.controls = SessionControls(theme, parent=self)
        self.volume = MatVolume(theme, volume=volume, on=sound_on, parent=self)

        tell(self, Told.GROUP)
        self.setAccessibleName(self.tr("Session"))
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.ready.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.ready.hide()
        self.ready.raise_()
        self.volume.hide()
        self.controls.set_sound(volume=volume, on=sound_on)
        for button in (*self.controls.buttons, self.ready):
            button.installEventFilter(self)

        player.phase_started.connect(self._show_phase)
        player.paused.connect(self._show_paused)
        player.resumed.connect(self._show_resumed)
        player.ticked.connect(self._show_time)
        player.timeline_changed.connect(self._take_timeline)
        player.ended.connect(self._show_end)
        player.saving_was_slow.connect(self._show_slow_saving)
        player.saving_failed.connect(self._show_failed_saving)
        player.saving_recovered.connect(self._show_good_saving)
        self.pain.sheet_wanted.connect(self._open)
        self.ready.clicked.connect(player.go_on)
        self.controls.pause.clicked.connect(player.toggle)
        self.controls.previous.clicked.connect(player.previous)
        self.controls.skip.clicked.connect(player.skip)
        self.controls.skip_exercise.triggered.connect(player.skip_exercise)
        self.controls.stop.clicked.connect(self.ask_to_stop)
        self.controls.hurt.clicked.connect(self.ask_about_pain)
        self.controls.sound.clicked.connect(self._open_volume)
        self.controls.full_screen.clicked.connect(self.toggle_full_screen)
        self.controls.signs.clicked.connect(self.open_warning_signs)
        self.volume.volume_chosen.connect(self._choose_volume)
        self.volume.sound_toggled.connect(self._choose_sound)
        theme.changed.connect(self._arrange)

    @property
    def status_text(self) -> str:
        """The session in one sentence: "Left side, hold, 8 seconds left"."""
        return self.mat.status

    @property
    def side_shown(self) -> Side | None:
        """The side the picture shows; None without a picture."""
        return self.mat.stage.side

    @property
    def sheet(self) -> Sheet | None:
        """The sheet that is open over the session."""
        return self._sheet

    def show_sound(self, *, volume: int, on: bool) -> None:
        """Show what is set elsewhere."""
        self.volume.show_sound(volume=volume, on=on)
        self.controls.set_sound(volume=volume, on=on)

    def show_no_sound(self, words: str, *, heard: bool = False) -> None:
        """Say why nothing can be heard, or why it is `heard` elsewhere; nothing takes it back."""
        self.mat.heading.set_notice(Notice.SOUND, self.tr("No sound") if words and not heard else "")
        self.controls.set_sound_trouble(words)
        self.volume.show_trouble(words)
        if self.volume.isVisible():
            self._place_volume()
        self.controls.set_sound(volume=self.volume.volume, on=self.volume.is_on)

    def show_not_recorded(self) -> None:
        """Someone else trains: nothing of it is kept."""
        self._is_recorded = False
        self.mat.heading.set_notice(Notice.KEPT, self.tr("Not recorded"))

    def ask_before_closing(self) -> bool:
        """The same when the window is to close, also over the questions about pain; False if it cannot be asked."""
        if isinstance(self._sheet, HurtSheet):
            self.pain.ask_to_stop(self._sheet, may_wait=self._may_wait(), recorded=self._is_recorded)
            return True
        if isinstance(self._sheet, SamePlaceSheet):
            self._sheet.close_sheet()  # the session stands before that exercise
        self.ask_to_stop()
        return isinstance(self._sheet, StopSheet)

    def ask_to_stop(self) -> None:
        """Stand still and ask."""
        if self._player.state in (SessionState.NEW, SessionState.ENDED) or self._sheet is not None:
            return
        self._goes_on_after_sheet = self._player.state is not SessionState.PAUSED
        self._player.pause()
        sheet = StopSheet(self._theme, recorded=self._is_recorded)
        sheet.stop_confirmed.connect(self._player.stop)
        sheet.go_on_chosen.connect(self._go_on_after_sheet)
        sheet.later_chosen.connect(self.later_chosen)
        if self._may_wait():
            sheet.offer_later()
        self._open(sheet)

    def ask_about_pain(self) -> None:
        """Stop the set at once, then ask where and how much."""
        if self._player.state in (SessionState.NEW, SessionState.ENDED) or self._sheet is not None:
            return
        self._open(self.pain.begin())

    def keep_what_was_told(self) -> None:
        """The program ends now: what stands on an open sheet about pain is told as it is."""
        if isinstance(self._sheet, HurtSheet):
            self._sheet.tell()

    def open_warning_signs(self) -> None:
        """Stand still and let the caller show the warning signs over the page."""
        self._player.pause()
        self.warning_signs_opened.emit()

    def toggle_full_screen(self) -> None:
        """Fill the screen, or give it back."""
        window = self.window()
        on = not window.isFullScreen()
        window.setWindowState(window.windowState() ^ Qt.WindowState.WindowFullScreen)
        self._made_full_screen = on
        self.controls.set_full_screen(on)

    def obey(self, command: MediaCommand) -> None:
        """What a media key does: nothing while a sheet asks something, but for showing the window."""
        if command is MediaCommand.RAISE:
            self.window().raise_()
            self.window().activateWindow()
        elif self._sheet is None and not step(self._player, command) and command is MediaCommand.STOP:
            self.ask_to_stop()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The session's keys, as the table of keys has them; one that is held is one press."""
        found = pressed(event, SESSION_ACTS)
        if found is None:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            self._do(found.act)

    def _do(self, act: Act) -> None:
        if step(self._player, act):
            return
        match act:
            case Act.STOP if self.volume.isVisible():
                self._close_volume()
            case Act.STOP:
                self.ask_to_stop()
            case Act.HURTS:
                self.ask_about_pain()
            case Act.SOUND:
                self.volume.toggle_sound()
            case Act.FILL:
                self.toggle_full_screen()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrows step through the session even when a control has the focus."""
        if (
            event.type() is QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right)
        ):
            self.keyPressEvent(event)
            return True
        return super().eventFilter(watched, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press outside the controls pauses, or goes on where the session waits; an open volume only closes."""
        if self.volume.isVisible():
            self._close_volume()
        elif self._player.state is SessionState.WAITING:
            self._player.go_on()
        else:
            self._player.pause()
        event.accept()

    def showEvent(self, event: QShowEvent) -> None:
        """Take the keys."""
        super().showEvent(event)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def hideEvent(self, event: QHideEvent) -> None:
        """Give back a screen that was filled from here."""
        super().hideEvent(event)
        if self._made_full_screen and self.window().isFullScreen():
            self._made_full_screen = False
            self.window().setWindowState(self.window().windowState() ^ Qt.WindowState.WindowFullScreen)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fill the window, and show the way out of a full screen."""
        super().resizeEvent(event)
        self.controls.set_full_screen(self.window().isFullScreen())
        self._arrange()

    @property
    def room_for_banners(self) -> int:
        """So much as leaves the side, the figures and the words whole."""
        return self.mat.most_head - self._head

    def leave_room(self, px: int) -> None:
        """Banners lie on the highest `px`: everything but the controls begins under them."""
        if px != self.under_banners:
            self.under_banners = px
            self._leave_head()

    def leave_head(self, px: int) -> None:
        """Let everything but the controls begin `px` lower, for what stands at the top."""
        if px != self._head:
            self._head = px
            self._leave_head()

    def _leave_head(self) -> None:
        self.mat.set_head(self.under_banners + self._head)
        self._arrange()
        self.room_changed.emit()

    def _arrange(self) -> None:
        self.mat.setGeometry(self.rect())
        self.mat.arrange()  # a page that is not shown yet is told its size later than this
        u = self.mat.unit
        margin, foot = round(MARGIN_U * u), round(CONTROLS_U * u)
        self.controls.set_unit(u)
        self.controls.setGeometry(margin, self.height() - foot, self.width() - 2 * margin, foot)
        px = round(max(READY_WORD_U * u, READY_LEAST_PX * self._theme.scale))
        self.ready.set_pixels(px)
        self.ready.set_height(round(max(READY_HEIGHT_U * u, px * 2.2)))
        self.ready.resize(self.ready.sizeHint())
        self.ready.move(self.mat.ring.geometry().center() - self.ready.rect().center())
        self._place_volume()

    def _place_volume(self) -> None:
        sound = self.controls.sound
        self.volume.place_above(sound.mapTo(self, QPoint(sound.width() // 2, 0)), within=self.width())

    def _show_phase(self, _phase: Phase) -> None:
        self.mat.show_phase(self._player.index)
        self.controls.set_paused(False)
        self._show_time()
        self.mat.announce()

    def _show_paused(self, reason: PauseReason) -> None:
        self.mat.show_paused(reason)
        self.controls.set_paused(True)
        self._show_time()
        self.mat.announce()

    def _show_resumed(self) -> None:
        self.mat.show_paused(None)
        self.controls.set_paused(False)

    def _show_time(self) -> None:
        player = self._player
        if player.state is SessionState.NEW:
            return
        self.ready.setVisible(player.state is SessionState.WAITING)
        self.mat.show_time(
            player.state,
            elapsed_ms=player.elapsed_ms,
            remaining_ms=player.remaining_ms,
            time_left_ms=player.time_left_ms,
        )
        self.setWindowTitle(mat_words.title(player.phase, player.state, player.remaining_ms))

    def _show_end(self, event: SessionEnded) -> None:
        self._close_volume()
        if self._sheet is not None:
            self._sheet.close_sheet()
        self.controls.setEnabled(False)
        self._show_time()
        self.ended.emit(event)

    def _show_slow_saving(self) -> None:
        self.mat.heading.set_notice(Notice.SAVING, self.tr("Saving is slow"))

    def _show_failed_saving(self, trouble: Trouble) -> None:
        self.mat.heading.set_notice(Notice.SAVING, mat_words.trouble_words(trouble))

    def _show_good_saving(self) -> None:
        self.mat.heading.set_notice(Notice.SAVING, "")

    def _open(self, sheet: Sheet) -> None:
        self._close_volume()
        self._sheet = sheet
        sheet.closed.connect(self._forget_sheet)
        sheet.open_over(self.window())

    def _forget_sheet(self) -> None:
        if self._sheet is not None:
            self._sheet.deleteLater()
            self._sheet = None
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_on_after_sheet(self) -> None:
        self.went_on.emit()
        if self._goes_on_after_sheet:
            self._player.resume()

    def _take_timeline(self) -> None:
        self.mat.set_timeline(self._player.timeline)

    def _open_volume(self) -> None:
        if self.volume.isVisible():
            self._close_volume()
            return
        self._place_volume()
        self.volume.show()
        self.volume.raise_()
        self.volume.focus_slider()

    def _close_volume(self) -> None:
        if self.volume.isVisible():
            self.volume.hide()
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose_volume(self, volume: int) -> None:
        self.controls.set_sound(volume=volume, on=self.volume.is_on)
        self.volume_chosen.emit(volume)

    def _choose_sound(self, on: bool) -> None:
        self.controls.set_sound(volume=self.volume.volume, on=on)
        self.sound_toggled.emit(on)
