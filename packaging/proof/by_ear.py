"""The whole job by a screen reader's means alone: what is heard is written down, what is done are actions of AT-SPI.

usage: by_ear.py OUT [COMMAND...]      COMMAND starts Supple, `.venv/bin/python -m supple` when there is none
Needs python3-gi and gir1.2-atspi-2.0, and a session (session.sh) with dbus, at-spi2-core and openbox.
Leaves OUT/heard.txt: > what was done, * what was announced, ! what was urgent, the rest what had the focus.
"""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib
from keyboard import NotThereError, children, has, supple, text_of

PATIENCE_S = 30.0
SESSION_PATIENCE_S = 90.0
MOST_PAGES = 40
ASSERTIVE = 2
State, Role = Atspi.StateType, Atspi.Role
BUTTONS = (Role.PUSH_BUTTON, Role.RADIO_BUTTON, Role.CHECK_BOX, Role.PAGE_TAB, Role.TOGGLE_BUTTON)
TOUCHES = {"Left": ["Clearly lifted", "Clearly lifted"], "Right": ["Flat", "Flat"]}


class Listener:
    """Hears focus and announcements, and acts by the action interface; every word goes to `heard`."""

    def __init__(self, transcript: Path) -> None:
        self._transcript = transcript
        self.heard: list[str] = []
        self.urgent: list[str] = []
        self._dialog = ""
        self._events = Atspi.EventListener.new(self._hear)
        for kind in ("object:announcement", "object:state-changed:focused"):
            self._events.register(kind)

    def act(self, name: str) -> None:
        """Do what `name` does, by its first action."""
        node = self.wait(lambda: self.find(name), f"“{name}”")
        self._note(f"> {node.get_action_name(0)} {node.get_role_name()} “{text_of(node)}”")
        node.do_action(0)
        self.pump(0.3)

    def find(self, name: str) -> "Atspi.Accessible | None":
        """What can be pressed and is called `name`, or begins with it; the last is on top."""
        found = [n for n in self.pressable() if text_of(n) == name]
        found = found or [n for n in self.pressable() if text_of(n).startswith((f"{name},", f"{name}."))]
        return found[-1] if found else None

    def pressable(self) -> "list[Atspi.Accessible]":
        """Everything a reader would offer to press now."""
        return [n for n in shown() if n.get_role() in BUTTONS and has(n, State.ENABLED) and n.get_n_actions()]

    def names(self) -> list[str]:
        """The names of what can be pressed."""
        return [text_of(node) for node in self.pressable()]

    def hears(self, words: str, *, patience_s: float = PATIENCE_S, since: int = 0) -> str:
        """Wait until something heard since the line `since` begins with `words`."""
        return str(
            self.wait(
                lambda: next((line for line in self.heard[since:] if line.startswith(words)), None),
                f"the words “{words}”",
                patience_s=patience_s,
            )
        )

    def wait(self, test: "Callable[[], object]", what: str, *, patience_s: float = PATIENCE_S) -> "object":
        """What `test` gives as soon as it is something; raises NotThereError that names `what`."""
        end_s = time.monotonic() + patience_s
        while not (found := test()):
            if time.monotonic() > end_s:
                raise NotThereError(f"{what} did not come; there was {', '.join(self.names())}")
            self.pump(0.1)
        return found

    def pump(self, seconds: float) -> None:
        """Let events come."""
        context, end_s = GLib.MainContext.default(), time.monotonic() + seconds
        while time.monotonic() < end_s:
            while context.iteration(False):  # noqa: FBT003 - GLib's own
                pass
            time.sleep(0.02)

    def _hear(self, event: "Atspi.Event") -> None:
        if event.type.startswith("object:announcement"):
            words = str(event.any_data)
            self.heard.append(words)
            if event.detail1 == ASSERTIVE:
                self.urgent.append(words)
            self._note(f"{'!' if event.detail1 == ASSERTIVE else '*'} {words}")
        elif event.detail1:
            node = event.source
            for words in (*self._entered(node), spoken(node)):
                if words:
                    self.heard.append(words)
                    self._note(f"  {words}")

    def _entered(self, node: "Atspi.Accessible") -> list[str]:
        """The dialog the focus came into, which a reader says first."""
        above: Atspi.Accessible | None = node
        try:
            while above is not None and above.get_role() != Role.DIALOG:
                above = above.get_parent()
            entered = spoken(above) if above is not None else ""
        except GLib.GError:
            entered = ""
        before, self._dialog = self._dialog, entered
        return [entered] if entered and entered != before else []

    def _note(self, line: str) -> None:
        with self._transcript.open("a", encoding="utf-8") as file:
            file.write(f"{line}\n")


