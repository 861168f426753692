"""The theme: tokens, text scale, fonts and the one style sheet, followed by every widget."""

import re
import sys
from enum import StrEnum

from PySide6.QtCore import QFile, QIODevice, QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from supple.ui.kit.tokens import DARK, LIGHT, Tokens

__all__ = ["DARK", "LIGHT", "Scheme", "TextRole", "Theme", "Tokens", "load_fonts", "set_property"]

STYLE_SHEET = ":/style/supple.qss"
FONT_FAMILY = "Inter"
LARGE_TEXT = 1.5  # from this scale on what stands side by side stands one under the other
FONT_FILES = ("Regular", "Medium", "SemiBold", "Bold")


class Scheme(StrEnum):
    """Which of the two themes a person wants."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class TextRole(StrEnum):
    """The five sizes of type in the interface."""

    CAPTION = "caption"
    BODY = "body"
    LEAD = "lead"
    TITLE = "title"
    DISPLAY = "display"


# pixels, line height, weight, tracking in em; 700 stands in for the drawn 650
_TYPE = {
    TextRole.CAPTION: (13, 18, 400, 0.0),
    TextRole.BODY: (15, 22, 400, 0.0),
    TextRole.LEAD: (18, 26, 400, -0.008),
    TextRole.TITLE: (24, 32, 700, -0.015),
    TextRole.DISPLAY: (34, 44, 700, -0.02),
}


def load_fonts() -> None:
    """Register the bundled fonts; without them Qt falls back to the system's."""
    for name in FONT_FILES:
        path = f":/fonts/{FONT_FAMILY}-{name}.ttf"
        if QFile.exists(path):
            QFontDatabase.addApplicationFont(path)


def set_property(widget: QWidget, name: str, value: str) -> None:
    """Set a dynamic property and let the style sheet look at `widget` again."""
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()


