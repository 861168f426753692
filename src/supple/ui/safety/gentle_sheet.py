"""With pain just above amber: the stop rules first, and then only gently, with half the dose and easier versions."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from supple.domain.pain import AMBER_TO, GENTLE_TO
from supple.domain.routine import Pace, Routine, compile_timeline
from supple.domain.safety_text import SafetyContent
from supple.ui.kit.banner import Tone
from supple.ui.kit.button import ButtonKind
from supple.ui.kit.sheet import Sheet
from supple.ui.kit.theme import Theme
from supple.ui.safety.warning_signs import StopRulesCard

LARGE_TEXT = 1.3
RULE = 200  # three beside each other also in a small window


class GentleSheet(Sheet):
    """`routine` is what would be done gently; Esc and "Not now" begin nothing."""

    begun = Signal()
    signs_wanted = Signal()
    left = Signal()

    def __init__(
        self,
        theme: Theme,
        content: SafetyContent,
        routine: Routine,
        *,
        pace: Pace,
        parent: QWidget | None = None,
    ) -> None:
        timeline = compile_timeline(routine, pace)
        super().__init__(theme, title="", tone=Tone.CAUTION, width=1000, parent=parent)
        words = self.tr(
            "Half the dose, and easier versions where there are some: {minutes} min. With {gentle} of 10 you may "
            "try this; if the pain stays above {stop} once you move, stop."
        )
        words = words.replace("{minutes}", str(timeline.minutes))
        words = words.replace("{gentle}", str(GENTLE_TO)).replace("{stop}", str(AMBER_TO))
        self.set_title(self.tr("Only gently today"), words)
        if theme.scale >= LARGE_TEXT:  # one under the other: what matters most is never under the fold
            content = replace(content, stop_rules=content.stop_rules[::-1])
        self.rules = StopRulesCard(theme, content, least=RULE)
        self.signs = self.add_button(self.tr("Warning signs"), kind=ButtonKind.QUIET, leading=True)
        self.not_now = self.add_button(self.tr("Not now"))
        self.begin = self.add_button(self.tr("Begin gently"), kind=ButtonKind.PRIMARY)

        self.body.addWidget(self.rules)
        self.body.addStretch(1)
        self.set_first_focus(self.not_now)

        self.signs.clicked.connect(self.signs_wanted)
        self.not_now.clicked.connect(self._leave)
        self.begin.clicked.connect(self._begin)
        self.dismissed.connect(self.left)

    def _leave(self) -> None:
        self.close_sheet()
        self.left.emit()

    def _begin(self) -> None:
        self.close_sheet()
        self.begun.emit()
