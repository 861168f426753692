"""The edges of a picture: transparency from a pass of its own, and a mat that ends softly where the picture ends."""

import numpy as np
from PIL import Image
from scipy.ndimage import uniform_filter

from .rotation import Vector

ENDS = 0.035  # share of the width over which what is cut by the picture's edge fades
SURE = 0.78  # from here, of 1, a pixel's colour is that of what is solid
SPREAD_PX, VEIL_PX = 5, 11


def with_edges(picture: Image.Image, solid: Image.Image, veil: Image.Image | None = None) -> Image.Image:
    """The picture with the exact edges of what is solid; pixels that were hardly there take their neighbours' colour.

    `veil` is as light as what is neither solid nor nothing: a shadow on the floor, a wall that fades.
    """
    pixels = np.asarray(picture.convert("RGBA"), np.float64)
    colour, own = pixels[..., :3], pixels[..., 3:] / 255
    edge = np.asarray(solid, np.float64)[..., None] / 255
    sure = np.clip(np.minimum(edge, own) / SURE, 0, 1)
    front = colour * sure + _spread(colour, own * edge**2, SPREAD_PX) * (1 - sure)
    behind, beside = front, np.zeros_like(edge)
    if veil is not None:
        beside = np.asarray(veil.convert("L"), np.float64)[..., None] / 255
        behind = _spread(colour, own * (edge < 1 / 255), VEIL_PX)
    alpha = edge + (1 - edge) * beside
    mixed = (front * edge + behind * (1 - edge) * beside) / np.maximum(alpha, 1e-6)
    merged = np.dstack([np.clip(mixed, 0, 255), alpha * 255])
    return Image.fromarray(np.rint(merged).astype(np.uint8))


def _spread(colour: Vector, weight: Vector, over_px: int) -> Vector:
    """The mean colour round each pixel, by weight."""
    size = (over_px, over_px, 1)
    return np.asarray(uniform_filter(colour * weight, size) / np.maximum(uniform_filter(weight, size), 1e-6))


def ended(picture: Image.Image) -> Image.Image:
    """The picture, fading at its four edges; the figure stands farther in."""
    pixels = np.array(picture.convert("RGBA"))
    height, width = pixels.shape[:2]
    y, x = np.mgrid[0:height, 0:width]
    from_edge = np.minimum.reduce([x, width - 1 - x, y, height - 1 - y]) / (ENDS * width)
    pixels[..., 3] = np.rint(pixels[..., 3] * np.clip(from_edge, 0, 1)).astype(np.uint8)
    return Image.fromarray(pixels)
