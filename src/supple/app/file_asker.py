"""Asks the person for a file: by the desktop's own dialog where there is a portal, else and in trouble by Qt's."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication

from supple.app.file_question import FileQuestion, qt_dialog
from supple.desktop.portal import uses_portal
from supple.ui.kit.banner import Tone
from supple.ui.kit.button import Kind
from supple.ui.kit.sheet import Sheet
from supple.ui.kit.theme import Theme
from supple.ui.shell.main_window import MainWindow

if TYPE_CHECKING:
    from supple.app.portal_files import PortalFiles

BANNER = "file-dialog"
PATIENCE_MS = 2_000  # a dialog that comes takes the keyboard by then
MOST_MS = 10_000


class FileAsker(QObject):
    """One question at a time; the window is never held by a dialog that nobody sees."""

    def __init__(self, window: MainWindow, theme: Theme, parent: QObject | None = None) -> None:
        """Nothing is asked yet."""
        super().__init__(parent)
        self._window = window
        self._theme = theme
        self._question: FileQuestion | None = None
        self._take: Callable[[str], None] | None = None
        self._portal: PortalFiles | None = None
        self._sheet: Sheet | None = None
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._most = QTimer(self, singleShot=True, interval=MOST_MS)
        self._patience.timeout.connect(self._say_waiting)
        self._most.timeout.connect(self._stop_waiting)

    def ask(self, question: FileQuestion, take: Callable[[str], None]) -> None:
        """Ask; `take` gets what is chosen. While a question is open another one is not asked."""
        if self._portal is not None:
            self._say_waiting()
            return
        self._window.hide_banner(BANNER)
        self._question, self._take = question, take
        if uses_portal():
            self._ask_portal(question)
        else:
            self._ask_qt()

    def close(self) -> None:
        """The program ends."""
        self._leave_portal()

    def _ask_portal(self, question: FileQuestion) -> None:
        from supple.app.portal_files import PortalFiles

        portal = self._portal = PortalFiles(question, window=self._window_word(), parent=self)
        portal.chosen.connect(self._choose)
        portal.left.connect(self._leave_portal)
        portal.failed.connect(self._fall_back)
        portal.ask()
        self._patience.start()
        self._most.start()

    def _ask_qt(self) -> None:
        if self._question is None:
            return
        dialog = qt_dialog(self._question, self._window)
        dialog.fileSelected.connect(self._choose)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _choose(self, place: str) -> None:
        self._leave_portal()
        if self._take is not None:
            self._take(place)

    def _say_waiting(self) -> None:
        """No other window came up: the person need not wait for one."""
        if self._sheet is not None or self._portal is None or not self._window.isActiveWindow():
            return
        sheet = self._sheet = Sheet(
            self._theme,
            title=self.tr("Waiting for the dialog of your desktop"),
            sentence=self.tr(
                "It has not come up yet. If it stays away, Supple opens a dialog of its own in a few seconds."
            ),
        )
        cancel = sheet.add_button(self.tr("Cancel"), kind=Kind.QUIET, leading=True)
        cancel.clicked.connect(sheet.close_sheet)
        own = sheet.add_button(self.tr("Use Supple's own"), kind=Kind.PRIMARY)
        own.clicked.connect(self._use_own)
        sheet.set_first_focus(own)
        sheet.closed.connect(self._forget_sheet)
        self._window.show_sheet(sheet)

    def _stop_waiting(self) -> None:
        """With the keyboard elsewhere the person may well be choosing; else nothing is there to choose in."""
        if self._window.isActiveWindow():
            self._fall_back()
        else:
            self._most.start()

    def _use_own(self) -> None:
        self._leave_portal()
        self._ask_qt()

    def _fall_back(self) -> None:
        """The sentence stays in the window; the dialog lies over it."""
        self._leave_portal()
        self._window.show_banner(
            BANNER,
            tone=Tone.INFO,
            bold=self.tr("The dialog of your desktop did not open."),
            sentence=self.tr("So the one that Supple brings is used."),
        )
        self._ask_qt()

    def _forget_sheet(self) -> None:
        """Closed by the person: they want no file any more."""
        if self._sheet is not None:
            self._sheet = None
            self._leave_portal()

    def _leave_portal(self) -> None:
        self._patience.stop()
        self._most.stop()
        portal, self._portal = self._portal, None
        sheet, self._sheet = self._sheet, None
        if portal is not None:
            portal.give_up()
            portal.deleteLater()
        if sheet is not None:
            sheet.close_sheet()

    def _window_word(self) -> str:
        """Our window as portals name it, so that the dialog comes over it; on Wayland only Qt itself can tell."""
        return f"x11:{int(self._window.winId()):x}" if QGuiApplication.platformName() == "xcb" else ""
