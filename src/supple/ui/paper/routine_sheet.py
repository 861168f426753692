"""A routine on paper: for the wall or from the therapist's desk, with pictures, doses and boxes to tick."""

from math import ceil

from PySide6.QtCore import QBuffer, QCoreApplication, QIODevice, QMarginsF, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QPen,
)

from supple.domain.catalogue import Catalogue
from supple.domain.offered import OfferedRoutine
from supple.domain.routine import Step
from supple.domain.side import Side
from supple.domain.wording import fill
from supple.ui.figure.pictures import Pictures
from supple.ui.words.content_words import dose_words, minutes_words, order_words, with_one_more
from supple.ui.words.day_words import first_weekday, weekday_letter
from supple.ui.words.left_out import care_words

translate = QCoreApplication.translate

# Millimetres on A4 upright.
PAGE_WIDTH, PAGE_HEIGHT, MARGIN = 210.0, 297.0, 15.0
HEAD, ROW, ROW_GAP, FOOT = 34.0, 37.0, 3.0, 19.0
PICTURE_WIDTH, PICTURE_HEIGHT, GAP = 46.0, 34.5, 6.0
BOX, BOX_STEP = 6.0, 9.5
TITLE, NAME, WORDS, SMALL = 8.0, 5.0, 4.0, 3.4  # heights of the letters' squares
INK, FAINT, LINE = QColor("#1A2226"), QColor("#48525A"), QColor("#858B8C")
DAYS = 7
CARE_LINES = 2
PDF_DPI = 300


class SheetError(Exception):
    """The device takes nothing, and does not say why."""


