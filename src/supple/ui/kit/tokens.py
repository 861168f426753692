"""The colours of the two themes, as the design gives them; a plain tuple, made in a tenth of a dataclass's time."""

from typing import NamedTuple


class Tokens(NamedTuple):
    """One theme; each colour as "#RRGGBB", `scrim` as "#AARRGGBB"."""

    bg: str
    rail: str
    surface: str
    raised: str
    sunken: str
    stage1: str
    stage2: str
    track: str
    line: str
    line_strong: str
    hover: str
    pressed: str
    text: str
    text2: str
    text3: str
    disabled: str
    accent: str
    accent_hover: str
    accent_pressed: str
    on_accent: str
    accent_soft: str
    accent_text: str
    left: str
    on_left: str
    left_text: str
    left_soft: str
    left_line: str
    right: str
    on_right: str
    right_text: str
    right_soft: str
    right_line: str
    success: str
    success_soft: str
    caution: str
    caution_soft: str
    stop: str
    stop_soft: str
    stop_fill: str
    on_stop: str
    muscle: str
    focus: str
    scrim: str


LIGHT = Tokens(
    bg="#F6F5F2",
    rail="#EFEDE8",
    surface="#FFFFFF",
    raised="#FFFFFF",
    sunken="#E9E7E1",
    stage1="#F3F6F6",
    stage2="#E2EAEB",
    track="#E3E1DA",
    line="#E0DDD6",
    line_strong="#858B8C",
    hover="#F1EFEA",
    pressed="#E6E3DC",
    text="#1A2226",
    text2="#48525A",
    text3="#5A6369",
    disabled="#9AA0A3",
    accent="#0B6670",
    accent_hover="#095861",
    accent_pressed="#074850",
    on_accent="#FFFFFF",
    accent_soft="#DBECED",
    accent_text="#0B5F68",
    left="#3F54CF",
    on_left="#FFFFFF",
    left_text="#3448C0",
    left_soft="#E8EBFB",
    left_line="#3F54CF",
    right="#F2B33D",
    on_right="#2B1D00",
    right_text="#7A5000",
    right_soft="#FCF0D8",
    right_line="#B27300",
    success="#1B6E43",
    success_soft="#DEF0E5",
    caution="#934508",
    caution_soft="#FBE7D8",
    stop="#A91B38",
    stop_soft="#FBE5E8",
    stop_fill="#B0203B",
    on_stop="#FFFFFF",
    muscle="#E8601C",
    focus="#0B6670",
    scrim="#7A141A1D",
)

DARK = Tokens(
    bg="#14181B",
    rail="#0F1315",
    surface="#1C2226",
    raised="#252C31",
    sunken="#0E1214",
    stage1="#262E33",
    stage2="#1B2226",
    track="#2B3338",
    line="#2D353A",
    line_strong="#768087",
    hover="#232A2F",
    pressed="#2C3439",
    text="#ECF0F1",
    text2="#B7C0C4",
    text3="#949FA5",
    disabled="#667076",
    accent="#62C4CA",
    accent_hover="#7AD1D6",
    accent_pressed="#4FB2B8",
    on_accent="#06272A",
    accent_soft="#16383C",
    accent_text="#7FD2D7",
    left="#5365E3",
    on_left="#FFFFFF",
    left_text="#AEB8FF",
    left_soft="#262C58",
    left_line="#94A2FF",
    right="#F2B33D",
    on_right="#2B1D00",
    right_text="#F4C265",
    right_soft="#3B2D10",
    right_line="#F2B33D",
    success="#7AD3A2",
    success_soft="#17372A",
    caution="#FFA788",
    caution_soft="#45261A",
    stop="#FF9BA8",
    stop_soft="#45171F",
    stop_fill="#C42E48",
    on_stop="#FFFFFF",
    muscle="#E8601C",
    focus="#62C4CA",
    scrim="#A3040607",
)

ON_PHOTO, PHOTO_CASING = "#FFFFFF", "#B810161A"
"""Marks on a photo and their casing, in both themes: at least 7:1 against each other, whatever lies under them."""