def spoken(node: "Atspi.Accessible") -> str:
    """What a reader says of it: name, role, what it is like, and its description."""
    try:
        words = [text_of(node), node.get_role_name()]
        if node.get_role() in (Role.RADIO_BUTTON, Role.CHECK_BOX):
            words.append("checked" if has(node, State.CHECKED) else "not checked")
        return ", ".join(word for word in (*words, node.get_description() or "") if word)
    except GLib.GError:
        return ""


def shown() -> "Iterator[Atspi.Accessible]":
    """Everything that is shown: of the dialog alone when there is one."""
    root = supple()
    nodes = list(_walk(root)) if root is not None else []
    dialogs = [n for n in nodes if n.get_role() in (Role.DIALOG, Role.FILE_CHOOSER) and has(n, State.SHOWING)]
    yield from _walk(dialogs[-1]) if dialogs else nodes


def _walk(node: "Atspi.Accessible") -> "Iterator[Atspi.Accessible]":
    yield node
    for child in children(node):
        if has(child, State.VISIBLE):
            yield from _walk(child)


def expect(holds: object, complaint: str) -> None:
    """Raise NotThereError when it does not hold."""
    if not holds:
        raise NotThereError(complaint)


def expect_sound(what: str) -> None:
    """The page as it is now has nothing that a reader would trip over."""
    nodes = [node for node in shown() if has(node, State.SHOWING)]
    roles = {node.get_role() for node in nodes}
    expect(Role.HEADING in roles, f"{what} has no heading")
    for node in nodes:
        role, name = node.get_role(), text_of(node)
        silent = role in (Role.LABEL, Role.HEADING, Role.IMAGE, Role.CHART, *BUTTONS) and not name
        expect(not silent, f"{what} has a nameless {node.get_role_name()}")


