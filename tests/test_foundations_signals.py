"""No signal without a listener: what a button tells and nobody hears leads nowhere."""

import ast
import re
from collections import Counter
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


PASSED_ON_AT_MOST = 40
WITHOUT_A_WORD_OF_THEIR_OWN = {"Program": 2}
"""In `app` what is pressed meets its way directly; what the window itself tells passes on that it stands."""


def passed_on() -> list[tuple[str, str]]:
    """Connections of a signal to a signal of the same object: whoever listens could have listened to the first."""
    found = []
    for path in sorted(SOURCE.rglob("*.py")):
        for kind in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(kind, ast.ClassDef):
                own = set(SIGNAL.findall(ast.unparse(kind)))
                found += [
                    (path.relative_to(SOURCE).parts[0], kind.name)
                    for call in ast.walk(kind)
                    if isinstance(call, ast.Call) and ast.unparse(call.func).endswith(".connect")
                    if call.args and ast.unparse(call.args[0]).removeprefix("self.") in own
                ]
    return found


def test_few_signals_only_pass_another_on_and_none_on_the_way_through_the_program() -> None:
    """Each of them is a part of a page that says by its own word what several of its controls mean, or Escape does."""
    assert len(passed_on()) <= PASSED_ON_AT_MOST
    assert Counter(kind for part, kind in passed_on() if part == "app") == WITHOUT_A_WORD_OF_THEIR_OWN
