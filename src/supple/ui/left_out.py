"""What is left out of a routine for one person, and the words for it."""

from collections.abc import Collection

from PySide6.QtCore import QCoreApplication

from supple.domain.catalogue import Catalogue
from supple.domain.exercise import Caution
from supple.domain.routine import Routine, without


class LeftOut:
    """Knows the person's cautions and what they put away; asks the catalogue for the rest."""

    def __init__(self, catalogue: Catalogue) -> None:
        """Nothing is left out yet."""
        self._catalogue = catalogue
        self._avoids: Collection[Caution] = ()
        self._put_away: Collection[str] = ()

    def set_avoids(self, avoids: Collection[Caution]) -> None:
        """The cautions that hold."""
        self._avoids = avoids

    def set_put_away(self, exercise_ids: Collection[str]) -> None:
        """The exercises the person does not want."""
        self._put_away = exercise_ids

    def playable(self, routine: Routine) -> Routine | None:
        """`routine` without what is left out; None when nothing remains."""
        hidden = self._catalogue.hidden_ids(self._avoids) | frozenset(self._put_away)
        return without(routine, hidden)

    def why(self, exercise_id: str) -> str:
        """Why an exercise is left out, empty when it is not."""
        exercise = self._catalogue.exercise(exercise_id)
        notes = self._catalogue.hiding(exercise, self._avoids)
        if notes:
            names = ", ".join(note.name for note in notes)
            return QCoreApplication.translate("LeftOut", "Left out for now: {why}.").format(why=names)
        if exercise_id in self._put_away:
            return QCoreApplication.translate("LeftOut", "Left out: you put it away.")
        return ""

    def note(self, routine: Routine) -> str:
        """Which exercises of `routine` are left out and why, empty when it is whole."""
        left_out = [i for i in routine.exercise_ids if self.why(i)]
        if not left_out:
            return ""
        by_caution = any(self._catalogue.hiding(self._catalogue.exercise(i), self._avoids) for i in left_out)
        if by_caution and len(left_out) == len(routine.exercise_ids):
            return QCoreApplication.translate("LeftOut", "Not for now, because of your answers.")
        names = ", ".join(self._catalogue.exercise(i).name for i in left_out)
        words = (
            QCoreApplication.translate("LeftOut", "Left out because of your answers: {names}.")
            if by_caution
            else QCoreApplication.translate("LeftOut", "Left out, you put it away: {names}.")
        )
        return words.format(names=names)
