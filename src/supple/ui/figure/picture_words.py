"""The words that stand in for a picture, as large and as many as its place can hold."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from supple.ui.kit.theme import TextRole, Theme

_FLAGS = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap


def paint_picture_words(painter: QPainter, theme: Theme, inner: QRectF, words: str) -> None:
    """Draw `words` in the middle of `inner`: smaller when they are too many, then cut at a word."""
    font = theme.font(TextRole.BODY)
    if not _fits(QFontMetricsF(font), inner, words):
        font = theme.font(TextRole.CAPTION)
    painter.setPen(theme.colour("text2"))
    painter.setFont(font)
    painter.drawText(inner, _FLAGS, _cut(QFontMetricsF(font), inner, words))


def _cut(metrics: QFontMetricsF, inner: QRectF, words: str) -> str:
    shown, left = words, words.split()
    while left and not _fits(metrics, inner, shown):
        left.pop()
        shown = " ".join(left).rstrip(",;:.") + "…"
    return shown


def _fits(metrics: QFontMetricsF, inner: QRectF, words: str) -> bool:
    needed = metrics.boundingRect(inner, _FLAGS, words)
    return needed.height() <= inner.height() and needed.width() <= inner.width()
