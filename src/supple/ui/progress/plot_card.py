"""The two cards with plots: a title, the legend, the plot."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from supple.domain.overview import Overview
from supple.ui.kit.card import Card
from supple.ui.kit.flow_layout import FlowLayout
from supple.ui.kit.reader import Told, tell
from supple.ui.kit.text import Text
from supple.ui.kit.theme import TextRole, Theme
from supple.ui.plots.finding_plot import FindingPlot
from supple.ui.plots.pain_plot import MARK, PainPlot, bar_colour
from supple.ui.words.day_words import date_of_any_year
from supple.ui.words.measured_words import changes_words

SIGN = 12


class PainCard(Card):
    """Pain and minutes, with what each mark means."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self.plot = PainPlot(theme)
        signs = FlowLayout(gap=16, line_gap=4)
        for kind, word in (
            ("before", self.tr("before")),
            ("after", self.tr("after")),
            ("minutes", self.tr("min")),
        ):
            signs.addWidget(_Sign(theme, kind, word))
        title = self.tr("Pain and minutes")

        self.setAccessibleName(title)
        head = QHBoxLayout()
        head.addWidget(Text(theme, title, weight=600), 1)
        head.addLayout(signs)
        self.body.setSpacing(12)
        self.body.addLayout(head)
        self.body.addWidget(self.plot, 1)


class FindingCardPlot(Card):
    """The findings, with a word on what they are worth."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self.plot = FindingPlot(theme)
        self._changes = Text(theme, role=TextRole.CAPTION, tone="text2")
        self._rules = Text(theme, role=TextRole.CAPTION, tone="text2")
        title = self.tr("Findings, left and right")

        self.setAccessibleName(title)
        self._changes.hide()
        self._rules.hide()
        head = QHBoxLayout()
        head.addWidget(Text(theme, title, weight=600), 1)
        note = Text(theme, self.tr("A rough home check"), role=TextRole.CAPTION, tone="text2", wraps=False)
        head.addWidget(note, 0, Qt.AlignmentFlag.AlignVCenter)
        self.body.setSpacing(12)
        self.body.addLayout(head)
        self.body.addWidget(self.plot, 1)
        self.body.addWidget(self._changes)
        self.body.addWidget(self._rules)

    def show_overview(self, seen: Overview) -> None:
        """Show the findings, what changed since the last time, and where not all were read by the same rules."""
        self.plot.show_overview(seen)
        self._changes.set_text(changes_words(seen.changes))
        self._changes.setVisible(bool(seen.changes))
        changed = seen.rules_changed_on
        if changed is not None:
            words = self.tr(
                "Since {day} the check asks its middle answer in other words: compare across that day with care."
            )
            self._rules.set_text(words.replace("{day}", date_of_any_year(changed, today=seen.today)))
        self._rules.setVisible(changed is not None)


class _Sign(QWidget):
    """A mark of the plot and its word."""

    def __init__(self, theme: Theme, kind: str, word: str) -> None:
        super().__init__()
        self._mark = _Mark(theme, kind)

        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self._mark)
        layout.addWidget(Text(theme, word, role=TextRole.CAPTION, tone="text2", wraps=False))


class _Mark(QWidget):
    """A ring, a dot or a bar."""

    def __init__(self, theme: Theme, kind: str) -> None:
        super().__init__()
        self._theme = theme
        self._kind = kind
        tell(self, Told.DECORATION)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """A small square."""
        return QSize(SIGN, SIGN)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """As the plot paints it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        centre = QPointF(self.width() / 2, self.height() / 2)
        painter.setPen(Qt.PenStyle.NoPen)
        match self._kind:
            case "before":
                painter.setPen(QPen(self._theme.colour("text2"), 2))
                painter.drawEllipse(centre, MARK, MARK)
            case "after":
                painter.setBrush(self._theme.colour("accent"))
                painter.drawEllipse(centre, MARK + 1, MARK + 1)
            case _:
                painter.setBrush(bar_colour(self._theme))
                painter.drawRoundedRect(QRectF(centre.x() - 4, 0, 8, self.height()), 2, 2)
