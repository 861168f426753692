"""The library: all exercises as cards, searched as one types and filtered by a row of menus and chips."""

from collections import deque
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from supple.domain.catalogue import Catalogue
from supple.domain.exercise import Exercise
from supple.domain.offered import NO_LIMITS, Limits, allowance, in_order
from supple.domain.rest import Rest
from supple.ui.figure.pictures import Pictures
from supple.ui.kit.button import Button, ButtonKind
from supple.ui.kit.field import SearchField
from supple.ui.kit.flow_layout import ColumnsLayout
from supple.ui.kit.icons import Fact
from supple.ui.kit.keyboard_order import keep_keyboard_order
from supple.ui.kit.keys import Act, pressed
from supple.ui.kit.page import BETWEEN_STEPS_MS, GUTTER_NARROW, GUTTER_WIDE, Page
from supple.ui.kit.text import Text
from supple.ui.kit.theme import TextRole, Theme
from supple.ui.library.library_card import LibraryCard
from supple.ui.library.library_filter import LibraryFilter
from supple.ui.library.library_filters import LibraryFilters
from supple.ui.library.library_search import likeness
from supple.ui.words.rest_words import rest_words

CARD_LEAST = 300
FILTERS_GAP = 16
FIRST_CARDS = (
    8  # more than a window shows at first; the rest follow a few at a time, so that none holds the window
)
NEXT_CARDS = 4


