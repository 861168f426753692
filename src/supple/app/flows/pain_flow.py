"""Pain in a session: what is kept of it, and how the session goes on easier."""

from concurrent.futures import Future
from uuid import uuid4

from PySide6.QtCore import QObject

from supple.app.keeping import Keeping
from supple.domain.catalogue import Catalogue
from supple.domain.ease import eased
from supple.domain.exercise import Exercise
from supple.domain.offered import Limits, easier_form
from supple.domain.pain import PainTold
from supple.domain.record import Occasion
from supple.domain.routine import Ease, Pace, Timeline


class PainFlow(QObject):
    """For one session of a person with these `limits`."""

    def __init__(
        self,
        keeping: Keeping,
        catalogue: Catalogue,
        timeline: Timeline,
        *,
        pace: Pace,
        limits: Limits,
        parent: QObject | None = None,
    ) -> None:
        """Nothing is kept before the session tells something; `timeline` is what it begins with."""
        super().__init__(parent)
        self._keeping = keeping
        self._catalogue = catalogue
        self._limits = limits
        self._planned, self._pace = timeline, pace
        self._draft_id = ""

    @property
    def planned(self) -> Timeline:
        """What was to be done, as it is kept: eased where it hurt, with what was left out for it."""
        return self._planned

    def easier_than(self, exercise_id: str) -> Exercise | None:
        """The easier version of an exercise, if it is open to this person."""
        return easier_form(self._catalogue.exercise(exercise_id), self._catalogue, self._limits)

    def keep(self, told: PainTold) -> None:
        """Record where and how much it hurt."""
        self._keeping.follow(self._rate(told))
        self._draft_id = ""

    def draft(self, told: PainTold) -> None:
        """Record it before it is told to its end, for the power may go; nobody acts on it yet."""
        if told == PainTold(score=None):
            self._keeping.recorder.take_back(self._draft_id)
            self._draft_id = ""
        else:
            self._rate(told)

    def _rate(self, told: PainTold) -> "Future[None] | None":
        """What was drafted is replaced."""
        self._draft_id = self._draft_id or uuid4().hex
        return self._keeping.recorder.rate(
            Occasion.DURING,
            score=told.score,
            place=told.place,
            note=told.note,
            signs=told.signs,
            exercise_id=told.exercise_id,
            pain_id=self._draft_id,
        )

    def ease(self, ease: Ease) -> None:
        """Record that the session goes on easier, so that it does so after a crash too."""
        self._planned = eased(self._planned, ease, self._pace)
        instead = ease.instead
        names = {instead.exercise_id: self._catalogue.exercise(instead.exercise_id).name} if instead else {}
        self._keeping.follow(self._keeping.recorder.ease(ease, names=names))
