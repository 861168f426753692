"""No signal without a listener: what a button tells and nobody hears leads nowhere."""

import re
from pathlib import Path

SOURCE = Path(__file__).resolve().parents[1] / "src/supple"
ONE_SHOT = re.compile(r"singleShot\(\s*(?:[^(),]|\([^()]*\))+,(?:[^(),]|\([^()]*\))+(,|\))")
SIGNAL = re.compile(r"^    (\w+) = Signal\(", re.MULTILINE)

# Heard from outside of the program, and by whom.
HEARD_ELSEWHERE = {"today_completed": "the drivers of demo and benchmarks"}


def test_every_signal_is_heard() -> None:
    texts = {path: path.read_text(encoding="utf-8") for path in SOURCE.rglob("*.py")}
    together = "\n".join(texts.values())
    unheard = [
        f"{path.relative_to(SOURCE)}: {name}"
        for path, text in texts.items()
        for name in SIGNAL.findall(text)
        # told on to another signal, or connected
        if name not in HEARD_ELSEWHERE and not re.search(rf"\b{name}\.connect\(", together)
    ]
    assert unheard == []


def test_what_is_done_later_is_given_up_with_what_it_is_for() -> None:
    """Without an object to live with Qt calls a slot also when the window has gone meanwhile."""
    found = {
        f"{path.relative_to(SOURCE)}: {said[0]}": said[1]
        for path in SOURCE.rglob("*.py")
        for said in ONE_SHOT.finditer(path.read_text(encoding="utf-8"))
    }
    assert len(found) > 20
    assert [where for where, ends in found.items() if ends != ","] == []
