"""The group "About" of Settings: version, what Supple is not, and whose work is in it."""

import platform
from pathlib import Path

from PySide6.QtCore import QFile, QIODevice, qVersion
from PySide6.QtWidgets import QWidget

import supple
from supple import __version__
from supple.ui.kit.button import Button, ButtonKind
from supple.ui.kit.sheet import Sheet
from supple.ui.kit.text import Text
from supple.ui.kit.theme import TextRole, Theme
from supple.ui.settings.settings_group import SettingsGroup

CREDITS = ":/CREDITS.md"
SOFTWARE_HEADING = "## Software inside"
LICENCES = "licences"  # the folder of the full texts in an installed Supple


def credited() -> list[tuple[str, str, str]]:
    """Rows of the credits: what it is, where it is from, its licence; empty without the resource file."""
    cells = [row for row in _rows() if row[0].startswith("`") and len(row) == 4 and row[3] != "-"]
    return [(_plain(what), _plain(origin), _plain(licence)) for _, what, origin, licence in cells]


def software() -> list[tuple[str, str, str]]:
    """Rows of the software that an installed Supple carries: its name, whose it is, its licence."""
    rows = [row for row in _rows(under=SOFTWARE_HEADING) if len(row) == 3]
    return [(name, whose, licence) for name, whose, licence in rows[2:]]  # after the heading and its line


def licence_folder() -> Path | None:
    """Where the full texts lie; None when Supple runs from its source."""
    folder = Path(supple.__file__).parents[1] / LICENCES
    return folder if folder.is_dir() else None


def _plain(cell: str) -> str:
    return cell.replace("`", "")


def _rows(*, under: str = "") -> list[list[str]]:
    """The cells of every table row in the credits, or of those after the heading `under`."""
    file = QFile(CREDITS)
    if not file.open(QIODevice.OpenModeFlag.ReadOnly):
        return []
    text = bytes(file.readAll().data()).decode()
    text = text[text.index(under) :]  # "" stands at the beginning
    return [
        [cell.strip() for cell in line.strip().strip("|").split("|")]
        for line in text.splitlines()
        if line.startswith("|")
    ]


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
        for name, whose, licence in software():
            self.body.addWidget(Text(theme, f"**{name}** · {whose} · {licence}"))
        folder = licence_folder()
        if folder is not None:
            self.body.addWidget(
                Text(
                    theme,
                    self.tr("The full texts of all licences are in the folder {0}").replace(
                        "{0}", str(folder)
                    ),
                )
            )
        self.body.addWidget(Text(theme, self.tr("Pictures, sounds, words"), role=TextRole.LEAD, weight=600))
        for what, origin, licence in credited():
            self.body.addWidget(Text(theme, f"**{what[:1].upper()}{what[1:]}** · {origin} · {licence}"))
        self._close = self.add_button(self.tr("Close"), kind=ButtonKind.PRIMARY)

        self._close.clicked.connect(self.close_sheet)


class AboutSettings(SettingsGroup):
    """Nothing can be set here."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, self.tr("About"), parent=parent)
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
                "If unsure, ask a doctor or physiotherapist."
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
