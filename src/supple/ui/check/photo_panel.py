"""Beside the photo: the angle as it stands now, the points, and what has to be looked at again."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from supple.domain.checks.photo import (
    Doubt,
    Marking,
    Stop,
    doubts,
    error_deg,
    pixel_deg,
    stops,
    thigh_deg,
    tilt_deg,
)
from supple.domain.checks.photo_spots import Spot, Spots
from supple.domain.checks.photo_text import PhotoText
from supple.domain.measurement import Measurement, Unit
from supple.domain.side import Side
from supple.domain.wording import fill
from supple.ui.check.photo_keep import PhotoKeep
from supple.ui.check.photo_points import PhotoPoints
from supple.ui.figure.pictures import Pictures
from supple.ui.kit.banner import Banner, Tone
from supple.ui.kit.card import Card
from supple.ui.kit.flow_layout import FlowLayout
from supple.ui.kit.icons import IconView
from supple.ui.kit.reader import announce
from supple.ui.kit.text import Text
from supple.ui.kit.theme import LARGE_TEXT, TextRole, Theme
from supple.ui.plots.angle_scale import AngleScale
from supple.ui.words.angle_words import error_words, level_words, scale_words

SAID_MS = 600  # the number is said when a point has come to rest


class PhotoPanel(QWidget):
    """Follows one marking; a blind one has no number."""

    def __init__(
        self, theme: Theme, pictures: Pictures, text: PhotoText, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._text = text
        self._side = Side.LEFT
        self._blind = False
        self._caption = Text(theme, role=TextRole.CAPTION, tone="accent_text", weight=600)
        self._number = Text(theme, role=TextRole.TITLE, heading=2)
        self._error = Text(theme, tone="text2")
        self._scale = AngleScale(theme, words=scale_words())
        self._closed_eye = QWidget()
        self.points = PhotoPoints(theme, pictures, text)
        self._tilted = Banner(theme, tone=Tone.CAUTION, bold=" ")
        self._short = Banner(theme, tone=Tone.CAUTION, bold=" ")
        self._stopped = Banner(theme, tone=Tone.CAUTION, bold=" ")
        self.keep = PhotoKeep(theme)
        self._column = QVBoxLayout(self)
        self._saying = QTimer(self, singleShot=True, interval=SAID_MS)

        self._lay_out(theme)

        theme.changed.connect(self._adapt)
        self._saying.timeout.connect(self._say)

    @property
    def number(self) -> str:
        """The angle that stands there; "" when none is shown."""
        return "" if self._number.isHidden() else self._number.text()

    @property
    def cautions(self) -> tuple[str, ...]:
        """What is asked about, and what stops."""
        banners = (self._stopped, self._tilted, self._short)
        return tuple(banner.sentence for banner in banners if not banner.isHidden())

    def begin(self, side: Side, *, blind: bool) -> None:
        """Another marking."""
        self._side, self._blind = side, blind
        self.points.begin(side)
        thigh = self._text.thigh
        self._caption.set_text(fill(thigh.second if blind else thigh.live, side=side))
        self._closed_eye.setVisible(blind)
        self.keep.setVisible(not blind)
        for part in (self._number, self._error):
            part.setVisible(not blind)
        self._adapt()

    def follow(self, spots: Spots, chosen: Spot) -> None:
        """Show what the points say now."""
        self.points.follow(spots, chosen)
        marking = spots.marking
        stopped = stops(marking) if marking is not None else ()
        self._show_number(None if stopped else marking)
        asked = doubts(marking) if marking is not None and not stopped else ()
        self._stopped.setVisible(bool(stopped))
        if stopped:
            self._stopped.set_words(self._stop_words(stopped[0]))
        self._tilted.setVisible(Doubt.TILTED in asked)
        self._short.setVisible(Doubt.SHORT in asked)
        if marking is not None and Doubt.TILTED in asked:
            tilt = round(abs(tilt_deg(marking)))
            self._tilted.set_words(
                self.tr("The horizontal is tilted by {angle}°.").format(angle=tilt),
                self.tr("Was the phone turned? The angle allows for that. Or is the edge not level?"),
            )
        if marking is not None and Doubt.SHORT in asked:
            pixel = self.tr("One pixel counts for {angle}°. A photo from nearer tells more.")
            self._short.set_words(
                self.tr("The thigh is short in this picture."),
                pixel.format(angle=round(pixel_deg(marking), 1)),
            )

    def take(self, tool: QWidget) -> None:
        """Hold a tool of the page over the box, where the page has no room for it."""
        self._column.insertWidget(self._column.indexOf(self.keep), tool, 0, Qt.AlignmentFlag.AlignLeft)

    def _show_number(self, marking: Marking | None) -> None:
        if self._blind:
            return
        words = level_words(thigh_deg(marking)) if marking is not None else self.tr("Place the points")
        if words != self._number.text():
            self._number.set_text(words)
            if marking is not None:
                self._saying.start()
        error = error_words(error_deg()) if marking is not None else ""
        if error != self._error.text():
            self._error.set_text(error)
        angle = None
        if marking is not None:
            angle = Measurement(value=thigh_deg(marking), unit=Unit.DEGREES, error=error_deg())
        self._scale.set_found(angle, side=self._side, sentence=words)

    def _adapt(self) -> None:
        """Where words are large the scale has no room for its own; the number says the same."""
        self._scale.setVisible(not self._blind and self._theme.scale < LARGE_TEXT)

    def _say(self) -> None:
        announce(self, self.number)

    def _stop_words(self, stop: Stop) -> str:
        match stop:
            case Stop.HIP_AND_KNEE:
                return self.tr("Hip and knee lie on top of each other.")
            case Stop.HORIZONTAL:
                return self.tr("Both ends of the horizontal lie on top of each other.")
            case Stop.KNEE_AND_ANKLE:
                return self.tr("Knee and ankle lie on top of each other.")

    def _lay_out(self, theme: Theme) -> None:
        live = Card(theme, padding=16)
        live.body.setSpacing(4)
        row = FlowLayout(gap=10, line_gap=0)
        row.addWidget(self._number)
        row.addWidget(self._error)
        eye = QHBoxLayout(self._closed_eye)
        eye.setContentsMargins(0, 0, 0, 0)
        eye.setSpacing(12)
        eye.addWidget(IconView(theme, "eye-off", size=20), 0, Qt.AlignmentFlag.AlignTop)
        told = self.tr("The number shows when you are done. So the second marking does not follow the first.")
        eye.addWidget(Text(theme, told), 1)
        live.body.addWidget(self._caption)
        live.body.addLayout(row)
        live.body.addWidget(self._scale)
        live.body.addWidget(self._closed_eye)
        column = self._column
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for part in (live, self.points, self._stopped, self._tilted, self._short, self.keep):
            column.addWidget(part)
        column.addStretch(1)
