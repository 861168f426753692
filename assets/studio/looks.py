"""The two figures: how each is built, and the colours of skin, hair and clothes."""

from collections.abc import Mapping
from dataclasses import dataclass

from .figure_data import Build
from .hair import Hair


@dataclass(frozen=True, slots=True)
class Look:
    """One figure; an exercise keeps to one of them."""

    build: Build
    colours: Mapping[str, str]
    hair: Hair


LOOKS = {
    "first": Look(
        Build(muscle=0.74, weight=0.47, age=0.16, shoulders_cm=1.2, neck_cm=1.2, smile=0.30),
        {
            "skin": "#CFA588", "blush": "#CC957C", "lips": "#BA8271", "hair": "#43332E", "hair_light": "#6B5145",
            "brow": "#4A3A34", "iris": "#5E4630", "eye_white": "#CFC6BC", "lid_shadow": "#8A7568", "lash": "#2E221F",
            "shorts": "#2F6F86", "band": "#265C70", "top": "#5BA3B2",
        },
        Hair(sides_m=0.004, crown_m=0.016, front_m=0.008, curls=False),
    ),
    # Older, heavier, darker skin and short grey hair; the clothes are plum and sage beside the teal of the first.
    "second": Look(
        Build(
            male=0.42, muscle=0.5, weight=1.3, age=0.42, races=(0.70, 0.15, 0.15), ideal_proportions=0.4,
            shoulders_cm=0.8, neck_cm=1.1, smile=0.42,
        ),
        {
            "skin": "#8A5A3F", "blush": "#85523C", "lips": "#7A483D", "hair": "#7D7976", "hair_light": "#B9B5B0",
            "brow": "#57504B", "iris": "#37241A", "eye_white": "#BDB2A6", "lid_shadow": "#5A4237", "lash": "#221713",
            "shorts": "#54506F", "band": "#454160", "top": "#9DB58E",
        },
        Hair(sides_m=0.004, crown_m=0.007, front_m=0.002, curls=True),
    ),
}  # fmt: skip
