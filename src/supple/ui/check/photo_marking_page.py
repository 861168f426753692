"""One marking of one photo: the photo with its points at the left, the angle and the list of points beside it."""

from datetime import date
from itertools import pairwise

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from supple.domain.checks.kept_photo import PhotoRecord
from supple.domain.checks.photo import Marking, stops
from supple.domain.checks.photo_spots import Spots
from supple.domain.checks.photo_text import PhotoText
from supple.domain.side import Side
from supple.storage.photo_file import PhotoFile
from supple.ui.check.photo_canvas import PhotoCanvas
from supple.ui.check.photo_last_time import PhotoLastTime
from supple.ui.check.photo_panel import PhotoPanel
from supple.ui.figure.pictures import Pictures
from supple.ui.kit.button import Button, ButtonKind
from supple.ui.kit.dialog_page import DialogPage
from supple.ui.kit.session_bar import SessionBar
from supple.ui.kit.text import Text
from supple.ui.kit.theme import LARGE_TEXT, TextRole, Theme

TOOL = 44
AFTER_TOOLS = 6
PANEL, PANEL_NARROW, PANEL_LARGE = 432, 292, 436


class PhotoMarkingPage(DialogPage):
    """`marked` carries the marking, once all its points are placed and lie apart."""

    marked = Signal(object)
    leave_wanted = Signal()

    def __init__(
        self, theme: Theme, pictures: Pictures, text: PhotoText, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, text.title, parent=parent)
        self._theme = theme
        self._photo: PhotoFile | None = None
        self._side = Side.LEFT
        self._blind = False
        self.bar = SessionBar(theme, thickness=6)
        self.signs = Button(theme, self.tr("Warning signs"), kind=ButtonKind.STOP_QUIET, icon="octagon-alert")
        self.canvas = PhotoCanvas(theme, text)
        self.panel = PhotoPanel(theme, pictures, text)
        self._beside = QScrollArea()
        self._smaller = _tool(theme, "zoom-out", self.tr("Smaller"))
        self._percent = Text(theme, role=TextRole.CAPTION, tone="text2", tabular=True, wraps=False)
        self._larger = _tool(theme, "zoom-in", self.tr("Larger"))
        self._whole = _tool(theme, "scan", self.tr("The whole photo"))
        self._undo = _tool(theme, "undo-2", self.tr("Take the last move back"))
        self._turn = _tool(theme, "rotate-cw", self.tr("Turn the photo"))
        self._tools = QHBoxLayout()
        self.last_time = PhotoLastTime(theme)
        self._hint = Text(theme, role=TextRole.CAPTION, tone="text2", wraps=False)
        self.back = Button(theme, self.tr("Back"), icon="arrow-left")
        self.leave_out = Button(theme, self.tr("Leave this photo out"), kind=ButtonKind.QUIET)
        self.done = Button(theme, kind=ButtonKind.PRIMARY, trailing="arrow-right")

        self._lay_out()
        self._order_tabs()

        self.narrowed.connect(self._adapt)
        theme.changed.connect(self._adapt)
        self.canvas.changed.connect(self._follow)
        self.canvas.chosen_changed.connect(self._follow)
        self.canvas.zoomed.connect(self._show_zoom)
        self.panel.points.spot_pressed.connect(self.canvas.choose)
        self._smaller.clicked.connect(self.canvas.zoom_out)
        self._larger.clicked.connect(self.canvas.zoom_in)
        self._whole.clicked.connect(self.canvas.show_all)
        self._undo.clicked.connect(self.canvas.undo)
        self._turn.clicked.connect(self._turn_photo)
        self.last_time.changed.connect(self._lay_on)
        self.done.clicked.connect(self._end)

    def begin(self, photo: PhotoFile, *, side: Side, blind: bool) -> None:
        """Show `photo` with its points at the thirds; nothing is told of a marking before, nor of last time's."""
        self._photo, self._side, self._blind = photo, side, blind
        self.last_time.setVisible(not blind)
        if not blind:
            self.panel.keep.tick.setChecked(False)
        self.show_last(None, today=date.min)
        self._begin_anew()
        self.done.set_text(self.tr("Done") if blind else self.tr("Mark once more"))

    @property
    def keeps_copy(self) -> bool:
        """Whether the person keeps a copy of it."""
        return self.panel.keep.tick.isChecked()

    def show_last(self, last: PhotoRecord | None, *, today: date) -> None:
        """Last time's photo can be laid on from now on; never on the second marking, which shall follow nothing."""
        self.canvas.under.take(None if self._blind else last)
        self.last_time.offer(self.canvas.under.kept_at, today=today)
        self._adapt()

    def forget(self) -> None:
        """Let go of the photo."""
        self._photo = None
        self.canvas.under.take(None)
        self.canvas.forget()

    def sharpen(self) -> None:
        """The photo is there at full size."""
        self.canvas.sharpen()

    def first_focus(self) -> QWidget:
        """The chosen point."""
        return self.canvas.handles[self.canvas.chosen]

    def showEvent(self, event: QShowEvent) -> None:
        """The keyboard begins at the first point."""
        super().showEvent(event)
        QTimer.singleShot(0, self, self._begin_at_points)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on, Esc asks whether to leave."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.done.isEnabled():
                self.done.click()
        elif event.key() == Qt.Key.Key_Escape:
            self.leave_wanted.emit()
        else:
            super().keyPressEvent(event)

    def _begin_at_points(self) -> None:
        if self.isVisible():
            self.canvas.choose(self.canvas.chosen)

    def _begin_anew(self) -> None:
        if self._photo is not None:
            spots = Spots(*self._photo.size, side=self._side)
            self.panel.begin(self._side, blind=self._blind)
            self.canvas.show_photo(self._photo, spots, side=self._side, blind=self._blind)
            self._follow()
            self._show_zoom()

    def _lay_on(self, strength: int) -> None:
        self.canvas.under.strength = strength
        self.canvas.update()
        self._adapt()

    def _turn_photo(self) -> None:
        """Its points lay on another photo, as it were."""
        if self._photo is not None:
            self._photo.turn_right()
            self._begin_anew()

    def _marking(self) -> Marking | None:
        marking = self.canvas.spots.marking
        return None if marking is None or stops(marking) else marking

    def _follow(self) -> None:
        self.panel.follow(self.canvas.spots, self.canvas.chosen)
        self.done.setEnabled(self._marking() is not None)

    def _show_zoom(self) -> None:
        self._percent.set_text(self.tr("{percent} %").format(percent=self.canvas.zoom_percent))
        self._smaller.setEnabled(self.canvas.zoom_percent > 100)
        self._whole.setEnabled(self.canvas.zoom_percent > 100)
        self._larger.setEnabled(self.canvas.zoom_percent < 400)

    def _end(self) -> None:
        marking = self._marking()
        if marking is not None:
            self.marked.emit(marking)

    def _lay_out(self) -> None:
        self.top.addWidget(self.bar, 0, Qt.AlignmentFlag.AlignVCenter)
        self.top.addWidget(self.signs)
        self._beside.setWidget(self.panel)
        self._beside.setWidgetResizable(True)
        self._beside.setFrameShape(QFrame.Shape.NoFrame)
        self._beside.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._beside.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        tools = self._tools
        tools.setSpacing(4)
        for part in (
            self._smaller,
            self._percent,
            self._larger,
            self._whole,
            self._undo,
            self._turn,
        ):
            tools.addWidget(part)
        tools.addStretch(1)
        tools.addWidget(self._hint)
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self.canvas, 1)
        left.addLayout(tools)
        columns = QHBoxLayout()
        columns.setSpacing(24)
        columns.addLayout(left, 1)
        columns.addWidget(self._beside)
        self.body.addLayout(columns, 1)
        self._hint.set_text(
            self.tr("**Tab** next point   **Arrows** 1 pixel   **Shift** 10   **Ctrl** a quarter")
        )
        self.foot.addWidget(self.back)
        self.foot.addStretch(1)
        self.foot.addWidget(self.leave_out)
        self.foot.addWidget(self.done)
        self._adapt()

    def _adapt(self) -> None:
        large = self._theme.scale >= LARGE_TEXT
        self._beside.setFixedWidth(PANEL_LARGE if large else PANEL_NARROW if self.narrow else PANEL)
        for tool in (self._smaller, self._larger, self._whole, self._undo, self._turn):
            tool.set_height(TOOL)
        if large:
            self.panel.take(self.last_time)
        else:
            self._tools.insertWidget(AFTER_TOOLS, self.last_time)
        self._hint.setVisible(not self.narrow and not large and not self.last_time.is_on)
        self.bar.setFixedWidth(160 if self.narrow else 298)
        self.bar.setVisible(not large)
        self.set_max_width(4000)

    def _order_tabs(self) -> None:
        chain: list[QWidget] = [*self.canvas.handles.values()]
        chain += [self._smaller, self._larger, self._whole, self._undo, self._turn]
        chain += [self.last_time.chip, self.last_time.slider, self.panel.keep.tick]
        chain += [self.done, self.leave_out, self.back, self.signs]
        for before, after in pairwise(chain):
            self.setTabOrder(before, after)


def _tool(theme: Theme, icon: str, name: str) -> Button:
    return Button(theme, kind=ButtonKind.ICON, icon=icon, name=name)
