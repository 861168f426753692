"""The group "About" of Settings: version, what Supple is not, and whose work is in it."""

import platform

from PySide6.QtCore import QFile, QIODevice, qVersion
from PySide6.QtWidgets import QWidget

from supple import __version__
from supple.domain.settings import Settings
from supple.ui.button import Button, Kind
from supple.ui.settings_group import SettingsGroup
from supple.ui.sheet import Sheet
from supple.ui.text import Text
from supple.ui.theme import TextRole, Theme

CREDITS = ":/CREDITS.md"
SOFTWARE = (
    ("Python", "PSF-2.0"),
    ("Qt, Qt for Python (PySide6)", "LGPL-3.0"),
    ("FFmpeg", "LGPL-2.1"),
    ("SQLAlchemy, Alembic, Mako", "MIT"),
    ("msgspec, NumPy", "BSD-3-Clause"),
    ("platformdirs, wakepy", "MIT"),
)
"""The packages a built Supple carries; names and licences are not translated."""


def credited() -> list[tuple[str, str, str]]:
    """Rows of the credits: what it is, where it is from, its licence; empty without the resource file."""
    file = QFile(CREDITS)
    if not file.open(QIODevice.OpenModeFlag.ReadOnly):
        return []
    rows = []
    for line in bytes(file.readAll().data()).decode().splitlines():
        cells = [cell.strip().replace("`", "") for cell in line.strip().strip("|").split("|")]
        if line.startswith("| `") and len(cells) == 4 and cells[3] != "-":
            rows.append((cells[1], cells[2], cells[3]))
    return rows


class CreditsSheet(Sheet):
    """Whose work Supple stands on, and on what terms."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(
            theme,
            title=self.tr("Credits and licences"),
            sentence=self.tr("Supple itself is free under the MIT licence."),
            parent=parent,
        )
        self.body.addWidget(Text(theme, self.tr("Software"), role=TextRole.LEAD, weight=600))
        for name, licence in SOFTWARE:
            self.body.addWidget(Text(theme, f"**{name}** · {licence}"))
        self.body.addWidget(Text(theme, self.tr("Pictures, sounds, words"), role=TextRole.LEAD, weight=600))
        for what, origin, licence in credited():
            self.body.addWidget(Text(theme, f"**{what[:1].upper()}{what[1:]}** · {origin} · {licence}"))
        self._close = self.add_button(self.tr("Close"), kind=Kind.PRIMARY)

        self._close.clicked.connect(self.close_sheet)


class AboutSettings(SettingsGroup):
    """Nothing can be set here."""

    def __init__(self, theme: Theme, settings: Settings, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, settings, self.tr("About"), parent=parent)
        self.show_credits = Button(theme, self.tr("Credits and licences"), icon="file-text")
        self._sheet: CreditsSheet | None = None

        self.rows.add_row(
            self.tr("Supple {version}").format(version=__version__),
            caption=self.tr("With Qt {qt} and Python {python}, on {system}").format(
                qt=qVersion(), python=platform.python_version(), system=platform.system()
            ),
        )
        self.rows.add_row(
            self.tr(
                "For learning and general fitness. Not a diagnosis or treatment. "
                "If unsure, ask a health professional."
            )
        )
        self.rows.add_row(
            self.tr("Whose work is in it"), self.show_credits, caption=self.tr("Software, pictures, sounds")
        )

        self.show_credits.clicked.connect(self._open_credits)

    def _open_credits(self) -> None:
        sheet = CreditsSheet(self._theme)
        sheet.closed.connect(sheet.deleteLater)
        sheet.open_over(self.window())
