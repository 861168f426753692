"""Doses, times, equipment and muscles as the window says them."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from supple.domain.exercise import Dose, DoseKind, Equipment, Exercise, Muscle, Order
from supple.domain.routine import Step
from supple.domain.side import Side
from supple.ui.words.counts import repetitions_words, times_each_side_words, times_words


def dose_words(dose: Dose) -> str:
    """How much of an exercise: "10 s, 10 times on each side"."""
    sets = times_words(dose.sets) if dose.order is Order.BOTH else times_each_side_words(dose.sets)
    if dose.kind is DoseKind.HOLD:
        return QCoreApplication.translate("Dose", "{seconds} s, {sets}").format(
            seconds=dose.hold_s, sets=sets
        )
    return repetitions_words(dose.reps or 0, sets)


def with_one_more(dose: str, step: Step) -> str:
    """How much of an exercise, and the side that is done once more."""
    if step.more_on is None:
        return dose
    if step.more_on is Side.LEFT:
        return QCoreApplication.translate("Dose", "{dose}, one more on the left").format(dose=dose)
    return QCoreApplication.translate("Dose", "{dose}, one more on the right").format(dose=dose)


def order_words(dose: Dose, *, first_side: Side) -> str:
    """Which side comes first, and when it changes; empty for work without sides."""
    if dose.order is Order.BOTH:
        return ""
    if dose.kind is DoseKind.REPS and dose.order is Order.ALTERNATE:
        return QCoreApplication.translate("Dose", "Sides change after each repetition")
    left = first_side is Side.LEFT
    if dose.order is Order.ALTERNATE:
        if left:
            return QCoreApplication.translate("Dose", "Left, then right, in turns")
        return QCoreApplication.translate("Dose", "Right, then left, in turns")
    if left:
        return QCoreApplication.translate("Dose", "All of the left side first, then the right")
    return QCoreApplication.translate("Dose", "All of the right side first, then the left")


def minutes_words(minutes: int) -> str:
    """A length in whole minutes, as `domain/minutes.py` rounds them."""
    return QCoreApplication.translate("Dose", "{minutes} min").format(minutes=minutes)


def clock_words(duration_ms: int) -> str:
    """A length to the second: "12 min 35 s"."""
    minutes, seconds = divmod(round(duration_ms / 1000), 60)
    if not minutes:
        return QCoreApplication.translate("Dose", "{seconds} s").format(seconds=seconds)
    if not seconds:
        return QCoreApplication.translate("Dose", "{minutes} min").format(minutes=minutes)
    return QCoreApplication.translate("Dose", "{minutes} min {seconds} s").format(
        minutes=minutes, seconds=seconds
    )


def leg_words(exercise: Exercise, side: Side) -> str:
    """What the switch says of a side: "Left leg", or "Left side" where it is not a leg."""
    left = side is Side.LEFT
    if "leg" in exercise.side_means:
        if left:
            return QCoreApplication.translate("Exercise", "Left leg")
        return QCoreApplication.translate("Exercise", "Right leg")
    if left:
        return QCoreApplication.translate("Exercise", "Left side")
    return QCoreApplication.translate("Exercise", "Right side")


def equipment_word(thing: Equipment) -> str:
    """One thing by itself: "Cushion"."""
    return equipment_words([thing])


def equipment_words(equipment: Iterable[Equipment]) -> str:
    """What has to be at hand: "Mat, cushion"."""
    words = {
        Equipment.NONE: QCoreApplication.translate("Exercise", "nothing needed"),
        Equipment.MAT: QCoreApplication.translate("Exercise", "mat"),
        Equipment.CHAIR: QCoreApplication.translate("Exercise", "chair"),
        Equipment.WALL: QCoreApplication.translate("Exercise", "wall"),
        Equipment.STRAP: QCoreApplication.translate("Exercise", "strap"),
        Equipment.CUSHION: QCoreApplication.translate("Exercise", "cushion"),
        Equipment.BAND: QCoreApplication.translate("Exercise", "band"),
        Equipment.BED: QCoreApplication.translate("Exercise", "bed or table"),
        Equipment.SOFA: QCoreApplication.translate("Exercise", "sofa"),
    }
    listed = ", ".join(words[thing] for thing in equipment)
    return listed[:1].upper() + listed[1:]


def muscle_words(muscles: Iterable[Muscle]) -> str:
    """The muscles in a list."""
    words = {
        Muscle.ILIOPSOAS: QCoreApplication.translate("Muscle", "iliopsoas"),
        Muscle.RECTUS_FEMORIS: QCoreApplication.translate("Muscle", "rectus femoris"),
        Muscle.TENSOR_FASCIAE_LATAE: QCoreApplication.translate("Muscle", "tensor fasciae latae"),
        Muscle.GLUTEUS_MAXIMUS: QCoreApplication.translate("Muscle", "gluteus maximus"),
        Muscle.GLUTEUS_MEDIUS: QCoreApplication.translate("Muscle", "gluteus medius"),
        Muscle.PIRIFORMIS: QCoreApplication.translate("Muscle", "piriformis"),
        Muscle.DEEP_EXTERNAL_ROTATORS: QCoreApplication.translate("Muscle", "deep external rotators"),
        Muscle.HAMSTRINGS: QCoreApplication.translate("Muscle", "hamstrings"),
        Muscle.ADDUCTORS: QCoreApplication.translate("Muscle", "adductors"),
        Muscle.VASTI: QCoreApplication.translate("Muscle", "vasti"),
        Muscle.CALF: QCoreApplication.translate("Muscle", "calf"),
        Muscle.ERECTOR_SPINAE: QCoreApplication.translate("Muscle", "erector spinae"),
        Muscle.MULTIFIDUS: QCoreApplication.translate("Muscle", "multifidus"),
        Muscle.OBLIQUES: QCoreApplication.translate("Muscle", "obliques"),
        Muscle.RECTUS_ABDOMINIS: QCoreApplication.translate("Muscle", "rectus abdominis"),
        Muscle.TRANSVERSUS_ABDOMINIS: QCoreApplication.translate("Muscle", "transversus abdominis"),
        Muscle.QUADRATUS_LUMBORUM: QCoreApplication.translate("Muscle", "quadratus lumborum"),
        Muscle.LATISSIMUS_DORSI: QCoreApplication.translate("Muscle", "latissimus dorsi"),
        Muscle.PECTORALS: QCoreApplication.translate("Muscle", "pectorals"),
        Muscle.SHOULDER: QCoreApplication.translate("Muscle", "shoulder"),
        Muscle.DIAPHRAGM: QCoreApplication.translate("Muscle", "diaphragm"),
    }
    return ", ".join(words[muscle] for muscle in muscles)
