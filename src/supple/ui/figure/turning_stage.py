"""A stage whose figure can be turned round by dragging, and whose moving picture can be stepped through."""

from PySide6.QtCore import QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from supple.domain.side import Side
from supple.domain.turntable import VIEW_DEG
from supple.ui.figure.glow import glow_share
from supple.ui.figure.pictures import Picture, Pictures
from supple.ui.figure.pointers import PointAt, Pointers
from supple.ui.figure.pointing_stage import PointingStage
from supple.ui.kit.theme import Theme

VIEW_PX = 36  # so far must one drag for the next view: half a turn over a stage of usual width
START_PX = 8  # less is a click that trembled


class _Look:
    """What was found so far of how much each view shows of the muscle."""

    def __init__(self, exercise_id: str) -> None:
        self.exercise_id = exercise_id
        self.shares: list[float] = []


class TurningStage(PointingStage):
    """Shows the moving picture until it is turned; `turned_changed` tells when that begins and ends."""

    turned_changed = Signal()

    def __init__(self, theme: Theme, pictures: Pictures, *, parent: QWidget | None = None) -> None:
        pointers = Pointers(theme, pictures, PointAt.WAY)
        super().__init__(theme, pictures, pointers, parent=parent)
        self._views = 0
        self._view: int | None = None
        self._end_alt = ""
        self._moved_before = False
        self._grip: QPointF | None = None
        self._gripped_view = 0
        self._looked_at: _Look | None = None

    @property
    def can_turn(self) -> bool:
        """Whether there is a turntable."""
        return bool(self._views)

    @property
    def view(self) -> int | None:
        """The view shown, from 0; None while the moving picture is."""
        return self._view

    def show_turning(self, exercise_id: str, *, side: Side, alt: str, end_alt: str) -> None:
        """Show the moving picture, or go on showing the same view on the other side; `end_alt` tells the end."""
        if exercise_id != self._exercise_id:
            self._leave_views()
        self._views = self._pictures.turn_views(exercise_id)
        self._end_alt = end_alt
        self.show_loop(exercise_id, side=side, alt=alt)
        if self._view is not None:
            self._say_view()
        usable = self.can_turn or bool(self._frames)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if usable else Qt.FocusPolicy.NoFocus)
        self._show_grip()

    def turn(self, views: int) -> None:
        """Turn the near side of the figure `views` steps toward the window's right edge; below 0 to the left one."""
        if not self.can_turn:
            return
        self._show_view((self._view or 0) + views * self._toward_right())

    def show_muscle(self) -> None:
        """Stand still at the hold, where the muscle glows, turned so that most of it is seen."""
        self.set_effort(1.0)
        if self.can_turn and self._looked_at is None:
            self._looked_at = _Look(self._exercise_id)
            QTimer.singleShot(0, self, self._look_at_a_view)

    def _look_at_a_view(self) -> None:
        """One view in each turn of the event loop: reading all at once would hold the window."""
        look = self._looked_at
        if look is None:
            return
        if look.exercise_id != self._exercise_id:
            self._looked_at = None
            return
        if len(look.shares) < self._views:
            view = self._pictures.turn_view(self._exercise_id, len(look.shares), side=self._asked_side)
            look.shares.append(glow_share(view.image) if view is not None else 0.0)
            QTimer.singleShot(0, self, self._look_at_a_view)
            return
        self._looked_at = None
        if max(look.shares) > 0:
            self._show_view(look.shares.index(max(look.shares)))

    def go_back(self) -> None:
        """Show the moving picture again, moving if it did before."""
        if self._view is None:
            return
        again = self._moved_before
        self._leave_views()
        self.setAccessibleDescription(self._alt)
        self._refresh()
        if again:
            self.play()

    def points_out(self) -> bool:
        """Not at a view: the way is drawn as the camera of the moving picture sees it."""
        return self._view is None and super().points_out()

    def find_picture(self) -> Picture | None:
        """The view it is turned to, else what moves."""
        if self._view is not None:
            picture = self._pictures.turn_view(self._exercise_id, self._view, side=self._asked_side)
            if picture is not None:
                return picture
        return super().find_picture()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the figure."""
        if self.can_turn and event.button() is Qt.MouseButton.LeftButton:
            self._grip, self._gripped_view = event.position(), self._view or 0
            self._show_grip()
            return
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Turn it with the hand."""
        if self._grip is None:
            super().mouseMoveEvent(event)
            return
        way = event.position().x() - self._grip.x()
        if self._view is not None or abs(way) >= START_PX:
            self._show_view(self._gripped_view + round(way / VIEW_PX) * self._toward_right())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        self._grip = None
        self._show_grip()
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrows turn, comma and full stop step through the moving picture, Home goes back to it."""
        match event.key():
            case Qt.Key.Key_Left if self.can_turn:
                self.turn(-1)
            case Qt.Key.Key_Right if self.can_turn:
                self.turn(1)
            case Qt.Key.Key_Comma if self._view is None:
                self.step_frame(-1)
            case Qt.Key.Key_Period if self._view is None:
                self.step_frame(1)
            case Qt.Key.Key_Home if self._view is not None:
                self.go_back()
            case _:
                super().keyPressEvent(event)

    def _toward_right(self) -> int:
        """The views go from beside the drawn side to the front: mirrored with the picture."""
        return 1 if self.side is not Side.RIGHT else -1

    def _show_view(self, view: int) -> None:
        view %= self._views
        if view == self._view:
            return
        first = self._view is None
        if first:
            self._moved_before = self.is_playing
            self.pause()
        self._view = view
        self._say_view()
        self._refresh()
        if first:
            self.turned_changed.emit()

    def _say_view(self) -> None:
        turned = self.tr("Turned by {angle} degrees: {alt}")
        self.setAccessibleDescription(turned.format(angle=(self._view or 0) * VIEW_DEG, alt=self._end_alt))

    def _leave_views(self) -> None:
        if self._view is not None:
            self._view = None
            self.turned_changed.emit()

    def _show_grip(self) -> None:
        if not self.can_turn:
            self.unsetCursor()
        elif self._grip is None:
            self.setCursor(Qt.CursorShape.OpenHandCursor)
        else:
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
