"""From the first start to a plan, at true speed: the walk, every breath, every hold, and time to lie down and sit up.

usage: to_a_plan.py [--keys] [--read] [--hurry] OUT [-- COMMAND...]
COMMAND starts Supple, else `.venv/bin/python -m supple`. All is done by actions of AT-SPI, or with --keys by
the keyboard alone (and a picture after each press). --read waits on each page as long as its new words take to be read,
--hurry leaves out walking and moving: it proves no time.
Needs what by_ear.py needs; --keys needs xdotool, and session.sh's FRAME_BUFFER.
Leaves OUT/presses.txt: when, and what was pressed, done or read. Exits with 1 when it took 15 minutes or more.
"""

import argparse
import os
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Protocol

from by_ear import BUTTONS, Listener, Role, State, expect, expect_sound, shown, supple
from keyboard import Keyboard, NotThereError, has, text_of

MOST_S = 15 * 60
WORDS_A_MINUTE = 238  # silent reading of English: Brysbaert 2019, doi 10.1016/j.jml.2019.104047
GLANCE_S = 2  # at each page, and to answer (ours)
MOVES_S = {"Walk about": 120, "Lie on": 15, "Hug your": 8, "Lift one knee": 20}
"""Seconds for what a page asks to be done: the walk as it says; to lie down, hug a knee, sit on a chair (ours)."""
TOUCHES = {"Left": ["Clearly lifted", "Clearly lifted"], "Right": ["Flat", "Flat"]}
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
HOLDS = 4
STOPS_AT_S = 20  # the last hold is stopped by its button, the others reach their end
PATIENCE_S = 60.0
MOST_PAGES = 60


class Hands(Protocol):
    """Presses what has this name, or a name that begins with it."""

    def press(self, name: str) -> None:
        """Raises NotThereError when it cannot be reached."""


class Actions:
    """The action interface of AT-SPI, as a screen reader or a switch uses it."""

    def __init__(self, ear: Listener) -> None:
        self._ear = ear

    def press(self, name: str) -> None:
        """Its first action."""
        self._ear.act(name)


class Way:
    """Every press and every wait goes through here and is written down with its time."""

    def __init__(self, log: Path, ear: Listener, hands: Hands, *, reads: bool, hurry: bool) -> None:
        self._log = log
        self._ear = ear
        self._hands = hands
        self._reads = reads
        self._hurry = hurry
        self._seen: set[str] = set()
        self._began_s = time.monotonic()
        self._spent_s = {"reading": 0.0, "moving": 0.0}
        self.presses = 0

    @property
    def elapsed_s(self) -> float:
        """Since the program was started."""
        return time.monotonic() - self._began_s

    def press(self, name: str) -> None:
        """Press it, once."""
        self.wait(lambda: self._ear.find(name), f"“{name}”")
        self.presses += 1
        self.note(f"press {self.presses}: {name}")
        self._hands.press(name)
        self._ear.pump(0.5)

    def read(self, what: str) -> None:
        """Read what was not read before, and see that nothing on it is nameless."""
        expect_sound(what)
        words = 0
        for text in map(_of_either_side, self.texts()):
            if text not in self._seen:
                self._seen.add(text)
                words += len(text.split())
        seconds = words / WORDS_A_MINUTE * 60 if self._reads else 0
        self._spend("reading", max(GLANCE_S, seconds), f"{what}: {words} new words")

    def move(self, seconds: float, what: str) -> None:
        """What a page asks to be done."""
        self._spend("moving", seconds, what)

    def texts(self) -> list[str]:
        """All that stands on what is shown now."""
        kinds = (Role.LABEL, Role.HEADING, *BUTTONS)
        return [
            text for n in shown() if n.get_role() in kinds and has(n, State.SHOWING) and (text := text_of(n))
        ]

    def says(self, words: str) -> bool:
        """Whether something shown begins with them."""
        return any(text.startswith(words) for text in self.texts())

    def names(self) -> list[str]:
        """What can be pressed."""
        return self._ear.names()

    def wait(self, test: Callable[[], object], what: str, *, patience_s: float = PATIENCE_S) -> None:
        """Until it holds; raises NotThereError that names `what`."""
        self._ear.wait(test, what, patience_s=patience_s)

    def note(self, line: str) -> None:
        """Write it down with the time since the start."""
        minutes, seconds = divmod(self.elapsed_s, 60)
        text = f"{minutes:02.0f}:{seconds:04.1f}  {line}"
        print(text, flush=True)
        with self._log.open("a", encoding="utf-8") as file:
            file.write(f"{text}\n")

    def sum_up(self) -> None:
        """The last lines."""
        for kind, seconds in self._spent_s.items():
            self.note(f"{kind} took {seconds:.0f} s of it")
        minutes, seconds = divmod(self.elapsed_s, 60)
        self.note(f"in all {minutes:.0f} min {seconds:.0f} s and {self.presses} presses")

    def _spend(self, kind: str, seconds: float, what: str) -> None:
        if self._hurry:
            return
        self.note(f"{seconds:.0f} s of {kind}: {what}")
        self._spent_s[kind] += seconds
        self._ear.pump(seconds)


def _of_either_side(text: str) -> str:
    """What is said of one side was read when it is said of the other."""
    return re.sub(r"\b(left|right)\b", "side", text.lower())


