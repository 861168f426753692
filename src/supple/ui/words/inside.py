"""Words that begin with a capital by themselves, as they stand inside of a sentence."""

from PySide6.QtCore import QCoreApplication


def inside(words: str) -> str:
    """`words` with a small first letter, in a language that writes them so inside of a sentence."""
    written = QCoreApplication.translate(
        "Words",
        "small",
        "whether words like 'Chair' are written small inside of a sentence: 'small' or 'as it is'",
    )
    return words[:1].lower() + words[1:] if written == "small" else words
