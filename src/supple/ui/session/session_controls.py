"""The controls of the mat view: pause and steps on the left, sound and full screen, and far away: It hurts."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QMenu, QWidget

from supple.ui.kit.button import Button, ButtonKind, Size
from supple.ui.kit.keys import TABLE, Act, key_words
from supple.ui.kit.theme import TextRole, Theme, set_property

HEIGHT_U = 64
LEAST_HEIGHT = 44
WORD_U = 18
LEAST_PX = 13
GAP_U = 8
TOP_U, FOOT_U = 16, 32  # clear above and below the buttons
PAUSE_U = 171
HURT_U = 176


class SessionControls(QWidget):
    """One row of buttons; the three steps move into the menu when the row is full."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._u = 1.0
        self._sound_trouble = ""
        self.pause = Button(
            theme, self.tr("Pause"), kind=ButtonKind.MAT, size=Size.HERO, icon="pause", parent=self
        )
        self.previous = Button(
            theme, self.tr("Previous"), kind=ButtonKind.PLAIN, icon="skip-back", parent=self
        )
        self.skip = Button(theme, self.tr("Skip"), kind=ButtonKind.PLAIN, icon="skip-forward", parent=self)
        self.stop = Button(theme, self.tr("Stop"), kind=ButtonKind.PLAIN, icon="square", parent=self)
        self.more = Button(theme, kind=ButtonKind.ICON, icon="ellipsis", name=self.tr("More"), parent=self)
        self.sound = Button(theme, kind=ButtonKind.ICON, icon="volume-2", name=self.tr("Sound"), parent=self)
        self.full_screen = Button(
            theme, kind=ButtonKind.ICON, icon="maximize", name=self.tr("Full screen"), parent=self
        )
        self.signs = Button(
            theme,
            kind=ButtonKind.ICON,
            icon="octagon-alert",
            name=self.tr("Warning signs"),
            tone="stop",
            parent=self,
        )
        self.hurt = Button(
            theme, self.tr("It hurts"), kind=ButtonKind.STOP, size=Size.HERO, icon="hand", parent=self
        )
        self._menu = QMenu(self)
        self._steps = (self.previous, self.skip, self.stop)

        set_property(self.hurt, "edge", "true")
        for button in self.buttons:
            # A press must not take the focus: the space bar goes on pausing after Skip was clicked.
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        for button, act in (
            (self.pause, Act.PAUSE),
            (self.previous, Act.PREVIOUS),
            (self.skip, Act.SKIP),
            (self.stop, Act.STOP),
        ):
            button.set_tip(button.text(), key=key_words(act))
        self.hurt.set_tip(self.tr("Stops this set at once"), key=key_words(Act.HURTS))
        self.set_full_screen(on=False)
        self._step_actions = tuple(self._menu.addAction(button.text()) for button in self._steps)
        self.skip_exercise = self._menu.addAction(self.tr("Skip the exercise"))
        self.skip_exercise.setShortcut(QKeySequence(TABLE[Act.SKIP_EXERCISE][0]))
        self.skip_exercise.setShortcutContext(
            Qt.ShortcutContext.WidgetShortcut
        )  # shown there; the page knows the key

        for action, button in zip(self._step_actions, self._steps, strict=True):
            action.triggered.connect(button.click)
        self.more.clicked.connect(self._open_menu)

    @property
    def buttons(self) -> tuple[Button, ...]:
        """All buttons in keyboard order."""
        steps = (self.previous, self.skip, self.stop, self.more)
        return (self.pause, *steps, self.sound, self.full_screen, self.signs, self.hurt)

    @property
    def steps_are_in_menu(self) -> bool:
        """Whether Previous, Skip and Stop had to move into the menu."""
        return self.previous.isHidden()

    @property
    def more_actions(self) -> list[QAction]:
        """What the menu offers now."""
        return [action for action in self._menu.actions() if action.isVisible()]

    def set_unit(self, u: float) -> None:
        """Draw at scale `u`; the words are never under 13 pixels at 100 %."""
        self._u = u
        self._menu.setFont(self._theme.font(TextRole.BODY))
        px = round(max(WORD_U * u, LEAST_PX * self._theme.scale))
        height = round(max(HEIGHT_U * u, LEAST_HEIGHT, px * 2.2))
        for button in self.buttons:
            button.set_height(height)
            button.set_pixels(px)
        self._arrange()

    def set_paused(self, paused: bool) -> None:
        """Pause becomes Resume and back."""
        self.pause.set_text(self.tr("Resume") if paused else self.tr("Pause"))
        self.pause.set_tip(self.pause.text(), key=key_words(Act.PAUSE))
        self.pause.set_icon("play" if paused else "pause")
        self._arrange()

    def set_sound(self, *, volume: int, on: bool) -> None:
        """Show the loudspeaker as loud as it is."""
        if self._sound_trouble or not on or not volume:
            self.sound.set_icon("volume-x")
        else:
            self.sound.set_icon("volume-2" if volume > 50 else "volume-1")
        words = self._sound_trouble or (self.tr("Sound") if on else self.tr("Sound is off"))
        self.sound.set_tip(words, key="" if self._sound_trouble else key_words(Act.SOUND))
        self.sound.setAccessibleDescription(words)

    def set_sound_trouble(self, words: str) -> None:
        """Say why nothing can be heard; nothing takes it back."""
        self._sound_trouble = words

    def set_full_screen(self, on: bool) -> None:
        """Show the way back."""
        self.full_screen.set_icon("minimize" if on else "maximize")
        self.full_screen.set_name(self.tr("Leave full screen") if on else self.tr("Full screen"))
        self.full_screen.set_tip(self.full_screen.accessibleName(), key=key_words(Act.FILL))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the buttons again."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        gap = max(4, round(GAP_U * self._u))
        widths = {button: button.sizeHint().width() for button in self.buttons}
        # Resume is the wider word: the steps must not move when it comes.
        widths[self.pause] = max(widths[self.pause], round(PAUSE_U * self._u))
        widths[self.hurt] = max(widths[self.hurt], round(HURT_U * self._u))
        right = (self.sound, self.full_screen, self.signs, self.hurt)
        fixed = widths[self.pause] + sum(widths[button] for button in (self.more, *right)) + gap * 9
        fits = fixed + sum(widths[step] for step in self._steps) <= self.width()
        for step in self._steps:
            step.setVisible(fits)
        for action in self._step_actions:
            action.setVisible(not fits)
        x = 0
        for button in (self.pause, *(self._steps if fits else ()), self.more):
            self._put(button, x, widths[button])
            x += widths[button] + gap * (1 + (button is self.pause))
        x = self.width()
        for button in reversed(right):
            x -= widths[button]
            self._put(button, x, widths[button])
            x -= gap * (1 + 2 * (button is self.hurt))

    def _put(self, button: Button, x: int, width: int) -> None:
        height = button.sizeHint().height()
        middle = (self.height() + (TOP_U - FOOT_U) * self._u) / 2
        top = min(round(middle - height / 2), self.height() - height)
        button.setGeometry(x, max(0, top), width, height)

    def _open_menu(self) -> None:
        self._menu.popup(self.more.mapToGlobal(QPoint(0, -self._menu.sizeHint().height() - 8)))
