"""The large picture of an exercise: it moves and can be turned; play, steps and side switch stand above it."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from supple.domain.exercise import Exercise
from supple.domain.side import Side
from supple.domain.wording import fill
from supple.ui.figure.pictures import Pictures
from supple.ui.figure.turning_stage import TurningStage
from supple.ui.kit.button import Button, ButtonKind
from supple.ui.kit.icons import Fact
from supple.ui.kit.side_switch import SideSwitch
from supple.ui.kit.theme import TextRole, Theme
from supple.ui.words.content_words import leg_words

SHAPE = 368 / 560
TALLEST = 474
LEAST_TALL = 260
PLAY = 40


class ExerciseStage(QWidget):
    """Keeps the shape of the stage; `side_chosen` tells the side the person wants to see."""

    side_chosen = Signal(Side)

    def __init__(self, theme: Theme, pictures: Pictures, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._pictures = pictures
        self._stage = TurningStage(theme, pictures)
        self._switch: SideSwitch | None = None
        self._tallest = TALLEST
        self._has_loop = False
        self._play = Button(theme, kind=ButtonKind.SECONDARY, icon="pause")
        self._before = Button(theme, kind=ButtonKind.SECONDARY, icon="chevron-left")
        self._after = Button(theme, kind=ButtonKind.SECONDARY, icon="chevron-right")
        self._back = Button(theme, self.tr("Back"), kind=ButtonKind.SECONDARY, icon="rotate-ccw")
        self.muscle = Button(theme, self.tr("Show the muscle"), kind=ButtonKind.QUIET, icon="eye")
        self._hint = Fact(theme, "rotate-ccw", self.tr("Drag to turn"), role=TextRole.CAPTION)
        self._over = QVBoxLayout(self._stage)
        self._top = QHBoxLayout()

        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stage)
        self._over.setContentsMargins(16, 16, 16, 16)
        self._build_top()
        self._over.addLayout(self._top)
        self._over.addStretch(1)
        self._over.addLayout(self._build_foot())
        self._fit()

        self._play.clicked.connect(self._toggle)
        self._before.clicked.connect(self._step_back)
        self._after.clicked.connect(self._step_on)
        self._back.clicked.connect(self._go_back)
        self.muscle.clicked.connect(self._show_muscle)
        self._stage.playing_changed.connect(self._show_playing)
        self._stage.turned_changed.connect(self._show_playing)
        theme.changed.connect(self._fit)

    @property
    def stage(self) -> TurningStage:
        """The picture itself."""
        return self._stage

    @property
    def switch(self) -> SideSwitch | None:
        """The side switch; None for an exercise without sides."""
        return self._switch

    @property
    def controls(self) -> tuple[QWidget, ...]:
        """What the keyboard reaches: play, frame by frame, the side, the figure, the way back, the muscle."""
        switch = self._switch
        sides = (switch.button(Side.LEFT), switch.button(Side.RIGHT)) if switch is not None else ()
        return (self._play, self._before, self._after, *sides, self._stage, self._back, self.muscle)

    def show_exercise(self, exercise: Exercise, *, side: Side) -> None:
        """Show an exercise anew, moving unless motion is reduced."""
        self._stage.pause()
        self._make_switch(exercise, side)
        self.show_side(exercise, side=side)
        self._has_loop = self._pictures.loop_frames(exercise.id) > 0
        self._stage.play()
        self._show_playing()

    def show_side(self, exercise: Exercise, *, side: Side) -> None:
        """Turn the picture and its words to `side` and let it go on moving."""
        self._stage.show_turning(
            exercise.id,
            side=side,
            alt=fill(exercise.loop_alt, side=side),
            end_alt=fill(exercise.card_alt, side=side),
        )

    def hasHeightForWidth(self) -> bool:
        """Keeps its shape."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As the drawing has it."""
        return min(round(width * SHAPE), self._tallest)

    def set_tallest(self, px: int) -> None:
        """Leave what follows in the window's height: at most `px`, within reason."""
        self._tallest = max(LEAST_TALL, min(TALLEST, px))
        self._hold_shape()

    def sizeHint(self) -> QSize:
        """The stage of the drawing."""
        return QSize(560, 368)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Hold the shape where a layout does not ask for it."""
        super().resizeEvent(event)
        self._hold_shape()

    def _hold_shape(self) -> None:
        height = self.heightForWidth(self.width())
        if self.minimumHeight() != height:
            self.setFixedHeight(height)

    def _make_switch(self, exercise: Exercise, side: Side) -> None:
        """The words of the switch belong to the exercise, so each gets its own."""
        if self._switch is not None:
            self._switch.hide()
            self._switch.deleteLater()
            self._switch = None
        if exercise.has_sides:
            self._switch = SideSwitch(
                self._theme,
                left_word=leg_words(exercise, Side.LEFT),
                right_word=leg_words(exercise, Side.RIGHT),
                side=side,
            )
            self._top.addWidget(self._switch)
            self._switch.side_chosen.connect(self.side_chosen)
        self._fit()

    def _build_top(self) -> None:
        """Play and steps at the one side; the switch comes at the other. A hand on the floor is not to be covered."""
        self._top.setSpacing(8)
        for part in (self._play, self._before, self._after):
            self._top.addWidget(part)
        self._top.addStretch(1)

    def _build_foot(self) -> QHBoxLayout:
        """Turning, in the corner."""
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self._hint)
        foot.addWidget(self._back)
        for button, name in (
            (self._before, self.tr("One picture back")),
            (self._after, self.tr("One picture on")),
            (self._back, self.tr("Back to the moving picture")),
        ):
            button.set_name(name)
            button.set_tip(name)
        self._hint.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        return foot

    def _toggle(self) -> None:
        if self._stage.view is not None:
            self._stage.go_back()
            self._stage.play()
        elif self._stage.is_playing:
            self._stage.pause()
        else:
            self._stage.play()

    def _step_back(self) -> None:
        self._stage.step_frame(-1)
        self._show_playing()

    def _step_on(self) -> None:
        self._stage.step_frame(1)
        self._show_playing()

    def _show_muscle(self) -> None:
        self._stage.show_muscle()
        self._show_playing()

    def _go_back(self) -> None:
        self._stage.setFocus()
        self._stage.go_back()

    def _show_playing(self) -> None:
        """Offer what can be done now: playing, stepping while it stands still, turning, going back."""
        playing, turned = self._stage.is_playing, self._stage.view is not None
        self._play.set_icon("pause" if playing else "play")
        name = self.tr("Pause the moving picture") if playing else self.tr("Play the moving picture")
        self._play.set_name(name)
        self._play.set_tip(name)
        self._play.setVisible(self._has_loop and not self._theme.reduced_motion)
        for step in (self._before, self._after):
            step.setVisible(self._has_loop and not playing and not turned)
        self._hint.setVisible(self._stage.can_turn and not turned)
        self._back.setVisible(turned)
        is_seen = self._stage.stands_at_the_hold and not self._stage.can_turn
        self.muscle.setVisible(self._has_loop and not turned and not is_seen)

    def _fit(self) -> None:
        """The picture stays clear of what stands above it, whichever side it is turned to."""
        side = self._theme.px(PLAY)
        self._stage.set_headroom(max(side, self._switch.sizeHint().height() if self._switch else 0))
        for button in (self._play, self._before, self._after):
            button.setFixedSize(side, side)
        self._show_playing()
