"""The photo with its points: placed and dragged by mouse, moved by keys, looked at through a loupe."""

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from supple.domain.checks.photo import Point, thigh_deg
from supple.domain.checks.photo_spots import Spot, Spots
from supple.domain.checks.photo_text import PhotoText
from supple.domain.side import Side
from supple.domain.wording import fill
from supple.storage.photo_file import PhotoFile
from supple.ui.check.photo_pixels import PhotoPixels
from supple.ui.check.photo_spot import ARROWS, HIT, PhotoSpot
from supple.ui.check.photo_under import PhotoUnder
from supple.ui.check.photo_view import STEP, PhotoView
from supple.ui.kit.side_tag import SideTag
from supple.ui.kit.theme import Theme
from supple.ui.plots.photo_marks import (
    LABELS,
    TIMES,
    level_end,
    loupe_rect,
    paint_label,
    paint_line,
    paint_loupe_frame,
    paint_spot,
    paint_thigh,
    paint_wedge,
)

RADIUS = 16
REFINE_MS = 40  # after a photo was moved it is drawn sharp again
CLICK = 4  # a press that moves less is a click
_ENDS = (Spot.HORIZONTAL_1, Spot.HORIZONTAL_2)


class PhotoCanvas(QWidget):
    """One photo, one marking; a point is chosen when it has the keyboard."""

    changed = Signal()
    chosen_changed = Signal()
    zoomed = Signal()

    def __init__(self, theme: Theme, text: PhotoText, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._text = text
        self._photo: PhotoFile | None = None
        self._spots = Spots(1, 1, side=Side.LEFT)
        self._side = Side.LEFT
        self._blind = False
        self._chosen = Spot.HIP
        self._hovered: Spot | None = None
        self._dragged: Spot | None = None
        self._offset = QPointF()
        self._pressed: QPointF | None = None
        self._under: Spot | None = None
        self._moves = False
        self._angle_at = QPointF()
        self._view = PhotoView()
        self._pixels = PhotoPixels()
        self._loupe = PhotoPixels()
        self.under = PhotoUnder()
        self._refine = QTimer(self, singleShot=True, interval=REFINE_MS)
        self._tag = SideTag(theme, Side.LEFT, height=36, parent=self)
        self.handles = {spot: PhotoSpot(spot, self) for spot in Spot}

        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

        self._refine.timeout.connect(self.update)
        theme.changed.connect(self._place)
        for handle in self.handles.values():
            handle.key_pressed.connect(self._take_key)
            handle.taken.connect(self._choose)

    @property
    def chosen(self) -> Spot:
        """The point that keys move."""
        return self._chosen

    @property
    def zoom_percent(self) -> int:
        """100 shows the whole photo."""
        return round(100 * self._view.zoom)

    @property
    def spots(self) -> Spots:
        """The points."""
        return self._spots

    def show_photo(self, photo: PhotoFile, spots: Spots, *, side: Side, blind: bool) -> None:
        """Begin a marking; a `blind` one shows no number and no wedge."""
        self._photo, self._spots, self._side, self._blind = photo, spots, side, blind
        self._tag.set_side(side)
        self._tag.set_word(fill(self._text.hip, side=side))
        self._chosen = Spot.HIP
        self._view.show(*photo.size)
        self.sharpen()

    def forget(self) -> None:
        """Let go of the photo."""
        self._photo = None
        self.sharpen()

    def sharpen(self) -> None:
        """The photo is there at full size, or another way up."""
        self._pixels.forget()
        self._loupe.forget()
        self._place()

    def choose(self, spot: Spot) -> None:
        """Give the keyboard to `spot`."""
        self.handles[spot].setFocus(Qt.FocusReason.OtherFocusReason)
        if self._chosen is not spot:  # a window that is not in front has no keyboard to give
            self._choose(spot)

    def on_screen(self, place: Point) -> QPointF:
        """Where a place of the photo is seen."""
        return self._view.on_screen(place)

    def zoom_by(self, factor: float, around: Point | None = None) -> None:
        """Larger or smaller, around the chosen point."""
        self._view.zoom_by(factor, around or self._spots.where(self._chosen))
        self._move()
        self.zoomed.emit()

    def zoom_in(self) -> None:
        """One step larger."""
        self.zoom_by(STEP)

    def zoom_out(self) -> None:
        """One step smaller."""
        self.zoom_by(1 / STEP)

    def show_all(self) -> None:
        """The whole photo."""
        self._view.show_all()
        self._move()
        self.zoomed.emit()

    def undo(self) -> bool:
        """The last move is taken back, and its point chosen."""
        spot = self._spots.undo()
        if spot is not None:
            self._tell(spot)
            self.choose(spot)
        return spot is not None

    def sizeHint(self) -> QSize:
        """As drawn."""
        return QSize(736, 552)

    def minimumSizeHint(self) -> QSize:
        """A photo that is smaller cannot be marked."""
        return QSize(320, 240)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The photo fits into what there is."""
        super().resizeEvent(event)
        self._view.set_frame(self.width(), self.height())
        self._place()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click or a drag begins, of the point under the mouse or of the photo."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._pressed, self._under = event.position(), self._spot_at(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag what was taken: a point, or the photo."""
        if self._pressed is None:
            self._hover(self._spot_at(event.position()))
            return
        way = event.position() - self._pressed
        if not self._moves and way.manhattanLength() > CLICK:
            self._begin_to_move(self._pressed)
        if self._dragged is not None:
            place = self._view.on_photo(event.position() + self._offset)
            self._spots.put(self._dragged, place.x, place.y)
            self._tell(self._dragged)
        elif self._moves:
            self._view.pan(way)
            self._pressed = event.position()
            self._move()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click puts the chosen point there, or chooses another one that lies there."""
        if event.button() is not Qt.MouseButton.LeftButton or self._pressed is None:
            return
        if not self._moves:
            self._click(event.position())
        self._pressed = self._dragged = self._under = None
        self._moves = False
        self.update()

    def _begin_to_move(self, pressed: QPointF) -> None:
        self._moves, self._dragged = True, self._under
        if self._under is not None:
            self._offset = self._view.on_screen(self._spots.where(self._under)) - pressed
            self._spots.begin(self._under)
            self.choose(self._under)

    def _click(self, at: QPointF) -> None:
        other = self._under is not None and self._under is not self._chosen
        if other and self._spots.is_placed(self._chosen) and self._under is not None:
            self.choose(self._under)
            return
        place = self._view.on_photo(at)
        self._spots.begin(self._chosen)
        self._spots.put(self._chosen, place.x, place.y)
        self._tell(self._chosen)
        self.choose(self._chosen)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Larger or smaller under the mouse."""
        turned = event.angleDelta().y()
        if turned:
            self.zoom_by(STEP if turned > 0 else 1 / STEP, self._view.on_photo(event.position()))
        event.accept()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Photo, lines, points, labels, loupe."""
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        frame = QRectF(self.rect())
        shape = QPainterPath()
        shape.addRoundedRect(frame, RADIUS, RADIUS)
        painter.setClipPath(shape)
        painter.fillRect(frame, self._theme.colour("sunken"))
        if self._photo is None:
            return
        box, size = self._view.box, QSizeF(frame.width(), frame.height())
        if not self._pixels.is_ready(box, size) and not self._refine.isActive():
            self._pixels.make(self._photo, box, size, ratio=self.devicePixelRatioF())
        self._pixels.draw(painter, box, frame)
        self.under.draw(painter, self._view, self._spots)
        self._paint_lines(painter)
        self._paint_spots(painter, frame)
        self._paint_loupe(painter, frame, self._photo)

    def _paint_lines(self, painter: QPainter) -> None:
        at = {spot: self._view.on_screen(self._spots.where(spot)) for spot in Spot}
        paint_line(painter, at[_ENDS[0]], at[_ENDS[1]], dashed=True)
        marking = self._spots.marking
        if marking is not None and not self._blind:
            level = level_end(at[Spot.HIP], at[Spot.KNEE], (at[_ENDS[0]], at[_ENDS[1]]))
            paint_wedge(painter, at[Spot.HIP], at[Spot.KNEE], level)
            self._angle_at = (at[Spot.HIP] + level) / 2 + QPointF(0, 26 if thigh_deg(marking) >= 0 else -26)
        if self._is_seen(Spot.ANKLE):
            paint_line(painter, at[Spot.KNEE], at[Spot.ANKLE])
        paint_thigh(painter, self._theme, at[Spot.HIP], at[Spot.KNEE], self._side)

    def _paint_spots(self, painter: QPainter, frame: QRectF) -> None:
        for spot in Spot:
            if self._is_seen(spot):
                paint_spot(
                    painter,
                    self._view.on_screen(self._spots.where(spot)),
                    chosen=spot is self._chosen,
                    square=spot in _ENDS,
                    placed=self._spots.is_placed(spot),
                    hovered=spot is self._hovered,
                )
        for spot in (Spot.HIP, Spot.KNEE, Spot.ANKLE):
            if self._is_seen(spot) and spot is not self._dragged:
                at = self._view.on_screen(self._spots.where(spot)) + LABELS[spot]
                words = self._text.spots[spot].name
                paint_label(painter, self._theme, at, words, frame, chosen=spot is self._chosen)
        ends = [self._view.on_screen(self._spots.where(spot)) for spot in _ENDS]
        if self._dragged not in _ENDS:
            chosen = self._chosen in _ENDS
            middle = (ends[0] + ends[1]) / 2 + QPointF(0, 24)
            paint_label(painter, self._theme, middle, self.tr("Horizontal"), frame, chosen=chosen)
        marking = self._spots.marking
        if marking is not None and not self._blind:
            number = self.tr("{angle}°").format(angle=round(abs(thigh_deg(marking))))
            paint_label(painter, self._theme, self._angle_at, number, frame)

    def _paint_loupe(self, painter: QPainter, frame: QRectF, photo: PhotoFile) -> None:
        place = self._spots.where(self._chosen)
        at = self._view.on_screen(place)
        narrow = frame.width() < 560
        loupe = loupe_rect(frame, at, taken=self._side, narrow=narrow)
        half = loupe.width() / (2 * TIMES * self._view.scale)
        box = QRectF(place.x - half, place.y - half, 2 * half, 2 * half)
        size = QSizeF(loupe.width(), loupe.height())
        if not self._loupe.is_ready(box, size):
            self._loupe.make(photo, box, size, ratio=self.devicePixelRatioF(), smooth=False)
        round_one = QPainterPath()
        round_one.addEllipse(loupe)
        painter.save()
        painter.setClipPath(round_one)
        painter.fillRect(loupe, self._theme.colour("sunken"))
        self._loupe.draw(painter, box, loupe)
        painter.restore()
        paint_loupe_frame(painter, loupe)
        told = self.tr("{point}, {times} times").format(
            point=self._text.spots[self._chosen].name, times=TIMES
        )
        paint_label(painter, self._theme, QPointF(loupe.center().x(), loupe.bottom() + 20), told, frame)

    def _is_seen(self, spot: Spot) -> bool:
        """The ankle may stay out."""
        return spot is not Spot.ANKLE or spot is self._chosen or self._spots.is_placed(spot)

    def _spot_at(self, where: QPointF) -> Spot | None:
        near: dict[Spot, float] = {}
        for spot in Spot:
            way = self._view.on_screen(self._spots.where(spot)) - where
            if self._is_seen(spot) and max(abs(way.x()), abs(way.y())) <= HIT / 2:
                near[spot] = way.x() ** 2 + way.y() ** 2 - (1 if spot is self._chosen else 0)
        return min(near, key=near.__getitem__) if near else None

    def _hover(self, spot: Spot | None) -> None:
        if spot is not self._hovered:
            self._hovered = spot
            self.setCursor(Qt.CursorShape.OpenHandCursor if spot else Qt.CursorShape.CrossCursor)
            self.update()

    def _choose(self, spot: Spot) -> None:
        self._chosen = spot
        self._view.reveal(self._spots.where(spot), HIT)
        self._place()
        self.chosen_changed.emit()

    def _take_key(self, event: QKeyEvent) -> None:
        """An arrow, a zoom, a number, Delete or the way back; anything else is the page's."""
        spot = self._chosen
        way = ARROWS.get(Qt.Key(event.key()))
        number = event.key() - Qt.Key.Key_1
        if way is not None:
            fast = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            fine = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            step = 10.0 if fast else 0.25 if fine else 1.0
            if not event.isAutoRepeat():
                self._spots.begin(spot)
            place = self._spots.where(spot)
            self._spots.put(spot, place.x + way[0] * step, place.y + way[1] * step)
            self._view.reveal(self._spots.where(spot), HIT)
            self._tell(spot)
        elif event.key() in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom_in()
        elif event.key() == Qt.Key.Key_Minus:
            self.zoom_out()
        elif event.key() == Qt.Key.Key_0:
            self.show_all()
        elif 0 <= number < len(Spot):
            self.choose(tuple(Spot)[number])
        elif event.key() == Qt.Key.Key_Delete and spot is Spot.ANKLE:
            self._spots.take_out(spot)
            self._tell(spot)
        else:
            back = event.key() == Qt.Key.Key_Escape or (
                event.key() == Qt.Key.Key_Z and event.modifiers() & Qt.KeyboardModifier.ControlModifier
            )
            event.setAccepted(bool(back) and self.undo())

    def _tell(self, spot: Spot) -> None:
        """It moved: everything that shows it follows."""
        self._place()
        self.handles[spot].tell_value()
        self.changed.emit()

    def _move(self) -> None:
        """The photo was moved under its points; it is sharp again when it rests."""
        self._refine.start()
        self._place()

    def _place(self) -> None:
        for spot, handle in self.handles.items():
            place = self._spots.where(spot)
            handle.follow(self._view.on_screen(place), self._name_of(spot, place))
        tag = self._tag.sizeHint()
        left = 16 if self._side is Side.LEFT else self.width() - 16 - tag.width()
        self._tag.setGeometry(left, 16, tag.width(), tag.height())
        self.update()

    def _name_of(self, spot: Spot, place: Point) -> str:
        placed = self.tr("{point}, {x} by {y}, placed")
        waits = self.tr("{point}, {x} by {y}, not placed yet")
        told = placed if self._spots.is_placed(spot) else waits
        return told.format(point=self._text.spots[spot].name, x=round(place.x), y=round(place.y))