class Job:
    """First start, check, routine, pain, Progress, export."""

    def __init__(self, out: Path) -> None:
        self._out = out
        self._ear = Listener(out / "heard.txt")

    def run(self) -> None:
        """All of it."""
        self._ear.wait(supple, "Supple for screen readers")
        self._ear.pump(1)
        self._answer_safety()
        self._check()
        self._train()
        self._export()

    def _answer_safety(self) -> None:
        ear = self._ear
        expect_sound("the welcome")
        ear.act("I am 18 or older")
        for group in range(1, 4):
            expect_sound(f"group {group} of the safety questions")
            ear.act("None of these")
        ear.wait(lambda: ear.find("Start routine"), "Today")
        expect_sound("Today")

    def _check(self) -> None:
        ear = self._ear
        ear.act("Start self-test")
        touches = {side: list(words) for side, words in TOUCHES.items()}
        for _page in range(MOST_PAGES):
            ear.pump(0.4)
            names = ear.names()
            if "Keep for later" in names:
                break
            expect_sound("a page of the check")
            if any(name.startswith("Clearly lifted") for name in names):
                side = next(s for s in TOUCHES if touches[s] and self._says(f"{s} "))
                ear.act(touches[side].pop(0))
                continue
            wanted = "Yes" if "Not sure" in names else "No"
            answer = next((name for name in names if name.split(",")[0] == wanted), None)
            ear.act(answer or "Continue")
        ear.hears("Breath 1 of 5")
        ear.hears("Left hip: ")
        expect_sound("the findings")
        ear.act("Keep for later")

    def _says(self, word: str) -> bool:
        """Whether a label or a heading begins with `word`: the side of this page."""
        return any(
            text_of(n).startswith(word)
            for n in shown()
            if n.get_role() == Role.LABEL and has(n, State.SHOWING)
        )

    def _train(self) -> None:
        ear = self._ear
        ear.act("Start routine")
        self._is_dialog("the start of the session")
        expect_sound("the start of the session")
        ear.act("Begin session")
        ear.act("Yes, I heard it")
        ear.hears("Left side, hold", patience_s=SESSION_PATIENCE_S)
        expect_sound("the session")
        ear.hears("Right side, ", patience_s=SESSION_PATIENCE_S)
        ear.act("It hurts")
        self._is_dialog("It hurts")
        expect_sound("It hurts")
        scores = [n for n in shown() if n.get_role() == Role.RADIO_BUTTON and text_of(n).startswith("Pain ")]
        expect(len(scores) == 11, f"pain has {len(scores)} radio buttons, not 11")
        ear.act("Pain 3 of 10")
        chest = next(name for name in ear.names() if "chest" in name.lower())
        ear.act(chest)
        ear.hears("Stop and get help now.")
        expect(
            any(w.startswith("Stop and get help now.") for w in ear.urgent),
            "the emergency advice is not urgent",
        )
        ear.act("End here")
        ear.wait(lambda: ear.find("Done"), "the sheet after the session")
        expect_sound("the sheet after the session")
        ear.act("Done")
        for _group in range(3):  # after such a sign the safety questions are asked again
            ear.pump(1)
            if ear.find("None of these"):
                expect_sound("the safety questions, asked again")
                ear.act("None of these")

    def _is_dialog(self, what: str) -> None:
        dialogs = [n for n in shown() if n.get_role() == Role.DIALOG and has(n, State.MODAL) and text_of(n)]
        expect(dialogs, f"“{what}” is not a modal dialog with a name")

    def _export(self) -> None:
        ear, folder = self._ear, self._out / "csv"
        folder.mkdir(exist_ok=True)
        for room in ("Library", "Routines", "Learn", "Settings", "Warning signs", "Progress"):
            ear.act(room)
            ear.pump(1)
            expect_sound(room)
        for node in shown():
            if node.get_role() == Role.COMBO_BOX:
                expect(text_of(node), "a combo box has no name")
        ear.act("Export CSV")
        ear.wait(lambda: ear.find("Export here"), "the choice of a folder")
        field = next(n for n in shown() if n.get_role() == Role.TEXT and has(n, State.EDITABLE))
        field.set_text_contents(str(folder))
        ear.act("Export here")
        ear.wait(lambda: (folder / "sets.csv").exists(), "the CSV files")
        ear.pump(1)
        done = (folder / "sets.csv").read_text(encoding="utf-8-sig")
        expect("left" in done and "completed" in done, f"sets.csv holds\n{done}")


def main() -> int:
    """Start Supple on a folder of its own, do the job, end it."""
    out = Path(sys.argv[1]).absolute()
    out.mkdir(parents=True, exist_ok=True)
    (out / "heard.txt").unlink(missing_ok=True)
    python = str(Path(__file__).parents[2] / ".venv/bin/python")
    command = sys.argv[2:] or [python, "-X", "faulthandler", "-m", "supple"]
    data = out / "data"
    program = subprocess.Popen(command, env={**os.environ, "SUPPLE_DATA_DIR": str(data)})
    try:
        Job(out).run()
    except NotThereError as error:
        print(f"by ear: {error}", file=sys.stderr)
        return 1
    finally:
        ended = program.poll()
        program.terminate()
        program.wait(timeout=20)
    if ended is not None:
        print(f"by ear: Supple ended by itself with {ended}", file=sys.stderr)
        return 1
    print("by ear: all went well", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
