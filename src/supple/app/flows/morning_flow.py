"""The question of the morning after a session: asked on Today, kept at once, taken back by Undo, never asked twice."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from supple.app.gatekeeper import Gatekeeper
from supple.app.keeping import Keeping
from supple.app.shipped_files import wall_clock
from supple.app.today_room import TodayRoom
from supple.domain.morning import may_be_undone, to_ask_about
from supple.domain.pain import PainTold
from supple.domain.record import NOT_ANSWERED, STIFFER, Occasion, PainRecord, SessionRecord
from supple.services.writes import AddPain, TakeBackPain

if TYPE_CHECKING:
    from supple.domain.today import WhatIsKnown


class MorningFlow(QObject):
    """`changed` when something was told, or taken back; it says whether that may be undone still."""

    changed = Signal(bool)

    def __init__(
        self, today: TodayRoom, gate: Gatekeeper, keeping: Keeping, parent: QObject | None = None
    ) -> None:
        """Nothing is asked before `consider`."""
        super().__init__(parent)
        self._page = today.page
        self._gate = gate
        self._keeping = keeping
        self._session: SessionRecord | None = None  # the one that is asked about
        self._asked_on = date.min
        self._told: PainRecord | None = None

    @property
    def _may_be_undone(self) -> bool:
        """Whether a number stands that can be taken back; a tick alone leaves the question open."""
        return self._told is not None and self._told.score is not None

    def consider(self, known: "WhatIsKnown") -> None:
        """Ask if there is something to ask; an answer that can be taken back stays in sight until its time is over."""
        if self._told is not None and may_be_undone(self._told, known.sessions, known.now.date()):
            return
        session = to_ask_about(known.sessions, self._gate.pains, known.now)
        if (session, known.now.date()) != (self._session, self._asked_on):
            self._end()
        if session is not None:
            self._session, self._asked_on = session, known.now.date()
            # What is known was just shown: both at once would hold the window.
            QTimer.singleShot(0, self, self._ask)

    def _ask(self) -> None:
        if self._session is not None:
            from supple.ui.words.morning_words import morning_words

            card = self._page.ask_of_morning(morning_words(self._session, wall_clock()))
            if card is not None:
                card.told.connect(self._take)
                card.put_off.connect(self._put_off)
                card.undone.connect(self._undo)
                card.settled.connect(self._settle)

    def _take(self, score: int | None, stiffer: bool) -> None:
        """In place of what was told before: a tick may come after the number, or be all that is told."""
        self._forget()
        if score is not None or stiffer:
            self._keep(PainTold(score=score, note=STIFFER if stiffer else ""))
        self.changed.emit(self._may_be_undone)

    def _put_off(self) -> None:
        self._forget()
        self._keep(PainTold(score=None, note=NOT_ANSWERED))
        self._settle()

    def _undo(self) -> None:
        self._forget()
        self.changed.emit(self._may_be_undone)

    def _settle(self) -> None:
        self._end()
        self.changed.emit(self._may_be_undone)

    def _end(self) -> None:
        self._session = self._told = None
        self._page.end_morning()

    def _keep(self, told: PainTold) -> None:
        if self._session is not None:
            session_id = self._session.session_id
            self._told = self._gate.hear(told, occasion=Occasion.NEXT_MORNING, session_id=session_id)
            self._keeping.write(AddPain(pain=self._told))

    def _forget(self) -> None:
        told, self._told = self._told, None
        if told is not None:
            self._gate.forget(told)
            self._keeping.write(TakeBackPain(pain_id=told.pain_id, session_id=told.session_id))
