"""The list of the points on a photo: which are placed, where the chosen one is felt and seen; a press chooses."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from supple.domain.checks.photo import TILT_ASKED_DEG, knee_deg, tilt_deg
from supple.domain.checks.photo_spots import Spot, Spots
from supple.domain.checks.photo_text import PhotoText
from supple.domain.side import Side
from supple.domain.wording import fill
from supple.ui.figure.pictures import Pictures
from supple.ui.figure.stage import Stage
from supple.ui.kit.card import Card
from supple.ui.kit.icons import IconView
from supple.ui.kit.painting import draw_frame
from supple.ui.kit.text import Text
from supple.ui.kit.theme import TextRole, Theme

LANDMARK = 112
_ROWS = ((Spot.HIP,), (Spot.KNEE,), (Spot.ANKLE,), (Spot.HORIZONTAL_1, Spot.HORIZONTAL_2))


class _Row(QWidget):
    """One point, or both ends of the horizontal."""

    pressed = Signal(object)

    def __init__(
        self, theme: Theme, spots: tuple[Spot, ...], word: str, landmark: Stage | None = None
    ) -> None:
        """`landmark` shows the chosen point on a body."""
        super().__init__()
        self._theme = theme
        self.spots = spots
        self._chosen = False
        self._icon = IconView(theme, "circle", size=20)
        self._word = Text(theme, word, weight=600, heading=0)
        self._state = Text(theme, role=TextRole.CAPTION, tone="text2", align=Qt.AlignmentFlag.AlignRight)
        self._feel = Text(theme, role=TextRole.CAPTION)
        self.landmark = landmark

        layout = QGridLayout(self)
        layout.setContentsMargins(10, 8, 10, 8)
        layout.setHorizontalSpacing(12)
        layout.setVerticalSpacing(2)
        layout.setColumnStretch(2, 1)
        layout.addWidget(self._icon, 0, 0)
        layout.addWidget(self._word, 0, 1)
        layout.addWidget(self._state, 0, 2)
        layout.addWidget(self._feel, 1, 1, 1, 2)
        if landmark is not None:
            landmark.setFixedSize(LANDMARK, LANDMARK)
            layout.addWidget(landmark, 2, 1, 1, 2, Qt.AlignmentFlag.AlignLeft)

    def show_state(self, icon: str, tone: str, state: str) -> None:
        """How it is with it."""
        self._icon.set_icon(icon)
        self._icon.set_tone(tone)
        if state != self._state.text():
            self._state.set_text(state)

    def show_chosen(self, chosen: bool, feel: str) -> None:
        """Where to feel for it is said of the chosen one."""
        self._chosen = chosen
        self._feel.setVisible(chosen)
        if self.landmark is not None:
            self.landmark.setVisible(chosen)
        if chosen and feel != self._feel.text():
            self._feel.set_text(feel)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose it."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.pressed.emit(self.spots[0])

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A ground and an edge for the chosen one."""
        if self._chosen:
            draw_frame(
                QPainter(self), self._theme, QRectF(self.rect()),
                ground="accent_soft", edge="accent", width=2, radius=8,
            )  # fmt: skip


class PhotoPoints(Card):
    """What the keyboard reaches are the points on the photo; this list follows them."""

    spot_pressed = Signal(object)

    def __init__(
        self, theme: Theme, pictures: Pictures, text: PhotoText, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, padding=14, parent=parent)
        self._text = text
        self._rows = [
            _Row(theme, spots, self._word(spots), self._landmark(theme, pictures, spots[0]))
            for spots in _ROWS
        ]

        self.body.setSpacing(2)
        self.body.addWidget(Text(theme, self.tr("Points"), weight=600, heading=2))
        for row in self._rows:
            self.body.addWidget(row)
            row.pressed.connect(self._press)

    def _press(self, spot: object) -> None:
        self.spot_pressed.emit(spot)

    def begin(self, side: Side) -> None:
        """The landmarks of `side`."""
        for row in self._rows:
            shot = self._text.spots[row.spots[0]].shot
            if row.landmark is not None and shot is not None:
                alt = fill(shot.alt, side=side)
                row.landmark.show_still(self._text.exercise_id, shot.scene, side=side, alt=alt)

    def follow(self, spots: Spots, chosen: Spot) -> None:
        """Show how it is with each, and which is chosen."""
        marking = spots.marking
        for row in self._rows:
            row.show_chosen(chosen in row.spots, self._text.spots[chosen].feel if chosen in row.spots else "")
            placed = all(spots.is_placed(spot) for spot in row.spots)
            icon, tone, state = "circle", "text3", self.tr("not placed yet")
            if placed:
                icon, tone, state = "circle-check", "success", self.tr("placed")
            elif Spot.ANKLE in row.spots:
                state = self.tr("may stay out")
            if placed and marking is not None and Spot.ANKLE in row.spots:
                state = self.tr("knee bent {angle}°").format(angle=round(knee_deg(marking) or 0))
            if placed and marking is not None and Spot.HORIZONTAL_1 in row.spots:
                tilt = abs(tilt_deg(marking))
                state = self.tr("tilted by {angle}°").format(angle=round(tilt))
                if tilt > TILT_ASKED_DEG:
                    icon, tone = "triangle-alert", "caution"
            row.show_state(icon, tone, state)

    def _landmark(self, theme: Theme, pictures: Pictures, spot: Spot) -> Stage | None:
        shown = self._text.spots[spot].shot is not None
        return Stage(theme, pictures, radius=LANDMARK // 2, margin=2, small=True) if shown else None

    def _word(self, spots: tuple[Spot, ...]) -> str:
        return self.tr("Horizontal") if len(spots) > 1 else self._text.spots[spots[0]].name