class Theme(QObject):
    """What all widgets look like; `changed` is emitted after the style sheet has been exchanged."""

    changed = Signal()

    def __init__(
        self,
        application: QApplication,
        *,
        scheme: Scheme = Scheme.SYSTEM,
        text_percent: int = 100,
        reduced_motion: bool = False,
    ) -> None:
        super().__init__(application)
        self._application = application
        self._scheme = scheme
        self._text_percent = _clamped(text_percent)
        self._reduced_motion = reduced_motion
        self._points_out = True
        self._template = _read(STYLE_SHEET)
        self._colours: dict[str, QColor] = {}
        self._fonts: dict[tuple[TextRole, int | None, bool], QFont] = {}
        self._tokens = LIGHT

        load_fonts()
        if sys.platform in ("win32", "darwin"):  # elsewhere Fusion is Qt's own choice; asking costs 5 ms
            application.setStyle("Fusion")
        self._follow_scheme()
        self._apply()

        application.styleHints().colorSchemeChanged.connect(self._follow_system)

    @property
    def tokens(self) -> Tokens:
        """The colours in force."""
        return self._tokens

    @property
    def is_dark(self) -> bool:
        """Whether the dark theme is in force."""
        return self._tokens is DARK

    @property
    def scheme(self) -> Scheme:
        """What the person chose."""
        return self._scheme

    @property
    def scale(self) -> float:
        """Text size from 1.0 to 2.0."""
        return self._text_percent / 100

    @property
    def text_percent(self) -> int:
        """Text size from 100 to 200."""
        return self._text_percent

    @property
    def reduced_motion(self) -> bool:
        """Whether pictures stand still and nothing slides or flashes."""
        return self._reduced_motion

    @property
    def points_out(self) -> bool:
        """Whether pictures carry arrows and rings."""
        return self._points_out

    def set_scheme(self, scheme: Scheme) -> None:
        """Change the theme now."""
        if scheme is not self._scheme:
            self._scheme = scheme
            self._renew()

    def set_text_percent(self, percent: int) -> None:
        """Change the text size, held between 100 and 200."""
        if _clamped(percent) != self._text_percent:
            self._text_percent = _clamped(percent)
            self._fonts.clear()
            self._set_fonts()
            self.changed.emit()

    def set_reduced_motion(self, on: bool) -> None:
        """Let motion be or still it."""
        if on != self._reduced_motion:
            self._reduced_motion = on
            self.changed.emit()

    def set_points_out(self, on: bool) -> None:
        """Draw arrows and rings over pictures, or leave them out."""
        if on != self._points_out:
            self._points_out = on
            self.changed.emit()

    def colour(self, name: str) -> QColor:
        """The colour of the token `name`."""
        if name not in self._colours:
            self._colours[name] = QColor(getattr(self._tokens, name))
        return QColor(self._colours[name])  # a copy: whoever asks may change its alpha

    def px(self, value: float) -> int:
        """A size in pixels at the person's text size."""
        return round(value * self.scale)

    def icon_px(self, value: int) -> int:
        """An icon's size beside words; it grows half as fast as they do."""
        return round(value * (1 + self.scale) / 2)

    def ms(self, value: int) -> int:
        """A motion time in milliseconds; 0 when motion is reduced."""
        return 0 if self._reduced_motion else value

    def line_height(self, role: TextRole) -> int:
        """Distance of two lines of `role` in pixels."""
        return self.px(_TYPE[role][1])

    def font(self, role: TextRole, *, weight: int | None = None, tabular: bool = False) -> QFont:
        """The font of `role` at the person's text size."""
        key = (role, weight, tabular)
        if key not in self._fonts:
            size, _, own_weight, tracking = _TYPE[role]
            font = self.pixel_font(self.px(size), weight=weight or own_weight, tabular=tabular)
            if tracking:
                font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, tracking * self.px(size))
            self._fonts[key] = font
        return QFont(self._fonts[key])  # a copy: whoever asks may underline it

    def pixel_font(self, px: float, *, weight: int = 400, tabular: bool = False) -> QFont:
        """A font of exactly `px` pixels, whatever the text size."""
        font = QFont(FONT_FAMILY)
        font.setPixelSize(max(1, round(px)))
        font.setWeight(QFont.Weight(weight))
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        if tabular:
            font.setFeature(QFont.Tag("tnum"), 1)
        return font

    def _follow_system(self) -> None:
        """The desktop turned dark or light."""
        if self._scheme is Scheme.SYSTEM and self._wanted() is not self._tokens:
            self._renew()

    def _wanted(self) -> Tokens:
        if self._scheme is Scheme.SYSTEM:
            dark = self._application.styleHints().colorScheme() is Qt.ColorScheme.Dark
            return DARK if dark else LIGHT
        return DARK if self._scheme is Scheme.DARK else LIGHT

    def _follow_scheme(self) -> None:
        self._tokens = self._wanted()
        self._colours.clear()
        self._fonts.clear()

    def _renew(self) -> None:
        self._follow_scheme()
        self._apply()
        self.changed.emit()

    def _apply(self) -> None:
        self._application.setPalette(self._palette())
        self._set_fonts()
        self._application.setStyleSheet(self._style_sheet())

    def _set_fonts(self) -> None:
        """The size of text alone, without the style sheet: it would be looked up again for each widget there is."""
        self._application.setFont(self.font(TextRole.BODY))

    def _palette(self) -> QPalette:
        roles = QPalette.ColorRole
        palette = QPalette()
        for role, name in (
            (roles.Window, "bg"),
            (roles.WindowText, "text"),
            (roles.Base, "surface"),
            (roles.AlternateBase, "surface"),
            (roles.Text, "text"),
            (roles.Button, "surface"),
            (roles.ButtonText, "text"),
            (roles.PlaceholderText, "text3"),
            (roles.ToolTipBase, "raised"),
            (roles.ToolTipText, "text"),
            (roles.Highlight, "accent"),
            (roles.HighlightedText, "on_accent"),
            (roles.Link, "accent_text"),
            (roles.LinkVisited, "accent_text"),
            (roles.Mid, "line"),
            (roles.Accent, "accent"),
        ):
            palette.setColor(role, self.colour(name))
        for role in (roles.WindowText, roles.Text, roles.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, role, self.colour("disabled"))
        return palette

    def _style_sheet(self) -> str:
        """The template with @token as colour."""
        return re.sub(r"@(\w+)", self._token_of, self._template)

    def _token_of(self, match: re.Match[str]) -> str:
        return str(getattr(self._tokens, match[1]))


def _clamped(percent: int) -> int:
    return max(100, min(200, percent))


def _read(path: str) -> str:
    """The text of a resource; nothing when the resource file is missing, which start-up tells."""
    file = QFile(path)
    if not file.open(QIODevice.OpenModeFlag.ReadOnly):
        return ""
    try:
        return bytes(file.readAll().data()).decode()
    finally:
        file.close()
