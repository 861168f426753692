"""A finding in two or three words, one vocabulary for Today, the plot and the last page of the check."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from datetime import date

    from supple.domain.checks.latest import FoundBeside, LatestFound
    from supple.domain.findings import Finding


def finding_word(finding: "Finding | None") -> str:
    """The finding in two or three words, as the self-test's last page says it."""
    from supple.domain.findings import Finding

    words = {
        Finding.BELOW: QCoreApplication.translate("Finding", "Rests down"),
        Finding.LEVEL: QCoreApplication.translate("Finding", "About level"),
        Finding.LIMITED: QCoreApplication.translate("Finding", "May be limited"),
        Finding.UNKNOWN: QCoreApplication.translate("Finding", "Cannot tell"),
        Finding.PAIN: QCoreApplication.translate("Finding", "Pain noted"),
    }
    return words[finding] if finding is not None else QCoreApplication.translate("Finding", "Not checked")


def latest_words(found: "LatestFound | None", *, shown_on: "date | None") -> tuple[str, str]:
    """What is known of a side: in a few words, and under them what else; days only where not of `shown_on`."""
    if found is None:
        return finding_word(None), ""
    of_day = _of_day("", found.on, shown_on)
    if found.beside is None:
        return finding_word(found.length), of_day
    beside = beside_words(found.beside)
    if found.length is None:
        return beside, of_day
    beside = _of_day(beside, found.beside.on, found.length_on)
    return finding_word(found.length), "\n".join(words for words in (of_day, beside) if words)


def beside_words(found: "FoundBeside") -> str:
    """What was found beside length: "Lift hold: 18 s"."""
    from supple.domain.findings import Finding
    from supple.domain.record import Check
    from supple.ui.words.measured_words import hold_words

    translate = QCoreApplication.translate
    words = {
        Check.HIP_HOLD: translate("Finding", "Lift hold: {found}"),
        Check.BRIDGE_HOLD: translate("Finding", "Bridge hold: {found}"),
        Check.MARCH: translate("Finding", "Slow march: {found}"),
        Check.HEEL_TO_BUTTOCK: translate("Finding", "Heel to buttock: {found}"),
    }[found.check]
    told = finding_word(found.finding)
    if found.finding not in (Finding.PAIN, Finding.UNKNOWN):
        if found.hold is not None:
            told = hold_words(found.hold)
        elif found.check is Check.MARCH:
            steady = found.finding is Finding.LEVEL
            told = translate("Finding", "steady") if steady else translate("Finding", "not steady")
    return words.replace("{found}", told)


def _of_day(words: str, day: "date | None", shown_on: "date | None") -> str:
    """`words` with their day, where that is another one than `shown_on`."""
    from supple.ui.words.day_words import day_and_month

    if day is None or day == shown_on:
        return words
    if not words:
        return day_and_month(day)
    return (
        QCoreApplication.translate("Finding", "{found}, {day}")
        .replace("{found}", words)
        .replace("{day}", day_and_month(day))
    )
