"""The data group of Settings: where a person's data lie, and how to keep a copy of them."""

from getpass import getuser
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from supple.ui.kit.button import Button
from supple.ui.kit.field import Field
from supple.ui.kit.flow_layout import FlowLayout
from supple.ui.kit.text import Text
from supple.ui.kit.theme import TextRole, Theme
from supple.ui.settings.settings_group import SettingsGroup


class DataSettings(SettingsGroup):
    """Backup and restore are asked for by signals; the folder is opened from here."""

    def __init__(self, theme: Theme, *, data_dir: Path, parent: QWidget | None = None) -> None:
        super().__init__(
            theme,
            self.tr("Your data"),
            lead=self.tr("Everything stays on this computer, in a folder that only you can read."),
            parent=parent,
        )
        self._data_dir = data_dir
        self.path = Field(theme, name=self.tr("Data folder"))
        self.open_folder = Button(theme, self.tr("Open folder"), icon="folder-open")
        self.copy_path = Button(theme, self.tr("Copy path"))
        self._folder_words = Text(theme, role=TextRole.CAPTION, tone="text2")
        self.back_up = Button(theme, self.tr("Back up…"), icon="download")
        self.restore = Button(theme, self.tr("Restore…"), icon="upload")

        self.someone_else = Button(theme, self.tr("Someone else"))

        self.path.setReadOnly(True)
        self.path.setText(str(data_dir))
        self.path.setCursorPosition(0)
        self._folder_words.hide()
        self.rows.add_widget_row(self._folder_row())
        self._backup_row = self.rows.add_row(
            self.tr("Back up"), self.back_up, caption=self.tr("One file with all of it, to keep elsewhere")
        )
        self.rows.add_row(
            self.tr("Restore"),
            self.restore,
            caption=self.tr("From a backup; what is replaced is kept beside it"),
        )
        whose = self.tr(
            "This folder is for one person ({name}). Others train once, with questions of their own and no record."
        )
        self.rows.add_row(
            self.tr("One person per folder"), self.someone_else, caption=whose.replace("{name}", _owner())
        )

        self.open_folder.clicked.connect(self._open_folder)
        self.copy_path.clicked.connect(self._copy_path)

    @property
    def folder_words(self) -> str:
        """What was said last about the folder."""
        return self._folder_words.text()

    def show_backup(self, words: str) -> None:
        """What came of a backup."""
        self._backup_row.set_caption(words)

    def _folder_row(self) -> QWidget:
        row = QWidget()
        words = QVBoxLayout(row)
        words.setContentsMargins(20, 12, 20, 12)
        words.setSpacing(8)
        words.addWidget(Text(self._theme, self.tr("Data folder")))
        words.addWidget(self.path)
        buttons = FlowLayout(gap=8, line_gap=8)
        buttons.addWidget(self.open_folder)
        buttons.addWidget(self.copy_path)
        words.addLayout(buttons)
        words.addWidget(self._folder_words)
        return row

    def _open_folder(self) -> None:
        opened = QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._data_dir)))
        self._say_of_folder(
            ""
            if opened
            else self.tr("The folder could not be opened from here. Copy its path and open it yourself.")
        )

    def _copy_path(self) -> None:
        QGuiApplication.clipboard().setText(str(self._data_dir))
        self._say_of_folder(self.tr("The path is on the clipboard."))

    def _say_of_folder(self, words: str) -> None:
        self._folder_words.set_text(words)
        self._folder_words.setVisible(bool(words))
        self.path.setAccessibleDescription(words)


def _owner() -> str:
    """The name of the account whose data these are."""
    try:
        return getuser()
    except (OSError, KeyError, ImportError):
        return QCoreApplication.translate("DataSettings", "the account")
