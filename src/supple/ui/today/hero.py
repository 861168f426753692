"""Today's hero: the routine to start now, with a picture of it."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QSpacerItem, QVBoxLayout, QWidget

from supple.domain.side import Side
from supple.ui.figure.pictures import Pictures
from supple.ui.figure.stage import DENSE, Stage
from supple.ui.figure.stage_ground import paint_stage_ground, paint_warning_ground
from supple.ui.kit.button import Button, ButtonKind, Size
from supple.ui.kit.flow_layout import FlowLayout
from supple.ui.kit.icons import Fact, IconView
from supple.ui.kit.keyboard_order import keep_keyboard_order
from supple.ui.kit.side_tag import SideTag
from supple.ui.kit.text import Text
from supple.ui.kit.theme import TextRole, Theme

HIGHEST = 520
GAPS, LOW_GAPS = (
    (6, 6, 16, 8, 8),
    (0, 2, 6, 0, 8),
)  # under the due line, name, lead, facts, and over the buttons
LOWEST, LOWEST_UNDER_A_CARD = 280, 242
RADIUS = 24
STACKS_FROM = 1.5
OCTAGON = 44

# The values of domain.today.Due: the first paint waits for no such module, and a test compares them.
ROUTINE, DONE, NOTHING = "a routine", "done today", "nothing of the routines is open"
SORE_HIP = "walking, after pain in the hip check"
SIGN = "a sign that waits to be looked at"
RETEST, REST = "the hips are checked again", "a day of rest of the plan"


class Hero(QWidget):
    """A stage whose left half holds the words and buttons, and whose right half a picture."""

    instead_wanted = Signal()
    routines_requested = Signal()
    signs_requested = Signal()
    mild_told = Signal()
    way_chosen = Signal(str)

    def __init__(self, theme: Theme, pictures: Pictures, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._narrow = self._low = False
        self._warns = False
        self._octagon = IconView(theme, "octagon-alert", size=OCTAGON, tone="stop")
        self._due = Text(theme, role=TextRole.CAPTION, tone="accent_text", weight=600)
        self._name = Text(theme, role=TextRole.DISPLAY, heading=2)
        self._lead = Text(theme, role=TextRole.LEAD, tone="text2")
        self._minutes = Fact(theme, "clock", "")
        self._steps = Fact(theme, "list-checks", "")
        self._equipment = Fact(theme, "layers", "")
        self._note = Fact(theme, "info", "")
        self._more: QWidget | None = None  # which side gets more in a plan
        self.start = Button(
            theme, self.tr("Start routine"), kind=ButtonKind.PRIMARY, size=Size.HERO, icon="play"
        )
        self.see = Button(theme, self.tr("See the steps"), kind=ButtonKind.QUIET)
        self._others: list[Button] = []
        self._ways: dict[str, Button] = {}
        self._picture = Stage(theme, pictures, framed=False, margin=0)
        self._layout = QHBoxLayout(self)
        self._words = QVBoxLayout()
        self._more_row = QVBoxLayout()
        self._buttons = FlowLayout(gap=8)
        self._gaps = [QSpacerItem(0, high) for high in GAPS]

        self.setAccessibleName(self.tr("Your routine"))
        self._build()
        self._arrange()

        theme.changed.connect(self._arrange)

    def set_words(self, *, due: str, name: str, lead: str, minutes: str, steps: str, equipment: str) -> None:
        """Say which routine it is."""
        self._due.set_text(due)
        self._name.set_text(name)
        self._lead.set_text(lead)
        self._minutes.set_text(minutes)
        self._steps.set_text(steps)
        self._equipment.set_text(equipment)
        self._equipment.setVisible(bool(equipment))

    def set_note(self, note: str, *, is_next: bool = False) -> None:
        """Say what is left out and why, which nothing hides; or what comes next."""
        self._note.set_icon("calendar-days" if is_next else "info")
        self._note.set_text(note)
        self._note.setVisible(bool(note))

    def set_more(self, side: Side | None, words: str) -> None:
        """Say which side gets one set more, and why; None for sides alike."""
        more, self._more = self._more, None
        if more is not None:
            self._more_row.removeWidget(more)
            more.hide()
            more.deleteLater()
        if side is None:
            return
        self._more = QWidget()
        row = QHBoxLayout(self._more)
        row.setContentsMargins(0, 8, 0, 0)
        row.setSpacing(10)
        row.addWidget(SideTag(self._theme, side, min_width=46))
        row.addWidget(Text(self._theme, words, tone="text2"), 1)
        self._more_row.addWidget(self._more)

    def set_state(
        self, state: str, *, instead: str = "", ways: Sequence[tuple[str, str]] = (), start: str = ""
    ) -> None:
        """Offer what goes with `state` (`domain.today.Due`): to start, or what can be done instead.

        `instead` is what the button says that starts the usual routine; "" for none. `ways` are further buttons, each
        a key and its words; `start` is what the large one says where it does not start a routine.
        """
        starts = state == ROUTINE
        self._warn(warns=state == SIGN)
        self._picture.setVisible(state not in (SIGN, NOTHING))  # nothing that is left out is shown
        self.start.set_text(start or self.tr("Start routine"))
        self.start.setVisible(starts or bool(start))
        self.see.setVisible(starts and len(ways) <= 1)
        for fact in (self._minutes, self._steps):
            fact.setVisible(starts)
        self._equipment.setVisible(starts and bool(self._equipment.text()))
        for other in self._others:
            other.hide()
            self._buttons.removeWidget(other)
            other.deleteLater()
        if starts:
            self._others = self._make_instead(instead)
        else:
            self._others = [] if ways or start else self._make_others(state)
        self._others += self._make_ways(ways, beside=starts or bool(start))
        for other in self._others:
            self._buttons.addWidget(other)
        keep_keyboard_order([self, *self._others])

    def _warn(self, *, warns: bool) -> None:
        """A warning sign is all there is to say: its octagon and ground, and no picture of an exercise."""
        self._warns = warns
        self._octagon.setVisible(warns)
        self._lead.set_tone("text" if warns else "text2")
        self._due.set_tone("stop" if warns else "accent_text")
        self.update()

    def _make_instead(self, words: str) -> list[Button]:
        """The button that starts the usual routine in place of the one that is due."""
        if not words:
            return []
        usual = Button(self._theme, words, kind=ButtonKind.QUIET)
        usual.set_flush(True)
        usual.clicked.connect(self.instead_wanted)
        return [usual]

    def _make_ways(self, ways: Sequence[tuple[str, str]], *, beside: bool) -> list[Button]:
        """The first stands out where there is nothing else to start; those `beside` the large button are quiet."""
        self._ways = {}
        for key, words in ways:
            loud = not beside and not self._ways
            way = self._ways[key] = Button(
                self._theme,
                words,
                kind=ButtonKind.SECONDARY if loud else ButtonKind.QUIET,
                size=Size.LARGE if loud else Size.NORMAL,
            )
            way.clicked.connect(self._tell_way)
        return list(self._ways.values())

    def _tell_way(self) -> None:
        pressed = self.sender()
        self.way_chosen.emit(next(key for key, way in self._ways.items() if way is pressed))

    def _make_others(self, state: str) -> list[Button]:
        """The buttons of a day on which nothing is to be started here."""
        if state == DONE:
            routines = Button(
                self._theme, self.tr("All routines"), kind=ButtonKind.SECONDARY, size=Size.LARGE
            )
            routines.clicked.connect(self.routines_requested)
            return [routines]
        if state == NOTHING:
            why = Button(
                self._theme, self.tr("See what is left out"), kind=ButtonKind.SECONDARY, size=Size.LARGE
            )
            why.clicked.connect(self.see.click)
            return [why]
        signs = Button(self._theme, self.tr("Warning signs"), kind=ButtonKind.SECONDARY, size=Size.LARGE)
        signs.clicked.connect(self.signs_requested)
        if state == SIGN:
            seen = Button(self._theme, self.tr("I have been seen about it"), kind=ButtonKind.QUIET)
            seen.clicked.connect(self.start.click)  # where that is told stands in the way of what would start
            return [signs, seen]
        if state != SORE_HIP:
            return [signs]
        mild = Button(self._theme, self.tr("It was mild and in the muscle"), kind=ButtonKind.QUIET)
        mild.clicked.connect(self.mild_told)
        return [signs, mild]

    def first_focus(self) -> QWidget:
        """What starts, else the words that say why nothing does."""
        return self.start if self.start.isVisibleTo(self) and self.start.isEnabled() else self._name

    def show_picture(self, exercise_id: str, *, side: Side, alt: str) -> None:
        """An exercise of the routine, at its hold.

        The last frame of its loop is large enough here and decodes in a third of the time of the card's still,
        which is left to dense screens: this picture is part of the first paint.
        """
        if self.devicePixelRatioF() < DENSE and self._picture.show_loop(exercise_id, side=side, alt=alt):
            self._picture.set_effort(1.0)
        else:
            self._picture.show_still(exercise_id, "card", side=side, alt=alt)

    def set_narrow(self, narrow: bool) -> None:
        """Closer margins and smaller type."""
        if narrow is not self._narrow:
            self._narrow = narrow
            self._arrange()

    def set_low(self, low: bool) -> None:
        """Make room for a card above it."""
        if low is not self._low:
            self._low = low
            self._arrange()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The stage's ground, or that of a warning."""
        painter, ground = QPainter(self), QRectF(self.rect())
        if self._warns:
            paint_warning_ground(painter, self._theme, ground, radius=RADIUS)
        else:
            paint_stage_ground(painter, self._theme, ground, radius=RADIUS)

    def _build(self) -> None:
        facts = FlowLayout(gap=24, line_gap=4)
        for fact in (self._minutes, self._steps, self._equipment):
            facts.addWidget(fact)
        self._buttons.addWidget(self.start)
        self._buttons.addWidget(self.see)
        self._note.hide()
        self._words.setSpacing(0)
        self._words.addWidget(self._due)
        self._words.addItem(self._gaps[0])
        self._words.addWidget(self._name)
        self._words.addItem(self._gaps[1])
        self._words.addWidget(self._lead)
        self._words.addItem(self._gaps[2])
        self._words.addLayout(facts)
        self._words.addItem(self._gaps[3])
        self._words.addWidget(self._note)
        self._words.addLayout(self._more_row)
        self._words.addStretch(1)
        self._words.addItem(self._gaps[4])
        self._words.addLayout(self._buttons)
        self._layout.setSpacing(16)
        self._layout.addWidget(self._octagon, 0, Qt.AlignmentFlag.AlignTop)
        self._layout.addLayout(self._words, 11)
        self._layout.addWidget(self._picture, 10)

    def _arrange(self) -> None:
        narrow = self._narrow
        stacked = narrow and self._theme.scale >= STACKS_FROM
        side = 24 if narrow else 40
        low = self._low and not narrow
        around = 0 if narrow else 8 if low else 16  # the picture may come closer to the edge than the words
        above, below = (8, 12) if low else (24, 16 if narrow else 24)
        for gap, high in zip(self._gaps, LOW_GAPS if self._low else GAPS, strict=True):
            gap.changeSize(0, high)
        self._words.invalidate()  # a gap does not tell its layout
        self._layout.setContentsMargins(side, above, side - around, below)
        self._words.setContentsMargins(0, around, 0, around)
        self._layout.setDirection(
            QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight
        )
        self._layout.setStretch(0, 0 if stacked else 11)
        self._picture.setMinimumSize(200, 240 if stacked else 180)
        down = (
            QSizePolicy.Policy.Ignored if low else QSizePolicy.Policy.Expanding
        )  # low, it takes what is left
        self._picture.setSizePolicy(QSizePolicy.Policy.Expanding, down)
        self._name.set_role(TextRole.TITLE if narrow else TextRole.DISPLAY)
        self._lead.set_role(TextRole.BODY if narrow or self._low else TextRole.LEAD)
        for fact in (self._minutes, self._steps, self._equipment, self._note):
            fact.set_role(TextRole.CAPTION if narrow else TextRole.BODY)
        self.start.set_size(Size.LARGE if narrow or self._low else Size.HERO)
        self.setMaximumHeight(16_777_215 if stacked else round(HIGHEST * self._theme.scale))
        self.setMinimumHeight(0 if stacked else LOWEST_UNDER_A_CARD if self._low else LOWEST)
