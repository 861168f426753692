"""Where on a picture the lit area is, as the app's ring is told."""

from pathlib import Path

import numpy as np
import pytest
from assets.studio.whereabouts import box_round, lit_areas
from PIL import Image, ImageDraw

MUSCLE, SKIN = (232, 96, 28), (206, 160, 138)


def picture(folder: Path, *areas: tuple[int, int, int, int]) -> Path:
    """A body of skin with so many lit ellipses on it, at four times the size of the probe."""
    image = Image.new("RGBA", (960, 720))
    draw = ImageDraw.Draw(image)
    draw.rectangle((100, 100, 860, 620), fill=SKIN)
    for area in areas:
        draw.ellipse(area, fill=MUSCLE)
    path = folder / "card.png"
    image.save(path)
    return path


def test_a_lit_area_is_found_where_it_is_and_as_large_as_it_is(tmp_path: Path) -> None:
    ((x, y, radius),) = lit_areas(picture(tmp_path, (400, 300, 480, 380)))
    assert (x, y) == pytest.approx((440 / 960, 340 / 720), abs=0.005)
    assert radius == pytest.approx(40 / 960, rel=0.15)


def test_two_sides_are_two_areas_and_the_larger_comes_first(tmp_path: Path) -> None:
    small, large = lit_areas(picture(tmp_path, (200, 300, 260, 360), (600, 300, 700, 400)))[::-1]
    assert small[0] < 0.3 < 0.6 < large[0]


def test_a_speck_is_no_area(tmp_path: Path) -> None:
    assert lit_areas(picture(tmp_path, (400, 300, 406, 306))) == []


def test_a_box_is_held_to_the_picture() -> None:
    assert box_round(np.array([[-0.2, 0.4], [0.5, 1.3]])) == [0.0, 0.4, 0.5, 0.6]
