"""The stage: one picture or moving picture of an exercise, always with the side it shows."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QHideEvent,
    QImage,
    QPainter,
    QPaintEvent,
    QPixmap,
    QShowEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from supple.domain.side import Side
from supple.ui.figure.picture_words import paint_picture_words
from supple.ui.figure.pictures import Picture, Pictures
from supple.ui.figure.soft_coming import SoftComing
from supple.ui.figure.stage_ground import paint_stage_ground
from supple.ui.kit.reader import Told, tell
from supple.ui.kit.side_tag import side_sentence
from supple.ui.kit.theme import Theme
from supple.ui.words.inside import inside

FRAME_MS = 66  # 15 frames a second
HOLD_FRAMES = 24  # how long the moving picture stays at the hold, and at the start
DIMMED = 0.38
DENSE = 1.5  # device pixels per pixel from which a frame of the moving picture is soft, and a still is not


class Stage(QWidget):
    """Shows a still or plays a loop from the start to the hold and back while it is visible."""

    playing_changed = Signal(bool)

    def __init__(
        self,
        theme: Theme,
        pictures: Pictures,
        *,
        radius: int = 24,
        margin: int = 24,
        framed: bool = True,
        small: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """`small`: never larger than a card, so that stills are read at half their size."""
        super().__init__(parent)
        self._theme = theme
        self._pictures = pictures
        self._radius = radius
        self._margin = margin
        self._headroom = self._footroom = 0
        self._framed = framed
        self._small = small
        self._dimmed = False
        self._exercise_id = ""
        self._scene = ""
        self._asked_side = Side.BOTH
        self._alt = ""
        self._frames = 0
        self._frame = 0
        self._breath: int | None = None
        self._beat = 0
        self._wants_to_play = False
        self._picture: Picture | None = None
        self._loaded = True
        self._scaled: QPixmap | None = None
        self._scaled_to = QSize()
        self._came_late = False
        self._coming = SoftComing(theme, self)
        self._timer = QTimer(self)

        tell(self, Told.GRAPHIC)
        self._timer.setInterval(FRAME_MS)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

        self._timer.timeout.connect(self._step)
        theme.changed.connect(self._follow_theme)

    @property
    def side(self) -> Side | None:
        """The side the picture shows; None without a picture."""
        self._load()
        return self._picture.side if self._picture else None

    @property
    def alt(self) -> str:
        """The picture in words."""
        return self._alt

    @property
    def is_playing(self) -> bool:
        """Whether it moves, or will when it is visible."""
        return self._wants_to_play and bool(self._frames)

    def show_still(self, exercise_id: str, scene: str, *, side: Side, alt: str) -> None:
        """Show one scene; `alt` stands in for a picture that cannot be read."""
        self._show(exercise_id, scene, side=side, alt=alt, frames=0)

    def show_loop(self, exercise_id: str, *, side: Side, alt: str) -> bool:
        """Show the moving picture at its start, or the card's still when there is none; tell which."""
        frames = self._pictures.loop_frames(exercise_id)
        same = exercise_id == self._exercise_id and frames == self._frames
        frame = self._frame if same else 0
        self._show(exercise_id, "card", side=side, alt=alt, frames=frames)
        self._frame = frame
        if not same:
            self._beat = 0
            self._breath = None
        if frames and self._theme.reduced_motion:
            self._frame = frames - 1
        self._refresh()
        return bool(frames)

    def play(self) -> None:
        """Move, while visible and unless motion is reduced."""
        if self._theme.reduced_motion or self._wants_to_play:
            return
        self._wants_to_play = True
        self._run_timer()
        self.playing_changed.emit(self.is_playing)

    def pause(self) -> None:
        """Stand still where it is."""
        if self._wants_to_play:
            self._wants_to_play = False
            self._run_timer()
            self.playing_changed.emit(self.is_playing)

    def set_effort(self, effort: float, *, breath: float | None = None) -> None:
        """Show the frame at `effort` from 0 (start) to 1 (hold); with reduced motion always the hold.

        `breath` from 0 (out) to 1 (in) shows the hold breathing, where there are frames of that.
        """
        self.pause()
        if not self._frames:
            return
        still = self._theme.reduced_motion
        effort = 1.0 if still else max(0.0, min(1.0, effort))
        breaths = 0 if still or breath is None else self._pictures.breath_frames(self._exercise_id)
        breath_frame = round((breath or 0.0) * (breaths - 1)) if breaths else None
        if breath_frame != self._breath:
            self._breath = breath_frame
            self._refresh()
        self._show_frame(round(effort * (self._frames - 1)))

    @property
    def frame(self) -> int:
        """The frame of the moving picture that is shown, from 0."""
        return self._frame

    @property
    def stands_at_the_hold(self) -> bool:
        """Whether it stands still at its end, where the muscle glows."""
        return bool(self._frames) and not self.is_playing and self._frame == self._frames - 1

    def step_frame(self, by: int) -> None:
        """Stand still and show the frame `by` further; moving goes on from there."""
        self.pause()
        if self._frames:
            self._beat = max(0, min(self._frames - 1, self._frame + by))
            self._show_frame(self._beat)

    def set_dimmed(self, dimmed: bool) -> None:
        """Show the picture faintly, for an exercise that is not offered."""
        self._dimmed = dimmed
        self.update()

    def set_headroom(self, headroom: int, footroom: int = 0) -> None:
        """Keep so much more clear above and below the picture, for what stands there."""
        if (headroom, footroom) != (self._headroom, self._footroom):
            self._headroom, self._footroom = headroom, footroom
            self.update()

    def clear(self) -> None:
        """Show nothing."""
        self.pause()
        self._show("", "", side=Side.BOTH, alt="", frames=0)

    def sizeHint(self) -> QSize:
        """A modest picture; the page decides."""
        return QSize(320, 240)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground, then the picture or its words; a still that others read before comes a turn later."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._framed:
            paint_stage_ground(painter, self._theme, QRectF(self.rect()), radius=self._radius)
        inner = self._inner()
        if self._picture is not None and not self._is_enough_for(inner):
            self._loaded = False
        if self._waits_for_its_turn():
            QTimer.singleShot(0, self, self.update)
            if self._scaled is None:
                self._came_late = True
                return
        else:
            self._load()
        if self._came_late:
            self._came_late = False
            self._coming.begin()
        if self._picture and inner.isValid():
            painter.setOpacity(self._coming.share * (DIMMED if self._dimmed else 1.0))
            self._paint_picture(painter, inner)
        elif self._exercise_id and inner.isValid():
            paint_picture_words(painter, self._theme, inner, self._alt)

    def place_of(self, mark: str) -> QPointF | None:
        """Where what pictures.json calls `mark` ("knee") lies on the stage; None before the picture is painted."""
        frame, picture = self.picture_frame, self._picture
        if frame is None or picture is None:
            return None
        point = self._pictures.marks(self._exercise_id, self._scene, mirrored=picture.mirrored).get(mark)
        if point is None:
            return None
        box = self.shown_part(picture, self._inner())
        x = frame.left() + (point.x() - box.left()) / box.width() * frame.width()
        y = frame.top() + (point.y() - box.top()) / box.height() * frame.height()
        return QPointF(x, y)

    @property
    def picture_frame(self) -> QRectF | None:
        """Where the picture is, without the air around it; None before it is painted."""
        if self._picture is None or self._scaled is None:
            return None
        frame = QRectF(QPointF(), self._scaled.deviceIndependentSize())
        frame.moveCenter(self._inner().center())
        return frame

    def _inner(self) -> QRectF:
        """What the picture may fill."""
        top = self._margin + self._headroom
        return QRectF(self.rect()).adjusted(self._margin, top, -self._margin, -self._margin - self._footroom)

    def showEvent(self, event: QShowEvent) -> None:
        """Go on moving."""
        super().showEvent(event)
        self._run_timer()

    def hideEvent(self, event: QHideEvent) -> None:
        """Cost little while nobody looks: a frame is read anew in no time; of a still what was painted stays."""
        super().hideEvent(event)
        self._timer.stop()
        self._coming.end()
        if self._frames:
            self._loaded, self._picture, self._scaled = False, None, None
        else:
            self._let_image_go()

    def changeEvent(self, event: QEvent) -> None:
        """A disabled stage is dim by its page's wish only."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.EnabledChange:
            self.update()

    def _paint_picture(self, painter: QPainter, inner: QRectF) -> None:
        pixmap = self._pixmap(inner)
        size = pixmap.deviceIndependentSize()
        if not self._is_enough_for(inner):  # the one of the size before, until the still was read again
            size.scale(inner.size(), Qt.AspectRatioMode.KeepAspectRatio)
            place = QRectF(QPointF(), size)
            place.moveCenter(inner.center())
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawPixmap(place, pixmap, QRectF(pixmap.rect()))
            return
        x, y = inner.center().x() - size.width() / 2, inner.center().y() - size.height() / 2
        painter.drawPixmap(round(x), round(y), pixmap)
        self.paint_over(painter, QRectF(round(x), round(y), size.width(), size.height()), inner)

    def paint_over(self, painter: QPainter, place: QRectF, inner: QRectF) -> None:
        """What heirs draw over the picture, which is painted on `place`, and may fill `inner`."""

    def shown_part(self, picture: Picture, _inner: QRectF) -> QRectF:
        """The part of the picture that fills `_inner`, as parts of its width and height: what is not empty."""
        return picture.box

    def _pixmap(self, inner: QRectF) -> QPixmap:
        """The picture at the size and density of the screen, kept until either changes."""
        picture = self._picture
        if picture is None:
            return QPixmap()
        if self._scaled is not None and (picture.image.isNull() or self._scaled_to == self._room(inner)):
            return self._scaled
        ratio = self.devicePixelRatioF()
        box, image = self.shown_part(picture, inner), picture.image
        source = QRectF(
            box.x() * image.width(),
            box.y() * image.height(),
            box.width() * image.width(),
            box.height() * image.height(),
        ).toRect()
        self._scaled_to = self._room(inner)
        wanted = source.size().scaled(self._scaled_to, Qt.AspectRatioMode.KeepAspectRatio)
        if self._scaled is None or self._scaled.size() != wanted:
            part = image if source == image.rect() else image.copy(source)
            part = part.scaled(
                wanted, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
            )
            self._scaled = QPixmap.fromImage(part)
            self._scaled.setDevicePixelRatio(ratio)
        if self.minimumSize() == self.maximumSize():
            self._let_image_go()
        return self._scaled

    def _room(self, inner: QRectF) -> QSize:
        """`inner` in pixels of the screen."""
        return (inner.size() * self.devicePixelRatioF()).toSize()

    def _let_image_go(self) -> None:
        """What was painted is enough until the room for it changes; then the still is read anew."""
        if self._picture is not None and self._scaled is not None and not self._frames:
            self._picture = self._picture._replace(image=QImage())

    def _is_enough_for(self, inner: QRectF) -> bool:
        """Whether the picture can be painted into `inner` without being read again."""
        picture = self._picture
        return picture is None or not picture.image.isNull() or self._scaled_to == self._room(inner)

    def _show(self, exercise_id: str, scene: str, *, side: Side, alt: str, frames: int) -> None:
        self._exercise_id, self._scene, self._asked_side, self._alt = exercise_id, scene, side, alt
        self._frames = frames
        self.setAccessibleDescription(alt)
        name = self.tr("Picture")
        if side is not Side.BOTH:
            name = self.tr("Picture, {side}").format(side=inside(side_sentence(side)))
        self.setAccessibleName(name)
        self._refresh()
        self._run_timer()

    def _show_frame(self, frame: int) -> None:
        if frame != self._frame:
            self._frame = frame
            self._refresh()

    def _refresh(self) -> None:
        """Read the picture again when it is next painted."""
        self._loaded = False
        self._scaled = None
        self.update()

    def _waits_for_its_turn(self) -> bool:
        """Reading a still takes a large part of a frame: several in one turn would hold the window."""
        if self._loaded or self._frames or not self._exercise_id:
            return False
        if self._pictures.is_kept(self._exercise_id, self._scene, side=self._asked_side, small=self._small):
            return False
        return not self._pictures.take_turn()

    def _load(self) -> None:
        if self._loaded:
            return
        self._loaded = True
        self._picture = self.find_picture() if self._exercise_id else None

    def find_picture(self) -> Picture | None:
        """The picture of the moment: the frame, or the still when there is none."""
        picture = None
        if self._frames and self._breath is not None and self._frame == self._frames - 1:
            picture = self._pictures.breath_frame(self._exercise_id, self._breath, side=self._asked_side)
        if self._frames and picture is None:
            picture = self._pictures.loop_frame(self._exercise_id, self._frame, side=self._asked_side)
        return picture or self._pictures.still(
            self._exercise_id, self._scene, side=self._asked_side, small=self._small
        )

    def _run_timer(self) -> None:
        if self.is_playing and self.isVisible():
            self._timer.start()
        else:
            self._timer.stop()

    def _step(self) -> None:
        """One beat: forward to the hold, stay, back to the start, stay."""
        last = self._frames - 1
        way = (*range(last), *([last] * HOLD_FRAMES), *range(last, 0, -1), *([0] * HOLD_FRAMES))
        self._beat = (self._beat + 1) % len(way)
        self._show_frame(way[self._beat])

    def _follow_theme(self) -> None:
        if self._theme.reduced_motion:
            self.pause()
            if self._frames:
                self._show_frame(self._frames - 1)
        self.update()
