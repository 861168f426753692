"""Offers to go on with a hip check that was left in the middle."""

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from supple.domain.record import Check
from supple.domain.side import Side
from supple.ui.kit.button import ButtonKind
from supple.ui.kit.sheet import Sheet
from supple.ui.kit.side_tag import SideTag
from supple.ui.kit.text import Text
from supple.ui.kit.theme import Theme
from supple.ui.words.day_words import time_of_day


class GoOnCheckSheet(Sheet):
    """Going on, beginning anew or keeping what was done; Esc decides nothing."""

    go_on_chosen = Signal()
    anew_chosen = Signal()
    keep_chosen = Signal()

    def __init__(
        self,
        theme: Theme,
        *,
        begun: datetime,
        tries: int,
        hip: str,
        side: Side,
        check: Check = Check.HIP_LENGTH_FLOOR,
        parent: QWidget | None = None,
    ) -> None:
        """`hip` is the words for the hip of `side`, which comes next in `check`."""
        super().__init__(theme, title="", width=640, parent=parent)
        self.keep = self.add_button(self.tr("Keep what was done"), kind=ButtonKind.QUIET, leading=True)
        self.anew = self.add_button(self.tr("Begin anew"))
        self.go_on = self.add_button(self.tr("Go on"), kind=ButtonKind.PRIMARY)

        done = self.tr("%n tries are kept.", "", tries)
        begun_at = self.tr("The check begun at {time} was left.").format(time=time_of_day(begun))
        self.set_title(
            self.tr("Go on with the self-test?")
            if check is not Check.HIP_LENGTH_FLOOR
            else self.tr("Go on with the hip check?"),
            " ".join((begun_at, done)),
        )
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(Text(theme, self.tr("Next"), tone="text2", wraps=False))
        row.addWidget(SideTag(theme, side, word=hip))
        row.addStretch(1)
        self.body.addLayout(row)
        first = self.tr("Walk about a little and lie down on the floor again first.")
        if check is Check.HIP_HOLD:
            first = self.tr("Sit tall on the chair again first.")
        elif check is Check.HEEL_TO_BUTTOCK:
            first = self.tr("Lie face down over the cushion again first, the strap in your hand.")
        elif check is Check.MARCH:
            first = self.tr("The march itself is done; say how it was.")
        elif check is Check.BRIDGE_HOLD:
            first = self.tr(
                "Lie on your back again first; a bridge on both feet comes before the one on one foot."
            )
        elif check is Check.HIP_LENGTH_TAPE:
            first = self.tr(
                "Sit at the edge again, hug both knees and roll back first, with your helper beside you."
            )
        self.body.addWidget(Text(theme, first, tone="text2"))
        self.body.addStretch(1)
        self.set_first_focus(self.go_on)

        self.go_on.clicked.connect(self._go_on)
        self.anew.clicked.connect(self._begin_anew)
        self.keep.clicked.connect(self._keep)
        self.closed.connect(self.deleteLater)

    def _go_on(self) -> None:
        self.close_sheet()
        self.go_on_chosen.emit()

    def _begin_anew(self) -> None:
        self.close_sheet()
        self.anew_chosen.emit()

    def _keep(self) -> None:
        self.close_sheet()
        self.keep_chosen.emit()
