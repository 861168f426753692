"""The row of filters over the library: menu chips, the three qualities, and how many exercises are left."""

from collections.abc import Collection

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from supple.domain.exercise import Exercise
from supple.domain.library_criteria import MENUS, Criterion, MenuCriterion, Quality, has
from supple.ui.kit.chip import HEIGHT, Chip
from supple.ui.kit.flow_layout import FlowLayout
from supple.ui.kit.menu_chip import MenuChip, Option
from supple.ui.kit.reader import announce
from supple.ui.kit.text import Text
from supple.ui.kit.theme import TextRole, Theme
from supple.ui.library.library_filter import LibraryFilter, choices, counts
from supple.ui.words.exercise_words import chosen_word, criterion_word, menu_word


class LibraryFilters(QWidget):
    """`changed` tells that other exercises are wished; `count` is what stands at the right."""

    changed = Signal()

    def __init__(
        self, theme: Theme, exercises: Collection[Exercise], *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._exercises = tuple(exercises)
        self._wanted = LibraryFilter()
        self._menus: dict[type[MenuCriterion], MenuChip] = {}
        self._chips: dict[Quality, Chip] = {}
        self._count = Text(theme, role=TextRole.CAPTION, tone="text2", wraps=False)

        flow = FlowLayout(gap=8, line_gap=8)
        for menu in MENUS:
            offered = [
                Option(c.name, criterion_word(c), chosen_word(c)) for c in choices(menu, self._exercises)
            ]
            self._menus[menu] = MenuChip(theme, menu_word(menu), offered)
            flow.addWidget(self._menus[menu])
        flow.addWidget(_divider())
        for quality in Quality:
            self._chips[quality] = Chip(theme, criterion_word(quality))
            self._chips[quality].setEnabled(any(has(e, quality) for e in self._exercises))
            flow.addWidget(self._chips[quality])
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addLayout(flow, 1)
        row.addWidget(self._count, 0, Qt.AlignmentFlag.AlignTop)
        self._fit()

        for opener in self._menus.values():
            opener.changed.connect(self._tell)
            opener.opened.connect(self._count_choices)
        for quality_chip in self._chips.values():
            quality_chip.toggled.connect(self._tell)
        theme.changed.connect(self._fit)

    @property
    def criteria(self) -> frozenset[Criterion]:
        """What is chosen in the menus, and the chips that are on."""
        chosen: set[Criterion] = {quality for quality, chip in self._chips.items() if chip.isChecked()}
        for menu, opener in self._menus.items():
            chosen.update(choice for choice in menu if choice.name in opener.chosen)
        return frozenset(chosen)

    def menu(self, menu: type[MenuCriterion]) -> MenuChip:
        """The chip of a menu."""
        return self._menus[menu]

    def clear(self) -> None:
        """Choose nothing."""
        for opener in self._menus.values():
            opener.clear()
        for chip in self._chips.values():
            chip.setChecked(False)

    def show_found(self, wanted: LibraryFilter, shown: int) -> None:
        """Say how many `wanted` leaves."""
        self._wanted = wanted
        words = self.tr("{number} of {all}").format(number=shown, all=len(self._exercises))
        if self._count.text() and words != self._count.text():
            announce(
                self._count,
                self.tr("{number} of %n exercise(s) shown", "", len(self._exercises)).format(number=shown),
            )
        self._count.set_text(words)
        self._count_choices()

    def _tell(self) -> None:
        self.changed.emit()

    def _count_choices(self) -> None:
        """The numbers in the menu that is open."""
        shown = sum(map(self._wanted.shows, self._exercises))
        for menu, chip in self._menus.items():
            if chip.is_open or chip is self.sender():
                found = counts(menu, self._exercises, self._wanted)
                numbers = {choice.name: number for choice, number in found.items()}
                chip.show_numbers(numbers, shown=self.tr("%n shown", "", shown))

    def _fit(self) -> None:
        self._count.setMinimumHeight(self._theme.px(HEIGHT))


def _divider() -> QFrame:
    """A short upright line between menus and chips."""
    line = QFrame()
    line.setProperty("role", "line")
    line.setFixedSize(1, 20)
    return line
