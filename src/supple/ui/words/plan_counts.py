"""How what is counted in a plan is said, for what is no widget."""

from PySide6.QtCore import QCoreApplication


class PlanCounts:
    """The context of these sentences: the tool for translators sees a number in `tr`, but not in `translate`."""

    @staticmethod
    def tr(words: str, comment: str, number: int) -> str:
        """`words` in the form that goes with `number`."""
        return QCoreApplication.translate("PlanCounts", words, comment, number)