class LibraryPage(Page):
    """Shows every exercise that has its pictures; those not offered stay, and say why."""

    exercise_opened = Signal(str)

    def __init__(
        self, theme: Theme, pictures: Pictures, catalogue: Catalogue, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, QCoreApplication.translate("Room", "Library"), parent=parent)
        self._catalogue = catalogue
        exercises = catalogue.shown_exercises
        self._pictures = pictures
        self._limits = NO_LIMITS
        self._waiting = deque(exercises)
        self._search = SearchField(theme, self.tr("Search %n exercise(s)", "", len(exercises)))
        self._filters = LibraryFilters(theme, exercises)
        self._card_group = QButtonGroup(self)
        self._rest = Fact(theme, "triangle-alert", "", tone="caution")
        self._cards: list[LibraryCard] = []
        self._card_timer = QTimer(self)
        self._card_timer.setInterval(BETWEEN_STEPS_MS)
        self._grid = ColumnsLayout(min_column=CARD_LEAST, max_columns=5)
        self._nothing = QWidget()
        self._near = QWidget()
        self._near_words = Text(theme, tone="text2")
        self._clear = Button(theme, self.tr("Clear"), kind=ButtonKind.QUIET)
        self._show_all = Button(theme, self.tr("Show all exercises"), kind=ButtonKind.PRIMARY)

        self.header.addWidget(self._search)
        self._card_group.setExclusive(False)
        self.body.addWidget(self._rest)
        self._rest.hide()
        found = QVBoxLayout()
        found.setSpacing(FILTERS_GAP)
        found.addWidget(self._filters)
        found.addWidget(self._near)
        found.addLayout(self._grid)
        self.body.addLayout(found)
        self._build_near()
        self._build_nothing()
        self.body.addStretch(1)
        self._add_cards(FIRST_CARDS)
        self._fit()

        self._search.textChanged.connect(self._sift)
        self._filters.changed.connect(self._sift)
        self._show_all.clicked.connect(self.show_all)
        self._clear.clicked.connect(self.show_all)
        self._card_group.buttonClicked.connect(self._open)
        self.narrowed.connect(self._fit)
        theme.changed.connect(self._fit)
        self._card_timer.timeout.connect(self._add_more_cards)

    def showEvent(self, event: QShowEvent) -> None:
        """Go on with the cards that are still to come."""
        super().showEvent(event)
        if self._waiting:
            self._card_timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody waits for the rest now."""
        super().hideEvent(event)
        self._card_timer.stop()

    @property
    def filters(self) -> LibraryFilters:
        """The row of menus and chips."""
        return self._filters

    @property
    def shown_ids(self) -> tuple[str, ...]:
        """The exercises that search and filters leave."""
        self._add_cards(len(self._waiting))
        return tuple(card.exercise.id for card in self._cards if not card.isHidden())

    def set_limits(self, limits: Limits) -> None:
        """Mark what wants care, and say why what is left out is not offered."""
        self._limits = limits
        self._rest.set_text(rest_words(limits.rest))
        self._rest.setVisible(limits.rest is not Rest.NONE)
        for card in self._cards:
            self._mark(card)
        self._sift()

    def _stand_in_order(self, order: Sequence[Exercise]) -> None:
        """Put the cards that there are, and those that wait, into this order."""
        made = {card.exercise.id: card for card in self._cards}
        last = max((at for at, exercise in enumerate(order) if exercise.id in made), default=-1)
        while self._grid.takeAt(0) is not None:
            pass
        self._cards = [made.get(e.id) or self._make_card(e) for e in order[: last + 1]]
        self._waiting = deque(order[last + 1 :])
        for card in self._cards:
            self._grid.addWidget(card)
        keep_keyboard_order(self._cards)

    def _mark(self, card: LibraryCard) -> None:
        card.show_standing(allowance(card.exercise, self._catalogue, self._limits))

    def _add_more_cards(self) -> None:
        self._add_cards(NEXT_CARDS)

    def _add_cards(self, number: int) -> None:
        """Make the next `number` cards, and stop when there are no more."""
        for _ in range(min(number, len(self._waiting))):
            card = self._make_card(self._waiting.popleft())
            self._grid.addWidget(card)
            self._cards.append(card)
        if not self._waiting:
            self._card_timer.stop()
        self._sift()

    def _make_card(self, exercise: Exercise) -> LibraryCard:
        card = LibraryCard(self._theme, self._pictures, exercise)
        self._mark(card)
        self._card_group.addButton(card)
        card.installEventFilter(self)
        return card

    def show_all(self) -> None:
        """Empty the search and choose no filter."""
        self._filters.clear()
        self._search.clear()
        self._search.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Bring the card the keyboard comes to into view."""
        if event.type() is QEvent.Type.FocusIn and isinstance(watched, LibraryCard):
            self.show_within(watched)
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+F goes to the search."""
        if pressed(event, (Act.SEARCH,)):
            self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
        super().keyPressEvent(event)

    def _build_near(self) -> None:
        row = QHBoxLayout(self._near)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(self._near_words, 1)
        row.addWidget(self._clear)
        self._near.hide()

    def _build_nothing(self) -> None:
        layout = QVBoxLayout(self._nothing)
        layout.setContentsMargins(0, 48, 0, 48)
        layout.setSpacing(8)
        centre = Qt.AlignmentFlag.AlignHCenter
        layout.addWidget(Text(self._theme, self.tr("Nothing found"), role=TextRole.TITLE, align=centre))
        layout.addWidget(
            Text(
                self._theme,
                self.tr("No exercise fits all of this. Take away a filter or a word."),
                tone="text2",
                align=centre,
            )
        )
        layout.addSpacing(8)
        layout.addWidget(self._show_all, 0, centre)
        self.body.addWidget(self._nothing)

    def _sift(self) -> None:
        """Show what fits, best first; where nothing does, what is near."""
        wanted = LibraryFilter(words=self._search.text(), criteria=self._filters.criteria)
        order = in_order(self._catalogue.shown_exercises, self._limits)
        fits = {e.id: likeness(wanted.words, e) for e in order if wanted.meets(e)}
        shown = {exercise_id for exercise_id, fit in fits.items() if fit}
        near = () if shown else wanted.near(order)
        if near:
            ranks = {exercise.id: len(near) - place for place, exercise in enumerate(near)}
        else:
            ranks = {exercise_id: round(2 * fits[exercise_id]) for exercise_id in shown}
        if wanted.words.strip():
            order = tuple(sorted(order, key=lambda exercise: -ranks.get(exercise.id, 0)))
        if [e.id for e in order] != [c.exercise.id for c in self._cards] + [e.id for e in self._waiting]:
            self._stand_in_order(order)
        for card in self._cards:
            card.setVisible(card.exercise.id in ranks)
        self._filters.show_found(wanted, len(shown))
        self._near_words.set_text(self._words_of_near(wanted) if near else "")
        self._near.setVisible(bool(near))
        self._nothing.setVisible(not shown and not near)

    def _words_of_near(self, wanted: LibraryFilter) -> str:
        if wanted.criteria:
            return self.tr("Nothing fits “{words}” and what is chosen. This comes near:").format(
                words=wanted.words.strip()
            )
        return self.tr("Nothing fits all of “{words}”. This comes near:").format(words=wanted.words.strip())

    def _open(self, card: QAbstractButton) -> None:
        if isinstance(card, LibraryCard):
            self.exercise_opened.emit(card.exercise.id)

    def _fit(self) -> None:
        """Follow the width and the text size."""
        self._grid.set_gap(GUTTER_NARROW if self.narrow else GUTTER_WIDE)
        self._grid.set_min_column(self._theme.px(CARD_LEAST))
