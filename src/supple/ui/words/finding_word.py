"""A finding in two or three words, one vocabulary for Today, the plot and the last page of the check."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
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
