"""What the studio's check found, kept beside the poses, and the one list of what is known to fail; it only shrinks."""

import json
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path

from PIL import Image

from .limits import Kind, is_beyond
from .recipe import Exercise
from .value import Value

FOLDER = Path(__file__).parent
RECORD, LIST = FOLDER / "gauged.json", FOLDER / "known_failures.toml"
HEADING = (
    "# What still fails the table of limits, by exercise. This list only shrinks: no new failure may join it, and\n"
    "# what is mended leaves it (`studio check` takes it out).\n"
)

Failing = Mapping[str, frozenset[str]]
Found = Mapping[str, Mapping[str, float]]


def known() -> Failing:
    """The exercises that are known to fail, each with the kinds that do."""
    if not LIST.exists():
        return {}
    with LIST.open("rb") as file:
        return {name: frozenset(kinds) for name, kinds in tomllib.load(file).items()}


def recorded(pictures: Path, exercises: Iterable[Exercise]) -> Found:
    """For each exercise, the worst value of each kind when it was gauged last, and its rendered card as it is."""
    record: dict[str, dict[str, float]] = json.loads(RECORD.read_text("utf-8")) if RECORD.exists() else {}
    found: dict[str, dict[str, float]] = {}
    for exercise in exercises:
        found[exercise.id] = dict(record.get(exercise.id, {}))
        card = pictures / exercise.folder / "card.webp"
        if card.exists():
            found[exercise.id][str(Kind.ALPHA)] = alpha_levels(card)
    return found


def remember(name: str, worst: Mapping[Kind, Value]) -> bool:
    """Put into the record what was gauged just now; true where the exercise was never gauged before.

    What a reason excuses is no failure and not recorded.
    """
    record = json.loads(RECORD.read_text("utf-8")) if RECORD.exists() else {}
    is_first = name not in record
    record[name] = {
        str(kind): round(value.value, 1) for kind, value in sorted(worst.items()) if not value.why
    }
    text = ",\n".join(f"{json.dumps(name)}: {json.dumps(record[name])}" for name in sorted(record))
    RECORD.write_text(f"{{\n{text}\n}}\n", "utf-8")
    return is_first


def failing(found: Found) -> Failing:
    """The kinds of each exercise that are beyond their limit."""
    return {
        name: frozenset(kind for kind, value in values.items() if is_beyond(Kind(kind), value))
        for name, values in found.items()
    }


def new_failures(found: Found) -> list[str]:
    """What fails and is not known to."""
    listed = known()
    return [
        f"{name}: {kind}"
        for name, kinds in sorted(failing(found).items())
        for kind in sorted(kinds - listed.get(name, frozenset()))
    ]


def mended(found: Found) -> list[str]:
    """What is known to fail, was measured again, and does not any more."""
    return [
        f"{name}: {kind}"
        for name, kinds in sorted(known().items())
        for kind in sorted(kinds)
        if kind in found.get(name, {}) and not is_beyond(Kind(kind), found[name][kind])
    ]


def take_out_mended(found: Found) -> None:
    """Shorten the list by what is mended; nothing is ever added."""
    gone = set(mended(found))
    write(
        {name: frozenset(k for k in kinds if f"{name}: {k}" not in gone) for name, kinds in known().items()}
    )


def begin(name: str, found: Found) -> None:
    """An exercise that was never gauged begins with all that fails; from then on that only becomes less."""
    listed = dict(known())
    listed[name] = listed.get(name, frozenset()) | failing(found)[name]
    write(listed)


def write(listed: Failing) -> None:
    """Write the list."""
    lines = [f"{name} = {json.dumps(sorted(kinds))}\n" for name, kinds in sorted(listed.items()) if kinds]
    LIST.write_text(HEADING + "".join(lines), "utf-8")


def alpha_levels(card: Path) -> int:
    """How many levels of transparency a rendered picture has."""
    with Image.open(card) as picture:
        return sum(1 for count in picture.convert("RGBA").getchannel("A").histogram() if count)
