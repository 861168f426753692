"""What the photos of one hip showed: the fan, the finding, a row for each photo, the middle one and its error."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from supple.domain.checks.photo import FEWEST_PHOTOS, MOST_APART_DEG, MOST_ERROR_DEG, PhotosOfASide
from supple.domain.checks.photo_text import PhotoText
from supple.domain.findings import Finding
from supple.domain.measurement import Measurement, Unit
from supple.domain.side import Side
from supple.domain.wording import fill
from supple.ui.figure.stage_ground import paint_card_top
from supple.ui.kit.button import Button, ButtonKind
from supple.ui.kit.card import RADIUS, Card
from supple.ui.kit.side_tag import SideTag
from supple.ui.kit.text import Text
from supple.ui.kit.theme import TextRole, Theme
from supple.ui.plots.angle_fan import AngleFan
from supple.ui.words.angle_words import level_words, short_angle_words
from supple.ui.words.measured_words import angle_words, band_words


class PhotoResultCard(Card):
    """`one_more_pressed` and `left_out` tell the side, the second with the number of the photo."""

    one_more_pressed = Signal(Side)
    left_out = Signal(Side, int)

    def __init__(self, theme: Theme, text: PhotoText, side: Side, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, padding=1, parent=parent)
        self._theme = theme
        self._text = text
        self._apart: int | None = None
        self.side = side
        self.fan = AngleFan(theme, side)
        self.tag = SideTag(theme, side, word=fill(text.hip, side=side), height=36)
        self.word = Text(theme, role=TextRole.TITLE)
        self._band = Text(theme, tone="text2")
        self._sentence = Text(theme)
        self._table = QGridLayout()
        self._rows: list[Text] = []
        self._middle = Text(theme, role=TextRole.CAPTION, tone="text2")
        self.one_more = Button(theme, fill(text.one_more, side=side), icon="image-plus")
        self.leave_out = Button(theme, kind=ButtonKind.QUIET)

        self._lay_out()

        self.one_more.clicked.connect(self._ask_for_more)
        self.leave_out.clicked.connect(self._ask_to_leave_out)

    @property
    def words(self) -> str:
        """All it says."""
        rows = " ".join(row.text() for row in self._rows)
        parts = (
            self.tag.word,
            self.word.text(),
            self._band.text(),
            self._sentence.text(),
            rows,
            self._middle.text(),
        )
        return " ".join(part for part in parts if part)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The card, with the stage's gradient behind the fan."""
        super().paintEvent(event)
        height = self.fan.height()
        paint_card_top(QPainter(self), self._theme, QRectF(self.rect()), height=height, radius=RADIUS)

    def show_reading(self, reading: PhotosOfASide, finding: Finding | None) -> None:
        """Show what the photos say together; None for a hip without any."""
        text = self._text.findings[finding] if finding is not None else self._text.not_checked
        angle = reading.angle_deg
        can_tell = finding not in (None, Finding.UNKNOWN, Finding.PAIN)
        self.word.set_text(text.word)
        self._sentence.set_text(fill(text.sentence, side=self.side))
        self._band.set_text(self._band_words(reading, finding))
        self._band.setVisible(bool(self._band.text()))
        self._middle.set_text(self._middle_words(reading, can_tell=can_tell))
        self._middle.setVisible(bool(self._middle.text()))
        self._show_rows(reading)
        angles = [photo.angle_deg for photo in reading.photos]
        self.fan.set_angles(angles, middle=angle if can_tell else None, words=self._fan_words(reading))
        self._apart = reading.stands_apart if reading.marked_unalike is None else reading.marked_unalike
        self.one_more.setVisible(finding in (None, Finding.UNKNOWN))
        self.leave_out.setVisible(self._apart is not None)
        if self._apart is not None:
            self.leave_out.set_text(self.tr("Leave photo {number} out").format(number=self._apart + 1))
        self.word.setAccessibleName(f"{self.tag.word}: {text.word}. {self._sentence.text()}")

    def _band_words(self, reading: PhotosOfASide, finding: Finding | None) -> str:
        angle, photos = reading.angle_deg, len(reading.photos)
        unalike = reading.marked_unalike
        if finding is Finding.UNKNOWN and unalike is not None:
            told = self.tr("Photo {number} was marked {apart}° apart; over {most}° cannot be read")
            marked = reading.photos[unalike]
            return told.format(
                number=unalike + 1,
                apart=round(abs(marked.first_deg - marked.second_deg)),
                most=round(MOST_ERROR_DEG),
            )
        if finding is Finding.UNKNOWN and reading.lie_too_far_apart:
            apart = round(reading.spread_deg)
            told = self.tr("The photos lie {apart}° apart; over {most}° cannot be read")
            return told.format(apart=apart, most=round(MOST_APART_DEG))
        if finding is Finding.UNKNOWN and photos < FEWEST_PHOTOS:
            return (
                self.tr("One photo alone tells too little") if photos else self.tr("No photo could be read")
            )
        if angle is None or finding in (None, Finding.PAIN):
            return ""
        return self.tr("{band}, by %n photo(s)", "", photos).replace(
            "{band}", band_words(_measured(reading, angle))
        )

    def _middle_words(self, reading: PhotosOfASide, *, can_tell: bool) -> str:
        if reading.marked_unalike is not None:
            return ""
        if reading.stands_apart is not None:
            apart = self.tr("**Photo {number} stands apart.**").format(number=reading.stands_apart + 1)
            return f"{apart} {self._text.apart_why}"
        if reading.lie_too_far_apart:
            return self._text.apart_why
        if not can_tell or reading.angle_deg is None:
            return ""
        told = self.tr("**Middle reading: {angle}.** The photos lie {apart}° apart.")
        angle = angle_words(_measured(reading, reading.angle_deg))
        return told.format(angle=angle, apart=round(reading.spread_deg))

    def _fan_words(self, reading: PhotosOfASide) -> str:
        told = [level_words(photo.angle_deg) for photo in reading.photos]
        return ", ".join(told) if told else self.tr("No photo")

    def _show_rows(self, reading: PhotosOfASide) -> None:
        for row in self._rows:
            self._table.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = []
        if not reading.photos:
            return
        head = (self.tr("Reading"), self.tr("1st marking"), self.tr("2nd marking"), self.tr("Angle"))
        self._add_row(0, head, weight=600, tone="text2")
        for number, photo in enumerate(reading.photos, start=1):
            name = self.tr("Photo {number}").format(number=number)
            angles = (photo.first_deg, photo.second_deg, photo.angle_deg)
            self._add_row(
                number, (name, *(short_angle_words(angle) for angle in angles)), weight=None, tone="text2"
            )

    def _add_row(self, row: int, words: tuple[str, ...], *, weight: int | None, tone: str) -> None:
        for column, word in enumerate(words):
            last = column == len(words) - 1
            edge = Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeft
            bold = 600 if last and row else weight
            role = TextRole.BODY if row else TextRole.CAPTION
            cell = Text(
                self._theme, word, role=role, tone="text" if row and (last or not column) else tone,
                weight=bold, align=edge, heading=0,
            )  # fmt: skip
            self._table.addWidget(cell, row, column)
            self._rows.append(cell)

    def _ask_for_more(self) -> None:
        self.one_more_pressed.emit(self.side)

    def _ask_to_leave_out(self) -> None:
        if self._apart is not None:
            self.left_out.emit(self.side, self._apart + 1)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(16)
        parts: list[tuple[QWidget, int]] = [(self.tag, 0), (self.word, 1)]
        for part, stretch in reversed(parts) if self.side is Side.RIGHT else parts:
            head.addWidget(part, stretch, Qt.AlignmentFlag.AlignVCenter)
        self.word.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._table.setHorizontalSpacing(12)
        self._table.setVerticalSpacing(6)
        for column in range(4):
            self._table.setColumnStretch(column, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(12)
        buttons.addWidget(self.one_more)
        buttons.addWidget(self.leave_out)
        buttons.addStretch(1)
        words = QVBoxLayout()
        words.setContentsMargins(24, 16, 24, 18)
        words.setSpacing(8)
        words.addLayout(head)
        words.addWidget(self._band)
        words.addWidget(self._sentence)
        words.addStretch(1)
        words.addLayout(self._table)
        words.addWidget(self._middle)
        words.addLayout(buttons)
        self.body.setSpacing(0)
        self.body.addWidget(self.fan)
        self.body.addLayout(words, 1)


def _measured(reading: PhotosOfASide, angle_deg: float) -> Measurement:
    return Measurement(value=angle_deg, unit=Unit.DEGREES, error=reading.error_deg)
