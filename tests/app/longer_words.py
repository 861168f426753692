"""Words as a language with long ones has them: each 40 % longer, with what is filled in left as it is."""

import re

from PySide6.QtCore import QObject, QTranslator

LONGER = 0.4
VOWELS = "aeiouyAEIOUY"


class LongerWords(QTranslator):
    """Lengthens every word of the program by doubling vowels; content is lengthened nowhere."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._known: dict[str, str] = {}

    def isEmpty(self) -> bool:
        """It always has words; Qt asks."""
        return False

    def translate(self, context: str, text: str, disambiguation: str | None = None, n: int = -1) -> str:
        """The longer words."""
        if text not in self._known:
            self._known[text] = longer(text)
        return self._known[text].replace("%n", str(n)) if n >= 0 else self._known[text]


def longer(text: str) -> str:
    """`text` with each of its words about 40 % longer; placeholders and keys stay."""
    parts = re.split(r"(\{[^}]*\}|%n|%\d|\*\*|<[^>]*>)", text)
    return "".join(_stretched(part) if not number % 2 else part for number, part in enumerate(parts))


def _stretched(words: str) -> str:
    return re.sub(r"[^\W\d_]+", _stretch, words)


def _stretch(match: re.Match[str]) -> str:
    word = match.group()
    more = round(len(word) * LONGER)
    vowels = [i for i, letter in enumerate(word) if letter in VOWELS] or [len(word) - 1]
    at = vowels[len(vowels) // 2]
    return word[: at + 1] + word[at].lower() * more + word[at + 1 :]
