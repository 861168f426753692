"""What a self-test found, a sentence for each check and side, with every number's error."""

from PySide6.QtCore import QCoreApplication

from supple.domain.checks.bands import LIFT_CAP_S
from supple.domain.checks.found import AT_LENGTH, best_hold, middle_of, tries_of
from supple.domain.checks.kinds import ORDER
from supple.domain.checks.retest import HOLDS
from supple.domain.findings import Finding
from supple.domain.measurement import Unit
from supple.domain.record import Check, SelfTestRecord
from supple.domain.side import Side
from supple.ui.words.finding_word import finding_word
from supple.ui.words.measured_words import angle_words, hold_words, of_a_side


def self_test_words(taken: SelfTestRecord) -> tuple[str, ...]:
    """ "Photo, left: 16° above level, give or take 5°." and so on, in the order of a sitting."""
    return tuple(
        of_a_side(check, side, _found(taken, check, side, finding))
        for check in ORDER
        for side in (Side.LEFT, Side.RIGHT)
        if (finding := taken.finding(check, side)) is not None
    )


def _found(taken: SelfTestRecord, check: Check, side: Side, finding: Finding) -> str:
    """A number where it tells something; else the word of the finding."""
    if finding in (Finding.PAIN, Finding.UNKNOWN):
        return finding_word(finding)
    if check in AT_LENGTH:
        angle = middle_of(tries_of(taken, check, side), Unit.DEGREES)
        return finding_word(finding) if angle is None else angle_words(angle)
    if check in HOLDS:
        hold = best_hold(taken, check, side)
        cap_s = LIFT_CAP_S if check is Check.HIP_HOLD else None
        return finding_word(finding) if hold is None else hold_words(hold, cap_s=cap_s)
    if check is Check.MARCH:
        steady = QCoreApplication.translate("Measured", "steady")
        return steady if finding is Finding.LEVEL else QCoreApplication.translate("Measured", "not steady")
    return finding_word(finding)
