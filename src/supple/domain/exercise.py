"""One movement of the library: what it is, how it is dosed, who should leave it out."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from supple.domain.mistake import Mistake
from supple.domain.side import Side

MAX_S = 600  # longer than any hold: a bigger number was meant in other units


class Category(StrEnum):
    """What an exercise is for."""

    STRETCH = "stretch"
    MOBILITY = "mobility"
    CONTROL = "control"
    STRENGTH = "strength"
    RELAX = "relax"
    WARM_UP = "warm-up"


class Position(StrEnum):
    """How the body is placed, from lying to standing; `position_id` in the content."""

    SUPINE = "supine"
    SIDE_LYING = "side-lying"
    HANDS_AND_KNEES = "hands and knees"
    KNEELING = "kneeling"
    HALF_KNEELING = "half-kneeling"
    FLOOR = "sitting on the floor"
    CHAIR = "sitting on a chair"
    STANDING = "standing"


class Equipment(StrEnum):
    """What has to be at hand; `equipment_id` in the content."""

    NONE = "none"
    MAT = "mat"
    CHAIR = "chair"
    WALL = "wall"
    STRAP = "strap"
    CUSHION = "cushion"
    BAND = "band"
    BED = "bed or table"
    SOFA = "sofa"


class Muscle(StrEnum):
    """The muscles an exercise can name; `muscle_id` in the content."""

    ILIOPSOAS = "iliopsoas"
    RECTUS_FEMORIS = "rectus femoris"
    TENSOR_FASCIAE_LATAE = "tensor fasciae latae"
    GLUTEUS_MAXIMUS = "gluteus maximus"
    GLUTEUS_MEDIUS = "gluteus medius"
    PIRIFORMIS = "piriformis"
    DEEP_EXTERNAL_ROTATORS = "deep external rotators"
    HAMSTRINGS = "hamstrings"
    ADDUCTORS = "adductors"
    VASTI = "vasti"
    CALF = "calf"
    ERECTOR_SPINAE = "erector spinae"
    MULTIFIDUS = "multifidus"
    OBLIQUES = "obliques"
    RECTUS_ABDOMINIS = "rectus abdominis"
    TRANSVERSUS_ABDOMINIS = "transversus abdominis"
    QUADRATUS_LUMBORUM = "quadratus lumborum"
    LATISSIMUS_DORSI = "latissimus dorsi"
    PECTORALS = "pectorals"
    SHOULDER = "shoulder"
    DIAPHRAGM = "diaphragm"


class Area(StrEnum):
    """Where in the body an exercise works, as the library's filter names it."""

    FRONT_OF_HIP = "front of the hip"
    BUTTOCK = "buttock"
    THIGH = "thigh"
    BACK = "back"
    TRUNK = "trunk"


class Caution(StrEnum):
    """A reason not to do an exercise, or to do it otherwise (docs/EVIDENCE.md 6.1)."""

    THR = "THR"
    THR_ANT = "THR_ANT"
    THR_90 = "THR_90"
    OSTEO = "OSTEO"
    OSTEO_MILD = "OSTEO_MILD"
    SCIATICA = "SCIATICA"
    SPINE_ACUTE = "SPINE_ACUTE"
    SPINE_EXT = "SPINE_EXT"
    SPINE_FLEX = "SPINE_FLEX"
    HIP_ANT = "HIP_ANT"
    FAI = "FAI"
    KNEE_KNEEL = "KNEE_KNEEL"
    KNEE_FLEX = "KNEE_FLEX"
    KNEE_TWIST = "KNEE_TWIST"
    KNEE_CROSSED = "KNEE_CROSSED"
    PREG_SUPINE = "PREG_SUPINE"
    PREG_TWIST = "PREG_TWIST"
    ABD = "ABD"
    BP = "BP"
    WRIST = "WRIST"
    SHOULDER = "SHOULDER"
    LATHIP = "LATHIP"
    BALANCE = "BALANCE"
    HYPER = "HYPER"
    PUBIC = "PUBIC"


class DoseKind(StrEnum):
    """Whether a set is held or counted."""

    HOLD = "hold"
    REPS = "reps"


class Order(StrEnum):
    """In which order the sides of a step are worked."""

    ALTERNATE = "alternate"
    ONE_SIDE_THEN_OTHER = "one_side_then_other"
    BOTH = "both"