class RoutineSheet:
    """Paints one routine on any device that has pages, always upright A4 and black on white."""

    def __init__(self, offer: OfferedRoutine, catalogue: Catalogue, pictures: Pictures) -> None:
        """What the person is not offered is not on it. Pictures are shown on the side each exercise begins with."""
        self._offer = offer
        self._routine = offer.shown
        self._catalogue = catalogue
        self._pictures = pictures

    @property
    def pages(self) -> int:
        """How many pages it takes."""
        return max(1, ceil(len(self._routine.steps) / self._rows_a_page))

    @property
    def facts(self) -> str:
        """What stands under the name."""
        parts = (minutes_words(self._offer.minutes), self._routine.days, self._routine.when)
        return " · ".join(part for part in parts if part)

    @property
    def foot(self) -> str:
        """What stands under every page."""
        return translate(
            "RoutineSheet",
            "Stop when it hurts sharply, spreads down the leg, tingles or goes numb, when a leg gives way, or when you "
            "are dizzy. For chest pain or trouble breathing call your local emergency number now. This sheet is for "
            "adults whom Supple's safety questions did not stop; it is not a diagnosis or treatment. If unsure, ask a "
            "doctor or physiotherapist.",
        )

    @property
    def names(self) -> tuple[str, ...]:
        """The exercises on it, in order."""
        return tuple(self._catalogue.exercise(step.exercise_id).name for step in self._routine.steps)

    @property
    def _rows_a_page(self) -> int:
        return int((PAGE_HEIGHT - 2 * MARGIN - HEAD - FOOT + ROW_GAP) // (ROW + ROW_GAP))

    def pdf(self) -> bytes:
        """It as the bytes of a PDF file."""
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        writer = QPdfWriter(buffer)
        writer.setResolution(PDF_DPI)
        writer.setTitle(self._routine.name)
        self.paint(writer)
        return bytes(buffer.data().data())

    def paint(self, device: QPagedPaintDevice) -> None:
        """Paint all pages; raises SheetError when the device takes nothing."""
        device.setPageLayout(
            QPageLayout(
                QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0)
            )
        )
        painter = QPainter()
        if not painter.begin(device):
            raise SheetError(self._routine.name)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.scale(device.width() / PAGE_WIDTH, device.height() / PAGE_HEIGHT)
        steps = list(enumerate(self._routine.steps, start=1))
        for page in range(self.pages):
            if page:
                device.newPage()
            self._paint_head(painter)
            top = MARGIN + HEAD
            for number, step in steps[page * self._rows_a_page : (page + 1) * self._rows_a_page]:
                self._paint_step(painter, number, step, top)
                top += ROW + ROW_GAP
            self._paint_foot(painter, page + 1)
        if not painter.end():
            raise SheetError(self._routine.name)

    def _paint_head(self, painter: QPainter) -> None:
        routine = self._routine
        width = PAGE_WIDTH - 2 * MARGIN
        _words(painter, QRectF(MARGIN, MARGIN, width, 11), routine.name, size=TITLE, weight=700)
        _words(painter, QRectF(MARGIN, MARGIN + 13, width, 6), self.facts, size=WORDS, tone=FAINT)
        name = translate("RoutineSheet", "Name")
        y = MARGIN + 27
        _words(painter, QRectF(MARGIN, y - 5, 14, 6), name, size=SMALL, tone=FAINT)
        painter.setPen(QPen(LINE, 0.2))
        painter.drawLine(QPointF(MARGIN + 14, y), QPointF(MARGIN + width / 2 - 8, y))
        _words(
            painter,
            QRectF(MARGIN + width / 2, y - 5, 20, 6),
            translate("RoutineSheet", "Week of"),
            size=SMALL,
            tone=FAINT,
        )
        painter.drawLine(QPointF(MARGIN + width / 2 + 16, y), QPointF(MARGIN + width, y))

    def _paint_step(self, painter: QPainter, number: int, step: Step, top: float) -> None:
        exercise = self._catalogue.exercise(step.exercise_id)
        frame = QRectF(MARGIN, top, PICTURE_WIDTH, PICTURE_HEIGHT)
        self._paint_picture(painter, frame, step)
        left = frame.right() + GAP
        width = PAGE_WIDTH - MARGIN - left
        _words(painter, QRectF(left, top, width, 6), f"{number}. {exercise.name}", size=NAME, weight=600)
        dose = with_one_more(dose_words(step.dose), step)
        order = order_words(step.dose, first_side=step.first_side)
        care = care_words(self._offer.marked.get(exercise.id, ()))
        lines = 1
        if care:  # in the line of the order, which then follows the dose
            dose, order = ". ".join(part for part in (dose, order) if part), care
            lines = _lines(care, width, size=SMALL, weight=600)
        if lines > CARE_LINES:
            order, lines = (
                translate(
                    "RoutineSheet", "Take care for more than one reason: look at its page in Supple first."
                ),
                1,
            )
        rise = 0.7 * (lines - 1)  # two lines take their room above and below
        _words(painter, QRectF(left, top + 6.5 - rise / 2, width, 5), dose, size=SMALL if care else WORDS)
        second = QRectF(left, top + 11.5 - rise, width, 5 if lines == 1 else 8.3)
        _words(painter, second, order, size=SMALL, weight=600 if care else 400, tone=INK if care else FAINT)
        side = step.first_side if exercise.has_sides else Side.BOTH
        brief = fill(exercise.brief, side=side) if side is not Side.BOTH else exercise.brief
        if "{" not in brief:
            rest = QRectF(left, second.bottom(), width, top + PICTURE_HEIGHT - BOX - second.bottom())
            _words(painter, rest, brief, size=SMALL)
        self._paint_boxes(painter, left, top + PICTURE_HEIGHT - BOX)

    def _paint_picture(self, painter: QPainter, frame: QRectF, step: Step) -> None:
        painter.setPen(QPen(LINE, 0.2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(frame, 2, 2)
        picture = self._pictures.still(step.exercise_id, "card", side=step.first_side)
        if picture is None:
            return
        image, box = picture.image, picture.box
        source = QRectF(
            box.x() * image.width(), box.y() * image.height(),
            box.width() * image.width(), box.height() * image.height(),
        )  # fmt: skip
        inside = frame.adjusted(1.5, 1.5, -1.5, -1.5)
        scale = min(inside.width() / source.width(), inside.height() / source.height())
        target = QRectF(0, 0, source.width() * scale, source.height() * scale)
        target.moveCenter(inside.center())
        painter.drawImage(target, image, source)

    def _paint_boxes(self, painter: QPainter, left: float, top: float) -> None:
        """A box for each day of a week, its letter inside until it is ticked."""
        for day in range(DAYS):
            box = QRectF(left + day * BOX_STEP, top, BOX, BOX)
            painter.setPen(QPen(LINE, 0.3))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, 1, 1)
            letter = weekday_letter((first_weekday() + day - 1) % DAYS + 1)
            _words(painter, box, letter, size=SMALL, tone=LINE, align=Qt.AlignmentFlag.AlignCenter)

    def _paint_foot(self, painter: QPainter, page: int) -> None:
        rect = QRectF(MARGIN, PAGE_HEIGHT - MARGIN - FOOT, PAGE_WIDTH - 2 * MARGIN - 20, FOOT + 3)
        _words(painter, rect, self.foot, size=SMALL, tone=FAINT)
        if self.pages > 1:
            place = QRectF(rect.right(), rect.top(), 20, 5)
            words = f"{page} / {self.pages}"
            _words(painter, place, words, size=SMALL, tone=FAINT, align=Qt.AlignmentFlag.AlignRight)


def _lines(text: str, width: float, *, size: float, weight: int) -> int:
    """How many lines these words take in `width` millimetres."""
    font = QFont("Inter")
    font.setPixelSize(100)
    font.setWeight(QFont.Weight(weight))
    room = QRectF(0, 0, width / size * 100, 100_000)
    metrics = QFontMetricsF(font)
    return round(metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, text).height() / metrics.lineSpacing())


def _words(
    painter: QPainter,
    rect: QRectF,
    text: str,
    *,
    size: float,
    weight: int = 400,
    tone: QColor = INK,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> None:
    """Set words in millimetres: at a hundred times the size, because fonts have whole pixels."""
    fine = 100.0
    font = QFont("Inter")
    font.setPixelSize(round(size * fine))
    font.setWeight(QFont.Weight(weight))
    flags = align | Qt.TextFlag.TextWordWrap
    if align == Qt.AlignmentFlag.AlignLeft:
        flags |= Qt.AlignmentFlag.AlignTop
        widest = rect.width() * fine
        if rect.height() < 2 * size and QFontMetricsF(font).horizontalAdvance(text) > widest:
            text = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, widest)
    painter.save()
    painter.setFont(font)
    painter.setPen(tone)
    painter.translate(rect.topLeft())
    painter.scale(1 / fine, 1 / fine)
    painter.drawText(QRectF(0, 0, rect.width() * fine, rect.height() * fine), int(flags), text)
    painter.restore()
