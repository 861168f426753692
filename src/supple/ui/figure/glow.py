"""How much of a picture glows: the named muscle is painted in a burnt orange that nothing else in a picture has."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage

_PROBE = QSize(160, 120)
_LEAST_RED, _LEAST_ALPHA = 140, 128
_RED_OVER_GREEN, _GREEN_OVER_BLUE = 65, 10  # the muscle is #E8601C; skin has half of that distance


def glow_share(image: QImage) -> float:
    """The part of `image` that glows, from 0.0 to 1.0, found on a probe of 160 by 120 pixels."""
    probe = image.scaled(
        _PROBE, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    )
    plain = probe.convertToFormat(QImage.Format.Format_RGBA8888)
    pixels: bytes = bytes(plain.constBits())  # the bits are the image's own: it has to outlive them
    glowing: int = sum(
        red >= _LEAST_RED
        and alpha >= _LEAST_ALPHA
        and red - green >= _RED_OVER_GREEN
        and green - blue >= _GREEN_OVER_BLUE
        for red, green, blue, alpha in zip(*(pixels[n::4] for n in range(4)), strict=True)
    )
    return glowing / (_PROBE.width() * _PROBE.height())