@dataclass(frozen=True, slots=True, kw_only=True)
class Dose:
    """How much of an exercise: `sets` is per side unless the order is BOTH; times in whole seconds.

    A hold uses `hold_s` (>= 1); reps use `reps` per side (>= 1) at `rep_s` seconds each. A hold that `moves` is
    done in motion for that time, like a walk: nothing is held still.
    """

    kind: DoseKind
    sets: int
    order: Order
    prepare_s: int
    rest_s: int = 0
    switch_s: int = 0
    hold_s: int | None = None
    reps: int | None = None
    rep_s: int | None = None
    moves: bool = False

    def __post_init__(self) -> None:
        """Raise ValueError for a dose that cannot be played."""
        if self.sets < 1:
            raise ValueError(f"sets must be at least 1, not {self.sets}")
        longest = max(self.prepare_s, self.rest_s, self.switch_s, self.hold_s or 0, self.rep_s or 0)
        if longest > MAX_S:
            raise ValueError(f"times are in seconds and at most {MAX_S}, not {longest}")
        if min(self.prepare_s, self.rest_s, self.switch_s) < 0:
            raise ValueError("prepare_s, rest_s and switch_s cannot be below 0")
        if self.kind is DoseKind.HOLD and (self.hold_s or 0) < 1:
            raise ValueError("a hold needs hold_s of at least 1")
        if self.kind is DoseKind.REPS and min(self.reps or 0, self.rep_s or 0) < 1:
            raise ValueError("reps need reps and rep_s of at least 1")

    @property
    def in_motion(self) -> bool:
        """Whether the person moves through the whole of a set."""
        return self.moves or self.kind is DoseKind.REPS

    @property
    def set_s(self) -> int:
        """Seconds of one set: alternating reps hold both sides in one set."""
        if self.kind is DoseKind.HOLD:
            return self.hold_s or 0
        sides = 2 if self.order is Order.ALTERNATE else 1
        return (self.reps or 0) * (self.rep_s or 0) * sides

    def with_sets(self, sets: int) -> "Dose":
        """The same dose with another number of sets."""
        return replace(self, sets=sets)


@dataclass(frozen=True, slots=True, kw_only=True)
class Instruction:
    """One step of the way in and the picture that shows it; texts are templates ({target}, {other})."""

    text: str
    scene: str
    alt: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Exercise:
    """One exercise of the catalogue; every text is a template in which {target} and {other} name the side.

    `brief` is the one sentence the mat view shows in "prepare"; `felt` goes on after "Felt" and has no full stop;
    `loop_alt` describes the moving picture. The templates name sides only where `has_sides`.
    """

    id: str
    name: str
    category: Category
    areas: tuple[Area, ...]
    position: Position
    equipment: tuple[Equipment, ...]
    primary: tuple[Muscle, ...]
    secondary: tuple[Muscle, ...]
    difficulty: int
    side_means: str
    first_side: Side
    purpose: str
    felt: str
    brief: str
    steps: tuple[Instruction, ...]
    dose: Dose
    dose_note: str
    mistakes: tuple[Mistake, ...]
    avoid: tuple[Caution, ...]
    evidence: str
    sources: tuple[str, ...]
    card_alt: str
    loop_alt: str
    easier: str = ""
    harder: str = ""
    easier_id: str | None = None
    harder_id: str | None = None
    desk: bool = False
    aliases: tuple[str, ...] = field(default=())

    @property
    def has_sides(self) -> bool:
        """Whether a set works one side, so that words and pictures name it; reps that alternate work both."""
        if self.dose.order is Order.ALTERNATE:
            return self.dose.kind is DoseKind.HOLD
        return self.dose.order is Order.ONE_SIDE_THEN_OTHER

    @property
    def texts(self) -> Mapping[str, str]:
        """Every sentence and alternative text by the name of its field ("steps[0].alt")."""
        plain = (
            "name",
            "purpose",
            "felt",
            "brief",
            "dose_note",
            "evidence",
            "easier",
            "harder",
            "card_alt",
            "loop_alt",
        )
        found: dict[str, str] = {field: getattr(self, field) for field in plain}
        for place, step in enumerate(self.steps):
            found |= {f"steps[{place}].text": step.text, f"steps[{place}].alt": step.alt}
        for place, mistake in enumerate(self.mistakes):
            for part in ("text", "right_alt", "wrong_alt"):
                found[f"mistakes[{place}].{part}"] = getattr(mistake, part)
        found |= {f"aliases[{place}]": alias for place, alias in enumerate(self.aliases)}
        return found

    @property
    def scenes(self) -> tuple[str, ...]:
        """The pictures it cannot be shown without: the card and one for each step, each once."""
        return tuple(dict.fromkeys(("card", *(step.scene for step in self.steps))))

    @property
    def pairs(self) -> tuple[Mistake, ...]:
        """The mistakes that stand beside the right form as soon as both pictures are there."""
        return tuple(mistake for mistake in self.mistakes if mistake.scene)

    @property
    def kneels(self) -> bool:
        """Whether a knee bears weight on the floor."""
        return self.position in (Position.HALF_KNEELING, Position.KNEELING, Position.HANDS_AND_KNEES)

    @property
    def stays_off_the_floor(self) -> bool:
        """Whether it is done on a chair or standing."""
        return self.position in (Position.CHAIR, Position.STANDING)
