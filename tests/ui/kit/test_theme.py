"""The theme: tokens, contrast, text size, and the sheet made from them."""

import re

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from supple.ui.kit.theme import DARK, LIGHT, Scheme, TextRole, Theme, Tokens

WORDS = ("text", "text2", "text3")
GROUNDS = ("bg", "rail", "surface", "raised", "sunken", "stage1", "stage2", "hover", "pressed", "track")


def contrast(one: str, other: str) -> float:
    """The ratio of WCAG 2."""

    def luminance(colour: str) -> float:
        parts = (QColor(colour).redF(), QColor(colour).greenF(), QColor(colour).blueF())
        red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_words_can_be_read_on_every_ground(tokens: Tokens) -> None:
    for word in WORDS:
        for ground in GROUNDS:
            assert contrast(getattr(tokens, word), getattr(tokens, ground)) >= 4.5, (word, ground)


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_both_tags_carry_readable_words(tokens: Tokens) -> None:
    assert contrast(tokens.on_left, tokens.left) >= 4.5
    assert contrast(tokens.on_right, tokens.right) >= 4.5


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_edges_of_controls_and_the_focus_ring_are_seen(tokens: Tokens) -> None:
    for mark in (tokens.line_strong, tokens.focus):
        for ground in (tokens.bg, tokens.surface):
            assert contrast(mark, ground) >= 3


def test_type_grows_with_the_text_size(theme: Theme) -> None:
    small = theme.font(TextRole.BODY).pixelSize()
    theme.set_text_percent(200)
    assert theme.font(TextRole.BODY).pixelSize() == 2 * small
    assert theme.line_height(TextRole.BODY) == 44


def test_the_text_size_stays_between_100_and_200(theme: Theme) -> None:
    theme.set_text_percent(500)
    assert theme.text_percent == 200
    theme.set_text_percent(10)
    assert theme.text_percent == 100


def test_the_sheet_has_no_unfilled_place(theme: Theme, qapp: QApplication) -> None:
    sheet = re.sub(r"/\*.*?\*/", "", qapp.styleSheet(), flags=re.DOTALL)
    assert sheet.strip()
    assert "@" not in sheet
    assert not re.search(r"\b(px|box)\(", sheet)


def test_changing_the_scheme_changes_the_colours_and_says_so(theme: Theme) -> None:
    told: list[str] = []

    def note() -> None:
        told.append(theme.tokens.bg)

    theme.changed.connect(note)
    theme.set_scheme(Scheme.DARK)
    assert theme.is_dark
    assert told == [DARK.bg]


def test_reduced_motion_takes_no_time(theme: Theme) -> None:
    theme.set_reduced_motion(True)
    assert theme.ms(180) == 0
    theme.set_reduced_motion(False)
    assert theme.ms(180) == 180


def test_a_colour_can_be_thinned_without_thinning_it_for_others(theme: Theme) -> None:
    theme.colour("accent").setAlpha(4)
    assert theme.colour("accent").alpha() == 255


def test_whoever_changes_the_font_they_got_changes_it_for_nobody_else(theme: Theme) -> None:
    for role in TextRole:
        theme.font(role, weight=600).setUnderline(True)
        theme.font(role, weight=600).setPixelSize(7)
        assert not theme.font(role, weight=600).underline(), role
        assert theme.font(role, weight=600).pixelSize() > 7, role