class Story:
    """What a person does who has just installed it."""

    def __init__(self, way: Way) -> None:
        self._way = way

    def run(self) -> None:
        """All of it."""
        self._answer_safety()
        self._choose()
        self._check_floor()
        self._hold()
        self._make_a_plan()

    def _answer_safety(self) -> None:
        way = self._way
        way.read("the welcome")
        way.press("I am 18 or older")
        for group in range(1, 4):
            way.read(f"the safety questions, {group} of 3")
            way.press("None of these")
        way.wait(lambda: way.says("Start self-test"), "Today")

    def _choose(self) -> None:
        way = self._way
        way.read("Today")
        way.press("Start self-test")
        way.wait(lambda: way.says("Which checks now?"), "the choice of checks")
        way.read("the choice of checks")
        way.press("Strength")
        way.read("what the strength checks need")
        way.press("Continue")

    def _check_floor(self) -> None:
        way = self._way
        touches = {side: list(words) for side, words in TOUCHES.items()}
        for _page in range(MOST_PAGES):
            way.wait(lambda: way.says("Hip length check") or way.says("Hip-lift hold"), "a page of a check")
            if way.says("Hip-lift hold"):
                break
            way.read("a page of the floor check")
            self._do_as_asked()
            if way.says("How does the back"):
                side = next(s for s in TOUCHES if touches[s] and way.says(f"{s} hip"))
                way.press(touches[side].pop(0))
            elif way.says("Was your low back"):
                way.press("Yes")
            elif way.says("Any pain"):
                way.press("No")
            else:
                way.press("Continue")
        expect(not any(touches.values()), f"of the floor check {touches} was not asked")

    def _do_as_asked(self) -> None:
        way = self._way
        for words, seconds in MOVES_S.items():
            if way.says(words):
                way.move(seconds, words)
        if any(text.startswith("Let the ") and "long and heavy" in text for text in way.texts()):
            way.wait(lambda: way.says("Five breaths are over"), "the end of five breaths", patience_s=90)
            way.note("five breaths were counted")

    def _hold(self) -> None:
        way = self._way
        way.read("what is held, and how")
        self._do_as_asked()
        way.press("Continue")
        for number in range(1, HOLDS + 1):
            way.wait(lambda: self._held_s() is not None, "the clock of a hold", patience_s=90)
            way.note(f"hold {number} of {HOLDS} begins")
            if number == HOLDS:
                way.wait(lambda: (self._held_s() or 0) >= STOPS_AT_S, f"{STOPS_AT_S} seconds")
                way.press("Stop the clock")
            way.wait(lambda: way.says("What ended the hold"), "what ended it", patience_s=90)
            way.read("what ended the hold")
            way.press("I put the foot down")
            way.press("Continue")

    def _held_s(self) -> int | None:
        """The seconds that the running clock says to a reader; None while none runs."""
        found = [
            re.fullmatch(r"(?:Left|Right) side, hold, (\d+) seconds?", text) for text in self._way.texts()
        ]
        return next((int(match[1]) for match in found if match), None)

    def _make_a_plan(self) -> None:
        way = self._way
        way.wait(lambda: way.says("See the plan"), "the findings")
        way.read("what the checks found")
        way.press("See the plan")
        way.wait(lambda: way.says("Start on"), "the proposal")
        way.read("the proposal")
        self._change_a_day()
        way.press(self._start_word())
        way.wait(lambda: way.says("Week 1"), "the plan that runs")
        way.note("the plan runs: " + " / ".join(list(self._plan_words())[:6]))

    def _change_a_day(self) -> None:
        """One day less than is proposed, and another instead where one is left."""
        days = [
            n for n in shown() if n.get_role() in BUTTONS and text_of(n) in DAYS and has(n, State.ENABLED)
        ]
        chosen = [text_of(day) for day in days if has(day, State.CHECKED)]
        others = [text_of(day) for day in days if text_of(day) not in chosen]
        self._way.press(chosen[-1])
        if others:
            self._way.press(others[-1])
        self._way.read("the weeks as they would be then")

    def _start_word(self) -> str:
        return next(name for name in self._way.names() if name.startswith("Start on"))

    def _plan_words(self) -> Iterator[str]:
        for node in shown():
            if node.get_role() in (Role.HEADING, Role.LABEL) and has(node, State.SHOWING) and text_of(node):
                yield text_of(node)


def main() -> int:
    """Start Supple on an empty folder, come to a plan, end it."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("out", type=Path)
    parser.add_argument("command", nargs="*")
    parser.add_argument("--keys", action="store_true", help="by the keyboard alone")
    parser.add_argument("--read", action="store_true", help="every word is read once")
    parser.add_argument("--hurry", action="store_true", help="without walking and moving: proves no time")
    given = parser.parse_args()
    out = given.out.absolute()
    out.mkdir(parents=True, exist_ok=True)
    for name in ("heard.txt", "presses.txt"):
        (out / name).unlink(missing_ok=True)
    data = out / "data"
    expect(not data.exists(), f"{data} is not empty")
    python = str(Path(__file__).parents[2] / ".venv/bin/python")
    ear = Listener(out / "heard.txt")
    hands: Hands = (
        Keyboard(out / "pictures", Path(os.environ["FRAME_BUFFER"])) if given.keys else Actions(ear)
    )
    way = Way(out / "presses.txt", ear, hands, reads=given.read, hurry=given.hurry)
    program = subprocess.Popen(
        given.command or [python, "-X", "faulthandler", "-m", "supple"],
        env={**os.environ, "SUPPLE_DATA_DIR": str(data)},
    )
    try:
        way.wait(supple, "Supple for screen readers")
        way.wait(lambda: way.says("I am 18 or older"), "the welcome")
        Story(way).run()
    except NotThereError as error:
        way.note(f"amiss: {error}")
        return 1
    finally:
        way.sum_up()
        ended = program.poll()
        program.terminate()
        program.wait(timeout=20)
    expect(ended is None, f"Supple ended by itself with {ended}")
    if given.hurry:
        print("in a hurry: no time was proved")
        return 0
    return 0 if way.elapsed_s < MOST_S else 1


if __name__ == "__main__":
    sys.exit(main())
