"""The two figures: how each is built, and the colours of skin, hair and clothes."""

from collections.abc import Mapping
from dataclasses import dataclass

from .figure_data import Build


@dataclass(frozen=True, slots=True)
class Look:
    """One figure; an exercise keeps to one of them."""

    build: Build
    colours: Mapping[str, str]


LOOKS = {
    "first": Look(
        Build(),
        {
            "skin": "#CFA588", "lips": "#BE8B78", "hair": "#4A3B38", "hair_light": "#6A554C", "brow": "#4A3B38",
            "iris": "#6B4A32", "eye_white": "#EFEAE2", "lash": "#3A2C28",
            "shorts": "#2F6F86", "top": "#5BA3B2",
        },
    ),
    # Older, heavier, darker skin and short grey hair; the clothes are plum and sage beside the teal of the first.
    "second": Look(
        Build(male=0.42, muscle=0.5, weight=1.3, age=0.5, races=(0.70, 0.15, 0.15), ideal_proportions=0.4),
        {
            "skin": "#8A5A3F", "lips": "#7A4A3D", "hair": "#85817E", "hair_light": "#B5B1AC", "brow": "#5A4F49",
            "iris": "#3F2A1E", "eye_white": "#EAE3D8", "lash": "#2A1D18",
            "shorts": "#54506F", "top": "#9DB58E",
        },
    ),
}  # fmt: skip
