"""No signal without a listener: what a button tells and nobody hears leads nowhere."""

import re
from pathlib import Path

SOURCE = Path(__file__).resolve().parents[1] / "src/supple"
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
