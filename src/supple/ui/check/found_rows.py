"""The rows of one side: what each check found, in the same order and as many on both sides."""

from collections.abc import Collection

from PySide6.QtWidgets import QVBoxLayout, QWidget

from supple.domain.checks.bands import LIFT_CAP_S
from supple.domain.checks.decision_text import DecisionText
from supple.domain.checks.found import AT_LENGTH, best_hold, middle_of, tries_of
from supple.domain.checks.retest import HOLDS
from supple.domain.checks.sitting import Sitting
from supple.domain.findings import Finding
from supple.domain.measurement import Unit
from supple.domain.record import Check, SelfTestRecord
from supple.domain.self_test_text import SelfTestText
from supple.domain.side import Side
from supple.ui.check.found_row import FoundRow
from supple.ui.kit.theme import Theme
from supple.ui.plots.angle_scale import AngleScale
from supple.ui.plots.finding_scale import FindingScale
from supple.ui.plots.hold_bar import HoldBar
from supple.ui.words.finding_word import finding_word
from supple.ui.words.measured_words import angle_words, band_words, change_words, hold_words

ORDER = (*AT_LENGTH, Check.HEEL_TO_BUTTOCK, Check.HIP_HOLD, Check.BRIDGE_HOLD, Check.MARCH)
ALWAYS = (Check.HIP_HOLD,)
"""Shown on every page: what a reading rests on besides length."""
_PLACES = {Finding.BELOW: 0, Finding.LEVEL: 1, Finding.LIMITED: 2}


def rows_of(taken: SelfTestRecord | None) -> tuple[Check, ...]:
    """The rows that both sides show: what was done on either, and what is always there."""
    done = {each.check for each in taken.checks} if taken is not None else set()
    return tuple(check for check in ORDER if check in done or check in ALWAYS)


class FoundRows(QWidget):
    """A row for each check."""

    def __init__(
        self,
        theme: Theme,
        side: Side,
        text: SelfTestText,
        words: DecisionText,
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._side = side
        self.scale = FindingScale(theme, words=text.scale)
        self._angles = {check: AngleScale(theme, words=words.angle_scale) for check in AT_LENGTH[1:]}
        self._bar = HoldBar(theme, side)
        graphics: dict[Check, QWidget] = {
            Check.HIP_LENGTH_FLOOR: self.scale,
            Check.HIP_HOLD: self._bar,
            **self._angles,
        }
        self.rows = {check: FoundRow(theme, words.rows[check], graphics.get(check)) for check in ORDER}

        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for row in self.rows.values():
            layout.addWidget(row)

    @property
    def sentences(self) -> tuple[str, ...]:
        """Each row that is shown, as it is heard."""
        return tuple(row.sentence for row in self.rows.values() if not row.isHidden())

    def show_sitting(self, shown: Sitting, *, rows: Collection[Check]) -> None:
        """Show `rows` of this side; the others are hidden."""
        for check, row in self.rows.items():
            row.setVisible(check in rows)
            if check in rows:
                self._fill(check, row, shown)

    def set_stacked(self, stacked: bool) -> None:
        """Words over their values in a narrow window."""
        for row in self.rows.values():
            row.set_stacked(stacked)

    def _fill(self, check: Check, row: FoundRow, shown: Sitting) -> None:
        finding = shown.taken.finding(check, self._side) if shown.taken is not None else None
        if shown.taken is None or finding is None:
            row.show_missing()
            return
        change = self._change(check, shown)
        if finding in (Finding.PAIN, Finding.UNKNOWN):
            row.show_found(finding_word(finding), change=change, with_graphic=False)
        elif check is Check.HIP_LENGTH_FLOOR:
            self.scale.set_found(_PLACES[finding], side=self._side)
            row.show_found("", change=change)
        elif check in self._angles:
            self._fill_angle(check, row, shown.taken, change)
        elif check in HOLDS:
            self._fill_hold(check, row, shown.taken, change)
        elif check is Check.MARCH:
            steady = self.tr("Steady") if finding is Finding.LEVEL else self.tr("Not steady")
            row.show_found(steady, change=change)
        elif check is Check.HEEL_TO_BUTTOCK:
            free = finding is not Finding.LIMITED
            words = self.tr("Shin past upright") if free else self.tr("Shin not past upright")
            row.show_found(words, change=change)
        else:
            row.show_found(finding_word(finding), change=change)

    def _fill_angle(self, check: Check, row: FoundRow, taken: SelfTestRecord, change: str) -> None:
        angle = middle_of(tries_of(taken, check, self._side), Unit.DEGREES)
        if angle is None:
            row.show_found(finding_word(taken.finding(check, self._side)), with_graphic=False)
            return
        self._angles[check].set_found(angle, side=self._side, sentence=angle_words(angle))
        row.show_found(band_words(angle), angle_words(angle), change)

    def _fill_hold(self, check: Check, row: FoundRow, taken: SelfTestRecord, change: str) -> None:
        hold = best_hold(taken, check, self._side)
        if hold is None:
            row.show_missing()
            return
        lift = check is Check.HIP_HOLD
        tries = len(tries_of(taken, check, self._side))
        if lift:
            self._bar.set_part(hold.value / LIFT_CAP_S)
        words = hold_words(hold, cap_s=LIFT_CAP_S if lift else None)
        row.show_found(words, self.tr("best of two") if tries == 2 else "", change)

    def _change(self, check: Check, shown: Sitting) -> str:
        mine = (each for each in shown.changes if each.check is check and each.side is self._side)
        return next((change_words(each) for each in mine), "")
