"""What is said when the history cannot be opened, and the ways out of it."""

from PySide6.QtCore import Signal

from supple.domain.trouble import Trouble
from supple.ui.kit.banner import Tone
from supple.ui.kit.button import ButtonKind
from supple.ui.kit.sheet import Sheet
from supple.ui.kit.text import Text
from supple.ui.kit.theme import Theme
from supple.ui.words.trouble_words import trouble_sentence, trouble_title


class TroubleSheet(Sheet):
    """One trouble with its buttons; Esc goes on without the history, as "Go on for now" does."""

    copy_chosen = Signal()
    salvage_chosen = Signal()
    fresh_chosen = Signal()
    retried = Signal()
    quit_chosen = Signal()
    went_on = Signal()

    def __init__(
        self,
        theme: Theme,
        trouble: Trouble,
        *,
        folder: str,
        copy_day: str | None,
        copy_sessions: int = 0,
        salvage_sessions: int | None = None,
    ) -> None:
        """`folder` is the data folder, `copy_day` the day of the best copy and `copy_sessions` what is in it.

        `salvage_sessions` is how many can be read out of a damaged file, None when nothing can.
        """
        super().__init__(
            theme,
            title=trouble_title(trouble),
            sentence=trouble_sentence(trouble, folder=folder),
            tone=Tone.CAUTION,
        )
        self.dismissed.connect(self.went_on)
        alone = trouble is Trouble.TOO_NEW  # nothing else can be done here
        quit_button = self.add_button(
            self.tr("Quit"), kind=ButtonKind.PRIMARY if alone else ButtonKind.QUIET, leading=not alone
        )
        quit_button.clicked.connect(self._quit)
        if trouble in (Trouble.DAMAGED, Trouble.GONE):
            self._say_kept(theme, trouble, copy_day, copy_sessions, salvage=salvage_sessions)
            best = salvage_sessions is not None and salvage_sessions >= (copy_sessions if copy_day else 0)
            self._offer_ways(copy_day, salvage_sessions, ButtonKind.SECONDARY if best else ButtonKind.PRIMARY)
        elif trouble is not Trouble.TOO_NEW:
            self._offer_retry(theme)

    def _say_kept(
        self, theme: Theme, trouble: Trouble, copy_day: str | None, sessions: int, *, salvage: int | None
    ) -> None:
        said = []
        if copy_day:
            said.append(
                self.tr("The copy of {0} holds %n session(s).", "", sessions).replace("{0}", copy_day)
            )
        if salvage is not None:
            said.append(self.tr("%n session(s) can be read out of the damaged file.", "", salvage))
        if trouble is Trouble.DAMAGED:
            said.append(self.tr("The damaged file is kept beside the new one; nothing is deleted."))
        for sentence in said:
            self.body.addWidget(Text(theme, sentence, tone="text2"))

    def _offer_ways(self, copy_day: str | None, salvage_sessions: int | None, copy_kind: ButtonKind) -> None:
        some = copy_day is not None or salvage_sessions is not None
        fresh = self.add_button(
            self.tr("Start with an empty history"),
            kind=ButtonKind.QUIET if some else ButtonKind.PRIMARY,
            leading=some,
        )
        fresh.clicked.connect(self._choose_fresh)
        if copy_day:
            long, short = self.tr("Use the copy of {0}"), self.tr("Use the copy")
            words = long.replace("{0}", copy_day) if salvage_sessions is None else short
            copy = self.add_button(words, kind=copy_kind)
            copy.clicked.connect(self._choose_copy)
            self.set_first_focus(copy)
        if salvage_sessions is not None:
            best = copy_kind is ButtonKind.SECONDARY
            salvage = self.add_button(
                self.tr("Use what can be read"), kind=ButtonKind.PRIMARY if best else ButtonKind.SECONDARY
            )
            salvage.clicked.connect(self._choose_salvage)
            if best or not copy_day:
                self.set_first_focus(salvage)

    def _offer_retry(self, theme: Theme) -> None:
        self.body.addWidget(
            Text(
                theme,
                self.tr(
                    "You can go on: what you do is kept in memory and written as soon as that is possible."
                ),
                tone="text2",
            )
        )
        go_on = self.add_button(self.tr("Go on for now"))
        go_on.clicked.connect(self._go_on)
        retry = self.add_button(self.tr("Try again"), kind=ButtonKind.PRIMARY)
        retry.clicked.connect(self._retry)
        self.set_first_focus(retry)

    def _choose_copy(self) -> None:
        self.close_sheet()
        self.copy_chosen.emit()

    def _choose_salvage(self) -> None:
        self.close_sheet()
        self.salvage_chosen.emit()

    def _choose_fresh(self) -> None:
        self.close_sheet()
        self.fresh_chosen.emit()

    def _retry(self) -> None:
        self.close_sheet()
        self.retried.emit()

    def _go_on(self) -> None:
        self.close_sheet()
        self.went_on.emit()

    def _quit(self) -> None:
        self.close_sheet()
        self.quit_chosen.emit()
