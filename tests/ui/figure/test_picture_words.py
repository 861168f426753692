"""The words in the place of a picture are never cut through the middle of a line."""

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from supple.ui.figure.picture_words import paint_picture_words
from supple.ui.kit.theme import Theme

ALT = "Lying on the back, a loop band around both feet, hips and knees bent square, the low back at rest."


@pytest.mark.parametrize("text_percent", [100, 200])
@pytest.mark.parametrize(("width", "height"), [(116, 76), (188, 126), (400, 300)])
def test_the_words_stay_inside_their_place(theme: Theme, width: int, height: int, text_percent: int) -> None:
    theme.set_text_percent(text_percent)
    image = QImage(width + 40, height + 40, QImage.Format.Format_ARGB32)
    image.fill(QColor("transparent"))
    painter = QPainter(image)
    paint_picture_words(painter, theme, QRectF(20, 20, width, height), ALT)
    painter.end()
    inked = [
        (x, y) for x in range(image.width()) for y in range(image.height()) if image.pixelColor(x, y).alpha()
    ]
    assert inked
    assert all(19 <= x <= width + 20 and 19 <= y <= height + 20 for x, y in inked)
