"""A routine on paper: asks for a printer or a file, and says what came of it."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from supple.app.asking import FileAsker, FileQuestion, Pick, Purpose
from supple.app.front import Front
from supple.app.gatekeeper import Errand, Gatekeeper
from supple.app.open_folder import open_folder_of
from supple.domain.catalogue import Catalogue
from supple.domain.gate import Verdict, Way, admit
from supple.domain.offered import OfferedRoutine, offered
from supple.domain.routine import Routine
from supple.services.replace_file import replacing
from supple.ui.kit.banner import Tone

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from supple.ui.shell.banner_area import Action

BANNER = "paper"


class PaperFlow(QObject):
    """One sheet at a time."""

    def __init__(
        self,
        front: Front,
        catalogue: Catalogue,
        gate: Gatekeeper,
        asker: FileAsker,
        *,
        parent: QObject | None = None,
    ) -> None:
        """Nothing of printing is loaded before it is asked for."""
        super().__init__(parent)
        self._window = front.window
        self._pictures = front.pictures
        self._catalogue = catalogue
        self._gate = gate
        self._asker = asker
        self._offer: OfferedRoutine | None = None
        self._printer: QPrinter | None = None
        self._file: Path | None = None

    def print_routine(self, routine_id: str) -> None:
        """A routine to a printer."""
        self.print_session(self._catalogue.routine(routine_id))

    def save_routine(self, routine_id: str) -> None:
        """A routine into a PDF."""
        self.save_session(self._catalogue.routine(routine_id))

    def print_session(self, routine: Routine) -> None:
        """The session of a plan to a printer, at its dose and with its days."""
        self._start(routine, self._choose_printer)

    def save_session(self, routine: Routine) -> None:
        """The same into a PDF."""
        self._start(routine, self._choose_file)

    def _start(self, routine: Routine, choose: Callable[[Routine, Verdict], None]) -> None:
        begin = partial(choose, routine)
        errand = Errand(way=Way.PAPER, begin=begin, exercises=routine.exercise_ids)
        verdict = self._gate.ask(errand)
        if verdict is not None:
            begin(verdict)

    def _choose_printer(self, routine: Routine, verdict: Verdict) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        admit(verdict, Way.PAPER)
        name = self._take(routine)
        if not name:
            return
        self._printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        self._printer.setDocName(name)
        dialog = QPrintDialog(self._printer, self._window)
        dialog.setWindowTitle(self.tr("Print {0}").replace("{0}", name))
        dialog.accepted.connect(self._print)
        dialog.finished.connect(dialog.deleteLater)
        dialog.setModal(True)
        dialog.show()

    def _choose_file(self, routine: Routine, verdict: Verdict) -> None:
        admit(verdict, Way.PAPER)
        name = self._take(routine)
        if not name:
            return
        question = FileQuestion(
            purpose=Purpose.PAPER,
            pick=Pick.SAVE,
            title=self.tr("Save the routine as PDF"),
            name=f"{name}.pdf",
        )
        self._asker.ask(question, self._save)

    def _take(self, routine: Routine) -> str:
        """Take up what the person is offered of a routine; "" when there is nothing to put on paper."""
        offer = offered(routine, self._catalogue, self._gate.limits)
        self._offer = offer if offer.routine is not None else None
        return offer.whole.name if self._offer is not None else ""

    def _print(self) -> None:
        from supple.ui.paper.routine_sheet import RoutineSheet, SheetError

        if self._offer is None or self._printer is None:
            return
        try:
            RoutineSheet(self._offer, self._catalogue, self._pictures).paint(self._printer)
        except SheetError:
            self._say(
                Tone.CAUTION,
                self.tr("Not printed."),
                self.tr("The printer took nothing: choose another, or save the sheet as PDF."),
            )
        else:
            self._say(Tone.SUCCESS, self.tr("Sent to the printer."), self._offer.whole.name)

    def _save(self, file: Path) -> None:
        from supple.ui.paper.routine_sheet import RoutineSheet

        if self._offer is None:
            return
        sheet = RoutineSheet(self._offer, self._catalogue, self._pictures).pdf()
        try:
            with replacing(file) as target:
                target.write(sheet)
        except OSError:
            words = self.tr("{0} could not be written: choose another place. What was there is as it was.")
            self._say(Tone.CAUTION, self.tr("Not saved."), words.replace("{0}", str(file)))
        else:
            self._file = file
            self._say(
                Tone.SUCCESS, self.tr("Saved."), str(file), action=(self.tr("Open folder"), self._open_folder)
            )

    def _say(self, tone: Tone, bold: str, sentence: str, *, action: "Action | None" = None) -> None:
        self._window.show_banner(BANNER, tone=tone, bold=bold, sentence=sentence, action=action)

    def _open_folder(self) -> None:
        if self._file is not None:
            open_folder_of(self._file, self._window, banner=BANNER)
