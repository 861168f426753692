"""The top of the mat view: exercise, place in the routine, time left, and the bar of the whole session."""

from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from supple.ui.kit.icons import IconView
from supple.ui.kit.session_bar import SessionBar
from supple.ui.kit.text import Text
from supple.ui.kit.theme import Theme

HEADING_U = 24
LEAST_PX = 15
BAR_U = 8


class Notice(StrEnum):
    """What a notice is about."""

    KEPT = "kept"
    SAVING = "saving"
    SOUND = "sound"


class MatHeading(QWidget):
    """Two lines: words, and under them the session bar at the lower edge."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._u = 1.0
        self._notices = dict.fromkeys(Notice, "")
        self._name = Text(theme, wraps=False, heading=1, parent=self)
        self._place = Text(theme, tone="text2", wraps=False, parent=self)
        self._notice_icon = IconView(theme, "triangle-alert", size=20, tone="caution", parent=self)
        self._notice = Text(theme, tone="caution", wraps=False, parent=self)
        self._left = Text(theme, wraps=False, tabular=True, align=Qt.AlignmentFlag.AlignRight, parent=self)
        self._bar = SessionBar(theme, parent=self)

        self._show_notices()

    @property
    def name(self) -> str:
        """Which exercise this is."""
        return self._name.text()

    @property
    def notice(self) -> str:
        """What is told about saving or sound."""
        return self._notice.text()

    @property
    def time_left(self) -> str:
        """What is told about the time left, "1:51 left"."""
        return self._left.text()

    def set_unit(self, u: float) -> None:
        """Draw at scale `u`."""
        self._u = u
        px = max(HEADING_U * u, LEAST_PX * self._theme.scale)
        self._name.set_pixels(px, weight=600)
        self._place.set_pixels(px, weight=500)
        self._notice.set_pixels(px * 0.8, weight=600)
        self._left.set_pixels(px, weight=600)
        self._bar.set_unit(u)
        self._arrange()

    def set_shares(self, shares: list[float]) -> None:
        """The lengths of the exercises as parts of the whole."""
        self._bar.set_shares(shares)

    def set_place(self, name: str, place: str) -> None:
        """Which exercise this is, and "2 of 3"."""
        self._name.set_text(name)
        self._place.set_text(place)
        self._arrange()

    def set_time_left(self, words: str, *, done: float) -> None:
        """The time left and the part of the session that is done."""
        if words != self._left.text():
            self._left.set_text(words)
            self._bar.set_done(done)
            self._bar.set_sentence(words)
            self._arrange()

    def set_done(self, done: float, words: str) -> None:
        """The part that is done, and that in words, where no time is told."""
        self._bar.set_done(done)
        self._bar.set_sentence(words)

    def set_notice(self, about: Notice, words: str) -> None:
        """Tell something, or no more of it; that nothing is recorded stays, what is not saved comes before sound."""
        self._notices[about] = words
        self._show_notices()

    def _show_notices(self) -> None:
        told = self._notices
        shown = (told[Notice.KEPT], told[Notice.SAVING] or told[Notice.SOUND])
        words = " · ".join(notice for notice in shown if notice)
        self._notice.set_text(words)
        self._notice.setVisible(bool(words))
        self._notice_icon.setVisible(bool(words))
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the words again."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        bar_height = round(BAR_U * self._u)
        words_height = self.height() - bar_height
        gap = round(12 * self._u)
        self._bar.setGeometry(0, words_height, self.width(), bar_height)
        left_width = self._left.sizeHint().width()
        end = self.width() - left_width
        self._put(self._left, end, left_width, words_height)
        if self._notice.text():
            width = self._notice.sizeHint().width()
            icon = self._notice_icon.sizeHint().width()
            end -= width + 2 * gap
            self._put(self._notice, end, width, words_height)
            self._put(self._notice_icon, end - icon - gap // 2, icon, words_height)
            end -= icon + gap
        place_width = self._place.sizeHint().width()
        name_width = self._name.sizeHint().width()
        # A notice comes before the name, which the picture shows too.
        fits = name_width + place_width + gap <= end
        self._name.setVisible(fits)
        self._place.setVisible(fits or place_width <= end)
        self._put(self._name, 0, name_width, words_height)
        self._put(self._place, name_width + gap if fits else 0, place_width, words_height)

    def _put(self, widget: QWidget, x: int, width: int, words_height: int) -> None:
        """Centre `widget` on the words' line, which stands 12u above the bar."""
        height = widget.sizeHint().height()
        middle = words_height - round(30 * self._u)
        widget.setGeometry(x, round(middle - height / 2), width, height)
