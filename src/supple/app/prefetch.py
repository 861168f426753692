"""Loads the code of pages nobody has opened yet, a module at a time, while the window has nothing else to do."""

from importlib import import_module

from PySide6.QtCore import QObject, QTimer

PAUSE_MS = 40  # between two modules: a press in between is answered at once
MODULES = (
    "supple.ui.session.start_sheet",
    "supple.ui.session.session_page",
    "supple.app.flows.pain_flow",
    "supple.ui.session.media_keys",
    "supple.desktop.awake",
    "supple.ui.check.self_test_page",
    "supple.ui.check.findings_page",
    "supple.ui.library.library_page",
    "supple.ui.library.exercise_page",
    "supple.ui.routines.routines_page",
    "supple.ui.progress.progress_page",
    "supple.ui.learn.learn_page",
    "supple.ui.settings.settings_page",
    "supple.ui.session.after_sheet",
)


class Prefetch(QObject):
    """Importing a page takes up to two thirds of what a press may hold the window; here nobody waits for it."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Nothing is loaded before `begin`."""
        super().__init__(parent)
        self._left = list(MODULES)
        self._timer = QTimer(self)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self._load_one)

    def begin(self) -> None:
        """Load one after the other; asked again it goes on with what is left."""
        if self._left:
            self._timer.start()

    def stop(self) -> None:
        """The program ends."""
        self._timer.stop()

    def _load_one(self) -> None:
        import_module(self._left.pop(0))
        if not self._left:
            self._timer.stop()
