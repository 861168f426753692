"""What to do on a bad day: a walk, half as much or nothing, and when to come back."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from supple.domain.pain import AMBER_TO, GREEN_TO
from supple.ui.kit.button import ButtonKind
from supple.ui.kit.point_list import PointList
from supple.ui.kit.sheet import Sheet
from supple.ui.kit.theme import Theme


class FlareSheet(Sheet):
    """Nothing on it is a duty: "Close" is as good as half a session."""

    half_wanted = Signal()

    def __init__(self, theme: Theme, *, may_walk: bool, parent: QWidget | None = None) -> None:
        """`may_walk`: walking can be advised today."""
        super().__init__(
            theme,
            title="",
            width=760,
            parent=parent,
        )
        self.set_title(
            self.tr("On a bad day"),
            self.tr("Bad days happen. The plan waits, and nothing of it is lost."),
        )
        self.signs = self.add_button(self.tr("Warning signs"), kind=ButtonKind.STOP_QUIET, leading=True)
        self._close = self.add_button(self.tr("Close"))
        self._half = self.add_button(self.tr("Do half a session"), kind=ButtonKind.PRIMARY)

        self.body.addWidget(PointList(theme, self._points(may_walk=may_walk)))
        self.body.addStretch(1)
        self.set_first_focus(self._close)

        self._close.clicked.connect(self.close_sheet)
        self._half.clicked.connect(self._begin)
        self.closed.connect(self.deleteLater)

    def _points(self, *, may_walk: bool) -> tuple[str, ...]:
        walk = (
            self.tr("Walk a little, as far as it is comfortable, and change position often.")
            if may_walk
            else self.tr("Rest in the position that is easiest, and change it often.")
        )
        back = self.tr(
            "Come back to the full sets when a session and the morning after it stayed at pain {0} or less."
        )
        stop = self.tr(
            "Pain above {0}, sharp or catching pain, or pain that goes down the leg, tingling or numbness: do not "
            "exercise, and look at the warning signs."
        )
        return (
            walk,
            self.tr("Do half the sets, small and slow, or nothing. Leave out what hurts."),
            back.replace("{0}", str(GREEN_TO)),
            stop.replace("{0}", str(AMBER_TO)),
        )

    def _begin(self) -> None:
        self.close_sheet()
        self.half_wanted.emit()
